//! What the page says of itself: title, names, dates, language, pictures.
//!
//! Each source is read on its own ([`json_ld`], [`meta_tags`], [`microdata`], [`headline`], [`credits`]) into claims; one
//! table ([`claim`]) says which claim wins. What no source says for sure stays blank.

mod address;
mod address_shape;
mod claim;
mod credits;
mod date_line;
mod date_words;
pub mod dates;
mod dek;
mod elsewhere;
mod headline;
mod json_ld;
mod kind;
mod language;
pub mod lexicon;
mod meta_tags;
mod microdata;
mod name_line;
mod name_words;
mod names;
mod newsroom;
mod next_page;
pub mod plain;
mod roles;
mod site_names;
#[cfg(test)]
mod testing;
mod title;
mod view;

use serde::Serialize;
use url::Url;

pub use address_shape::AddressShape;
pub use json_ld::{is_article as is_article_type, parse as parse_json_ld};
pub use kind::Votes as KindVotes;
pub(crate) use names::introduced;

use self::{
    claim::{Claim, Claims, Field, Source},
    dates::NumericOrder,
    site_names::SiteNames,
    view::View,
};

use crate::{
    page::{NodeId, Page, base_url, text},
    safe_url::SafeUrl,
};

/// What sort of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Article,
    Listing,
    Forum,
    Product,
    Documentation,
    Service,
    Collection,
    Other,
}

/// The page's metadata; missing = `None`.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Metadata {
    /// Without the site's name.
    pub title: Option<String>,
    /// The element of the visible headline.
    pub headline: Option<NodeId>,
    /// The line under the headline, where the page has one of its own.
    pub dek: Option<String>,
    /// The element that holds the dek.
    pub dek_node: Option<NodeId>,
    /// Without "By".
    pub byline: Option<String>,
    /// The element that holds the byline.
    pub byline_node: Option<NodeId>,
    /// ISO 8601, as precise as the page says; where it says only when it was changed, that.
    pub published: Option<String>,
    pub modified: Option<String>,
    /// The element that shows the date.
    pub date_node: Option<NodeId>,
    pub site_name: Option<String>,
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
    pub lead_image: Option<SafeUrl>,
    /// The page's description, as it stands in its head.
    pub description: Option<String>,
    pub next_page: Option<SafeUrl>,
    pub kind: Kind,
    /// How much speaks for each kind.
    pub kind_votes: KindVotes,
    /// Of the page's address, where that is known.
    pub address_shape: Option<AddressShape>,
    /// JSON-LD `articleBody`, white space squashed.
    pub article_body: Option<String>,
    /// The words of the text, by what the page says of itself: JSON-LD `wordCount`, else those of `articleBody`.
    pub word_count: Option<u32>,
    /// Whether JSON-LD says that a part is not free (`isAccessibleForFree: false`).
    pub paywalled: bool,
    /// Whether the head or JSON-LD says that this is an article (og:type, `@type`).
    pub says_article: bool,
}

impl Metadata {
    /// The words of the text, by what the page says of itself, as a number to weigh others by.
    pub fn own_words(&self) -> Option<f32> {
        self.word_count.map(|count| count as f32)
    }
}

/// Reads the metadata of a page at `url`; without it, at the address that the page says is its own.
pub fn read(page: &Page, url: Option<&Url>) -> Metadata {
    let base = base_url(page, url);
    let view = View::of(page);
    let read_at = url;
    let own = address::own(&view, url);
    let url = own.as_deref();
    let mut claims = Claims::default();
    meta_tags::read(&view, &mut claims);
    json_ld::read(&view, url, &mut claims);
    microdata::read(&view, &mut claims);
    address::read(url, &mut claims);

    let lang = language::lang(&claims);
    let order = NumericOrder::of(lang.as_deref());
    let titles: Vec<String> =
        claims.about(Field::Title).filter_map(|claim| plain::field(&claim.value)).chain(address::slug(url)).collect();
    let names = SiteNames::read(&claims, url);
    let sections = names.with_sections(&claims);
    let headline = headline::find(&view, &titles, &sections);
    let credits = credits::read(&view, headline.as_ref().map(|found| found.node), order, &mut claims);

    let description = claims.first(Field::Description, |claim| plain::field(&claim.value));
    let title = title::choose(&claims, headline.as_ref(), &sections);
    let dek = headline.as_ref().and_then(|found| dek::find(&view, found, title.as_deref(), description.as_deref()));
    let date = |field| claims.first(field, |claim| dates::parse(&claim.value, order));
    let modified = date(Field::Modified);
    let said_published = published(&claims, order, modified.as_deref(), credits.day_beside);
    let byline = byline(&claims, &names);
    let article_body = claims.first(Field::ArticleBody, |claim| json_ld::body_text(&claim.value));
    let word_count = claims.first(Field::WordCount, |claim| claim.value.trim().parse().ok());
    let says = |value: &str| claims.says(Field::Type, value);
    let kind_votes = kind::of(&view, url, &claims, byline.is_some(), said_published.is_some());
    Metadata {
        address_shape: url.and_then(|url| AddressShape::of(url, title.as_deref())),
        title,
        headline: headline.as_ref().map(|found| found.node),
        dek_node: dek.as_ref().map(|(node, _)| *node),
        dek: dek.and_then(|(_, text)| plain::shown(&text)),
        kind: kind_votes.winner(),
        kind_votes,
        byline,
        byline_node: credits.byline_node,
        published: said_published.or_else(|| modified.clone()),
        modified,
        date_node: credits.date_node,
        site_name: claims.first(Field::SiteName, |claim| plain::field(claim.value.lines().next()?)),
        dir: language::dir(&view, lang.as_deref()),
        lang,
        lead_image: claims
            .first(Field::LeadImage, |claim| SafeUrl::resolve(base.as_ref(), &claim.value).filter(SafeUrl::is_web)),
        description,
        next_page: next_page::find(&view, base.as_ref(), read_at),
        word_count: word_count.or_else(|| Some(text::words(article_body.as_deref()?) as u32)),
        article_body,
        paywalled: claims.about(Field::Free).any(|claim| claim.value.eq_ignore_ascii_case("false")),
        says_article: says("og:article") || claims.about(Field::Type).any(|claim| json_ld::is_article(&claim.value)),
    }
}

