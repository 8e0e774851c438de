//! A formula's tree as TeX, for Markdown: what `KaTeX` and `MathJax` read.

use crate::article::body::{Math, MathNode};

/// The formula's own TeX, or its tree as TeX. What a reader of Markdown that knows no formulas would take for a tag has a
/// space in it: TeX sets none for it.
pub(super) fn tex(math: &Math) -> String {
    let tex = math.tex.clone().unwrap_or_else(|| {
        let tex = match math.tree.as_slice() {
            [MathNode::Element { tag, children, .. }] if math.display && tag.name() == "mtable" => lines(children),
            tree => row(tree),
        };
        tex.trim().to_owned()
    });
    let mut parts = tex.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('<');
        let is_tag = part.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        if is_tag {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

/// Signs with names. All others stand for themselves: TeX reads Unicode.
const NAMES: &[(char, &str)] = &[
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "varepsilon"),
    ('ϵ', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "varphi"),
    ('ϕ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
    ('Γ', "Gamma"),
    ('Δ', "Delta"),
    ('Θ', "Theta"),
    ('Λ', "Lambda"),
    ('Ξ', "Xi"),
    ('Π', "Pi"),
    ('Σ', "Sigma"),
    ('Φ', "Phi"),
    ('Ψ', "Psi"),
    ('Ω', "Omega"),
    ('∑', "sum"),
    ('∏', "prod"),
    ('∫', "int"),
    ('∮', "oint"),
    ('∂', "partial"),
    ('∇', "nabla"),
    ('∞', "infty"),
    ('≤', "leq"),
    ('≥', "geq"),
    ('≠', "neq"),
    ('≈', "approx"),
    ('≡', "equiv"),
    ('±', "pm"),
    ('×', "times"),
    ('⋅', "cdot"),
    ('·', "cdot"),
    ('÷', "div"),
    ('∈', "in"),
    ('∉', "notin"),
    ('⊂', "subset"),
    ('⊆', "subseteq"),
    ('∪', "cup"),
    ('∩', "cap"),
    ('∀', "forall"),
    ('∃', "exists"),
    ('→', "to"),
    ('⇒', "Rightarrow"),
    ('⇔', "Leftrightarrow"),
    ('↦', "mapsto"),
    ('⟨', "langle"),
    ('⟩', "rangle"),
    ('…', "dots"),
    ('⋯', "cdots"),
    ('∣', "mid"),
    ('∥', "parallel"),
    ('⋆', "star"),
    ('∗', "ast"),
    ('′', "prime"),
    ('ℓ', "ell"),
    ('\\', "backslash"),
];

/// Functions that TeX knows by name.
const FUNCTIONS: &[&str] = &[
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker",
    "lim", "liminf", "limsup", "ln", "log", "max", "min", "mod", "sec", "sin", "sinh", "sup", "tan", "tanh",
];

/// What stands over a letter, and the command that sets it there.
const ACCENTS: &[(&str, &str)] = &[
    ("→", "vec"),
    ("⃗", "vec"),
    ("~", "tilde"),
    ("˜", "tilde"),
    ("^", "hat"),
    ("ˆ", "hat"),
    ("¯", "bar"),
    ("‾", "overline"),
    ("_", "underline"),
    ("˙", "dot"),
    ("¨", "ddot"),
    ("⏞", "overbrace"),
    ("⏟", "underbrace"),
];

/// What stands side by side. Depth is bounded by [`crate::limits::MAX_BODY_DEPTH`].
fn row(nodes: &[MathNode]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            MathNode::Text(text) => push(&mut out, &signs(text)),
            MathNode::Element { tag, children, .. } => push(&mut out, &element(tag.name(), children)),
        }
    }
    out
}

/// Appends a part; a command's name must not run into the letter behind it.
fn push(out: &mut String, part: &str) {
    if part.starts_with(|c: char| c.is_ascii_alphabetic()) && ends_with_command(out) {
        out.push(' ');
    }
    out.push_str(part);
}

/// Whether a text ends with the name of one of the commands that are written here.
fn ends_with_command(text: &str) -> bool {
    /// Letters of the longest, `\Leftrightarrow`.
    const MAX_LETTERS: usize = 14;
    let letters = text.bytes().rev().take(MAX_LETTERS + 1).take_while(u8::is_ascii_alphabetic).count();
    letters > 0 && text[..text.len() - letters].ends_with('\\')
}

