//! The `meta` elements, the `title` element and the root's language.

use super::{
    claim::{Claims, Field, Source},
    view::View,
};
use crate::page::{Attr, Tag};

/// Which name (of `property`, `name` or `itemprop`) says what. Within a field and source the first is believed first.
pub(super) const NAMES: &[(&str, Field, Source)] = {
    use Field::{Byline, Description, Lang, LeadImage, Modified, Published, SiteName, Title, Type};
    use Source::{MetaName, OpenGraph, TwitterCard};
    &[
        ("og:title", Title, OpenGraph),
        ("twitter:title", Title, TwitterCard),
        ("parsely-title", Title, MetaName),
        ("sailthru.title", Title, MetaName),
        ("dc.title", Title, MetaName),
        ("dcterms.title", Title, MetaName),
        ("citation_title", Title, MetaName),
        ("title", Title, MetaName),
        ("author", Byline, MetaName),
        ("parsely-author", Byline, MetaName),
        ("sailthru.author", Byline, MetaName),
        ("dc.creator", Byline, MetaName),
        ("dcterms.creator", Byline, MetaName),
        ("citation_author", Byline, MetaName),
        ("byl", Byline, MetaName),
        ("authors", Byline, MetaName),
        ("article:author_name", Byline, MetaName),
        ("article:author", Byline, OpenGraph),
        ("og:article:author", Byline, OpenGraph),
        ("twitter:creator", Byline, TwitterCard),
        ("article:published_time", Published, OpenGraph),
        ("article:published", Published, OpenGraph),
        ("og:article:published_time", Published, OpenGraph),
        ("og:published_time", Published, OpenGraph),
        ("parsely-pub-date", Published, MetaName),
        ("sailthru.date", Published, MetaName),
        ("datepublished", Published, MetaName),
        ("publish-date", Published, MetaName),
        ("publish_date", Published, MetaName),
        ("published_date", Published, MetaName),
        ("published-date", Published, MetaName),
        ("publication_date", Published, MetaName),
        ("publicationdate", Published, MetaName),
        ("published", Published, MetaName),
        ("pubdate", Published, MetaName),
        ("ptime", Published, MetaName),
        ("dc.date.issued", Published, MetaName),
        ("dcterms.issued", Published, MetaName),
        ("dcterms.created", Published, MetaName),
        ("dc.date.created", Published, MetaName),
        ("dc.date", Published, MetaName),
        ("dcterms.date", Published, MetaName),
        ("citation_publication_date", Published, MetaName),
        ("citation_date", Published, MetaName),
        ("article_date_original", Published, MetaName),
        ("originalpublicationdate", Published, MetaName),
        ("cxenseparse:recs:publishtime", Published, MetaName),
        ("date", Published, MetaName),
        ("article:modified_time", Modified, OpenGraph),
        ("article:modified", Modified, OpenGraph),
        ("og:updated_time", Modified, OpenGraph),
        ("last-modified", Modified, MetaName),
        ("lastmod", Modified, MetaName),
        ("revised", Modified, MetaName),
        ("dcterms.modified", Modified, MetaName),
        ("dc.date.modified", Modified, MetaName),
        ("datemodified", Modified, MetaName),
        ("og:site_name", SiteName, OpenGraph),
        ("application-name", SiteName, MetaName),
        ("apple-mobile-web-app-title", SiteName, MetaName),
        ("citation_journal_title", SiteName, MetaName),
        ("og:image:secure_url", LeadImage, OpenGraph),
        ("og:image", LeadImage, OpenGraph),
        ("og:image:url", LeadImage, OpenGraph),
        ("twitter:image", LeadImage, TwitterCard),
        ("twitter:image:src", LeadImage, TwitterCard),
        ("parsely-image-url", LeadImage, MetaName),
        ("sailthru.image.full", LeadImage, MetaName),
        ("thumbnail", LeadImage, MetaName),
        ("og:description", Description, OpenGraph),
        ("description", Description, MetaName),
        ("dc.description", Description, MetaName),
        ("sailthru.description", Description, MetaName),
        ("twitter:description", Description, TwitterCard),
        ("content-language", Lang, MetaName),
        ("language", Lang, MetaName),
        ("dc.language", Lang, MetaName),
        ("og:locale", Lang, OpenGraph),
        ("og:type", Type, OpenGraph),
    ]
};

