//! A run of inline content → phrasing.

use super::{
    SafeUrl,
    body::{Direction, Image, Marks, Math, Media, Phrasing, Style},
    edit_link, embeds, images, labels, marks, math, phrasing,
    raw_tex::{self, Piece},
    source::Source,
};
use crate::{
    blocks::{BlockId, BlockKind, shown},
    limits,
    page::{Attr, NodeId, Page, Tag, text},
};

/// What a run holds.
pub(super) struct Run {
    /// Tidied: no space or line break at the ends, nothing empty.
    pub content: Vec<Phrasing>,
    /// Players and frames: they stand beside the text.
    pub players: Vec<Media>,
}

/// Reads a block's run. `wrappers` are inline elements around the block's container (a link around a heading), `around`
/// the marks that hold where the run is put.
pub(super) fn read(source: &Source, id: BlockId, wrappers: &[NodeId], around: &Marks) -> Run {
    let block = source.blocks.get(id);
    let root = Open { end: block.end, wrap: Wrap::Root, content: Vec::new() };
    let mut reader =
        Reader { source, open: vec![root], players: Vec::new(), after_space: true, around: around.clone() };
    for &number in source.anchors.at_block(id).iter().filter(|_| block.kind == BlockKind::Text) {
        reader.push(Phrasing::Target(number));
    }
    for &wrapper in wrappers {
        reader.enter(wrapper, block.end);
    }
    let mut next = block.first;
    while next < block.end {
        next = reader.node(next);
    }
    while reader.open.len() > 1 {
        reader.close();
    }
    let Reader { mut open, players, .. } = reader;
    let mut content = open.pop().map(|root| root.content).unwrap_or_default();
    phrasing::trim(&mut content);
    Run { content, players }
}

/// Whether an element says something of the text inside it, so that it must go into blocks with it.
pub(super) fn is_wrapper(tag: Tag) -> bool {
    matches!(tag, Tag::A | Tag::Code | Tag::Tt) || style(tag).is_some()
}

fn style(tag: Tag) -> Option<Style> {
    Some(match tag {
        Tag::Em | Tag::I | Tag::Dfn => Style::Emphasis,
        Tag::Strong | Tag::B => Style::Strong,
        Tag::Del | Tag::S | Tag::Strike => Style::Deleted,
        Tag::Ins => Style::Inserted,
        Tag::Mark => Style::Marked,
        Tag::Sub => Style::Subscript,
        Tag::Sup => Style::Superscript,
        Tag::Small => Style::Small,
        Tag::U => Style::Underlined,
        Tag::Q => Style::Quoted,
        Tag::Cite => Style::Cited,
        Tag::Kbd => Style::Keyboard,
        Tag::Samp => Style::Sample,
        Tag::Var => Style::Variable,
        Tag::Abbr => Style::Abbreviated,
        _ => return None,
    })
}

/// An element that is being read.
struct Open {
    end: NodeId,
    wrap: Wrap,
    content: Vec<Phrasing>,
}

enum Wrap {
    Root,
    Link(SafeUrl),
    Anchor(u32),
    Styled(Style),
    Marked(Marks),
    /// Text inside is code.
    Code,
    /// What its closed pairs of base and reading gave.
    Ruby(Vec<Phrasing>),
    Reading,
}

struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    /// Innermost last; the root is never closed before the end.
    open: Vec<Open>,
    players: Vec<Media>,
    /// Whether a space here would be a second one, or one at the start of a line.
    after_space: bool,
    around: Marks,
}

impl Reader<'_, '_> {
    /// Reads a node and gives the one to read next.
    fn node(&mut self, node: NodeId) -> NodeId {
        while self.open.len() > 1 && self.open.last().is_some_and(|open| open.end <= node) {
            self.close();
        }
        let page = self.source.page;
        let Some(tag) = page.tag(node) else {
            self.text_with_formulas(page.text(node).unwrap_or_default());
            return node.next();
        };
        let after = page.subtree_end(node);
        if let Some(number) = self.source.anchors.at_node(node) {
            self.push(Phrasing::Target(number));
        }
        if math::is_formula(self.source, node) {
            if let Some(formula) = math::read(self.source, node) {
                self.formula(formula);
            }
            return after;
        }
        if self.source.is_hidden(node) {
            return after;
        }
        match tag {
            Tag::Br => self.line_break(),
            Tag::Input => self.task(node),
            Tag::Img | Tag::Amp => self.picture(node),
            Tag::Picture if self.source.first_inside(node, Tag::Img).is_none() => self.picture(node),
            Tag::Noscript => {
                for image in self.source.fallbacks.standing_alone(self.source, node) {
                    self.push_image(image);
                }
                return after;
            }
            Tag::Video | Tag::Audio | Tag::Iframe | Tag::Embed => {
                self.players.extend(embeds::read(self.source, node));
                return after;
            }
            Tag::Other if shown::is_named_player(page, node) => {
                self.players.extend(embeds::read(self.source, node));
                return after;
            }
            tag if tag.is_unread() => return after,
            Tag::A if self.source.anchors.is_permalink(node) && text::words(&page.text_inside(node)) == 0 => {
                return after;
            }
            Tag::A if self.source.anchors.is_way_back(node) || is_heading_sign(page, node) => return after,
            _ if edit_link::is_one(self.source, node) => return after,
            _ => self.enter(node, after),
        }
        node.next()
    }

