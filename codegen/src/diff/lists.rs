//! Facts that an error can have many of: other spellings, parameters, details.

use std::collections::{BTreeMap, BTreeSet};

use super::Change;
use crate::ledger::{Param, Promise};
use crate::terms::ChangeRule;

/// A change for each item that came, went, or is another.
pub(super) fn changes(old: &Promise, new: &Promise) -> Vec<Change> {
    let change = |rule, was, is| Change::of(rule, old).from(old).at(new).values(was, is);
    let mut changes = Vec::new();
    let [before, after]: [BTreeSet<&String>; 2] =
        [&old.aliases, &new.aliases].map(|list| list.iter().collect());
    for alias in &after - &before {
        changes.push(change(ChangeRule::AliasAdded, None, Some(alias.clone())));
    }
    for alias in &before - &after {
        changes.push(change(ChangeRule::AliasRemoved, Some(alias.clone()), None));
    }
    for (before, after) in [(&old.params, &new.params), (&old.details, &new.details)] {
        for (was, is) in by_name(before, after) {
            let rule = match (&was, &is) {
                (None, _) => ChangeRule::ParamAdded,
                (_, None) => ChangeRule::ParamRemoved,
                _ => ChangeRule::ParamChanged,
            };
            changes.push(change(rule, was, is));
        }
    }
    changes
}

/// What each parameter was and is, where that differs.
fn by_name(old: &[Param], new: &[Param]) -> Vec<(Option<String>, Option<String>)> {
    let mut both: BTreeMap<&str, (Option<String>, Option<String>)> = BTreeMap::new();
    let form = |param: &Param| Some(format!("{}: {}", param.name, param.form()));
    for param in old {
        both.entry(&param.name).or_default().0 = form(param);
    }
    for param in new {
        both.entry(&param.name).or_default().1 = form(param);
    }
    both.into_values().filter(|(was, is)| was != is).collect()
}
