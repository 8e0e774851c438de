//! `report`: a page's structure in filler.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
};

use quietpage::report;

use crate::{args::Report, failure::Failure, page, print};

pub fn run(options: &Report) -> Result<(), Failure> {
    let (page, url) = page::read(&options.input, options.url.as_ref())?;
    // The standard library makes its maps' keys of the system's random numbers.
    let seed = options.seed.unwrap_or_else(|| RandomState::new().build_hasher().finish());
    print(&report::write(&page, url.as_ref(), seed))
}
