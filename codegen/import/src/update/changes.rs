//! Compares imported errors with those of a catalog, and plans the edits.

use errcat_build::unstable::format::keys::ERROR;
use errcat_build::unstable::syntax::yaml::{Node, NodeKind};
use errcat_build::unstable::value::Value;
use errcat_edit::{Operation, Path, Place};

use super::found::{get, is_same, items, text};
use crate::catalog::{Entry, Key};

/// What an update changes and keeps.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) added: Vec<String>,
    pub(super) changed: Vec<(String, Vec<String>)>,
    pub(super) kept: Vec<(String, String)>,
}

impl Changes {
    /// Compares an error and what is below it.
    pub(super) fn entry(
        &mut self,
        code: &str,
        path: &Path,
        node: &Node,
        entry: &Entry,
        operations: &mut Vec<Operation>,
    ) {
        if matches!(node.kind, NodeKind::Map(_)) {
            self.keys(code, path, node, &entry.keys, operations);
            self.variants(code, path, node, entry, operations);
            self.below(code, path, node, entry, operations);
            return;
        }
        // Nothing, or the message alone.
        let message = entry.keys.iter().find(|key| key.name == "message");
        let is_message = match message {
            Some(message) => is_same(node, &message.value),
            None => matches!(node.kind, NodeKind::Absent),
        };
        let others = entry.keys.iter().any(|key| key.name != "message" && key.guess.is_none());
        if is_message && !others && entry.variants.is_empty() && entry.sub.is_empty() {
            return;
        }
        operations.push(Operation::replace(path.clone(), entry_value(entry)));
        let keys = entry.keys.iter().map(|key| key.name.clone()).collect();
        self.changed.push((code.to_owned(), keys));
    }

    /// Compares the keys of an error or variant.
    fn keys(&mut self, code: &str, path: &Path, node: &Node, keys: &[Key], operations: &mut Vec<Operation>) {
        let mut changed = Vec::new();
        for key in keys.iter().filter(|key| key.guess.is_none()) {
            match get(node, &key.name) {
                Some(value) if is_same(value, &key.value) => continue,
                Some(_) => {
                    operations.push(Operation::replace(path.clone().key(&key.name), key.value.clone()));
                }
                None => operations.push(insert(path, key)),
            }
            changed.push(key.name.clone());
        }
        for key in keys.iter().filter(|key| key.guess.is_some()) {
            match get(node, &key.name) {
                Some(value) if is_same(value, &key.value) => {}
                // A person may have decided otherwise.
                Some(_) => self.kept.push((code.to_owned(), key.name.clone())),
                None if changed.is_empty() => {}
                None => {
                    operations.push(insert(path, key));
                    changed.push(key.name.clone());
                }
            }
        }
        if !changed.is_empty() {
            self.changed.push((code.to_owned(), changed));
        }
    }

    fn variants(
        &mut self,
        code: &str,
        path: &Path,
        node: &Node,
        entry: &Entry,
        operations: &mut Vec<Operation>,
    ) {
        let Some(list) = get(node, "variants") else {
            if !entry.variants.is_empty() {
                let variants = Value::List(entry.variants.iter().map(|keys| map(keys)).collect());
                let key = Key { name: "variants".to_owned(), value: variants, guess: None };
                operations.push(insert(path, &key));
                self.changed.push((code.to_owned(), vec![key.name]));
            }
            return;
        };
        let known = items(Some(list));
        for keys in &entry.variants {
            let name = keys.iter().find(|key| key.name == "name").map(|key| &key.value);
            let same = |item: &Node| {
                get(item, "name").is_some_and(|own| name == Some(&Value::Text(text(own).to_owned())))
            };
            let variants = path.clone().key("variants");
            match known.iter().position(same) {
                Some(at) => self.keys(code, &variants.item(at), &known[at], keys, operations),
                None => {
                    operations.push(Operation::insert_item(variants, map(keys), Place::Last));
                    self.changed.push((code.to_owned(), vec!["variants".to_owned()]));
                }
            }
        }
    }

    fn below(
        &mut self,
        code: &str,
        path: &Path,
        node: &Node,
        entry: &Entry,
        operations: &mut Vec<Operation>,
    ) {
        let known = get(node, "sub");
        let path = path.clone().key("sub");
        for sub in &entry.sub {
            let whole = format!("{code} / {}", sub.code);
            match known.and_then(|known| get(known, &sub.code)) {
                Some(node) => self.entry(&whole, &path.clone().key(&sub.code), node, sub, operations),
                None => {
                    operations.push(Operation::insert(
                        path.clone(),
                        sub.code.as_str(),
                        entry_value(sub),
                        Place::Last,
                    ));
                    self.added.push(whole);
                }
            }
        }
    }
}

/// Returns the operation that adds a key in the usual order.
fn insert(path: &Path, key: &Key) -> Operation {
    let order = ERROR.keys.iter().map(|key| key.name.to_owned()).collect();
    Operation::insert(path.clone(), key.name.as_str(), key.value.clone(), Place::Ordered(order))
}

/// Returns an error as a value.
pub(super) fn entry_value(entry: &Entry) -> Value {
    if let ([key], true) = (&entry.keys[..], entry.variants.is_empty() && entry.sub.is_empty())
        && key.name == "message"
    {
        return key.value.clone();
    }
    let Value::Map(mut whole) = map(&entry.keys) else { return Value::Null };
    if !entry.variants.is_empty() {
        let variants = entry.variants.iter().map(|keys| map(keys)).collect();
        whole.push(("variants".to_owned(), Value::List(variants)));
    }
    if !entry.sub.is_empty() {
        let sub = entry.sub.iter().map(|sub| (sub.code.clone(), entry_value(sub))).collect();
        whole.push(("sub".to_owned(), Value::Map(sub)));
    }
    if whole.is_empty() { Value::Null } else { Value::Map(whole) }
}

fn map(keys: &[Key]) -> Value {
    Value::Map(keys.iter().map(|key| (key.name.clone(), key.value.clone())).collect())
}
