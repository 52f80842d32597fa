//! What programs that use the enum have of an error whose tombstone does not say all that it said.

use std::borrow::Cow;

use super::{Change, Step};
use crate::format::vocabulary::{ChangeRule, State};
use crate::ledger::{Promise, kept};

/// Returns two states of an error as programs see them. The names, and the fields of structs, are
/// those of a tombstone. Its other facts are those of the error, because nobody receives the code.
pub(super) fn seen<'p>(old: &'p Promise, new: &'p Promise) -> (Cow<'p, Promise>, Cow<'p, Promise>) {
    let had = old.remains.as_deref();
    if new.state != State::Retired {
        // What comes back in responses must be what was in them.
        return (had.map_or(Cow::Borrowed(old), |had| Cow::Owned(had.named(old))), Cow::Borrowed(new));
    }
    let line = kept(old, new);
    match &new.remains {
        Some(has) if had.is_some() || !old.is_out_of_use() => {
            let before = had.map_or(Cow::Borrowed(old), |had| Cow::Owned(had.put_on(old)));
            (before, Cow::Owned(has.put_on(&line)))
        }
        // An older errcat wrote the ledger, or the code had no entry.
        _ => (Cow::Borrowed(old), line),
    }
}

/// Judges changes to a tombstone. Only the enum and the structs count.
pub(super) fn judge(old: &Promise, new: &Promise, changes: &mut [Change]) {
    if new.state != State::Retired {
        return;
    }
    for change in changes {
        match change.rule {
            ChangeRule::ParamAdded | ChangeRule::ParamRemoved | ChangeRule::ParamChanged => {
                change.wire = Step::Patch;
            }
            ChangeRule::NameChanged if old.ident == new.ident => {
                (change.rust, change.kept_by) = (Step::Patch, None);
            }
            _ => {}
        }
    }
}
