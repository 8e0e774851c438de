//! Words of an address, types and names of programs, and what they speak for. Common nouns, never a site's name.

use crate::metadata::Kind;

/// Words of the path or of the host's own labels, and what they speak for.
pub const ADDRESS_WORDS: &[(&[&str], Kind, f32)] = &[
    (
        &[
            "thread",
            "threads",
            "forum",
            "forums",
            "topic",
            "viewtopic",
            "showthread",
            "showtopic",
            "questions",
            "discussion",
            "discussions",
            "discuss",
            "community",
            "bbs",
            "board",
            "comments",
            "t",
        ],
        Kind::Forum,
        2.5,
    ),
    (
        &[
            "docs",
            "doc",
            "documentation",
            "manual",
            "reference",
            "handbook",
            "api",
            "wiki",
            "developer",
            "developers",
            "man",
        ],
        Kind::Documentation,
        2.5,
    ),
    (&["product", "products", "dp", "prd", "item"], Kind::Product, 1.5),
    (&["collections", "collection", "c", "category", "shop", "browse", "cat"], Kind::Collection, 1.5),
    (
        &[
            "services",
            "service",
            "solutions",
            "programs",
            "departments",
            "consulting",
            "platform",
            "pricing",
            "features",
        ],
        Kind::Service,
        2.0,
    ),
    (
        &[
            "blog",
            "blogs",
            "article",
            "articles",
            "news",
            "story",
            "post",
            "posts",
            "resources",
            "learn",
            "insights",
            "guide",
            "guides",
        ],
        Kind::Article,
        1.5,
    ),
    (
        &[
            "category",
            "categories",
            "tag",
            "tags",
            "topics",
            "archive",
            "search",
            "jobs",
            "list",
            "directory",
            "find",
            "events",
        ],
        Kind::Listing,
        1.5,
    ),
];

/// Types of schema.org and Open Graph, and what they speak for.
pub const TYPES: &[(&[&str], Kind, f32)] = &[
    (&["discussionforumposting", "qapage", "interactioncounter"], Kind::Forum, 3.0),
    (&["og:product", "og:product.item", "og:og:product"], Kind::Product, 3.5),
    (&["og:product.group"], Kind::Collection, 4.0),
    (&["collectionpage", "searchresultspage"], Kind::Listing, 2.0),
    (&["offercatalog"], Kind::Collection, 1.0),
    (&["techarticle", "apireference"], Kind::Documentation, 2.0),
    (&["service", "professionalservice", "localbusiness", "softwareapplication"], Kind::Service, 1.5),
    (&["og:article", "og:blog"], Kind::Article, 1.5),
];

/// What speaks for an article where a type is `Article` or one of its kin.
pub const ARTICLE_VOTES: f32 = 2.5;

/// What speaks for a product where the page says that it is about one.
pub const ONE_PRODUCT_VOTES: f32 = 3.0;

/// What speaks for a collection where it says so of several.
pub const PRODUCTS_VOTES: f32 = 2.0;

/// What the front page of a site speaks for.
pub const FRONT_VOTES: &[(Kind, f32)] = &[(Kind::Service, 3.0), (Kind::Listing, 1.5), (Kind::Article, -2.0)];

/// Programs that make pages of one kind, as they name themselves in `meta name=generator`.
pub const GENERATORS: &[(&[&str], Kind, f32)] = &[
    (&["discourse", "phpbb", "vbulletin", "xenforo", "mybb", "flarum", "nodebb", "lemmy"], Kind::Forum, 4.0),
    (
        &[
            "sphinx",
            "docusaurus",
            "mkdocs",
            "mediawiki",
            "docutils",
            "rustdoc",
            "mdbook",
            "vitepress",
            "gitbook",
            "javadoc",
            "starlight",
        ],
        Kind::Documentation,
        4.0,
    ),
];
