//! Declared facts, and their values.

use super::{Extension, Text};
use crate::format::keys::ERROR;
use crate::format::vocabulary::{FactType, Lookup};
use crate::source::Spanned;
use crate::value::Value;

/// A declared fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name.
    pub name: Text,
    /// Whether a key could not be read.
    pub damaged: bool,
    /// `values`
    pub values: Option<Vec<Text>>,
    /// `type`, or the value alone
    pub ty: Option<Spanned<FactType>>,
    /// `default`
    pub default: Option<Spanned<Value>>,
    /// `error`, or `None` if the key is absent
    pub error: Option<Vec<Text>>,
    /// `pattern`
    pub pattern: Option<Text>,
    /// `lookup`
    pub lookup: Option<Spanned<Lookup>>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// The value of a declared fact.
#[derive(Clone, Debug)]
pub struct FactValue {
    /// The fact, as an index into those of the catalog.
    pub fact: usize,
    /// The value.
    pub value: Spanned<Value>,
}

impl FactValue {
    /// Returns the number of bytes of a copy.
    #[must_use]
    pub fn size(&self) -> usize {
        let text = match &self.value.value {
            Value::Text(text) => text.len(),
            _ => 0,
        };
        size_of::<Self>() + text
    }
}

impl Fact {
    /// Creates a fact of which only the name is known.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self {
            name,
            damaged: false,
            values: None,
            ty: None,
            default: None,
            error: None,
            pattern: None,
            lookup: None,
            extensions: Vec::new(),
        }
    }

    /// Returns `true` if the name is that of a key that every error has.
    #[must_use]
    pub fn is_reserved(&self) -> bool {
        ERROR.key(&self.name).is_some()
    }

    /// Returns `true` if only a lookup is declared, for the key `name` of every error.
    #[must_use]
    pub fn is_reopened(&self) -> bool {
        let other = self.values.is_some() || self.ty.is_some() || self.pattern.is_some();
        self.name.value == "name" && self.lookup.is_some() && !other
    }

    /// Returns `true` if the values are any texts.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.values.is_none() && self.ty.is_some_and(|ty| ty.value == FactType::String)
    }
}
