//! What JavaScript sees: the contract's fields in camelCase, and errors with a code.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::{
    article::{Article, Kind, Verdict},
    extract::{Corrections, Extraction, Furniture, Keep, Mark, Rule, Shape, Wanted},
    hints::{Code, Hint},
    ledger::{Detail, Entry, Reason},
    page::Ordinal,
};

/// The second argument of the extracting calls.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// What of the page is wanted.
    pub keep: KeepOption,
    /// `"full"`: `blocks` is every block. `"brief"`: `blocks` is what [`Detail::Brief`] names, each with its [`Reason`] as
    /// `because`, its `words`, `links`, first `text`, whether it is `near` the text, and its `shape`; beside it `leftOut`
    /// says how many blocks are not in the article, `hasSecond` whether another text of the page comes close, `isCut`
    /// whether the page shows the beginning of its text alone, and `kept`, `hide` and `cuts` what [`crate::quiet::Quiet`]
    /// has.
    pub ledger: LedgerOption,
    /// What a person has decided on this page.
    pub marks: Vec<MarkOption>,
    /// What they decided on this site before; a shape that is none is passed over.
    pub rules: Vec<RuleOption>,
    /// What the site's other pages have in common; with it, `hashes` are those of this page.
    pub furniture: Option<FurnitureOption>,
    /// Whether `hints` for the page's author are wanted.
    pub hints: bool,
    /// Whether readers' comments stay in quiet in place; `comments` says where they are.
    pub comments: bool,
}

/// [`Furniture`] in JavaScript.
#[derive(Debug, Deserialize)]
pub struct FurnitureOption {
    salt: String,
    seen: Vec<u32>,
}

/// [`Mark`] in JavaScript.
#[derive(Debug, Deserialize)]
pub struct MarkOption {
    ordinal: u32,
    keep: bool,
}

/// [`Rule`] in JavaScript: the shape as a block of the brief ledger has it.
#[derive(Debug, Deserialize)]
pub struct RuleOption {
    shape: String,
    keep: bool,
}

/// [`Keep`] in JavaScript.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeepOption {
    #[default]
    Article,
    Everything,
    Selected,
    Second,
}

/// How much of the ledger is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LedgerOption {
    #[default]
    Full,
    Brief,
}

impl Options {
    /// What is asked of the line.
    pub fn wanted(&self) -> Wanted {
        let mark = |mark: &MarkOption| Mark { ordinal: Ordinal(mark.ordinal), keep: mark.keep };
        let furniture = |option: &FurnitureOption| Furniture {
            salt: option.salt.clone(),
            seen: option.seen.iter().copied().collect(),
        };
        let rule = |rule: &RuleOption| Some(Rule { shape: Shape::parse(&rule.shape)?, keep: rule.keep });
        Wanted {
            keep: match self.keep {
                KeepOption::Article => Keep::Article,
                KeepOption::Everything => Keep::Everything,
                KeepOption::Selected => Keep::Selected,
                KeepOption::Second => Keep::Second,
            },
            detail: match self.ledger {
                LedgerOption::Full => Detail::Full,
                LedgerOption::Brief => Detail::Brief,
            },
            corrections: Corrections {
                marks: self.marks.iter().map(mark).collect(),
                rules: self.rules.iter().filter_map(rule).collect(),
                furniture: self.furniture.as_ref().map(furniture),
            },
            hints: self.hints,
            comments: self.comments,
        }
    }

    pub fn read(value: JsValue) -> Result<Self, JsValue> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self::default());
        }
        serde_wasm_bindgen::from_value(value).map_err(|problem| error("bad_options", &problem.to_string()))
    }
}

/// A JavaScript `Error` with a `code`.
pub fn error(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of an object made on the line above cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ExtractionView<'a> {
    article: ArticleView<'a>,
    blocks: Vec<BlockView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_second: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_cut: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<&'a [Ordinal]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hide: Option<&'a [Ordinal]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cuts: Option<&'a [Ordinal]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<&'a [Ordinal]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hashes: Option<&'a [u32]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hints: Option<Vec<HintView>>,
}

