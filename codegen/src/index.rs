//! Which thing a text stands for: the one map that is only asked, never walked.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

/// The positions of things in a list, by a text that is theirs within a scope.
///
/// There is no other map from texts: in a user's build script, which compiles all of this without optimization, a further type of map takes as
/// long to compile as a dozen rules. Nothing here tells the order of the texts, which a hash decides.
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
        // Most texts have none, and without optimization it would take as long as a short text.
        if !self.scope.is_empty() {
            self.scope.hash(state);
        }
    }
}

/// The position of a text that several things have.
const SHARED: usize = usize::MAX;

impl<'t> Index<'t> {
    /// An index that takes so many texts without growing.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Self { positions: HashMap::with_capacity(count) }
    }

    /// Lets a text stand for the thing at `position`, unless it was added before: then the position it has is returned. An index is filled either so
    /// or by [`add_only`](Self::add_only).
    pub(crate) fn add(&mut self, scope: &'t str, text: &'t str, position: usize) -> Option<usize> {
        match self.positions.entry(Key { text, scope }) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(position);
                None
            }
        }
    }

    /// Lets a text stand for the thing at `position`, or for none if it was added before.
    pub(crate) fn add_only(&mut self, scope: &'t str, text: &'t str, position: usize) {
        if self.add(scope, text, position).is_some() {
            self.positions.insert(Key { text, scope }, SHARED);
        }
    }

    /// The position of what a text stands for.
    pub(crate) fn get(&self, scope: &str, text: &str) -> Option<usize> {
        self.positions.get(&Key { text, scope }).copied().filter(|&position| position != SHARED)
    }

    /// Whether a text was added more than once by [`add_only`](Self::add_only).
    pub(crate) fn is_shared(&self, scope: &str, text: &str) -> bool {
        self.positions.get(&Key { text, scope }) == Some(&SHARED)
    }
}
