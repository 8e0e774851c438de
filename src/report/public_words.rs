//! The words that stay: those of the core's own lists and of the web's standards.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::json;
use crate::{
    blocks::shown,
    features::{names, phrases},
    metadata::{dates, lexicon},
    page::text,
};

/// Words of the longest phrase in a line of credits.
const LONGEST: usize = 5;

/// Words of values that standards define, and endings of files.
const STANDARD: &[&str] = &[
    "alert",
    "alertdialog",
    "all",
    "alternate",
    "alternative",
    "and",
    "annotation",
    "application",
    "archives",
    "area",
    "article",
    "articlebody",
    "aspx",
    "audio",
    "author",
    "auto",
    "avif",
    "banner",
    "block",
    "bookmark",
    "button",
    "calc",
    "canonical",
    "cell",
    "checkbox",
    "col",
    "colgroup",
    "color",
    "columnheader",
    "complementary",
    "content",
    "contentinfo",
    "created",
    "creator",
    "css",
    "date",
    "description",
    "dialog",
    "directory",
    "display",
    "doc",
    "document",
    "email",
    "encoding",
    "endnote",
    "endnotes",
    "external",
    "false",
    "figure",
    "file",
    "follow",
    "footnote",
    "footnotes",
    "form",
    "gif",
    "grid",
    "group",
    "heading",
    "headline",
    "hidden",
    "htm",
    "html",
    "http",
    "https",
    "icon",
    "image",
    "img",
    "inline",
    "input",
    "javascript",
    "jpeg",
    "jpg",
    "json",
    "landmark",
    "ld",
    "link",
    "list",
    "listitem",
    "ltr",
    "main",
    "math",
    "mathml",
    "max",
    "menu",
    "menubar",
    "menuitem",
    "min",
    "mode",
    "modulepreload",
    "modified",
    "mp3",
    "mp4",
    "name",
    "navigation",
    "next",
    "nofollow",
    "none",
    "noopener",
    "noref",
    "noreferrer",
    "note",
    "noteref",
    "number",
    "only",
    "option",
    "password",
    "pdf",
    "php",
    "plain",
    "png",
    "preload",
    "presentation",
    "prev",
    "print",
    "publisher",
    "px",
    "radio",
    "region",
    "reset",
    "row",
    "rowgroup",
    "rowheader",
    "rtl",
    "schema",
    "screen",
    "script",
    "search",
    "separator",
    "shortcut",
    "slideshow",
    "sponsored",
    "status",
    "stylesheet",
    "submit",
    "subtitle",
    "svg",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "tag",
    "tel",
    "tex",
    "text",
    "textbox",
    "tooltip",
    "true",
    "type",
    "ugc",
    "url",
    "utf",
    "video",
    "vw",
    "webm",
    "webp",
    "width",
    "xml",
    "yes",
];

/// Types of schema.org that the readings tell apart, lower-case.
const TYPES: &[&str] = &[
    "aboutpage",
    "article",
    "blogposting",
    "book",
    "collectionpage",
    "course",
    "discussionforumposting",
    "event",
    "faqpage",
    "howto",
    "imageobject",
    "itempage",
    "liveblogposting",
    "newsarticle",
    "organization",
    "person",
    "product",
    "productgroup",
    "profilepage",
    "qapage",
    "question",
    "recipe",
    "report",
    "review",
    "reviewnewsarticle",
    "searchresultspage",
    "socialmediaposting",
    "videoobject",
    "webpage",
    "webpageelement",
    "website",
];

