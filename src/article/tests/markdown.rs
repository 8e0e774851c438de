//! Markdown says what the body says.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{body, outline, page};
use crate::{
    article::{
        SafeUrl,
        body::{Body, Flow, Item, List, Marks, Phrasing, Style},
        phrasing::is_visible,
    },
    render,
};

fn markdown(markup: &str) -> String {
    render::markdown(&body(&page(markup))).trim_end().to_owned()
}

#[test]
fn an_exclamation_mark_before_a_link_or_a_note_makes_no_picture() {
    assert_eq!(markdown("<p>Wow!<a href=https://a.example/>this</a>"), "Wow\\![this](https://a.example/)");
    assert_eq!(markdown("<p>Wow!<small><a href=https://a.example/>b</a></small>"), "Wow\\![b](https://a.example/)");
}

#[test]
fn a_quotation_in_a_quotation_has_single_marks() {
    let said = "<p><q>He said <q>never <b>again</b></q> to me</q> twice";
    assert_eq!(markdown(said), "\"He said 'never **again**' to me\" twice");
    assert_eq!(super::text(said), "\"He said 'never again' to me\" twice");
}

#[test]
fn lines_of_a_cell_are_parted_as_its_paragraphs_are() {
    let table = "<table><tr><th>A<th>B<tr><td>x<br>y<td><p>x</p><p><b>y.</b><br>z</p></table>";
    assert_eq!(markdown(table).lines().last(), Some("| x<br>y | x<br>**y.**<br>z |"));
}

#[test]
fn items_have_the_numbers_of_the_page() {
    assert_eq!(markdown("<ol start=0><li>a<li value=5>b<li>c</ol>"), "0. a\n5. b\n6. c");
    assert_eq!(markdown("<ol reversed><li>a<li>b<li>c</ol>"), "3. a\n2. b\n1. c");
}

#[test]
fn text_that_looks_like_marks_is_escaped() {
    assert_eq!(markdown("<p># no heading</p>"), "\\# no heading");
    assert_eq!(markdown("<p>1. no list</p><p>2024. A year</p>"), "1\\. no list\n\n2024\\. A year");
    assert_eq!(
        markdown("<p>a*b* [c](d) snake_case _e_ &lt;b&gt; &amp;amp; 1 &lt; 2</p>"),
        "a\\*b\\* \\[c\\](d) snake_case \\_e\\_ \\<b> \\&amp; 1 < 2"
    );
    assert_eq!(markdown("<p>a<br>- b</p>"), "a\\\n\\- b");
}

#[test]
fn a_formula_is_no_tag_where_formulas_are_not_known() {
    assert_eq!(markdown("<p>a <script type='math/tex'>x<y</b</script></p>"), "a $x< y< /b$");
}

#[test]
fn emphasis_keeps_spaces_outside_and_falls_back_where_marks_would_not_read() {
    assert_eq!(markdown("<p>a<b> b </b>c <i><b>d</b></i></p>"), "a **b** c ***d***");
    assert_eq!(markdown("<p><b>a<br></b>b<i><br>c</i></p>"), "**a**\\\nb\\\n*c*");
    assert_eq!(markdown("<p><b><i>a</i><sup><i>*x</i></sup></b></p>"), "***a*<sup><em>\\*x</em></sup>**");
    assert_eq!(markdown("<p>x<b>“y”</b>z</p>"), "x<strong>“y”</strong>z");
    assert_eq!(markdown("<p><b>a <b>b</b></b> H<sub>2</sub>O <del>c</del></p>"), "**a b** H<sub>2</sub>O ~~c~~");
}

#[test]
fn lists_nest_and_neighbours_stay_apart() {
    assert_eq!(markdown("<ul><li>a<ol start=9><li>b<li>c</ol><li>d</ul>"), "- a\n\n  9. b\n  10. c\n\n- d");
    assert_eq!(markdown("<ul><li>a</ul><ul><li>b</ul>"), "- a\n\n* b");
    assert_eq!(markdown("<ol><li><p>a</p><p>b</p></li></ol>"), "1. a\n\n   b");
}

