//! Bytes of a page in any encoding → text: a byte-order mark, else UTF-8 where they are that, else what a `meta` says
//! early on, else a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// Where browsers look for a `meta` that names the encoding (HTML standard, 13.2.3.2).
const PRESCAN_BYTES: usize = 1024;

/// The page as text. Bytes that are nothing in its encoding become U+FFFD.
pub fn decode(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if is_utf8(bytes) => UTF_8,
        None => declared(&bytes[..bytes.len().min(PRESCAN_BYTES)]).unwrap_or_else(|| guess(bytes)),
    };
    encoding.decode(bytes).0.into_owned()
}

/// Whether the bytes hold signs beyond ASCII and are UTF-8 as they stand. Browsers go by the `meta`; but what saved the
/// page has often written UTF-8 and left the `meta` of the server's own encoding in it, and text in any other encoding
/// is as good as never valid UTF-8.
fn is_utf8(bytes: &[u8]) -> bool {
    let is_valid = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // A page that was cut off within its last sign.
        Err(error) => error.error_len().is_none(),
    };
    is_valid && !bytes.is_ascii()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The encoding named by the first `meta` that names a known one.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let mut rest = start;
    loop {
        let at = rest.iter().position(|&byte| byte == b'<')?;
        rest = &rest[at..];
        if rest.starts_with(b"<!--") {
            let end = rest.windows(3).skip(2).position(|three| three == b"-->")?;
            rest = &rest[2 + end + 3..];
        } else if rest.len() > 5 && rest[..5].eq_ignore_ascii_case(b"<meta") && is_name_end(rest[5]) {
            let (attrs, after) = attributes(&rest[5..]);
            if let Some(encoding) = named_by(&attrs) {
                return Some(encoding);
            }
            rest = after;
        } else {
            rest = &rest[1..];
        }
    }
}

fn is_name_end(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

fn named_by(attrs: &[(String, String)]) -> Option<&'static Encoding> {
    let value = |wanted: &str| attrs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let label = match (value("charset"), value("http-equiv"), value("content")) {
        (Some(charset), _, _) => charset,
        (None, Some(header), Some(content)) if header.eq_ignore_ascii_case("content-type") => in_content(content)?,
        _ => return None,
    };
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The prescan could not have read the label if the page were in UTF-16; the rest is the standard's own table.
    Some(match encoding {
        named if named == UTF_16BE || named == UTF_16LE => UTF_8,
        named if named == X_USER_DEFINED => WINDOWS_1252,
        named => named,
    })
}

/// The label in `text/html; charset=…`.
fn in_content(content: &str) -> Option<&str> {
    let at = content.to_ascii_lowercase().find("charset")?;
    let label = content.get(at + "charset".len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = label.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => label[1..].split(quote).next(),
        None => label.split([';', ' ', '\t', '\n']).next(),
    }
}

/// The attributes of a tag, names in lower case, and what follows it.
fn attributes(tag: &[u8]) -> (Vec<(String, String)>, &[u8]) {
    let mut attrs = Vec::new();
    let mut rest = tag;
    loop {
        rest = skip(rest, is_name_end);
        let Some(&first) = rest.first() else { return (attrs, rest) };
        if first == b'>' {
            return (attrs, &rest[1..]);
        }
        // A name has at least its first byte, so that every round moves on.
        let (name, after) = split(rest, 1, |byte| is_name_end(byte) || byte == b'=' || byte == b'>');
        rest = skip(after, |byte| byte.is_ascii_whitespace());
        let mut value: &[u8] = &[];
        if rest.first() == Some(&b'=') {
            rest = skip(&rest[1..], |byte| byte.is_ascii_whitespace());
            (value, rest) = match rest.first() {
                Some(&quote @ (b'"' | b'\'')) => {
                    let (value, after) = split(&rest[1..], 0, |byte| byte == quote);
                    (value, after.get(1..).unwrap_or_default())
                }
                _ => split(rest, 0, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
        }
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        attrs.push((text(name).to_ascii_lowercase(), text(value)));
    }
}

fn skip(bytes: &[u8], skipped: impl Fn(u8) -> bool) -> &[u8] {
    let at = bytes.iter().position(|&byte| !skipped(byte)).unwrap_or(bytes.len());
    &bytes[at..]
}

fn split(bytes: &[u8], least: usize, ends: impl Fn(u8) -> bool) -> (&[u8], &[u8]) {
    let at = bytes.iter().skip(least).position(|&byte| ends(byte)).map_or(bytes.len(), |at| at + least);
    bytes.split_at(at)
}
