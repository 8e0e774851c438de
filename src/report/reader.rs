//! Door three: a report → a page.

use url::Url;

use super::{MARK, lines};
use crate::{
    Error, limits,
    page::{Attr, Hints, Page, PageBuilder, Tag},
    web_address,
};

/// The page of a report, and its address, where it has one.
///
/// # Errors
/// [`Error::PageTooLarge`], [`Error::TooManyNodes`], or [`Error::BadReport`] where the text is none.
pub fn read(report: &str) -> Result<(Page, Option<Url>), Error> {
    if report.len() > limits::MAX_PAGE_BYTES {
        return Err(Error::PageTooLarge { found: report.len(), limit: limits::MAX_PAGE_BYTES });
    }
    let mut rows = report.lines().zip(1..).peekable();
    if rows.next().is_none_or(|(first, _)| first != MARK) {
        return Err(Error::BadReport { line: 1 });
    }
    let written = rows.next_if(|(row, _)| row.starts_with(lines::URL));
    let url =
        written.map(|(row, line)| web_address::parse(None, &row[lines::URL.len()..]).ok_or(Error::BadReport { line }));
    let mut builder = PageBuilder::new();
    for (row, line) in rows.filter(|(row, _)| !row.is_empty()) {
        let record = row.trim_start_matches(' ');
        let depth = row.len() - record.len();
        if depth > builder.depth() {
            return Err(Error::BadReport { line });
        }
        while builder.depth() > depth {
            builder.close();
        }
        node(record, &mut builder)?.ok_or(Error::BadReport { line })?;
    }
    Ok((builder.finish(), url.transpose()?))
}

/// Adds the node of a line; `None` where the line is none.
fn node(record: &str, builder: &mut PageBuilder) -> Result<Option<()>, Error> {
    if record.starts_with('"') {
        let Some((text, "")) = lines::unquoted(record) else { return Ok(None) };
        builder.text(&text)?;
        return Ok(Some(()));
    }
    let (name, mut rest) = record.split_once(' ').unwrap_or((record, ""));
    let (name, ordinal) = name.split_once('@').map_or((name, None), |(name, ordinal)| (name, Some(ordinal)));
    if let Some(ordinal) = ordinal {
        let Ok(ordinal) = ordinal.parse() else { return Ok(None) };
        builder.go_on_at(ordinal);
    }
    match name.strip_prefix('+') {
        Some(name) => builder.open_unnumbered(Tag::from_name(name))?,
        None => drop(builder.open(Tag::from_name(name), Hints::NONE)?),
    }
    if let Some((letters, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        builder.hint(Hints::of_letters(letters));
        rest = after.trim_start();
    }
    while !rest.is_empty() {
        let Some((name, quoted)) = rest.split_once('=') else { return Ok(None) };
        let (Some(attr), Some((value, after))) = (Attr::from_name(name), lines::unquoted(quoted)) else {
            return Ok(None);
        };
        builder.attr(attr, &value);
        rest = after.trim_start();
    }
    Ok(Some(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;

    #[test]
    fn lines_become_elements_hints_attributes_and_texts_by_how_far_in_they_stand() {
        let report = format!(
            "{MARK}\nurl https://a.example/b\nbody\n p [nf] class=\"a \\\"b\\\"\"\n  \"One\\n\\u{{8}}\"\n  +img\n div@7\n  \"Two\"\n"
        );
        let (page, url) = read(&report).unwrap();
        assert_eq!(url.as_ref().map(Url::as_str), Some("https://a.example/b"));
        let p = page.body().next();
        assert_eq!(page.attr(p, Attr::Class), Some("a \"b\""));
        assert!(page.hints(p).has(Hints::NOT_RENDERED.with(Hints::FIXED)));
        assert_eq!(page.text(p.next()), Some("One\n\u{8}"));
        let ordinals: Vec<u32> = page.nodes().filter_map(|node| page.ordinal(node)).map(|ordinal| ordinal.0).collect();
        assert_eq!(ordinals, [0, 1, 1, 7]);
        assert_eq!(page.text_inside(NodeId::ROOT).split_whitespace().last(), Some("Two"));
    }

    #[test]
    fn what_is_no_report_is_refused_with_its_line() {
        let bad = |rows: &str| read(&format!("{MARK}\n{rows}")).unwrap_err();
        assert_eq!(read("<p>").unwrap_err(), Error::BadReport { line: 1 });
        assert_eq!(bad("url a"), Error::BadReport { line: 2 });
        assert_eq!(bad("p\n   b"), Error::BadReport { line: 3 });
        assert_eq!(bad("p class=x"), Error::BadReport { line: 2 });
        assert_eq!(bad("\"cut"), Error::BadReport { line: 2 });
        assert_eq!(bad("p@x"), Error::BadReport { line: 2 });
    }
}
