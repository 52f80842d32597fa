//! Parts of a model: some of its catalogs, or what outsiders may see.

use super::{Catalog, Error, Model};
use crate::format::vocabulary::Visibility;
use crate::source::Spanned;

impl Model {
    /// Returns the model with only the catalogs that `wanted` accepts.
    #[must_use]
    pub fn with_catalogs(&self, wanted: impl Fn(&Catalog) -> bool) -> Self {
        Self { catalogs: self.catalogs.iter().filter(|catalog| wanted(catalog)).cloned().collect() }
    }

    /// Returns the model with only the translations into languages that `wanted` accepts.
    #[must_use]
    pub fn with_locales(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let mut part = self.clone();
        for catalog in &mut part.catalogs {
            catalog.locales.retain(|locale| wanted(&locale.language));
        }
        part
    }

    /// Returns what outsiders may see, without internal and masked errors, and without reserved
    /// codes.
    #[must_use]
    pub fn public(&self) -> Self {
        Self { catalogs: self.catalogs.iter().map(public).collect() }
    }
}

/// Returns `true` if outsiders ever receive this error.
fn is_public(error: &Error) -> bool {
    error.visibility == Visibility::Public && error.mask.is_none()
}

fn public(catalog: &Catalog) -> Catalog {
    let mut part = catalog.clone();
    part.errors.retain(is_public);
    // The new index of each remaining error.
    let mut left = 0;
    let places: Vec<Option<usize>> = catalog
        .errors
        .iter()
        .map(|error| {
            let place = is_public(error).then_some(left);
            left += usize::from(place.is_some());
            place
        })
        .collect();
    let kept_before = |end: usize| places[..end].iter().flatten().count();
    for family in &mut part.families {
        family.errors = kept_before(family.errors.start)..kept_before(family.errors.end);
        family.reserved.clear();
        family.allow.clear();
        let errors = &mut part.errors[family.errors.clone()];
        for position in 0..errors.len() {
            // A variant before may be left out.
            let before = position.checked_sub(1).map(|before| &errors[before]);
            let before = before.filter(|before| before.code.value == errors[position].code.value);
            let variant = before.map_or(0, |before| before.variant + 1);
            errors[position].variant = variant;
            errors[position].index = position + 1;
        }
    }
    // The nearest ancestor that is left takes the place of a parent.
    let visible = |mut at: usize| loop {
        match (places[at], catalog.errors[at].parent) {
            (Some(place), _) => break Some(place),
            (None, above) => at = above?.value,
        }
    };
    let mut children = Vec::new();
    for (at, error) in part.errors.iter_mut().enumerate() {
        error.children.clear();
        error.parent =
            error.parent.and_then(|parent| Some(Spanned::new(visible(parent.value)?, parent.span)));
        children.extend(error.parent.map(|parent| (parent.value, at)));
    }
    for (parent, child) in children {
        part.errors[parent].children.push(child);
    }
    for error in &mut part.errors {
        for notice in [&mut error.deprecated, &mut error.retired].into_iter().flatten() {
            notice.instead = notice.instead.and_then(|error| places[error]);
        }
    }
    for locale in &mut part.locales {
        locale.texts.retain_mut(|text| {
            let place = places[text.error];
            text.error = place.unwrap_or_default();
            place.is_some()
        });
    }
    // These could name errors that were left out.
    part.allow_codes.clear();
    part.allow.clear();
    part.reserved.clear();
    if let Some(ledger) = &mut part.ledger {
        ledger.accepted.clear();
        ledger.promises.retain(|promise| {
            let is_secret =
                catalog.errors.iter().any(|error| !is_public(error) && error.code.value == promise.code);
            promise.visibility == Visibility::Public && promise.mask.is_none() && !is_secret
        });
    }
    part
}
