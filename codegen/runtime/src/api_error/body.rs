//! Finds facts in a body, by the envelope of the API or the members of problem details.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::message::{self, plain};
use super::{docs, walk};
use crate::envelope::{PROBLEM, Path, text_fact};
use crate::json::{Key, Location, Members};
use crate::{Envelope, ErrorCode, Fact, Json, JsonKind, Place, Slot, answer};

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

/// What one look at a body finds out, so that it is not looked at again.
#[derive(Clone, Copy)]
pub(super) struct Outline {
    pub(super) state: BodyState,
    location: Option<Location>,
    /// Whether the members of problem details are read where the envelope finds nothing.
    is_problem: bool,
    /// Whether the content type is `application/problem+json`.
    declared: bool,
}

impl Outline {
    /// Looks at a body, and finds the best place of every slot of its envelope.
    #[inline]
    pub(super) fn scan<'a>(
        body: &'a [u8],
        content_type: Option<&[u8]>,
        slots: &'static [Slot<'static>],
    ) -> (Self, Found<'a>) {
        let mut found = vec![None; slots.len()];
        // One pass is enough for an object without damage.
        if let Some(mut members) = Members::of_document(body) {
            in_members(slots, &mut members, &mut found, |_, _| true);
            if let Some(rest) = members.end() {
                let outline = Self::new(body, Some((Location::object(body, rest), rest)), content_type);
                in_whole(slots, outline.json(body), &mut found);
                return (outline, found);
            }
            found.fill(None);
        }
        let outline = Self::new(body, Json::locate(body), content_type);
        let json = outline.json(body);
        if let Some(json) = json {
            in_members(slots, &mut json.members(), &mut found, |_, _| true);
        }
        in_whole(slots, json, &mut found);
        (outline, found)
    }

    /// Judges a body by its first value and the rest.
    #[inline]
    fn new(body: &[u8], located: Option<(Location, &[u8])>, content_type: Option<&[u8]>) -> Self {
        let json = located.and_then(|(location, _)| Json::located(body, location));
        let state = match (json, located) {
            (Some(json), Some((_, rest))) if json.is_complete() && rest.trim_ascii().is_empty() => {
                BodyState::Json
            }
            (Some(json), _) if matches!(json.kind(), JsonKind::Object | JsonKind::Array) => {
                BodyState::Damaged
            }
            _ if body.iter().all(u8::is_ascii_whitespace) => BodyState::Empty,
            _ => BodyState::Other,
        };
        let declared = content_type.is_some_and(answer::is_media_type);
        let is_problem = declared || (content_type.is_none() && json.is_some_and(looks_like_problem));
        Self { state, location: located.map(|(location, _)| location), is_problem, declared }
    }

    #[inline]
    fn json<'a>(&self, body: &'a [u8]) -> Option<Json<'a>> {
        Json::located(body, self.location?)
    }
}

/// A body and the envelope that describes it.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) envelope: &'static Envelope<'static>,
    json: Option<Json<'a>>,
    /// Whether the members of problem details are read where the envelope finds nothing.
    pub(super) is_problem: bool,
    /// Whether the content type is `application/problem+json`.
    pub(super) declared: bool,
}

/// The best places with a value, one for each slot of an envelope: the index of the place, and the
/// value.
pub(super) type Found<'a> = Vec<Option<(usize, Json<'a>)>>;

impl<'a> Reader<'a> {
    pub(super) fn new<C: ErrorCode>(body: &'a [u8], outline: Outline) -> Self {
        let Outline { is_problem, declared, .. } = outline;
        Self { envelope: C::envelope(), json: outline.json(body), is_problem, declared }
    }

    /// Returns the body.
    #[inline]
    pub(super) fn json(&self) -> Option<Json<'a>> {
        self.json
    }

    /// Returns the fact from its first place with a suitable value.
    #[inline]
    pub(super) fn find(&self, fact: Fact<'_>) -> Option<Json<'a>> {
        let own = || self.find_in(self.envelope, fact);
        let standard = || self.is_standard(fact).then(|| self.find_in(&PROBLEM, fact)).flatten();
        if self.is_displaced(fact) { standard().or_else(own) } else { own().or_else(standard) }
    }

    /// Returns `true` if a fact may have its place in problem details: if the catalog gives it none,
    /// or the RFC does.
    #[inline]
    pub(super) fn is_standard(&self, fact: Fact<'_>) -> bool {
        let has_place = self.envelope.slot(fact).is_some_and(has_place);
        self.is_problem && (matches!(fact, Fact::Code | Fact::Message) || !has_place)
    }

    /// Returns `true` if servers cannot write a fact to its place, because problem details are an
    /// object. Then the member of the RFC is the first place.
    #[inline]
    pub(super) fn is_displaced(&self, fact: Fact<'_>) -> bool {
        let slot = self.envelope.slot(fact).filter(|slot| !answer::is_beside(slot));
        self.is_problem && slot.is_some_and(|slot| !slot.places().is_empty() && !has_place(slot))
    }

    /// Returns `true` if servers write another fact to this member of the body, or if the fact was
    /// already read from there.
    #[inline]
    fn is_named(&self, member: &str, fact: Fact<'_>) -> bool {
        self.envelope.slots().iter().any(|slot| {
            let mut places = slot.places().iter();
            if slot.fact() == fact {
                return places.any(|place| place.path() == Path::Member(member));
            }
            places.next().is_some_and(|place| place.top() == Some(member))
        })
    }

    #[inline]
    fn find_in(&self, envelope: &Envelope<'static>, fact: Fact<'_>) -> Option<Json<'a>> {
        let index = envelope.slots().iter().position(|slot| slot.fact() == fact)?;
        self.all(envelope).swap_remove(index).map(|(_, json)| json)
    }

    /// Finds, in one pass over the body, the best place with a value for every slot of an envelope.
    #[inline]
    pub(super) fn all(&self, envelope: &Envelope<'static>) -> Found<'a> {
        let slots = envelope.slots();
        let mut found = vec![None; slots.len()];
        let Some(json) = self.json else { return found };
        let is_own = core::ptr::eq(envelope, self.envelope);
        in_members(slots, &mut json.members(), &mut found, |name, fact| {
            is_own || !self.is_named(&name.text(), fact)
        });
        in_whole(slots, Some(json), &mut found);
        found
    }

    /// Returns the code that the member `type` of problem details contains.
    #[inline]
    pub(super) fn code_of_type(&self, docs: Option<&str>) -> Option<String> {
        let page = self.json.filter(|_| self.is_problem)?.get("type")?;
        docs::code(docs?, &page.as_str()?)
    }
}

