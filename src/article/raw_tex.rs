//! Formulas that the page wrote as TeX in its text, for a script to draw: `$x$`, `\(x\)`, `$$x$$`, `\[x\]`.

use crate::page::text;

/// A piece of a text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'t> {
    Text(&'t str),
    Tex { tex: String, display: bool },
}

/// What opens a formula, what closes it, and whether it stands on a line of its own. `$$` comes before `$`.
const DELIMITERS: &[(&str, &str, bool)] =
    &[("$$", "$$", true), ("\\[", "\\]", true), ("\\(", "\\)", false), ("$", "$", false)];

/// Cuts a text where formulas stand in it.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut searched = 0;
    while let Some(at) = rest[searched..].find(['$', '\\']).map(|at| at + searched) {
        match formula(&rest[at..]) {
            Some((inside, length, display)) => {
                if at > 0 {
                    pieces.push(Piece::Text(&rest[..at]));
                }
                pieces.push(Piece::Tex { tex: text::squash(inside), display });
                rest = &rest[at + length..];
                searched = 0;
            }
            // Both signs are one byte long.
            None => searched = at + 1,
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The formula that a text begins with: its inside, its length with the delimiters, and whether it is displayed.
fn formula(written: &str) -> Option<(&str, usize, bool)> {
    /// Bytes of a formula; what is longer was opened by a sign that means something else, and is not searched for its end.
    const MAX_FORMULA: usize = 2_000;
    DELIMITERS.iter().find_map(|&(open, close, display)| {
        let after = written.strip_prefix(open)?;
        let end = text::head(after, MAX_FORMULA + close.len()).find(close)?;
        let inside = &after[..end];
        let behind = after[end + close.len()..].chars().next();
        let is_formula = if open == "$" { is_between_dollars(inside, behind) } else { is_tex(inside) };
        is_formula.then_some((inside, open.len() + end + close.len(), display))
    })
}

/// What only TeX has: commands, scripts, an equation; or no more than a letter and its factor.
fn is_tex(inside: &str) -> bool {
    const MAX_PLAIN: usize = 2;
    let word = inside.trim();
    let is_plain = word.chars().all(char::is_alphanumeric) && word.chars().count() <= MAX_PLAIN;
    !word.is_empty() && (word.contains(['^', '_', '=', '\\', '<', '>']) || is_plain)
}

/// Prices stand between dollars too, and names in many programming languages begin with one.
fn is_between_dollars(inside: &str, behind: Option<char>) -> bool {
    let is_letter = inside.len() == 1 && inside.starts_with(|c: char| c.is_ascii_alphabetic());
    let has_command = inside.split('\\').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    let has_script = inside.contains(['^', '_']) && !inside.starts_with(|c: char| c.is_ascii_digit());
    (is_letter || has_command || has_script)
        && !inside.starts_with(char::is_whitespace)
        && !inside.ends_with(char::is_whitespace)
        && !behind.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    fn formulas(text: &str) -> Vec<(String, bool)> {
        let formula = |piece| match piece {
            Piece::Tex { tex, display } => Some((tex, display)),
            Piece::Text(_) => None,
        };
        pieces(text).into_iter().filter_map(formula).collect()
    }

    #[test]
    fn every_pair_of_delimiters_is_read() {
        assert_eq!(
            formulas("a $x$ b \\(y^2\\) c $$\n z = 1 $$ d \\[w\\] e"),
            [("x".into(), false), ("y^2".into(), false), ("z = 1".into(), true), ("w".into(), true)]
        );
        assert_eq!(pieces("$\\alpha$ b"), [Piece::Tex { tex: "\\alpha".into(), display: false }, Piece::Text(" b")]);
    }

    #[test]
    fn a_formula_ends_within_its_bound() {
        for length in [1_999, 2_000, 2_001] {
            let text = format!("\\({}\\)", "^".repeat(length));
            assert_eq!(formulas(&text).len(), usize::from(length <= 2_000), "{length}");
        }
        assert_eq!(formulas(&"é\\( ".repeat(1 << 18)), []);
    }

    #[test]
    fn prices_and_names_are_no_formulas() {
        for text in
            ["from $5 to $10", "$HOME_DIR and $PATH", "a \\( and \\) sign", "$a_b/$c", "$5_000$", "\\", "$$", "$ä"]
        {
            assert_eq!(formulas(text), [], "{text}");
        }
    }
}
