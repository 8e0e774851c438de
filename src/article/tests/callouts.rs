//! Boxes beside the story.

use super::{body, html, page, text};
use crate::render;

fn markdown(markup: &str) -> String {
    render::markdown(&body(&page(markup))).trim_end().to_owned()
}

#[test]
fn hints_and_warnings_are_alerts_however_they_are_named() {
    for markup in [
        "<div class='admonition warning'><p class=admonition-title>Warning</p><p>Hot.</p></div>",
        "<div class='alert alert-warning' role=alert><h4 class=alert-heading>Warning:</h4><p>Hot.</p></div>",
        "<div class='markdown-alert markdown-alert-warning'><p class=markdown-alert-title><svg></svg>Warning</p><p>Hot.</p></div>",
        "<div class='custom-block warning'><p class=custom-block-title>WARNING</p><p>Hot.</p></div>",
        "<div class='theme-admonition theme-admonition-warning alert'><div class='admonitionHeading_x'>warning</div><div><p>Hot.</p></div></div>",
        "<aside class='callout callout-warning'><div><span>Warning</span></div><div>Hot.</div></aside>",
        "<details class='admonition warning'><summary>Warning</summary><p>Hot.</p></details>",
        "<aside class=warning>Hot.</aside>",
    ] {
        assert_eq!(markdown(markup), "> [!WARNING]\n> Hot.", "{markup}");
    }
}

#[test]
fn a_title_of_its_own_stays() {
    let markup = "<div class=callout><div class=callout-title>Mind the <i>step</i></div><div><p>One.</p><ul><li>Two</li></ul></div></div>";
    assert_eq!(markdown(markup), "> [!NOTE]\n> **Mind the *step***\n>\n> One.\n>\n> - Two");
    assert_eq!(text(markup), "Mind the step\nOne.\nTwo");
    assert!(html(markup).starts_with("<blockquote><p><strong>Mind the <em>step</em></strong></p>\n<p>One.</p>"));
}

#[test]
fn a_box_without_a_title_says_in_html_what_it_is() {
    assert_eq!(
        html("<div class='alert alert-info'>Mind.</div>"),
        "<blockquote><p><strong>Note</strong></p>\n<p>Mind.</p>\n</blockquote>\n"
    );
}

#[test]
fn what_is_no_box_stays_what_it_is() {
    let story = format!("<div class='alert alert-info'><p>{}</p></div>", "word ".repeat(1_000));
    for markup in ["<div class=callout><p>Mind.</p></div>", "<div class=note><p>Mind.</p></div>", &story] {
        assert!(!markdown(markup).contains("[!"), "{markup}");
    }
}
