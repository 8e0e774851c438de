//! Players: the page's own `video` and `audio`, and frames of known video hosts as links that load on a click.

use url::Url;

use super::{SafeUrl, body::Media, source::Source};
use crate::page::{Attr, NodeId, Tag, text};

/// A video host: where its frames live, and the page on which the same video is watched.
struct Host {
    /// The frame's host, or what it ends in after a dot.
    name: &'static str,
    /// What stands before the video's id in the frame's path; or, with a leading `?`, the query parameter that holds it.
    id_after: &'static str,
    /// The watch page with `{}` for the id.
    page: &'static str,
}

/// `YouTube`'s watch page, also that of elements with a `videoid` (`lite-youtube`, `amp-youtube`).
const YOUTUBE_PAGE: &str = "https://www.youtube.com/watch?v={}";

/// Which frames are videos. An id is read by [`id`], so nothing else of the frame's address gets through.
const HOSTS: &[Host] = &[
    Host { name: "youtube.com", id_after: "/embed/", page: YOUTUBE_PAGE },
    Host { name: "youtube-nocookie.com", id_after: "/embed/", page: YOUTUBE_PAGE },
    Host { name: "player.vimeo.com", id_after: "/video/", page: "https://vimeo.com/{}" },
    Host { name: "dailymotion.com", id_after: "/embed/video/", page: "https://www.dailymotion.com/video/{}" },
    Host { name: "geo.dailymotion.com", id_after: "?video", page: "https://www.dailymotion.com/video/{}" },
    Host { name: "embed.ted.com", id_after: "/talks/", page: "https://www.ted.com/talks/{}" },
    Host { name: "player.twitch.tv", id_after: "?video", page: "https://www.twitch.tv/videos/{}" },
    Host { name: "streamable.com", id_after: "/e/", page: "https://streamable.com/{}" },
    Host { name: "archive.org", id_after: "/embed/", page: "https://archive.org/details/{}" },
    Host { name: "player.bilibili.com", id_after: "?bvid", page: "https://www.bilibili.com/video/{}" },
];

/// The player of an element; `None` where it is no video or its address is not safe.
pub(super) fn read(source: &Source, node: NodeId) -> Option<Media> {
    let page = source.page;
    match page.tag(node)? {
        Tag::Video => {
            let poster = source.address(node, Attr::Poster).filter(SafeUrl::is_web);
            Some(Media::Video { src: own_source(source, node)?, poster })
        }
        Tag::Audio => Some(Media::Audio { src: own_source(source, node)? }),
        Tag::Iframe | Tag::Embed => {
            let frame = [Attr::Src, Attr::DataSrc, Attr::DataLazySrc].iter().find_map(|&attr| {
                let address = source.address(node, attr)?;
                watch_page(address.url())
            })?;
            Some(embed(source, node, frame))
        }
        _ => {
            let id = page.attr(node, Attr::Videoid).and_then(id)?;
            Some(embed(source, node, SafeUrl::resolve(None, &YOUTUBE_PAGE.replace("{}", id))?))
        }
    }
}

fn embed(source: &Source, node: NodeId, page: SafeUrl) -> Media {
    let title = [Attr::Title, Attr::AriaLabel].iter().find_map(|&attr| source.page.attr(node, attr)).map(text::squash);
    Media::Embed { page, title: title.filter(|title| !title.is_empty()), thumbnail: None }
}

/// The address of a `video` or `audio`, its own or that of its first `source`.
fn own_source(source: &Source, node: NodeId) -> Option<SafeUrl> {
    let page = source.page;
    let sources = page.children(node).filter(|&child| page.is(child, Tag::Source));
    std::iter::once(node)
        .chain(sources)
        .flat_map(|node| [(node, Attr::CurrentSrc), (node, Attr::Src), (node, Attr::DataSrc)])
        .filter_map(|(node, attr)| source.address(node, attr))
        .find(SafeUrl::is_web)
}

/// The page on which the video of a frame is watched.
fn watch_page(frame: &Url) -> Option<SafeUrl> {
    let name = frame.host_str()?;
    let by_host = HOSTS
        .iter()
        .filter(|host| name == host.name || name.strip_suffix(host.name).is_some_and(|before| before.ends_with('.')));
    let known = by_host.filter_map(|host| {
        let found = match host.id_after.strip_prefix('?') {
            Some(parameter) => frame.query_pairs().find(|(name, _)| name == parameter)?.1.into_owned(),
            None => frame.path().strip_prefix(host.id_after)?.to_owned(),
        };
        SafeUrl::resolve(None, &host.page.replace("{}", id(&found)?))
    });
    known.into_iter().next().or_else(|| peertube(frame))
}

/// `PeerTube` runs on hosts of any name; its frames are known by their path.
fn peertube(frame: &Url) -> Option<SafeUrl> {
    /// A UUID, or its short form.
    const ID_CHARS: std::ops::RangeInclusive<usize> = 20..=36;
    let found = id(frame.path().strip_prefix("/videos/embed/")?).filter(|id| ID_CHARS.contains(&id.len()))?;
    SafeUrl::resolve(Some(frame), &format!("/w/{found}"))
}

/// The id at the start of a path's rest; `None` where it holds anything but letters, digits, `-`, `_` and `.`, or is the
/// name by which `YouTube` embeds a list.
fn id(text: &str) -> Option<&str> {
    const MAX_ID: usize = 100;
    const YOUTUBE_LIST: &str = "videoseries";
    let id = text.split('/').next().unwrap_or_default();
    let is_id = !id.is_empty()
        && id.len() <= MAX_ID
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && id != YOUTUBE_LIST;
    is_id.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::watch_page;

    fn page(frame: &str) -> Option<String> {
        watch_page(&url::Url::parse(frame).unwrap()).map(|page| page.as_str().to_owned())
    }

    #[test]
    fn a_frame_leads_to_the_page_of_its_video() {
        assert_eq!(
            page("https://www.youtube-nocookie.com/embed/aB3_x?rel=0").unwrap(),
            "https://www.youtube.com/watch?v=aB3_x"
        );
        assert_eq!(page("https://player.vimeo.com/video/123?h=1").unwrap(), "https://vimeo.com/123");
        let peertube = "https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d";
        assert_eq!(page(peertube).unwrap(), "https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d");
    }

    #[test]
    fn frames_that_only_look_like_videos_are_none() {
        assert_eq!(page("https://notyoutube.com/embed/x"), None);
        assert_eq!(page("https://www.youtube.com.ads.example/embed/x"), None);
        assert_eq!(page("https://www.youtube.com/embed/x%22onload"), None);
        assert_eq!(page("https://ads.example/frame"), None);
    }
}
