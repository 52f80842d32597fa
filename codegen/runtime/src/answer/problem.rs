//! Writes bodies as RFC 9457 problem details.

use alloc::string::String;

use super::{Content, Text, tells, write_map};
use crate::json::write;
use crate::status;

/// Returns the content as `application/problem+json`.
///
/// If the catalog has `docs`, `type` is the address of the code's page, and `title` is the message
/// of the catalog. Otherwise `type` is `about:blank`, `title` is the name of the status, as the RFC
/// requires, and the message is the `detail`.
#[inline]
#[must_use]
pub fn problem(docs: Option<&str>, instance: Option<&str>, content: &Content<'_>) -> String {
    let mut out =
        String::with_capacity(content.size() + 64 + docs.map_or(0, str::len) + instance.map_or(0, str::len));
    let phrase = status::phrase(content.status);
    out.push_str("{\"type\":\"");
    let title = match docs.filter(|_| !content.code.is_empty()) {
        Some(docs) => {
            write_page(&mut out, docs, content.code, write::escaped);
            content.title.unwrap_or(phrase)
        }
        None => {
            out.push_str("about:blank");
            phrase
        }
    };
    out.push_str("\",\"title\":\"");
    write::escaped(&mut out, title);
    out.push_str("\",\"status\":");
    write::unsigned(&mut out, content.status.into());
    let said = matches!(content.text, Text::Fixed(text) if text == title);
    if !said && !content.text.is_none() {
        out.push_str(",\"detail\":\"");
        content.text.escape_into(&mut out);
        out.push('"');
    }
    if let Some(instance) = instance {
        out.push_str(",\"instance\":");
        write::string(&mut out, instance);
    }
    if !content.code.is_empty() {
        out.push_str(",\"code\":");
        content.write_code(&mut out);
    }
    if tells(content.params) {
        out.push_str(",\"params\":");
        write_map(&mut out, content.params, &[]);
    }
    if !content.details.is_empty() {
        out.push_str(",\"details\":");
        write_map(&mut out, &[], content.details);
    }
    if !content.help.is_empty() {
        out.push_str(",\"suggestions\":[");
        for (place, text) in content.help.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            write::string(&mut out, text);
        }
        out.push(']');
    }
    for (name, text) in content.texts.iter() {
        let Some(text) = text else { continue };
        out.push_str(",\"");
        out.push_str(name);
        out.push_str("\":");
        write::string(&mut out, text);
    }
    if let Some(seconds) = content.retry_after {
        out.push_str(",\"retry_after\":");
        write::unsigned(&mut out, seconds);
    }
    out.push('}');
    out
}

/// Returns the address of the code's page: `docs` with the code in place of `{code}`, escaped as a
/// path segment.
#[cfg(feature = "miette")]
#[inline]
pub(crate) fn page(docs: &str, code: &str) -> String {
    let mut out = String::with_capacity(docs.len() + code.len());
    write_page(&mut out, docs, code, String::push_str);
    out
}

/// Writes the address. `push` appends the text around the code.
#[inline]
fn write_page(out: &mut String, docs: &str, code: &str, push: fn(&mut String, &str)) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let Some((head, tail)) = around_code(docs) else { return push(out, docs) };
    push(out, head);
    if code.bytes().all(is_unreserved) {
        out.push_str(code);
    } else {
        for byte in code.bytes() {
            if is_unreserved(byte) {
                out.push(byte.into());
            } else {
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)].into());
                out.push(HEX[usize::from(byte & 15)].into());
            }
        }
    }
    push(out, tail);
}

/// Returns the address before and after `{code}`. Searching for one byte is faster than for a text.
#[inline]
fn around_code(docs: &str) -> Option<(&str, &str)> {
    docs.match_indices('{').find_map(|(at, _)| {
        let (head, tail) = docs.split_at_checked(at)?;
        Some((head, tail.strip_prefix("{code}")?))
    })
}

/// Returns `true` for the bytes that a path segment contains as they are.
#[inline]
const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}
