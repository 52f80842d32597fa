//! Writes bodies as RFC 9457 problem details.

use alloc::string::String;

use super::{Content, Members, Text, tells, write_map};
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
    let title = match docs {
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
    let mut members = Members::opened(&mut out);
    let said = matches!(content.text, Text::Fixed(text) if text == title);
    if !said && !content.text.is_none() {
        let out = members.plain("detail");
        out.push('"');
        content.text.escape_into(out);
        out.push('"');
    }
    if let Some(instance) = instance {
        write::string(members.plain("instance"), instance);
    }
    content.write_code(members.plain("code"));
    if tells(content.params) {
        write_map(members.plain("params"), content.params, &[]);
    }
    if !content.details.is_empty() {
        write_map(members.plain("details"), &[], content.details);
    }
    if !content.help.is_empty() {
        let out = members.plain("suggestions");
        out.push('[');
        for (place, text) in content.help.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            write::string(out, text);
        }
        out.push(']');
    }
    if let Some(id) = content.request_id {
        write::string(members.plain("request_id"), id);
    }
    if let Some(seconds) = content.retry_after {
        write::unsigned(members.plain("retry_after"), seconds);
    }
    members.close();
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
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    // The first brace is that of the code, so the slower search for a text is rarely needed.
    let first = docs.split_once('{').and_then(|(head, tail)| Some((head, tail.strip_prefix("code}")?)));
    let Some((head, tail)) = first.or_else(|| docs.split_once("{code}")) else { return push(out, docs) };
    push(out, head);
    if code.bytes().all(plain) {
        out.push_str(code);
    } else {
        for byte in code.bytes() {
            if plain(byte) {
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
