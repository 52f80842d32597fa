//! The values of one fact, and the errors that have them.

use proc_macro2::{Ident, Span};

use crate::format::vocabulary::FactType;
use crate::model::{Catalog, DeclaredFact, Error, FactKind};
use crate::order;
use crate::text::case;
use crate::value::Value;

/// A declared fact of the errors of one enum.
pub(super) struct Column<'m> {
    pub(super) fact: &'m DeclaredFact,
    /// Every value, in the order of a search, with the errors that have it.
    pub(super) values: Vec<(Value, Vec<&'m Error>)>,
}

impl<'m> Column<'m> {
    pub(super) fn all(catalog: &'m Catalog, entries: &'m [Error]) -> Vec<Self> {
        (0..catalog.facts.len()).map(|fact| Self::new(catalog, fact, entries)).collect()
    }

    fn new(catalog: &'m Catalog, index: usize, entries: &'m [Error]) -> Self {
        let fact = &catalog.facts[index];
        let mut held: Vec<(Value, &Error)> =
            entries.iter().filter_map(|error| Some((catalog.looked_up(error, index)?, error))).collect();
        let mut values: Vec<(Value, Vec<&Error>)> = match &fact.kind {
            FactKind::Choice { choices, .. } => {
                choices.iter().map(|choice| (choice.text.as_str().into(), Vec::new())).collect()
            }
            FactKind::Typed(FactType::Bool) => [false, true].map(|flag| (flag.into(), Vec::new())).into(),
            FactKind::Typed(_) | FactKind::Name => Vec::new(),
        };
        if values.is_empty() {
            order::sort(&mut held, &|(a, _), (b, _)| key(a).cmp(&key(b)));
            for (value, error) in held {
                match values.last_mut() {
                    Some((last, errors)) if *last == value => errors.push(error),
                    _ => values.push((value, vec![error])),
                }
            }
        } else {
            for (value, error) in held {
                if let Some((_, errors)) = values.iter_mut().find(|(known, _)| *known == value) {
                    errors.push(error);
                }
            }
        }
        Self { fact, values }
    }

    /// Returns whether an error has another value than those that say nothing.
    pub(super) fn is_said(&self) -> bool {
        self.values
            .iter()
            .any(|(value, errors)| !errors.is_empty() && Some(value) != self.fact.default.as_ref())
    }

    pub(super) fn has_accessor(&self) -> bool {
        self.fact.kind.is_own()
    }

    /// Returns the values of the fact as a table, if they are any texts or numbers.
    pub(super) fn has_values(&self) -> bool {
        let is_open = match self.fact.kind {
            FactKind::Choice { .. } | FactKind::Typed(FactType::Bool) => false,
            FactKind::Typed(_) | FactKind::Name => true,
        };
        is_open && !self.values.is_empty()
    }

    pub(super) fn is_number(&self) -> bool {
        !matches!(self.fact.kind, FactKind::Name | FactKind::Typed(FactType::String))
    }

    pub(super) fn table(&self, of: &str) -> String {
        format!("FACT_{}_{of}", case::constant(&self.fact.name))
    }

    pub(super) fn ident(&self, of: &str) -> Ident {
        Ident::new(&self.table(of), Span::call_site())
    }
}

/// Returns the position of a value in the order of a search. 64 bits without a sign are compared as
/// if they had one, like in the table.
pub(super) fn key(value: &Value) -> (i64, &str) {
    match value {
        Value::Number(number) => (signed(number), ""),
        Value::Text(text) => (0, text),
        _ => (0, ""),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "64 bits without a sign keep their bits")]
fn signed(number: &str) -> i64 {
    number.parse::<i128>().unwrap_or_default() as i64
}
