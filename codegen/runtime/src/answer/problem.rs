//! Bodies as RFC 9457 problem details.

use alloc::borrow::Cow;
use alloc::string::String;

use super::{Content, Members, Text, tells, write_map};
use crate::json::write;
use crate::status;

/// The content as `application/problem+json`.
///
/// With a page for the code, `type` is its address and `title` what the catalog says of the code; without one the RFC asks
/// for `about:blank` and the name of the status, and what the catalog says is the `detail`.
#[inline]
#[must_use]
pub fn problem(page: Option<&str>, instance: Option<&str>, content: &Content<'_>) -> String {
    let mut out =
        String::with_capacity(content.size() + 64 + page.map_or(0, str::len) + instance.map_or(0, str::len));
    let mut members = Members::open(&mut out);
    let phrase = status::phrase(content.status);
    let (kind, title) = match page {
        Some(page) => (page, content.title.unwrap_or(phrase)),
        None => ("about:blank", phrase),
    };
    write::string(members.name("type"), kind);
    write::string(members.name("title"), title);
    write::unsigned(members.name("status"), content.status.into());
    let said = matches!(content.text, Text::Fixed(text) if text == title);
    if !said && !content.text.is_none() {
        let out = members.name("detail");
        out.push('"');
        content.text.escape_into(out);
        out.push('"');
    }
    if let Some(instance) = instance {
        write::string(members.name("instance"), instance);
    }
    content.write_code(members.name("code"));
    if let Some(filled) = content.params().filter(|filled| tells(*filled)) {
        write_map(members.name("params"), Some(filled), &[]);
    }
    if !content.details.is_empty() {
        write_map(members.name("details"), None, content.details);
    }
    if !content.help.is_empty() {
        let out = members.name("suggestions");
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
        write::string(members.name("request_id"), id);
    }
    if let Some(seconds) = content.retry_after {
        write::unsigned(members.name("retry_after"), seconds);
    }
    members.close();
    out
}

/// The address of a code's page: `template` with the code in place of `{code}`, escaped as a part of a path.
#[inline]
#[must_use]
pub fn type_of<'t>(template: &'t str, code: &str) -> Cow<'t, str> {
    let Some((head, tail)) = template.split_once("{code}") else { return Cow::Borrowed(template) };
    let mut address = String::with_capacity(template.len() + code.len());
    address.push_str(head);
    for byte in code.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            address.push(byte.into());
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            address.push('%');
            address.push(HEX[usize::from(byte >> 4)].into());
            address.push(HEX[usize::from(byte & 15)].into());
        }
    }
    address.push_str(tail);
    Cow::Owned(address)
}
