//! Proves that an edit changed exactly the wanted facts.

use std::collections::BTreeMap;

use errcat_build::unstable::diag::{Finding, Rule, Severity, concise};
use errcat_build::unstable::emit::json;
use serde_json::Value;

use super::refused::Refused;
use crate::library::Library;

/// What may differ after an edit.
pub(super) struct Wanted<'w> {
    /// The error that is edited: its catalog, family and code before and after.
    pub(super) subject: (&'w str, &'w str, Option<&'w str>, Option<&'w str>),
    /// The keys of this error that may differ.
    pub(super) keys: &'w [&'w str],
    /// The keys of all other errors that may differ, because they refer to this one.
    pub(super) references: &'w [&'w str],
}

/// Compares the catalogs before and after.
pub(super) fn verify(before: &Library, after: &Library, wanted: &Wanted<'_>) -> Refused<()> {
    if let Some(finding) = new_error(before, after) {
        return Err(format!("the result would have a mistake: {finding}"));
    }
    let (catalog, family, old, new) = wanted.subject;
    let (was, mut is) = (errors(before), errors(after));
    let mut edited = false;
    let key = |code: &str, at: usize| (catalog.to_owned(), family.to_owned(), code.to_owned(), at);
    for (place, error) in &was {
        let own = old.is_some_and(|old| place.0 == catalog && place.1 == family && place.2 == old);
        let home = match new {
            Some(new) if own => key(new, place.3),
            _ => place.clone(),
        };
        let Some(now) = is.remove(&home) else { return Err(unwanted(&place.2)) };
        let allowed = if own { wanted.keys } else { wanted.references };
        let differing: Vec<&String> = differing(error, &now).collect();
        if !differing.iter().all(|key| allowed.contains(&key.as_str())) {
            return Err(unwanted(&place.2));
        }
        edited |= own && !differing.is_empty();
    }
    let added = match (old, new) {
        (None, Some(new)) => is.remove(&key(new, 0)).is_some(),
        _ => false,
    };
    match is.keys().next() {
        Some(place) => Err(unwanted(&place.2)),
        None if edited || added => Ok(()),
        None => Err("nothing would change".to_owned()),
    }
}

fn unwanted(code: &str) -> String {
    format!("something else would change: `{code}`")
}

/// Returns an error that only the edited catalogs have. The messages of known ones can name another
/// code now.
fn new_error(before: &Library, after: &Library) -> Option<String> {
    let errors = |library: &Library| -> Vec<(Rule, String, String)> {
        let errors = library.compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let line = |finding: &Finding| concise(&library.sources, finding);
        errors.map(|finding| (finding.rule, finding.message.clone(), line(finding))).collect()
    };
    let (known, now) = (errors(before), errors(after));
    let count = |list: &[(Rule, String, String)], rule: Rule| {
        list.iter().filter(|(other, ..)| *other == rule).count()
    };
    let is_new = |(rule, message, _): &(Rule, String, String)| {
        count(&now, *rule) > count(&known, *rule) && !known.iter().any(|(_, old, _)| old == message)
    };
    now.iter().find(|error| is_new(error)).map(|(.., line)| line.clone())
}

type Place = (String, String, String, usize);

/// Returns every error as JSON, by catalog, family, code and variant.
fn errors(library: &Library) -> BTreeMap<Place, Value> {
    let mut errors = BTreeMap::new();
    for line in json::lines(&library.compiled.model).lines() {
        let Ok(error) = serde_json::from_str::<Value>(line) else { continue };
        let text = |key: &str| match &error[key] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let mut place = (text("catalog"), text("family"), text("code"), 0);
        while errors.contains_key(&place) {
            place.3 += 1;
        }
        errors.insert(place, error);
    }
    errors
}

/// Returns the keys with other values. The position in the family is not a fact.
fn differing<'v>(old: &'v Value, new: &'v Value) -> impl Iterator<Item = &'v String> {
    let old = old.as_object().into_iter().flatten();
    old.filter(|(key, value)| key.as_str() != "index" && new.get(key.as_str()) != Some(value))
        .map(|(key, _)| key)
}
