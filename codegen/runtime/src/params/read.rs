//! Typed values out of a response.

use super::{Misfit, Parameter};
use crate::Json;

/// The named values of a response, wherever its API keeps them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Values<'a> {
    places: [Option<Json<'a>>; 2],
}

impl<'a> Values<'a> {
    /// The values of these places; the first one that has a name counts.
    ///
    /// A place is an object, or a list of objects with `field` and `value`.
    #[must_use]
    pub const fn new(places: [Option<Json<'a>>; 2]) -> Self {
        Self { places }
    }

    /// The value called `name`.
    ///
    /// # Errors
    /// Says whether it is missing or of another type.
    pub fn take<T: Parameter>(&self, name: &'static str) -> Result<T, Misfit> {
        match self.find(name).filter(|json| !json.is_null()) {
            Some(json) => T::read(json).ok_or(Misfit::WrongType { name, expected: T::EXPECTED }),
            None => T::absent().ok_or(Misfit::Missing { name }),
        }
    }

    fn find(&self, name: &str) -> Option<Json<'a>> {
        self.places.iter().flatten().find_map(|place| {
            place.get(name).or_else(|| {
                let named = |item: &Json<'a>| {
                    item.get("field").and_then(|field| field.as_str()).is_some_and(|field| field == name)
                };
                place.items().find(named)?.get("value")
            })
        })
    }
}
