//! Addresses as pages write them.

use std::borrow::Cow;

use idna::punycode;
use url::Url;

use crate::limits;

/// The address that `written` is, on a page at `base` where there is one (URL standard); `None` for what is none, or longer
/// than [`limits::MAX_URL_BYTES`].
///
/// Hosts in other scripts than ASCII are read, too (IDNA, "Punycode"), but for the rare ones that only the standard's tables
/// of characters could: letters with their accents apart, and such. Those tables would be a fourth of the click's module.
pub fn parse(base: Option<&Url>, written: &str) -> Option<Url> {
    if written.len() > limits::MAX_URL_BYTES {
        return None;
    }
    let written = written.trim();
    Url::options().base_url(base).parse(&with_ascii_host(written)?).ok()
}

/// The same address; `None` where its host cannot be written in ASCII.
fn with_ascii_host(written: &str) -> Option<Cow<'_, str>> {
    let Some((from, to)) = host(written) else { return Some(Cow::Borrowed(written)) };
    let host = &written[from..to];
    // With a percent sign it could be anything, and is nobody's.
    if host.contains('%') {
        return None;
    }
    if host.is_ascii() {
        return Some(Cow::Borrowed(written));
    }
    let mut ascii = written[..from].to_owned();
    for (at, label) in host.split(['.', '。', '．', '｡']).enumerate() {
        if at > 0 {
            ascii.push('.');
        }
        push_ascii(&mut ascii, label)?;
    }
    ascii.push_str(&written[to..]);
    Some(Cow::Owned(ascii))
}

/// Where the host of a web address begins and ends.
fn host(written: &str) -> Option<(usize, usize)> {
    let (scheme, _) = written.split_once("//")?;
    if !["", "http:", "https:"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let start = scheme.len() + "//".len();
    let end = written[start..].find(['/', '\\', '?', '#']).map_or(written.len(), |at| start + at);
    let start = written[start..end].rfind('@').map_or(start, |at| start + at + 1);
    let end = written[start..end].find(':').map_or(end, |at| start + at);
    Some((start, end))
}

fn push_ascii(ascii: &mut String, label: &str) -> Option<()> {
    if label.is_ascii() {
        ascii.push_str(label);
        return Some(());
    }
    let lower: Vec<char> = label.chars().flat_map(char::to_lowercase).collect();
    if lower.iter().any(|c| matches!(c, '\u{300}'..='\u{36f}')) {
        return None;
    }
    ascii.push_str("xn--");
    ascii.push_str(&punycode::encode(&lower)?);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(written: &str) -> Option<String> {
        let base = Url::parse("https://news.example/a/story").unwrap();
        parse(Some(&base), written).map(Into::into)
    }

    #[test]
    fn a_host_may_be_in_any_script() {
        for (written, address) in [
            ("https://bücher.example/weg", "https://xn--bcher-kva.example/weg"),
            (" HTTPS://BÜCHER.example:8443/ä?ö#ü ", "https://xn--bcher-kva.example:8443/%C3%A4?%C3%B6#%C3%BC"),
            ("//пример.рф/страница", "https://xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0"),
            ("https://例え。テスト", "https://xn--r8jz45g.xn--zckzah/"),
            ("https://ΣΑΣ.example/", "https://xn--mxa9ab.example/"),
            ("https://ann@straße.example/", "https://ann@xn--strae-oqa.example/"),
        ] {
            assert_eq!(parsed(written).as_deref(), Some(address), "{written}");
        }
    }

    #[test]
    fn what_is_no_host_stays_as_it_is_written() {
        for (written, address) in [
            ("/größe//maß", "https://news.example/gr%C3%B6%C3%9Fe//ma%C3%9F"),
            ("größe", "https://news.example/a/gr%C3%B6%C3%9Fe"),
            ("https://a.example/ü", "https://a.example/%C3%BC"),
            ("mailto:ü@a.example", "mailto:%C3%BC@a.example"),
        ] {
            assert_eq!(parsed(written).as_deref(), Some(address), "{written}");
        }
    }

    #[test]
    fn an_address_ends_at_the_bound() {
        for bytes in [limits::MAX_URL_BYTES - 1, limits::MAX_URL_BYTES, limits::MAX_URL_BYTES + 1] {
            let start = "https://news.example/";
            let written = format!("{start}{}", "a".repeat(bytes - start.len()));
            assert_eq!(parsed(&written).is_some(), bytes <= limits::MAX_URL_BYTES, "{bytes}");
        }
    }

    #[test]
    fn what_only_tables_could_read_is_no_address() {
        assert_eq!(parsed("https://bu\u{308}cher.example/"), None);
        assert_eq!(parsed("https://me%54%C3%BC.example/"), None);
        assert_eq!(parsed("https://meG\u{fffd}T.example/"), None);
    }
}
