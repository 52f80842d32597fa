//! What problem details (RFC 9457) contain.

use crate::envelope::PROBLEM;
use crate::{Envelope, Fact, Slot};

/// The members that RFC 9457 defines.
const MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// Returns `true` if a member of problem details has this name.
#[inline]
pub(crate) fn is_standard(name: &str) -> bool {
    MEMBERS.contains(&name) || PROBLEM.slots().iter().any(|slot| top(slot) == Some(name))
}

/// Returns `true` for `application/problem+json`, with or without parameters.
#[inline]
pub(crate) fn is_media_type(text: &[u8]) -> bool {
    let kind = text.split(|byte| *byte == b';').next().unwrap_or_default();
    kind.trim_ascii().eq_ignore_ascii_case(b"application/problem+json")
}

/// Returns `true` if a message or status stands where the catalog says: because that is a member of
/// RFC 9457, because another fact stands in the member that the RFC has for it, or because a client
/// would read another member of the RFC first, or only a part of the usual one.
#[inline]
pub(super) fn has_own_place(envelope: &Envelope<'_>, slot: &Slot<'_>) -> bool {
    let usual = if slot.fact() == Fact::Message { "detail" } else { "status" };
    let mut places = slot.places().iter();
    let first = places.find(|place| place.top().is_some_and(|name| MEMBERS.contains(&name)));
    top(slot).is_some_and(|name| MEMBERS.contains(&name))
        || first.is_some_and(|place| place.top() != Some(usual) || place.has_marks())
        || envelope.slots().iter().any(|slot| top(slot) == Some(usual))
}

/// Returns the member of the body in which servers write the fact.
#[inline]
pub(super) fn top<'a>(slot: &Slot<'a>) -> Option<&'a str> {
    slot.places().first()?.top()
}
