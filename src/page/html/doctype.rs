//! Which doctypes put a page in quirks mode (HTML standard, 13.2.6.4.1): there, a table does not end a paragraph.

/// Beginnings of public identifiers, in lower case.
const QUIRKY: [&str; 21] = [
    "+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer ",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html ",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental ",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
];

/// How far a page is read as old browsers read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DocumentMode {
    /// A page without a doctype, or with one of old.
    Quirks,
    /// Any other.
    Standard,
}

/// The mode that a doctype with these parts means.
pub(super) fn mode(name: Option<&str>, public: Option<&str>, system: Option<&str>) -> DocumentMode {
    if is_quirks(name, public, system) { DocumentMode::Quirks } else { DocumentMode::Standard }
}

fn is_quirks(name: Option<&str>, public: Option<&str>, system: Option<&str>) -> bool {
    let public = public.unwrap_or_default().to_ascii_lowercase();
    !name.is_some_and(|name| name.eq_ignore_ascii_case("html"))
        || QUIRKY.iter().any(|start| public.starts_with(start))
        || matches!(
            public.as_str(),
            "-//w3o//dtd w3 html strict 3.0//en//" | "-/w3c/dtd html 4.0 transitional/en" | "html"
        )
        || system.is_some_and(|system| {
            system.eq_ignore_ascii_case("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")
        })
        || (system.is_none()
            && (public.starts_with("-//w3c//dtd html 4.01 frameset//")
                || public.starts_with("-//w3c//dtd html 4.01 transitional//")))
}
