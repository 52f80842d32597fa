//! Compares facts that an error can have several of: aliases, parameters, details, declared facts.

use super::whole::words;
use super::{Change, Step};
use crate::format::vocabulary::ChangeRule;
use crate::ledger::{Param, Promise};
use crate::order;
use crate::value::Value;

/// Returns a change for each item that was added, removed or changed.
pub(super) fn changes(old: &Promise, new: &Promise) -> Vec<Change> {
    let change = |rule, was, is| Change::of(rule, old).from(old).at(new).values(was, is);
    let mut changes = Vec::new();
    for alias in new.aliases.iter().filter(|alias| !old.has_alias(alias) && **alias != old.code) {
        let change = change(ChangeRule::AliasAdded, None, Some(alias.clone()));
        changes.push(change.asks(Step::Minor, Step::Minor));
    }
    for alias in old.aliases.iter().filter(|alias| !new.has_alias(alias) && **alias != new.code) {
        let change = change(ChangeRule::AliasRemoved, Some(alias.clone()), None);
        changes.push(change.asks(Step::Major, Step::Patch));
    }
    for (before, after) in [(&old.params, &new.params), (&old.details, &new.details)] {
        for (was, is, required) in by_name(before, after) {
            let (rule, wire) = match (&was, &is) {
                (None, _) => (ChangeRule::ParamAdded, Step::Minor),
                (_, None) => (ChangeRule::ParamRemoved, Step::Major),
                _ => (ChangeRule::ParamChanged, Step::Major),
            };
            let rust = if required { Step::Major } else { wire };
            // Such a struct has no `Default`, so its literals name every field.
            let is_named = rule == ChangeRule::ParamAdded && before.iter().any(|param| !param.optional);
            let note = (is_named && !required).then(|| "literals of the struct must name it".to_owned());
            changes.push(Change { note, ..change(rule, was, is).asks(wire, rust) });
        }
    }
    for (was, is) in declared(&old.declared, &new.declared) {
        changes.push(change(ChangeRule::FactChanged, was, is));
    }
    changes
}

/// Returns the old and new form of each declared fact that differs.
fn declared(old: &[(String, Value)], new: &[(String, Value)]) -> Vec<(Option<String>, Option<String>)> {
    let mut names: Vec<&str> = old.iter().chain(new).map(|(name, _)| name.as_str()).collect();
    order::sort(&mut names, &Ord::cmp);
    names.dedup();
    let form = |list: &[(String, Value)], name: &str| {
        let at = list.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        words(list[at].1.clone()).map(|value| format!("{name}: {value}"))
    };
    let both = names.into_iter().map(|name| (form(old, name), form(new, name)));
    both.filter(|(was, is)| was != is).collect()
}

/// Returns the old and new form of each parameter that differs, and whether the new one is required.
fn by_name(old: &[Param], new: &[Param]) -> Vec<(Option<String>, Option<String>, bool)> {
    if old == new {
        return Vec::new();
    }
    let mut names: Vec<&str> = old.iter().chain(new).map(|param| param.name.as_str()).collect();
    order::sort(&mut names, &Ord::cmp);
    names.dedup();
    let form = |param: &Param| format!("{}: {}", param.name, param.form());
    let both = names.into_iter().map(|name| {
        let (was, is) = (find(old, name), find(new, name));
        (was.map(form), is.map(form), is.is_some_and(|param| !param.optional))
    });
    both.filter(|(was, is, _)| was != is).collect()
}

/// Returns the parameter with a name.
fn find<'p>(list: &'p [Param], name: &str) -> Option<&'p Param> {
    let at = list.binary_search_by(|param| param.name.as_str().cmp(name)).ok()?;
    Some(&list[at])
}
