//! A short list of what furniture says, per language. Only short blocks are looked at: in a long one the words are the
//! story's.

use crate::{blocks::Blocks, page::text::is_unspaced};

/// Words up to which a block is short.
const SHORT_WORDS: u32 = 40;
/// Words of the longest phrase.
const LONGEST: usize = 4;

/// How many phrases stand in each block.
pub fn count(blocks: &Blocks) -> Vec<u8> {
    blocks.iter().map(|(id, block)| if block.words > SHORT_WORDS { 0 } else { in_text(blocks.text(id)) }).collect()
}

fn in_text(text: &str) -> u8 {
    let lower = text.to_lowercase();
    let mut found = 0_u8;
    if lower.contains(is_unspaced) {
        found += UNSPACED.iter().filter(|phrase| lower.contains(**phrase)).count() as u8;
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut phrase = String::new();
    for start in 0..words.len() {
        phrase.clear();
        for word in words[start..].iter().take(LONGEST) {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
            if PHRASES.binary_search(&phrase.as_str()).is_ok() {
                found = found.saturating_add(1);
            }
        }
    }
    found
}

/// Sorted, lower case, punctuation as spaces.
const PHRASES: &[&str] = &[
    "a lire aussi",
    "abonnez vous",
    "accept all",
    "accept cookies",
    "add a comment",
    "add to cart",
    "advertisement",
    "all rights reserved",
    "alle rechte vorbehalten",
    "also read",
    "anzeige",
    "are you at",
    "auch interessant",
    "auch lesen",
    "click here",
    "compartir",
    "condividi",
    "contact us",
    "continue reading",
    "cookie policy",
    "cookies",
    "copyright",
    "create an account",
    "czytaj także",
    "czytaj też",
    "czytaj więcej",
    "datenschutz",
    "download the app",
    "email address",
    "first published",
    "follow us",
    "forgot password",
    "get the latest",
    "image credit",
    "impressum",
    "in den warenkorb",
    "inscrivez vous",
    "jetzt anmelden",
    "join our",
    "kommentare",
    "lea también",
    "learn more",
    "leave a comment",
    "leave a reply",
    "lee también",
    "leer más",
    "lees meer",
    "lees ook",
    "leggi anche",
    "leia mais",
    "leia também",
    "lesen sie auch",
    "lire aussi",
    "lire la suite",
    "load more",
    "log in",
    "mehr lesen",
    "mehr zum thema",
    "min read",
    "more from",
    "most popular",
    "most read",
    "newsletter",
    "photo by",
    "please enable javascript",
    "politique de confidentialité",
    "powered by",
    "privacy policy",
    "pubblicità",
    "publicidad",
    "publicidade",
    "publicité",
    "read also",
    "read full",
    "read more",
    "read next",
    "read the full story",
    "recommended",
    "reklama",
    "related articles",
    "related posts",
    "related stories",
    "seguici",
    "share on",
    "share this",
    "share via",
    "sign in",
    "sign up",
    "skip to content",
    "skip to main content",
    "subscribe",
    "suivez nous",
    "síguenos",
    "teilen",
    "terms of service",
    "terms of use",
    "tous droits réservés",
    "tweet",
    "unsubscribe",
    "view all",
    "weiterlesen",
    "werbung",
    "you are at",
    "you may also like",
    "you might also like",
    "your email address",
    "à lire aussi",
    "ещё по теме",
    "поделиться",
    "подписаться",
    "подписывайтесь",
    "реклама",
    "читайте также",
];

/// For scripts without spaces: found anywhere in the block.
const UNSPACED: &[&str] = &[
    "关注我们",
    "分享到",
    "広告",
    "广告",
    "廣告",
    "相关阅读",
    "相关新闻",
    "続きを読む",
    "関連記事",
    "版权所有",
    "推荐阅读",
    "シェア",
    "无断转载",
    "無断転載",
    "โฆษณา",
    "อ่านเพิ่มเติม",
    "ข่าวที่เกี่ยวข้อง",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_sorted_and_each_stands_once() {
        let mut sorted = PHRASES.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted, PHRASES, "sort the list");
    }

    #[test]
    fn a_phrase_is_found_whatever_stands_around_it() {
        assert_eq!(in_text("» À lire aussi : Le port"), 2);
        assert_eq!(in_text("関連記事：港"), 1);
        assert_eq!(in_text("The advert ran."), 0);
    }
}
