//! A map from texts to positions in a list. It is asked and never iterated, because the order of a
//! hash map differs from run to run.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The positions of things in a list, by a text that is unique within a scope.
#[derive(Default)]
pub(crate) struct Index<'t> {
    /// `None` for a text that several things have.
    positions: HashMap<(&'t str, &'t str), Option<usize>>,
}

impl<'t> Index<'t> {
    /// Returns an index with room for `count` texts.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Self { positions: HashMap::with_capacity(count) }
    }

    /// Adds a text for the thing at `position`. If the text was added before, that stays, and its
    /// position is returned.
    pub(crate) fn add(&mut self, scope: &'t str, text: &'t str, position: usize) -> Option<usize> {
        match self.positions.entry((scope, text)) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(free) => {
                free.insert(Some(position));
                None
            }
        }
    }

    /// Adds a text for the thing at `position`. A text that is added twice has no position.
    pub(crate) fn add_only(&mut self, scope: &'t str, text: &'t str, position: usize) {
        let known = self.positions.contains_key(&(scope, text));
        self.positions.insert((scope, text), (!known).then_some(position));
    }

    /// Returns the position of the thing that a text stands for.
    pub(crate) fn get(&self, scope: &str, text: &str) -> Option<usize> {
        self.positions.get(&(scope, text)).copied().flatten()
    }

    /// Returns `true` if a text was added more than once by [`add_only`](Self::add_only).
    pub(crate) fn is_shared(&self, scope: &str, text: &str) -> bool {
        self.positions.get(&(scope, text)) == Some(&None)
    }
}
