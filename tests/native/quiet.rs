//! Quiet in place hides nothing of the article, and of the rest what can go as a whole.

use std::fs;

use quietpage::{
    extract::{Wanted, extract, line},
    page::{Attr, NodeId, Ordinal, Page, html},
};

fn node_of(page: &Page, ordinal: Ordinal) -> NodeId {
    page.nodes().find(|&node| page.ordinal(node) == Some(ordinal)).expect("an element of the page")
}

/// The classes of what is hidden and of what of it leaves a mark.
fn hidden(markup: &str) -> (Vec<String>, Vec<String>) {
    let page = html::read(markup).unwrap();
    let quiet = extract(&page, None).unwrap().quiet;
    let class = |ordinal: &Ordinal| page.attr(node_of(&page, *ordinal), Attr::Class).unwrap_or("?").to_owned();
    (quiet.hide.iter().map(class).collect(), quiet.cuts.iter().map(class).collect())
}

fn story(inside: &str) -> String {
    let paragraph = |at: usize| {
        format!(
            "<p>On day {at} residents of the harbour town voted to keep the last car ferry across the sound, ending a \
             dispute that had divided the council since the spring, and nobody was surprised by the outcome.</p>"
        )
    };
    let half = |from: usize| (from..from + 4).map(paragraph).collect::<Vec<_>>().concat();
    format!(
        "<!doctype html><title>The last ferry</title><body><div class=top><nav class=menu><a href=/a>News</a></nav></div>\
         <div class=wall></div><main class=main><article class=article><h1>The last ferry</h1>{}{inside}{}\
         <ul class=tags><li><a href=/t>Ferries</a><li><a href=/u>Harbours</a></ul></article>\
         <aside class=rail><ul><li><a href=/c>Ten kitchens</a><li><a href=/d>Nine gardens</a></ul></aside></main>\
         <footer class=foot>All rights reserved</footer><script>1</script></body>",
        half(0),
        half(4)
    )
}

#[test]
fn what_is_around_the_text_goes_as_wholes_and_an_empty_dimmer_with_it() {
    let (hide, cuts) = hidden(&story(""));
    assert_eq!(hide, ["top", "wall", "tags", "rail", "foot"]);
    assert_eq!(cuts, [""; 0]);
}

#[test]
fn what_is_cut_from_the_text_leaves_a_mark_and_what_says_nothing_stays() {
    let related = "<div class=related><h3>Related stories</h3><ul><li><a href=/1>Ten kitchens that will surprise you</a>\
                   <li><a href=/2>Nine gardens to see</a></ul></div>";
    let shown = "<div class=chart></div><video class=player src=a.mp4></video><div class='ad-slot'></div>";
    let (hide, cuts) = hidden(&story(&format!("{shown}{related}")));
    assert_eq!(hide, ["top", "wall", "ad-slot", "related", "tags", "rail", "foot"]);
    assert_eq!(cuts, ["related"]);
}

#[test]
fn readers_comments_stay_where_that_is_asked_and_nothing_else_with_them() {
    let comment =
        |at: usize| format!("<li class=comment><b>Reader {at}</b><p>I have crossed with it for {at} years.</p>");
    let list = (1..5).map(comment).collect::<String>();
    let after = format!(
        "</main><div class=below><a class=comments-link href=#c>4 comments</a><section class=comments><ul>{list}</ul>\
         <div id=disqus_thread></div></section><aside class=more><a href=/e>Eight cars</a></aside></div>"
    );
    let page = html::read(&story("").replace("</main>", &after)).unwrap();
    let classes = |ordinals: &[Ordinal]| -> Vec<String> {
        ordinals.iter().map(|&one| page.attr(node_of(&page, one), Attr::Class).unwrap_or("?").to_owned()).collect()
    };
    let of = |comments: bool| line(&page, None, &Wanted { comments, ..Wanted::default() }).unwrap().quiet;
    assert_eq!(classes(&of(false).hide), ["top", "wall", "tags", "rail", "below", "foot"]);
    assert_eq!(classes(&of(false).comments), [""; 0]);
    assert_eq!(classes(&of(true).hide), ["top", "wall", "tags", "rail", "comments-link", "more", "foot"]);
    assert_eq!(classes(&of(true).comments), ["comments"]);
}

#[test]
fn what_stands_above_the_text_stays_and_a_player_with_its_caption() {
    let date = "<div class=meta>Published on <time datetime=2026-03-03>3 March 2026</time></div>";
    let page = story(
        "<figure class=film><video src=a.mp4></video><figcaption>The ferry leaves the harbour</figcaption></figure>",
    );
    let (hide, _) = hidden(&page.replace("</h1>", &format!("</h1>{date}")));
    assert_eq!(hide, ["top", "wall", "tags", "rail", "foot"]);
}

#[test]
fn text_without_an_element_of_its_own_stays_and_so_do_its_links() {
    let bare = "<div class=box><p>The council will meet again in the autumn to settle who pays for the new pier, and how \
                the last of the old boats are to be sold.</p>Read more: <a class=link href=/1>Ten kitchens</a></div>";
    let (hide, _) = hidden(&story(bare));
    assert!(!hide.contains(&"link".to_owned()) && !hide.contains(&"box".to_owned()), "{hide:?}");
}

#[test]
fn of_no_fixture_a_part_of_the_article_is_hidden() {
    let mut hidden = 0;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures")).unwrap() {
        let directory = entry.unwrap().path();
        let page = html::read(&fs::read_to_string(directory.join("page.html")).unwrap()).unwrap();
        let quiet = extract(&page, None).unwrap().quiet;
        let hide: Vec<NodeId> = quiet.hide.iter().map(|&ordinal| node_of(&page, ordinal)).collect();
        assert!(!quiet.kept.is_empty(), "{}", directory.display());
        for kept in quiet.kept.iter().map(|&ordinal| node_of(&page, ordinal)) {
            let over = hide.iter().find(|&&hidden| page.contains(hidden, kept));
            assert_eq!(over, None, "{} hides {:?}", directory.display(), page.text_inside(kept));
        }
        assert!(
            hide.windows(2).all(|pair| page.subtree_end(pair[0]) <= pair[1]),
            "{}: one in another",
            directory.display()
        );
        assert!(quiet.cuts.iter().all(|cut| quiet.hide.contains(cut)));
        hidden += hide.len();
    }
    assert!(hidden > 300, "{hidden} elements hidden in all fixtures");
}