fn element(name: &str, children: &[MathNode]) -> String {
    let part = |index: usize| children.get(index).map(|child| row(std::slice::from_ref(child))).unwrap_or_default();
    let group = |index: usize| format!("{{{}}}", part(index).trim());
    let base = || grouped(&part(0));
    match name {
        "mfrac" => format!("\\frac{}{}", group(0), group(1)),
        "msqrt" => format!("\\sqrt{{{}}}", row(children).trim()),
        "mroot" => format!("\\sqrt[{}]{}", part(1).trim(), group(0)),
        "msup" => format!("{}^{}", base(), group(1)),
        "msub" => format!("{}_{}", base(), group(1)),
        "msubsup" | "munderover" => format!("{}_{}^{}", base(), group(1), group(2)),
        "mover" | "munder" => {
            let mark = plain(children.get(1));
            let accent = ACCENTS.iter().find(|(sign, _)| *sign == mark);
            match (accent, name) {
                (Some((_, "vec" | "bar")), "munder") => format!("\\underline{}", group(0)),
                (Some((_, command)), _) => format!("\\{command}{}", group(0)),
                (None, "mover") => format!("{}^{}", base(), group(1)),
                (None, _) => format!("{}_{}", base(), group(1)),
            }
        }
        "mmultiscripts" => multiscripts(children),
        "mtable" => format!("\\begin{{matrix}}{}\\end{{matrix}}", cells(children)),
        "mtext" | "ms" if plain_all(children).contains(char::is_alphanumeric) => {
            format!("\\text{{{}}}", words(children))
        }
        "mi" => identifier(children),
        "mspace" => "\\;".to_owned(),
        "mphantom" | "none" | "mprescripts" => String::new(),
        _ => row(children),
    }
}

/// `\sin`, `\mathrm{word}`, or the letter.
fn identifier(children: &[MathNode]) -> String {
    let name = plain_all(children);
    if FUNCTIONS.contains(&name.as_str()) {
        format!("\\{name}")
    } else if name.chars().count() > 1 && name.chars().all(char::is_alphabetic) {
        format!("\\mathrm{{{name}}}")
    } else {
        row(children)
    }
}

/// A base that scripts hang on, in braces where it is more than a sign or a command.
fn grouped(base: &str) -> String {
    let base = base.trim();
    let is_one = base.chars().count() == 1
        || base.strip_prefix('\\').is_some_and(|name| name.chars().all(|c| c.is_ascii_alphabetic()));
    if is_one { base.to_owned() } else { format!("{{{base}}}") }
}

/// A base with scripts on both sides: those after `mprescripts` stand before it.
fn multiscripts(children: &[MathNode]) -> String {
    let is_divider = |node: &MathNode| matches!(node, MathNode::Element { tag, .. } if tag.name() == "mprescripts");
    let Some((base, scripts)) = children.split_first() else { return String::new() };
    let mut sides = scripts.split(is_divider).map(|side| {
        let pairs = side.chunks(2).map(|pair| {
            let at = |index: usize| pair.get(index).map(|node| row(std::slice::from_ref(node))).unwrap_or_default();
            let script =
                |mark: char, script: String| if script.is_empty() { script } else { format!("{mark}{{{script}}}") };
            script('_', at(0)) + &script('^', at(1))
        });
        pairs.collect::<String>()
    });
    let after = sides.next().unwrap_or_default();
    let before = sides.next().map(|before| if before.is_empty() { before } else { format!("{{}}{before}") });
    format!("{}{}{after}", before.unwrap_or_default(), grouped(&row(std::slice::from_ref(base))))
}

/// Equations below each other; one alone needs no environment.
fn lines(rows: &[MathNode]) -> String {
    let inside = cells(rows);
    if rows.len() > 1 { format!("\\begin{{aligned}}{inside}\\end{{aligned}}") } else { inside.replace(" & ", " ") }
}

fn cells(rows: &[MathNode]) -> String {
    let rows = rows.iter().map(|node| match node {
        MathNode::Element { children, .. } => {
            let cells: Vec<String> =
                children.iter().map(|cell| row(std::slice::from_ref(cell)).trim().to_owned()).collect();
            cells.join(" & ")
        }
        MathNode::Text(text) => signs(text),
    });
    rows.collect::<Vec<_>>().join(" \\\\ ")
}

/// Text as TeX: named signs by their names, TeX's own signs escaped.
fn signs(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        // Invisible operators (U+2061 to U+2064): what they apply to stands beside them.
        if ('\u{2061}'..='\u{2064}').contains(&c) {
            continue;
        }
        match NAMES.iter().find(|(sign, _)| *sign == c) {
            Some((_, name)) => push(&mut out, &format!("\\{name}")),
            None if matches!(c, '{' | '}' | '$' | '%' | '&' | '#' | '_') => push(&mut out, &format!("\\{c}")),
            None => push(&mut out, &c.to_string()),
        }
    }
    out
}

/// The text of `mtext`, without what would end its braces.
fn words(children: &[MathNode]) -> String {
    plain_all(children).chars().filter(|c| !matches!(c, '{' | '}' | '\\' | '$')).collect()
}

fn plain_all(nodes: &[MathNode]) -> String {
    nodes.iter().map(|node| plain(Some(node))).collect()
}

fn plain(node: Option<&MathNode>) -> String {
    match node {
        Some(MathNode::Text(text)) => text.clone(),
        Some(MathNode::Element { children, .. }) => plain_all(children),
        None => String::new(),
    }
}
