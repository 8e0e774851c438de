//! What the HTML door says beyond the tree: hints, bounds, errors.

use quietpage::{
    Error, limits,
    page::{
        Attr, Hints, NodeId, Page, Tag,
        html::{self, HtmlReader},
    },
};

fn find(page: &Page, tag: Tag) -> NodeId {
    page.nodes().find(|&node| page.is(node, tag)).unwrap()
}

#[test]
fn hidden_elements_are_hinted_as_not_rendered() {
    let is_hidden = |attrs: &str| {
        let page = html::read(&format!("<section {attrs}>x</section>")).unwrap();
        page.hints(find(&page, Tag::Section)).has(Hints::NOT_RENDERED)
    };
    for attrs in ["hidden", "hidden=''", "style='color:red; DISPLAY : none'", "style='visibility:hidden!important'"] {
        assert!(is_hidden(attrs), "{attrs}");
    }
    for attrs in ["", "hidden=until-found", "style='display:block'", "style='x-display:none'", "style='display:'"] {
        assert!(!is_hidden(attrs), "{attrs}");
    }
}

#[test]
fn attributes_come_unescaped_and_placeholders_without_their_bytes() {
    let page = html::read("<img src='data:image/gif;base64,R0lGOD' data-src='a?b=1&amp;c=2' onerror=x>").unwrap();
    let img = find(&page, Tag::Img);
    assert_eq!(page.attr(img, Attr::Src), Some("data:"));
    assert_eq!(page.attr(img, Attr::DataSrc), Some("a?b=1&c=2"));
}

#[test]
fn ordinals_count_the_elements_of_the_page_in_document_order() {
    let page = html::read("<p>a<script>x</script><table>b<tr><td>c").unwrap();
    let ordinals: Vec<u32> = page.nodes().filter_map(|node| page.ordinal(node)).map(|ordinal| ordinal.0).collect();
    assert_eq!(ordinals, (0..page.element_count()).collect::<Vec<_>>());
}

#[test]
fn end_tags_end_where_the_standard_says_wherever_the_bytes_are_split() {
    for odd in [
        "</i=\"/x>",
        "</i a=b\"c>",
        "</i a=\"b>c\">",
        "</i a = '>'>",
        "</i =\"x>",
        "</i a/=\"x>",
        "</i a=\"b\"c=\">\">",
        "</i/\">",
    ] {
        let markup = format!("<p><i><b>one{odd}</b>two</p><p title=\"x\">three</p>");
        let shape = |page: &Page| -> Vec<_> {
            let texts = |node| page.text(node).map(str::to_owned);
            page.nodes().map(|node| (page.tag(node), texts(node), page.subtree_end(node))).collect()
        };
        let whole = shape(&html::read(&markup).unwrap());
        assert!(!format!("{whole:?}").contains("</"), "{odd}: {whole:?}");
        assert!(format!("{whole:?}").contains("\"two\""), "{odd}: {whole:?}");
        for split in 0..markup.len() {
            let mut reader = HtmlReader::new();
            reader.write(&markup.as_bytes()[..split]).unwrap();
            reader.write(&markup.as_bytes()[split..]).unwrap();
            assert_eq!(shape(&reader.finish().unwrap()), whole, "{odd} split at {split}");
        }
    }
}

#[test]
fn a_page_over_the_bound_of_bytes_is_refused() {
    let mut reader = HtmlReader::new();
    let chunk = vec![b' '; limits::MAX_PAGE_BYTES];
    assert_eq!(reader.write(&chunk), Ok(()));
    let refused = Error::PageTooLarge { found: limits::MAX_PAGE_BYTES + 1, limit: limits::MAX_PAGE_BYTES };
    assert_eq!(reader.write(b" "), Err(refused.clone()));
    assert_eq!(reader.finish().unwrap_err(), refused);
}

#[test]
fn a_page_over_the_bound_of_nodes_is_refused() {
    let too_many = "<br>".repeat(limits::MAX_NODES);
    assert_eq!(html::read(&too_many).unwrap_err(), Error::TooManyNodes { limit: limits::MAX_NODES });
}

#[test]
fn text_below_the_bound_of_depth_stays_and_what_follows_stands_where_it_should() {
    let deep = limits::MAX_DEPTH + 100;
    let markup = format!("{}deep{}<p>after", "<div>".repeat(deep), "</div>".repeat(deep));
    let page = html::read(&markup).unwrap();
    assert_eq!(page.text_inside(NodeId::ROOT), "deep after");
    assert_eq!(page.parent(find(&page, Tag::P)), Some(page.body()));
}

#[test]
fn attributes_that_misnesting_multiplies_are_bounded() {
    let clones = limits::MAX_PAGE_BYTES / limits::MAX_ATTR_BYTES;
    let markup =
        |paragraphs| format!("<p><b class='{}'>{}", "x".repeat(limits::MAX_ATTR_BYTES), "<p>y".repeat(paragraphs));
    assert!(html::read(&markup(clones - 1)).is_ok());
    assert!(matches!(html::read(&markup(clones)), Err(Error::PageTooLarge { .. })));
}
