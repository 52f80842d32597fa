//! What a file says, while it is read.

use std::collections::BTreeMap;

use tree_sitter::Node;

use super::item::{Item, Value};
use super::syntax::text;
use crate::words::words;

/// The number of levels after which a value is not read.
pub(super) const DEEPEST: usize = 100;

/// A file, and what was found in it.
pub(super) struct Reader<'s> {
    pub(super) source: &'s str,
    pub(super) items: Vec<Item>,
    /// The names of the parameters of functions, constructors and types.
    pub(super) signatures: BTreeMap<String, Vec<String>>,
    /// The numbers by name, and how many values are computed from each.
    numbers: BTreeMap<String, (i64, usize)>,
}

/// An entry of an object.
pub(super) struct Entry {
    pub(super) key: Value,
    pub(super) value: Value,
    pub(super) comment: String,
    pub(super) line: usize,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, items: Vec::new(), signatures: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    /// Returns the text of a node.
    pub(super) fn text(&self, node: Node<'_>) -> &'s str {
        text(node, self.source)
    }

    /// Returns the text of a field of a node.
    pub(super) fn field(&self, node: Node<'_>, name: &str) -> Option<&'s str> {
        node.child_by_field_name(name).map(|field| self.text(field))
    }

    /// Adds a named value.
    pub(super) fn add(&mut self, item: Item) {
        if let Value::Integer(number, _) = item.value {
            self.numbers.insert(item.name.clone(), (number, 0));
        }
        self.items.push(item);
    }

    /// Adds an object or map: its entries as items, or one map if the keys are names of constants or
    /// of what one error has.
    pub(super) fn add_object(&mut self, name: &str, entries: Vec<Entry>, comment: &str, line: usize) {
        let is_map = |entry: &Entry| match &entry.key {
            Value::Text(key) => matches!(&*words(key), "code" | "error code" | "err code"),
            Value::Integer(..) => false,
            _ => true,
        };
        if entries.iter().any(is_map) {
            let fields = entries.into_iter().map(|entry| (entry.key, entry.value)).collect();
            let comment = comment.to_owned();
            return self.items.push(Item { comment, ..Item::new(name, Value::Map(fields), line) });
        }
        for Entry { key, value, comment, line } in entries {
            let group = Some(name.to_owned());
            let item = Item::new(&key.key(), value, line);
            self.items.push(Item { group, key: Some(key), comment, ..item });
        }
    }

    /// Returns `true` if other values are computed from the number with this name. One that is used
    /// once may be the entry before the other one.
    pub(super) fn is_base(&self, name: &str) -> bool {
        self.numbers.get(name).is_some_and(|(_, uses)| *uses > 1)
    }

    /// Computes an expression with two operands: of texts, or of numbers and names of numbers.
    pub(super) fn binary(&mut self, operator: &str, left: Value, right: Value) -> Value {
        if let (Value::Text(left), Value::Text(right), "+") = (&left, &right, operator) {
            return Value::Text(format!("{left}{right}"));
        }
        let (Some(left), Some(right)) = (self.number(left), self.number(right)) else {
            return Value::Unknown;
        };
        let result = match operator {
            "+" => left.checked_add(right),
            "-" => left.checked_sub(right),
            "*" => left.checked_mul(right),
            "|" => Some(left | right),
            // A shift that loses bits would not give the number of the program.
            "<<" => u32::try_from(right).ok().and_then(|right| 2_i64.checked_pow(right)?.checked_mul(left)),
            _ => None,
        };
        result.map_or(Value::Unknown, Value::integer)
    }

    fn number(&mut self, value: Value) -> Option<i64> {
        match value {
            Value::Integer(number, _) => Some(number),
            Value::Name(name) => {
                let (number, uses) = self.numbers.get_mut(&name)?;
                *uses += 1;
                Some(*number)
            }
            _ => None,
        }
    }

    /// Returns the negative of a number.
    pub(super) fn negative(&mut self, value: Value) -> Value {
        self.number(value).and_then(i64::checked_neg).map_or(Value::Unknown, Value::integer)
    }
}
