//! What the sources say, and which of them wins.

/// What is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Title,
    Byline,
    Published,
    Modified,
    SiteName,
    Lang,
    LeadImage,
    Description,
    ArticleBody,
    WordCount,
    /// `isAccessibleForFree`.
    Free,
    /// What the page says it is: a type of schema.org, lower-case, or `og:` and an Open Graph type.
    Type,
}

/// Who claims it. One reading each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    JsonLd,
    OpenGraph,
    TwitterCard,
    /// `meta` elements of other vocabularies: Dublin Core, Parse.ly, Sailthru, plain `author`, `date`, `description`.
    MetaName,
    Microdata,
    /// The `title` element.
    TitleElement,
    /// The headline on the page.
    Headline,
    /// A link near the headline that is marked as the author's (`rel=author`).
    AuthorLink,
    /// What stands near the headline.
    Shown,
    /// What the page labels so ("Published"), wherever it stands.
    Labelled,
    /// What the page names so elsewhere, where all of it agrees.
    Elsewhere,
    /// `lang` of the root.
    Root,
    /// The page's own address.
    Address,
}

/// Which source wins, by field: the first that says something usable. A field that is not listed has one source, or all
/// that is said of it counts.
const PRECEDENCE: &[(Field, &[Source])] = {
    use Source::{
        Address, AuthorLink, Elsewhere, Headline, JsonLd, Labelled, MetaName, Microdata, OpenGraph, Root, Shown,
        TitleElement, TwitterCard,
    };
    &[
        (Field::Title, &[Headline, JsonLd, OpenGraph, TwitterCard, MetaName, Microdata, TitleElement]),
        (Field::Byline, &[JsonLd, MetaName, Microdata, AuthorLink, Shown, Elsewhere, OpenGraph, TwitterCard]),
        (Field::Published, &[JsonLd, OpenGraph, MetaName, Microdata, Labelled, Shown, Elsewhere, Address]),
        (Field::Modified, &[JsonLd, OpenGraph, MetaName, Microdata, Shown, Elsewhere]),
        (Field::SiteName, &[OpenGraph, JsonLd, MetaName, Microdata]),
        (Field::Lang, &[Root, MetaName, JsonLd, OpenGraph]),
        (Field::LeadImage, &[OpenGraph, JsonLd, TwitterCard, MetaName, Microdata]),
        (Field::Description, &[OpenGraph, MetaName, JsonLd, TwitterCard]),
    ]
};

/// One thing said by one source, as it stands there.
#[derive(Debug, Clone)]
pub struct Claim {
    pub field: Field,
    pub source: Source,
    pub value: String,
}

/// All that the page says, within a source in the order in which it is to be believed.
#[derive(Debug, Default)]
pub struct Claims(Vec<Claim>);

impl Claims {
    /// Adds one.
    pub fn add(&mut self, field: Field, source: Source, value: impl Into<String>) {
        self.0.push(Claim { field, source, value: value.into() });
    }

    /// The claims about a field, the most trusted first.
    pub fn about(&self, field: Field) -> impl Iterator<Item = &Claim> {
        let order = PRECEDENCE.iter().find(|(of, _)| *of == field).map_or(&[][..], |(_, order)| order);
        let rank = move |claim: &Claim| order.iter().position(|source| *source == claim.source);
        let mut claims: Vec<_> = self.0.iter().filter(|claim| claim.field == field).collect();
        claims.sort_by_key(|claim| rank(claim).unwrap_or(order.len()));
        claims.into_iter()
    }

    /// The first claim about a field that `read` makes sense of.
    pub fn first<T>(&self, field: Field, read: impl FnMut(&Claim) -> Option<T>) -> Option<T> {
        self.about(field).find_map(read)
    }

    /// Whether some source says exactly this of the field.
    pub fn says(&self, field: Field, value: &str) -> bool {
        self.0.iter().any(|claim| claim.field == field && claim.value == value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_decides_not_the_order_of_reading() {
        let mut claims = Claims::default();
        claims.add(Field::SiteName, Source::JsonLd, "Second");
        claims.add(Field::SiteName, Source::OpenGraph, "First");
        assert_eq!(claims.first(Field::SiteName, |claim| Some(claim.value.clone())).as_deref(), Some("First"));
    }
}
