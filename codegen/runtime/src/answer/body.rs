//! Writes bodies in the envelope of an API.

use alloc::borrow::Cow;
use alloc::string::String;

use super::{Content, Members, beside, tells, write_map};
use crate::envelope::text_fact;
use crate::json::write;
use crate::{Envelope, Fact, Form, Part, Slot, TextPiece};

/// Returns the content as a JSON document, in the order of the envelope. Absent facts have no
/// member.
///
/// Generated envelopes have a template, which avoids searching the paths for each document.
#[inline]
#[must_use]
pub fn body(envelope: &Envelope<'_>, content: &Content<'_>) -> String {
    let mut out = String::with_capacity(content.size());
    match envelope.template() {
        [] => write_level(&mut out, envelope, content, ""),
        template => write_parts(&mut out, envelope, content, template),
    };
    out
}

/// Writes the members of a template. Returns whether there are any.
#[inline]
fn write_parts(out: &mut String, envelope: &Envelope<'_>, content: &Content<'_>, parts: &[Part<'_>]) -> bool {
    out.push('{');
    let empty = out.len();
    for part in parts {
        // Most bodies have few of the members.
        if let Part::Member(_, slot) = part
            && envelope.slots().get(*slot).is_none_or(|slot| is_absent(slot.fact(), content))
        {
            continue;
        }
        let start = out.len();
        let (Part::Member(name, _) | Part::Object(name, _)) = *part;
        // The name starts with the comma that separates it from the member before.
        let comma = usize::from(start == empty);
        out.push_str(name.get(comma..).unwrap_or_default());
        let written = match part {
            Part::Object(_, parts) => write_parts(out, envelope, content, parts),
            Part::Member(_, slot) => {
                envelope.slots().get(*slot).is_some_and(|slot| write_fact(out, envelope, slot, content))
            }
        };
        if !written {
            out.truncate(start);
        }
    }
    let any = out.len() > empty;
    out.push('}');
    any
}

/// Writes the members below `prefix`, which is empty or ends in a dot.
#[inline]
fn write_level(out: &mut String, envelope: &Envelope<'_>, content: &Content<'_>, prefix: &str) -> bool {
    let mut members = Members::open(out);
    let mut any = false;
    for (index, slot) in envelope.slots().iter().enumerate() {
        let Some(rest) = place(slot).and_then(|path| path.strip_prefix(prefix)) else { continue };
        match rest.split_once('.') {
            None => members.maybe(|members| {
                let written = write_fact(members.name(rest), envelope, slot, content);
                any |= written;
                written
            }),
            Some((name, _)) if !seen(&envelope.slots()[..index], prefix, name) => {
                let deeper = [prefix, name, "."].concat();
                members.maybe(|members| {
                    let written = write_level(members.name(name), envelope, content, &deeper);
                    any |= written;
                    written
                });
            }
            Some(_) => {}
        }
    }
    members.close();
    any
}

/// Returns the path to which a slot is written: its first path, unless that is a header.
#[inline]
fn place<'a>(slot: &Slot<'a>) -> Option<&'a str> {
    slot.paths().first().copied().filter(|path| !path.starts_with("header:"))
}

/// Returns `true` if an earlier slot has opened the object `name`.
#[inline]
fn seen(slots: &[Slot<'_>], prefix: &str, name: &str) -> bool {
    slots.iter().filter_map(place).any(|path| {
        let rest = path.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with('.'))
    })
}

/// Returns `true` if the content certainly has no value for the fact.
#[inline]
fn is_absent(fact: Fact<'_>, content: &Content<'_>) -> bool {
    match fact {
        Fact::Details => content.params.is_empty() && content.details.is_empty(),
        Fact::Params => content.params.is_empty(),
        Fact::Suggestions => content.help.is_empty(),
        Fact::Links => content.links.is_empty(),
        fact @ text_fact!() => content.texts.get(fact).is_none(),
        Fact::RetryAfter => content.retry_after.is_none(),
        Fact::Field(_) => content.fields.is_empty(),
        Fact::Code | Fact::Message | Fact::Status => false,
    }
}