#[test]
fn a_fence_is_longer_than_any_inside() {
    assert_eq!(markdown("<pre>a\n```\nb</pre>"), "````\na\n```\nb\n````");
    assert_eq!(markdown("<p>a <code>b`c</code></p>"), "a ``b`c``");
}

#[test]
fn quotes_tables_links_and_captions() {
    assert_eq!(markdown("<blockquote><p>a</p><p>b</p></blockquote>"), "> a\n>\n> b");
    assert_eq!(
        markdown("<table><tr><th>a|b<th>c</tr><tr><td colspan=2>d</table>"),
        "| a\\|b | c |\n| --- | --- |\n| d |  |"
    );
    assert_eq!(markdown("<p><a href='/x_(y)'>a [b]</a></p>"), "[a \\[b\\]](<https://news.example/x_(y)>)");
    let figure = "<figure><img src='/a.jpg' alt='A [x]'><figcaption>Boats</figcaption></figure>";
    assert_eq!(markdown(figure), "![A \\[x\\]](https://news.example/a.jpg)\n\n*Boats*");
}

#[test]
fn a_cell_over_several_rows_leaves_its_place_empty_below() {
    let rows = "<tr><th>a<th>b<th>c</tr><tr><td rowspan=2>1<td>2<td>3</tr><tr><td>4<td>5</tr><tr><td>6<td colspan=2 rowspan=9>7</tr><tr><td>8</tr>";
    let groups = "<tr><th rowspan=2>a<th colspan=2>b</tr><tr><th>c<th>d</tr><tr><td>1<td>2<td>3</tr>";
    assert_eq!(
        markdown(&format!("<table>{rows}</table>")),
        "| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 | 5 |\n| 6 | 7 |  |\n| 8 |  |  |"
    );
    assert_eq!(
        markdown(&format!("<table>{groups}</table>")),
        "| a | b |  |\n| --- | --- | --- |\n|  | c | d |\n| 1 | 2 | 3 |"
    );
}

#[test]
fn tasks_say_whether_they_are_done() {
    let tasks = "<ul><li><input type=checkbox checked disabled> a</li><li><label><input type=checkbox> b</label></li><li>c <input type=checkbox></li></ul>";
    assert_eq!(markdown(tasks), "- [x] a\n- [ ] b\n- c");
    assert!(super::html(tasks).contains("<li>☑ a</li>"));
    assert_eq!(super::text(tasks), "a\nb\nc");
}

#[test]
fn a_parser_reads_notes_and_callouts_for_what_they_are() {
    let markup = "<p>a<sup>1</sup> b<sup>2</sup></p><div class='alert alert-danger'><p>c</p></div>
        <p><sup>1</sup> d</p><pre>e</pre><p><sup>2</sup> f</p>";
    let written = markdown(markup);
    let parser = Parser::new_ext(&written, Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM);
    let mut read = Vec::new();
    for event in parser {
        match event {
            Event::FootnoteReference(name) => read.push(format!("call {name}")),
            Event::Start(Tag::FootnoteDefinition(name)) => read.push(format!("note {name}")),
            Event::Start(Tag::BlockQuote(kind)) => read.push(format!("{kind:?}")),
            Event::Start(Tag::CodeBlock(_)) => read.push("code".into()),
            Event::End(TagEnd::FootnoteDefinition) => read.push("end".into()),
            _ => {}
        }
    }
    assert_eq!(read, ["call 1", "call 2", "Some(Caution)", "note 1", "code", "end", "note 2", "end"], "{written}");
}

/// Pieces that Markdown could read as marks.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "a", "b c", " ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "<", ">", "<b>", "<!--", "&", "&amp;", "#",
            "# ", "-", "- ", "+ ", "1. ", "12) ", "~", "~~", "|", "\\", "!", "![", ":", "=", "===", "---", "http://",
            "^", "“", "é", "中", "\"", "$",
        ][..],
    );
    prop::collection::vec(piece, 1..8).prop_map(|pieces| crate::page::text::squash(&format!("{}x", pieces.concat())))
}

