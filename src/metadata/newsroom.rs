//! What newsrooms sign with, and the titles that they give their reporters.

/// What a newsroom signs with where nobody is named, lower-case: German, French, Spanish, Portuguese, Italian, Dutch, Polish,
/// Czech, Swedish, Finnish, Russian, Ukrainian, Turkish, Indonesian, Arabic, Chinese, Japanese, Korean.
pub(super) const DESKS: &[&str] = &[
    "redaktion",
    "die redaktion",
    "la rédaction",
    "rédaction",
    "redacción",
    "redação",
    "redazione",
    "la redazione",
    "redactie",
    "redakcja",
    "redakce",
    "redaktionen",
    "toimitus",
    "редакция",
    "редакція",
    "haber merkezi",
    "redaksi",
    "هيئة التحرير",
    "编辑部",
    "編集部",
    "편집부",
];

/// Whether a byline names nobody but the newsroom.
pub fn is_desk(byline: &str) -> bool {
    DESKS.contains(&byline.to_lowercase().as_str())
}

/// What Korean, Chinese and Japanese papers write after a reporter's name.
const TITLES_AFTER: &[&str] = &[" 기자", " 특파원", " 선임기자", "記者", "记者"];

/// A name without such a title after it.
pub fn without_title(name: &str) -> &str {
    TITLES_AFTER.iter().find_map(|title| name.strip_suffix(title)).unwrap_or(name).trim_end()
}
