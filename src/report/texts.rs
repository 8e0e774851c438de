//! Texts → filler, but for what the core reads by its words.

use std::ops::Range;

use super::{disguise::Disguise, public_words};
use crate::{
    features::phrases,
    metadata::dates::disguise,
    page::{NodeId, Page, Tag, text},
};

/// Bytes of the longest line in which dates are dates.
pub const DATED_BYTES: usize = 560;
/// Characters of the longest line of credits.
const CREDITS_CHARS: usize = 140;
/// Words of a line that may be all label.
const LABEL_WORDS: usize = 6;
/// Bytes of the longest text that can be a button's.
const CALL_BYTES: usize = 40;
/// Letters by which a description is known to be a paragraph's beginning.
const START_LETTERS: usize = 40;

/// Texts that are read as one.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    /// Each text with its place in the line.
    pub parts: Vec<(NodeId, Range<usize>)>,
    /// Where the first link begins: the word before it ends there.
    first_link: Option<usize>,
}

impl Line {
    /// The texts of a block's run.
    pub fn of_run(page: &Page, first: NodeId, end: NodeId) -> Self {
        let mut line = Self::default();
        let mut next = first;
        while next < end {
            let node = next;
            next = node.next();
            match page.tag(node) {
                Some(tag) if tag.is_unread() => next = page.subtree_end(node),
                Some(Tag::Br) => line.text.push(' '),
                Some(Tag::A) => drop(line.first_link.get_or_insert(line.text.len())),
                Some(_) => {}
                None => {
                    let from = line.text.len();
                    line.text.push_str(page.text(node).unwrap_or_default());
                    line.parts.push((node, from..line.text.len()));
                }
            }
        }
        line
    }
}

impl Disguise {
    /// A text that stands for itself.
    pub fn text(&mut self, text: &str) -> String {
        let line = Line { text: text.to_owned(), parts: vec![(NodeId::ROOT, 0..text.len())], first_link: None };
        self.line(&line).concat()
    }

    /// The texts of a line, each in its place.
    pub fn line(&mut self, line: &Line) -> Vec<String> {
        let text = line.text.as_str();
        let dates = self.dates(line);
        let words = words(text, line.first_link.unwrap_or_default());
        let places: Vec<Range<usize>> = dates.iter().map(|(place, _)| place.clone()).collect();
        let mut kept = self.kept(line, &words, &places);
        kept.extend(places);
        let kept = joined(kept);
        let mut changes = dates;
        for word in words {
            for piece in without(word, &kept) {
                let other = self.filler.word(&text[piece.clone()]);
                changes.push((piece, other));
            }
        }
        changes.sort_by_key(|(place, _)| place.start);
        line.parts.iter().map(|(_, part)| changed(text, part, &changes)).collect()
    }

    /// The dates of a line that may be one of credits: each text is read by itself, too, as other words may touch it.
    fn dates(&self, line: &Line) -> Vec<(Range<usize>, String)> {
        if line.text.len() > DATED_BYTES {
            return Vec::new();
        }
        let mut dates = disguise::disguise(&line.text, self.order, self.shift);
        for (_, part) in &line.parts {
            for (place, other) in disguise::disguise(&line.text[part.clone()], self.order, self.shift) {
                let place = place.start + part.start..place.end + part.start;
                if dates.iter().all(|(known, _)| known.end <= place.start || known.start >= place.end) {
                    dates.push((place, other));
                }
            }
        }
        dates
    }

