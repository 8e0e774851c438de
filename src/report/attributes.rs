//! Attributes, each by what it says.

use super::{disguise::Disguise, texts};
use crate::{
    features::names,
    metadata::{
        dates::disguise,
        lexicon::{self, Said},
        plain,
    },
    page::{Attr, NodeId, Page, Tag},
};

/// The web address that names types.
const SCHEMA: &str = "schema.org";
/// Characters of the longest name of a language.
const LANGUAGE_CHARS: usize = 12;

impl Disguise {
    pub fn attribute(&mut self, page: &Page, node: NodeId, attr: Attr, value: &str) -> String {
        let is_meta = page.is(node, Tag::Meta);
        match attr {
            Attr::Property | Attr::Name | Attr::HttpEquiv if is_meta => self.meta_name(value),
            Attr::Content => self.meta_content(page, node, value),
            Attr::Href
            | Attr::Cite
            | Attr::Src
            | Attr::Poster
            | Attr::CurrentSrc
            | Attr::DataSrc
            | Attr::DataOriginal
            | Attr::DataLazySrc
            | Attr::DataOriginalSrc
            | Attr::DataUrl
            | Attr::DataHref
            | Attr::DataImage
            | Attr::DataFullSrc
            | Attr::DataHiResSrc
            | Attr::DataFallbackSrc => self.address(value),
            Attr::Srcset | Attr::DataSrcset | Attr::DataLazySrcset => self.address_set(value),
            Attr::Alt
            | Attr::Title
            | Attr::Alttext
            | Attr::DataCaption
            | Attr::DataTex
            | Attr::Videoid
            | Attr::DataVideoId => self.text(value),
            Attr::Value if value.parse::<i32>().is_err() => self.text(value),
            Attr::AriaLabel => self.label_of(value),
            Attr::Datetime => self.date(value),
            Attr::Lang | Attr::Hreflang => language(value),
            Attr::Itemtype => self.item_type(value),
            Attr::Class => self.class(value),
            Attr::Id | Attr::Name | Attr::Itemprop => self.names(value, false),
            _ => self.names(value, true),
        }
    }

    /// A date by itself: what is none is filler.
    pub fn date(&mut self, value: &str) -> String {
        disguise::disguise_bare(value.trim(), self.shift).unwrap_or_else(|| self.text(value))
    }

    /// What a field says: a date, an address, or words.
    pub fn field(&mut self, value: &str) -> String {
        let written = value.trim();
        let is_address = !written.contains(char::is_whitespace)
            && (written.contains("://") || written.starts_with('/') || written.starts_with("data:"));
        if is_address { self.address(written) } else { self.text(&plain::long(written)) }
    }

    /// What the markup's own words say of an element stays in its label.
    fn label_of(&mut self, label: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for word in texts::words(label, 0) {
            out.push_str(&label[from..word.start]);
            let written = &label[word.clone()];
            let stays = names::tells_topic(&written.to_ascii_lowercase());
            out.push_str(&if stays { written.to_owned() } else { self.filler.word(written) });
            from = word.end;
        }
        out + &label[from..]
    }

    /// The name of a `meta` element; blank where it is not read.
    fn meta_name(&mut self, name: &str) -> String {
        let lower = name.trim().to_ascii_lowercase();
        match lexicon::said_by(&lower) {
            Some(Said::Date) => self.names(name, false),
            Some(_) => name.to_owned(),
            None if lower == "generator" => name.to_owned(),
            None => String::new(),
        }
    }

    fn meta_content(&mut self, page: &Page, node: NodeId, content: &str) -> String {
        let names = [Attr::Property, Attr::Name, Attr::HttpEquiv].map(|attr| page.attr(node, attr).unwrap_or_default());
        let names = names.map(|name| name.trim().to_ascii_lowercase());
        if names.iter().any(|name| name == "generator") {
            return generators(content);
        }
        match names.iter().find_map(|name| lexicon::said_by(name)) {
            Some(Said::Date) => self.date(content),
            Some(Said::Type) => self.type_name(content),
            Some(Said::Language) => language(content),
            Some(Said::Text) => self.field(content),
            None if page.attr(node, Attr::Itemprop).is_some() => {
                if disguise::disguise_bare(content.trim(), self.shift).is_some() {
                    self.date(content)
                } else {
                    self.field(content)
                }
            }
            None => String::new(),
        }
    }

    /// A type's address: of those of schema.org, known names stay.
    pub fn item_type(&mut self, value: &str) -> String {
        let name = value.trim().trim_end_matches('/').rsplit(['/', '#', ':']).next().unwrap_or_default();
        let name = self.type_name(name);
        if value.contains(SCHEMA) { format!("https://{SCHEMA}/{name}") } else { name }
    }
}

/// A language's name stays: the letters of the page tell it, too.
pub fn language(written: &str) -> String {
    let is_name = written.len() <= LANGUAGE_CHARS
        && written.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_' | b' ' | b','));
    if is_name { written.to_owned() } else { String::new() }
}

/// The programs that tell what they make, of those that made the page.
fn generators(content: &str) -> String {
    let lower = content.to_ascii_lowercase();
    lexicon::generators().filter(|name| lower.contains(name)).collect::<Vec<_>>().join(" ")
}
