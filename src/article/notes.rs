//! Footnotes and endnotes: links whose text is a number, to a paragraph or an item that is the note.
//!
//! Pages write them in many ways; once [`super::anchors`] has told which link leads where, all of them are an anchor in a
//! line and a target at the start of a block. This reads the assembled body and gives it back with both as what they are.

use std::collections::{HashMap, HashSet};

use super::{
    body::{Body, Flow, Item, List, Note, Phrasing, Style},
    labels::{behind, is_raised, label, plain},
    lines::each_line,
    phrasing,
};
use crate::page::text;

/// What calls a note.
struct Call {
    label: String,
    /// Raised, in brackets, or a sign: nothing but a note is called so.
    is_certain: bool,
}

/// The body with its notes. `answered` are the anchors of places that lead back to where they are called.
pub(super) fn gather(body: Body, answered: &HashSet<u32>) -> Body {
    let mut body = body;
    let calls = calls(&mut body);
    if calls.is_empty() {
        return body;
    }
    let mut gatherer = Gatherer { calls, answered, labels: HashMap::new() };
    let mut body = Body(gatherer.flows(body.0));
    let names = gatherer.names(&mut body);
    if !names.is_empty() {
        link(&mut body, &names);
    }
    body
}

/// The anchors that lines lead to by a label behind some text. A label at the start of a line is a note's own.
fn calls(body: &mut Body) -> HashMap<u32, Call> {
    let mut calls = HashMap::new();
    each_line(body, |line| {
        let mut has_text = false;
        let mut pending: Vec<(&Phrasing, bool)> = line.iter().rev().map(|part| (part, false)).collect();
        while let Some((part, raised)) = pending.pop() {
            match part {
                Phrasing::Anchor { target, content } => {
                    let written = plain(part);
                    if let Some(core) = label(&written).filter(|_| has_text) {
                        let is_plain = core.len() == written.trim().len() && core.starts_with(char::is_alphanumeric);
                        let is_certain = raised || is_raised(content) || !is_plain;
                        calls.entry(*target).or_insert(Call { label: core.to_owned(), is_certain });
                    }
                    has_text = true;
                }
                Phrasing::Styled { style, content } => {
                    let raised = raised || *style == Style::Superscript;
                    pending.extend(content.iter().rev().map(|part| (part, raised)));
                }
                Phrasing::Marked { content, .. } => {
                    pending.extend(content.iter().rev().map(|part| (part, raised)));
                }
                part => has_text |= phrasing::is_visible(std::slice::from_ref(part)),
            }
        }
    });
    calls
}

struct Gatherer<'a> {
    calls: HashMap<u32, Call>,
    answered: &'a HashSet<u32>,
    /// The label of each note that was found, by its anchor.
    labels: HashMap<u32, String>,
}

