//! The linear score's weights: generated, do not edit.
//!
//! Made by `cargo run --release -p quietpage-training -- CORPUS`; nothing in it is random.
//! Data: 1337 pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0).
//! Word F1, five folds by host:
//! all 0.8534, article 0.9582, collection 0.6660, documentation 0.9279, forum 0.7328, listing 0.6662, product 0.5693, service 0.7956.

/// Hash of the feature table that the weights belong to.
pub const TABLE_HASH: u64 = 0x13c334c2f6f1e1ae;

/// Log-odds of a block whose features are all 0.
pub const BIAS: f32 = 0.146;

/// Log-odds that each feature adds at its full scale, in the order of the table.
#[rustfmt::skip]
pub const WEIGHTS: &[f32] = &[
    -0.583, // words
    -0.109, // words_long
    -0.228, // chars
    0.356, // sentence_words
    0.222, // letters
    -0.243, // digits
    -0.504, // capitals
    -0.413, // link_density
    0.271, // all_links
    0.634, // ends_as_sentence
    -0.026, // comma_rate
    -1.611, // copies
    -1.966, // phrases
    0.641, // is_paragraph
    1.755, // is_heading
    -0.817, // heading_level
    0.698, // is_list_item
    0.364, // is_cell
    0.244, // is_div
    0.264, // is_code
    -0.115, // is_quote
    -1.91, // is_caption
    -0.489, // is_control
    -0.445, // is_definition
    -1.173, // in_nav
    -1.927, // in_header
    -3.596, // in_footer
    -2.076, // in_aside
    -0.701, // in_form
    -2.679, // in_dialog
    0.372, // in_list
    0.162, // in_ordered_list
    0.941, // in_table
    0.163, // in_main
    0.109, // in_article
    0.387, // in_nested_article
    0.012, // depth
    -0.624, // links_0
    -0.156, // links_1
    -0.028, // links_2
    -0.445, // links_3
    0.466, // text_density_1
    0.355, // text_density_2
    0.219, // text_density_3
    -0.405, // chars_share_1
    -0.001, // chars_share_2
    0.711, // chars_share_3
    0.276, // long_share_1
    0.101, // long_share_2
    -0.301, // long_share_3
    0.038, // long_blocks_1
    0.118, // long_blocks_2
    -0.212, // long_blocks_4
    -0.123, // media_2
    -0.051, // media_3
    0.564, // candidate_around
    -0.042, // candidate_1
    0.004, // candidate_2
    0.193, // in_best
    1.094, // in_mass
    -0.278, // steps_up_to_best
    0.123, // steps_down_to_best
    -0.953, // steps_down_to_mass
    -0.521, // chars_before
    -0.296, // long_before_share
    -0.121, // after_last_long
    -0.476, // before_first_long
    0.131, // blocks_before
    0.327, // blocks_after
    -0.974, // since_heading
    -0.542, // last_heading_level
    0.018, // long_before
    -0.088, // long_after
    0.301, // long_both
    0.077, // before_words
    0.257, // after_words
    -0.118, // before_links
    -0.187, // after_links
    -0.092, // before_sibling
    -0.053, // after_sibling
    -2.277, // is_headline
    -0.788, // before_headline
    -1.045, // blocks_after_headline
    -0.582, // chars_from_headline
    -0.369, // steps_to_headline
    0.511, // in_article_body
    0.202, // begins_as_description
    0.45, // cards_alike
    1.448, // same_markup_blocks
    0.662, // same_markup_chars
    0.898, // same_path_chars
    -0.09, // named_content
    -0.793, // named_ad
    -0.242, // named_social
    -1.888, // named_comment
    0.029, // named_related
    -0.556, // named_chrome
    -1.18, // named_prompt
    -0.832, // named_meta
    -1.296, // named_caption
    0.179, // around_content
    0.011, // around_ad
    -0.789, // around_social
    -0.399, // around_comment
    0.052, // around_related
    -0.228, // around_chrome
    -0.347, // around_prompt
    0.055, // around_meta
    -0.537, // page_chars
    -1.479, // page_long_share
    0.091, // page_links
];
