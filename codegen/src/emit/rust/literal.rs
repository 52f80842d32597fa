//! Escapes catalog texts for Rust string literals.

use crate::text::reveal::is_hidden;

/// Returns `true` if a literal must escape the character.
fn is_special(c: char) -> bool {
    is_hidden(c) || matches!(c, '"' | '\\')
}

/// Appends the text as the content of a string literal.
fn push_escaped(escaped: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        let (plain, special) = rest.split_at(at);
        escaped.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some('"') => escaped.push_str("\\\""),
            Some('\\') => escaped.push_str("\\\\"),
            Some('\n') => escaped.push_str("\\n"),
            Some('\r') => escaped.push_str("\\r"),
            Some('\t') => escaped.push_str("\\t"),
            Some(c) if is_hidden(c) => escaped.extend(c.escape_unicode()),
            other => escaped.extend(other),
        }
        rest = chars.as_str();
    }
    escaped.push_str(rest);
}

/// Returns the text as a string literal.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 16);
    push_string(&mut literal, text);
    literal
}

/// Appends the text as a string literal.
pub(super) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    push_escaped(out, text);
    out.push('"');
}

/// Appends a text and its length.
pub(super) fn push_with_length(out: &mut String, text: &str) {
    push_string(out, text);
    out.push(' ');
    out.push_str(&text.len().to_string());
}

/// Returns bytes as a literal, in lines of readable length.
pub(super) fn bytes(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut literal = String::from("b\"\\\n");
    for line in bytes.chunks(32) {
        for byte in line {
            // Writing to a string does not fail.
            let _ = if *byte == 0 { literal.write_str("\\0") } else { write!(literal, "\\x{byte:02x}") };
        }
        literal.push_str("\\\n");
    }
    literal.push('"');
    literal
}

/// Returns numbers of spellings or rows as bytes, in the smallest size that fits.
pub(super) fn positions(order: &[usize]) -> String {
    let width = if order.len() <= 1 << 16 { 2 } else { 4 };
    let each = |number: &usize| number.to_le_bytes().into_iter().take(width).collect::<Vec<u8>>();
    bytes(&order.iter().flat_map(each).collect::<Vec<u8>>())
}

/// Returns the text as a string literal for `quote`.
pub(super) fn tokens(text: &str) -> proc_macro2::TokenStream {
    match string(text).parse() {
        Ok(tokens) => tokens,
        Err(error) => unreachable!("an escaped text is a literal: {error}"),
    }
}
