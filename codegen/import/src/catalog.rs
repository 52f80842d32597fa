//! A catalog before it is written as YAML, with its guesses.

use errcat_build::unstable::value::Value;

/// A catalog.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    /// The name of its folder.
    pub id: String,
    /// The keys of `catalog.yaml`, without `families`.
    pub head: Vec<Key>,
    /// The families in order.
    pub families: Vec<Family>,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Value,
    /// Why the value is a guess, if it is one.
    pub guess: Option<String>,
}

/// A family.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// The name of its file.
    pub id: String,
    /// The keys beside `errors`.
    pub head: Vec<Key>,
    /// The errors in order.
    pub entries: Vec<Entry>,
}

/// An error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The code.
    pub code: String,
    /// Whether the code is written without quotes, because it is a number.
    pub number: bool,
    /// The keys.
    pub keys: Vec<Key>,
    /// Several errors with this code. `keys` is then empty.
    pub variants: Vec<Vec<Key>>,
    /// The errors below this one. Their codes are the own parts.
    pub sub: Vec<Entry>,
    /// The line in the source, from 1, or 0.
    pub line: usize,
}

impl Key {
    pub(crate) fn new(name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), value, guess: None }
    }

    pub(crate) fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(name, Value::Text(text.into()))
    }

    pub(crate) fn guessed(mut self, why: impl Into<String>) -> Self {
        self.guess = Some(why.into());
        self
    }
}

impl Catalog {
    /// Returns the number of errors.
    #[must_use]
    pub fn len(&self) -> usize {
        fn count(entry: &Entry) -> usize {
            entry.variants.len().max(1) + entry.sub.iter().map(count).sum::<usize>()
        }
        self.families.iter().flat_map(|family| &family.entries).map(count).sum()
    }

    /// Returns `true` if there are no errors.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