fn phrasing() -> impl Strategy<Value = Vec<Phrasing>> {
    let leaf = prop_oneof![
        4 => text().prop_map(Phrasing::Text),
        1 => text().prop_map(Phrasing::Code),
        1 => Just(Phrasing::Text(" ".into())),
        1 => text().prop_map(|text| Phrasing::Link {
            to: SafeUrl::resolve(None, "https://a.example/b").unwrap(),
            content: vec![Phrasing::Text(text)],
        }),
    ];
    let styled = leaf.prop_recursive(3, 12, 3, |inner| {
        let styles = prop::sample::select(
            &[Style::Emphasis, Style::Strong, Style::Deleted, Style::Superscript, Style::Quoted][..],
        );
        (styles, prop::collection::vec(inner, 1..3))
            .prop_map(|(style, content)| Phrasing::Styled { style, content: merged(content) })
    });
    prop::collection::vec(styled, 1..4).prop_map(merged).prop_filter("nothing to see", |content| is_visible(content))
}

/// As the body has it: no text beside a text, no code beside code.
fn merged(mut content: Vec<Phrasing>) -> Vec<Phrasing> {
    content.dedup_by(|one, other| {
        std::mem::discriminant(one) == std::mem::discriminant(other) && !matches!(one, Phrasing::Styled { .. })
    });
    content
}

fn flow() -> impl Strategy<Value = Flow> {
    let paragraph = phrasing().prop_map(|content| Flow::Paragraph { content, marks: Marks::default() });
    let heading = phrasing().prop_map(|content| Flow::Heading { level: 2, content, marks: Marks::default() });
    let code = text().prop_map(|text| Flow::Code { text, language: None });
    prop_oneof![4 => paragraph, 1 => heading, 1 => code, 1 => Just(Flow::Rule)].prop_recursive(3, 12, 3, |inner| {
        let inner = || prop::collection::vec(inner.clone(), 1..3);
        prop_oneof![inner().prop_map(|content| Flow::Quote { content, marks: Marks::default() }), list(inner()),]
    })
}

fn list(content: impl Strategy<Value = Vec<Flow>>) -> impl Strategy<Value = Flow> {
    let number = || prop_oneof![2 => Just(None), 1 => (0..9).prop_map(Some)];
    let item = (number(), content).prop_map(|(value, content)| Item { value, content });
    (any::<bool>(), any::<bool>(), 0..9, prop::collection::vec(item, 1..3)).prop_map(
        |(ordered, reversed, start, items)| {
            Flow::List(List { ordered, reversed, start: ordered.then_some(start), items }.settled())
        },
    )
}

/// The blocks and the text of a body.
fn blocks(flows: &[Flow], out: &mut String) {
    let squashed = |flow: &Flow| outline::squashed(&render::text(&Body(vec![flow.clone()])));
    for flow in flows {
        match flow {
            Flow::Paragraph { .. } => out.extend(["p(", &squashed(flow), ")"]),
            Flow::Heading { .. } => out.extend(["h(", &squashed(flow), ")"]),
            Flow::Code { .. } => out.extend(["c(", &squashed(flow), ")"]),
            Flow::Rule => out.push('r'),
            Flow::Quote { content, .. } => {
                out.push_str("q(");
                blocks(content, out);
                out.push(')');
            }
            Flow::List(list) => {
                out.push_str(if list.ordered { "o(" } else { "u(" });
                for item in &list.items {
                    out.push_str("i(");
                    blocks(&item.content, out);
                    out.push(')');
                }
                out.push(')');
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(super::same_cases(600))]

    #[test]
    fn parsers_read_the_same_blocks_and_the_same_text(flows in prop::collection::vec(flow(), 1..4)) {
        let mut expected = String::new();
        blocks(&flows, &mut expected);
        let body = Body(flows);
        let (html, markdown) = (render::html(&body), render::markdown(&body));
        prop_assert_eq!(outline::of_html(&html), expected.as_str(), "{}", html);
        prop_assert_eq!(outline::of_markdown(&markdown), expected, "{}", markdown);
    }
}
