//! Finds facts in a body, by the envelope of the API or the members of problem details.

use alloc::vec;
use alloc::vec::Vec;

use super::message::{self, plain};
use crate::envelope::{PROBLEM, text_fact};
use crate::{Envelope, ErrorCode, Fact, Json, JsonKind};

/// The type of a response body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum BodyState {
    /// No body, or only white space.
    Empty,
    /// A complete JSON document.
    Json,
    /// A JSON document that is cut off or damaged. Everything before that was read.
    Damaged,
    /// Anything else, such as HTML, text or an image.
    Other,
}

/// A body and the envelope that describes it.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) envelope: &'static Envelope<'static>,
    json: Option<Json<'a>>,
    /// Whether the content type is `application/problem+json`.
    pub(super) declared: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new<C: ErrorCode>(body: &'a [u8], content_type: Option<&[u8]>) -> Self {
        let json = Json::new(body);
        let own = Self { envelope: C::ENVELOPE, json, declared: false };
        let problem = Self { envelope: &PROBLEM, json, declared: content_type.is_some_and(says_problem) };
        let lacks = |fact| own.find(fact).is_none();
        if problem.declared
            || (content_type.is_none()
                && problem.looks_right()
                && (lacks(Fact::Code) || lacks(Fact::Message)))
        {
            problem
        } else {
            own
        }
    }

    /// Returns `true` if a body without a content type can only be problem details.
    #[inline]
    fn looks_right(&self) -> bool {
        let has =
            |name| self.json.and_then(|json| json.get(name)).is_some_and(|value| value.as_str().is_some());
        has("type") && has("title")
    }

    /// Returns the fact from its first place with a suitable value.
    #[inline]
    pub(super) fn find(&self, fact: Fact<'_>) -> Option<Json<'a>> {
        let index = self.envelope.slots().iter().position(|slot| slot.fact() == fact)?;
        self.all().swap_remove(index).map(|(_, json)| json)
    }

    /// Finds, in one pass over the body, the best place with a value for every slot of the
    /// envelope. Places are indexes into the paths of the slot.
    #[inline]
    pub(super) fn all(&self) -> Vec<Option<(usize, Json<'a>)>> {
        let slots = self.envelope.slots();
        let mut found = vec![None; slots.len()];
        let Some(json) = self.json else { return found };
        for (name, value) in json.members() {
            for (slot, best) in slots.iter().zip(&mut found) {
                for (place, path) in slot.paths().iter().enumerate() {
                    let Some(rest) = path.strip_prefix(name.as_ref()) else { continue };
                    let value = match rest.strip_prefix('.') {
                        Some(rest) => value.at(rest),
                        None => rest.is_empty().then_some(value),
                    };
                    let Some(value) = value.filter(|value| fits(slot.fact(), *value)) else { continue };
                    if best.is_none_or(|(known, _)| place <= known) {
                        *best = Some((place, value));
                    }
                }
            }
        }
        found
    }
}

/// Returns `true` if a value has a suitable type for a fact. Otherwise the next path is tried.
#[inline]
fn fits(fact: Fact<'_>, value: Json<'_>) -> bool {
    match fact {
        // The start of a code may be another code.
        Fact::Code | text_fact!() => value.is_complete() && plain(value).is_some_and(|text| !text.is_empty()),
        Fact::Message => message::read(value).is_some(),
        Fact::RetryAfter | Fact::Status => plain(value).is_some(),
        Fact::Suggestions | Fact::Links => matches!(value.kind(), JsonKind::Array | JsonKind::String),
        Fact::Params => value.kind() == JsonKind::Object,
        Fact::Details | Fact::Field(_) => !value.is_null(),
    }
}

#[inline]
fn says_problem(content_type: &[u8]) -> bool {
    let kind = content_type.split(|byte| *byte == b';').next().unwrap_or_default();
    kind.trim_ascii().eq_ignore_ascii_case(b"application/problem+json")
}