/// Every word of the lists, in lower case.
struct Lists {
    /// Phrases of credits, of words parted by one space.
    credits: HashSet<String>,
    /// The same of scripts that part no words.
    unspaced_credits: Vec<&'static str>,
    markup: HashSet<&'static str>,
    /// Whole names by which drawn formulas are known.
    drawn: HashSet<&'static str>,
    places: HashSet<&'static str>,
    types: HashSet<&'static str>,
    /// Words of phrases of any kind.
    spoken: HashSet<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let (unspaced, spaced): (Vec<_>, Vec<_>) =
        lexicon::credits().partition(|phrase| phrase.contains(text::is_unspaced));
    let joined = |phrase: &str| spoken(phrase).collect::<Vec<_>>().join(" ");
    let credits: HashSet<String> = spaced.into_iter().map(joined).filter(|phrase| !phrase.is_empty()).collect();
    let of_phrases = phrases::all().chain(lexicon::calls()).flat_map(spoken);
    Lists {
        spoken: of_phrases.chain(credits.iter().flat_map(|phrase| spoken(phrase))).collect(),
        credits,
        unspaced_credits: unspaced,
        markup: lexicon::markup().chain(STANDARD.iter().copied()).collect(),
        drawn: shown::DRAWN.iter().copied().collect(),
        places: lexicon::places().chain(["authors", "contributors", "profiles", "writers"]).collect(),
        types: lexicon::types().map(|name| name.trim_start_matches("og:")).chain(TYPES.iter().copied()).collect(),
    }
});

fn spoken(phrase: &str) -> impl Iterator<Item = String> {
    let words = phrase.split(|c: char| !text::is_of_word(c)).filter(|word| !word.is_empty());
    words.map(phrases::plain).collect::<Vec<_>>().into_iter()
}

/// How many of the words, which are [`phrases::plain`], the longest phrase of credits covers that they begin with.
pub fn credits(words: &[&str]) -> usize {
    let most = words.len().min(LONGEST);
    (1..=most).rev().find(|&length| LISTS.credits.contains(words[..length].join(" ").as_str())).unwrap_or(0)
}

/// How many words a button's call has that the text begins with.
pub fn call(written: &str) -> usize {
    let text = written.to_lowercase();
    // Of a longer word ("enrollment") the rest would tell.
    let is_word = |call: &str| !text[call.len()..].starts_with(crate::page::text::is_of_word);
    lexicon::calls()
        .filter(|call| text.starts_with(call) && is_word(call))
        .map(|call| spoken(call).count())
        .max()
        .unwrap_or(0)
}

/// Where phrases stand in a text whose script parts no words; `with_credits`: those of credits, too.
pub fn unspaced(text: &str, with_credits: bool) -> Vec<Range<usize>> {
    let credits = LISTS.unspaced_credits.iter().copied().filter(|_| with_credits);
    // ASCII alone changes its case, and not its length.
    let lower = text.to_ascii_lowercase();
    let found = phrases::unspaced()
        .chain(credits)
        .flat_map(|phrase| lower.match_indices(phrase).map(|(at, found)| at..at + found.len()).collect::<Vec<_>>());
    found.collect()
}

/// Whether a word of class, id and the like, in lower case, stays.
pub fn is_of_markup(word: &str) -> bool {
    LISTS.markup.contains(word) || names::is_known(word)
}

/// Whether a whole name of a class stays.
pub fn is_drawn(name: &str) -> bool {
    LISTS.drawn.contains(name)
}

/// Whether a part of an address, in lower case, stays.
pub fn is_place(word: &str) -> bool {
    LISTS.places.contains(word)
}

/// Whether the name of a type, in lower case, stays.
pub fn is_type(name: &str) -> bool {
    LISTS.types.contains(name)
}

/// Whether a word is of the lists or of the web's standards, and so says nothing of the page where it stays.
pub fn is_public(word: &str) -> bool {
    let is_key = |key: &&str| key.trim_start_matches('@').eq_ignore_ascii_case(word);
    let is_all_phrases = || {
        let pieces = unspaced(word, true);
        word.char_indices().all(|(at, _)| pieces.iter().any(|piece| piece.contains(&at)))
    };
    says_something(word) || says_something(&phrases::plain(word)) || is_all_phrases() || json::KEYS.iter().any(is_key)
}

/// Whether a word in lower case says anything to the core, wherever it stands: no filler may.
pub fn says_something(word: &str) -> bool {
    is_of_markup(word)
        || is_place(word)
        || is_type(word)
        || LISTS.spoken.contains(word)
        || lexicon::generators().any(|name| word.contains(name))
        || dates::is_month(word)
        || dates::is_part(word) && !word.starts_with(|c: char| c.is_ascii_digit())
}
