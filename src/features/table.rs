//! The feature table: one ordered list. Weights are good for this list alone; [`super::table_hash`] ties them to it.

use super::{
    Context, Feature, Place,
    Scale::{Linear, Log},
    agreement, candidate, density, markup, phrases_in, position, repetition, share,
    words::Topic,
};
use crate::{
    blocks::BlockId,
    page::{NodeId, Tag},
};

/// A table row: name, meaning, scale, measure.
macro_rules! features {
    ($($name:literal, $meaning:literal, $scale:expr, $measure:expr;)*) => {
        &[$(Feature { name: $name, meaning: $meaning, scale: $scale, measure: $measure },)*]
    };
}

/// Every feature, in the order in which rows of [`super::Features`] hold them.
pub const FEATURES: &[Feature] = features! {
    // The block's own text
    "words", "its number of words", Log(200.0), density::words;
    "words_long", "its length", Linear(60.0), density::words;
    "chars", "its number of characters", Log(1000.0), density::chars;
    "sentence_words", "words a sentence", Log(30.0), density::sentence_words;
    "letters", "its share of letters", Linear(1.0), density::letters;
    "digits", "its share of digits", Linear(0.5), density::digits;
    "capitals", "its share of capitals", Linear(0.5), density::capitals;
    "link_density", "its share of links", Linear(1.0), density::link_density;
    "all_links", "text that is all links", Linear(1.0), |c, b| yes(density::link_density(c, b) > 0.9);
    "ends_as_sentence", "an end like a sentence's", Linear(1.0), density::ends_as_sentence;
    "comma_rate", "commas", Linear(0.3), density::comma_rate;
    "copies", "the same text more than once", Linear(5.0), |c, b| repetition::copies(c, b) - 1.0;
    "phrases", "words that furniture uses", Linear(2.0), phrases_in;
    "phrases_cover", "hardly more than furniture's words", Linear(100.0), |c, b| f32::from(c.phrases[b.index()].covered);
    "points_away", "a beginning that points to other pages", Linear(1.0), |c, b| yes(c.phrases[b.index()].begins_with_pointer);
    // Its element
    "is_paragraph", "a paragraph's markup", Linear(1.0), |c, b| yes(c.tag(b) == Tag::P);
    "is_heading", "a heading's markup", Linear(1.0), |c, b| yes(c.tag(b).heading_level().is_some());
    "heading_level", "its heading level", Linear(6.0), |c, b| c.tag(b).heading_level().map_or(0.0, f32::from);
    "is_list_item", "a list item's markup", Linear(1.0), |c, b| yes(c.tag(b) == Tag::Li);
    "is_cell", "a table cell's markup", Linear(1.0), |c, b| yes(matches!(c.tag(b), Tag::Td | Tag::Th));
    "is_div", "no markup of its own", Linear(1.0), |c, b| yes(c.tag(b) == Tag::Div);
    "is_code", "preformatted text", Linear(1.0), |c, b| c.is_in(b, Place::PRE);
    "is_quote", "a quotation's markup", Linear(1.0), |c, b| c.is_in(b, Place::QUOTE);
    "is_caption", "a caption's markup", Linear(1.0), |c, b| c.is_in(b, Place::CAPTION);
    "is_control", "a button's markup", Linear(1.0), |c, b| c.is_in(b, Place::CONTROL);
    "is_definition", "a definition's markup", Linear(1.0), |c, b| yes(matches!(c.tag(b), Tag::Dd | Tag::Dt));
    // The elements around it
    "in_nav", "a place in a menu", Linear(1.0), |c, b| c.is_in(b, Place::NAVIGATION);
    "in_header", "a place in the page's header", Linear(1.0), |c, b| c.is_in(b, Place::HEADER);
    "in_footer", "a place in a footer", Linear(1.0), |c, b| c.is_in(b, Place::FOOTER);
    "in_aside", "a place in a side column", Linear(1.0), |c, b| c.is_in(b, Place::ASIDE);
    "in_form", "a place in a form", Linear(1.0), |c, b| c.is_in(b, Place::FORM);
    "in_dialog", "a place in a dialog", Linear(1.0), |c, b| c.is_in(b, Place::DIALOG);
    "in_list", "a place in a list", Linear(1.0), |c, b| c.is_in(b, Place::LIST);
    "in_ordered_list", "a place in a numbered list", Linear(1.0), |c, b| c.is_in(b, Place::ORDERED_LIST);
    "in_table", "a place in a table", Linear(1.0), |c, b| c.is_in(b, Place::TABLE);
    "in_main", "a place in the main part", Linear(1.0), |c, b| c.is_in(b, Place::MAIN);
    "in_article", "a place in an article element", Linear(1.0), |c, b| c.is_in(b, Place::ARTICLE);
    "in_nested_article", "a place in an article inside an article", Linear(1.0), |c, b| c.is_in(b, Place::NESTED_ARTICLE);
    "depth", "its depth", Linear(30.0), |c, b| c.page.depth(c.container(b)) as f32;
    // Subtrees: the container, its parent, and so on up
    "links_0", "links in its element", Linear(1.0), |c, b| c.subtree(b, 0).link_density();
    "links_1", "links in the element around", Linear(1.0), |c, b| c.subtree(b, 1).link_density();
    "links_2", "links two elements up", Linear(1.0), |c, b| c.subtree(b, 2).link_density();
    "links_3", "links three elements up", Linear(1.0), |c, b| c.subtree(b, 3).link_density();
    "text_density_1", "dense text around it", Log(200.0), |c, b| c.subtree(b, 1).text_density();
    "text_density_2", "dense text two elements up", Log(200.0), |c, b| c.subtree(b, 2).text_density();
    "text_density_3", "dense text three elements up", Log(200.0), |c, b| c.subtree(b, 3).text_density();
    "chars_share_1", "the element around's share of the page", Linear(1.0), |c, b| chars_share(c, b, 1);
    "chars_share_2", "two elements up's share of the page", Linear(1.0), |c, b| chars_share(c, b, 2);
    "chars_share_3", "three elements up's share of the page", Linear(1.0), |c, b| chars_share(c, b, 3);
    "long_share_1", "long paragraphs around it", Linear(1.0), |c, b| long_share(c, b, 1);
    "long_share_2", "long paragraphs two elements up", Linear(1.0), |c, b| long_share(c, b, 2);
    "long_share_3", "long paragraphs three elements up", Linear(1.0), |c, b| long_share(c, b, 3);
    "long_blocks_1", "paragraphs around it", Log(30.0), |c, b| c.subtree(b, 1).long_blocks;
    "long_blocks_2", "paragraphs two elements up", Log(30.0), |c, b| c.subtree(b, 2).long_blocks;
    "long_blocks_4", "paragraphs four elements up", Log(30.0), |c, b| c.subtree(b, super::LEVELS - 1).long_blocks;
    "media_2", "pictures two elements up", Log(20.0), |c, b| c.subtree(b, 2).media;
    "media_3", "pictures three elements up", Log(20.0), |c, b| c.subtree(b, 3).media;
    // The best candidate for the article's element
    "candidate_around", "a strong candidate around it", Linear(1.0), |c, b| c.candidates.best_around(c.page, c.blocks, b);
    "candidate_1", "a strong element around it", Linear(1.0), |c, b| c.candidates.share(c.up(b, 1));
    "candidate_2", "a strong element two up", Linear(1.0), |c, b| c.candidates.share(c.up(b, 2));
    "in_best", "a place in the best text column", Linear(1.0), |c, b| inside(c, b, c.candidates.best);
    "in_mass", "a place where most long text is", Linear(1.0), |c, b| inside(c, b, c.candidates.mass);
    "steps_up_to_best", "its distance to the text column", Linear(10.0), |c, b| steps(c, b, c.candidates.best).0;
    "steps_down_to_best", "the text column's depth below", Linear(10.0), |c, b| steps(c, b, c.candidates.best).1;
    "steps_down_to_mass", "the long text's depth below", Linear(10.0), |c, b| steps(c, b, c.candidates.mass).1;
    // Position
    "chars_before", "its place in the page", Linear(1.0), position::chars_before;
    "long_before_share", "its place among the long paragraphs", Linear(1.0), position::long_chars_before;
    "after_last_long", "no long paragraph after it", Linear(1.0), |c, b| yes(position::long_chars_before(c, b) > 0.999);
    "before_first_long", "no long paragraph before it", Linear(1.0), |c, b| yes(position::long_chars_before(c, b) < 0.001);
    "blocks_before", "blocks before it", Log(300.0), position::blocks_before;
    "blocks_after", "blocks after it", Log(300.0), position::blocks_after;
    "since_heading", "blocks since the last heading", Log(99.0), position::since_heading;
    "last_heading_level", "the level of the last heading", Linear(6.0), position::last_heading_level;
    "long_before", "long text just before", Log(2000.0), position::long_before;
    "long_after", "long text just after", Log(2000.0), position::long_after;
    "long_both", "long text on both sides", Log(1000.0), |c, b| position::long_before(c, b).min(position::long_after(c, b));
    "before_words", "the length of the block before", Log(100.0), |c, b| position::neighbour(c, b, -1, density::words);
    "after_words", "the length of the block after", Log(100.0), |c, b| position::neighbour(c, b, 1, density::words);
    "before_links", "links in the block before", Linear(1.0), |c, b| position::neighbour(c, b, -1, density::link_density);
    "after_links", "links in the block after", Linear(1.0), |c, b| position::neighbour(c, b, 1, density::link_density);
    "before_sibling", "the block before beside it", Linear(1.0), |c, b| position::is_sibling(c, b, -1);
    "after_sibling", "the block after beside it", Linear(1.0), |c, b| position::is_sibling(c, b, 1);
    // Agreement with what the page says of itself
    "is_headline", "the headline itself", Linear(1.0), agreement::is_headline;
    "before_headline", "a place before the headline", Linear(1.0), agreement::before_headline;
    "blocks_after_headline", "its distance from the headline", Log(300.0), agreement::blocks_after_headline;
    "chars_from_headline", "text between it and the headline", Log(20_000.0), position::chars_from_headline;
    "steps_to_headline", "the headline's distance in the tree", Linear(10.0), agreement::steps_to_headline;
    "in_article_body", "a place in the page's own article data", Linear(1.0), agreement::in_article_body;
    "begins_as_description", "the description's beginning", Linear(1.0), agreement::begins_as_description;
    // Repetition
    "cards_alike", "elements alike beside it", Log(20.0), repetition::cards_alike;
    "same_markup_blocks", "blocks with the same markup", Log(100.0), repetition::same_markup_blocks;
    "same_markup_chars", "the text with the same markup", Linear(1.0), repetition::same_markup_chars;
    "same_path_chars", "the text on the same path", Linear(1.0), repetition::same_path_chars;
    // The words of its markup
    "named_content", "markup named for content", Linear(1.0), |c, b| markup::near(c, b, Topic::Content);
    "named_ad", "markup named for advertising", Linear(1.0), |c, b| markup::near(c, b, Topic::Ad);
    "named_social", "markup named for sharing", Linear(1.0), |c, b| markup::near(c, b, Topic::Social);
    "named_comment", "markup named for comments", Linear(1.0), |c, b| markup::near(c, b, Topic::Comment);
    "named_related", "markup named for other articles", Linear(1.0), |c, b| markup::near(c, b, Topic::Related);
    "named_chrome", "markup named for menus and frames", Linear(1.0), |c, b| markup::near(c, b, Topic::Chrome);
    "named_prompt", "markup named for banners and forms", Linear(1.0), |c, b| markup::near(c, b, Topic::Prompt);
    "named_meta", "markup named for byline, date or tags", Linear(1.0), |c, b| markup::near(c, b, Topic::Meta);
    "named_caption", "markup named for captions", Linear(1.0), |c, b| markup::near(c, b, Topic::Caption);
    "around_content", "content's name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Content);
    "around_ad", "advertising's name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Ad);
    "around_social", "sharing's name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Social);
    "around_comment", "comments' name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Comment);
    "around_related", "other articles' name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Related);
    "around_chrome", "a menu's or frame's name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Chrome);
    "around_prompt", "a banner's name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Prompt);
    "around_meta", "a byline's name further up", Linear(1.0), |c, b| markup::anywhere(c, b, Topic::Meta);
    // The page
    "page_chars", "the page's length", Log(50_000.0), |c, _| c.whole().chars;
    "page_long_share", "the page's share of long paragraphs", Linear(1.0), |c, _| share(c.whole().long_chars, c.whole().chars);
    "page_links", "the page's share of links", Linear(1.0), |c, _| c.whole().link_density();
};

fn yes(holds: bool) -> f32 {
    f32::from(u8::from(holds))
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

fn steps(context: &Context<'_>, block: BlockId, node: NodeId) -> (f32, f32) {
    let (up, down) = candidate::steps_between(context.page, context.container(block), node);
    (up as f32, down as f32)
}
