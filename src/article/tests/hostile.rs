//! Pages that want to get something through.

use super::{body, html, page};
use crate::render;

#[test]
fn nothing_that_runs_or_draws_comes_out() {
    let html = html(
        r#"<p onclick="x()" style="position:fixed" id="document" class="quietpage">a<script>alert(1)</script>
        <style>p{}</style><svg><script>x</script></svg><b onmouseover=x>b</b></p>
        <form action="/x"><input value="v"><p>c</p></form><object data="x.swf"></object><p>&lt;script&gt;alert(2)&lt;/script&gt;</p>"#,
    );
    for part in
        ["onclick", "style", "document", "quietpage", "alert(1)", "svg", "onmouseover", "form", "input", "object"]
    {
        assert!(!html.contains(part), "{part} in {html}");
    }
    assert!(html.contains("&lt;script&gt;alert(2)"));
}

#[test]
fn addresses_that_run_are_plain_text_or_nothing() {
    let html = html(
        "<p><a href='java&#10;script:alert(1)'>one</a> <a href='&#1;javascript:alert(1)'>two</a> \
         <a href='data:text/html,x'>three</a><img src='javascript:x' srcset='javascript:x 1x, data:image/png,x 2x' alt=p></p>\
         <video src='data:video/mp4,x'></video><iframe src='javascript:x'></iframe><math href='javascript:x'><mi href='javascript:y'>x</mi></math>",
    );
    assert!(
        !html.contains("script:") && !html.contains("data:") && !html.contains("<a") && !html.contains("<img"),
        "{html}"
    );
    assert!(html.contains("one two three"));
}

#[test]
fn attributes_cannot_be_closed() {
    let html = html(
        r#"<p lang='en" onload="x'>a</p><p><img src='a.jpg?"><script>' alt='"><script>x</script>'></p>
        <pre><code class='language-x"onload="y'>c</code></pre><ol start='1" x="'><li>d</li></ol>"#,
    );
    assert!(!html.contains("<script") && !html.contains("\" onload") && !html.contains("\"onload"), "{html}");
}

#[test]
fn links_in_links_are_one_link() {
    let tape = "\u{1}body\u{1}p\u{1}a\u{3}href=/a\u{4}one \u{1}span\u{1}a\u{3}href=/b\u{4}two\u{5}\u{5}\u{5}\u{5}\u{5}";
    let html = render::html(&body(&crate::page::tape::read(tape).unwrap()));
    assert_eq!(html.trim(), "<p><a href=\"https://news.example/a\">one two</a></p>");
}

#[test]
fn the_pages_ids_never_come_out() {
    let html = html(r##"<p id="x">a <a href="#y">1</a></p><p id="y">b</p><p><a name="z">c</a></p>"##);
    assert!(html.contains("<a href=\"#qp-1\">1</a>") && html.contains("<p><span id=\"qp-1\"></span>b</p>"), "{html}");
    assert_eq!(html.matches("id=").count(), 1);
}

#[test]
fn spans_of_cells_are_bounded() {
    let html = html(
        r#"<table><tr><th colspan="99999">a</th><th rowspan="-1">b</th></tr><tr><td>c</td><td>d</td></tr></table>"#,
    );
    assert!(!html.contains("99999") && !html.contains("rowspan"), "{html}");
    let markdown = render::markdown(&body(&page("<table><tr><th colspan=1000>a<th>b<tr><td>c<td>d</table>")));
    assert!(markdown.len() < 100, "{markdown}");
}
