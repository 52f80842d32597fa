//! A fact and its places.

use super::fact::Fact;
use super::form::Form;
use super::place::Place;

/// The name of a member that is specific to an API, for `with_field`.
///
/// Generated code contains the names as constants, such as `Code::FIELD_REGION`, so that a misspelt
/// one does not compile.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FieldName(&'static str);

impl FieldName {
    /// Creates a name. Only generated code calls this.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// Returns the name in the catalog.
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// A fact of a response and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot<'a> {
    fact: Fact<'a>,
    places: &'a [Place<'a>],
    form: Form<'a>,
}

impl<'a> Slot<'a> {
    /// Creates a slot for `fact`, which is at the first of `places` that has a suitable value.
    #[inline]
    #[must_use]
    pub const fn new(fact: Fact<'a>, places: &'a [Place<'a>]) -> Self {
        Self { fact, places, form: Form::Plain }
    }

    /// Returns the slot with another format.
    #[inline]
    #[must_use]
    pub const fn with_form(mut self, form: Form<'a>) -> Self {
        self.form = form;
        self
    }

    /// Returns the fact.
    #[inline]
    #[must_use]
    pub const fn fact(&self) -> Fact<'a> {
        self.fact
    }

    /// Returns the possible places, in order of preference.
    #[inline]
    #[must_use]
    pub const fn places(&self) -> &'a [Place<'a>] {
        self.places
    }

    /// Returns the format of the fact.
    #[inline]
    #[must_use]
    pub const fn form(&self) -> Form<'a> {
        self.form
    }
}
