//! Article → string. Nothing here sees a page; renderers only escape.

mod formula;
mod html;
mod markdown;
mod tex;
mod text;

pub use html::html;
pub use markdown::markdown;
pub use text::text;