#[derive(Serialize)]
struct HintView {
    code: Code,
    ordinal: Ordinal,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<u32>,
    text: &'static str,
}

impl From<&Hint> for HintView {
    fn from(hint: &Hint) -> Self {
        Self { code: hint.code, ordinal: hint.ordinal, words: hint.words, text: hint.code.sentence() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleView<'a> {
    title: Option<&'a str>,
    dek: Option<&'a str>,
    byline: Option<&'a str>,
    site_name: Option<&'a str>,
    published: Option<&'a str>,
    modified: Option<&'a str>,
    lang: Option<&'a str>,
    dir: Option<&'a str>,
    lead_image: Option<&'a str>,
    excerpt: Option<&'a str>,
    html: &'a str,
    markdown: &'a str,
    text: &'a str,
    word_count: usize,
    reading_minutes: usize,
    confidence: f32,
    verdict: Verdict,
    readerable: bool,
    next_page: Option<&'a str>,
    kind: Kind,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BlockView<'a> {
    ordinal: u32,
    score: f32,
    kept: bool,
    chars: u32,
    link_density: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Reason>,
    reasons: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    near: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shape: Option<String>,
}

#[derive(Serialize)]
struct ProbeView {
    readerable: bool,
    confidence: f32,
}

impl<'a> From<&'a Article> for ArticleView<'a> {
    fn from(article: &'a Article) -> Self {
        Self {
            title: article.title.as_deref(),
            dek: article.dek.as_deref(),
            byline: article.byline.as_deref(),
            site_name: article.site_name.as_deref(),
            published: article.published.as_deref(),
            modified: article.modified.as_deref(),
            lang: article.lang.as_deref(),
            dir: article.dir.as_deref(),
            lead_image: article.lead_image.as_deref(),
            excerpt: article.excerpt.as_deref(),
            html: &article.html,
            markdown: &article.markdown,
            text: &article.text,
            word_count: article.word_count,
            reading_minutes: article.reading_minutes,
            confidence: article.confidence,
            verdict: article.verdict,
            readerable: article.readerable,
            next_page: article.next_page.as_deref(),
            kind: article.kind,
        }
    }
}

impl<'a> BlockView<'a> {
    fn new(entry: &'a Entry, is_brief: bool) -> Self {
        Self {
            ordinal: entry.ordinal.0,
            score: entry.score,
            kept: entry.kept,
            chars: entry.chars,
            link_density: entry.link_density,
            because: is_brief.then_some(entry.because),
            reasons: &entry.reasons,
            words: is_brief.then_some(entry.words),
            links: is_brief.then_some(entry.links),
            text: is_brief.then_some(&entry.text),
            near: is_brief.then_some(entry.near),
            shape: entry.shape.as_ref().map(Shape::to_string),
        }
    }
}

/// `{article, blocks}` as the contract has it, with what [`Options::ledger`] says where the ledger is a brief one.
pub fn extraction(extraction: &Extraction, options: &Options) -> Result<JsValue, JsValue> {
    let is_brief = options.ledger == LedgerOption::Brief;
    view(&ExtractionView {
        article: (&extraction.article).into(),
        blocks: extraction.ledger.entries.iter().map(|entry| BlockView::new(entry, is_brief)).collect(),
        left_out: is_brief.then_some(extraction.ledger.left_out),
        has_second: is_brief.then_some(extraction.has_second),
        is_cut: is_brief.then_some(extraction.is_cut),
        kept: is_brief.then_some(&extraction.quiet.kept),
        hide: is_brief.then_some(&extraction.quiet.hide),
        cuts: is_brief.then_some(&extraction.quiet.cuts),
        comments: options.comments.then_some(&extraction.quiet.comments),
        hashes: options.furniture.is_some().then_some(&extraction.hashes),
        hints: options.hints.then(|| extraction.hints.iter().map(HintView::from).collect()),
    })
}

/// `{readerable, confidence}`.
pub fn probe(confidence: f32) -> Result<JsValue, JsValue> {
    view(&ProbeView { readerable: confidence >= 0.5, confidence })
}

fn view(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(|problem| error("internal", &problem.to_string()))
}
