//! lol_html as a tokenizer: bytes in, tokens out, in document order.
//!
//! lol_html tells an element's end only where its own stack, which knows nothing of implied ends, has that element open.
//! So end tags are not asked for: all else is captured and removed from the output, and what is left of it is the end
//! tags as they stood.

use std::{
    cell::RefCell,
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    mem,
    rc::Rc,
};

use lol_html::{
    DocumentContentHandlers, HtmlRewriter, MemorySettings, Settings, element,
    errors::RewritingError,
    html_content::{Comment, Doctype, StartTag, TextChunk, TextType},
};

use super::{
    doctype::{self, DocumentMode},
    entities,
    tree::{Element, Name, Namespace},
};
use crate::{limits, page::Attr};

/// One token. Text comes whole: what stands between two tags or comments.
#[derive(Debug)]
pub(super) enum Token {
    Doctype(DocumentMode),
    Start(StartToken),
    End(Name),
    Text { text: String, kind: TextType },
    Comment,
}

/// A start tag, as an element of HTML; the constructor gives it its namespace.
#[derive(Debug)]
pub(super) struct StartToken {
    pub element: Element,
    pub self_closing: bool,
    /// `font` with an attribute that ends foreign content (HTML standard, 13.2.6.5).
    pub styled_font: bool,
}

type Queue = Rc<RefCell<Vec<Token>>>;
type Sink = Box<dyn FnMut(&[u8])>;

/// Bytes to tokens, in chunks split anywhere.
pub(super) struct Tokenizer {
    rewriter: HtmlRewriter<'static, Sink>,
    queue: Queue,
    most_bytes: usize,
}

impl std::fmt::Debug for Tokenizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { queue, most_bytes, .. } = self;
        f.debug_struct("Tokenizer").field("queue", queue).field("most_bytes", most_bytes).finish_non_exhaustive()
    }
}

impl Tokenizer {
    /// A tokenizer at the start of a document.
    pub fn new() -> Self {
        Self::within(limits::MAX_TOKENIZER_BYTES)
    }

    /// One that uses no more memory than that.
    fn within(most_bytes: usize) -> Self {
        let queue = Queue::default();

        let (starts, texts, comments, doctypes, ends) =
            (queue.clone(), queue.clone(), queue.clone(), queue.clone(), queue.clone());
        let settings = Settings::new()
            .with_strict(false)
            .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(most_bytes))
            .append_element_content_handler(element!("*", move |element| {
                starts.borrow_mut().push(Token::Start(start(element.start_tag())));
                element.start_tag().remove();
                Ok(())
            }))
            .append_document_content_handler(
                DocumentContentHandlers::default()
                    .doctype(move |doctype: &mut Doctype<'_>| {
                        let (name, public, system) = (doctype.name(), doctype.public_id(), doctype.system_id());
                        let mode = doctype::mode(name.as_deref(), public.as_deref(), system.as_deref());
                        doctypes.borrow_mut().push(Token::Doctype(mode));
                        doctype.remove();
                        Ok(())
                    })
                    .comments(move |comment: &mut Comment<'_>| {
                        comments.borrow_mut().push(Token::Comment);
                        comment.remove();
                        Ok(())
                    })
                    .text(move |chunk: &mut TextChunk<'_>| {
                        push_text(&mut texts.borrow_mut(), chunk.as_str(), chunk.text_type());
                        chunk.remove();
                        Ok(())
                    }),
            );
        let sink: Sink = Box::new(move |output: &[u8]| push_ends(&mut ends.borrow_mut(), output));
        Self { rewriter: HtmlRewriter::new(settings, sink), queue, most_bytes }
    }

    /// Takes the next bytes and gives the tokens that are complete.
    pub fn write(&mut self, bytes: &[u8]) -> Result<Vec<Token>, RewritingError> {
        self.rewriter.write(bytes)?;
        let mut queue = self.queue.borrow_mut();
        // The last text may go on in the next chunk, in the middle of a character reference.
        let unfinished = if matches!(queue.last(), Some(Token::Text { .. })) { queue.pop() } else { None };
        let complete = mem::take(&mut *queue);
        queue.extend(unfinished);
        Ok(complete)
    }

    /// Ends the document and gives the last tokens.
    pub fn end(self) -> Result<Vec<Token>, RewritingError> {
        self.rewriter.end()?;
        Ok(self.queue.take())
    }
}

fn push_text(queue: &mut Vec<Token>, chunk: &str, chunk_kind: TextType) {
    if chunk.is_empty() {
        return;
    }
    match queue.last_mut() {
        Some(Token::Text { text, kind }) if *kind == chunk_kind => text.push_str(chunk),
        _ => queue.push(Token::Text { text: chunk.to_owned(), kind: chunk_kind }),
    }
}

