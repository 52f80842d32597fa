//! Merges the released promise of an error with its current one.

use std::borrow::Cow;

use super::Promise;
use crate::format::vocabulary::State;
use crate::order;

/// Returns the promise for the error `old` after it became `new`. A tombstone only ends the life of
/// an error, so its former name, texts and facts are kept. Otherwise a code could change its
/// meaning by way of a tombstone. Mask, visibility and aliases are those of the tombstone, and what
/// it has for programs is recorded beside the rest.
pub(crate) fn kept<'p>(old: &Promise, new: &'p Promise) -> Cow<'p, Promise> {
    if new.state != State::Retired {
        return Cow::Borrowed(new);
    }
    let mut aliases = old.aliases.clone();
    aliases.extend_from_slice(&new.aliases);
    order::sort(&mut aliases, &Ord::cmp);
    aliases.dedup();
    Cow::Owned(Promise {
        place: new.place,
        code: new.code.clone(),
        family: new.family.clone(),
        state: new.state,
        mask: new.mask.clone(),
        visibility: new.visibility,
        aliases,
        remains: new.remains.clone(),
        ..old.clone()
    })
}
