//! Catalog text as Rust string literals: the one place where it is escaped for code.

use crate::text::reveal::is_hidden;

/// The text between the quotes of a string literal.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c if is_hidden(c) => escaped.extend(c.escape_unicode()),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The text as a string literal.
pub(super) fn string(text: &str) -> String {
    format!("\"{}\"", escape(text))
}

/// The text as a line of a long literal whose lines end in `\`: white space at its beginning has to be spelled out.
pub(super) fn blob_line(text: &str) -> String {
    match text.chars().next() {
        Some(first) if first.is_whitespace() => {
            format!("{}{}\\\n", first.escape_unicode(), escape(&text[first.len_utf8()..]))
        }
        _ => format!("{}\\\n", escape(text)),
    }
}

/// The text as a string literal for `quote`.
pub(super) fn tokens(text: &str) -> proc_macro2::TokenStream {
    match string(text).parse() {
        Ok(tokens) => tokens,
        Err(error) => unreachable!("an escaped text is a literal: {error}"),
    }
}
