//! The value of each attribute in a ledger.

use super::{Param, Promise, Type};
use crate::format::attributes::Attribute;
use crate::format::vocabulary::Term;
use crate::value::Value;

impl Promise {
    /// Returns the released value of an attribute, or `Null` if it is absent or not in the ledger.
    #[must_use]
    pub fn attribute(&self, attribute: Attribute) -> Value {
        match attribute {
            Attribute::Family => self.family.as_str().into(),
            Attribute::Code => self.code.as_str().into(),
            Attribute::Ident => self.ident.as_str().into(),
            Attribute::Name => Value::maybe(self.name.as_deref()),
            Attribute::Names => super::names(&self.names),
            Attribute::Status => Value::maybe(self.status.map(Value::number)),
            Attribute::Retry => Value::maybe(self.retry.map(Term::as_str)),
            Attribute::Params => params(&self.params),
            Attribute::Details => params(&self.details),
            Attribute::Mask => Value::maybe(self.mask.as_deref()),
            Attribute::Visibility => self.visibility.as_str().into(),
            Attribute::Aliases => Value::texts(self.aliases.iter().map(String::as_str)),
            Attribute::Facts => Value::map(self.declared.clone()),
            Attribute::Message => Value::maybe(self.message.as_deref()),
            Attribute::Description => Value::maybe(self.description.as_deref()),
            _ => {
                let fact = self.facts.iter().find(|(known, _)| *known == attribute);
                fact.map_or(Value::Null, |(_, value)| value.clone())
            }
        }
    }
}

/// Returns `true` if the ledger leaves out this value of an attribute.
pub(crate) fn is_usual(attribute: Attribute, value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::Text(text) => !text.is_empty() && text == attribute.row().usual,
        Value::List(items) => items.is_empty(),
        Value::Map(entries) => entries.is_empty(),
    }
}

pub(super) fn params(list: &[Param]) -> Value {
    Value::map(list.iter().map(|param| (param.name.clone(), param.declaration())).collect())
}

impl Param {
    /// Returns what clients rely on, as in a catalog: a type, a list of a type, or a map.
    #[must_use]
    pub fn declaration(&self) -> Value {
        let ty = declared(&self.ty);
        // A map is always a map with `type`.
        if !self.optional && !self.sensitive && !matches!(self.ty, Type::Object(_)) {
            return ty;
        }
        let flags = [("optional", self.optional), ("sensitive", self.sensitive)];
        let given = flags.into_iter().filter(|(_, given)| *given);
        let flags = given.map(|(key, _)| (key.to_owned(), true.into()));
        Value::Map(std::iter::once(("type".to_owned(), ty)).chain(flags).collect())
    }
}

fn declared(ty: &Type) -> Value {
    match ty {
        Type::Scalar(scalar) => scalar.as_str().into(),
        Type::List(item) => Value::List(vec![declared(item)]),
        Type::Object(members) => params(members),
    }
}
