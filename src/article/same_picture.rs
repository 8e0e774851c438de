//! Whether two addresses are of one picture: sites name each size apart.

use super::{
    SafeUrl,
    body::{Body, Definition, Flow, Media, Phrasing},
    phrasing,
};

/// A shorter name of a file ("image", "photo") says nothing of what it shows.
const MIN_NAME: usize = 10;

/// The address without what names a size: query parameters, `-800x600`, `@2x`.
pub(super) fn key(url: &SafeUrl) -> String {
    let url = url.url();
    let whole = url.as_str();
    // Services that scale pictures carry the picture's own address in theirs.
    let inner = whole.rmatch_indices("http").map(|(at, _)| at).find(|&at| at > 0);
    if let Some(at) = inner {
        return whole[at..].split(['&', '?']).next().unwrap_or_default().to_owned();
    }
    let path = url.path();
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let file = plain_file(file);
    let mut key = url.host_str().unwrap_or_default().to_owned();
    // Some services name the size as a folder. Days are numbers too: only a file with a name of its own is known without.
    for name in folder.split('/').filter(|name| file.len() < MIN_NAME || !is_number(name)) {
        key.extend(["/", name]);
    }
    key.extend(["/", file]);
    for (name, value) in url.query_pairs().filter(|(name, _)| !is_size(name)) {
        key.extend(["&", &name, "=", &value]);
    }
    key
}

/// The width that an address names: the largest of its folders that are numbers, or a parameter. 0 where it names none.
pub(super) fn width(url: &SafeUrl) -> u32 {
    let url = url.url();
    let folders = url.path_segments().into_iter().flatten().filter(|name| is_number(name)).map(str::to_owned);
    let parameters = url.query_pairs().filter(|(name, _)| matches!(name.as_ref(), "w" | "width"));
    let widths = folders.chain(parameters.map(|(_, value)| value.into_owned()));
    widths.filter_map(|width| width.parse().ok()).max().unwrap_or(0)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// Query parameters by which services name size, quality and format.
fn is_size(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "w",
        "h",
        "width",
        "height",
        "q",
        "quality",
        "fit",
        "crop",
        "auto",
        "format",
        "fm",
        "dpr",
        "resize",
        "ssl",
        "strip",
        "v",
        "s",
        "size",
        "rect",
        "ixlib",
        "disable",
        "fp-x",
        "fp-y",
        "output-quality",
        "output-format",
        "smart",
    ];
    NAMES.contains(&name)
}

/// A file's name without size and ending: `boats-800x600@2x.jpg` → `boats`.
fn plain_file(file: &str) -> &str {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.strip_suffix("@2x").or_else(|| stem.strip_suffix("@3x")).unwrap_or(stem);
    let Some((name, size)) = stem.rsplit_once(['-', '_']) else { return stem };
    let is_size = size.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height))
        || matches!(size, "scaled" | "small" | "medium" | "large" | "thumb" | "thumbnail" | "full")
        || size.strip_suffix('w').is_some_and(is_number);
    if is_size && !name.is_empty() { name } else { stem }
}

/// Whether the body shows this picture, in whatever size.
pub fn has_image(body: &Body, url: &SafeUrl) -> bool {
    let wanted = key(url);
    let name = |url: &SafeUrl| plain_file(url.url().path().rsplit('/').next().unwrap_or_default()).to_owned();
    let wanted_name = name(url);
    images(&body.0).into_iter().any(|src| {
        let is_same_file = wanted_name.len() >= MIN_NAME && name(src) == wanted_name;
        is_same_file || key(src) == wanted
    })
}

fn images(flows: &[Flow]) -> Vec<&SafeUrl> {
    let mut found = Vec::new();
    let mut flows: Vec<&Flow> = flows.iter().collect();
    let mut lines: Vec<&Phrasing> = Vec::new();
    while let Some(flow) = flows.pop() {
        match flow {
            Flow::Heading { content, .. } | Flow::Paragraph { content, .. } => lines.extend(content),
            Flow::List(list) => flows.extend(list.flows()),
            Flow::Definitions(parts) => {
                for part in parts {
                    match part {
                        Definition::Term(content) => lines.extend(content),
                        Definition::Description(content) => flows.extend(content),
                    }
                }
            }
            Flow::Quote { content, .. } => flows.extend(content),
            Flow::Callout { title, content, .. } => {
                lines.extend(title);
                flows.extend(content);
            }
            Flow::Notes(notes) => flows.extend(notes.iter().flat_map(|note| &note.content)),
            Flow::Table(table) => flows.extend(table.rows.iter().flatten().flat_map(|cell| &cell.content)),
            Flow::Figure { media, .. } => found.extend(media.iter().filter_map(|media| match media {
                Media::Image(image) => Some(&image.src),
                _ => None,
            })),
            Flow::Code { .. } | Flow::Math(_) | Flow::Rule => {}
        }
    }
    while let Some(part) = lines.pop() {
        match part {
            Phrasing::Image(image) => found.push(&image.src),
            part => lines.extend(phrasing::inside(part)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> SafeUrl {
        SafeUrl::resolve(None, text).unwrap()
    }

    #[test]
    fn sizes_are_no_part_of_a_pictures_name() {
        let key = |text: &str| key(&address(text));
        assert_eq!(key("https://a.example/p/boats-800x600.jpg"), key("https://a.example/p/boats.webp?w=400&q=70"));
        assert_eq!(key("https://a.example/60/boats-at-dawn.jpg"), key("https://a.example/900/boats-at-dawn.jpg"));
        assert_ne!(key("https://a.example/05/boats.jpg"), key("https://a.example/06/boats.jpg"));
        assert_ne!(key("https://a.example/p.php?id=1"), key("https://a.example/p.php?id=2"));
        assert_eq!(
            key("https://a.example/img?url=https%3A%2F%2Fb.example%2Fx.jpg&w=800"),
            key("https://c.example/img?url=https%3A%2F%2Fb.example%2Fx.jpg&w=400"),
        );
    }

    #[test]
    fn the_lead_picture_is_found_under_another_size() {
        let image = super::super::body::Image {
            src: address("https://i.example/800/river-at-dawn.jpg"),
            srcset: Vec::new(),
            alt: String::new(),
            width: None,
            height: None,
        };
        let body = Body(vec![Flow::Figure { media: vec![Media::Image(image)], caption: Vec::new() }]);
        assert!(has_image(&body, &address("https://i.example/1024/river-at-dawn.jpg")));
        assert!(!has_image(&body, &address("https://i.example/1024/river-at-dusk.jpg")));
    }
}
