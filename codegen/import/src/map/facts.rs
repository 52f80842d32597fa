//! What a catalog declares: the columns that no key of an error holds, and tags.

use errcat_build::unstable::value::Value;

use super::column::{Column, is_integer, scalar};
use super::roles::{Roles, Use};
use crate::catalog::{Entry, Key};

/// How a column without a key is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
    Bool,
    /// Lists and maps are extensions.
    Extension,
}

/// Returns the kinds of all facts, by their names.
pub(crate) fn kinds(columns: &[Column], roles: &Roles, values: &[Vec<&Value>]) -> Vec<(String, Kind)> {
    let mut kinds: Vec<(String, Kind)> = Vec::new();
    for ((column, used), values) in columns.iter().zip(&roles.uses).zip(values) {
        if let Use::Fact(name) = used {
            let kind = kind(column, values);
            kinds.push((name.clone(), kind));
        }
    }
    kinds
}

fn kind(column: &Column, values: &[&Value]) -> Kind {
    let words = || values.iter().filter_map(|value| scalar(value));
    match () {
        () if column.scalars < values.len() => Kind::Extension,
        () if words().count() > 0 && words().all(|word| matches!(word, "true" | "false")) => Kind::Bool,
        () if words().count() > 0 && words().all(is_integer) => Kind::Integer,
        () => Kind::Text,
    }
}

/// Declares the facts.
pub(crate) fn declare(
    columns: &[Column],
    roles: &Roles,
    kinds: &[(String, Kind)],
    values: &[Vec<&Value>],
    rows: usize,
) -> Option<Key> {
    let mut declared = Vec::new();
    let mut guess = None;
    for ((at, used), column) in roles.uses.iter().enumerate().zip(columns) {
        let Use::Fact(name) = used else { continue };
        let Some((_, kind)) = kinds.iter().find(|(other, _)| other == name) else { continue };
        let declaration = match kind {
            Kind::Extension => continue,
            Kind::Text => Value::from("string"),
            Kind::Integer => Value::from("i64"),
            Kind::Bool => {
                let is_ever = |word: &str| values[at].iter().any(|value| scalar(value) == Some(word));
                // A value that no row has is the one of rows without a value.
                if is_ever("true") {
                    Value::from("bool")
                } else {
                    if column.count < rows {
                        guess = Some(format!("`{name}` is true where the source says nothing"));
                    }
                    let entries = [("type", Value::from("bool")), ("default", Value::Bool(true))];
                    Value::Map(entries.map(|(key, value)| (key.to_owned(), value)).into())
                }
            }
        };
        declared.push((name.clone(), declaration));
    }
    if declared.is_empty() {
        return None;
    }
    let key = Key::new("facts", Value::Map(declared));
    Some(match guess {
        Some(guess) => key.guessed(guess),
        None => key,
    })
}

/// Declares the tags of all errors.
pub(crate) fn tags<'e>(entries: impl Iterator<Item = &'e Entry>) -> Option<Key> {
    let mut tags: Vec<(String, Value)> = Vec::new();
    each_tag(entries, &mut |tag| {
        if !tags.iter().any(|(known, _)| known == tag) {
            tags.push((tag.to_owned(), Value::from(tag)));
        }
    });
    let why = "the source does not say what the tags mean";
    (!tags.is_empty()).then(|| Key::new("tags", Value::Map(tags)).guessed(why))
}

fn each_tag<'e>(entries: impl Iterator<Item = &'e Entry>, pass: &mut dyn FnMut(&'e str)) {
    for entry in entries {
        for key in entry.variants.iter().flatten().chain(&entry.keys).filter(|key| key.name == "tags") {
            if let Value::List(tags) = &key.value {
                tags.iter().filter_map(scalar).for_each(&mut *pass);
            }
        }
        each_tag(entry.sub.iter(), pass);
    }
}

/// Returns the key of a fact in an error.
pub(crate) fn key(name: &str, kind: Kind, value: &Value) -> Option<Key> {
    let text = scalar(value);
    let value = match kind {
        Kind::Extension => return Some(Key::new(format!("x-{}", name.replace('_', "-")), value.clone())),
        Kind::Text => Value::Text(text?.to_owned()),
        Kind::Integer => Value::Number(text?.trim().to_owned()),
        Kind::Bool => Value::Bool(text? == "true"),
    };
    Some(Key::new(name, value))
}
