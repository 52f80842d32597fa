//! Compares the properties of all codes of a catalog.

use super::Change;
use crate::format::vocabulary::{ChangeRule, Term};
use crate::ledger::{Contract, Ledger};

type Property = fn(&Contract) -> String;

static PROPERTIES: [Property; 3] = [
    |contract| format!("type: {}", contract.code_type.as_str()),
    |contract| format!("unique: {}", contract.unique.as_str()),
    |contract| format!("status: {}", contract.status.as_str()),
];

/// Returns a change for each of these keys of `catalog.yaml` with another value.
pub(super) fn changes(old: &Ledger, new: &Ledger) -> Vec<Change> {
    let (Some(before), Some(after)) = (&old.contract, &new.contract) else { return Vec::new() };
    let changed =
        PROPERTIES.iter().map(|property| (property(before), property(after))).filter(|(old, new)| old != new);
    let change = |(was, is): (String, String)| {
        let change = Change::of_catalog(ChangeRule::ContractChanged).values(Some(was), Some(is));
        Change { before: Some(old.place), after: Some(new.place), ..change }
    };
    changed.map(change).collect()
}
