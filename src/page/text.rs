//! White space and counts.

/// Runs of white space (no-break spaces too) become one space; none at the ends.
pub fn squash(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether there is nothing to see: white space, zero-width and soft-hyphen characters only.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Zero-width characters and the soft hyphen.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether the character belongs to a script written without spaces between words.
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'   // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Myanmar
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{3040}'..='\u{30ff}' // Hiragana, Katakana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' // Han
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether the character says as much as two letters do: the scripts of China, Japan and Korea.
pub fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether the character is part of a word: a letter, a digit, or a sign that is written on one.
pub fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii() && c.is_alphanumeric()
        || matches!(c,
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{963}'
            | '\u{966}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

/// Quotes and brackets that may stand after the end of a sentence.
pub fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | ')' | ']' | '」' | '』' | '）')
}

/// Whether the last that is no closing quote or bracket ends a sentence, or leads on to what follows.
pub fn ends_as_sentence(text: &str) -> bool {
    let last = text.chars().rev().find(|&c| !is_closing(c));
    last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | '。' | '！' | '？' | '।' | '؟' | '։' | '።'))
}

/// Words: runs of letters and digits. In scripts without spaces two characters count as a word, about what dictionaries
/// give for Chinese and Japanese.
pub fn words(text: &str) -> usize {
    let mut words = 0;
    let mut unspaced = 0;
    let mut inside = false;
    for c in text.chars() {
        if !c.is_ascii() && is_unspaced(c) {
            unspaced += 1;
            inside = false;
        } else if is_of_word(c) {
            words += usize::from(!inside);
            inside = true;
        } else if !matches!(c, '\'' | '’' | '_') {
            inside = false;
        }
    }
    words + usize::div_ceil(unspaced, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_any_kind_becomes_one_space() {
        assert_eq!(squash(" a\n\t b\u{a0}c "), "a b c");
    }

    #[test]
    fn words_are_counted_by_script() {
        assert_eq!(words("It's 3 o’clock, well-known."), 5);
        assert_eq!(words("今日は晴れです。"), 4);
        assert_eq!(words("…!"), 0);
    }
}
