//! The core of Quietpage.

pub mod article;
pub mod blocks;
mod error;
pub mod extract;
pub mod features;
mod hash;
pub mod hints;
pub mod ledger;
pub mod limits;
pub mod metadata;
pub mod model;
pub mod page;
pub mod probe;
pub mod quiet;
pub mod render;
pub mod report;
mod safe_url;
pub mod selection;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod web_address;

pub use error::Error;
