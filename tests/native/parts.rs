//! What else than the article can be asked for.

use quietpage::{
    extract::{Extraction, Keep, Wanted, line},
    ledger::Detail,
    page::{Page, html, tape},
};

const STORY: &str = "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running for \
                     another ten years, ending a dispute that had divided the council since the spring.";
const OTHER: &str = "The winter’s first storm took the roof of the old net loft in the night to Sunday, and with it the \
                     nest of a pair of gulls that had come back to it for eleven years and was known to every child.";

fn read(page: &Page, keep: Keep) -> Extraction {
    let wanted = Wanted { keep, detail: Detail::Brief, ..Wanted::default() };
    line(page, None, &wanted).unwrap()
}

/// A number of paragraphs, each with another end.
fn paragraphs(text: &str, count: usize) -> String {
    let ends = [
        "Nobody was hurt.",
        "The school has eighteen pupils, and nine of them cross the water.",
        "Work begins in October.",
    ];
    let paragraph = |at| format!("<p>{text} That was on day {at}. {}</p>", ends[at % ends.len()]);
    (0..count).map(paragraph).collect::<Vec<_>>().concat()
}

#[test]
fn the_second_text_is_shown_without_the_first() {
    let overlay = format!("<div role=dialog><h2>A roof for the gulls</h2>{}</div>", paragraphs(OTHER, 16));
    let page = format!("<main><article><h1>The last ferry</h1>{}</article></main>{overlay}", paragraphs(STORY, 8));
    let page = html::read(&page).unwrap();
    let first = read(&page, Keep::Article);
    assert!(first.has_second);
    assert!(first.article.text.contains(STORY) && !first.article.text.contains(OTHER));
    let second = read(&page, Keep::Second);
    assert!(second.article.text.contains(OTHER) && !second.article.text.contains(STORY));
}

#[test]
fn where_no_text_comes_close_the_second_is_the_first() {
    let rail = "<aside><ul><li><a href=/a>Ten kitchens that will surprise you</a></ul></aside>";
    let page = format!("<main><article><h1>The last ferry</h1>{}</article></main>{rail}", paragraphs(STORY, 8));
    let page = html::read(&page).unwrap();
    let first = read(&page, Keep::Article);
    assert!(!first.has_second);
    assert_eq!(read(&page, Keep::Second).article.text, first.article.text);
}

#[test]
fn what_was_selected_is_kept_whatever_it_is_and_the_headline_only_says_whose_it_is() {
    let selected = "\u{1}html\u{1}body\u{1}h1\u{2}o\u{4}The last ferry\u{5}\u{1}nav\u{1}a\u{3}href=/a\u{4}Ten kitchens\u{5}\
                    \u{4} and a form\u{5}\u{5}\u{5}";
    let page = tape::read(selected).unwrap();
    let read = read(&page, Keep::Selected).article;
    assert_eq!(read.title.as_deref(), Some("The last ferry"));
    assert_eq!(read.text.trim(), "Ten kitchens and a form");
}

#[test]
fn a_long_article_is_read_to_its_end() {
    let who = ["The harbour master", "A fisherman", "The schoolteacher", "One of the carpenters", "A boy of nine"];
    let did = ["remembered the late boat", "wrote down every name", "counted the lamps", "never forgave the council"];
    let when = ["after the storm", "in the spring of that year", "before the bridge was planned"];
    let sentence = |n: usize| {
        let (who, did, when) = (who[n % who.len()], did[(n * 3 + n / 5) % did.len()], when[(n + n / 20) % when.len()]);
        format!("{who} {did} {when}, and of the {} people who were there, most would tell it otherwise today. ", n + 3)
    };
    let paragraph = |at: usize| format!("<p>{}</p>", (at * 5..at * 5 + 5).map(sentence).collect::<Vec<_>>().concat());
    let body = (0..160).map(paragraph).collect::<Vec<_>>().concat();
    let page = format!("<main><article><h1>The last ferry</h1>{body}</article></main><footer>Contact</footer>");
    let text = read(&html::read(&page).unwrap(), Keep::Article).article.text;
    assert_eq!(text.lines().count(), 160);
}
