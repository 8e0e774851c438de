//! Body → text.

use crate::article::body::Body;

/// The body as text.
pub fn text(_body: &Body) -> String {
    String::new()
}
