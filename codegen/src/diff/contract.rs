//! Compares the properties of all codes of a catalog.

use super::whole::words;
use super::{Change, Step};
use crate::format::vocabulary::{ChangeRule, Term};
use crate::ledger::{Contract, Ledger};
use crate::order;
use crate::value::Value;

type Property = fn(&Contract) -> String;

static PROPERTIES: [Property; 3] = [
    |contract| format!("type: {}", contract.code_type.as_str()),
    |contract| format!("unique: {}", contract.unique.as_str()),
    |contract| format!("status: {}", contract.status.as_str()),
];

/// Returns a change for each of these keys of `catalog.yaml` with another value.
pub(super) fn changes(old: &Ledger, new: &Ledger) -> Vec<Change> {
    let mut changes = of_contract(old, new);
    let parts = [
        (ChangeRule::ClassChanged, &old.classes, &new.classes),
        (ChangeRule::EnvelopeChanged, &old.envelope, &new.envelope),
    ];
    for (rule, before, after) in parts {
        let (Some(before), Some(after)) = (before, after) else { continue };
        changes.extend(of_list(before, after).into_iter().map(|(was, is)| {
            let change = Change::of_catalog(rule).values(was, is).asks(Step::Major, Step::Major);
            Change { before: Some(old.place), after: Some(new.place), public: true, ..change }
        }));
    }
    changes
}

fn of_contract(old: &Ledger, new: &Ledger) -> Vec<Change> {
    let (Some(before), Some(after)) = (&old.contract, &new.contract) else { return Vec::new() };
    let changed =
        PROPERTIES.iter().map(|property| (property(before), property(after))).filter(|(old, new)| old != new);
    let change = |(was, is): (String, String)| {
        let change = Change::of_catalog(ChangeRule::ContractChanged).values(Some(was), Some(is));
        let change = change.asks(Step::Major, Step::Major);
        Change { before: Some(old.place), after: Some(new.place), public: true, ..change }
    };
    changed.map(change).collect()
}

/// Returns the old and new form of each named entry that differs. If only their order differs, both
/// are `None`.
fn of_list(old: &Value, new: &Value) -> Vec<(Option<String>, Option<String>)> {
    if old == new {
        return Vec::new();
    }
    let (old, new) = (entries(old), entries(new));
    let mut names: Vec<&str> = old.iter().chain(&new).map(|(name, _)| name.as_str()).collect();
    order::sort(&mut names, &Ord::cmp);
    names.dedup();
    let form = |list: &[(String, String)], name: &str| {
        let found = list.iter().find(|(known, _)| known == name);
        found.map(|(name, value)| if value.is_empty() { name.clone() } else { format!("{name}: {value}") })
    };
    let both = names.into_iter().map(|name| (form(&old, name), form(&new, name)));
    let differing: Vec<_> = both.filter(|(was, is)| was != is).collect();
    if differing.is_empty() { vec![(None, None)] } else { differing }
}

/// Returns the names and contents of classes, or the facts and places of an envelope.
fn entries(value: &Value) -> Vec<(String, String)> {
    let words = |value: &Value| words(value.clone()).unwrap_or_default();
    match value {
        Value::Map(entries) => entries.iter().map(|(name, value)| (name.clone(), words(value))).collect(),
        Value::List(items) => {
            let class = |item: &Value| {
                let Value::Map(keys) = item else { return (words(item), String::new()) };
                let (name, others): (Vec<_>, Vec<_>) =
                    keys.iter().cloned().partition(|(key, _)| key == "name");
                (words(&Value::Map(name)).replacen("name: ", "", 1), words(&Value::Map(others)))
            };
            items.iter().map(class).collect()
        }
        _ => Vec::new(),
    }
}
