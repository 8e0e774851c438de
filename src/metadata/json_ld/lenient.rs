//! JSON as publishers write it into pages: mended where it is slightly broken.

use serde_json::Value;

use crate::limits;

/// The values in one `script` of type `application/ld+json`; empty where it is beyond mending or longer than
/// [`limits::MAX_JSON_LD_BYTES`]. Nesting is bounded by `serde_json` (128).
pub fn parse(script: &str) -> Vec<Value> {
    if script.len() > limits::MAX_JSON_LD_BYTES {
        return Vec::new();
    }
    if let Ok(value) = serde_json::from_str(script) {
        return vec![value];
    }
    let mended = mend(script);
    // Two values one after the other are read as both; a broken second one does not cost the first.
    serde_json::Deserializer::from_str(&mended).into_iter().map_while(Result::ok).collect()
}

/// Cuts what stands around the value (comment and CDATA marks, semicolons), escapes raw control characters in strings,
/// drops commas before a closing bracket and backslashes that escape nothing.
fn mend(script: &str) -> String {
    let Some(start) = script.find(['{', '[']) else { return String::new() };
    let start = if script[..start].ends_with("<![CDATA") || script[..start].ends_with("<!") {
        // The bracket of `<![CDATA[` is none of JSON's.
        script[start..].find('{').map_or(start, |at| start + at)
    } else {
        start
    };
    let mut out = String::with_capacity(script.len() - start);
    let mut in_string = false;
    let mut depth = 0_u32;
    let mut chars = script[start..].chars().peekable();
    while let Some(c) = chars.next() {
        if in_string {
            match c {
                '\\' => {
                    if let Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') = chars.peek() {
                        out.push('\\');
                        out.extend(chars.next());
                    }
                }
                '"' => {
                    in_string = false;
                    out.push('"');
                }
                '\n' => out.push_str("\\n"),
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
            continue;
        }
        match c {
            '"' => in_string = true,
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                let kept = out.trim_end().len();
                if out[..kept].ends_with(',') {
                    out.truncate(kept - 1);
                }
            }
            // Between values: semicolons, `]]>`, `-->`.
            _ if depth == 0 => continue,
            _ => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slightly_broken_json_is_mended() {
        for script in [
            "{\"a\":\"x\ny\",}",
            "<!-- {\"a\":\"x\\n y\"} -->",
            "//<![CDATA[\n{\"a\":\"x y\",\n}\n//]]>",
            "{\"a\":\"x\\'y\"};",
            "{\"a\":\"x\ty\"} {\"broken\"",
        ] {
            assert!(parse(script)[0]["a"].as_str().is_some_and(|a| a.starts_with('x') && a.ends_with('y')), "{script}");
        }
    }

    #[test]
    fn what_is_no_json_and_what_is_too_deep_or_too_long_gives_nothing() {
        assert!(parse("var a = b;").is_empty());
        assert!(parse(&"[".repeat(100_000)).is_empty());
        assert!(parse(&format!("\"{}\"", "a".repeat(limits::MAX_JSON_LD_BYTES))).is_empty());
    }
}
