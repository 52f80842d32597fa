//! Property tests with random documents and operations: another YAML parser must see exactly the
//! requested change, and all other bytes must stay the same.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::cell::Cell;

use errcat_build::unstable::value::Value;
use errcat_edit::{Comments, Operation, Path, Place, Step, edit};
use proptest::prelude::*;
use serde_yaml::Value as Yaml;

/// Keys and texts that are easily written wrongly.
const WORDS: [&str; 16] = [
    "a",
    "CART_FULL",
    "no",
    "10001",
    "010",
    "~",
    "null",
    "a b",
    "x: y",
    "#",
    "it's",
    "\"",
    "ä",
    "- a",
    "{",
    "1.5",
];

/// Random choices, one byte each. Zero when there are no more.
struct Choices<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Choices<'_> {
    fn below(&mut self, count: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        usize::from(byte) % count
    }

    fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 1
    }

    fn word(&mut self) -> String {
        WORDS[self.below(WORDS.len())].to_owned()
    }

    fn value(&mut self, depth: usize) -> Value {
        match self.below(if depth > 2 { 4 } else { 8 }) {
            0..=2 => Value::Text(self.word()),
            3 => Value::Number(self.below(600).to_string()),
            4 | 5 => Value::List((0..self.below(4)).map(|_| self.value(depth + 1)).collect()),
            _ => self.map(depth + 1),
        }
    }

    fn map(&mut self, depth: usize) -> Value {
        let mut entries: Vec<(String, Value)> = Vec::new();
        for _ in 0..self.below(5) {
            let key = self.word();
            if entries.iter().all(|(known, _)| *known != key) {
                entries.push((key, self.value(depth)));
            }
        }
        Value::Map(entries)
    }

    /// Writes a scalar in a random style.
    fn scalar(&mut self, text: &str) -> String {
        let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "_. ".contains(c))
            && !["null", "no", "~"].contains(&text)
            && text.parse::<f64>().is_err();
        match self.below(3) {
            0 if is_plain => text.to_owned(),
            1 => format!("'{}'", text.replace('\'', "''")),
            _ => format!("\"{}\"", text.replace('"', "\\\"")),
        }
    }

    fn flow(&mut self, value: &Value) -> String {
        match value {
            Value::Text(text) => self.scalar(text),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow(item)).collect();
                if self.chance(2) {
                    format!("[{}]", items.join(", "))
                } else {
                    format!("[ {} ]", items.join(",  "))
                }
            }
            Value::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{}: {}", self.scalar(key), self.flow(value)))
                    .collect();
                if self.chance(2) {
                    format!("{{{}}}", entries.join(", "))
                } else {
                    format!("{{ {} }}", entries.join(" , "))
                }
            }
            Value::Number(number) => number.clone(),
            other => format!("{other:?}"),
        }
    }

    /// Writes comments and empty lines before an entry.
    fn gap(&mut self, indent: &str, lines: &mut String) {
        if self.chance(6) {
            lines.push('\n');
        }
        if self.chance(5) {
            *lines += &format!("{indent}# above {}\n", self.at);
        }
    }

    /// Writes a value after a colon or dash, in brackets or as a block.
    fn after(&mut self, value: &Value, indent: usize, is_item: bool, lines: &mut String) {
        let is_block = match value {
            Value::Map(entries) => !entries.is_empty() && !self.chance(3),
            Value::List(items) => !items.is_empty() && !self.chance(3),
            Value::Text(text) => !is_item && text != "#" && self.chance(4),
            _ => false,
        };
        let comment = if self.chance(6) { format!(" # beside {}", self.at) } else { String::new() };
        match value {
            Value::Text(text) if is_block => {
                *lines += &format!(" |-{comment}\n{}{text}\n", " ".repeat(indent + 2));
            }
            _ if !is_block => *lines += &format!(" {}{comment}\n", self.flow(value)),
            Value::Map(_) if is_item && self.chance(2) => {
                *lines += &format!(" {}", self.block(value, indent + 2).trim_start());
            }
            _ => {
                *lines += &format!("{comment}\n");
                let indent = indent + 1 + self.below(3);
                *lines += &self.block(value, indent);
            }
        }
    }

    fn block(&mut self, value: &Value, indent: usize) -> String {
        let spaces = " ".repeat(indent);
        let mut lines = String::new();
        match value {
            Value::Map(entries) => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    if index > 0 {
                        self.gap(&spaces, &mut lines);
                    }
                    lines += &format!("{spaces}{}:", self.scalar(key));
                    self.after(value, indent, false, &mut lines);
                }
            }
            Value::List(items) => {
                for item in items {
                    self.gap(&spaces, &mut lines);
                    lines += &format!("{spaces}-");
                    self.after(item, indent, true, &mut lines);
                }
            }
            _ => {}
        }
        lines
    }

    /// Returns a random path into a value.
    fn path(&mut self, value: &Value) -> Path {
        let (mut path, mut value) = (Path::root(), value);
        loop {
            match value {
                Value::Map(entries) if !entries.is_empty() && !self.chance(4) => {
                    let (key, inner) = &entries[self.below(entries.len())];
                    (path, value) = (path.key(key), inner);
                }
                Value::List(items) if !items.is_empty() && !self.chance(4) => {
                    let at = self.below(items.len());
                    (path, value) = (path.item(at), &items[at]);
                }
                _ => return path,
            }
        }
    }

    fn operation(&mut self, document: &Value) -> Operation {
        let path = self.path(document);
        let place = if self.chance(2) { Place::First } else { Place::Last };
        match self.below(6) {
            0 => Operation::insert(path, self.word(), self.value(1), place),
            1 => Operation::insert_item(path, self.value(1), place),
            2 => Operation::rename(path, self.word()),
            3 => Operation::replace(path, self.value(1)),
            4 => {
                let comments = if self.chance(2) { Comments::Keep } else { Comments::Remove };
                Operation::remove(path, comments)
            }
            _ => {
                let at = at(document, &path);
                let Value::Map(entries) = at else { return Operation::remove(path, Comments::Keep) };
                let mut keys: Vec<&String> = entries.iter().map(|(key, _)| key).collect();
                let by = self.below(keys.len().max(1));
                keys.rotate_left(by);
                Operation::reorder(path, keys)
            }
        }
    }
}

