//! How long a text takes to read.

/// Words a minute in English: silent reading of non-fiction (Brysbaert 2019).
const ENGLISH: f32 = 238.0;
/// What readers of English reached in the study below, aloud.
const ENGLISH_ALOUD: f32 = 228.0;
/// The mean of its seventeen languages, for all others.
const MEAN_ALOUD: f32 = 184.0;

/// Words a minute by language, read aloud, in texts of the same content (Trauzettel-Klosinski & Dietz 2012, table 2). For
/// Chinese and Japanese the study's characters a minute (255 and 357) in words as [`crate::page::text::words`] counts them.
const ALOUD: &[(&str, f32)] = &[
    ("ar", 138.0),
    ("de", 179.0),
    ("en", ENGLISH_ALOUD),
    ("es", 218.0),
    ("fi", 161.0),
    ("fr", 195.0),
    ("he", 187.0),
    ("it", 188.0),
    ("ja", 223.0),
    ("nl", 202.0),
    ("pl", 166.0),
    ("pt", 181.0),
    ("ru", 184.0),
    ("sl", 180.0),
    ("sv", 199.0),
    ("tr", 166.0),
    ("zh", 159.0),
];

/// Whole minutes, rounded up, that `words` words take in the language (`pt-BR`; English where it is not known): the speed
/// in English times what the study found the language's to be beside it.
pub fn minutes(words: usize, lang: Option<&str>) -> usize {
    let primary = lang.unwrap_or("en").split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let aloud = ALOUD.iter().find(|(lang, _)| *lang == primary).map_or(MEAN_ALOUD, |(_, speed)| *speed);
    (words as f32 / (ENGLISH * aloud / ENGLISH_ALOUD)).ceil() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_take_longer_in_a_language_of_longer_words() {
        assert_eq!(minutes(0, None), 0);
        assert_eq!(minutes(1, Some("en")), 1);
        assert_eq!(minutes(952, Some("en-GB")), 4);
        assert_eq!(minutes(952, Some("tr")), 6);
        assert_eq!(minutes(952, Some("hi")), 5);
    }
}
