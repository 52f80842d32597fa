//! Reads typed values from a response.

use super::{Misfit, Parameter};
use crate::Json;

/// The named values of a response, independent of the envelope.
#[derive(Clone, Copy, Debug, Default)]
pub struct Values<'a> {
    place: Option<Json<'a>>,
    /// The value that the code carries, with its name.
    carried: Option<(&'static str, Json<'a>)>,
    /// Whether all values are texts, in which other types are written as JSON.
    are_texts: bool,
}

impl<'a> Values<'a> {
    /// The values of an object, or of a list of objects with `field` and `value`.
    #[inline]
    #[must_use]
    pub const fn new(place: Option<Json<'a>>) -> Self {
        Self { place, carried: None, are_texts: false }
    }

    /// The values of an object of texts, in which other types are written as JSON.
    #[cfg(feature = "tonic014")]
    #[inline]
    pub(crate) const fn texts(place: Json<'a>) -> Self {
        Self { place: Some(place), carried: None, are_texts: true }
    }

    /// Adds the value that the code carries.
    #[inline]
    pub(crate) const fn with_carried(self, carried: Option<(&'static str, Json<'a>)>) -> Self {
        Self { carried, ..self }
    }

    /// Returns the value called `name`.
    ///
    /// # Errors
    /// Returns an error if the value is missing, cut off, or of another type.
    pub fn take<T: Parameter>(&self, name: &'static str) -> Result<T, Misfit> {
        match self.find(name).filter(|json| !json.is_null()) {
            Some(json) if !json.is_complete() => Err(Misfit::CutOff { name }),
            Some(json) => T::read(json)
                .or_else(|| T::read(Json::new(json.as_str().filter(|_| self.are_texts)?.as_bytes())?))
                .ok_or(Misfit::WrongType { name, expected: T::EXPECTED }),
            None => T::absent().ok_or(Misfit::Missing { name }),
        }
    }

    #[inline]
    fn find(&self, name: &str) -> Option<Json<'a>> {
        if let Some((_, value)) = self.carried.filter(|(known, _)| *known == name) {
            return Some(value);
        }
        let place = self.place?;
        place.get(name).or_else(|| {
            let named = |item: &Json<'a>| {
                item.get("field").and_then(|field| field.as_str()).is_some_and(|field| field == name)
            };
            place.items().find(named)?.get("value")
        })
    }
}

/// Takes values one by one, and remembers the first that does not fit.
#[derive(Clone, Debug, Default)]
pub struct Taking<'a> {
    values: Values<'a>,
    misfit: Option<Misfit>,
}

impl<'a> Taking<'a> {
    /// Builds a struct of values with `take`.
    ///
    /// # Errors
    /// Returns the [`Misfit`] of the first value that is missing or has another type.
    #[inline]
    pub(crate) fn read<T>(values: Values<'a>, take: impl FnOnce(&mut Self) -> T) -> Result<T, Misfit> {
        let mut taking = Self { values, misfit: None };
        let taken = take(&mut taking);
        taking.misfit.map_or(Ok(taken), Err)
    }

    /// Takes only placeholders.
    #[inline]
    pub(crate) fn failed() -> Self {
        Self { values: Values::default(), misfit: Some(Misfit::Missing { name: "" }) }
    }

    /// Takes the value called `name`. Returns a placeholder if it does not fit, or if one before it
    /// did not fit.
    #[inline]
    pub fn take<T: Parameter>(&mut self, name: &'static str) -> T {
        if self.misfit.is_none() {
            match self.values.take(name) {
                Ok(value) => return value,
                Err(misfit) => self.misfit = Some(misfit),
            }
        }
        T::placeholder()
    }
}
