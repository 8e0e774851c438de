//! Hints for authors: each where there is cause for it, none where there is none.

use quietpage::{
    extract::{Wanted, line},
    hints::Code,
    page::{html, tape},
};

const PARAGRAPH: &str = "The council voted on Monday to rebuild the old bridge over the river, which was closed in the \
    spring, and said that the work would take two years and cost less than was feared.";
const HEAD: &str = "<html lang=en><meta property=og:type content=article><meta name=author content='Ann Bo'>\
    <meta property=article:published_time content=2024-05-01><title>A bridge for the town</title>";
const TOP: &str = "<h1>A bridge for the town</h1><p class=byline>By Ann Bo, May 1, 2024</p>";

/// Four paragraphs, each of its own.
fn text(from: usize) -> String {
    let paragraphs: Vec<String> = (from..from + 4).map(|day| format!("<p>On day {day} {PARAGRAPH}</p>")).collect();
    paragraphs.concat()
}

fn codes(html: &str) -> Vec<Code> {
    let wanted = Wanted { hints: true, ..Wanted::default() };
    let hints = line(&html::read(html).unwrap(), None, &wanted).unwrap().hints;
    hints.into_iter().map(|hint| hint.code).collect()
}

#[test]
fn a_page_made_well_gets_none_and_nobody_gets_any_unasked() {
    let page = format!("{HEAD}<article>{TOP}{}<img src=a.jpg alt=''>{}</article>", text(0), text(4));
    assert_eq!(codes(&page), []);
    let bare = html::read(&format!("{HEAD}<div>{PARAGRAPH}<br><br>{PARAGRAPH}</div>")).unwrap();
    assert_eq!(line(&bare, None, &Wanted::default()).unwrap().hints, []);
    assert_eq!(codes(&format!("<title>Shoe</title><p>{PARAGRAPH}</p><button>Add to cart</button>")), []);
}

#[test]
fn each_fault_gets_its_hint_and_no_other() {
    let (text, more) = (text(0), text(4));
    let links = "<ul><li><a href=/a>Ten kitchens</a><li><a href=/b>Nine gardens</a><li><a href=/c>Eight cars</a></ul>";
    for (code, page) in [
        (Code::NoHeadline, format!("{HEAD}<article><h2>A bridge for the town</h2>{text}</article>")),
        (Code::SeveralHeadlines, format!("{HEAD}<article>{TOP}{text}<h1>Old bridges</h1>{more}</article>")),
        (Code::HeadlineNotShown, format!("{HEAD}<article><h1>Wyvern</h1>{text}</article>")),
        (
            Code::BareFirstParagraph,
            format!(
                "{HEAD}<article>{TOP}<div>One: {PARAGRAPH}<br><br>Two: {PARAGRAPH}<br><br>Three: {PARAGRAPH}</div></article>"
            ),
        ),
        (
            Code::SplitOverSiblings,
            format!("{HEAD}{TOP}<main><div class=x1>{text}</div><div class=x2>{more}</div></main>"),
        ),
        (
            Code::LinksLikeMenu,
            format!("{HEAD}<article>{TOP}{text}<div class=related><b>Related stories</b>{links}</div>{more}</article>"),
        ),
        (Code::NamedAsFurniture, format!("{HEAD}<article>{TOP}<div class=teaser>{text}</div></article>")),
        (
            Code::PictureWithoutAlt,
            format!("{HEAD}<article>{TOP}{text}<img src=a.jpg width=600 height=400>{more}</article>"),
        ),
        (
            Code::DateForPeopleOnly,
            format!("{HEAD}<article>{TOP}{text}</article>")
                .replace("<meta property=article:published_time content=2024-05-01>", ""),
        ),
        (
            Code::NoAuthorMarkup,
            format!("{HEAD}<article>{TOP}{text}</article>").replace("<meta name=author content='Ann Bo'>", ""),
        ),
        (Code::NoLanguage, format!("{HEAD}<article>{TOP}{text}</article>").replace(" lang=en", "")),
    ] {
        assert_eq!(codes(&page), [code], "{page}");
    }
}

#[test]
fn text_that_only_a_rendered_page_knows_to_be_hidden_is_told_with_its_words() {
    let element = |open: &str, text: &str| format!("\u{1}{open}\u{4}{text}\u{5}");
    let text = element("p", PARAGRAPH).repeat(5);
    let hidden = element("p\u{2}n", &PARAGRAPH.replace("council", "parish"));
    let head = "\u{1}head\u{1}meta\u{3}property=og:type\u{3}content=article\u{5}\u{5}";
    let page = format!(
        "\u{1}html\u{3}lang=en{head}\u{1}body\u{1}article{}{text}{hidden}{text}\u{5}\u{5}\u{5}",
        element("h1", "A bridge for the town")
    );
    let wanted = Wanted { hints: true, ..Wanted::default() };
    let hints = line(&tape::read(&page).unwrap(), None, &wanted).unwrap().hints;
    let hidden = hints.iter().find(|hint| hint.code == Code::HiddenText).expect("a hint");
    assert_eq!(hidden.words, Some(34));
    assert_eq!(hidden.ordinal.0, 11);
}
