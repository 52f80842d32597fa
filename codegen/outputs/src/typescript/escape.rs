//! Literals and comments of TypeScript.

use errcat_build::unstable::text::quote::{double_quoted, visible_json};
use serde_json::Value as Json;

/// Returns a value as an expression. Prettier leaves texts in it as they are, because it sees no
/// quotes in them.
pub(super) fn literal(value: &Json) -> String {
    match value {
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}: {}", key(name), literal(value)));
            format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
        }
        Json::Array(items) => {
            format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", "))
        }
        Json::String(text) => string(text),
        other => visible_json(&other.to_string()),
    }
}

/// Returns a text as a literal.
pub(super) fn string(text: &str) -> String {
    let quoted = double_quoted(text);
    let inside = &quoted[1..quoted.len() - 1];
    format!("\"{}\"", inside.replace("\\\"", "\\u0022"))
}

/// Returns the name of a member of an object or type.
pub(super) fn key(name: &str) -> String {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_' || c == '$';
    let is_name = name.starts_with(is_start) && name.chars().all(|c| is_start(c) || c.is_ascii_digit());
    // In an object, this name has another meaning unless it is computed.
    match name {
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ if is_name => name.to_owned(),
        _ => string(name),
    }
}

/// Returns a text for a comment of one line: nothing in it ends the comment, is a tag, or is hidden.
pub(super) fn comment(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quoted = double_quoted(&line);
    let visible = quoted[1..quoted.len() - 1].replace("\\\"", "\"").replace("\\\\", "\\");
    visible.replace("*/", "*\\/").replace('@', "&#64;").replace("{&#64;link ", "{@link ")
}
