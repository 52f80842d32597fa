//! Compares two states of a catalog by the facts that clients rely on.

mod change;
mod contract;
mod lists;
mod promises;
mod state;
mod whole;

pub use self::change::{Change, Verdict};
pub use self::promises::promises;
use crate::format::vocabulary::ChangeRule;
use crate::ledger::{GivenAway, Ledger, Pair, Promise, given_away, kept, pairs};
use crate::model::Catalog;
use crate::order;

/// Returns the changes of a catalog since its ledger was written. Empty if it has none.
///
/// ```
/// use errcat_build::unstable::{analyze, diff::since_release, source::Sources, format::vocabulary::ChangeRule};
///
/// let mut sources = Sources::default();
/// sources.add("catalogs/shop.yaml", "errcat: 1\ntitle: Shop API\nerrors:\n  cart_full: { status: 422 }\n");
/// sources.add(
///     "catalogs/shop.lock",
///     r#"{"errcat":1,"version":"1.0.0","type":"string","unique":"catalog","status":"optional"}
/// {"code":"cart_full","family":"shop","first":"1.0.0","state":"active","ident":"CartFull","status":409}
/// "#,
/// );
/// let changes = since_release(&analyze(&sources).model.catalogs[0]);
/// assert_eq!(changes.len(), 1);
/// assert_eq!(changes[0].rule, ChangeRule::StatusChanged);
/// assert_eq!((changes[0].old.as_deref(), changes[0].new.as_deref()), (Some("409"), Some("422")));
/// ```
#[must_use]
pub fn since_release(catalog: &Catalog) -> Vec<Change> {
    let ledger = catalog.ledger.as_ref();
    ledger.map(|ledger| changes(&catalog.id, ledger, &promises(catalog))).unwrap_or_default()
}

/// Returns every change from `old` to `new`, sorted by family, code and rule. Changes of the whole
/// catalog come first.
#[must_use]
pub fn changes(catalog: &str, old: &Ledger, new: &Ledger) -> Vec<Change> {
    let mut changes = contract::changes(old, new);
    let pairs = pairs(old, new);
    for GivenAway { spelling, old, new } in given_away(old, new, &pairs) {
        changes.push(Change::of(ChangeRule::CodeReused, new).spelt(spelling).was(old).is(new));
    }
    for pair in pairs {
        match pair {
            Pair::Out(_) => {}
            Pair::Gone(old) => changes.push(Change::of(ChangeRule::CodeRemoved, old).was(old)),
            Pair::New(new) => changes.push(Change::of(ChangeRule::CodeAdded, new).is(new)),
            Pair::Back(old, new) => {
                changes.push(Change::of(ChangeRule::CodeAdded, new).is(new).from(old));
                compare(old, new, &mut changes);
            }
            Pair::Reused(old, new) => {
                changes.push(Change::of(ChangeRule::CodeReused, new).was(old).is(new));
            }
            Pair::Replaced(old, new) => {
                changes.push(Change::of(ChangeRule::MeaningChanged, new).was(old).is(new));
            }
            Pair::Rekeyed(old, new) => {
                let change = Change::of(ChangeRule::CodeRekeyed, old).from(old).at(new);
                changes.push(change.values(Some(old.code.clone()), Some(new.code.clone())));
                compare(old, new, &mut changes);
            }
            Pair::Same(old, new) => compare(old, new, &mut changes),
        }
    }
    for change in &mut changes {
        catalog.clone_into(&mut change.catalog);
    }
    order::sort(&mut changes, &|a, b| {
        (&a.subject, a.rule, &a.old, &a.new).cmp(&(&b.subject, b.rule, &b.old, &b.new))
    });
    changes
}

/// Compares two states of an error.
fn compare(old: &Promise, new: &Promise, changes: &mut Vec<Change>) {
    if old.family != new.family {
        let change = Change::of(ChangeRule::FamilyMoved, old).from(old).at(new);
        changes.push(change.values(Some(old.family.clone()), Some(new.family.clone())));
    }
    let new = &*kept(old, new);
    changes.extend(state::change(old, new));
    changes.extend(whole::changes(old, new));
    changes.extend(lists::changes(old, new));
}
