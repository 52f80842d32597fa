//! Groups of items: enums, classes, objects, and the constants of a file.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, Value};
use super::reader::Reader;
use crate::words::{is_token, words};

/// Items that belong together.
pub(super) struct Group {
    pub(super) title: Option<String>,
    pub(super) items: Vec<Item>,
    /// Whether the items are entries of an object.
    pub(super) is_object: bool,
    /// Whether at least one item is a text with blanks.
    pub(super) has_prose: bool,
    /// Whether all items are numbers, and some of them are equal.
    pub(super) has_equal_numbers: bool,
}

/// Returns the groups in the order of their first item. Calls are replaced by maps if the names of
/// their parameters are known.
pub(super) fn groups(reader: &mut Reader<'_>) -> Vec<Group> {
    let signatures = std::mem::take(&mut reader.signatures);
    let mut groups: Vec<(Option<String>, Vec<Item>)> = Vec::new();
    let mut places: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for mut item in std::mem::take(&mut reader.items) {
        // The members of a Python enum are the arguments of its constructor.
        if let (Value::List(_), Some(group)) = (&item.value, &item.group)
            && signatures.contains_key(group)
            && let Value::List(values) = std::mem::replace(&mut item.value, Value::Unknown)
        {
            item.value = Value::Call(group.clone(), values.into_iter().map(|value| (None, value)).collect());
        }
        item.value = named(item.value, &signatures);
        let at = *places.entry(item.group.clone()).or_insert(groups.len());
        if at == groups.len() {
            groups.push((item.group.clone(), Vec::new()));
        }
        groups[at].1.push(item);
    }
    groups.into_iter().map(|(title, items)| Group::new(title, items)).collect()
}

impl Group {
    fn new(title: Option<String>, items: Vec<Item>) -> Self {
        if let (Some(name), Some(fields)) = (&title, attributes(&items)) {
            let comment = items.iter().map(|item| item.comment.clone()).find(|comment| !comment.is_empty());
            let line = items.first().map_or(1, |item| item.line);
            let item =
                Item { comment: comment.unwrap_or_default(), ..Item::new(name, Value::Map(fields), line) };
            return Self::new(None, vec![item]);
        }
        let is_object = items.iter().all(|item| item.key.is_some());
        let has_prose = items.iter().any(|item| matches!(&item.value, Value::Text(text) if !is_token(text)));
        let mut numbers = BTreeSet::new();
        let is_repeated = |item: &Item| match item.value {
            Value::Integer(number, _) => Some(!numbers.insert(number)),
            _ => None,
        };
        let repeated: Option<Vec<bool>> = items.iter().map(is_repeated).collect();
        let has_equal_numbers = repeated.is_some_and(|repeated| repeated.contains(&true));
        Self { title, items, is_object, has_prose, has_equal_numbers }
    }
}

/// Returns the attributes of a class that describes one error: one of them is its code.
fn attributes(items: &[Item]) -> Option<Vec<(Value, Value)>> {
    let is_attribute = |item: &Item| item.key.is_none() && item.name.starts_with(char::is_lowercase);
    let is_code = |item: &Item| is_code_header(&words(&item.name));
    if !items.iter().all(is_attribute) || !items.iter().any(is_code) {
        return None;
    }
    Some(items.iter().map(|item| (Value::Text(item.name.clone()), item.value.clone())).collect())
}

/// Returns `true` if a header names the code of an error.
pub(super) fn is_code_header(words: &str) -> bool {
    const OTHERS: [&str; 7] = ["id", "identifier", "errno", "sqlstate", "sql state", "slug", "key"];
    let is_status = words.contains("http") || words.contains("status") || words.contains("exit");
    OTHERS.contains(&words) || (!is_status && (words == "code" || words.ends_with(" code")))
}

/// Replaces a call by a map if its parameters are known and say what they are.
fn named(value: Value, signatures: &BTreeMap<String, Vec<String>>) -> Value {
    match value {
        Value::Call(name, arguments) => {
            let arguments: Vec<(Option<String>, Value)> =
                arguments.into_iter().map(|(name, value)| (name, named(value, signatures))).collect();
            let known = signatures.get(&name).filter(|names| {
                names.iter().any(|name| crate::columns::is_known(&words(name)))
                    && arguments.len() <= names.len()
            });
            let positions = arguments.iter().filter(|(name, _)| name.is_none()).count();
            if known.is_none() && (positions > 0 || arguments.is_empty()) {
                return Value::Call(name, arguments);
            }
            let name = |at: usize| known.map(|names| names[at].clone());
            let fields = arguments
                .into_iter()
                .enumerate()
                .filter_map(|(at, (own, value))| Some((Value::Text(own.or_else(|| name(at))?), value)));
            Value::Map(fields.collect())
        }
        Value::List(values) => {
            Value::List(values.into_iter().map(|value| named(value, signatures)).collect())
        }
        Value::Map(entries) => {
            Value::Map(entries.into_iter().map(|(key, value)| (key, named(value, signatures))).collect())
        }
        other => other,
    }
}
