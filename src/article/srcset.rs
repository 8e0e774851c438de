//! `srcset`: candidates with their width or density (HTML standard, 4.8.4.2.1).

use url::Url;

use super::SafeUrl;

/// Pages name five to ten candidates; what follows the first of these is left out.
const MAX_CANDIDATES: usize = 16;

/// Wider pictures than this are for print and for zooming in.
const MAX_WIDTH: u32 = 1600;

/// The candidates with safe addresses. The descriptor is empty, a width (`800w`) or a density (`2x`).
pub(super) fn parse(base: Option<&Url>, srcset: &str) -> Vec<(SafeUrl, String)> {
    let mut found = Vec::new();
    let mut rest = srcset;
    while found.len() < MAX_CANDIDATES {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (written, after) = rest.split_at(end);
        let address = written.trim_end_matches(',');
        // A comma inside an address is part of it; at its end it ends the candidate.
        let (descriptor, after) = if address.len() < written.len() {
            ("", after)
        } else {
            after.split_at(after.find(',').unwrap_or(after.len()))
        };
        rest = after;
        let descriptor = descriptor.trim();
        if let Some(url) = SafeUrl::resolve(base, address).filter(SafeUrl::is_web)
            && is_descriptor(descriptor)
        {
            found.push((url, descriptor.to_owned()));
        }
    }
    found
}

/// The widest candidate that is not too wide, else the smallest; of densities the first. Candidates without a
/// descriptor are the plain form.
pub(super) fn best(candidates: &[(SafeUrl, String)]) -> Option<&SafeUrl> {
    let width = |descriptor: &str| descriptor.strip_suffix('w').and_then(|width| width.parse::<u32>().ok());
    let widths = || candidates.iter().filter_map(|(url, descriptor)| Some((width(descriptor)?, url)));
    let fitting = widths().filter(|(width, _)| *width <= MAX_WIDTH).max_by_key(|(width, _)| *width);
    let smallest = || widths().min_by_key(|(width, _)| *width);
    fitting.or_else(smallest).map(|(_, url)| url).or_else(|| candidates.first().map(|(url, _)| url))
}

fn is_descriptor(text: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().is_ok_and(|number| number > 0.0 && number < 100_000.0);
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'x' | 'w'));
    text.is_empty() || is_plain && text.strip_suffix(['x', 'w']).is_some_and(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(srcset: &str) -> Vec<(String, String)> {
        let base = Url::parse("https://news.example/").unwrap();
        parse(Some(&base), srcset).into_iter().map(|(url, descriptor)| (url.as_str().to_owned(), descriptor)).collect()
    }

    #[test]
    fn commas_inside_addresses_are_part_of_them() {
        let found = read("a,b.jpg 1x, c.jpg,d.jpg 2x");
        assert_eq!(found[0], ("https://news.example/a,b.jpg".into(), "1x".into()));
        assert_eq!(found[1].0, "https://news.example/c.jpg,d.jpg");
    }

    #[test]
    fn scripts_data_and_strange_descriptors_are_left_out() {
        assert_eq!(read("javascript:alert(1) 1x, data:image/gif;base64,R0lG 2x, x.jpg 1x\"onerror").len(), 0);
    }

    #[test]
    fn the_widest_that_fits_a_column_is_chosen() {
        let base = Url::parse("https://news.example/").unwrap();
        let found = parse(Some(&base), "s.jpg 400w, l.jpg 1600w, xl.jpg 4000w");
        assert_eq!(best(&found).unwrap().as_str(), "https://news.example/l.jpg");
        let found = parse(Some(&base), "xxl.jpg 8000w, xl.jpg 4000w");
        assert_eq!(best(&found).unwrap().as_str(), "https://news.example/xl.jpg");
    }
}
