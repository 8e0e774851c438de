//! Tables, code, formulas, footnotes, languages, definitions.

use super::{body, html, page, text};
use crate::{
    article::body::{Flow, Phrasing},
    render,
};

#[test]
fn a_table_of_data_keeps_its_cells_in_line_and_its_empty_ones() {
    let table = "<table><caption>Tides</caption><thead><tr><th>Day<th>High</tr></thead><tr><td>Mon<td></tr><tr><td colspan=2>none</table>";
    assert_eq!(text(table), "Day\tHigh\nMon\nnone");
    let html = html(table);
    assert!(html.contains("<caption>Tides</caption><thead><tr><th>Day</th><th>High</th></tr></thead>"), "{html}");
    assert!(html.contains("<tr><td>Mon</td><td></td></tr><tr><td colspan=\"2\">none</td></tr>"), "{html}");
}

#[test]
fn a_table_that_lays_out_the_page_is_its_content() {
    for markup in [
        "<table><tr><td><p>One</p></td></tr><tr><td><p>Two</p></td></tr></table>",
        "<table role=presentation><tr><td>One<td>Two</tr><tr><td><tr></table>",
        "<table><tr><td>One</td><td><table><tr><td>Two</td></tr></table></td></tr></table>",
    ] {
        let body = body(&page(markup));
        assert!(matches!(body.0.as_slice(), [Flow::Paragraph { .. }, Flow::Paragraph { .. }]), "{body:?}");
    }
}

