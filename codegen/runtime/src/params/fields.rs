//! Collects the values of a struct for writing.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use super::Value;
use crate::json::write;

/// The number of values that are collected without an allocation.
const FEW: usize = 8;

/// The named values of a struct of parameters or details, in the order of the catalog.
///
/// Names are any text. Responses contain them as the catalog has them.
///
/// ```
/// use errcat::Fields;
///
/// let mut fields = Fields::new();
/// fields.text("name", "my-app");
/// fields.value("limit", &3_u32);
/// let names: Vec<_> = fields.as_slice().iter().map(|field| field.name()).collect();
/// assert_eq!(names, ["name", "limit"]);
/// ```
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    few: [Field<'a>; FEW],
    len: usize,
    /// All values, if there are more than that.
    many: Vec<Field<'a>>,
    /// How the message is written, unless its marks are braces.
    render: Option<Render>,
}

/// A named value.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    name: &'static str,
    held: Held<'a>,
}

/// A value. Most values are texts, which are written without a virtual call.
#[derive(Clone, Copy)]
enum Held<'a> {
    Text(&'a str),
    Value(&'a dyn Value),
}

/// A function that writes a message with its values.
#[doc(hidden)]
pub type Render = fn(&str, &[Field<'_>], &mut dyn fmt::Write) -> fmt::Result;

impl<'a> Fields<'a> {
    /// Creates an empty list.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { few: [Field { name: "", held: Held::Text("") }; FEW], len: 0, many: Vec::new(), render: None }
    }

    /// Adds a text with its name on the wire.
    #[inline]
    pub fn text(&mut self, name: &'static str, text: &'a str) {
        self.push(Field { name, held: Held::Text(text) });
    }

    /// Adds a value with its name on the wire.
    #[inline]
    pub fn value(&mut self, name: &'static str, value: &'a dyn Value) {
        self.push(Field { name, held: Held::Value(value) });
    }

    /// Writes the message with this function, because its marks are not braces.
    #[doc(hidden)]
    #[inline]
    pub fn rendered_by(&mut self, render: Render) {
        self.render = Some(render);
    }

    #[inline]
    pub(super) fn render(&self) -> Option<Render> {
        self.render
    }

    /// Returns the values in the order in which they were added.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[Field<'a>] {
        if self.many.is_empty() { self.few.get(..self.len).unwrap_or_default() } else { &self.many }
    }

    #[inline]
    fn push(&mut self, field: Field<'a>) {
        match self.few.get_mut(self.len) {
            Some(place) => {
                *place = field;
                self.len += 1;
            }
            None => self.push_beyond(field),
        }
    }

    #[cold]
    #[inline]
    fn push_beyond(&mut self, field: Field<'a>) {
        if self.many.is_empty() {
            self.many.extend(self.few);
        }
        self.many.push(field);
    }
}

impl Default for Fields<'_> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Field<'_> {
    /// Returns the name on the wire.
    #[inline]
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Writes the value as in a message.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    #[inline]
    pub fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self.held {
            Held::Text(text) => out.write_str(text),
            Held::Value(value) => value.show(out),
        }
    }

    /// Appends the value as JSON. Returns `false` without appending anything if it must not be
    /// shown or is absent.
    #[inline]
    pub fn json(&self, out: &mut String) -> bool {
        match self.held {
            Held::Text(text) => {
                write::string(out, text);
                true
            }
            Held::Value(value) => value.json(out),
        }
    }

    /// Returns the value for `Debug`.
    #[inline]
    pub(crate) fn held(&self) -> &dyn Debug {
        match &self.held {
            Held::Text(text) => text,
            Held::Value(value) => value,
        }
    }

    /// Appends the value as in a message.
    #[inline]
    pub(crate) fn push_to(&self, out: &mut String) {
        match self.held {
            Held::Text(text) => out.push_str(text),
            // Writing to a string does not fail.
            Held::Value(value) => drop(value.show(out)),
        }
    }

    /// Returns the value if it is a text that may be shown.
    #[inline]
    pub(super) fn text(&self) -> Option<&str> {
        match self.held {
            Held::Text(text) => Some(text),
            Held::Value(_) => None,
        }
    }

    /// Returns the bits of an integer.
    #[inline]
    pub(super) fn bits(&self) -> Option<u64> {
        match self.held {
            Held::Text(_) => None,
            Held::Value(value) => value.bits(),
        }
    }

    /// Returns `true` if [`json`](Self::json) appends anything.
    #[inline]
    pub(crate) fn is_visible(&self) -> bool {
        match self.held {
            Held::Text(_) => true,
            Held::Value(value) => value.is_visible(),
        }
    }

    /// Returns the approximate number of bytes in a message or in JSON.
    #[inline]
    pub(crate) fn size(&self) -> usize {
        match self.held {
            Held::Text(text) => text.len() + 2,
            Held::Value(value) => value.size(),
        }
    }
}

impl Debug for Field<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.name, self.held())
    }
}
