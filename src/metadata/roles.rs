//! What a person is, beside the name: "Staff Writer", "in Rotterdam".

/// First words of a role, lower-case.
const ROLES: &[&str] = &[
    "reporter",
    "reporters",
    "correspondent",
    "writer",
    "editor",
    "editor-in-chief",
    "columnist",
    "journalist",
    "contributor",
    "photographer",
    "producer",
    "analyst",
    "author",
    "founder",
    "co-founder",
    "cofounder",
    "ceo",
    "cto",
    "cmo",
    "coo",
    "director",
    "manager",
    "president",
    "redakteur",
    "redakteurin",
    "reporterin",
    "korrespondent",
    "journaliste",
    "rédacteur",
    "rédactrice",
    "redactor",
    "redactora",
    "periodista",
    "redacteur",
    "giornalista",
    "корреспондент",
    "редактор",
    "기자",
    "記者",
    "记者",
];

/// Words that stand before one.
const RANKS: &[&str] = &[
    "senior",
    "junior",
    "staff",
    "contributing",
    "chief",
    "deputy",
    "associate",
    "assistant",
    "managing",
    "executive",
    "guest",
    "freelance",
    "special",
    "lead",
    "head",
    "vice",
    "general",
    "content",
    "marketing",
    "news",
    "political",
    "science",
    "sports",
    "business",
    "health",
    "technology",
    "foreign",
    "local",
];

/// Whether a text of its own is a role, or what buttons beside a name say.
pub fn is_role(text: &str) -> bool {
    let bare = |word: &str| word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut words = text.split_whitespace().map(bare);
    // Most texts are told by their first word.
    let Some(first) = words.next() else { return false };
    match first.as_str() {
        "in" => {
            let place = text.split_whitespace().nth(1);
            place.is_some_and(|place| place.starts_with(char::is_uppercase) && !bare(place).is_empty())
                && text.split_whitespace().count() <= MAX_PLACE_WORDS
        }
        "share" | "follow" | "email" | "print" | "save" => words.next().is_none(),
        "head" | "vice" if words.clone().next().is_some_and(|word| matches!(word.as_str(), "of" | "president")) => true,
        rank if RANKS.contains(&rank) => {
            words.find(|word| !RANKS.contains(&word.as_str())).is_some_and(|word| ROLES.contains(&word.as_str()))
        }
        role => ROLES.contains(&role),
    }
}

/// Words of "in" and a place.
const MAX_PLACE_WORDS: usize = 4;

/// What parts a name from a role.
const MARKS: &[char] = &[',', ';', '⋅', '|', '·', '•', '–', '—'];

/// Where a role after a comma, or after a separator of its own, begins.
pub fn start(text: &str) -> Option<usize> {
    text.match_indices(MARKS).find_map(|(at, mark)| {
        let part = text[at + mark.len()..].split(MARKS).next().unwrap_or_default();
        let is_field = || text.starts_with(char::is_uppercase) && is_in_small_letters(part);
        (at > 0 && (is_role(part) || is_field())).then_some(at)
    })
}

/// Whether a part of a line is two words and more without a capital, as no name is: "legal affairs".
fn is_in_small_letters(part: &str) -> bool {
    part.split_whitespace().nth(1).is_some() && part.split_whitespace().all(|word| word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_places_are_known_and_names_are_not() {
        for role in
            ["Reporter", "Staff writer", "Founder and Editor-in-Chief", "in Rotterdam", "Head of News", "(Editor)"]
        {
            assert!(is_role(role), "{role}");
        }
        for name in ["Delta Daily Correspondent", "Ann Bo", "Staff", "News Desk", "in the end"] {
            assert!(!is_role(name), "{name}");
        }
    }

    #[test]
    fn a_role_is_cut_after_a_separator_only() {
        assert_eq!(start("Ann Bo, Staff Writer"), Some(6));
        assert_eq!(start("Ann Bo, legal affairs"), Some(6));
        assert_eq!(start("Ann Bo, Cy Writer"), None);
        assert_eq!(start("Ann Bo, with Cy Du"), None);
        assert_eq!(start("ann_bo, river rat"), None);
        assert_eq!(start("Ann Reporter"), None);
    }
}