fn code(markup: &str) -> (String, Option<String>) {
    let body = body(&page(markup));
    match body.0.as_slice() {
        [Flow::Code { text, language }] => (text.clone(), language.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn code_keeps_its_lines_however_they_are_marked() {
    for markup in [
        "<pre><code class=language-rust>fn a() {\n    b();\n\n}</code></pre>",
        "<pre class='lang-rust'>fn a() {<br>    b();<br><br>}</pre>",
        "<div class='highlight-source-rust'><pre><span>fn</span> a() {\n    <b>b</b>();\n\n}\n</pre></div>",
        "<pre data-lang=rust><div>fn a() {</div>\n<div>    b();</div>\n<div></div>\n<div>}</div></pre>",
        "<div class='highlight-rust notranslate'><div class=highlight><pre><span></span>fn a() {\n    b();\n\n}\n</pre></div></div>",
        "<pre class=lang-rust><button>Copy</button>fn a() {\n    b();\n\n}<div role=button>Copy</div></pre>",
        "<pre><code class='hljs rust'><div class=bar><span>rust</span><button>Copy</button></div>fn a() {\n    b();\n\n}</code></pre>",
        "<figure class='highlight rust'><table>\n<tr>\n <td class=gutter><pre>1<br>2<br>3<br>4</pre></td>\n <td class=code><pre><span>fn a() {</span><br><span>    b();</span><br><br><span>}</span></pre></td>\n</tr></table></figure>",
        // The numbers are the style sheet's.
        "<div data-language=rust><table><tr><td class=blob-num></td><td class='blob-code line'>fn a() {</td></tr>\n<tr><td class=blob-num></td><td class=blob-code>    b();</td></tr><tr><td class=blob-num></td><td class=blob-code>\n</td></tr><tr><td class=blob-num></td><td class=blob-code>}</td></tr></table></div>",
        "<div data-language=rust><table><tr><td class=gutter><pre>1\n2\n3\n4</pre></td><td class=code><pre>fn a() {\n    b();\n\n}</pre></td></tr></table></div>",
    ] {
        assert_eq!(code(markup), ("fn a() {\n    b();\n\n}".into(), Some("rust".into())), "{markup}");
    }
}

#[test]
fn lines_that_a_style_sheet_alone_parts_are_lines() {
    let line = "<span class='line marked'><i class=k>npm</i><i class=s> create</i></span>";
    let next = "<span class=line><i class=k>cd</i><i class=s> my-project</i></span>";
    assert_eq!(
        code(&format!("<pre><code>{line}<span class=line></span>{next}</code></pre>")).0,
        "npm create\n\ncd my-project"
    );
    assert_eq!(code(&format!("<pre><code>{line}{next}</code>\n</pre>")).0, "npm create\ncd my-project");
    // Indented between the lines.
    assert_eq!(code(&format!("<pre><code>{line}\n  {next}</code></pre>")).0, "npm create\n  cd my-project");
    // The words of one line.
    assert_eq!(code("<pre><code><span class=k>cd</span><span class=k> a</span></code></pre>").0, "cd a");
}

#[test]
fn line_numbers_are_no_code() {
    assert_eq!(code("<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>b</pre>").0, "a\nb");
}

#[test]
fn line_numbers_without_a_name_are_known_by_their_run() {
    let line = |number: &str, text: &str| format!("<span><span>{number}</span><span>{text}\n</span></span>");
    let numbered = [line(" 9", "let a = 1;"), line("10", ""), line("11", "a")].concat();
    assert_eq!(code(&format!("<pre><code>{numbered}</code></pre>")).0, "let a = 1;\n\na");
    let numbers = "<pre><span>1</span>\n<span>2</span>\n<span>3</span></pre>";
    assert_eq!(code(numbers).0, "1\n2\n3");
    assert_eq!(code("<pre><span>1</span> a\n<span>3</span> b</pre>").0, "1 a\n3 b");
}

#[test]
fn links_within_code_stay_and_the_space_between_them_is_no_code() {
    let body = body(&page("<p>The <code><a href='/l'>List</a> <a href='/n'>Nat</a></code></p>"));
    assert_eq!(render::markdown(&body), "The [`List`](https://news.example/l) [`Nat`](https://news.example/n)\n");
}

#[test]
fn code_of_several_lines_without_pre_is_a_block() {
    assert_eq!(code("<p><code>a<br>b</code></p>").0, "a\nb");
    let body = body(&page("<p>Call <code>a  <i>b</i></code> now</p>"));
    let [Flow::Paragraph { content, .. }] = body.0.as_slice() else { panic!("{body:?}") };
    assert_eq!(content[1], Phrasing::Code("a b".into()));
}

#[test]
fn a_formula_comes_once_with_its_tree_and_its_tex() {
    let mathml = "<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation encoding='application/x-tex'>x^2</annotation></semantics></math>";
    for markup in [
        format!("<p>So {mathml} holds</p>"),
        format!(
            "<p>So <span class=katex><span class=katex-mathml>{mathml}</span><span class=katex-html aria-hidden=true><span>x2</span></span></span> holds</p>"
        ),
        format!(
            "<p>So <span><span hidden>{mathml}</span><img class='mwe-math-fallback-image-inline' src=x.svg alt='x^2'></span> holds</p>"
        ),
        format!(
            "<p>So <mjx-container class=MathJax><mjx-math>xx</mjx-math><mjx-assistive-mml>{mathml}</mjx-assistive-mml></mjx-container> holds</p>"
        ),
    ] {
        let body = body(&page(&markup));
        assert_eq!(render::text(&body), "So x^2 holds", "{markup}");
        assert!(
            render::html(&body).contains("<math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>"),
            "{markup}"
        );
        assert_eq!(render::markdown(&body), "So $x^2$ holds\n");
    }
}

#[test]
fn tex_in_a_script_is_a_formula() {
    assert_eq!(text("<p>So <script type='math/tex'>a < b</script> holds</p>"), "So a < b holds");
    let drawn = "<p>So <span class=MathJax_Preview>?</span><span class=MathJax>xx</span><script type='math/tex'>x</script> holds</p>";
    assert_eq!(text(drawn), "So x holds");
}

/// The text of a formula that has no TeX.
fn linear(tree: &str) -> String {
    text(&format!("<p>So <math>{tree}</math></p>")).strip_prefix("So ").unwrap().to_owned()
}

#[test]
fn a_formula_without_tex_is_written_on_one_line_without_losing_its_shape() {
    let fraction =
        "<mi>m</mi><mi>g</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>ρ</mi><msup><mi>v</mi><mn>2</mn></msup>";
    assert_eq!(linear(fraction), "mg=1/2 ρv^2");
    assert_eq!(
        linear("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msub><mi>c</mi><mi>i</mi></msub></mfrac>"),
        "(a+b)/(c_i)"
    );
    assert_eq!(
        linear("<msub><mi>a</mi><mi>i</mi></msub><msub><mi>b</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
        "a_i b_ij"
    );
    assert_eq!(
        linear("<msqrt><mi>x</mi><mo>-</mo><mn>1</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>"),
        "√(x-1)√[3]x"
    );
    assert_eq!(linear("<mi>sin</mi><mo>\u{2061}</mo><mi>x</mi>"), "sin x");
    assert_eq!(
        linear("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>"),
        "∑_(i=1)^n i"
    );
    assert_eq!(
        linear(
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>"
        ),
        "[1, 0; 0, 1]"
    );
    assert_eq!(linear("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>"), "_6^14C");
}

#[test]
fn a_formula_on_its_own_line_is_a_block() {
    let body = body(&page("<p><math display=block><mi>x</mi></math></p>"));
    assert!(matches!(body.0.as_slice(), [Flow::Math(math)] if math.display));
}

#[test]
fn a_heading_that_leads_back_to_the_contents_stays() {
    let page =
        "<ul id=toc><li><a href='#t'>Tides</a></li></ul><h2 id=t><a role=doc-backlink href='#toc'>Tides</a></h2>";
    assert_eq!(text(page), "Tides\nTides");
}

#[test]
fn a_link_to_another_place_of_the_article_stays_whatever_it_says() {
    assert_eq!(
        text("<p id=a>One</p><p>See <a href='#a'>above</a> and <a href='/up'>↑</a></p>"),
        "One\nSee above and ↑"
    );
}

#[test]
fn a_heading_has_no_link_for_editing_it() {
    for link in [
        "<span class=mw-editsection>[<a href='/w?action=edit'>change</a>]</span>",
        "<small>[<a href='/w?action=edit'>edit</a>]</small>",
        " <a href='/e'>[Bearbeiten | Quelltext bearbeiten]</a>",
    ] {
        assert_eq!(text(&format!("<h2>Tides{link}</h2><p>text</p>")), "Tides\ntext");
    }
    assert_eq!(
        text("<h2>How to <a href='/e'>edit a film</a></h2><p><a href='/e'>edit</a></p>"),
        "How to edit a film\nedit"
    );
}

#[test]
fn a_link_to_a_place_that_is_not_kept_leads_to_the_page() {
    assert!(html("<p><a href='#gone'>there</a></p>").contains("href=\"https://news.example/story/1#gone\""));
}

#[test]
fn a_headings_sign_for_copying_its_address_goes() {
    assert_eq!(text("<h2 id=a>Tides <a href='#a'>¶</a></h2><h2 id=b><a href='#b'>Boats</a></h2>"), "Tides\nBoats");
    assert_eq!(text("<h2>Tides <span><a href='/find?tides'>🔗</a></span></h2><p><a href='/c'>#</a></p>"), "Tides\n#");
}

#[test]
fn another_language_or_direction_is_said_and_the_articles_own_is_not() {
    let html = html(
        "<p>a</p><p lang=he dir=rtl>b <bdi>c</bdi></p><blockquote lang=fr><p>d <i lang=fr-CA>e</i></p></blockquote>",
    );
    assert!(
        html.contains("<p>a</p>") && html.contains("<p lang=\"he\" dir=\"rtl\">b <span dir=\"auto\">c</span></p>"),
        "{html}"
    );
    assert!(html.contains("<blockquote lang=\"fr\"><p>d <em>e</em></p>"), "{html}");
}

#[test]
fn readings_stand_over_their_base() {
    let html = html("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>だ</p>");
    assert!(html.contains("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><ruby>字"), "{html}");
}

#[test]
fn a_space_in_a_reading_is_not_the_one_behind_it() {
    assert_eq!(text("<p><ruby>漢<rt>kan\n</rt></ruby> word</p>"), "漢kan word");
}

#[test]
fn definitions_and_summaries_keep_their_places() {
    let html = html(
        "<dl><div><dt>Ebb</dt><dd>The tide goes out.</dd></div></dl><details><summary>More</summary>Text</details>",
    );
    assert!(html.contains("<dl><dt>Ebb</dt><dd>The tide goes out.</dd></dl>"), "{html}");
    assert!(html.contains("<p><strong>More</strong></p>\n<p>Text</p>"), "{html}");
}

#[test]
fn what_the_page_hides_in_a_line_stays_out() {
    assert_eq!(
        text("<p>Read <span class=sr-only>(opens in a new window)</span> on<span hidden>x</span></p>"),
        "Read on"
    );
}
