//! The errors that become one enum, and what can be said of all of them at once.

use crate::model::{Catalog, Error, Family};

/// A catalog, or one family of it.
#[derive(Clone, Copy)]
pub(super) struct Scope<'m> {
    pub(super) catalog: &'m Catalog,
    /// The family, where it has an enum of its own.
    pub(super) family: Option<&'m Family>,
    pub(super) entries: &'m [Error],
    /// The index of the first entry among the errors of the catalog.
    first: usize,
}

impl<'m> Scope<'m> {
    /// All errors of a catalog.
    pub(super) fn catalog(catalog: &'m Catalog) -> Self {
        Self { catalog, family: None, entries: &catalog.errors, first: 0 }
    }

    /// The errors of one family.
    pub(super) fn family(catalog: &'m Catalog, family: &'m Family) -> Self {
        let entries = catalog.errors_of(family);
        Self { catalog, family: Some(family), entries, first: family.errors.start }
    }

    /// What an unknown code is said to be no code of.
    pub(super) fn id(&self) -> String {
        match self.family {
            None => self.catalog.id.clone(),
            Some(family) => format!("{}/{}", self.catalog.id, family.id),
        }
    }

    /// The place in the enum of an error given by its index in the catalog.
    pub(super) fn position(&self, error: usize) -> usize {
        error - self.first
    }

    /// The error of the enum given by its index in the catalog.
    pub(super) fn entry(&self, error: usize) -> &'m Error {
        &self.entries[self.position(error)]
    }

    /// The other spellings of all codes, in the order of the errors.
    pub(super) fn aliases(&self) -> impl Iterator<Item = &'m str> {
        self.entries.iter().flat_map(|error| error.aliases.iter().map(|alias| alias.value.as_str()))
    }

    /// All codes, and after them their other spellings.
    pub(super) fn spellings(&self) -> Vec<&'m str> {
        self.entries.iter().map(|error| error.code.as_str()).chain(self.aliases()).collect()
    }

    pub(super) fn any(&self, has: impl Fn(&Error) -> bool) -> bool {
        self.entries.iter().any(has)
    }
}
