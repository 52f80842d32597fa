//! Follows the steps of a path through a body.

use super::message::plain;
use crate::envelope::Path;
use crate::{Json, JsonKind, Place, Step};

/// Returns the value at a place of the body.
#[inline]
pub(super) fn at<'a>(json: Json<'a>, place: &Place<'_>) -> Option<Json<'a>> {
    match place.path() {
        Path::Member(name) => json.get(name),
        Path::Steps(steps) => find(json, steps),
        Path::Header(_) | Path::Parameter(..) => None,
    }
}

/// Returns the value after these steps.
#[inline]
pub(super) fn find<'a>(json: Json<'a>, steps: &[Step<'_>]) -> Option<Json<'a>> {
    steps.iter().try_fold(json, |json, step| match step {
        Step::Member(name) => json.get(name),
        Step::Index(index) => json.items().nth(*index),
        Step::First(member, value) => json.items().find(|item| has(*item, member, *value)),
    })
}

/// Returns `true` if an item has a member, and it has this value.
#[inline]
pub(super) fn has(item: Json<'_>, member: &[&str], value: Option<&str>) -> bool {
    let found = member.iter().try_fold(item, |json, name| json.get(name));
    let Some(found) = found else { return false };
    match (value, found.kind()) {
        (None, kind) => kind != JsonKind::Null,
        (Some(value), JsonKind::Bool) => found.is_complete() && found.raw() == value.as_bytes(),
        (Some(value), _) => found.is_complete() && plain(found).is_some_and(|text| text == value),
    }
}