/// The day of publication: what the sources say, but never later than the day the page itself labels so or shows
/// `beside` its headline. Programs that write the head put in the day on which the page was last put online, and the day
/// in another time zone than the writers'.
fn published(claims: &Claims, order: NumericOrder, modified: Option<&str>, beside: Option<String>) -> Option<String> {
    let read = |claim: &Claim| {
        let day = dates::parse(&claim.value, order)?;
        // A day without a label far from the headline may be the very day of the change.
        let is_change = matches!(claim.source, Source::Labelled | Source::Elsewhere)
            && modified.and_then(|at| at.get(..10)) == day.get(..10);
        (!is_change).then_some(day)
    };
    let said = claims.first(Field::Published, read)?;
    let labelled = claims.about(Field::Published).filter(|claim| claim.source == Source::Labelled).find_map(read);
    let shown = labelled.into_iter().chain(beside).min();
    // A day's difference is that of a time zone: writers and readers know the day that the page shows.
    let is_zone = |shown: &String| modified.and_then(|at| at.get(..10)) != shown.get(..10);
    let is_better = |shown: &String| {
        dates::days_between(shown, &said).is_some_and(|days| days > 0 || (days == -1 && is_zone(shown)))
    };
    Some(shown.filter(is_better).unwrap_or(said))
}

/// The byline: the first source that names a person; the site's own name, or its newsroom, only where no source
/// names any. Where a source has an account and another has it as a name is written, that counts.
fn byline(claims: &Claims, names: &SiteNames) -> Option<String> {
    // Of accounts, only those that are written like names.
    let is_account = |claim: &Claim| claim.source == Source::TwitterCard && !claim.value.trim().contains(' ');
    let signed = claims.about(Field::Byline).filter(|claim| !is_account(claim));
    let bylines: Vec<String> = signed.filter_map(|claim| names::byline(&claim.value, names)).collect();
    let is_person = |byline: &&String| !names.are(byline) && !newsroom::is_desk(byline);
    let said = bylines.iter().find(is_person).or(bylines.first())?;
    let written = bylines.iter().find(|byline| names::is_written(byline, said));
    Some(written.unwrap_or(said).clone())
}

#[cfg(test)]
mod tests {
    use super::{testing::page, *};

    fn day_of(said: &str, shown: &str) -> Option<String> {
        let page = page(&format!(
            "<meta property=article:published_time content={said}><body><h1>Rain</h1><p class=date>{shown}</p></body>"
        ));
        read(&page, None).published
    }

    #[test]
    fn the_page_was_published_no_later_than_the_day_that_it_shows() {
        assert_eq!(day_of("2024-08-07", "December 30, 2013").as_deref(), Some("2013-12-30"));
        assert_eq!(day_of("2024-08-07", "August 9, 2024").as_deref(), Some("2024-08-07"));
    }

    #[test]
    fn a_day_far_from_the_headline_may_be_a_teasers() {
        let page = page(&format!(
            "<meta property=article:published_time content=2024-08-07><body><h1>Rain</h1><p>{}</p>\
             <p><b>Other story</b> <span class=date>May 2, 2018</span></p></body>",
            "It rained. ".repeat(50)
        ));
        assert_eq!(read(&page, None).published.as_deref(), Some("2024-08-07"));
    }

    #[test]
    fn a_day_between_the_head_and_what_is_shown_is_a_time_zones_and_the_shown_one_counts() {
        assert_eq!(day_of("2024-08-07T01:00Z", "August 6, 2024").as_deref(), Some("2024-08-06"));
        assert_eq!(day_of("2024-08-05T23:00Z", "August 6, 2024").as_deref(), Some("2024-08-06"));
        assert_eq!(day_of("2024-08-06T23:00Z", "August 6, 2024").as_deref(), Some("2024-08-06T23:00Z"));
    }

    #[test]
    fn an_account_in_the_head_is_written_as_the_page_writes_it() {
        let byline = |account: &str| {
            let markup =
                format!("<meta name=author content={account}><body><h1>Rain</h1><p>By Ann Bo</p><p>Text.</p></body>");
            read(&page(&markup), None).byline
        };
        assert_eq!(byline("ann_bo").as_deref(), Some("Ann Bo"));
        assert_eq!(byline("cydu").as_deref(), Some("cydu"));
    }

    #[test]
    fn a_page_that_says_only_when_it_was_changed_is_of_that_day() {
        let page = page("<body><h1>Rain</h1><p>Updated August 6, 2024</p></body>");
        let metadata = read(&page, None);
        assert_eq!(metadata.published.as_deref(), Some("2024-08-06"));
        assert_eq!(metadata.modified.as_deref(), Some("2024-08-06"));
    }

    #[test]
    fn the_pages_own_address_stands_in_for_one_that_is_not_given() {
        let markup = "<title>Rain falls | Valley Post</title><link rel=canonical href=https://valleypost.example/a>\
                      <body><p>Text.</p></body>";
        assert_eq!(read(&page(markup), None).title.as_deref(), Some("Rain falls"));
        let given = Url::parse("https://other.example/a").unwrap();
        let other = markup.replace(" | ", " - ");
        assert_eq!(read(&page(&other), Some(&given)).title.as_deref(), Some("Rain falls - Valley Post"));
    }
}
