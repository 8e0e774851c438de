//! Which pictures are the article's.

use quietpage::{
    extract::{Wanted, line},
    page::html,
};

const STORY: &str = "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running for \
                     another ten years, ending a dispute that had divided the council since the spring.";

#[test]
fn what_stands_for_the_words_of_a_button_or_for_the_sites_name_is_no_picture_of_the_article() {
    let picture = |alt: &str| {
        format!("<div><a href=https://elsewhere.example/><img src=https://sound.example/p.jpg alt=\"{alt}\"></a></div>")
    };
    let holds = |between: &str| {
        let text = |days: std::ops::Range<u32>| {
            days.map(|day| format!("<p>{STORY} That was on day {day}.</p>")).collect::<Vec<_>>().concat()
        };
        let (before, after) = (text(0..4), text(4..8));
        let page = format!(
            "<meta property=og:site_name content='Sound Post'>\
             <main><article><h1>The last ferry</h1>{before}{between}{after}</article></main>"
        );
        line(&html::read(&page).unwrap(), None, &Wanted::default()).unwrap().article.html.contains("<img")
    };
    assert!(holds(&picture("The ferry at the pier")));
    assert!(
        holds("<div><img src=https://sound.example/p.jpg alt=Facebook></div>"),
        "a picture that leads nowhere may show what it is called"
    );
    for label in ["Facebook", "Share on WhatsApp", "Sound Post"] {
        assert!(!holds(&picture(label)), "{label}");
    }
}
