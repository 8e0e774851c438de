//! Body → markdown.

use crate::article::body::Body;

/// The body as markdown.
pub fn markdown(_body: &Body) -> String {
    String::new()
}
