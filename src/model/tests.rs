use super::*;
use crate::features::{direction, table_hash};

#[test]
fn the_weights_belong_to_the_feature_tables() {
    assert_eq!(TABLE_HASH, table_hash(), "a table changed: run the training");
}

/// Rows without any pattern, but the same every time (xorshift).
fn rows() -> Vec<[f32; WIDTH]> {
    let mut state = 0x2014_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as f32 / (1_u64 << 24) as f32
    };
    (0..200).map(|_| std::array::from_fn(|_| if next() < 0.5 { next() } else { (next() * 8.0).exp() })).collect()
}

#[test]
fn no_score_goes_against_a_known_direction() {
    let names = FEATURES.iter().map(|feature| feature.name).chain(AROUND.iter().map(|feature| feature.name));
    for (at, name) in names.enumerate().filter(|(_, name)| direction(name) != 0) {
        for mut row in rows() {
            let mut before: Option<[f32; 2]> = None;
            for value in [-2.0, -0.5, 0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0, 2.0, 5.0] {
                row[at] = value;
                let now = [FIRST.log_odds([&row[..FEATURES.len()]])[0], SECOND.log_odds([&row])[0]];
                let falls = |before: &[f32; 2]| {
                    before.iter().zip(now).any(|(before, now)| (now - before) * f32::from(direction(name)) < 0.0)
                };
                assert!(!before.as_ref().is_some_and(falls), "{name} at {value}");
                before = Some(now);
            }
        }
    }
}

#[test]
fn the_reasons_are_what_moved_the_score_most() {
    let row = rows()[0];
    let mut added = [[0; WIDTH]];
    let ([first], [second]) = (FIRST.log_odds_adding([&row], &mut added), SECOND.log_odds_adding([&row], &mut added));
    assert_eq!((first, second), (FIRST.log_odds([&row])[0], SECOND.log_odds([&row])[0]));
    let [added] = added;
    let [(best, by), (next, less)] = most::<2>(&added);
    assert_ne!(best, next);
    assert!(by.abs() >= less.abs() && added.iter().enumerate().all(|(at, one)| at == best || one.abs() <= by.abs()));
    let all: i32 = added.iter().sum();
    let roots = |forest: &Forest| forest.roots.iter().map(|&root| forest.root_value(root)).sum::<i32>();
    let steps = (first - FIRST.bias + second - SECOND.bias) / VALUE_UNIT;
    assert!((steps - (all + roots(&FIRST) + roots(&SECOND)) as f32).abs() < 1.0, "they sum up to the score");
}

#[test]
fn a_row_has_the_same_score_in_any_company() {
    let rows = rows();
    let [first, second, third] = SECOND.log_odds([&rows[0], &rows[1], &rows[2]]);
    for (row, together) in rows.iter().zip([first, second, third]) {
        assert_eq!(SECOND.log_odds([row]).map(f32::to_bits), [together.to_bits()]);
    }
}
