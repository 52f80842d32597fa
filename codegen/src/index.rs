//! A map from texts to positions.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

/// Positions of items in a list, by a text that identifies them within a scope.
///
/// This is the only map from texts. In build scripts, which compile the generator without
/// optimization, another type of map takes as long to compile as a dozen rules. The map cannot be
/// iterated, because its order depends on a hash.
#[derive(Default)]
pub(crate) struct Index<'t> {
    positions: HashMap<Key<'t>, usize>,
}

#[derive(PartialEq, Eq)]
struct Key<'t> {
    text: &'t str,
    scope: &'t str,
}

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
        // Most scopes are empty, and hashing them would be slow without optimization.
        if !self.scope.is_empty() {
            self.scope.hash(state);
        }
    }
}

/// The position of a text that several items have.
const SHARED: usize = usize::MAX;

impl<'t> Index<'t> {
    /// Creates an index with room for `count` texts.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Self { positions: HashMap::with_capacity(count) }
    }

    /// Adds a text with the `position` of its item. If the text was added before, returns its first
    /// position. An index is filled either with this method or with [`add_only`](Self::add_only).
    pub(crate) fn add(&mut self, scope: &'t str, text: &'t str, position: usize) -> Option<usize> {
        match self.positions.entry(Key { text, scope }) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(position);
                None
            }
        }
    }

    /// Adds a text with the `position` of its item. A text that is added twice has no position.
    pub(crate) fn add_only(&mut self, scope: &'t str, text: &'t str, position: usize) {
        if self.add(scope, text, position).is_some() {
            self.positions.insert(Key { text, scope }, SHARED);
        }
    }

    /// Returns the position of a text.
    pub(crate) fn get(&self, scope: &str, text: &str) -> Option<usize> {
        self.positions.get(&Key { text, scope }).copied().filter(|&position| position != SHARED)
    }

    /// Returns `true` if a text was added more than once by [`add_only`](Self::add_only).
    pub(crate) fn is_shared(&self, scope: &str, text: &str) -> bool {
        self.positions.get(&Key { text, scope }) == Some(&SHARED)
    }
}