impl Gatherer<'_> {
    /// Puts notes together, in each container for itself. Depth is bounded by [`crate::limits::MAX_BODY_DEPTH`].
    fn flows(&mut self, flows: Vec<Flow>) -> Vec<Flow> {
        let starts: Vec<Option<u32>> = flows.iter().map(|flow| self.note_at(flow)).collect();
        let mut out: Vec<Flow> = Vec::new();
        let mut takes_next = false;
        for (index, flow) in flows.into_iter().enumerate() {
            if let Some(anchor) = starts[index] {
                let note = self.note(anchor, vec![flow]);
                takes_next = !note.content.iter().any(is_visible);
                match out.last_mut() {
                    Some(Flow::Notes(notes)) => notes.push(note),
                    _ => out.push(Flow::Notes(vec![note])),
                }
                continue;
            }
            let belongs = takes_next || is_between(&starts, index);
            takes_next = false;
            let flow = self.inside(flow);
            match out.last_mut() {
                Some(Flow::Notes(notes)) if belongs && !matches!(flow, Flow::Heading { .. } | Flow::Rule) => {
                    if let Some(note) = notes.last_mut() {
                        continue_note(note, flow);
                    }
                }
                _ => out.push(flow),
            }
        }
        out
    }

    /// The same for what is inside a flow.
    fn inside(&mut self, flow: Flow) -> Flow {
        match flow {
            Flow::List(list) => {
                let starts: Vec<Option<u32>> =
                    list.items.iter().map(|item| self.note_at(item.content.first()?)).collect();
                // Notes that nothing kept calls are among them.
                if starts.iter().flatten().count() * 2 > starts.len() {
                    let items = list.items.into_iter().zip(starts);
                    return Flow::Notes(
                        items.map(|(item, anchor)| self.note(anchor.unwrap_or(0), item.content)).collect(),
                    );
                }
                let items = list.items.into_iter();
                let items = items.map(|item| Item { content: self.flows(item.content), ..item }).collect();
                Flow::List(List { items, ..list })
            }
            Flow::Quote { content, marks } => Flow::Quote { content: self.flows(content), marks },
            Flow::Callout { kind, title, content } => Flow::Callout { kind, title, content: self.flows(content) },
            flow => flow,
        }
    }

    /// The anchor of the note that begins with a flow.
    fn note_at(&self, flow: &Flow) -> Option<u32> {
        let Flow::Paragraph { content, .. } = flow else { return None };
        let anchor = leading_targets(content).into_iter().find(|target| self.calls.contains_key(target))?;
        let call = self.calls.get(&anchor)?;
        let is_note = call.is_certain
            || self.answered.contains(&anchor)
            || behind(&content.iter().map(plain).collect::<String>(), &call.label).is_some();
        is_note.then_some(anchor)
    }

    /// A note without its number and the links that lead back from there. `anchor` is 0 where nothing calls it.
    fn note(&mut self, anchor: u32, content: Vec<Flow>) -> Note {
        let mut content = content;
        if let Some(Flow::Paragraph { content: line, .. }) = content.first_mut() {
            let own = self.calls.get(&anchor).map(|call| call.label.clone()).unwrap_or_default();
            let targets = leading_targets(line);
            drop_labels(line, &own);
            if !targets.is_empty() {
                drop_targets(line, &targets);
                line.splice(0..0, targets.into_iter().map(Phrasing::Target));
            }
            self.labels.insert(anchor, own);
        }
        // The anchor stands in `calls` until the calls have their own.
        Note { name: String::new(), calls: vec![anchor], content }
    }

    /// Gives every note its name: its label, where all have one and no two the same; else its number.
    fn names(&self, body: &mut Body) -> HashMap<u32, String> {
        let labels: HashSet<&str> = self.labels.values().map(String::as_str).collect();
        let is_name = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric());
        let as_written = labels.len() == self.labels.len() && labels.iter().all(is_name);
        let mut names = HashMap::new();
        let mut number = 0;
        each_note(body, |note| {
            number += 1;
            let anchor = note.calls.first().copied().unwrap_or(0);
            let written = self.labels.get(&anchor).filter(|_| as_written);
            note.name = written.cloned().unwrap_or_else(|| number.to_string());
            if anchor != 0 {
                names.insert(anchor, note.name.clone());
            }
        });
        names
    }
}

/// Takes these places out of a line, out of its links and styles too.
fn drop_targets(line: &mut Vec<Phrasing>, targets: &[u32]) {
    line.retain(|part| !matches!(part, Phrasing::Target(number) if targets.contains(number)));
    for inside in line.iter_mut().filter_map(phrasing::inside_mut) {
        drop_targets(inside, targets);
    }
}

/// Whether a flow stands between two notes, near enough to belong to the first.
fn is_between(starts: &[Option<u32>], index: usize) -> bool {
    /// A note of more paragraphs is none.
    const MAX_BETWEEN: usize = 8;
    let before = starts[..index].iter().rev().take(MAX_BETWEEN).any(Option::is_some);
    before && starts[index..].iter().take(MAX_BETWEEN).any(Option::is_some)
}

fn is_visible(flow: &Flow) -> bool {
    !matches!(flow, Flow::Paragraph { content, .. } if !phrasing::is_visible(content))
}

/// Adds a flow to a note; a line behind a number that stood alone is its first.
fn continue_note(note: &mut Note, flow: Flow) {
    match (note.content.as_mut_slice(), flow) {
        ([Flow::Paragraph { content, .. }], Flow::Paragraph { content: more, .. })
            if !phrasing::is_visible(content) =>
        {
            content.extend(more);
        }
        (_, flow) => note.content.push(flow),
    }
}

/// The anchors before the first thing to be seen in a line but a label.
fn leading_targets(line: &[Phrasing]) -> Vec<u32> {
    let mut targets = Vec::new();
    let mut pending: Vec<&Phrasing> = line.iter().rev().collect();
    while let Some(part) = pending.pop() {
        match part {
            Phrasing::Target(number) => targets.push(*number),
            Phrasing::Styled { content, .. } | Phrasing::Anchor { content, .. } | Phrasing::Marked { content, .. } => {
                pending.extend(content.iter().rev());
            }
            Phrasing::Text(text) if label(text).is_some() || text::is_blank(text) => {}
            _ => break,
        }
    }
    targets
}

