//! Quotes texts for JSON and YAML.

use std::fmt::Write;

use super::reveal::is_hidden;

/// Quotes a text as a JSON string, with hidden characters escaped.
#[must_use]
pub fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_hidden(c) => push_escaped(&mut quoted, c),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Writes a text as a YAML scalar: plain if all parsers read it as this text, else quoted.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { double_quoted(text) }
}

/// Returns `true` if every YAML parser reads the unquoted text as this text: it starts with a
/// letter, contains only ASCII letters, digits, spaces and `._-`, and is not a reserved word.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    const RESERVED: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || " ._-".contains(c))
        && !text.ends_with(' ')
        && !RESERVED.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Escapes hidden characters in a JSON document. They occur only in strings, so the meaning stays
/// the same.
#[must_use]
pub fn visible_json(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) && c != '\n' { push_escaped(&mut visible, c) } else { visible.push(c) }
    }
    visible
}

fn push_escaped(text: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a string does not fail.
        let _ = write!(text, "\\u{unit:04x}");
    }
}