/// Reads the end tags in a stretch of output. lol_html never splits a tag over two stretches; a tag cut off by the end of
/// the document is none.
fn push_ends(queue: &mut Vec<Token>, output: &[u8]) {
    let mut rest = output;
    while let Some(at) = rest.windows(2).position(|pair| pair == b"</") {
        let tag = &rest[at + 2..];
        let Some(end) = tag_end(tag) else { return };
        if tag[0].is_ascii_alphabetic() {
            let name_end = tag.iter().position(|&b| b.is_ascii_whitespace() || b == b'/' || b == b'>').unwrap_or(end);
            queue.push(Token::End(Name::new(&String::from_utf8_lossy(&tag[..name_end]).to_ascii_lowercase())));
        }
        rest = &tag[end + 1..];
    }
}

/// Where the tag ends: the first `>` that is in no attribute's quotes, by the tokenizer states of the HTML standard
/// (13.2.5.8, 13.2.5.32 to 13.2.5.39). Quotes elsewhere, in a name say, open nothing.
fn tag_end(tag: &[u8]) -> Option<usize> {
    enum State {
        TagName,
        BeforeName,
        Name,
        AfterName,
        BeforeValue,
        Unquoted,
        Quoted(u8),
    }
    let mut state = State::TagName;
    for (at, &byte) in tag.iter().enumerate() {
        state = match (state, byte) {
            (State::Quoted(quote), _) if byte == quote => State::BeforeName,
            (State::Quoted(quote), _) => State::Quoted(quote),
            (_, b'>') => return Some(at),
            (State::BeforeValue, b'"' | b'\'') => State::Quoted(byte),
            (State::Name | State::AfterName, b'=') => State::BeforeValue,
            (State::TagName | State::BeforeName | State::Name | State::AfterName, b'/') => State::BeforeName,
            (State::Name | State::AfterName, _) if byte.is_ascii_whitespace() => State::AfterName,
            (State::BeforeValue, _) if byte.is_ascii_whitespace() => State::BeforeValue,
            (_, _) if byte.is_ascii_whitespace() => State::BeforeName,
            (State::TagName, _) => State::TagName,
            (State::BeforeName | State::Name | State::AfterName, _) => State::Name,
            (State::BeforeValue | State::Unquoted, _) => State::Unquoted,
        };
    }
    None
}

fn start(tag: &StartTag<'_>) -> StartToken {
    let mut hasher = DefaultHasher::new();
    let mut attrs: Vec<(Attr, String)> = Vec::new();
    let mut not_rendered = false;
    let mut styled_font = false;
    for attribute in tag.attributes() {
        let (name, raw) = (attribute.name(), attribute.value());
        (&name, &raw).hash(&mut hasher);
        let known = Attr::from_name(&name);
        if known.is_none() && name != "style" {
            styled_font |= matches!(name.as_str(), "color" | "face" | "size");
            continue;
        }
        // A placeholder's bytes are of no use to anyone; the walker leaves them out too.
        let value = if raw.starts_with("data:") { "data:".to_owned() } else { entities::attribute(raw) };
        not_rendered |= match known {
            Some(Attr::Hidden) => !value.eq_ignore_ascii_case("until-found"),
            Some(_) => false,
            None => hides(&value),
        };
        if let Some(known) = known
            && !attrs.iter().any(|(name, _)| *name == known)
        {
            attrs.push((known, value));
        }
    }
    let name = Name::new(&tag.name());
    name.hash(&mut hasher);
    let element = Element { name, namespace: Namespace::Html, attrs, not_rendered, fingerprint: hasher.finish() };
    StartToken { element, self_closing: tag.self_closing(), styled_font }
}

/// Whether an inline style takes the element out of sight.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let value = value.split('!').next().unwrap_or_default().trim();
        let is =
            |name: &str, hiding: &str| property.trim().eq_ignore_ascii_case(name) && value.eq_ignore_ascii_case(hiding);
        is("display", "none") || is("visibility", "hidden")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tag that never ends is all that the tokenizer has to hold.
    #[test]
    fn a_tag_is_held_up_to_the_bound_and_refused_beyond() {
        let bound = 4096;
        for bytes in [bound - 1, bound, bound + 1] {
            let start = "<p title='";
            let tag = format!("{start}{}", "a".repeat(bytes - start.len()));
            assert_eq!(Tokenizer::within(bound).write(tag.as_bytes()).is_ok(), bytes <= bound, "{bytes}");
        }
        assert_eq!(Tokenizer::new().most_bytes, limits::MAX_TOKENIZER_BYTES);
    }
}
