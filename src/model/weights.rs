//! The linear score's weights: generated, do not edit.
//!
//! Made by `cargo run --release -p quietpage-training -- CORPUS`; nothing in it is random.
//! Data: 1337 pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0).
//! Word F1, five folds by host:
//! all 0.8380, article 0.9563, collection 0.6245, documentation 0.9280, forum 0.5715, listing 0.6615, product 0.5709, service 0.8109.

/// Hash of the feature table that the weights belong to.
pub const TABLE_HASH: u64 = 0x13c334c2f6f1e1ae;

/// Log-odds of a block whose features are all 0.
pub const BIAS: f32 = 0.008;

/// Log-odds that each feature adds at its full scale, in the order of the table.
#[rustfmt::skip]
pub const WEIGHTS: &[f32] = &[
    -0.544, // words
    -0.051, // words_long
    -0.29, // chars
    0.231, // sentence_words
    0.085, // letters
    -0.343, // digits
    -0.496, // capitals
    -0.381, // link_density
    0.243, // all_links
    0.633, // ends_as_sentence
    0.021, // comma_rate
    -1.66, // copies
    -1.944, // phrases
    0.581, // is_paragraph
    1.373, // is_heading
    -0.288, // heading_level
    0.582, // is_list_item
    0.28, // is_cell
    0.159, // is_div
    0.349, // is_code
    -0.073, // is_quote
    -1.932, // is_caption
    -0.465, // is_control
    -0.407, // is_definition
    -1.443, // in_nav
    -2.335, // in_header
    -3.674, // in_footer
    -1.811, // in_aside
    -0.71, // in_form
    -3.281, // in_dialog
    0.399, // in_list
    0.231, // in_ordered_list
    1.072, // in_table
    0.167, // in_main
    0.176, // in_article
    0.367, // in_nested_article
    0.118, // depth
    -0.598, // links_0
    -0.18, // links_1
    0.033, // links_2
    -0.513, // links_3
    0.346, // text_density_1
    0.32, // text_density_2
    0.535, // text_density_3
    -0.489, // chars_share_1
    0.103, // chars_share_2
    0.551, // chars_share_3
    0.335, // long_share_1
    0.222, // long_share_2
    -0.285, // long_share_3
    0.007, // long_blocks_1
    0.035, // long_blocks_2
    -0.254, // long_blocks_4
    -0.18, // media_2
    -0.022, // media_3
    0.589, // candidate_around
    -0.034, // candidate_1
    -0.03, // candidate_2
    0.199, // in_best
    1.002, // in_mass
    -0.328, // steps_up_to_best
    0.033, // steps_down_to_best
    -1.095, // steps_down_to_mass
    -0.798, // chars_before
    -0.492, // long_before_share
    0.043, // after_last_long
    -0.635, // before_first_long
    -0.051, // blocks_before
    0.337, // blocks_after
    -1.369, // since_heading
    -0.669, // last_heading_level
    0.039, // long_before
    -0.046, // long_after
    0.234, // long_both
    0.086, // before_words
    0.275, // after_words
    -0.113, // before_links
    -0.18, // after_links
    -0.059, // before_sibling
    -0.038, // after_sibling
    0.0, // is_headline
    0.0, // before_headline
    0.008, // blocks_after_headline
    0.0, // chars_from_headline
    0.0, // steps_to_headline
    0.008, // in_article_body
    0.0, // begins_as_description
    0.385, // cards_alike
    1.26, // same_markup_blocks
    0.642, // same_markup_chars
    0.983, // same_path_chars
    -0.052, // named_content
    -0.877, // named_ad
    -0.176, // named_social
    -2.146, // named_comment
    0.056, // named_related
    -0.579, // named_chrome
    -1.206, // named_prompt
    -0.839, // named_meta
    -1.286, // named_caption
    0.124, // around_content
    0.001, // around_ad
    -0.802, // around_social
    -0.414, // around_comment
    0.017, // around_related
    -0.232, // around_chrome
    -0.344, // around_prompt
    0.055, // around_meta
    -0.546, // page_chars
    -1.554, // page_long_share
    0.289, // page_links
];
