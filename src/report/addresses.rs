//! Addresses: the same host stays the same, a path as deep, and what leads to a place on the page does so.

use super::{disguise::Disguise, public_words, texts};
use crate::metadata::dates::disguise;

/// Stands for a host that is a number: filler might be none.
const NUMBERED_HOST: &str = "192.0.2.1";
/// Bytes of the longest label of a host (RFC 1035).
const MAX_LABEL: usize = 63;
/// Stands for every port.
const PORT: &str = ":8080";
/// Parts of a place in which a known word stays: a slug of more is a title.
const PLACE_PARTS: usize = 3;

impl Disguise {
    pub fn address(&mut self, written: &str) -> String {
        let written = written.trim();
        let scheme = written.find(':').filter(|&at| {
            at > 1
                && written[..at].bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        });
        let (scheme, rest) = scheme.map_or(("", written), |at| written.split_at(at + 1));
        match scheme.to_ascii_lowercase().as_str() {
            "" | "http:" | "https:" => {}
            // What a page writes into its own links is neither read nor harmless.
            "javascript:" | "data:" | "blob:" => return scheme.to_owned() + ",",
            "mailto:" | "tel:" | "sms:" | "ftp:" | "file:" | "about:" => return scheme.to_owned() + &self.place(rest),
            // A host without its scheme, or the name of a program.
            _ => return "x-scheme:".to_owned() + &self.place(rest),
        }
        let (authority, path) = match rest.strip_prefix("//") {
            None => (None, rest),
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len()));
                (Some(authority), path)
            }
        };
        let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
        let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
        let mut out = scheme.to_owned();
        if let Some(authority) = authority {
            out.push_str("//");
            out.push_str(&self.host(authority));
        }
        out.push_str(&self.path(path));
        if let Some(query) = query {
            out.push('?');
            out.push_str(&self.place(query));
        }
        if let Some(fragment) = fragment {
            out.push('#');
            let names = self.names(&decoded(fragment), false);
            out.push_str(&encoded(&names));
        }
        out
    }

    /// Addresses with their sizes: `a.jpg 2x, b.jpg 640w`.
    pub fn address_set(&mut self, written: &str) -> String {
        let is_size = |piece: &str| {
            let piece = piece.trim_end_matches(',');
            piece.is_empty() || piece.strip_suffix(['w', 'x', 'h']).is_some_and(|number| number.parse::<f32>().is_ok())
        };
        let pieces = written.split_whitespace().map(|piece| {
            if is_size(piece) {
                return piece.to_owned();
            }
            let address = piece.trim_end_matches(',');
            self.address(address) + &piece[address.len()..]
        });
        pieces.collect::<Vec<_>>().join(" ")
    }

    fn host(&mut self, authority: &str) -> String {
        let host = authority.rsplit('@').next().unwrap_or_default();
        let (host, port) = host.rsplit_once(':').map_or((host, ""), |(host, _)| (host, PORT));
        let labels: Vec<&str> = host.split('.').collect();
        if host.starts_with('[') || labels.last().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit())) {
            return NUMBERED_HOST.to_owned() + port;
        }
        // The last two labels are the registered name; those before it may say what part of the site it is.
        let own = labels.len().saturating_sub(2);
        let others = labels.iter().enumerate().map(|(at, label)| {
            let lower = label.to_ascii_lowercase();
            if lower == "www" || (at < own && public_words::is_place(&lower)) { lower } else { self.label(&lower) }
        });
        others.collect::<Vec<_>>().join(".") + port
    }

    /// A label of a host, which is often made of a site's name without its spaces.
    fn label(&mut self, label: &str) -> String {
        let label = label.strip_prefix("xn--").unwrap_or(label);
        if label.len() > MAX_LABEL {
            return self.place(label);
        }
        let mut out = String::new();
        let mut unknown = 0;
        let mut at = 0;
        while at < label.len() {
            let longest = (at + 1..=label.len())
                .rev()
                .filter(|&end| label.is_char_boundary(at) && label.is_char_boundary(end))
                .find(|&end| self.title_words.contains(&label[at..end]));
            match longest {
                Some(end) => {
                    out.push_str(&self.place(&label[unknown..at]));
                    out.push_str(&self.place(&label[at..end]));
                    (at, unknown) = (end, end);
                }
                None => at += 1,
            }
        }
        out + &self.place(&label[unknown..])
    }

    /// A path: days stay days, known parts stay.
    fn path(&mut self, path: &str) -> String {
        let path = decoded(path);
        let mut out = String::new();
        let mut from = 0;
        for (place, other) in disguise::disguise(&path, self.order, self.shift) {
            out.push_str(&self.segments(&path[from..place.start]));
            out.push_str(&other);
            from = place.end;
        }
        out.push_str(&self.segments(&path[from..]));
        encoded(&out)
    }

    fn segments(&mut self, path: &str) -> String {
        let mut out = String::new();
        for segment in path.split_inclusive(['/', '.', '_']) {
            let name = segment.trim_end_matches(['/', '.', '_']);
            let parts = name.split('-').count();
            for part in name.split_inclusive('-') {
                let word = part.trim_end_matches('-').to_ascii_lowercase();
                let is_place = |word: &str| public_words::is_place(word);
                let stays = (parts == 1 && is_place(&word))
                    || (parts <= PLACE_PARTS && word.len() > 4 && is_place(&word))
                    || (parts == 1 && out.ends_with('.') && is_file_ending(&word))
                    // As in the headline, which the path repeats.
                    || public_words::credits(&[word.as_str()]) > 0;
                out.push_str(&if stays { part.to_owned() } else { self.place(part) });
            }
            out.push_str(&segment[name.len()..]);
        }
        out
    }

    /// Words of an address, none of which stays.
    fn place(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for word in texts::words(text, 0) {
            out.push_str(&text[from..word.start]);
            out.push_str(&self.filler.word(&text[word.clone()]));
            from = word.end;
        }
        out + &text[from..]
    }
}

fn is_file_ending(word: &str) -> bool {
    matches!(
        word,
        "html" | "htm" | "php" | "aspx" | "jpg" | "jpeg" | "png" | "webp" | "avif" | "gif" | "svg" | "mp4" | "pdf"
    )
}

/// Without `%XX`, where what it stands for is text.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = if *first == b'%' { after.get(..2) } else { None };
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = &after[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.replace('%', "-"))
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`' | '%' | '{' | '}' | '|' | '\\' | '^') {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    out
}
