//! Writes bodies in the envelope of an API.

use alloc::borrow::Cow;
use alloc::string::String;

use super::{Content, Members, NOTHING, field_errors, has, list, standard, tells, wait, write_map};
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
    let writer = Writer { envelope, content, is_problem: false };
    match envelope.template() {
        // The body is not an object.
        [part @ (Part::Member("", _) | Part::List("", _) | Part::Items("", _))] => {
            if !writer.part(&mut out, part, 0) {
                out.push_str("{}");
            }
        }
        parts => {
            writer.object(&mut out, parts);
        }
    }
    out
}

/// A writer of the facts of one response.
#[derive(Clone, Copy)]
pub(super) struct Writer<'w, 'a> {
    pub(super) envelope: &'w Envelope<'a>,
    pub(super) content: &'w Content<'w>,
    /// Whether the body has the members of problem details, too.
    pub(super) is_problem: bool,
}

impl<'a> Writer<'_, 'a> {
    /// Writes an object of these members. Returns whether it has any of its own.
    #[inline]
    pub(super) fn object(self, out: &mut String, parts: &[Part<'a>]) -> bool {
        out.push('{');
        let empty = out.len();
        let any = self.members(out, parts, empty);
        out.push('}');
        any
    }

    /// Writes the members of an object or the items of a list, which starts at `empty`.
    #[inline]
    pub(super) fn members(self, out: &mut String, parts: &[Part<'a>], empty: usize) -> bool {
        let mut any = false;
        for part in parts {
            let tag = matches!(part, Part::Tag(_));
            any |= self.part(out, part, empty) && !tag;
        }
        any
    }

    /// Writes a part of an object or list that starts at `empty`. Returns whether there is any.
    #[inline]
    fn part(self, out: &mut String, part: &Part<'a>, empty: usize) -> bool {
        let start = out.len();
        // The name starts with the comma that separates it from the member before.
        let open = |out: &mut String, name: &str| {
            out.push_str(name.get(usize::from(start == empty)..).unwrap_or_default());
        };
        let written = match part {
            Part::Member(name, slot) => {
                // Most bodies have few of the members.
                let Some(slot) = self.slot(*slot) else { return false };
                open(out, name);
                self.fact(out, slot)
            }
            Part::Either(name, first, second) => {
                let Some(slot) = self.slot(*first).or_else(|| self.slot(*second)) else { return false };
                open(out, name);
                self.fact(out, slot)
            }
            Part::Object(name, parts) => {
                open(out, name);
                self.object(out, parts)
            }
            Part::List(name, parts) => {
                open(out, name);
                self.list(out, parts)
            }
            Part::Items(name, parts) => {
                open(out, name);
                out.push('[');
                let empty = out.len();
                let any = self.members(out, parts, empty);
                out.push(']');
                any
            }
            Part::Always(text) | Part::Tag(text) => {
                open(out, text);
                true
            }
            Part::Members(slot) => self.slot(*slot).is_some_and(|slot| self.spread(out, slot, empty)),
            Part::Rest(slot) => self.slot(*slot).is_some_and(|slot| {
                field_errors::items(out, slot.form(), self.content.field_errors, start == empty);
                true
            }),
        };
        if !written {
            out.truncate(start);
        }
        written
    }

    /// Writes a list. Items have their places, so absent ones before the last are written empty.
    #[inline]
    fn list(self, out: &mut String, parts: &[Part<'a>]) -> bool {
        out.push('[');
        let empty = out.len();
        let mut end = empty;
        for part in parts {
            if self.part(out, part, empty) {
                end = out.len();
                continue;
            }
            let nothing = match part {
                Part::Object(..) => "{}",
                Part::List(..) | Part::Items(..) => "[]",
                Part::Rest(_) => continue,
                _ => "null",
            };
            if out.len() > empty {
                out.push(',');
            }
            out.push_str(nothing);
        }
        out.truncate(end);
        out.push(']');
        end > empty
    }

    /// Returns the slot, unless the content certainly has no value for its fact.
    #[inline]
    fn slot(self, index: usize) -> Option<&'a Slot<'a>> {
        self.envelope.slots().get(index).filter(|slot| !self.is_absent(slot))
    }

    /// Returns `true` if the content certainly has no value for the fact.
    #[inline]
    pub(super) fn is_absent(self, slot: &Slot<'_>) -> bool {
        let content = self.content;
        match slot.fact() {
            Fact::Details => (content.params.is_empty() || self.is_problem) && content.details.is_empty(),
            Fact::Params => content.params.is_empty(),
            Fact::Suggestions => content.help.is_empty(),
            Fact::Links => content.links.is_empty(),
            fact @ text_fact!() => content.texts.get(fact).is_none(),
            Fact::RetryAfter => content.delay.is_none(),
            Fact::ShouldRetry => content.should_retry.is_none(),
            Fact::FieldErrors => content.field_errors.is_empty(),
            Fact::Field(_) => content.fields.is_empty(),
            Fact::Message | Fact::Status => self.is_problem && !standard::has_own_place(self.envelope, slot),
            Fact::Code => false,
        }
    }

    /// Writes the value of a fact. Returns `false` if there is none.
    #[inline]
    pub(super) fn fact(self, out: &mut String, slot: &Slot<'_>) -> bool {
        let content = self.content;
        match slot.fact() {
            // A code that carries a missing value cannot be sent.
            Fact::Code if content.code.is_empty() => return false,
            Fact::Code => content.write_code(out),
            Fact::Message => return write_message(out, slot.form(), content),
            Fact::Details => return self.details(out, slot.form()),
            Fact::Params if !tells(content.params) => return false,
            Fact::Params => write_map(out, content.params, &NOTHING),
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
            Fact::RetryAfter => {
                let unit = slot.places().first().map(crate::Place::unit);
                return content.delay.zip(unit).is_some_and(|(delay, unit)| wait::json(out, delay, unit));
            }
            Fact::ShouldRetry => match content.should_retry {
                Some(should) => out.push_str(if should { "true" } else { "false" }),
                None => return false,
            },
            Fact::Status => write::unsigned(out, content.status.into()),
            Fact::FieldErrors => return field_errors::write(out, slot.form(), content.field_errors),
            Fact::Field(name) => match content.fields.get(name) {
                Some(value) => out.push_str(value),
                None => return false,
            },
        }
        true
    }

    /// Writes the members of a fact whose place is the object that was opened.
    #[inline]
    fn spread(self, out: &mut String, slot: &Slot<'_>, empty: usize) -> bool {
        let Some(container) = slot.places().first() else { return false };
        let start = out.len();
        let slots = self.envelope.slots();
        let mark = self.envelope.error_mark().map(|mark| mark.place);
        let is_problem = self.is_problem || standard::is_media_type(self.envelope.media_type().as_bytes());
        // The names of other facts are theirs, even where they are absent.
        let is_free = |name: &str| {
            let mut places = slots.iter().flat_map(Slot::places).chain(&mark);
            places.all(|place| place.inside(container) != Some(name))
                && !(is_problem && standard::is_standard(name))
        };
        let open = |out: &mut String, name: &str| {
            if out.len() > empty {
                out.push(',');
            }
            write::string(out, name);
            out.push(':');
        };
        if slot.fact() == Fact::FieldErrors {
            field_errors::each(self.content.field_errors, |name, texts| {
                if is_free(name) {
                    open(out, name);
                    list(out, texts, write::string);
                }
            });
        } else {
            let params = self.merged();
            for param in params.iter().filter(|param| is_free(param.name())) {
                let before = out.len();
                open(out, param.name());
                if !param.json(out) {
                    out.truncate(before);
                }
            }
            for (name, value) in self.content.details.iter() {
                if is_free(name) && !has(params, name) {
                    open(out, name);
                    out.push_str(value);
                }
            }
        }
        out.len() > start
    }

    /// Returns the parameters that are sent as details.
    #[inline]
    fn merged(self) -> &'a [crate::Field<'a>]
    where
        Self: 'a,
    {
        let params = self.content.params;
        if !self.is_problem && !self.envelope.has_params() && tells(params) { params } else { &[] }
    }

    #[inline]
    fn details(self, out: &mut String, form: Form<'_>) -> bool {
        let (params, content) = (self.merged(), self.content);
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
        for (name, value) in content.details.iter() {
            if !has(params, name) {
                field(out, name, Cow::Borrowed(value));
            }
        }
        out.push(']');
        true
    }
}

#[inline]
fn write_message(out: &mut String, form: Form<'_>, content: &Content<'_>) -> bool {
    out.push('"');
    let written = escape_message(out, form, content);
    out.push('"');
    written
}

/// Appends the message in its format to a JSON string. Returns `false` if there is none.
#[inline]
fn escape_message(out: &mut String, form: Form<'_>, content: &Content<'_>) -> bool {
    let pieces = match form {
        // A format around an absent code would make no sense.
        Form::Text(pieces) if !content.code.is_empty() => pieces,
        _ => {
            content.text.escape_into(out);
            return !content.text.is_none();
        }
    };
    if content.text.is_none() {
        // A format around an absent message would make no sense.
        write::escaped(out, content.code);
        return pieces.contains(&TextPiece::Code);
    }
    for piece in pieces {
        match piece {
            TextPiece::Text(text) => write::escaped(out, text),
            TextPiece::Code => write::escaped(out, content.code),
            TextPiece::Message => content.text.escape_into(out),
        }
    }
    true
}
