//! The shape of the page's address: lists of texts stand near a site's front and have short names, a text's own address
//! often says its headline.

use url::Url;

use super::address;

/// What the path says of the page's place in its site, whatever the site's name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AddressShape {
    /// Parts of the path.
    pub depth: f32,
    /// Words of the path's last part.
    pub words: f32,
    /// The share of those that the title has.
    pub in_title: f32,
    /// The share of the title's words that the last part has.
    pub of_title: f32,
    /// Digits in the path.
    pub digits: f32,
    /// 1 where it has a query.
    pub query: f32,
}

impl AddressShape {
    /// The numbers in the order in which they stand here; each is -1 where no address is known.
    pub fn facts(of: Option<Self>) -> [f32; 6] {
        of.map_or([-1.0; 6], |shape| {
            [shape.depth, shape.words, shape.in_title, shape.of_title, shape.digits, shape.query]
        })
    }

    /// Of the address of a page in the web, beside its title.
    pub fn of(url: &Url, title: Option<&str>) -> Option<Self> {
        if !matches!(url.scheme(), "http" | "https") {
            return None;
        }
        let depth = url.path_segments()?.filter(|part| !part.is_empty()).count();
        let name = address::name(url).unwrap_or_default().to_lowercase();
        let title = title.unwrap_or_default().to_lowercase();
        let (name, title) = (words(&name), words(&title));
        Some(Self {
            depth: depth as f32,
            words: name.len() as f32,
            in_title: share(&name, &title),
            of_title: share(&title, &name),
            digits: url.path().bytes().filter(u8::is_ascii_digit).count() as f32,
            query: f32::from(u8::from(url.query().is_some())),
        })
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The share of `words` that are among `others`, 0 to 1.
fn share(words: &[&str], others: &[&str]) -> f32 {
    words.iter().filter(|word| others.contains(word)).count() as f32 / words.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(url: &str, title: &str) -> Option<AddressShape> {
        AddressShape::of(&Url::parse(url).unwrap(), Some(title))
    }

    #[test]
    fn a_texts_address_says_its_headline_and_a_lists_is_short() {
        let text = shape("https://a.example/2024/07/rain-falls-on-the-valley.html", "Rain falls on the valley again");
        let list = shape("https://a.example/news/?page=2", "All our news");
        let front = shape("https://a.example/", "Front");
        for (found, expected) in [
            (text, [3.0, 5.0, 1.0, 5.0 / 6.0, 6.0, 0.0]),
            (list, [1.0, 1.0, 1.0, 1.0 / 3.0, 0.0, 1.0]),
            (front, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
            (None, [-1.0; 6]),
        ] {
            let facts = AddressShape::facts(found);
            assert!(facts.iter().zip(expected).all(|(fact, right)| (fact - right).abs() < 1e-6), "{facts:?}");
        }
    }

    #[test]
    fn a_file_has_no_place_in_a_site() {
        assert_eq!(shape("file:///tmp/rain-falls.html", "Rain falls"), None);
    }
}
