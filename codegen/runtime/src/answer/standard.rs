//! What problem details (RFC 9457) contain.

use crate::envelope::{Path, ProblemMembers};
use crate::{Envelope, Fact, Place, Slot, Step};

/// Returns `true` if a member of problem details has this name.
#[inline]
pub(crate) fn is_standard(name: &str) -> bool {
    ProblemMembers::named(name) != ProblemMembers::NONE
}

/// Returns `true` for `application/problem+json`, with or without parameters.
#[inline]
pub(crate) fn is_media_type(text: &[u8]) -> bool {
    let kind = text.split(|byte| *byte == b';').next().unwrap_or_default();
    kind.trim_ascii().eq_ignore_ascii_case(b"application/problem+json")
}

/// Returns `true` if a message or status stands where the catalog says: because that is a member of
/// RFC 9457, because another fact stands in the member that the RFC has for it, because a client
/// would read another member of the RFC first, or only a part of the usual one, or because other facts
/// are found by the member, in the same item of a list.
#[inline]
pub(super) fn has_own_place(envelope: &Envelope<'_>, slot: &Slot<'_>) -> bool {
    let is_message = slot.fact() == Fact::Message;
    let usual = if is_message { ProblemMembers::DETAIL } else { ProblemMembers::STATUS };
    let is_standard = |place: &&Place<'_>| place.problem_member().meets(ProblemMembers::STANDARD);
    let is_in_item = |place: &Place<'_>| match place.path() {
        Path::Steps(steps) => steps.iter().any(|step| matches!(step, Step::First(..))),
        _ => false,
    };
    slot.places().first().is_some_and(|place| is_standard(&place) || is_in_item(place))
        || slot
            .places()
            .iter()
            .find(is_standard)
            .is_some_and(|place| place.problem_member() != usual || place.has_marks())
        || envelope.problem_members().meets(usual)
}
