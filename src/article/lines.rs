//! Walks over the lines of a body, wherever they stand in it.

use std::collections::HashSet;

use super::{
    body::{Body, Definition, Flow, Phrasing},
    phrasing,
};

/// Does something with every line of a body, in order.
pub(super) fn each_line(body: &mut Body, mut read: impl FnMut(&mut Vec<Phrasing>)) {
    let mut pending: Vec<&mut Flow> = body.0.iter_mut().rev().collect();
    while let Some(flow) = pending.pop() {
        match flow {
            Flow::Heading { content, .. } | Flow::Paragraph { content, .. } => read(content),
            Flow::List(list) => pending.extend(list.flows_mut().rev()),
            Flow::Definitions(parts) => {
                // Terms first: the order matters to no one who asks.
                for part in parts.iter_mut().rev() {
                    match part {
                        Definition::Term(content) => read(content),
                        Definition::Description(content) => pending.extend(content.iter_mut().rev()),
                    }
                }
            }
            Flow::Quote { content, .. } => pending.extend(content.iter_mut().rev()),
            Flow::Callout { title, content, .. } => {
                read(title);
                pending.extend(content.iter_mut().rev());
            }
            Flow::Notes(notes) => pending.extend(notes.iter_mut().flat_map(|note| &mut note.content).rev()),
            Flow::Table(table) => {
                read(&mut table.caption);
                let cells = table.rows.iter_mut().flatten();
                pending.extend(cells.flat_map(|cell| &mut cell.content).rev());
            }
            Flow::Figure { caption, .. } => read(caption),
            Flow::Code { .. } | Flow::Math(_) | Flow::Rule => {}
        }
    }
}

/// The body without links to places in which nothing was left to be seen.
pub(super) fn without_dead_ends(body: Body) -> Body {
    let mut body = body;
    let mut targets = HashSet::new();
    let mut leading = HashSet::new();
    each_line(&mut body, |line| {
        let mut pending: Vec<&Phrasing> = line.iter().collect();
        while let Some(part) = pending.pop() {
            match part {
                Phrasing::Target(number) => _ = targets.insert(*number),
                Phrasing::Anchor { target, .. } => _ = leading.insert(*target),
                _ => {}
            }
            pending.extend(phrasing::inside(part));
        }
    });
    if !leading.is_subset(&targets) {
        each_line(&mut body, |line| open_dead_ends_in(line, &targets));
    }
    body
}

fn open_dead_ends_in(line: &mut Vec<Phrasing>, targets: &HashSet<u32>) {
    let mut pending = std::mem::take(line);
    pending.reverse();
    while let Some(part) = pending.pop() {
        match part {
            Phrasing::Anchor { target, content } if !targets.contains(&target) => {
                pending.extend(content.into_iter().rev());
            }
            mut part => {
                if let Some(content) = phrasing::inside_mut(&mut part) {
                    open_dead_ends_in(content, targets);
                }
                line.push(part);
            }
        }
    }
}