    /// Opens what an element means, if it means anything, until `end`.
    fn enter(&mut self, node: NodeId, end: NodeId) {
        let Some(tag) = self.source.page.tag(node) else { return };
        if self.open.len() >= limits::MAX_BODY_DEPTH {
            return;
        }
        let marks = marks::of_element(self.source.page, node);
        if !marks.is_empty() || tag == Tag::Bdi {
            let mut marks = marks.within(&self.around());
            if tag == Tag::Bdi && marks.dir.is_none() {
                marks.dir = Some(Direction::Auto);
            }
            if !marks.is_empty() {
                self.wrap(Wrap::Marked(marks), end);
            }
        }
        let is_raised = tag == Tag::Sup && !self.is_in_link();
        if let Some(note) = is_raised.then(|| self.source.anchors.of_link(node)).flatten() {
            self.wrap(Wrap::Anchor(note), end);
        }
        let wrap = match tag {
            Tag::A => self.link(node),
            Tag::Code | Tag::Tt => Some(Wrap::Code),
            Tag::Ruby if !self.is_inside(|wrap| matches!(wrap, Wrap::Ruby(_))) => Some(Wrap::Ruby(Vec::new())),
            Tag::Rt | Tag::Rtc if matches!(self.innermost().wrap, Wrap::Ruby(_)) => Some(Wrap::Reading),
            _ => style(tag).filter(|_| !self.is_code()).map(Wrap::Styled),
        };
        if let Some(wrap) = wrap {
            self.wrap(wrap, end);
        }
    }

    /// The marks that hold at this place.
    fn around(&self) -> Marks {
        self.open.iter().fold(self.around.clone(), |around, open| match &open.wrap {
            Wrap::Marked(marks) => around.with(marks),
            _ => around,
        })
    }

    fn link(&self, node: NodeId) -> Option<Wrap> {
        // A link to `#` is a button of the page's scripts.
        let is_button = self.source.page.attr(node, Attr::Href).map(str::trim) == Some("#");
        if is_button || self.is_in_link() || self.source.anchors.is_permalink(node) {
            return None;
        }
        let anchor = self.source.anchors.of_link(node).map(Wrap::Anchor);
        anchor.or_else(|| self.source.address(node, Attr::Href).map(Wrap::Link))
    }

    /// A link in a link is none in HTML, whatever a script has built.
    fn is_in_link(&self) -> bool {
        self.is_inside(|wrap| matches!(wrap, Wrap::Link(_) | Wrap::Anchor(_)))
    }

    /// Whether text at this place is code.
    fn is_code(&self) -> bool {
        self.is_inside(|wrap| matches!(wrap, Wrap::Code))
    }

    fn is_inside(&self, is: impl Fn(&Wrap) -> bool) -> bool {
        self.open.iter().any(|open| is(&open.wrap))
    }

    fn wrap(&mut self, wrap: Wrap, end: NodeId) {
        self.open.push(Open { end, wrap, content: Vec::new() });
    }