/// Returns the existing value at a path.
fn at<'v>(value: &'v Value, path: &Path) -> &'v Value {
    path.steps().iter().fold(value, |value, step| match (value, step) {
        (Value::Map(entries), Step::Key(key)) => &entries.iter().find(|(known, _)| known == key).unwrap().1,
        (Value::List(items), Step::Item(at)) => &items[*at],
        (other, _) => other,
    })
}

/// Converts a value to that of the other parser.
fn yaml(value: &Value) -> Yaml {
    match value {
        Value::Text(text) => Yaml::String(text.clone()),
        Value::Number(number) => Yaml::Number(number.parse::<u64>().unwrap().into()),
        Value::List(items) => Yaml::Sequence(items.iter().map(yaml).collect()),
        Value::Map(entries) => Yaml::Mapping(
            entries.iter().map(|(key, value)| (Yaml::String(key.clone()), yaml(value))).collect(),
        ),
        Value::Null => Yaml::Null,
        Value::Bool(value) => Yaml::Bool(*value),
    }
}

/// Returns the value after an operation, if the operation is possible.
fn changed(mut document: Value, operation: &Operation) -> Option<Value> {
    fn find<'v>(value: &'v mut Value, path: &Path) -> &'v mut Value {
        path.steps().iter().fold(value, |value, step| match (value, step) {
            (Value::Map(entries), Step::Key(key)) => {
                &mut entries.iter_mut().find(|(known, _)| known == key).unwrap().1
            }
            (Value::List(items), Step::Item(at)) => &mut items[*at],
            (other, _) => other,
        })
    }
    let index = |place: &Place, count: usize| if *place == Place::First { 0 } else { count };
    match operation {
        Operation::Insert { map, key, value, place, .. } => {
            let Value::Map(entries) = find(&mut document, map) else { return None };
            if entries.iter().any(|(known, _)| known == key) {
                return None;
            }
            entries.insert(index(place, entries.len()), (key.clone(), value.clone()));
        }
        Operation::InsertItem { list, value, place, .. } => {
            let Value::List(items) = find(&mut document, list) else { return None };
            items.insert(index(place, items.len()), value.clone());
        }
        Operation::Replace { value_at, value, .. } => {
            value_at.split_last()?;
            *find(&mut document, value_at) = value.clone();
        }
        Operation::Rename { entry, key } => {
            let (above, Step::Key(old)) = entry.split_last()? else { return None };
            let Value::Map(entries) = find(&mut document, &above) else { return None };
            if old != key && entries.iter().any(|(known, _)| known == key) {
                return None;
            }
            entries.iter_mut().find(|(known, _)| known == old)?.0.clone_from(key);
        }
        Operation::Remove { entry, .. } => match entry.split_last()? {
            (above, Step::Key(old)) => {
                let Value::Map(entries) = find(&mut document, &above) else { return None };
                entries.retain(|(key, _)| key != old);
            }
            (above, Step::Item(at)) => {
                let Value::List(items) = find(&mut document, &above) else { return None };
                items.remove(*at);
            }
        },
        Operation::Reorder { map, keys } => {
            let Value::Map(entries) = find(&mut document, map) else { return None };
            entries.sort_by_key(|(key, _)| keys.iter().position(|known| known == key));
        }
        _ => return None,
    }
    Some(document)
}

