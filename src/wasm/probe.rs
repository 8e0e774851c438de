//! Whether a page looks worth reading, before anything of it is read.

/// Characters from which a paragraph counts, as in Mozilla's isProbablyReaderable.
const LONG_PARAGRAPH: u32 = 140;
/// The sum of square roots that speaks for an article as much as against one.
const EVEN_CHANCE: f32 = 20.0;

/// Sums the square roots of what paragraphs have beyond [`LONG_PARAGRAPH`] characters (Mozilla's isProbablyReaderable)
/// → the confidence, 0 to 1, that they are an article's.
pub fn confidence(paragraph_lengths: &[u32]) -> f32 {
    let sum: f32 = paragraph_lengths.iter().map(|chars| (chars.saturating_sub(LONG_PARAGRAPH) as f32).sqrt()).sum();
    sum / (sum + EVEN_CHANCE)
}
