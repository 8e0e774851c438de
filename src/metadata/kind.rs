//! What sort of page it is.

use super::{Kind, claim::Claims};
use crate::page::Page;

/// Decides it from what the page says of itself and from its shape.
pub fn of(_page: &Page, _claims: &Claims) -> Kind {
    Kind::Article
}
