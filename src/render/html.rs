//! Body → html.

use crate::article::body::Body;

/// The body as html.
pub fn html(_body: &Body) -> String {
    String::new()
}
