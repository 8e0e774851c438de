//! The words that markup is named with, by what they tell. English, as class names are nearly everywhere.

/// What a word in a class, id, role or itemprop tells of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The text of an article.
    Content,
    /// Advertisement, sponsor, promotion.
    Ad,
    /// Share bars and social networks.
    Social,
    /// Readers' comments.
    Comment,
    /// Other articles.
    Related,
    /// Menus, headers, footers, breadcrumbs, pagers.
    Chrome,
    /// Cookie banners, pop-ups, forms to subscribe or log in.
    Prompt,
    /// Byline, date, tags: what belongs to an article but not into its text.
    Meta,
    /// Captions and credits.
    Caption,
    /// What customers say of a product.
    Review,
}

/// The topic of a lower-case word, if it tells one. Sorted, for the binary search.
pub fn topic(word: &str) -> Option<Topic> {
    let known = with_first_byte(WORDS, &STARTS, word.bytes().next()?);
    known.binary_search_by_key(&word, |(known, _)| known).ok().map(|at| known[at].1)
}

const STARTS: [u16; 257] = starts(WORDS);

/// Where the words with each first byte begin in a sorted list, and at last its length: half of the steps of a binary
/// search are spared.
pub const fn starts<T>(list: &[(&str, T)]) -> [u16; 257] {
    let mut starts = [0; 257];
    let mut at = 0;
    while at < list.len() {
        starts[list[at].0.as_bytes()[0] as usize + 1] = at as u16 + 1;
        at += 1;
    }
    let mut byte = 1;
    while byte < starts.len() {
        if starts[byte] == 0 {
            starts[byte] = starts[byte - 1];
        }
        byte += 1;
    }
    starts
}

/// The words of a sorted list that begin with a byte.
pub fn with_first_byte<'a, T>(list: &'a [(&'a str, T)], starts: &[u16; 257], first: u8) -> &'a [(&'a str, T)] {
    let [from, to] = [0, 1].map(|step| usize::from(starts[usize::from(first) + step]));
    &list[from..to]
}

use Topic::{Ad, Caption, Chrome, Comment, Content, Meta, Prompt, Related, Review, Social};

const WORDS: &[(&str, Topic)] = &[
    ("about", Meta),
    ("ad", Ad),
    ("ads", Ad),
    ("adsense", Ad),
    ("adslot", Ad),
    ("adunit", Ad),
    ("advert", Ad),
    ("advertisement", Ad),
    ("advertising", Ad),
    ("affiliate", Ad),
    ("also", Related),
    ("article", Content),
    ("articlebody", Content),
    ("articlecontent", Content),
    ("articletext", Content),
    ("author", Meta),
    ("authors", Meta),
    ("avatar", Meta),
    ("banner", Ad),
    ("bio", Meta),
    ("blog", Content),
    ("body", Content),
    ("bottom", Chrome),
    ("breadcrumb", Chrome),
    ("breadcrumbs", Chrome),
    ("byline", Meta),
    ("caption", Caption),
    ("card", Related),
    ("cards", Related),
    ("carousel", Related),
    ("cat", Meta),
    ("categories", Meta),
    ("category", Meta),
    ("comment", Comment),
    ("commentlist", Comment),
    ("comments", Comment),
    ("consent", Prompt),
    ("content", Content),
    ("cookie", Prompt),
    ("cookies", Prompt),
    ("copyright", Chrome),
    ("credit", Caption),
    ("cta", Prompt),
    ("date", Meta),
    ("dateline", Meta),
    ("description", Content),
    ("dialog", Prompt),
    ("discussion", Comment),
    ("disqus", Comment),
    ("donate", Prompt),
    ("drawer", Chrome),
    ("dropdown", Chrome),
    ("editor", Content),
    ("entry", Content),
    ("facebook", Social),
    ("feed", Related),
    ("follow", Social),
    ("foot", Chrome),
    ("footer", Chrome),
    ("gdpr", Prompt),
    ("grid", Related),
    ("head", Chrome),
    ("header", Chrome),
    ("hidden", Chrome),
    ("latest", Related),
    ("legal", Chrome),
    ("login", Prompt),
    ("logo", Chrome),
    ("main", Content),
    ("markdown", Content),
    ("masthead", Chrome),
    ("menu", Chrome),
    ("meta", Meta),
    ("metadata", Meta),
    ("modal", Prompt),
    ("more", Related),
    ("nav", Chrome),
    ("navbar", Chrome),
    ("navigation", Chrome),
    ("newsletter", Prompt),
    ("next", Related),
    ("notice", Prompt),
    ("offcanvas", Chrome),
    ("outbrain", Ad),
    ("overlay", Prompt),
    ("pager", Chrome),
    ("pagination", Chrome),
    ("paragraph", Content),
    ("paywall", Prompt),
    ("popular", Related),
    ("popup", Prompt),
    ("post", Content),
    ("postbody", Content),
    ("postcontent", Content),
    ("poststory", Content),
    ("prev", Related),
    ("previous", Related),
    ("product", Content),
    ("profile", Meta),
    ("promo", Ad),
    ("promoted", Ad),
    ("promotion", Ad),
    ("prose", Content),
    ("published", Meta),
    ("rating", Meta),
    ("ratings", Review),
    ("read", Related),
    ("recent", Related),
    ("recirc", Related),
    ("recirculation", Related),
    ("recommend", Related),
    ("recommendation", Related),
    ("recommendations", Related),
    ("recommended", Related),
    ("related", Related),
    ("replies", Comment),
    ("reply", Comment),
    ("respond", Comment),
    ("review", Review),
    ("reviews", Review),
    ("rich", Content),
    ("richtext", Content),
    ("rte", Content),
    ("search", Chrome),
    ("share", Social),
    ("shares", Social),
    ("sharing", Social),
    ("sidebar", Chrome),
    ("signin", Prompt),
    ("signup", Prompt),
    ("single", Content),
    ("sitemap", Chrome),
    ("skip", Chrome),
    ("slider", Related),
    ("social", Social),
    ("sponsor", Ad),
    ("sponsored", Ad),
    ("sponsors", Ad),
    ("sticky", Chrome),
    ("story", Content),
    ("storybody", Content),
    ("subnav", Chrome),
    ("subscribe", Prompt),
    ("subscription", Prompt),
    ("taboola", Ad),
    ("tag", Meta),
    ("tagcloud", Meta),
    ("taglist", Meta),
    ("tags", Meta),
    ("teaser", Related),
    ("teasers", Related),
    ("testimonial", Review),
    ("testimonials", Review),
    ("text", Content),
    ("thumb", Related),
    ("thumbnail", Related),
    ("time", Meta),
    ("timestamp", Meta),
    ("toc", Chrome),
    ("toolbar", Chrome),
    ("tools", Chrome),
    ("top", Chrome),
    ("topbar", Chrome),
    ("topics", Meta),
    ("trending", Related),
    ("twitter", Social),
    ("upsell", Ad),
    ("widget", Related),
    ("widgets", Related),
    ("wysiwyg", Content),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_each_stands_once() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(topic("sidebar"), Some(Topic::Chrome));
        assert_eq!(topic("sc"), None);
    }
}
