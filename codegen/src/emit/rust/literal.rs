//! Catalog text as Rust string literals: the one place where it is escaped for code.

use crate::text::reveal::is_hidden;

/// What may not stand in a literal as it is; of other scripts a few characters.
fn is_special(c: char) -> bool {
    is_hidden(c) || matches!(c, '"' | '\\')
}

/// Appends the text as it stands between the quotes of a string literal.
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

/// The text as a string literal.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 16);
    literal.push('"');
    push_escaped(&mut literal, text);
    literal.push('"');
    literal
}

/// Appends the text as a line of a long literal whose lines end in `\`: white space at its beginning has to be spelled out.
pub(super) fn push_blob_line(blob: &mut String, text: &str) {
    let rest = match text.chars().next() {
        Some(first) if first.is_whitespace() => {
            blob.extend(first.escape_unicode());
            &text[first.len_utf8()..]
        }
        _ => text,
    };
    push_escaped(blob, rest);
    blob.push_str("\\\n");
}

/// Appends the byte as it stands in a literal of bytes.
pub(super) fn push_byte(literal: &mut String, byte: u8) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    if byte == 0 {
        literal.push_str("\\0");
        return;
    }
    literal.push_str("\\x");
    literal.push(DIGITS[usize::from(byte >> 4)]);
    literal.push(DIGITS[usize::from(byte & 15)]);
}

/// The text as a string literal for `quote`.
pub(super) fn tokens(text: &str) -> proc_macro2::TokenStream {
    match string(text).parse() {
        Ok(tokens) => tokens,
        Err(error) => unreachable!("an escaped text is a literal: {error}"),
    }
}