/// Writes a value with its keys in order, because mappings are equal in any order.
fn ordered(value: &Yaml) -> String {
    serde_yaml::to_string(value).unwrap()
}

/// Returns the lengths of the common start and end of two texts.
fn common(a: &str, b: &str) -> usize {
    let same = |(a, b): &(u8, u8)| a == b;
    let before = a.bytes().zip(b.bytes()).take_while(same).count();
    let most = a.len().min(b.len()) - before;
    before + a.bytes().rev().zip(b.bytes().rev()).take(most).take_while(same).count()
}

fn comments(text: &str) -> Vec<&str> {
    let mut comments: Vec<&str> = text
        .lines()
        .filter_map(|line| line.find("# above").or(line.find("# beside")).map(|at| &line[at..]))
        .collect();
    comments.sort_unstable();
    comments
}

#[test]
fn exactly_what_was_asked_for_changes() {
    let (made, refused) = (Cell::new(0), Cell::new(0));
    let default = ProptestConfig::default();
    let config = ProptestConfig { cases: default.cases.max(3000), failure_persistence: None, ..default };
    proptest!(config, |(bytes in proptest::collection::vec(any::<u8>(), 0..160))| {
        let mut choices = Choices { bytes: &bytes, at: 0 };
        let document = choices.map(0);
        let Value::Map(entries) = &document else { unreachable!() };
        prop_assume!(!entries.is_empty());
        let mut before = choices.block(&document, 0);
        if choices.chance(4) {
            before = before.replace('\n', "\r\n");
        }
        if choices.chance(4) {
            before.truncate(before.trim_end().len());
        }
        prop_assert_eq!(
            ordered(&serde_yaml::from_str(&before).unwrap()), ordered(&yaml(&document)), "{}", before
        );
        let operation = choices.operation(&document);
        let wanted = changed(document, &operation);
        match (edit(&before, std::slice::from_ref(&operation)), wanted) {
            (Ok(after), Some(wanted)) => {
                made.set(made.get() + 1);
                let read: Yaml = serde_yaml::from_str(&after).unwrap();
                prop_assert_eq!(ordered(&read), ordered(&yaml(&wanted)), "{:?}\n{}\n{}", operation, before, after);
                let (kept, shorter) = (common(&before, &after), before.len().min(after.len()));
                match operation {
                    // The existing text stays, except for `{}`, `[]` and a comma.
                    Operation::Insert { .. } | Operation::InsertItem { .. } => {
                        let is_first = before.matches("{}").count() + before.matches("{  }").count()
                            + before.matches("[]").count() + before.matches("[  ]").count();
                        let most = if is_first > 0 { 5 } else { 0 };
                        prop_assert!(kept + most >= before.len(), "{:?}\n{}\n{}", operation, before, after);
                    }
                    Operation::Remove { .. } if !after.contains("{}") && !after.contains("[]") => {
                        prop_assert_eq!(kept, shorter, "{:?}\n{}\n{}", operation, before, after);
                    }
                    _ => {}
                }
                if !matches!(operation, Operation::Remove { comments: Comments::Remove, .. }) {
                    prop_assert_eq!(comments(&before), comments(&after));
                }
                let of_both_kinds = if before.contains('\r') {
                    after.replace("\r\n", "").contains('\n')
                } else {
                    after.contains('\r')
                };
                prop_assert!(!of_both_kinds, "{:?}\n{:?}\n{:?}", operation, before, after);
            }
            (Err(refusal), Some(_)) => {
                let mut choices = refused.get();
                choices += 1;
                refused.set(choices);
                let reason = refusal.reason();
                prop_assert!(
                    reason.contains("comment"),
                    "refused: {}\n{:?}\n{}", reason, operation, before
                );
            }
            (Ok(after), None) => prop_assert!(after == before, "{:?}\n{}\n{}", operation, before, after),
            (Err(_), None) => {}
        }
    });
    assert!(made.get() > 5 * refused.get(), "{} made, {} refused", made.get(), refused.get());
}
