//! Pictures, players and captions.

use super::{body, html, page, text};
use crate::{
    article::{
        body::{Flow, Image, Media},
        has_image,
    },
    blocks, metadata,
    page::{Page, tape},
};

fn images(page: &Page) -> Vec<Image> {
    let media = body(page).0.into_iter().filter_map(|flow| match flow {
        Flow::Figure { media, .. } => Some(media),
        _ => None,
    });
    let images = media.flatten().filter_map(|media| match media {
        Media::Image(image) => Some(image),
        _ => None,
    });
    images.collect()
}

/// The file of the only picture.
fn file(markup: &str) -> String {
    let images = images(&page(markup));
    assert_eq!(images.len(), 1, "{images:?}");
    images[0].src.as_str().rsplit('/').next().unwrap().to_owned()
}

#[test]
fn a_lazy_picture_has_the_address_it_would_have_loaded() {
    assert_eq!(file(r#"<img data-src="a.jpg">"#), "a.jpg");
    assert_eq!(file(r#"<img src="data:image/gif;base64,R0lG" data-lazy-src="a.jpg">"#), "a.jpg");
    assert_eq!(file(r#"<img src="/img/spacer.gif" data-original="a.jpg">"#), "a.jpg");
    assert_eq!(file(r#"<img src="/img/1x1.png" data-srcset="s.jpg 400w, l.jpg 1200w">"#), "l.jpg");
    assert_eq!(file(r#"<amp-img src="a.jpg"></amp-img>"#), "a.jpg");
    assert_eq!(file(r#"<picture><source srcset="a.webp 1x"><img src="data:,"></picture>"#), "a.webp");
}

#[test]
fn the_plain_form_in_noscript_fills_in_once() {
    assert_eq!(file(r#"<img class="lazy" src="data:,x"><noscript><img src="a.jpg"></noscript>"#), "a.jpg");
    assert_eq!(file(r#"<div><img src="data:,x"></div><noscript><img src="a.jpg"></noscript>"#), "a.jpg");
    assert_eq!(file(r#"<noscript><img src="a.jpg?w=1"></noscript><img src="a.jpg?w=800">"#), "a.jpg?w=800");
}

#[test]
fn a_picture_that_is_only_in_noscript_is_a_picture_and_a_counter_is_not() {
    let story = "<p>word word</p>".repeat(40);
    let file_of = |alone: &str| file(&format!("{story}<div><i></i>{alone}</div>{story}"));
    assert_eq!(file_of(r#"<noscript><img src="a.jpg"></noscript>"#), "a.jpg");
    for counter in
        [r#"<img src="a.jpg" width="1" height="1">"#, r#"<img src="/hit?page=1">"#, r#"<img src="/hit.gif" alt="">"#]
    {
        let page = page(&format!("{story}<div><noscript>{counter}</noscript></div>{story}"));
        assert!(images(&page).is_empty(), "{counter}");
        assert!(blocks::segment(&page).iter().all(|(_, block)| block.kind == blocks::BlockKind::Text), "{counter}");
    }
}

#[test]
fn both_doors_read_the_plain_form() {
    let tape = "\u{1}body\u{1}img\u{3}src=data:,x\u{5}\u{1}noscript\u{4}<img src=\"a.jpg\">\u{5}\u{5}";
    let html = page(r#"<img src="data:,x"><noscript><img src="a.jpg"></noscript>"#);
    assert_eq!(images(&tape::read(tape).unwrap()), images(&html));
}

#[test]
fn a_picture_that_shows_is_preferred_to_what_is_kept_for_later() {
    assert_eq!(file(r#"<img src="shown.jpg" data-src="zoom.jpg">"#), "shown.jpg");
    let tape = "\u{1}body\u{1}img\u{3}src=s.jpg\u{3}srcset=s.jpg 400w, l.jpg 800w\u{3}current-src=https://news.example/l.jpg\u{5}\u{5}";
    assert_eq!(images(&tape::read(tape).unwrap())[0].src.as_str(), "https://news.example/l.jpg");
}

#[test]
fn pixels_that_count_readers_never_come_out() {
    assert!(images(&page(r#"<p>a</p><img src="t.gif" width="1" height="1"><img src="u.gif" height="0">"#)).is_empty());
    assert!(!html(r#"<p>a <img src="t.gif" width=1> b</p>"#).contains("img"));
}

#[test]
fn the_same_picture_twice_in_a_row_comes_once() {
    assert_eq!(file(r#"<div><img src="a-300x200.jpg"></div><div><img src="a.jpg?q=90"></div>"#), "a-300x200.jpg");
}

#[test]
fn a_picture_at_the_start_of_a_paragraph_stands_before_it() {
    let body =
        body(&page(r#"<p><a href="/big"><img src="a.jpg"></a> Text with an <img src="i.png" width="16"> icon.</p>"#));
    assert!(matches!(body.0.as_slice(), [Flow::Figure { .. }, Flow::Paragraph { .. }]));
    assert!(crate::render::html(&body).contains("an <img src=\"https://news.example/story/i.png\""));
}

#[test]
fn captions_stand_under_their_picture_and_not_in_the_text() {
    for markup in [
        r#"<p>Story</p><figure><img src="a.jpg" alt="A"><figcaption>Boats <i>at dawn</i></figcaption></figure>"#,
        r#"<p>Story</p><div class="wp-caption"><img src="a.jpg" alt="A"><p class="wp-caption-text">Boats <i>at dawn</i></p></div>"#,
        r#"<p>Story</p><table><tr><td><img src="a.jpg" alt="A"><br><font>Boats <i>at dawn</i></font></td></tr></table>"#,
        r#"<p>Story</p><table><tr><td><img src="a.jpg" alt="A"></td></tr><tr><td>Boats <i>at dawn</i></td></tr></table>"#,
        r#"<p>Story</p><figure><div><img src="a.jpg" alt="A"></div><div>Boats <i>at dawn</i></div></figure>"#,
    ] {
        assert_eq!(text(markup), "Story");
        let html = html(markup);
        assert!(html.contains("<figcaption>Boats <em>at dawn</em></figcaption></figure>"), "{html}");
    }
}

#[test]
fn a_caption_beside_other_text_is_its_pictures_alone() {
    let markup = "<section><p>Story</p><img src=a.jpg><div class=caption>Boats</div><p>More</p></section>";
    assert_eq!(text(markup), "Story\nMore");
    assert!(html(markup).contains("<figcaption>Boats</figcaption></figure>"));
}

#[test]
fn a_figure_of_many_paragraphs_has_no_caption() {
    let markup = "<figure><p>One</p><p>Two</p><figure><img src=a.jpg></figure><p>Three</p></figure>";
    assert_eq!(text(markup), "One\nTwo\nThree");
}

#[test]
fn sizes_by_name_are_one_picture_and_a_drawn_stand_in_is_none() {
    assert_eq!(html("<p><img src=boat-large.webp><img src=boat-small.jpg></p>").matches("<img").count(), 1);
    assert_eq!(html("<p>a</p><img src=/img/placeholder.gif alt=Boat><p>b</p>").matches("<img").count(), 0);
}

#[test]
fn a_preview_gives_way_to_the_picture_itself() {
    let markup = "<div><img src=/max/60/boats-at-dawn.png></div><div><img src=/max/900/boats-at-dawn.png></div>";
    assert_eq!(file(markup), "boats-at-dawn.png");
    assert!(html(markup).contains("/max/900/"));
    assert!(html(&format!("<figure>{markup}</figure>")).contains("/max/900/"));
}

#[test]
fn a_caption_without_a_picture_is_a_paragraph() {
    assert_eq!(
        text("<figure><blockquote>Words</blockquote><figcaption>Someone</figcaption></figure>"),
        "Words\nSomeone"
    );
}

#[test]
fn a_story_inside_a_figure_is_no_caption() {
    let story = "word ".repeat(200);
    assert!(text(&format!("<figure><img src=a.jpg><p>{story}</p></figure>")).starts_with("word"));
}

#[test]
fn a_known_video_loads_on_a_click() {
    let html = html(
        r#"<p>a</p><iframe src="https://www.youtube.com/embed/abc?autoplay=1" title="The &quot;race&quot;"></iframe>"#,
    );
    let page = "https://www.youtube.com/watch?v=abc";
    let expected = format!("<figure data-embed=\"{page}\"><a href=\"{page}\">The &quot;race&quot;</a></figure>");
    assert!(html.contains(&expected), "{html}");
}

#[test]
fn a_custom_element_that_names_its_video_is_a_player() {
    let html = html("<p>a</p><lite-youtube videoid=abc><a><div>Play</div></a></lite-youtube>");
    assert!(html.contains("data-embed=\"https://www.youtube.com/watch?v=abc\""), "{html}");
    assert_eq!(text("<p>a</p><lite-youtube videoid=abc><a><div>Play</div></a></lite-youtube>"), "a");
}

#[test]
fn a_list_of_figures_is_figures() {
    let html =
        html("<ul><li><figure><img src=a.jpg><figcaption>A</figcaption></figure></li><li><img src=b.jpg></li></ul>");
    assert!(!html.contains("<li>") && html.matches("<figure>").count() == 2, "{html}");
    assert!(self::html("<ul><li><img src=a.jpg></li><li>Text</li></ul>").contains("<li>"));
}

#[test]
fn players_of_the_page_keep_their_address_and_no_fallback_text() {
    let html = html(
        r#"<video poster="p.jpg"><source src="blob:x"><source src="v.mp4">Your browser is old.</video><iframe src="https://ads.example/"></iframe>"#,
    );
    assert!(
        html.contains("src=\"https://news.example/story/v.mp4\" poster=\"https://news.example/story/p.jpg\""),
        "{html}"
    );
    assert!(!html.contains("browser") && !html.contains("ads"));
}

#[test]
fn the_lead_picture_is_recognised_in_the_body() {
    let page = page(r#"<p>a</p><img src="https://i.example/a/boats-at-dawn-800x600.jpg">"#);
    let body = body(&page);
    let lead = |url| crate::article::SafeUrl::resolve(None, url).unwrap();
    assert!(has_image(&body, &lead("https://i.example/a/boats-at-dawn.jpg?w=1200")));
    assert!(!has_image(&body, &lead("https://i.example/a/harbour.jpg")));
}

#[test]
fn what_is_not_kept_does_not_come_out() {
    let page = page(
        "<ul><li>kept</li><li>left out</li></ul><p>left out</p><table><tr><th>h</th><td>left out</td></tr></table>",
    );
    let blocks = blocks::segment(&page);
    let kept: Vec<bool> = blocks.ids().map(|id| blocks.text(id) != "left out").collect();
    let body = super::super::assemble::body(&page, &blocks, &kept, &metadata::read(&page, None), None);
    assert_eq!(crate::render::text(&body), "kept\nh");
}
