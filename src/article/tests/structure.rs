//! Structure comes from the ancestors of what is kept.

use super::{body, html, page, text};
use crate::{
    article::body::{Flow, Phrasing},
    render,
};

#[test]
fn lists_in_lists_stay_lists_in_lists() {
    let body = body(&page("<ul><li>a<ol start=\"3\"><li>b</li></ol></li><div><li>c</li></div></ul>"));
    let [Flow::List(outer)] = body.0.as_slice() else { panic!("{body:?}") };
    assert_eq!(outer.items.len(), 2);
    let [Flow::Paragraph { .. }, Flow::List(inner)] = outer.items[0].content.as_slice() else { panic!("{outer:?}") };
    assert_eq!((inner.ordered, inner.start), (true, Some(3)));
}

#[test]
fn items_keep_the_numbers_that_the_page_gives_them() {
    let html = |markup: &str| render::html(&body(&page(markup))).replace('\n', "");
    for (markup, written) in [
        ("<ol reversed start=3><li>a<li>b</ol>", "<ol reversed=\"\" start=\"3\"><li>a</li><li>b</li></ol>"),
        ("<ol reversed><li>a<li>b</ol>", "<ol reversed=\"\" start=\"2\"><li>a</li><li>b</li></ol>"),
        ("<ol><li value=4>a<li value=5>b</ol>", "<ol start=\"4\"><li>a</li><li>b</li></ol>"),
        ("<ol><li>a<li value=5>b<li>c</ol>", "<ol><li>a</li><li value=\"5\">b</li><li>c</li></ol>"),
        ("<ol><li value=x>a<li value=99999999999>b</ol>", "<ol><li>a</li><li>b</li></ol>"),
        ("<ul><li value=4>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ] {
        assert_eq!(html(markup), written, "{markup}");
    }
}

#[test]
fn an_item_without_a_list_is_a_paragraph() {
    let body = body(&page("<div><li>a</li></div>"));
    assert!(matches!(body.0.as_slice(), [Flow::Paragraph { .. }]));
}

#[test]
fn the_pages_headline_level_is_left_to_the_title() {
    let body = body(&page("<h1>One <b>day</b></h1><div role=\"heading\" aria-level=\"4\">Two</div>"));
    let [Flow::Heading { level: 2, content, .. }, Flow::Heading { level: 4, .. }] = body.0.as_slice() else {
        panic!("{body:?}")
    };
    assert_eq!(content.len(), 2);
}

#[test]
fn an_unclosed_heading_does_not_swallow_the_story() {
    let story = "word ".repeat(100);
    let body = body(&page(&format!("<h2>Head<p>{story}</p></h2>")));
    assert!(matches!(body.0.as_slice(), [Flow::Paragraph { .. }, Flow::Paragraph { .. }]));
}

#[test]
fn a_link_around_a_heading_goes_into_it() {
    let body = body(&page("<a href=\"/x\"><h3>Head</h3></a>"));
    let [Flow::Heading { content, .. }] = body.0.as_slice() else { panic!("{body:?}") };
    assert!(matches!(&content[0], Phrasing::Link { to, .. } if to.as_str() == "https://news.example/x"));
}

#[test]
fn a_rule_stands_only_between_kept_things() {
    let body = body(&page("<hr><p>a</p><hr><hr><p>b</p><hr>"));
    assert!(matches!(body.0.as_slice(), [Flow::Paragraph { .. }, Flow::Rule, Flow::Paragraph { .. }]));
}

#[test]
fn spaces_between_elements_are_kept_once() {
    assert_eq!(text("<p> a <b> b </b> c<i></i><br> d </p>"), "a b c d");
    assert_eq!(text("<p>10\u{a0}km, \u{a0} so\u{ad}ft</p>"), "10\u{a0}km, soft");
}

#[test]
fn text_beside_the_cells_of_a_row_keeps_its_place() {
    let tape = "\u{1}body\u{1}table\u{1}tr\u{4}one\u{1}th\u{4}two\u{5}\u{1}td\u{4}three\u{5}\u{5}\u{5}\u{5}";
    assert_eq!(crate::render::text(&body(&crate::page::tape::read(tape).unwrap())), "one\ttwo\tthree");
}

#[test]
fn what_would_be_a_block_keeps_its_place_in_a_heading() {
    assert_eq!(text("<h2><code>a<br>b</code><p>c</p></h2>"), "a b c");
    assert_eq!(text("<h2><math display=block><mi>x</mi></math><p>c</p></h2>"), "x c");
}

#[test]
fn a_long_sentence_set_as_a_heading_is_a_paragraph() {
    let sentence = "word ".repeat(40);
    assert!(matches!(body(&page(&format!("<h2>{sentence}</h2>"))).0.as_slice(), [Flow::Paragraph { .. }]));
}

#[test]
fn empty_lines_inside_an_inline_element_part_paragraphs() {
    let body = body(&page("<font>one<br><br>two<br>three<br> <br><br>four</font>"));
    assert_eq!(crate::render::markdown(&body), "one\n\ntwo\\\nthree\n\nfour\n");
}

#[test]
fn a_link_to_nothing_is_a_button_and_one_to_what_is_left_out_leads_into_the_page() {
    let written = html("<p><a href='#'>Vote</a> or <a href='#votes'>count</a>.</p>");
    assert_eq!(written.trim(), "<p>Vote or <a href=\"https://news.example/story/1#votes\">count</a>.</p>");
}
