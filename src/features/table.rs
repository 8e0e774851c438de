//! The feature table: one ordered list. Weights are good for this list alone; [`super::table_hash`] ties them to it.

use super::{
    Context, Feature, Place, agreement, density, markup, phrases_in, position, repetition, share, words::Topic,
};
use crate::{
    blocks::BlockId,
    page::{NodeId, Tag},
};

/// A table row: name, meaning, measure.
macro_rules! features {
    ($($name:literal, $meaning:literal, $measure:expr;)*) => {
        &[$(Feature { name: $name, meaning: $meaning, measure: $measure },)*]
    };
}

/// Blocks of the wide window.
const WIDE: isize = 15;

/// Every feature, in the order in which rows of [`super::Features`] hold them.
pub const FEATURES: &[Feature] = features! {
    // The block's own text
    "words", "its number of words", density::words;
    "chars", "its number of characters", density::chars;
    "sentence_words", "words a sentence", density::words_a_sentence;
    "letters", "its share of letters", density::letters;
    "digits", "its share of digits", density::digits;
    "capitals", "its share of capitals", density::capitals;
    "link_density", "its share of links", density::link_density;
    "all_links", "text that is all links", |c, b| yes(density::link_density(c, b) > 0.9);
    "ends_as_sentence", "an end like a sentence's", density::ends_as_sentence;
    "comma_rate", "commas", density::comma_rate;
    "copies", "the same text more than once", |c, b| repetition::copies(c, b) - 1.0;
    "phrases", "words that furniture uses", phrases_in;
    "phrases_cover", "hardly more than furniture's words", |c, b| f32::from(c.phrases[b.index()].covered);
    "points_away", "a beginning that points to other pages", |c, b| yes(c.phrases[b.index()].begins_with_pointer);
    // Its element
    "is_paragraph", "a paragraph's markup", is_paragraph;
    "is_heading", "a heading's markup", is_heading;
    "heading_level", "its heading level", |c, b| c.tag(b).heading_level().map_or(0.0, f32::from);
    "is_list_item", "a list item's markup", |c, b| yes(c.tag(b) == Tag::Li);
    "is_cell", "a table cell's markup", |c, b| yes(matches!(c.tag(b), Tag::Td | Tag::Th));
    "is_div", "no markup of its own", |c, b| yes(c.tag(b) == Tag::Div);
    "is_code", "preformatted text", |c, b| c.is_in(b, Place::PRE);
    "is_quote", "a quotation's markup", |c, b| c.is_in(b, Place::QUOTE);
    "is_caption", "a caption's markup", |c, b| c.is_in(b, Place::CAPTION);
    "is_control", "a button's markup", |c, b| c.is_in(b, Place::CONTROL);
    "is_definition", "a definition's markup", |c, b| yes(matches!(c.tag(b), Tag::Dd | Tag::Dt));
    // The elements around it
    "in_nav", "a place in a menu", |c, b| c.is_in(b, Place::NAVIGATION);
    "in_header", "a place in the page's header", |c, b| c.is_in(b, Place::HEADER);
    "in_footer", "a place in a footer", |c, b| c.is_in(b, Place::FOOTER);
    "in_aside", "a place in a side column", |c, b| c.is_in(b, Place::ASIDE);
    "in_form", "a place in a form", |c, b| c.is_in(b, Place::FORM);
    "in_dialog", "a place in a dialog", |c, b| c.is_in(b, Place::DIALOG);
    "in_list", "a place in a list", |c, b| c.is_in(b, Place::LIST);
    "in_ordered_list", "a place in a numbered list", |c, b| c.is_in(b, Place::ORDERED_LIST);
    "in_table", "a place in a table", |c, b| c.is_in(b, Place::TABLE);
    "in_main", "a place in the main part", |c, b| c.is_in(b, Place::MAIN);
    "in_article", "a place in an article element", |c, b| c.is_in(b, Place::ARTICLE);
    "in_nested_article", "a place in an article inside an article", |c, b| c.is_in(b, Place::NESTED_ARTICLE);
    "depth", "its depth", depth;
    // Subtrees: the container, its parent, and so on up
    "links_0", "links in its element", |c, b| c.subtree(b, 0).link_density();
    "links_1", "links in the element around", |c, b| c.subtree(b, 1).link_density();
    "links_2", "links two elements up", |c, b| c.subtree(b, 2).link_density();
    "links_3", "links three elements up", |c, b| c.subtree(b, 3).link_density();
    "text_density_1", "dense text around it", |c, b| c.subtree(b, 1).text_density();
    "text_density_2", "dense text two elements up", |c, b| c.subtree(b, 2).text_density();
    "text_density_3", "dense text three elements up", |c, b| c.subtree(b, 3).text_density();
    "chars_share_1", "the element around's share of the page", |c, b| chars_share(c, b, 1);
    "chars_share_2", "two elements up's share of the page", |c, b| chars_share(c, b, 2);
    "chars_share_3", "three elements up's share of the page", |c, b| chars_share(c, b, 3);
    "long_share_1", "long paragraphs around it", |c, b| long_share(c, b, 1);
    "long_share_2", "long paragraphs two elements up", |c, b| long_share(c, b, 2);
    "long_share_3", "long paragraphs three elements up", |c, b| long_share(c, b, 3);
    "long_blocks_1", "paragraphs around it", |c, b| c.subtree(b, 1).long_blocks;
    "long_blocks_2", "paragraphs two elements up", |c, b| c.subtree(b, 2).long_blocks;
    "long_blocks_4", "paragraphs four elements up", |c, b| c.subtree(b, super::LEVELS - 1).long_blocks;
    "media_2", "pictures two elements up", |c, b| c.subtree(b, 2).media;
    "media_3", "pictures three elements up", |c, b| c.subtree(b, 3).media;
    // The best candidate for the article's element
    "candidate_around", "a strong candidate around it", |c, b| c.candidates.best_around(c.page, c.blocks, b);
    "candidate_1", "a strong element around it", |c, b| c.candidates.share(c.up(b, 1));
    "candidate_2", "a strong element two up", |c, b| c.candidates.share(c.up(b, 2));
    "in_best", "a place in the best text column", |c, b| inside(c, b, c.candidates.best);
    "in_mass", "a place where most long text is", |c, b| inside(c, b, c.candidates.mass);
    "steps_up_to_best", "steps up to the text column", |c, b| c.to_best.up(c.page, c.container(b)) as f32;
    "steps_down_to_best", "how far it stands from the text column", |c, b| c.to_best.down(c.container(b)) as f32;
    "steps_down_to_mass", "how far it stands from the long text", |c, b| c.to_mass.down(c.container(b)) as f32;
    // Position
    "chars_before", "its place in the page", position::chars_before;
    "long_before_share", "its place among the long paragraphs", position::long_chars_before;
    "after_last_long", "no long paragraph after it", |c, b| yes(position::long_chars_before(c, b) > 0.999);
    "before_first_long", "no long paragraph before it", |c, b| yes(position::long_chars_before(c, b) < 0.001);
    "blocks_before", "blocks before it", position::blocks_before;
    "blocks_after", "blocks after it", position::blocks_after;
    "since_heading", "blocks since the last heading", position::since_heading;
    "last_heading_level", "the level of the last heading", position::last_heading_level;
    "long_before", "long text just before", position::long_before;
    "long_after", "long text just after", position::long_after;
    "long_both", "long text on both sides", |c, b| position::long_before(c, b).min(position::long_after(c, b));
    "before_words", "the length of the block before", |c, b| position::neighbour(c, b, -1, density::words);
    "after_words", "the length of the block after", |c, b| position::neighbour(c, b, 1, density::words);
    "before_links", "links in the block before", |c, b| position::neighbour(c, b, -1, density::link_density);
    "after_links", "links in the block after", |c, b| position::neighbour(c, b, 1, density::link_density);
    "before_2_words", "the length two blocks before", |c, b| position::neighbour(c, b, -2, density::words);
    "after_2_words", "the length two blocks after", |c, b| position::neighbour(c, b, 2, density::words);
    "before_3_words", "the length three blocks before", |c, b| position::neighbour(c, b, -3, density::words);
    "after_3_words", "the length three blocks after", |c, b| position::neighbour(c, b, 3, density::words);
    "before_2_links", "links two blocks before", |c, b| position::neighbour(c, b, -2, density::link_density);
    "after_2_links", "links two blocks after", |c, b| position::neighbour(c, b, 2, density::link_density);
    "before_ends", "a sentence's end before", |c, b| position::neighbour(c, b, -1, density::ends_as_sentence);
    "after_ends", "a sentence's end after", |c, b| position::neighbour(c, b, 1, density::ends_as_sentence);
    "before_paragraph", "a paragraph before", |c, b| position::neighbour(c, b, -1, is_paragraph);
    "after_paragraph", "a paragraph after", |c, b| position::neighbour(c, b, 1, is_paragraph);
    "before_heading", "a heading before", |c, b| position::neighbour(c, b, -1, is_heading);
    "after_heading", "a heading after", |c, b| position::neighbour(c, b, 1, is_heading);
    "before_phrases", "furniture's words before", |c, b| position::neighbour(c, b, -1, phrases_in);
    "after_phrases", "furniture's words after", |c, b| position::neighbour(c, b, 1, phrases_in);
    "before_depth", "the depth of the block before against its own", |c, b| depth(c, b) - position::neighbour(c, b, -1, depth);
    "after_depth", "the depth of the block after against its own", |c, b| depth(c, b) - position::neighbour(c, b, 1, depth);
    "wide_long_before", "long text well before", |c, b| position::long_chars_in(c, b, -WIDE);
    "wide_long_after", "long text well after", |c, b| position::long_chars_in(c, b, WIDE);
    "wide_links_before", "links well before", |c, b| position::links_in(c, b, -WIDE);
    "wide_links_after", "links well after", |c, b| position::links_in(c, b, WIDE);
    "before_sibling", "the block before beside it", |c, b| position::is_sibling(c, b, -1);
    "after_sibling", "the block after beside it", |c, b| position::is_sibling(c, b, 1);
    // Agreement with what the page says of itself
    "is_headline", "the headline itself", agreement::is_headline;
    "before_headline", "a place before the headline", agreement::before_headline;
    "blocks_after_headline", "its distance from the headline", agreement::blocks_after_headline;
    "chars_from_headline", "text between it and the headline", position::chars_from_headline;
    "steps_to_headline", "the headline's distance in the tree", agreement::steps_to_headline;
    "in_article_body", "a place in the page's own article data", agreement::in_article_body;
    "begins_as_description", "the description's beginning", agreement::begins_as_description;
    // Repetition
    "cards_alike", "elements alike beside it", repetition::cards_alike;
    "same_markup_blocks", "blocks with the same markup", repetition::same_markup_blocks;
    "same_markup_chars", "the text with the same markup", repetition::same_markup_chars;
    "same_path_sentences", "the length of sentences on the same path", repetition::same_path_sentence_words;
    "same_path_chars", "the text on the same path", repetition::same_path_chars;
    // The words of its markup
    "named_content", "markup named for content", |c, b| markup::near(c, b, Topic::Content);
    "named_ad", "markup named for advertising", |c, b| markup::near(c, b, Topic::Ad);
    "named_social", "markup named for sharing", |c, b| markup::near(c, b, Topic::Social);
    "named_comment", "markup named for comments", |c, b| markup::near(c, b, Topic::Comment);
    "named_related", "markup named for other articles", |c, b| markup::near(c, b, Topic::Related);
    "named_chrome", "markup named for menus and frames", |c, b| markup::near(c, b, Topic::Chrome);
    "named_prompt", "markup named for banners and forms", |c, b| markup::near(c, b, Topic::Prompt);
    "named_meta", "markup named for byline, date or tags", |c, b| markup::near(c, b, Topic::Meta);
    "named_caption", "markup named for captions", |c, b| markup::near(c, b, Topic::Caption);
    "around_content", "content's name further up", |c, b| markup::anywhere(c, b, Topic::Content);
    "around_ad", "advertising's name further up", |c, b| markup::anywhere(c, b, Topic::Ad);
    "around_social", "sharing's name further up", |c, b| markup::anywhere(c, b, Topic::Social);
    "around_comment", "comments' name further up", |c, b| markup::anywhere(c, b, Topic::Comment);
    "around_related", "other articles' name further up", |c, b| markup::anywhere(c, b, Topic::Related);
    "around_chrome", "a menu's or frame's name further up", |c, b| markup::anywhere(c, b, Topic::Chrome);
    "around_prompt", "a banner's name further up", |c, b| markup::anywhere(c, b, Topic::Prompt);
    "around_meta", "a byline's name further up", |c, b| markup::anywhere(c, b, Topic::Meta);
    "names_least", "the name least like an article's around it", |c, b| markup::weighed(c, b).least;
    "names_most", "the name most like an article's around it", |c, b| markup::weighed(c, b).most;
    "names_own", "its own names", |c, b| markup::weighed(c, b).own;
    "names_near", "the names near it", |c, b| markup::weighed(c, b).near();
    "names_sum", "the names around it", |c, b| markup::weighed(c, b).sum();
    // The page
    "page_chars", "the page's length", |c, _| c.whole().chars;
    "page_long_share", "the page's share of long paragraphs", |c, _| share(c.whole().long_chars, c.whole().chars);
    "page_links", "the page's share of links", |c, _| c.whole().link_density();
};

fn yes(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

fn is_paragraph(context: &Context<'_>, block: BlockId) -> f32 {
    yes(context.tag(block) == Tag::P)
}

fn is_heading(context: &Context<'_>, block: BlockId) -> f32 {
    yes(context.tag(block).heading_level().is_some())
}

fn depth(context: &Context<'_>, block: BlockId) -> f32 {
    context.page.depth(context.container(block)) as f32
}

fn chars_share(context: &Context<'_>, block: BlockId, level: usize) -> f32 {
    share(context.subtree(block, level).chars, context.whole().chars)
}

fn long_share(context: &Context<'_>, block: BlockId, level: usize) -> f32 {
    share(context.subtree(block, level).long_chars, context.whole().long_chars)
}

fn inside(context: &Context<'_>, block: BlockId, node: NodeId) -> f32 {
    yes(context.page.contains(node, context.container(block)))
}
