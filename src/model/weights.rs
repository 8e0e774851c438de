//! The linear score's weights: generated, do not edit.
//!
//! Made by `cargo run --release -p quietpage-training -- CORPUS`; nothing in it is random.
//! Data: 1337 pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0).
//! Word F1, five folds by host:
//! all 0.8446, article 0.9582, collection 0.6434, documentation 0.9185, forum 0.6978, listing 0.6284, product 0.5691, service 0.7862.

/// Hash of the feature table that the weights belong to.
pub const TABLE_HASH: u64 = 0xbd4710109ec95592;

/// Log-odds of a block whose features are all 0.
pub const BIAS: f32 = 0.168;

/// Log-odds that each feature adds at its full scale, in the order of the table.
#[rustfmt::skip]
pub const WEIGHTS: &[f32] = &[
    -0.614, // words
    -0.137, // words_long
    -0.255, // chars
    0.352, // sentence_words
    0.243, // letters
    -0.261, // digits
    -0.514, // capitals
    -0.417, // link_density
    0.266, // all_links
    0.633, // ends_as_sentence
    -0.018, // comma_rate
    -1.57, // copies
    -0.322, // phrases
    -1.212, // phrases_cover
    -0.559, // points_away
    0.642, // is_paragraph
    1.783, // is_heading
    -0.875, // heading_level
    0.694, // is_list_item
    0.35, // is_cell
    0.236, // is_div
    0.25, // is_code
    -0.128, // is_quote
    -1.902, // is_caption
    -0.507, // is_control
    -0.462, // is_definition
    -1.147, // in_nav
    -1.885, // in_header
    -3.59, // in_footer
    -2.066, // in_aside
    -0.692, // in_form
    -2.658, // in_dialog
    0.376, // in_list
    0.17, // in_ordered_list
    0.93, // in_table
    0.161, // in_main
    0.106, // in_article
    0.412, // in_nested_article
    0.021, // depth
    -0.63, // links_0
    -0.154, // links_1
    -0.019, // links_2
    -0.433, // links_3
    0.468, // text_density_1
    0.353, // text_density_2
    0.23, // text_density_3
    -0.361, // chars_share_1
    0.01, // chars_share_2
    0.707, // chars_share_3
    0.23, // long_share_1
    0.091, // long_share_2
    -0.3, // long_share_3
    0.045, // long_blocks_1
    0.136, // long_blocks_2
    -0.188, // long_blocks_4
    -0.133, // media_2
    -0.04, // media_3
    0.549, // candidate_around
    -0.05, // candidate_1
    0.006, // candidate_2
    0.206, // in_best
    1.093, // in_mass
    -0.276, // steps_up_to_best
    0.134, // steps_down_to_best
    -0.931, // steps_down_to_mass
    -0.533, // chars_before
    -0.285, // long_before_share
    -0.133, // after_last_long
    -0.447, // before_first_long
    0.128, // blocks_before
    0.335, // blocks_after
    -0.955, // since_heading
    -0.545, // last_heading_level
    0.021, // long_before
    -0.089, // long_after
    0.303, // long_both
    0.087, // before_words
    0.246, // after_words
    -0.124, // before_links
    -0.191, // after_links
    -0.103, // before_sibling
    -0.056, // after_sibling
    -2.379, // is_headline
    -0.905, // before_headline
    -1.046, // blocks_after_headline
    -0.594, // chars_from_headline
    -0.394, // steps_to_headline
    0.536, // in_article_body
    0.179, // begins_as_description
    0.454, // cards_alike
    1.405, // same_markup_blocks
    0.688, // same_markup_chars
    0.909, // same_path_chars
    -0.092, // named_content
    -0.761, // named_ad
    -0.159, // named_social
    -1.881, // named_comment
    0.052, // named_related
    -0.542, // named_chrome
    -1.174, // named_prompt
    -0.832, // named_meta
    -1.29, // named_caption
    0.171, // around_content
    0.004, // around_ad
    -0.723, // around_social
    -0.397, // around_comment
    0.057, // around_related
    -0.227, // around_chrome
    -0.363, // around_prompt
    0.042, // around_meta
    -0.534, // page_chars
    -1.464, // page_long_share
    0.15, // page_links
];
