//! A formula on one line: its TeX, or a linear form of its tree after `UnicodeMath` (M. Sargent, Unicode Technical Note
//! 28): `/` for fractions, `^` and `_` for scripts, brackets where a part has parts.

use crate::article::body::{Math, MathNode};

/// The formula's TeX, or its tree in linear form.
pub(super) fn formula(math: &Math) -> String {
    math.tex.clone().unwrap_or_else(|| row(&math.tree))
}

/// What stands side by side. Depth is bounded by [`crate::limits::MAX_BODY_DEPTH`].
fn row(nodes: &[MathNode]) -> String {
    let mut line = Line { out: String::new(), last: Edges::Closed };
    for node in nodes {
        let MathNode::Element { tag, children, .. } = node else {
            let MathNode::Text(text) = node else { continue };
            line.push(text, Edges::Closed);
            continue;
        };
        let part = |index: usize| children.get(index).map(|child| operand(std::slice::from_ref(child)));
        let part = |index| part(index).unwrap_or_default();
        match tag.name() {
            "mfrac" => line.push(&format!("{}/{}", part(0), part(1)), Edges::Open),
            "msup" | "mover" => line.push(&scripts(part(0), "", &part(1)), Edges::OpenEnd),
            "msub" | "munder" => line.push(&scripts(part(0), &part(1), ""), Edges::OpenEnd),
            "msubsup" | "munderover" => line.push(&scripts(part(0), &part(1), &part(2)), Edges::OpenEnd),
            "mmultiscripts" => line.push(&multiscripts(children), Edges::Open),
            "msqrt" => line.push(&format!("√{}", operand(children)), Edges::OpenEnd),
            "mroot" => line.push(&format!("√[{}]{}", part(1), part(0)), Edges::OpenEnd),
            "mtable" => line.push(&table(children), Edges::Closed),
            "mspace" => line.push(" ", Edges::Closed),
            "mphantom" | "none" | "mprescripts" => {}
            name => {
                let inside = row(children);
                let is_word = matches!(name, "mi" | "mtext" | "ms") && inside.chars().count() > 1;
                line.push(&inside, if is_word { Edges::Open } else { Edges::Closed });
            }
        }
    }
    line.out
}

/// Where a part would run into a letter beside it: `sin` at both ends, `x^2` at its end.
#[derive(Clone, Copy, PartialEq)]
enum Edges {
    Closed,
    OpenEnd,
    Open,
}

/// A line that is being written.
struct Line {
    out: String,
    last: Edges,
}

impl Line {
    fn push(&mut self, part: &str, edges: Edges) {
        // Invisible operators (U+2061 to U+2064): what they apply to stands beside them.
        let part: String = part.chars().filter(|c| !('\u{2061}'..='\u{2064}').contains(c)).collect();
        let Some(first) = part.chars().next() else { return };
        let is_apart = self.last != Edges::Closed || edges == Edges::Open;
        if is_apart && first.is_alphanumeric() && self.out.chars().next_back().is_some_and(char::is_alphanumeric) {
            self.out.push(' ');
        }
        self.out.push_str(&part);
        self.last = edges;
    }
}

/// A part as an operand: in brackets where it has parts itself.
fn operand(nodes: &[MathNode]) -> String {
    let inside = row(nodes);
    let is_one = inside.chars().count() <= 1 || inside.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
    if is_one || is_bracketed(&inside) { inside } else { format!("({inside})") }
}

/// Whether the first bracket closes with the last character.
fn is_bracketed(text: &str) -> bool {
    let mut depth = 0_usize;
    let end = text.char_indices().find(|&(_, c)| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    text.starts_with(['(', '[']) && end.is_some_and(|(at, c)| at + c.len_utf8() == text.len())
}

/// A base with what stands below and above it. An accent (a bar, an arrow) follows its letter.
fn scripts(base: String, below: &str, above: &str) -> String {
    let is_accent = |sign: &str| sign.chars().count() == 1 && sign.chars().all(|c| "¯‾ˉ^ˆ~˜→⃗˙¨_".contains(c));
    let mut out = base;
    for (mark, script) in [('_', below), ('^', above)] {
        if is_accent(script) {
            out.push_str(script);
        } else if !script.is_empty() {
            out.push(mark);
            out.push_str(script);
        }
    }
    out
}

/// A base with scripts on both sides: those after `mprescripts` stand before it.
fn multiscripts(children: &[MathNode]) -> String {
    let is_divider = |node: &MathNode| matches!(node, MathNode::Element { tag, .. } if tag.name() == "mprescripts");
    let Some((base, scripts)) = children.split_first() else { return String::new() };
    let mut sides = scripts.split(is_divider).map(|side| {
        let pairs = side.chunks(2).map(|pair| {
            let at = |index: usize| pair.get(index).map(|node| operand(std::slice::from_ref(node))).unwrap_or_default();
            self::scripts(String::new(), &at(0), &at(1))
        });
        pairs.collect::<String>()
    });
    let after = sides.next().unwrap_or_default();
    let before = sides.next().unwrap_or_default();
    format!("{before}{}{after}", operand(std::slice::from_ref(base)))
}

/// A matrix: cells apart by commas, rows by semicolons.
fn table(rows: &[MathNode]) -> String {
    let rows = rows.iter().map(|node| match node {
        MathNode::Element { children, .. } => {
            let cells: Vec<String> = children.iter().map(|cell| row(std::slice::from_ref(cell))).collect();
            cells.join(", ")
        }
        MathNode::Text(text) => text.clone(),
    });
    format!("[{}]", rows.collect::<Vec<_>>().join("; "))
}
