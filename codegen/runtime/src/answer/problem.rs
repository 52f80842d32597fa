//! Writes bodies as RFC 9457 problem details.

use alloc::string::String;

use super::body::Writer;
use super::{Content, Text};
use crate::envelope::{PROBLEM, Path, ProblemMembers};
use crate::json::{word, write};
use crate::{Envelope, Fact, FieldForm, Form, Slot, status};

/// Returns the content as `application/problem+json`.
///
/// If the catalog has `docs`, `type` is the address of the code's page, and `title` is the message
/// of the catalog. Otherwise `type` is `about:blank`, `title` is the name of the status, as the RFC
/// requires, and the message is the `detail`. All other facts have the names that the catalog gives
/// them. Where it gives a fact the name of a member of the RFC, it is that fact.
#[inline]
#[must_use]
pub fn problem(
    envelope: &Envelope<'_>,
    docs: Option<Docs<'_>>,
    instance: Option<&str>,
    content: &Content<'_>,
) -> String {
    let mut out = String::with_capacity(
        content.size() + 64 + docs.map_or(0, |docs| docs.address.len()) + instance.map_or(0, str::len),
    );
    // A body that is not an object cannot have the members of problem details.
    let is_object = envelope.slots().iter().all(|slot| match slot.places() {
        [place, ..] => place.is_header() || place.top().is_some() || is_beside(slot),
        [] => true,
    });
    let taken = if is_object { envelope.problem_members() } else { ProblemMembers::NONE };
    out.push('{');
    let writer = Writer { envelope, content, is_problem: true };
    standard(&mut out, taken, docs, instance, content);
    let parts = if is_object { envelope.template() } else { &[] };
    writer.members(&mut out, parts, 1);
    let has_place = |fact: Fact<'_>| match envelope.slot(fact).map(Slot::places) {
        Some([place, ..]) => is_object || place.is_header(),
        _ => false,
    };
    for slot in PROBLEM.slots() {
        // Most facts are absent.
        if matches!(slot.fact(), Fact::Message) || writer.is_absent(slot) || has_place(slot.fact()) {
            continue;
        }
        let Some(place) = slot.places().first().filter(|place| !taken.meets(place.problem_member())) else {
            continue;
        };
        let start = out.len();
        member(&mut out, place.top().unwrap_or_default());
        if !writer.fact(&mut out, slot) {
            out.truncate(start);
        }
    }
    out.push('}');
    out
}

/// Where the page of a code is: the address with `{code}` and `{family}`, and the id of the family.
#[derive(Clone, Copy, Debug)]
pub struct Docs<'a> {
    pub(crate) address: &'a str,
    pub(crate) family: &'a str,
}

/// Writes the members of RFC 9457 that the catalog does not use itself.
#[inline]
fn standard(
    out: &mut String,
    taken: ProblemMembers,
    docs: Option<Docs<'_>>,
    instance: Option<&str>,
    content: &Content<'_>,
) {
    let phrase = status::phrase(content.status);
    // Without its code, an error has no page.
    let docs = docs.filter(|_| !content.code.is_empty());
    let title = docs.map_or(phrase, |_| content.title.unwrap_or(phrase));
    if !taken.meets(ProblemMembers::TYPE) {
        out.push_str("\"type\":\"");
        match docs {
            Some(docs) => write_page(out, docs, content.code, write::escaped),
            None => out.push_str("about:blank"),
        }
        out.push('"');
    }
    if !taken.meets(ProblemMembers::TITLE) {
        standard_member(out, ",\"title\":");
        write::string(out, title);
    }
    if !taken.meets(ProblemMembers::STATUS) {
        standard_member(out, ",\"status\":");
        write::unsigned(out, content.status.into());
    }
    let said =
        matches!(content.text, Text::Fixed(text) if text == title && !taken.meets(ProblemMembers::TITLE));
    if !said && !content.text.is_none() && !taken.meets(ProblemMembers::DETAIL) {
        standard_member(out, ",\"detail\":\"");
        content.text.escape_into(out);
        out.push('"');
    }
    if let Some(instance) = instance.filter(|_| !taken.meets(ProblemMembers::INSTANCE)) {
        standard_member(out, ",\"instance\":");
        write::string(out, instance);
    }
}

/// Starts a member of RFC 9457. The name starts with the comma that separates it from the member
/// before.
#[inline]
fn standard_member(out: &mut String, name: &'static str) {
    out.push_str(name.get(usize::from(out.ends_with('{'))..).unwrap_or_default());
}

/// Starts a member whose name needs no escaping.
#[inline]
fn member(out: &mut String, name: &str) {
    out.push_str(if out.ends_with('{') { "\"" } else { ",\"" });
    out.push_str(name);
    out.push_str("\":");
}

/// Returns `true` if the fact consists of members of the object in which it stands.
#[inline]
pub(crate) fn is_beside(slot: &Slot<'_>) -> bool {
    let at_root = matches!(slot.places(), [place, ..] if place.path() == Path::Steps(&[]));
    at_root && matches!(slot.form(), Form::Beside | Form::Errors(FieldForm::Map))
}

/// Returns the address of the code's page: `docs` with the code in place of `{code}` and the family in
/// place of `{family}`, escaped as path segments.
#[cfg(feature = "miette7")]
#[inline]
pub(crate) fn page(docs: Docs<'_>, code: &str) -> String {
    let mut out = String::with_capacity(docs.address.len() + code.len());
    write_page(&mut out, docs, code, String::push_str);
    out
}

/// Writes the address. `push` appends the text around the code.
#[inline]
fn write_page(out: &mut String, docs: Docs<'_>, code: &str, push: fn(&mut String, &str)) {
    let mut rest = docs.address;
    // Searching for one byte is faster than for a text.
    while let Some(at) = word::position(rest.as_bytes(), b'{') {
        let Some((head, tail)) = rest.split_at_checked(at) else { break };
        push(out, head);
        if let Some(tail) = tail.strip_prefix("{code}") {
            segment(out, code);
            rest = tail;
        } else if let Some(tail) = tail.strip_prefix("{family}") {
            segment(out, docs.family);
            rest = tail;
        } else {
            out.push('{');
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    push(out, rest);
}

/// Writes a text as a path segment.
#[inline]
fn segment(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    if text.bytes().all(is_unreserved) {
        return out.push_str(text);
    }
    for byte in text.bytes() {
        if is_unreserved(byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)].into());
            out.push(HEX[usize::from(byte & 15)].into());
        }
    }
}

/// Returns `true` for the bytes that a path segment contains as they are.
#[inline]
const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}