/// Takes a note's own number from the start of its first line, and the links behind it that lead to where it is called.
fn drop_labels(line: &mut Vec<Phrasing>, own: &str) {
    let mut drops = Vec::new();
    for part in line.iter_mut() {
        let written = plain(part);
        let is_label = label(&written).is_some_and(|found| found == own);
        drops.push(match part {
            Phrasing::Target(_) => false,
            Phrasing::Text(text) if text::is_blank(text) => true,
            Phrasing::Text(text) => {
                let rest = behind(text, own).filter(|_| !own.is_empty()).unwrap_or(text);
                let rest = rest.strip_prefix([']', ')', '.', ':']).unwrap_or(rest).trim_start().to_owned();
                *text = rest;
                if !text.is_empty() {
                    break;
                }
                true
            }
            Phrasing::Anchor { .. } if label(&written).is_some() => true,
            Phrasing::Styled { content, .. } if is_label || leads_back(content) => true,
            Phrasing::Link { .. } if is_label => true,
            // Depth is bounded by [`crate::limits::MAX_BODY_DEPTH`].
            Phrasing::Styled { content, .. } | Phrasing::Marked { content, .. } => {
                drop_labels(content, own);
                break;
            }
            _ => break,
        });
    }
    let mut drops = drops.into_iter();
    line.retain(|_| !drops.next().unwrap_or(false));
}

/// Whether content is nothing but labels with links within the article.
fn leads_back(content: &[Phrasing]) -> bool {
    let is_back = |part: &Phrasing| match part {
        Phrasing::Anchor { .. } => label(&plain(part)).is_some(),
        Phrasing::Styled { content, .. } => leads_back(content),
        Phrasing::Text(text) => text::is_blank(text),
        Phrasing::Target(_) => true,
        _ => false,
    };
    content.iter().all(is_back) && content.iter().any(|part| !plain(part).trim().is_empty())
}

fn each_note(body: &mut Body, mut read: impl FnMut(&mut Note)) {
    let mut pending: Vec<&mut Flow> = body.0.iter_mut().rev().collect();
    while let Some(flow) = pending.pop() {
        match flow {
            Flow::Notes(notes) => notes.iter_mut().for_each(&mut read),
            Flow::List(list) => pending.extend(list.flows_mut().rev()),
            Flow::Quote { content, .. } | Flow::Callout { content, .. } => pending.extend(content.iter_mut().rev()),
            _ => {}
        }
    }
}

/// Makes the links to notes calls of them, each with an anchor of its own, to which the notes lead back.
fn link(body: &mut Body, names: &HashMap<u32, String>) {
    let mut last = names.keys().copied().max().unwrap_or(0);
    each_line(body, |line| last = last.max(highest_anchor(line)));
    let mut places: HashMap<u32, Vec<u32>> = HashMap::new();
    each_line(body, |line| {
        let taken = std::mem::take(line);
        *line = called(taken, names, &mut |note| {
            last += 1;
            places.entry(note).or_default().push(last);
            last
        });
    });
    each_note(body, |note| {
        let anchor = note.calls.first().copied().unwrap_or(0);
        note.calls = places.remove(&anchor).unwrap_or_default();
    });
}

fn highest_anchor(line: &[Phrasing]) -> u32 {
    let mut highest = 0;
    let mut pending: Vec<&Phrasing> = line.iter().collect();
    while let Some(part) = pending.pop() {
        if let Phrasing::Target(number) | Phrasing::Anchor { target: number, .. } = part {
            highest = highest.max(*number);
        }
        pending.extend(phrasing::inside(part));
    }
    highest
}

/// A line with its calls. What raises a call or stands in brackets around it is the call's own.
fn called(line: Vec<Phrasing>, names: &HashMap<u32, String>, place: &mut dyn FnMut(u32) -> u32) -> Vec<Phrasing> {
    let mut out = Vec::new();
    for part in line {
        match part {
            Phrasing::Anchor { target, content } => {
                let anchor = Phrasing::Anchor { target, content };
                let written = plain(&anchor);
                match names.get(&target).filter(|_| label(&written).is_some()) {
                    Some(name) => out.push(Phrasing::NoteCall {
                        place: place(target),
                        note: target,
                        name: name.clone(),
                        label: written.trim().to_owned(),
                    }),
                    None => out.push(anchor),
                }
            }
            Phrasing::Styled { style, content } => {
                let content = called(content, names, place);
                let is_call = |part: &Phrasing| matches!(part, Phrasing::NoteCall { .. } | Phrasing::Target(_));
                let is_around = |part: &Phrasing| match part {
                    Phrasing::Text(text) => text.chars().all(|c| c.is_whitespace() || "[](),;".contains(c)),
                    part => is_call(part),
                };
                let has_call = content.iter().any(|part| matches!(part, Phrasing::NoteCall { .. }));
                if style == Style::Superscript && has_call && content.iter().all(is_around) {
                    out.extend(content.into_iter().filter(is_call));
                } else {
                    out.push(Phrasing::Styled { style, content });
                }
            }
            Phrasing::Marked { marks, content } => {
                out.push(Phrasing::Marked { marks, content: called(content, names, place) });
            }
            part => out.push(part),
        }
    }
    out
}
