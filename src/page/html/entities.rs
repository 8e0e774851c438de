//! Character references, line ends and NULs, as the HTML standard's tokenizer treats them.

use lol_html::html_content::TextType;

/// The text of a whole text token.
pub(super) fn text(raw: String, kind: TextType) -> String {
    let mut text = line_ends(raw);
    if text.contains('\0') {
        text = if kind == TextType::Data { text.replace('\0', "") } else { text.replace('\0', "\u{fffd}") };
    }
    if kind.allows_html_entities() && text.contains('&') { htmlize::unescape(text).into_owned() } else { text }
}

/// The value of an attribute: a reference without a semicolon stays as it is before `=` or an alphanumeric.
pub(super) fn attribute(raw: String) -> String {
    let mut value = line_ends(raw);
    if value.contains('\0') {
        value = value.replace('\0', "\u{fffd}");
    }
    if value.contains('&') { htmlize::unescape_attribute(value).into_owned() } else { value }
}

fn line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
