//! What a block is like on its site: by its structure, so that it is found again on pages with other words and other made-up
//! class names.

use super::Reason;
use crate::{
    blocks::{Block, BlockId, BlockKind, Blocks},
    features::{Features, names},
    hash::{self, ByHash},
    page::{Attr, NodeId, Page, Tag},
};

/// Elements that are looked at: the block's container and those around it.
const LEVELS: usize = 3;
/// Names that are written down, the nearest first.
const MAX_NAMES: usize = 6;
/// Siblings made alike from which they are a row.
const ROW: u16 = 3;
/// Shares of link characters that part text with a link in it, text among links, and links.
const LINKED: [f32; 2] = [0.1, 0.6];
/// No block's fingerprint.
const NOTHING: u32 = 0;
/// Blocks of the same structure that are compared; on a page with more the words decide as well.
const MAX_COMPARED: usize = 8;

/// Where a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    Before,
    Inside,
    After,
}

/// A block's structure. Two are of the same shape where all but the names is equal and the names do not contradict each
/// other, as they do where both have some and none in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    structure: Structure,
    /// Words of class, id and role that many sites use. Made-up ones change with every release of a site.
    names: Vec<String>,
    /// The hash of the block's text, where other blocks that were decided alike have the same structure.
    text: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Structure {
    zone: Zone,
    /// The names of the elements, the container last.
    path: String,
    /// 0 to 2: how much of it is links.
    linked: u8,
    /// Whether it stands in a row of elements made alike.
    in_row: bool,
}

/// The shapes of a page's blocks.
pub struct Shapes<'a> {
    page: &'a Page,
    blocks: &'a Blocks,
    features: &'a Features,
    column: NodeId,
}

impl<'a> Shapes<'a> {
    /// Shapes by their place before, in or after the column.
    pub fn new(page: &'a Page, blocks: &'a Blocks, features: &'a Features, column: NodeId) -> Self {
        Self { page, blocks, features, column }
    }

    /// Every block's structure alone.
    pub fn all(&self) -> Vec<Shape> {
        // Blocks side by side have the same elements around them.
        let mut known = vec![None; self.page.len()];
        self.blocks.ids().map(|id| self.of(id, &mut known)).collect()
    }

    /// Whether a block has the shape.
    pub fn has(&self, id: BlockId, own: &Shape, wanted: &Shape) -> bool {
        own.is_like(wanted) && wanted.text.is_none_or(|text| self.fingerprint(id) == Some(text))
    }

    /// What finds these blocks again and no other that was decided as they were.
    pub fn telling(&self, ids: &[BlockId], reasons: &[Reason]) -> Vec<Shape> {
        let all = self.all();
        let key = |id: BlockId| all[id.index()].structure.hash(by_the_core(reasons[id.index()]));
        let mut alike: ByHash<Vec<BlockId>> = ByHash::default();
        for id in self.blocks.ids() {
            let group = alike.entry(key(id)).or_default();
            if group.len() <= MAX_COMPARED {
                group.push(id);
            }
        }
        let telling = |id: &BlockId| {
            let own = &all[id.index()];
            let group = &alike[&key(*id)];
            let is_alone = group.len() <= MAX_COMPARED
                && group.iter().all(|other| self.is_in_box_of(*id, *other) || !all[other.index()].is_like(own));
            // Pictures are all alike, so that one speaks for itself alone; where nothing tells it, no block has its shape.
            let speaks_for_others = is_alone && self.blocks.get(*id).kind == BlockKind::Text;
            Shape { text: (!speaks_for_others).then(|| self.fingerprint(*id).unwrap_or(NOTHING)), ..own.clone() }
        };
        ids.iter().map(telling).collect()
    }

    /// A block's structure and names; `known` are those of every element that was met.
    fn of(&self, id: BlockId, known: &mut [Option<Vec<String>>]) -> Shape {
        let block = self.blocks.get(id);
        let around: Vec<NodeId> = self
            .page
            .inclusive_ancestors(block.container)
            .take(LEVELS)
            .take_while(|&node| node != NodeId::ROOT)
            .collect();
        let path: Vec<&str> = around.iter().rev().filter_map(|&node| self.page.tag(node)).map(Tag::name).collect();
        let mut found: Vec<String> = Vec::new();
        for &node in &around {
            for name in known[node.index()].get_or_insert_with(|| names::known(self.page, node)) {
                if found.len() < MAX_NAMES && !found.contains(name) {
                    found.push(name.clone());
                }
            }
        }
        let links = self.blocks.link_density(id);
        Shape {
            structure: Structure {
                zone: self.zone(block),
                path: path.join("/"),
                linked: LINKED.iter().filter(|&&from| links > from).count() as u8,
                in_row: self.features.cards[block.container.index()] >= ROW,
            },
            names: found,
            text: None,
        }
    }

