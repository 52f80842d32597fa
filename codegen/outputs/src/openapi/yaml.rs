//! Writes YAML in block style.

use errcat_build::unstable::text::quote::{double_quoted, scalar};
use serde_json::{Map, Value as Json};

/// Returns a document.
pub(super) fn document(object: &Map<String, Json>) -> String {
    let mut text = String::new();
    members(&mut text, object, 0);
    text
}

fn members(text: &mut String, object: &Map<String, Json>, depth: usize) {
    for (name, value) in object {
        text.push_str(&"  ".repeat(depth));
        text.push_str(&key(name));
        text.push(':');
        below(text, value, depth + 1);
    }
}

/// Writes a value after `:` or `-`.
fn below(text: &mut String, value: &Json, depth: usize) {
    match value {
        Json::Object(object) if !object.is_empty() => {
            text.push('\n');
            members(text, object, depth);
        }
        Json::Array(items) if !items.is_empty() && !is_short(items) => {
            text.push('\n');
            for item in items {
                text.push_str(&"  ".repeat(depth));
                text.push('-');
                match item {
                    // The first member stands on the line of the dash.
                    Json::Object(object) if !object.is_empty() => {
                        let mut inner = String::new();
                        members(&mut inner, object, depth + 1);
                        text.push(' ');
                        text.push_str(inner.trim_start());
                    }
                    item => below(text, item, depth + 1),
                }
            }
        }
        value => {
            text.push(' ');
            text.push_str(&flow(value));
            text.push('\n');
        }
    }
}

/// Returns `true` if a list fits on a line.
fn is_short(items: &[Json]) -> bool {
    let is_scalar = items.iter().all(|item| !item.is_object() && !item.is_array());
    is_scalar && items.iter().map(|item| flow(item).len() + 2).sum::<usize>() <= 80
}

fn flow(value: &Json) -> String {
    match value {
        Json::String(text) => scalar_of(text),
        Json::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Json::Object(_) => "{}".to_owned(),
        other => other.to_string(),
    }
}

/// Returns the name of a member. A number would not be a text.
fn key(name: &str) -> String {
    match name.strip_prefix('$') {
        Some("ref") => name.to_owned(),
        _ => scalar_of(name),
    }
}

/// Returns a text. JSON has the same texts as YAML, except that YAML has no surrogates.
fn scalar_of(text: &str) -> String {
    if scalar(text) == text {
        return text.to_owned();
    }
    let quoted = double_quoted(text);
    if text.chars().all(|c| u32::from(c) < 0x1_0000) {
        return quoted;
    }
    let mut out = String::with_capacity(quoted.len());
    for c in text.chars() {
        match u32::from(c) {
            number @ 0x1_0000.. => out.push_str(&format!("\\U{number:08x}")),
            _ => {
                let one = double_quoted(c.encode_utf8(&mut [0; 4]));
                out.push_str(&one[1..one.len() - 1]);
            }
        }
    }
    format!("\"{out}\"")
}
