//! Markdown says what the body says.

use super::{body, page};
use crate::render;

fn markdown(markup: &str) -> String {
    render::markdown(&body(&page(markup))).trim_end().to_owned()
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
fn emphasis_keeps_spaces_outside_and_falls_back_where_marks_would_not_read() {
    assert_eq!(markdown("<p>a<b> b </b>c <i><b>d</b></i></p>"), "a **b** c ***d***");
    assert_eq!(markdown("<p>x<b>“y”</b>z</p>"), "x<strong>“y”</strong>z");
    assert_eq!(markdown("<p><b>a <b>b</b></b> H<sub>2</sub>O <del>c</del></p>"), "**a b** H<sub>2</sub>O ~~c~~");
}

#[test]
fn lists_nest_and_neighbours_stay_apart() {
    assert_eq!(markdown("<ul><li>a<ol start=9><li>b<li>c</ol><li>d</ul>"), "- a\n  9. b\n  10. c\n- d");
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
