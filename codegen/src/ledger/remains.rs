//! What a tombstone still has of its error, for programs that use the enum.

use super::attributes::{is_usual, params};
use super::{Param, Promise};
use crate::format::attributes::Attribute;
use crate::value::Value;

/// The names and the fields of structs that a tombstone has. The rest of its line says what the
/// error was while it was in use, because the code must not mean anything else again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remains {
    /// The Rust variant.
    pub ident: String,
    /// The published name.
    pub name: Option<String>,
    /// The names that the error had before, in order.
    pub formerly: Vec<String>,
    /// The parameters of the message, sorted by name.
    pub params: Vec<Param>,
    /// The details, sorted by name.
    pub details: Vec<Param>,
}

impl Remains {
    /// Returns what a tombstone has that says this.
    pub(crate) fn of(promise: &Promise) -> Self {
        Self {
            ident: promise.ident.clone(),
            name: promise.name.clone(),
            formerly: promise.former_names().map(str::to_owned).collect(),
            params: promise.params.clone(),
            details: promise.details.clone(),
        }
    }

    /// Returns the published name, or else the Rust name.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.ident)
    }

    /// Returns the error with the names of its tombstone.
    pub(crate) fn named(&self, promise: &Promise) -> Promise {
        let mut named = Promise { ident: self.ident.clone(), name: self.name.clone(), ..promise.clone() };
        named.facts.retain(|(attribute, _)| *attribute != Attribute::Formerly);
        if !self.formerly.is_empty() {
            named.facts.push((Attribute::Formerly, self.former_names()));
        }
        named
    }

    /// Returns the error with the names and values of its tombstone.
    pub(crate) fn put_on(&self, promise: &Promise) -> Promise {
        Promise { params: self.params.clone(), details: self.details.clone(), ..self.named(promise) }
    }

    fn former_names(&self) -> Value {
        Value::texts(self.formerly.iter().map(String::as_str))
    }

    /// Returns the value in the line of the code.
    pub(super) fn value(&self) -> Value {
        let keys = [
            ("ident", self.ident.as_str().into()),
            ("name", Value::maybe(self.name.as_deref())),
            ("formerly", self.former_names()),
            ("params", params(&self.params)),
            ("details", params(&self.details)),
        ];
        let keys = keys.into_iter().filter(|(_, value)| !is_usual(Attribute::Formerly, value));
        Value::Map(keys.map(|(key, value)| (key.to_owned(), value)).collect())
    }
}
