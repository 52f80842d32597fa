//! The errors of one enum.

use crate::format::vocabulary::CodeType;
use crate::model::{Catalog, Error, Family, Locale, Translation};

/// A catalog, or one of its families.
#[derive(Clone, Copy)]
pub(super) struct Scope<'m> {
    pub(super) catalog: &'m Catalog,
    /// The family, if it has its own enum.
    pub(super) family: Option<&'m Family>,
    pub(super) entries: &'m [Error],
    /// The index of the first entry in the errors of the catalog.
    first: usize,
}

impl<'m> Scope<'m> {
    /// Returns the scope of all errors of a catalog.
    pub(super) fn catalog(catalog: &'m Catalog) -> Self {
        Self { catalog, family: None, entries: &catalog.errors, first: 0 }
    }

    /// Returns the scope of the errors of a family.
    pub(super) fn family(catalog: &'m Catalog, family: &'m Family) -> Self {
        let entries = catalog.errors_of(family);
        Self { catalog, family: Some(family), entries, first: family.errors.start }
    }

    /// Returns the name of the scope in the error for unknown codes.
    pub(super) fn id(&self) -> String {
        match self.family {
            None => self.catalog.id.clone(),
            Some(family) => format!("{}/{}", self.catalog.id, family.id),
        }
    }

    /// Returns the position in the enum of an error, given by its index in the catalog.
    pub(super) fn position(&self, error: usize) -> usize {
        error - self.first
    }

    /// Returns an error of the enum, given by its index in the catalog.
    pub(super) fn entry(&self, error: usize) -> &'m Error {
        &self.entries[self.position(error)]
    }

    /// Iterates over the aliases of all codes, in the order of the errors.
    pub(super) fn aliases(&self) -> impl Iterator<Item = &'m str> {
        self.entries.iter().flat_map(|error| error.aliases.iter().map(|alias| alias.value.as_str()))
    }

    /// Returns `true` if several errors share a code.
    pub(super) fn has_variants(&self) -> bool {
        self.any(|error| error.variant > 0)
    }

    /// Returns every spelling once, with the row that it leads to. Codes come before aliases.
    pub(super) fn owners(&self) -> (Vec<&'m str>, Vec<usize>) {
        let errors = self.entries.iter().enumerate();
        let codes = errors.clone().filter(|(_, error)| error.variant == 0);
        let codes = codes.map(|(row, error)| (error.code.as_str(), row));
        let aliases = errors
            .flat_map(|(row, error)| error.aliases.iter().map(move |alias| (alias.value.as_str(), row)));
        codes.chain(aliases).unzip()
    }

    /// Returns all codes, followed by all aliases.
    pub(super) fn spellings(&self) -> Vec<&'m str> {
        self.entries.iter().map(|error| error.code.as_str()).chain(self.aliases()).collect()
    }

    /// Returns which codes are numbers.
    pub(super) fn numbers(&self) -> Numbers {
        match self.family {
            Some(family) => Numbers::of(std::slice::from_ref(family)),
            None => Numbers::of_catalog(self.catalog),
        }
    }

    /// Returns the families of the errors.
    pub(super) fn families(&self) -> &'m [Family] {
        self.family.map_or(&self.catalog.families, std::slice::from_ref)
    }

    /// Returns the translation of each error, if there is one.
    pub(super) fn translations(&self, locale: &'m Locale) -> Vec<Option<&'m Translation>> {
        let mut texts = vec![None; self.entries.len()];
        for text in &locale.texts {
            let row = text.error.checked_sub(self.first).and_then(|row| texts.get_mut(row));
            if let Some(row) = row {
                row.get_or_insert(text);
            }
        }
        texts
    }

    pub(super) fn any(&self, has: impl Fn(&Error) -> bool) -> bool {
        self.entries.iter().any(has)
    }
}

/// Which codes are numbers on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    None,
    /// Those of some families.
    Some,
    All,
}

impl Numbers {
    /// Returns which codes of a catalog are numbers.
    pub(super) fn of_catalog(catalog: &Catalog) -> Self {
        if catalog.families.is_empty() {
            return if catalog.code_type == CodeType::Integer { Self::All } else { Self::None };
        }
        Self::of(&catalog.families)
    }

    fn of(families: &[Family]) -> Self {
        let count = families.iter().filter(|family| is_numeric(family)).count();
        match count {
            0 => Self::None,
            _ if count == families.len() => Self::All,
            _ => Self::Some,
        }
    }
}

/// Returns `true` if the codes of a family are numbers.
pub(super) fn is_numeric(family: &Family) -> bool {
    family.notation.code_type() == CodeType::Integer
}