    fn innermost(&mut self) -> &mut Open {
        if self.open.is_empty() {
            self.open.push(Open { end: NodeId::ROOT, wrap: Wrap::Root, content: Vec::new() });
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn push(&mut self, part: Phrasing) {
        self.innermost().content.push(part);
    }

    fn close(&mut self) {
        let Some(Open { wrap, mut content, .. }) = self.open.pop() else { return };
        let outer = &mut self.innermost().content;
        // An element with nothing to see goes; a space or the end of an anchor in it stays.
        if !phrasing::is_visible(&content) && !matches!(wrap, Wrap::Ruby(_)) {
            outer.extend(content);
            return;
        }
        // Line breaks at the edge of a style or a link are the line's.
        let leading = content.iter().take_while(|part| matches!(part, Phrasing::Break)).count();
        outer.extend(content.drain(..leading));
        let trailing = content.iter().rev().take_while(|part| matches!(part, Phrasing::Break)).count();
        let breaks = content.split_off(content.len() - trailing);
        match wrap {
            Wrap::Root | Wrap::Code => outer.extend(content),
            Wrap::Link(to) => outer.push(Phrasing::Link { to, content }),
            Wrap::Anchor(target) => outer.push(Phrasing::Anchor { target, content }),
            Wrap::Styled(style) => outer.push(Phrasing::Styled { style, content }),
            Wrap::Marked(marks) => outer.push(Phrasing::Marked { marks, content }),
            Wrap::Ruby(pairs) => {
                outer.extend(pairs);
                outer.extend(content);
            }
            Wrap::Reading => {
                let text = text::squash(&content.iter().map(labels::plain).collect::<String>());
                // A space inside the reading is not one in the line.
                self.after_space = false;
                if let Some(Open { wrap: Wrap::Ruby(pairs), content: base, .. }) = self.open.last_mut() {
                    pairs.push(Phrasing::Ruby { base: std::mem::take(base), text });
                }
            }
        }
        self.innermost().content.extend(breaks);
    }

    /// Appends text; outside code, TeX in it is a formula.
    fn text_with_formulas(&mut self, text: &str) {
        if !text.bytes().any(|byte| matches!(byte, b'$' | b'\\')) || self.is_code() {
            return self.text(text);
        }
        for piece in raw_tex::pieces(text) {
            match piece {
                Piece::Text(text) => self.text(text),
                Piece::Tex { tex, display } => {
                    self.push(Phrasing::Math(Math { display, tree: Vec::new(), tex: Some(tex) }));
                    self.after_space = false;
                }
            }
        }
    }

    /// Appends text with its white space squashed. Alone between two words, a no-break space stays one: French and many
    /// other languages set their punctuation and numbers with it.
    fn text(&mut self, text: &str) {
        if !text.is_ascii() && text.contains(is_left_out) {
            return self.text(&text.chars().filter(|&c| !is_left_out(c)).collect::<String>());
        }
        let is_code = self.is_code();
        for (space, run) in text::runs(text) {
            if !space.is_empty() && !self.after_space {
                self.run(if matches!(space, "\u{a0}" | "\u{202f}") { space } else { " " }, is_code);
                self.after_space = true;
            }
            if run.is_empty() {
                return;
            }
            self.run(run, is_code);
            self.after_space = false;
        }
    }

    /// Appends a space, or words with a space between them; `is_code` where [`Self::is_code`] holds.
    fn run(&mut self, run: &str, is_code: bool) {
        let content = &mut self.innermost().content;
        match content.last_mut() {
            Some(Phrasing::Code(text)) if is_code => text.push_str(run),
            Some(Phrasing::Text(text)) if !is_code => text.push_str(run),
            // A space between two links within code is none of its own.
            _ if is_code && !run.starts_with(char::is_whitespace) => content.push(Phrasing::Code(run.into())),
            _ => content.push(Phrasing::Text(run.into())),
        }
    }

    /// A box that is ticked or not, where it stands first in an item. All other fields are for filling in.
    fn task(&mut self, node: NodeId) {
        let page = self.source.page;
        let is_box = page.attr(node, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
        // A label or a paragraph may stand between.
        let is_in_item = page.ancestors(node).take(2).any(|up| page.is(up, Tag::Li));
        if is_box && is_in_item && self.open.iter().all(|open| open.content.is_empty()) {
            self.push(Phrasing::Task(page.attr(node, Attr::Checked).is_some()));
        }
    }

    fn line_break(&mut self) {
        phrasing::trim_end_space(&mut self.innermost().content);
        self.push(Phrasing::Break);
        self.after_space = true;
    }

    fn picture(&mut self, node: NodeId) {
        if let Some(formula) = math::of_picture(self.source, node) {
            // The picture of a formula follows its markup, for browsers that draw none.
            let is_second = matches!(self.innermost().content.last(), Some(Phrasing::Math(_)));
            if !is_second {
                self.formula(formula);
            }
        } else if let Some(image) = images::read(self.source, node) {
            self.push_image(image);
        }
    }

    fn push_image(&mut self, image: Image) {
        self.after_space = false;
        self.push(Phrasing::Image(image));
    }

    fn formula(&mut self, formula: Math) {
        let content = &mut self.innermost().content;
        // MathJax 2 leaves its source behind what it drew.
        if let Some(Phrasing::Math(drawn)) = content.last_mut()
            && formula.tree.is_empty()
            && drawn.tex.as_ref().is_none_or(|tex| Some(tex) == formula.tex.as_ref())
        {
            drawn.tex = formula.tex;
            return;
        }
        self.push(Phrasing::Math(formula));
        self.after_space = false;
    }
}

/// Whether a link is the sign behind a heading by which its address is copied, wherever that leads.
fn is_heading_sign(page: &Page, link: NodeId) -> bool {
    const SIGNS: &[char] = &['#', '¶', '§', '⚓', '🔗', '\u{fe0e}', '\u{fe0f}'];
    let is_heading = |up: NodeId| page.tag(up).is_some_and(|tag| tag.heading_level().is_some());
    page.ancestors(link).any(is_heading) && {
        let text = page.text_inside(link);
        !text.trim().is_empty() && text.trim().chars().all(|c| SIGNS.contains(&c))
    }
}

/// The soft hyphen and the byte order mark: they show nothing, and break words for who searches or copies.
fn is_left_out(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}')
}
