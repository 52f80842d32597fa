//! Compares two states of a catalog by the facts that clients rely on.

mod change;
mod classes;
mod contract;
mod describe;
mod envelope;
mod groups;
mod judgement;
mod lists;
mod names;
mod promises;
mod state;
mod step;
mod steps;
mod tombstones;
mod whole;

pub use self::change::Change;
pub use self::describe::{describe, grouped, in_groups};
pub use self::judgement::Judgement;
pub use self::promises::promises;
pub use self::step::{Gate, Step};
use self::steps::Asked;
use crate::format::vocabulary::ChangeRule;
use crate::ledger::{GivenAway, Ledger, Pair, Promise, given_away, pairs};
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
/// catalog come first. The acceptances of `old` hold.
#[must_use]
pub fn changes(catalog: &str, old: &Ledger, new: &Ledger) -> Vec<Change> {
    let asked = Asked::new(old, new);
    let mut changes = contract::changes(old, new);
    let pairs = pairs(old, new);
    for GivenAway { spelling, old, new } in given_away(old, new, &pairs) {
        changes.push(steps::never(ChangeRule::CodeReused, new).spelt(spelling).was(old).is(new));
    }
    for pair in pairs {
        match pair {
            Pair::Out(_) => {}
            Pair::Gone(old) => changes.push(asked.removed(old)),
            Pair::New(new) => changes.push(asked.added(new).is(new)),
            Pair::Back(old, new) => {
                changes.push(asked.added(new).is(new).from(old));
                compare(&asked, old, new, &mut changes);
            }
            Pair::Reused(old, new) => {
                changes.push(steps::never(ChangeRule::CodeReused, new).was(old).is(new));
            }
            Pair::Replaced { old, new, home } => {
                let change = steps::never(ChangeRule::MeaningChanged, new).was(old).is(new);
                changes.push(Change { home: Some(home.code.clone()), ..change });
            }
            Pair::Doubtful(old, new) => {
                let change = Change::of(ChangeRule::MeaningDoubtful, new).was(old).is(new);
                let kept_by = (old.label() != new.label()).then_some("rename");
                let change = Change { kept_by, ..change };
                changes.push(change.asks(Step::Major, Step::Major).gated(Gate::Say));
                compare(&asked, old, new, &mut changes);
            }
            Pair::Rekeyed(old, new) => {
                changes.push(steps::rekeyed(old, new));
                compare(&asked, old, new, &mut changes);
            }
            Pair::Same(old, new) => compare(&asked, old, new, &mut changes),
        }
    }
    for change in &mut changes {
        catalog.clone_into(&mut change.catalog);
    }
    order::sort(&mut changes, &|a, b| {
        (&a.subject, a.rule, &a.old, &a.new).cmp(&(&b.subject, b.rule, &b.old, &b.new))
    });
    accept(old, &mut changes);
    groups::number(&mut changes);
    changes
}

/// Compares two states of an error.
fn compare(asked: &Asked<'_>, old: &Promise, new: &Promise, changes: &mut Vec<Change>) {
    if old.family != new.family {
        changes.push(asked.moved(old, new));
    }
    let (old, new) = &tombstones::seen(old, new);
    let first = changes.len();
    changes.extend(state::change(old, new));
    changes.extend(whole::changes(old, new));
    changes.extend(names::changes(old, new));
    changes.extend(lists::changes(old, new));
    tombstones::judge(old, new, &mut changes[first..]);
}

/// Sets the reasons of accepted changes.
fn accept(ledger: &Ledger, changes: &mut [Change]) {
    for acceptance in &ledger.accepted {
        let first = changes.partition_point(|change| change.subject < acceptance.subject);
        for change in changes[first..].iter_mut().take_while(|change| change.subject == acceptance.subject) {
            if change.is_accepted_by(acceptance) && change.gate != Gate::Never {
                change.accepted = Some(acceptance.reason.clone());
            }
        }
    }
}
