//! The directions that never turn, and other things a reader of the code relies on, read from the sources themselves.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use quietpage::page::{Attr, Tag};

const MAX_LINES: usize = 400;
/// Written by a program, or one table from end to end.
const GENERATED: &[&str] =
    &["src/model/weights.rs", "src/model/page_weights.rs", "src/features/name_weights.rs", "package-lock.json"];

/// Which of the core's modules each may name. `page … render` know nothing of wasm or the command line, `model` never sees
/// an element's name, `render` never sees a page.
const ALLOWED: &[(&str, &[&str])] = &[
    ("limits", &[]),
    ("hash", &[]),
    ("error", &["limits"]),
    ("web_address", &["limits"]),
    ("page", &["error", "limits", "web_address"]),
    ("blocks", &["error", "limits", "page"]),
    ("safe_url", &["web_address"]),
    ("metadata", &["error", "hash", "limits", "page", "safe_url", "web_address"]),
    ("features", &["blocks", "error", "hash", "limits", "metadata", "page"]),
    ("model", &["blocks", "error", "features", "limits"]),
    ("selection", &["article", "blocks", "error", "features", "hash", "limits", "metadata", "model", "page"]),
    ("probe", &["hash", "metadata", "model", "page", "web_address"]),
    ("article", &["blocks", "error", "limits", "metadata", "page", "safe_url", "selection", "web_address"]),
    ("render", &["article", "error", "limits"]),
    ("report", &["blocks", "error", "features", "limits", "metadata", "page", "web_address"]),
    ("ledger", &["blocks", "error", "features", "limits", "model", "page", "selection"]),
    ("quiet", &["blocks", "features", "metadata", "page", "selection"]),
    ("hints", &["blocks", "features", "metadata", "page", "selection"]),
    (
        "extract",
        &[
            "article",
            "blocks",
            "error",
            "features",
            "hints",
            "ledger",
            "limits",
            "metadata",
            "model",
            "page",
            "quiet",
            "render",
            "selection",
        ],
    ),
    ("wasm", &["article", "error", "extract", "hints", "ledger", "limits", "page", "probe", "report", "web_address"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|problem| panic!("{path}: {problem}"))
}

/// The files under `directory` whose names end in one of `endings`, as paths from the root.
fn files_under(directory: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut pending = vec![PathBuf::from(directory)];
    while let Some(relative) = pending.pop() {
        let Ok(entries) = fs::read_dir(root().join(&relative)) else { continue };
        for entry in entries {
            let entry = entry.expect("an entry of a directory");
            let path = relative.join(entry.file_name());
            let name = path.to_str().expect("a file name in UTF-8").to_owned();
            let is_directory = entry.file_type().expect("a file type").is_dir();
            if is_directory && !name.ends_with("node_modules") {
                pending.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(name);
            }
        }
    }
    assert!(!found.is_empty(), "no sources under {directory}");
    found.sort();
    found
}

/// The code of a source file: without comments, and without the tests at its end.
fn code_of(source: &str) -> String {
    let before_tests = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    before_tests.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The first names after every `crate::`, those in braces too.
fn named_modules(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let mut depth = 0;
        let mut name = String::new();
        let mut at_start = true;
        for character in after.chars() {
            match character {
                '{' => {
                    depth += 1;
                    at_start = depth == 1;
                }
                '}' => depth -= 1,
                ',' if depth == 1 => at_start = true,
                _ if character.is_alphanumeric() || character == '_' => {
                    if at_start {
                        name.push(character);
                    }
                    continue;
                }
                _ if character.is_whitespace() && name.is_empty() => continue,
                _ => {}
            }
            if !name.is_empty() {
                names.insert(std::mem::take(&mut name));
                at_start = depth == 1 && character == ',';
            }
            if depth == 0 {
                break;
            }
        }
    }
    // The one name of the crate's root.
    if names.remove("Error") {
        names.insert("error".to_owned());
    }
    names
}

fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

#[test]
fn modules_name_only_what_lies_before_them_on_the_line() {
    let mut turned = Vec::new();
    for path in files_under("src", &[".rs"]) {
        let module = module_of(&path);
        let of_tests = path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("/testing.rs");
        if of_tests || ["lib", "bin"].contains(&module) {
            continue;
        }
        let (_, allowed) = ALLOWED
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{path}: module {module} has no row in ALLOWED"));
        for named in named_modules(&code_of(&read(&path))) {
            if named != module && !allowed.contains(&named.as_str()) {
                turned.push(format!("{path} names {named}"));
            }
        }
    }
    assert!(turned.is_empty(), "{turned:#?}");
}

#[test]
fn names_in_braces_and_paths_are_found() {
    let code =
        "use crate::{\n    Error,\n    blocks::{self, Blocks},\n    limits,\n};\nlet x = crate::page::text::len();";
    let expected = ["blocks", "error", "limits", "page"].map(str::to_owned);
    assert_eq!(named_modules(code), BTreeSet::from(expected));
}

#[test]
fn only_the_bindings_and_the_command_line_know_their_surroundings() {
    for path in files_under("src", &[".rs"]) {
        let code = code_of(&read(&path));
        if module_of(&path) != "wasm" {
            for foreign in ["wasm_bindgen", "web_sys", "js_sys"] {
                assert!(!code.contains(foreign), "{path} names {foreign}");
            }
        }
        if module_of(&path) != "bin" {
            for foreign in ["std::fs", "std::env", "println!", "std::process"] {
                assert!(!code.contains(foreign), "{path} names {foreign}");
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_one_idea() {
    let mut long = Vec::new();
    for directory in ["src", "tests", "extension", "scripts", "www", "training/src", "compare"] {
        if !root().join(directory).exists() {
            continue;
        }
        for path in files_under(directory, &[".rs", ".js", ".mjs", ".css", ".sh"]) {
            let lines = read(&path).lines().count();
            if lines > MAX_LINES && !GENERATED.contains(&path.as_str()) {
                long.push(format!("{path}: {lines} lines"));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn walker_writes_the_attributes_that_the_core_reads() {
    let written = walkers_set("ATTRIBUTES");
    // The walker makes this one up, from the image itself.
    let read = Attr::NAMES.iter().copied().filter(|name| *name != "current-src");
    assert_eq!(written, read.map(str::to_owned).collect());
}

#[test]
fn walker_writes_down_empty_what_the_html_door_does() {
    let empty = Tag::NAMES.iter().copied().filter(|name| Tag::from_name(name).is_written_empty());
    assert_eq!(walkers_set("EMPTY"), empty.map(str::to_owned).collect());
}

/// The names in a `new Set([…])` of the walker.
fn walkers_set(constant: &str) -> BTreeSet<String> {
    let walker = read("src/wasm/walk.js");
    let list = walker
        .split_once(&format!("const {constant} = new Set(["))
        .and_then(|(_, rest)| rest.split_once("])"))
        .map_or_else(|| panic!("{constant} in walk.js"), |(list, _)| list);
    let names = list.split(',').map(|name| name.trim().trim_matches('\'')).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

#[test]
fn newest_entry_of_the_changelog_is_this_version() {
    let changelog = read("CHANGELOG.md");
    let newest = changelog.lines().find_map(|line| line.strip_prefix("## ")).expect("an entry in CHANGELOG.md");
    let version = newest.trim_start_matches('[').split([']', ' ']).next();
    assert_eq!(version, Some(env!("CARGO_PKG_VERSION")));
}

#[test]
fn readme_names_no_other_version() {
    let readme = read("README.md");
    for after in readme.split("quietpage-").skip(1) {
        if after.starts_with(|first: char| first.is_ascii_digit()) {
            assert!(
                after.starts_with(env!("CARGO_PKG_VERSION")),
                "quietpage-{}",
                after.chars().take(8).collect::<String>()
            );
        }
    }
}
