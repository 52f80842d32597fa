//! Errors that are easily confused with each other.

use errcat_build::unstable::model::{Catalog, Error};

/// The most errors of each kind that a page lists, so that pages do not grow with the catalog.
const MOST: usize = 12;

/// The errors of a catalog by what they have in common, as indexes into its errors. Sorted.
pub(super) struct Neighbours<'m> {
    catalog: &'m Catalog,
    by_name: Vec<(&'m str, usize)>,
    by_mask: Vec<(usize, usize)>,
}

/// The errors that are easily confused with one: those with the same published name, those with the
/// same mask, and the mask.
pub(crate) struct Related {
    /// In published order, as indexes into the errors of the catalog.
    pub(crate) errors: Vec<usize>,
    /// Whether there are more.
    pub(crate) more: bool,
}

impl<'m> Neighbours<'m> {
    pub(super) fn of(catalog: &'m Catalog) -> Self {
        let errors = || catalog.errors.iter().enumerate();
        let name = |(at, error): (usize, &'m Error)| Some((error.name.as_ref()?.as_str(), at));
        let mask = |(at, error): (usize, &'m Error)| Some((error.mask.as_ref()?.value, at));
        let mut by_name: Vec<_> = errors().filter_map(name).collect();
        by_name.sort_unstable();
        let mut by_mask: Vec<_> = errors().filter_map(mask).collect();
        by_mask.sort_unstable();
        Self { catalog, by_name, by_mask }
    }

    /// Returns the neighbours of the error at an index. The page of a mask lists everything that it
    /// masks.
    pub(super) fn of_error(&self, at: usize) -> Related {
        let error = &self.catalog.errors[at];
        let mask = error.mask.as_ref().map(|mask| mask.value);
        let name = error.name.as_ref().map(|name| name.as_str());
        let named = name.map_or(&[][..], |name| with(&self.by_name, name));
        let masked = with(&self.by_mask, mask.unwrap_or(at));
        let most = if mask.is_some() { MOST } else { masked.len() };
        let mut errors: Vec<usize> = named.iter().take(MOST).map(|(_, at)| *at).collect();
        errors.extend(masked.iter().take(most).map(|(_, at)| *at));
        errors.extend(mask);
        errors.sort_unstable();
        errors.dedup();
        errors.retain(|other| *other != at);
        Related { errors, more: named.len() > MOST || masked.len() > most }
    }
}

/// Returns the rows with a key.
fn with<K: Ord + Copy>(rows: &[(K, usize)], key: K) -> &[(K, usize)] {
    let start = rows.partition_point(|(known, _)| *known < key);
    let end = rows.partition_point(|(known, _)| *known <= key);
    &rows[start..end]
}
