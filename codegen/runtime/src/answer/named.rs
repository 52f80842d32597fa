//! Names and JSON values, such as the details of an error.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Names and JSON values. One text holds all of them, so that most lists need two allocations.
pub struct Named {
    text: String,
    places: Vec<Place>,
}

/// Where a name and its value are in the text.
#[derive(Clone, Copy)]
struct Place {
    name: usize,
    value: usize,
    end: usize,
}

/// The space that is reserved for the first name and value.
const TYPICAL: usize = 64;

impl Named {
    /// An empty list.
    pub(crate) const NONE: Self = Self { text: String::new(), places: Vec::new() };

    /// Appends a name and the value that `write` appends to a text, unless it returns `false`. A
    /// repeated name replaces the value.
    #[inline]
    pub(crate) fn set(&mut self, name: &str, write: impl FnOnce(&mut String) -> bool) {
        if self.places.is_empty() {
            *self = Self { text: String::with_capacity(TYPICAL), places: Vec::with_capacity(2) };
        }
        let start = self.text.len();
        self.text.push_str(name);
        let value = self.text.len();
        if !write(&mut self.text) {
            return self.text.truncate(start);
        }
        let place = Place { name: start, value, end: self.text.len() };
        let known = self.iter().position(|(known, _)| known == name);
        match known.and_then(|index| self.places.get_mut(index)) {
            Some(known) => *known = place,
            None => self.places.push(place),
        }
    }

    #[inline]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let part = |from, to| self.text.get(from..to).unwrap_or_default();
        self.places.iter().map(move |place| (part(place.name, place.value), part(place.value, place.end)))
    }

    /// Returns the value with this name.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    #[inline]
    pub(crate) const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Returns the approximate number of bytes in a body.
    #[inline]
    pub(crate) const fn size(&self) -> usize {
        self.text.len() + self.places.len() * 40
    }
}

impl fmt::Debug for Named {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