    /// A number for the block's letters, or else for its pictures; `None` where it has neither.
    fn fingerprint(&self, id: BlockId) -> Option<u32> {
        let block = self.blocks.get(id);
        let text = self.blocks.text(id);
        if text.chars().any(char::is_alphabetic) {
            return Some(text_hash(text));
        }
        let nodes = block.nodes();
        let source = |node| self.page.attr(node, Attr::Src).or_else(|| self.page.attr(node, Attr::DataSrc));
        let sources: Vec<&str> = nodes.filter_map(source).filter(|source| *source != "data:").collect();
        (!sources.is_empty()).then(|| (hash::of_text(&sources.concat()) as u32).max(NOTHING + 1))
    }

    fn zone(&self, block: &Block) -> Zone {
        if self.page.contains(self.column, block.container) {
            Zone::Inside
        } else if block.container < self.column {
            Zone::Before
        } else {
            Zone::After
        }
    }

    /// Whether both stand in one box of their own, a part of the page that does not hold the column.
    fn is_in_box_of(&self, id: BlockId, other: BlockId) -> bool {
        let container = self.blocks.get(id).container;
        let parent = self.page.parent(container).filter(|&parent| !self.page.contains(parent, self.column));
        self.page.contains(parent.unwrap_or(container), self.blocks.get(other).container)
    }
}

impl Structure {
    /// A number for the structure of a block, and whether the core keeps it.
    fn hash(&self, is_kept: bool) -> u64 {
        let traits = [self.zone as u8, self.linked, u8::from(self.in_row), u8::from(is_kept)];
        hash::mix(hash::of_text(&self.path), u64::from(u32::from_le_bytes(traits)))
    }
}

impl Shape {
    fn is_like(&self, other: &Self) -> bool {
        let disagree = !self.names.is_empty()
            && !other.names.is_empty()
            && !self.names.iter().any(|name| other.names.contains(name));
        self.structure == other.structure && !disagree
    }

    /// Whether it is good for blocks of these words alone.
    pub fn names_text(&self) -> bool {
        self.text.is_some()
    }

    /// Reads what [`Shape`]'s `Display` wrote; `None` where it is none.
    pub fn parse(written: &str) -> Option<Self> {
        let mut parts = written.split(' ');
        let zone = match parts.next()? {
            "before" => Zone::Before,
            "in" => Zone::Inside,
            "after" => Zone::After,
            _ => return None,
        };
        let path = parts.next()?.to_owned();
        let linked = parts.next()?.parse().ok().filter(|&linked: &u8| usize::from(linked) <= LINKED.len())?;
        let in_row = match parts.next()? {
            "row" => true,
            "one" => false,
            _ => return None,
        };
        let names =
            parts.next()?.split('+').filter(|name| !name.is_empty()).map(str::to_owned).take(MAX_NAMES).collect();
        let text = match parts.next() {
            None => None,
            Some(text) => Some(u32::from_str_radix(text, 16).ok()?),
        };
        parts.next().is_none().then_some(Self { structure: Structure { zone, path, linked, in_row }, names, text })
    }
}

/// `in div/aside/p 0 one newsletter+signup 1f0c22ab`: zone, path, links, row, names, and the text's hash if it counts.
impl std::fmt::Display for Shape {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Structure { zone, path, linked, in_row } = &self.structure;
        let zone = match zone {
            Zone::Before => "before",
            Zone::Inside => "in",
            Zone::After => "after",
        };
        let row = if *in_row { "row" } else { "one" };
        write!(out, "{zone} {path} {linked} {row} {}", self.names.join("+"))?;
        self.text.map_or(Ok(()), |text| write!(out, " {text:08x}"))
    }
}

/// Whether the core itself keeps the block: what a person has hidden is to be told from what is kept, not from what is
/// left out.
fn by_the_core(reason: Reason) -> bool {
    match reason {
        Reason::HiddenByPerson => true,
        Reason::BroughtBack => false,
        _ => reason.is_kept(),
    }
}

/// The same text is the same with other digits: counts and dates change from page to page.
fn text_hash(text: &str) -> u32 {
    let lower: String = text.chars().filter(|c| !c.is_numeric()).flat_map(char::to_lowercase).collect();
    (hash::of_text(&lower) as u32).max(NOTHING + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for written in ["in div/aside/p 0 one newsletter+signup", "before body/nav/a 2 row  0a1b2c3d", "after p 1 one "]
        {
            assert_eq!(Shape::parse(written).expect(written).to_string(), written);
        }
        for nonsense in
            ["", "in", "within p 0 one ", "in p 9 one ", "in p 0 two ", "in p 0 one  xyz", "in p 0 one  1 2"]
        {
            assert_eq!(Shape::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn numbers_and_capitals_do_not_make_another_text() {
        assert_eq!(text_hash("12 Comments"), text_hash("7 comments"));
        assert_ne!(text_hash("12 Comments"), text_hash("12 Commentaries"));
    }
}
