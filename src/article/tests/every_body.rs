//! Property tests: no word is lost or moved, and nothing of the page can break out.

use proptest::prelude::*;

use super::body;
use crate::{
    article::body::{Body, Definition, Flow, Phrasing},
    blocks, limits,
    page::{Attr, Hints, Page, PageBuilder, Tag, text},
    render,
};

/// One step of building a page.
#[derive(Debug, Clone)]
enum Event {
    Open(Tag),
    Text(String),
    Close,
    Void(Tag),
}

const TAGS: &[Tag] = &[
    Tag::P,
    Tag::Div,
    Tag::Ul,
    Tag::Ol,
    Tag::Li,
    Tag::Blockquote,
    Tag::H1,
    Tag::H3,
    Tag::Pre,
    Tag::Code,
    Tag::A,
    Tag::B,
    Tag::Em,
    Tag::Span,
    Tag::Dl,
    Tag::Dt,
    Tag::Dd,
    Tag::Figure,
    Tag::Figcaption,
    Tag::Table,
    Tag::Tr,
    Tag::Td,
    Tag::Th,
    Tag::Caption,
    Tag::Thead,
    Tag::Sup,
    Tag::Details,
    Tag::Summary,
    Tag::Bdi,
    Tag::Ruby,
    Tag::Rt,
];

fn event(tags: Vec<Tag>) -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => prop::sample::select(tags).prop_map(Event::Open),
        4 => "[a-e]{1,3}( [a-e]{1,3})? ?".prop_map(Event::Text),
        3 => Just(Event::Close),
        1 => prop::sample::select(&[Tag::Br, Tag::Hr, Tag::Img][..]).prop_map(Event::Void),
    ]
}

fn build(events: &[Event]) -> Page {
    let mut builder = PageBuilder::new();
    builder.open(Tag::Body, Hints::NONE).unwrap();
    for event in events {
        match event {
            Event::Open(tag) => {
                builder.open(*tag, Hints::NONE).unwrap();
                builder.attr(Attr::Href, "/x");
            }
            Event::Text(text) => builder.text(text).unwrap(),
            Event::Close if builder.depth() > 1 => builder.close(),
            Event::Close => {}
            Event::Void(tag) => {
                builder.open(*tag, Hints::NONE).unwrap();
                builder.attr(Attr::Src, "/a.jpg");
                builder.close();
            }
        }
    }
    builder.finish()
}

/// Captions have their own place; code keeps the page's own white space, readings stand without any.
fn with_words_in_line() -> Vec<Tag> {
    let is_apart = |tag| matches!(tag, Tag::Figure | Tag::Caption | Tag::Pre | Tag::Ruby | Tag::Rt);
    TAGS.iter().copied().filter(|&tag| !is_apart(tag)).collect()
}

/// The letters of every text in the body, captions among them.
fn letters(body: &Body) -> String {
    let mut flows = Vec::new();
    let mut with_captions = body.clone();
    for flow in with_captions.0.drain(..) {
        captions_as_paragraphs(flow, &mut flows);
    }
    only_letters(&render::text(&Body(flows)))
}

/// Puts captions where the text renderer reads them.
fn captions_as_paragraphs(flow: Flow, out: &mut Vec<Flow>) {
    let paragraph = |content: Vec<Phrasing>| Flow::Paragraph { content, marks: crate::article::body::Marks::default() };
    let all = |flows: Vec<Flow>| {
        let mut out = Vec::new();
        for flow in flows {
            captions_as_paragraphs(flow, &mut out);
        }
        out
    };
    match flow {
        Flow::Figure { caption, .. } => out.push(paragraph(caption)),
        Flow::Quote { content, .. } => out.extend(all(content)),
        Flow::List(list) => list.items.into_iter().for_each(|item| out.extend(all(item.content))),
        Flow::Table(table) => {
            out.push(paragraph(table.caption));
            table.rows.into_iter().flatten().for_each(|cell| out.extend(all(cell.content)));
        }
        Flow::Definitions(parts) => parts.into_iter().for_each(|part| match part {
            Definition::Term(content) => out.push(paragraph(content)),
            Definition::Description(content) => out.extend(all(content)),
        }),
        other => out.push(other),
    }
}

fn only_letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(super::same_cases(400))]

    #[test]
    fn every_letter_of_the_page_is_in_the_body_in_order(events in prop::collection::vec(event(TAGS.to_vec()), 0..60)) {
        let page = build(&events);
        prop_assert_eq!(letters(&body(&page)), only_letters(&page.text_inside(page.body())));
    }

    #[test]
    fn the_words_are_those_of_the_blocks(events in prop::collection::vec(event(with_words_in_line()), 0..40)) {
        // Without a picture no text is a caption.
        let events: Vec<Event> = events.into_iter().filter(|event| !matches!(event, Event::Void(Tag::Img))).collect();
        let page = build(&events);
        let blocks = blocks::segment(&page);
        let of_blocks: Vec<&str> = blocks.ids().flat_map(|id| blocks.text(id).split_whitespace()).collect();
        let text = render::text(&body(&page));
        prop_assert_eq!(text.split_whitespace().collect::<Vec<_>>(), of_blocks);
    }
}

#[test]
fn lists_as_deep_as_a_page_can_be_are_flattened_without_losing_text() {
    let mut builder = PageBuilder::new();
    builder.open(Tag::Body, Hints::NONE).unwrap();
    for _ in 0..limits::MAX_DEPTH {
        builder.open(Tag::Ul, Hints::NONE).unwrap();
        builder.open(Tag::Li, Hints::NONE).unwrap();
        builder.open(Tag::Em, Hints::NONE).unwrap();
        builder.text("a ").unwrap();
    }
    let page = builder.finish();
    let body = body(&page);
    assert_eq!(only_letters(&render::text(&body)), only_letters(&page.text_inside(page.body())));
    assert!(text::words(&render::text(&body)) > 1);
}
