//! The linear score's weights: generated, do not edit.
//!
//! Made by `cargo run --release -p quietpage-training -- CORPUS`; nothing in it is random.
//! Data: 1337 pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0).
//! Word F1, five folds by host:
//! all 0.8347, article 0.9585, collection 0.6272, documentation 0.9279, forum 0.5740, listing 0.6400, product 0.5466, service 0.7968.

/// Hash of the feature table that the weights belong to.
pub const TABLE_HASH: u64 = 0x13c334c2f6f1e1ae;

/// Log-odds of a block whose features are all 0.
pub const BIAS: f32 = 0.083;

/// Log-odds that each feature adds at its full scale, in the order of the table.
#[rustfmt::skip]
pub const WEIGHTS: &[f32] = &[
    -0.545, // words
    -0.045, // words_long
    -0.252, // chars
    0.285, // sentence_words
    0.166, // letters
    -0.282, // digits
    -0.484, // capitals
    -0.405, // link_density
    0.274, // all_links
    0.637, // ends_as_sentence
    0.022, // comma_rate
    -1.601, // copies
    -1.924, // phrases
    0.616, // is_paragraph
    1.712, // is_heading
    -0.788, // heading_level
    0.611, // is_list_item
    0.346, // is_cell
    0.187, // is_div
    0.371, // is_code
    -0.108, // is_quote
    -1.936, // is_caption
    -0.489, // is_control
    -0.465, // is_definition
    -1.131, // in_nav
    -2.026, // in_header
    -3.574, // in_footer
    -1.87, // in_aside
    -0.708, // in_form
    -3.055, // in_dialog
    0.407, // in_list
    0.217, // in_ordered_list
    0.968, // in_table
    0.13, // in_main
    0.128, // in_article
    0.373, // in_nested_article
    0.084, // depth
    -0.647, // links_0
    -0.178, // links_1
    0.056, // links_2
    -0.471, // links_3
    0.35, // text_density_1
    0.33, // text_density_2
    0.537, // text_density_3
    -0.415, // chars_share_1
    0.11, // chars_share_2
    0.596, // chars_share_3
    0.278, // long_share_1
    0.175, // long_share_2
    -0.359, // long_share_3
    0.017, // long_blocks_1
    0.085, // long_blocks_2
    -0.221, // long_blocks_4
    -0.158, // media_2
    0.001, // media_3
    0.539, // candidate_around
    -0.054, // candidate_1
    -0.029, // candidate_2
    0.222, // in_best
    1.052, // in_mass
    -0.314, // steps_up_to_best
    0.131, // steps_down_to_best
    -1.026, // steps_down_to_mass
    -0.512, // chars_before
    -0.328, // long_before_share
    -0.104, // after_last_long
    -0.555, // before_first_long
    0.194, // blocks_before
    0.496, // blocks_after
    -1.041, // since_heading
    -0.455, // last_heading_level
    0.017, // long_before
    -0.078, // long_after
    0.266, // long_both
    0.044, // before_words
    0.261, // after_words
    -0.09, // before_links
    -0.176, // after_links
    -0.063, // before_sibling
    -0.047, // after_sibling
    -2.228, // is_headline
    -0.672, // before_headline
    -1.241, // blocks_after_headline
    -0.425, // chars_from_headline
    -0.322, // steps_to_headline
    0.447, // in_article_body
    0.224, // begins_as_description
    0.46, // cards_alike
    1.457, // same_markup_blocks
    0.55, // same_markup_chars
    0.934, // same_path_chars
    -0.066, // named_content
    -0.819, // named_ad
    -0.262, // named_social
    -2.106, // named_comment
    0.026, // named_related
    -0.539, // named_chrome
    -1.143, // named_prompt
    -0.862, // named_meta
    -1.287, // named_caption
    0.108, // around_content
    0.016, // around_ad
    -0.79, // around_social
    -0.47, // around_comment
    0.043, // around_related
    -0.228, // around_chrome
    -0.366, // around_prompt
    0.052, // around_meta
    -0.427, // page_chars
    -1.598, // page_long_share
    0.066, // page_links
];
