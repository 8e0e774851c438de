//! A hash for what is counted here: quick, and good enough that made-up class names do not collide by accident.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// Odd, half its bits set.
const FACTOR: u64 = 0xc6a4_a793_5bd1_e995;
const SHIFT: u32 = 47;

/// A map whose keys [`mix`] or [`of_text`] have hashed already.
pub type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Hashed>>;

/// Takes the key for its hash.
#[derive(Debug, Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = of_bytes(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// One number of two, as `MurmurHash64A` takes in a word (Appleby 2008).
pub fn mix(hash: u64, word: u64) -> u64 {
    let mut word = word.wrapping_mul(FACTOR);
    word ^= word >> SHIFT;
    let mixed = (hash ^ word.wrapping_mul(FACTOR)).wrapping_mul(FACTOR);
    mixed ^ (mixed >> SHIFT)
}

/// The hash of a text.
pub fn of_text(text: &str) -> u64 {
    of_bytes(text.as_bytes())
}

/// The hash of a list of names, in their order (FNV-1a).
pub fn of_names<'a>(names: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = names.flat_map(|name| name.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn of_bytes(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let hash = chunks.iter().fold(bytes.len() as u64, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    if rest.is_empty() {
        return hash;
    }
    let last = rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    mix(hash, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_by_a_letter_or_a_zero_differ() {
        let texts = ["", "\0", "card", "card\0", "cards", "card-1 large", "card-2 large"];
        for (at, one) in texts.iter().enumerate() {
            assert!(texts[at + 1..].iter().all(|other| of_text(one) != of_text(other)), "{one}");
        }
    }
}