#[inline]
fn write_fact(out: &mut String, envelope: &Envelope<'_>, slot: &Slot<'_>, content: &Content<'_>) -> bool {
    match slot.fact() {
        // A code that carries a missing value cannot be sent.
        Fact::Code if content.code.is_empty() => return false,
        Fact::Code => content.write_code(out),
        Fact::Message => return write_message(out, slot.form(), content),
        Fact::Details => return write_details(out, envelope, slot.form(), content),
        Fact::Params if !tells(content.params) => return false,
        Fact::Params => write_map(out, content.params, &[]),
        Fact::Suggestions if content.help.is_empty() => return false,
        Fact::Suggestions => list(out, content.help.iter(), |out, text| write::string(out, text)),
        Fact::Links if content.links.is_empty() => return false,
        Fact::Links => list(out, content.links.iter(), |out, (label, url)| {
            let mut members = Members::open(out);
            write::string(members.plain("label"), label);
            write::string(members.plain("url"), url);
            members.close();
        }),
        fact @ text_fact!() => match content.texts.get(fact) {
            Some(text) => write::string(out, text),
            None => return false,
        },
        Fact::RetryAfter => match content.retry_after {
            Some(seconds) => write::unsigned(out, seconds),
            None => return false,
        },
        Fact::Status => write::unsigned(out, content.status.into()),
        Fact::Field(name) => match content.fields.iter().rev().find(|(field, _)| field == name) {
            Some((_, value)) => out.push_str(value),
            None => return false,
        },
    }
    true
}

fn list<T>(out: &mut String, items: impl Iterator<Item = T>, mut item: impl FnMut(&mut String, T)) {
    out.push('[');
    for (place, value) in items.enumerate() {
        if place > 0 {
            out.push(',');
        }
        item(out, value);
    }
    out.push(']');
}

#[inline]
fn write_message(out: &mut String, form: Form<'_>, content: &Content<'_>) -> bool {
    let pieces = match form {
        // A format around an absent code would make no sense.
        Form::Text(pieces) if !content.code.is_empty() => Some(pieces),
        _ => None,
    };
    let Some(pieces) = pieces else {
        if content.text.is_none() {
            return false;
        }
        out.push('"');
        content.text.escape_into(out);
        out.push('"');
        return true;
    };
    if content.text.is_none() {
        // A format around an absent message would make no sense.
        write::string(out, content.code);
        return true;
    }
    out.push('"');
    for piece in pieces {
        match piece {
            TextPiece::Text(text) => write::escaped(out, text),
            TextPiece::Code => write::escaped(out, content.code),
            TextPiece::Message => content.text.escape_into(out),
        }
    }
    out.push('"');
    true
}

#[inline]
fn write_details(out: &mut String, envelope: &Envelope<'_>, form: Form<'_>, content: &Content<'_>) -> bool {
    let params = if !envelope.has_params() && tells(content.params) { content.params } else { &[] };
    if params.is_empty() && content.details.is_empty() {
        return false;
    }
    if form != Form::Fields {
        write_map(out, params, content.details);
        return true;
    }
    out.push('[');
    let mut first = true;
    let mut field = |out: &mut String, name: &str, value: Cow<'_, str>| {
        if !first {
            out.push(',');
        }
        first = false;
        let mut members = Members::open(out);
        write::string(members.plain("field"), name);
        members.plain("value").push_str(&value);
        members.plain("message").push_str("null");
        members.close();
    };
    for param in params {
        let mut json = String::new();
        if param.json(&mut json) {
            field(out, param.name(), Cow::Owned(json));
        }
    }
    for (name, value) in beside(params, content.details) {
        field(out, name, Cow::Borrowed(value));
    }
    out.push(']');
    true
}