/// Finds the places that start with a member of the body.
#[inline]
fn in_members<'a>(
    slots: &[Slot<'_>],
    members: &mut Members<'a>,
    found: &mut Found<'a>,
    is_wanted: impl Fn(Key<'a>, Fact<'_>) -> bool,
) {
    while let Some((name, value)) = members.entry() {
        for (slot, best) in slots.iter().zip(&mut *found) {
            for (index, place) in slot.places().iter().enumerate() {
                let is_it = place.top().is_some_and(|top| name.is(top));
                if !is_it || !is_wanted(name, slot.fact()) {
                    continue;
                }
                let value = match place.path() {
                    Path::Steps([_, steps @ ..]) => walk::find(value, steps),
                    _ => Some(value),
                };
                keep(best, slot, index, value);
            }
        }
    }
}

/// Finds lists, and facts that are the whole body.
#[inline]
fn in_whole<'a>(slots: &[Slot<'_>], json: Option<Json<'a>>, found: &mut Found<'a>) {
    let Some(json) = json else { return };
    for (slot, best) in slots.iter().zip(found) {
        for (index, place) in slot.places().iter().enumerate() {
            if let (Path::Steps(steps), None) = (place.path(), place.top()) {
                keep(best, slot, index, walk::find(json, steps));
            }
        }
    }
}

/// Replaces the best place so far by a value, if the value is suitable and its place not worse.
#[inline]
fn keep<'a>(best: &mut Option<(usize, Json<'a>)>, slot: &Slot<'_>, index: usize, value: Option<Json<'a>>) {
    let (Some(value), Some(place)) = (value, slot.places().get(index)) else { return };
    if fits(slot.fact(), place, value) && best.is_none_or(|(known, _)| index <= known) {
        *best = Some((index, value));
    }
}

/// Returns `true` if the place to which servers write a fact can be in an object.
#[inline]
fn has_place(slot: &Slot<'_>) -> bool {
    slot.places().first().is_some_and(|place| place.is_header() || place.top().is_some())
}

/// Returns `true` if a body without a content type can only be problem details.
#[inline]
fn looks_like_problem(json: Json<'_>) -> bool {
    let has = |name| json.get(name).is_some_and(|value| value.as_str().is_some());
    has("type") && has("title")
}

/// Returns `true` if a value has a suitable type for a fact. Otherwise the next path is tried.
#[inline]
fn fits(fact: Fact<'_>, place: &Place<'_>, value: Json<'_>) -> bool {
    match fact {
        // The start of a code may be another code.
        Fact::Code | text_fact!() => value.is_complete() && has_text(value, place),
        Fact::Message if value.kind() == JsonKind::String => has_text(value, place),
        Fact::Message => message::read(value).is_some_and(|text| !place.cut(&text).is_empty()),
        Fact::RetryAfter | Fact::Status => is_plain(value),
        Fact::ShouldRetry => matches!(value.kind(), JsonKind::Bool | JsonKind::String),
        Fact::Suggestions | Fact::Links => matches!(value.kind(), JsonKind::Array | JsonKind::String),
        Fact::Params => value.kind() == JsonKind::Object,
        Fact::FieldErrors => matches!(value.kind(), JsonKind::Array | JsonKind::Object),
        Fact::Details | Fact::Field(_) => !value.is_null(),
    }
}

/// Returns `true` if a string or number has a text at a place. It is decoded only if necessary.
#[inline]
fn has_text(value: Json<'_>, place: &Place<'_>) -> bool {
    if place.has_marks() {
        return plain(value).is_some_and(|text| !place.cut(&text).is_empty());
    }
    is_plain(value) && !value.is_empty_text()
}

#[inline]
fn is_plain(value: Json<'_>) -> bool {
    matches!(value.kind(), JsonKind::String | JsonKind::Number)
}
