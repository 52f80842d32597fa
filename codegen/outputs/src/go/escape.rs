//! Literals and comments of Go.

use errcat_build::unstable::text::reveal::is_hidden;
use serde_json::Value as Json;

/// Returns a text as a literal.
pub(super) fn string(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('"', "\\\""))
}

/// Returns a list of texts, each as a literal.
pub(super) fn strings<'t>(texts: impl Iterator<Item = &'t Json>) -> String {
    let texts: Vec<String> = texts.filter_map(Json::as_str).map(string).collect();
    format!("[]string{{{}}}", texts.join(", "))
}

/// Returns a text for a comment of one line.
pub(super) fn comment(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    escaped(&line).replace("\\\\", "\\")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c if is_hidden(c) => match u32::from(c) {
                number @ 0..=0xffff => escaped.push_str(&format!("\\u{number:04x}")),
                number => escaped.push_str(&format!("\\U{number:08x}")),
            },
            c => escaped.push(c),
        }
    }
    escaped
}