/// Reads them into `claims`.
pub fn read(page: &View<'_>, claims: &mut Claims) {
    let mut metas: Vec<(String, &str)> = Vec::new();
    let mut title_seen = false;
    for node in page.heads() {
        match page.tag(node) {
            Some(Tag::Meta) => {
                let Some(content) = page.attr(node, Attr::Content) else { continue };
                for attr in [Attr::Property, Attr::Name, Attr::HttpEquiv] {
                    if let Some(name) = page.attr(node, attr) {
                        metas.push((name.trim().to_ascii_lowercase(), content));
                    }
                }
            }
            // An SVG's title comes later and names a drawing.
            Some(Tag::Title) if !title_seen && !page.ancestors(node).any(|up| page.is(up, Tag::Svg)) => {
                title_seen = true;
                claims.add(Field::Title, Source::TitleElement, page.text_inside(node));
            }
            Some(Tag::Html | Tag::Body) => {
                if let Some(lang) = page.attr(node, Attr::Lang) {
                    claims.add(Field::Lang, Source::Root, lang);
                }
            }
            _ => {}
        }
    }
    read_named(&metas, claims);
    // Cards may have two lines of their own, each with its label.
    for [label, data] in CARD_LINES {
        let said = |wanted: &str| metas.iter().find(|(name, _)| name == wanted).map(|(_, content)| content.trim());
        if said(label).is_some_and(|label| LABELS_OF_AUTHORS.iter().any(|known| label.eq_ignore_ascii_case(known)))
            && let Some(name) = said(data)
        {
            claims.add(Field::Byline, Source::MetaName, name);
        }
    }
    // Publishers prefix these names with letters of their own.
    for (_, content) in metas.iter().filter(|(name, _)| ends_as_published(name)) {
        claims.add(Field::Published, Source::MetaName, *content);
    }
}

/// The lines of a card: what its label and what its text is named.
pub(super) const CARD_LINES: [[&str; 2]; 2] =
    [["twitter:label1", "twitter:data1"], ["twitter:label2", "twitter:data2"]];

/// How a card's line with the author's name is labelled, lower-case.
pub(super) const LABELS_OF_AUTHORS: &[&str] = &[
    "written by",
    "author",
    "by",
    "verfasst von",
    "écrit par",
    "escrito por",
    "scritto da",
    "geschreven door",
    "автор",
];

/// How a vocabulary's plain date ends, as Dublin Core's does.
const DATE_ENDING: &str = ".date";

/// How names of a date of publication end, without marks.
pub(super) const PUBLISHED_ENDINGS: &[&str] =
    &["publisheddate", "publishdate", "publicationdate", "datepublished", "publishedtime", "publishtime", "pubdate"];

/// Whether a name, in lower case, ends as those of dates of publication do.
pub(super) fn ends_as_published(name: &str) -> bool {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    name.ends_with(DATE_ENDING) || PUBLISHED_ENDINGS.iter().any(|ending| letters.ends_with(ending))
}

fn read_named(metas: &[(String, &str)], claims: &mut Claims) {
    for &(name, field, source) in NAMES {
        for (_, content) in metas.iter().filter(|(of, content)| of == name && !content.trim().is_empty()) {
            if field == Field::Type {
                claims.add(field, source, format!("og:{}", content.trim().to_ascii_lowercase()));
            } else {
                claims.add(field, source, *content);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    #[test]
    fn names_are_read_by_the_tables_order_not_the_pages() {
        let page = page(
            "<title>T</title><meta name=date content=2024-01-02><meta name='DC.date.issued' content=2024-01-01>\
             <meta property=og:type content=Article><svg><title>Icon</title></svg>",
        );
        let mut claims = Claims::default();
        read(&View::of(&page), &mut claims);
        let dates: Vec<_> = claims.about(Field::Published).map(|claim| claim.value.as_str()).collect();
        assert_eq!(dates, ["2024-01-01", "2024-01-02"]);
        assert_eq!(claims.about(Field::Title).map(|claim| claim.value.as_str()).collect::<Vec<_>>(), ["T"]);
        assert!(claims.says(Field::Type, "og:article"));
    }

    #[test]
    fn a_date_of_publication_is_known_by_how_its_name_ends() {
        let page = page(
            "<meta name=x-published-date content=2024-01-02><meta name=x-date content=2024-01-03>\
             <meta name=x.date content=2024-01-04>",
        );
        let mut claims = Claims::default();
        read(&View::of(&page), &mut claims);
        let dates: Vec<_> = claims.about(Field::Published).map(|claim| claim.value.as_str()).collect();
        assert_eq!(dates, ["2024-01-02", "2024-01-04"]);
    }
}
