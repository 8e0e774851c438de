//! Fields as plain text: tags, entities and white space that sources leave in their strings.

use crate::{limits, page::text};

/// A field's text: entities decoded (twice-encoded ones too), tags dropped, white space squashed, cut at
/// [`limits::MAX_FIELD_CHARS`]; `None` where nothing is left to see.
pub fn field(raw: &str) -> Option<String> {
    // A field can't get longer by cleaning, and what is cut away can be megabytes.
    let cut = clip(raw, limits::MAX_FIELD_CHARS * 8);
    let text = long(cut);
    let text = clip(&text, limits::MAX_FIELD_CHARS).trim_end();
    (!text::is_blank(text)).then(|| text.to_owned())
}

/// The same for text that the page shows: there, what looks like a tag is text.
pub fn shown(text: &str) -> Option<String> {
    let text = text::squash(&decode_entities(clip(text, limits::MAX_FIELD_CHARS)).replace(is_dropped, ""));
    let text = text.trim_end_matches(['¶', '#']).trim_end();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The same for text that may be long: an article's body.
pub fn long(raw: &str) -> String {
    let mut text = raw.to_owned();
    for _ in 0..2 {
        if !text.contains('&') {
            break;
        }
        text = decode_entities(&text);
    }
    if text.contains('<') {
        text = strip_tags(&text);
    }
    text::squash(&text.replace(is_dropped, ""))
}

/// What nobody sees and nothing loses, and what could turn round the line that the field comes to stand in (Unicode's
/// embeddings, overrides and isolates). The joiners are part of how Persian and Indic words are written.
fn is_dropped(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_control = c.is_control() && !c.is_whitespace();
    turns || is_control || (text::is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}'))
}

/// Letters and digits in lower case, words parted by one space: what two writings of one name have in common.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | '‘' | '®' | '™')
            && !text::is_invisible(c)
            && !out.is_empty()
            && !out.ends_with(' ')
        {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The first `chars` characters.
fn clip(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).map_or(text, |(at, _)| &text[..at])
}

/// Drops what looks like a tag: `<`, a letter or `/`, up to `>`. Leaves "a < b" as it is.
fn strip_tags(text: &str) -> String {
    // `<table>` may be the very subject of a title: a tag alone in its string, without an end tag, is text.
    if !["</", "<br", "/>"].iter().any(|sure| text.contains(sure)) {
        return text.to_owned();
    }
    // Asked once: a body of megabytes may be nothing but opening brackets.
    let last_end = text.rfind('>').unwrap_or(0);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let is_tag = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let has_end = text.len() - tag.len() < last_end;
        if let Some(end) = (is_tag && has_end).then(|| tag.find('>')).flatten() {
            let name = &tag[1..end];
            if ["p", "/p", "br", "div", "/div", "li", "/li"].iter().any(|block| name.starts_with(block)) {
                out.push(' ');
            }
            rest = &tag[end + 1..];
        } else {
            out.push('<');
            rest = &tag[1..];
        }
    }
    out.push_str(rest);
    out
}

fn decode_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        // The longest name below has six letters; numbers have up to eight characters.
        let end = entity.bytes().take(12).position(|byte| byte == b';');
        if let Some((end, c)) = end.and_then(|end| Some((end, named(&entity[1..end])?))) {
            out.push(c);
            rest = &entity[end + 1..];
        } else {
            out.push('&');
            rest = &entity[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The characters that publishers' software encodes in strings that are no HTML.
fn named(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "hellip" => '…',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        "egrave" => 'è',
        "agrave" => 'à',
        "aacute" => 'á',
        "oacute" => 'ó',
        "iacute" => 'í',
        "uacute" => 'ú',
        "ntilde" => 'ñ',
        "ccedil" => 'ç',
        "reg" => '®',
        "copy" => '©',
        "trade" => '™',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_encoded_entities_and_tags_become_plain_text() {
        assert_eq!(field("Tom &amp;amp; <i>Ann</i>&#8217;s&nbsp;day").as_deref(), Some("Tom & Ann’s day"));
        assert_eq!(field("1 < 2 & 3 > 2").as_deref(), Some("1 < 2 & 3 > 2"));
        assert_eq!(field("<table>: the table element").as_deref(), Some("<table>: the table element"));
        assert_eq!(field(" \u{200b} "), None);
    }

    #[test]
    fn megabytes_of_brackets_are_read_once() {
        let count = 1 << 20;
        for (piece, end, left) in [("<a ", "</", 3 * count + 2), ("<a>", "", 3 * count), ("<a ", "</a>", 0)] {
            assert_eq!(long(&format!("{}{end}", piece.repeat(count))).len(), left, "{piece} {end}");
        }
    }

    #[test]
    fn a_field_is_cut_at_the_bound_by_characters() {
        let long = "é".repeat(limits::MAX_FIELD_CHARS + 1);
        assert_eq!(field(&long).map(|text| text.chars().count()), Some(limits::MAX_FIELD_CHARS));
    }

    #[test]
    fn a_key_forgets_case_and_marks() {
        assert_eq!(key("  It’s — The *Site*! "), "its the site");
    }
}
