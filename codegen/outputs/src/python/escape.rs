//! Literals of Python.

use errcat_build::unstable::text::reveal::is_hidden;
use serde_json::Value as Json;

/// Returns a value as an expression.
pub(super) fn literal(value: &Json) -> String {
    match value {
        Json::Null => "None".to_owned(),
        Json::Bool(true) => "True".to_owned(),
        Json::Bool(false) => "False".to_owned(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => string(text),
        Json::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}: {}", string(name), literal(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Returns a text as a literal.
pub(super) fn string(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Returns a text as a documentation string.
pub(super) fn doc(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = escaped(&line);
    // Single quotes inside need no escape, unless the last one joins the end.
    let text = if line.contains("\"\"") || line.ends_with('"') { text } else { text.replace("\\\"", "\"") };
    format!("\"\"\"{text}\"\"\"")
}

/// Returns a text for a comment of one line.
pub(super) fn comment(text: &str) -> String {
    escaped(text).replace("\\\"", "\"")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
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