    /// What stays of a line, in bytes.
    fn kept(&self, line: &Line, words: &[Range<usize>], dates: &[Range<usize>]) -> Vec<Range<usize>> {
        let text = line.text.as_str();
        let mut kept = Vec::new();
        let count = text::words(text);
        let is_numeric = |word: &&Range<usize>| text[(*word).clone()].starts_with(char::is_numeric);
        let spoken: Vec<&Range<usize>> = words.iter().filter(|word| !is_numeric(word)).collect();
        let plain: Vec<String> = spoken.iter().map(|word| phrases::plain(&text[(*word).clone()])).collect();
        let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
        let mut keep =
            |start: usize, length: usize| kept.extend(spoken[start..start + length].iter().map(|&word| word.clone()));
        if count <= phrases::SHORT_WORDS as usize && !self.begins_long_block(text) {
            (0..plain.len()).for_each(|at| keep(at, phrases::covered(&plain[at..])));
        }
        for (_, part) in &line.parts {
            let written = text[part.clone()].trim();
            let first = spoken.partition_point(|word| word.start < part.start);
            let end = spoken.partition_point(|word| word.start < part.end);
            if written.len() <= CALL_BYTES {
                keep(first, public_words::call(written).min(end - first));
            }
            let has_date = dates.iter().any(|date| date.start < part.end && date.end > part.start);
            let credits = |at: usize| public_words::credits(&plain[at..end]);
            let is_credit = has_date || text::words(written) <= LABEL_WORDS || (first < end && credits(first) > 0);
            if is_credit && text::squash(written).chars().count() <= CREDITS_CHARS {
                (first..end).for_each(|at| keep(at, credits(at)));
            }
        }
        if text.contains(text::is_unspaced) && count <= phrases::SHORT_WORDS as usize {
            let is_line = text.chars().count() <= CREDITS_CHARS;
            kept.extend(public_words::unspaced(text, is_line));
        }
        if !dates.is_empty() {
            kept.extend(clock_marks(text));
        }
        kept
    }

    /// Whether a text begins as a long block does, of which no word stays.
    fn begins_long_block(&self, text: &str) -> bool {
        !self.long_starts.is_empty() && self.long_starts.contains(&start(text))
    }
}

/// What stands after the numbers of a day and a time in Chinese, Japanese and Korean.
fn clock_marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let marks = text.char_indices().zip(text.chars().skip(1)).filter(|((_, before), mark)| {
        before.is_ascii_digit() && matches!(mark, '日' | '時' | '时' | '點' | '点' | '分' | '秒' | '시' | '분' | '일')
    });
    marks.map(|((at, _), mark)| at + 1..at + 1 + mark.len_utf8())
}

/// The first letters of a text, by which a description is compared.
pub fn start(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(START_LETTERS).collect()
}

/// The words of a text, in bytes. One that runs up to `split` ends there.
pub fn words(text: &str, split: usize) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| text::is_of_word(*c)) {
        match words.last_mut() {
            Some(word) if word.end == at && at != split => word.end += c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

/// The same places in order, none of which touches another.
fn joined(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| place.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if last.end >= place.start => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined
}

/// The pieces of a place that none of the others, which are [`joined`], covers.
fn without(place: Range<usize>, covered: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut from = place.start;
    let first = covered.partition_point(|other| other.end <= place.start);
    for other in covered[first..].iter().take_while(|other| other.start < place.end) {
        if other.start > from {
            pieces.push(from..other.start);
        }
        from = from.max(other.end);
    }
    if from < place.end {
        pieces.push(from..place.end);
    }
    pieces
}

/// A part of a text with its changes, which are in order. Of a change that runs over its end, the part has as many characters as before.
fn changed(text: &str, part: &Range<usize>, changes: &[(Range<usize>, String)]) -> String {
    let mut out = String::new();
    let mut from = part.start;
    let first = changes.partition_point(|(place, _)| place.end <= part.start);
    for (place, other) in changes[first..].iter().take_while(|(place, _)| place.start < part.end) {
        let start = place.start.max(part.start);
        out.push_str(&text[from..start]);
        let before = text[place.start..start].chars().count();
        let inside = if place.end > part.end { text[start..part.end].chars().count() } else { usize::MAX };
        out.extend(other.chars().skip(before).take(inside));
        from = place.end.min(part.end);
    }
    out.push_str(&text[from..part.end]);
    out
}
