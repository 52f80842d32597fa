//! Facts that a catalog declares for its errors.

use super::{Catalog, Error, Pattern};
use crate::format::vocabulary::{FactType, Lookup};
use crate::source::Spanned;
use crate::text::ident::Ident;
use crate::value::Value;

/// A fact that the errors of a catalog have beside the usual ones.
#[derive(Clone, Debug)]
pub struct DeclaredFact {
    /// The name, which is also that of the method.
    pub name: Spanned<String>,
    /// The kind of its values.
    pub kind: FactKind,
    /// The value of errors for which nothing else says one. That of a `bool` is `false`.
    pub default: Option<Value>,
    /// The pattern of the values.
    pub pattern: Option<Pattern>,
    /// How codes are found by the value, if they are.
    pub lookup: Option<Lookup>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// The kind of the values of a fact.
#[derive(Clone, Debug)]
pub enum FactKind {
    /// One of several words.
    Choice {
        /// The Rust enum.
        ty: Ident,
        /// The words.
        choices: Vec<Choice>,
    },
    /// Any value of a type.
    Typed(FactType),
    /// The published name, which every error may have. Only its lookup is declared.
    Name,
}

/// One of the words of a closed list.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The word.
    pub text: String,
    /// The Rust variant.
    pub variant: Ident,
    /// Whether a code with this value stands for an error.
    pub is_error: bool,
}

impl Catalog {
    /// Returns the value of a declared fact, given by its index: that of the error, or else of the
    /// `defaults` of its family, of those of the catalog, or the default of the fact.
    #[must_use]
    pub fn fact<'c>(&'c self, error: &'c Error, fact: usize) -> Option<&'c Value> {
        let pick = |values: &'c [(usize, Spanned<Value>)]| {
            values.iter().find(|(known, _)| *known == fact).map(|(_, value)| &value.value)
        };
        pick(&error.facts)
            .or_else(|| pick(&self.family_of(error).defaults.facts))
            .or_else(|| pick(&self.defaults.facts))
            .or_else(|| self.facts.get(fact)?.default.as_ref())
    }

    /// Returns the value of the key of a lookup, given by the index of its fact: a text, a number
    /// or a flag.
    #[must_use]
    pub fn looked_up(&self, error: &Error, fact: usize) -> Option<Value> {
        match self.facts.get(fact)?.kind {
            FactKind::Name => error.name.as_ref().map(|name| name.as_str().into()),
            FactKind::Choice { .. } | FactKind::Typed(_) => self.fact(error, fact).cloned(),
        }
    }

    /// Returns every declared fact that an error has, with its name.
    #[must_use]
    pub fn facts_of<'c>(&'c self, error: &'c Error) -> Vec<(&'c str, &'c Value)> {
        let own = self.facts.iter().enumerate().filter(|(_, fact)| fact.kind.is_own());
        own.filter_map(|(index, fact)| Some((fact.name.as_str(), self.fact(error, index)?))).collect()
    }

    /// Returns the closed list that says which codes are errors, with the index of its fact.
    #[must_use]
    pub fn error_fact(&self) -> Option<(usize, &[Choice])> {
        self.facts.iter().enumerate().find_map(|(index, fact)| match &fact.kind {
            FactKind::Choice { choices, .. } if choices.iter().any(|choice| !choice.is_error) => {
                Some((index, choices.as_slice()))
            }
            _ => None,
        })
    }
}

impl DeclaredFact {
    /// Returns `true` if every error has the fact.
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.default.is_some()
    }
}

impl FactKind {
    /// Returns `true` if errors have a key for the fact, rather than one of their usual keys.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !matches!(self, Self::Name)
    }
}
