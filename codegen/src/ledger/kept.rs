//! What a release goes on to promise of an error that was promised before.

use std::borrow::Cow;

use super::Promise;
use crate::format::vocabulary::State;
use crate::order;

/// What is promised of the error `old` once it is `new`. A tombstone only ends a life: what the error was stays known, whatever the tombstone says,
/// or else a code could become another one by way of it. What it shows to outsiders is up to the tombstone, and so are further spellings.
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
        ..old.clone()
    })
}
