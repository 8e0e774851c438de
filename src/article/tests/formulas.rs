//! Formulas in Markdown.

use super::{body, page, text};
use crate::render;

fn markdown(markup: &str) -> String {
    render::markdown(&body(&page(markup))).trim_end().to_owned()
}

/// The TeX made of a tree.
fn tex(tree: &str) -> String {
    let markdown = markdown(&format!("<p>So <math>{tree}</math></p>"));
    markdown.trim_start_matches("So $").trim_end_matches('$').to_owned()
}

#[test]
fn a_tree_without_tex_is_written_as_tex() {
    for (tree, written) in [
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>ρ</mi><msup><mi>v</mi><mn>2</mn></msup>", "\\frac{1}{2}\\rho v^{2}"),
        ("<msqrt><mi>x</mi><mo>-</mo><mn>1</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "\\sqrt{x-1}\\sqrt[3]{x}"),
        ("<mi>sin</mi><mo>\u{2061}</mo><mi>x</mi><mo>≤</mo><mi>rate</mi>", "\\sin x\\leq\\mathrm{rate}"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub>",
            "\\sum_{i=1}^{n}a_{i}",
        ),
        ("<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>", "{ab}^{2}"),
        ("<mover><mi>F</mi><mo>→</mo></mover><mover><mi>a</mi><mi>b</mi></mover>", "\\vec{F}a^{b}"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>",
            "\\begin{matrix}1 & 0 \\\\ 0 & 1\\end{matrix}",
        ),
        ("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "{}_{6}^{14}C"),
        ("<mn>5</mn><mo>%</mo><mtext>a {b} \\c</mtext>", "5\\%\\text{a b c}"),
    ] {
        assert_eq!(tex(tree), written, "{tree}");
    }
}

#[test]
fn equations_below_each_other_are_aligned_and_a_label_stands_behind_its_own() {
    let cell = |inside: &str| format!("<mtd><mi>{inside}</mi></mtd>");
    let rows = format!("<mtr>{}{}</mtr><mtr>{}{}</mtr>", cell("x"), cell("y"), cell("u"), cell("v"));
    assert_eq!(
        markdown(&format!("<math display=block><mtable>{rows}</mtable></math>")),
        "$$\n\\begin{aligned}x & y \\\\ u & v\\end{aligned}\n$$"
    );
    let labelled =
        "<mlabeledtr><mtd><mtext>(</mtext><mo>⋆</mo><mtext>)</mtext></mtd><mtd><mi>a</mi></mtd></mlabeledtr>";
    assert_eq!(markdown(&format!("<math display=block><mtable>{labelled}</mtable></math>")), "$$\na (\\star)\n$$");
}

#[test]
fn a_commands_name_is_parted_from_the_letter_behind_it_and_a_long_word_is_written_once() {
    let math = |inside: &str| markdown(&format!("<p>So <math>{inside}</math> holds</p>"));
    assert_eq!(math("<mo>⇔</mo><mi>a</mi><mi>α</mi><mn>1</mn>"), "So $\\Leftrightarrow a\\alpha1$ holds");
    let long = "a".repeat(1 << 18);
    assert_eq!(math(&format!("<mo>{long}</mo>")), format!("So ${long}$ holds"));
}

#[test]
fn tex_in_the_text_is_a_formula_and_in_code_it_is_code() {
    assert_eq!(
        markdown("<p>So \\(a_1 * b_1\\) and $c^2$, from $5 to $10</p>"),
        "So $a_1 * b_1$ and $c^2$, from $5 to $10"
    );
    assert_eq!(markdown("<p>So <code>$c^2$</code></p>"), "So `$c^2$`");
}

#[test]
fn a_displayed_formula_stands_on_its_own_between_the_parts_of_its_sentence() {
    assert_eq!(markdown("<p>So $$x = 1$$ holds</p>"), "So\n\n$$\nx = 1\n$$\n\nholds");
    assert_eq!(text("<p>So <math display=block><mi>x</mi></math> holds</p>"), "So\nx\nholds");
}

#[test]
fn the_picture_of_a_formula_is_the_tex_in_its_address() {
    let image = |query: &str| format!("<p>So <img src='https://draw.example/svg?{query}'> holds</p>");
    assert_eq!(markdown(&image("%5Cfrac%7Ba%7D%7Bb%7D")), "So $\\frac{a}{b}$ holds");
    assert_eq!(markdown(&image("kind=tx&amp;chl=%5Calpha%2B1")), "So $\\alpha+1$ holds");
    assert!(markdown(&image("file=C%3A%5Cpictures%5Cboat.jpg")).contains("!["));
}
