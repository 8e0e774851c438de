//! JSON-LD: what is read of it, in other words.

use serde_json::{Map, Value};

use super::{attributes::language, disguise::Disguise};
use crate::metadata::parse_json_ld;

/// The keys that are read.
pub const KEYS: &[&str] = &[
    "@context",
    "@graph",
    "@id",
    "@type",
    "articleBody",
    "author",
    "blogPost",
    "contentUrl",
    "creator",
    "dateCreated",
    "dateModified",
    "datePublished",
    "description",
    "hasPart",
    "headline",
    "image",
    "inLanguage",
    "isAccessibleForFree",
    "mainEntity",
    "mainEntityOfPage",
    "name",
    "primaryImageOfPage",
    "publisher",
    "thumbnailUrl",
    "uploadDate",
    "url",
    "wordCount",
];

impl Disguise {
    /// One `script` of type `application/ld+json`; blank where it cannot be read.
    pub fn json_ld(&mut self, script: &str) -> String {
        let values = parse_json_ld(script).into_iter().map(|value| self.value("", value).to_string());
        values.collect::<Vec<_>>().join("\n")
    }

    /// A value under a key. Nesting is bounded by the parser (128).
    fn value(&mut self, key: &str, value: Value) -> Value {
        match value {
            Value::Array(items) => items.into_iter().map(|item| self.value(key, item)).collect(),
            Value::Object(thing) => Value::Object(self.thing(thing)),
            Value::String(text) => Value::String(self.string(key, &text)),
            Value::Number(number) if key == "wordCount" => Value::Number(number),
            Value::Number(number) => Value::String(self.text(&number.to_string())),
            value => value,
        }
    }

    /// What is not read goes, but for things in it: others may name them by their id.
    fn thing(&mut self, thing: Map<String, Value>) -> Map<String, Value> {
        let mut other = Map::new();
        for (key, value) in thing {
            if KEYS.contains(&key.as_str()) {
                let value = self.value(&key, value);
                other.insert(key, value);
            } else {
                let value = if value.is_object() || value.is_array() { self.value("", value) } else { Value::Null };
                other.insert(self.filler.word(&key.replace(|c: char| !c.is_alphanumeric(), "")), value);
            }
        }
        other
    }

    fn string(&mut self, key: &str, text: &str) -> String {
        match key {
            "@context" => String::new(),
            "@type" => self.item_type(text),
            "@id" => self.address(text),
            "inLanguage" => language(text),
            "isAccessibleForFree" | "wordCount" => self.names(text, true),
            _ if key.starts_with("date") || key == "uploadDate" => self.date(text),
            _ => self.field(text),
        }
    }
}
