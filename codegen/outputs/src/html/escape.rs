//! Escapes texts for HTML. A reader's parser returns every text as it was, except that NUL becomes
//! `\u{0}`, because HTML cannot have it.

use std::fmt::Write;

use errcat_build::unstable::text::reveal::is_hidden;

/// Appends a text, also within an attribute in double quotes.
pub(super) fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => out.push_str("\\u{0}"),
            // Parsers read the numbers of these as other characters.
            '\t' | '\n' | '\u{80}'..='\u{9f}' => out.push(c),
            // A character by its number has no effect on the source of the page.
            c if is_hidden(c) => drop(write!(out, "&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
}

/// Returns an escaped text.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push(&mut out, text);
    out
}
