//! Values of the facts that are texts of one occurrence.

use core::array;

use super::fact::{Fact, TEXTS, index};

/// A value for each fact that is a text of one occurrence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextFacts<T>([Option<T>; TEXTS.len()]);

impl<T> TextFacts<T> {
    /// No values.
    pub const NONE: Self = Self([const { None }; TEXTS.len()]);

    /// Returns `true` if there are no values.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Returns the value of a fact.
    #[inline]
    pub(crate) fn get(&self, fact: Fact<'_>) -> Option<&T> {
        self.0.get(index(fact)?)?.as_ref()
    }

    /// Sets the value of a fact. Other facts than texts have none.
    #[inline]
    pub(crate) fn set(&mut self, fact: Fact<'_>, value: Option<T>) {
        if let Some(known) = index(fact).and_then(|index| self.0.get_mut(index)) {
            *known = value;
        }
    }

    /// Returns the names and values of all texts.
    #[inline]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, Option<&T>)> {
        TEXTS.iter().zip(&self.0).map(|((fact, _), value)| (fact.name(), value.as_ref()))
    }

    /// Returns another value for each of the values. `map` receives whether a masked error shows it.
    #[inline]
    pub(crate) fn map<'a, U>(
        &'a self,
        mut map: impl FnMut(Fact<'static>, bool, &'a T) -> Option<U>,
    ) -> TextFacts<U> {
        TextFacts(array::from_fn(|index| {
            let (fact, masked) = TEXTS[index];
            map(fact, masked, self.0[index].as_ref()?)
        }))
    }
}
