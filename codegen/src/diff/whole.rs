//! Compares attributes that change as a whole.

use super::{Change, Step, steps};
use crate::format::attributes::{Attribute, Compared};
use crate::format::vocabulary::ChangeRule;
use crate::ledger::Promise;
use crate::value::Value;

/// Returns a change for each kind if one of its attributes differs. The first differing attribute
/// is shown, and attributes of the catalog come before derived ones. Facts have a change each.
pub(super) fn changes(old: &Promise, new: &Promise) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    if old.promises_like(new) {
        return changes;
    }
    for derived in [false, true] {
        for attribute in Attribute::ALL.iter().filter(|attribute| attribute.row().derived == derived) {
            let Compared::Whole(rule) = attribute.row().compared else { continue };
            // Former names have changes of their own.
            if *attribute == Attribute::Formerly {
                continue;
            }
            let (was, is) = (old.attribute(*attribute), new.attribute(*attribute));
            if was == is {
                continue;
            }
            let (wire, rust, gate) = steps::attribute(rule, old, new, was.is_null());
            let change = |rule| change(rule, old, new).asks(wire, rust).gated(gate);
            if rule == ChangeRule::FactChanged {
                // Every fact has a row of its own, which names it.
                let named = |value| words(value).map(|value| format!("{}: {value}", attribute.row().key));
                changes.push(change(rule).values(named(was), named(is)));
            } else if !changes.iter().any(|change| change.rule == rule) {
                let is_lost = *attribute == Attribute::Name && !was.is_null() && !is.is_null();
                let kept_by = (is_lost && rust == Step::Major).then_some("rename");
                changes.push(Change { kept_by, ..change(rule).values(words(was), words(is)) });
            }
        }
    }
    changes
}

fn change(rule: ChangeRule, old: &Promise, new: &Promise) -> Change {
    Change::of(rule, old).from(old).at(new)
}

/// Formats a value for a change.
pub(super) fn words(value: Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(flag) => flag.to_string(),
        Value::Number(text) | Value::Text(text) => text,
        Value::List(items) => items.into_iter().filter_map(words).collect::<Vec<_>>().join(", "),
        Value::Map(entries) => {
            let entry = |(key, value)| format!("{key}: {}", words(value).unwrap_or_default());
            entries.into_iter().map(entry).collect::<Vec<_>>().join(", ")
        }
    })
}
