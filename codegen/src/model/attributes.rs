//! The value of each attribute of an error.

use super::{Catalog, Error, Link, Notice, Param, Type};
use crate::format::attributes::Attribute;
use crate::format::vocabulary::Term;
use crate::value::Value;

impl Catalog {
    /// Returns the value of an attribute, or `Null` if it is absent.
    #[must_use]
    pub fn attribute(&self, error: &Error, attribute: Attribute) -> Value {
        let family = self.family_of(error);
        match attribute {
            Attribute::Family => family.id.as_str().into(),
            Attribute::FamilyTitle => family.title.as_str().into(),
            Attribute::Code => self.wire_code(error),
            Attribute::Ident => error.ident.given().map_or(Value::Null, Into::into),
            Attribute::Name => Value::maybe(error.name.as_ref().map(|name| name.as_str())),
            Attribute::Formerly => Value::texts(error.formerly.iter().map(|name| name.as_str())),
            Attribute::Names => names(error),
            Attribute::Status => Value::maybe(error.status.map(|status| Value::number(status.value))),
            Attribute::Message => Value::maybe(error.message.as_ref().map(|message| message.as_str())),
            Attribute::Description => Value::maybe(error.description.as_deref()),
            Attribute::DescriptionDerived => error.description_derived.into(),
            Attribute::Dynamic => error.dynamic.into(),
            Attribute::Retry => Value::maybe(error.retry.map(Term::as_str)),
            Attribute::Class => Value::maybe(error.class.as_ref().map(|class| class.as_str())),
            Attribute::Params => error.params.as_deref().map_or(Value::Null, params),
            Attribute::Details if error.details.is_empty() => Value::Null,
            Attribute::Details => params(&error.details),
            Attribute::Help => Value::texts(error.help.iter().map(String::as_str)),
            Attribute::Links if error.links.is_empty() => Value::Null,
            Attribute::Links => Value::List(error.links.iter().map(link).collect()),
            Attribute::Tags => Value::texts(error.tags.iter().map(|tag| tag.as_str())),
            Attribute::Facts => {
                let facts = self.facts_of(error).into_iter();
                Value::map(facts.map(|(name, value)| (name.to_owned(), value.clone())).collect())
            }
            Attribute::Parent => {
                Value::maybe(error.parent.map(|parent| self.errors[parent.value].code.as_str()))
            }
            Attribute::Mask => Value::maybe(error.mask.map(|mask| self.errors[mask.value].code.as_str())),
            Attribute::Visibility => error.visibility.as_str().into(),
            Attribute::Transport => family.transport.as_str().into(),
            Attribute::Exit => Value::maybe(error.exit.map(Value::number)),
            // Keys without a field of their own.
            Attribute::Deprecated => {
                Value::maybe(error.deprecated.as_ref().map(|notice| self.notice(notice)))
            }
            Attribute::Retired => Value::maybe(error.retired.as_ref().map(|notice| self.notice(notice))),
            Attribute::Aliases => Value::texts(error.aliases.iter().map(|alias| alias.as_str())),
            Attribute::Placeholders => {
                Value::maybe(error.has_placeholders().then(|| self.placeholders.as_str()))
            }
            Attribute::Index => Value::Number(error.index.to_string()),
            Attribute::Allow => pairs(error.allow.iter().map(|(rule, why)| (rule.as_str(), why.as_str()))),
            // The keys that have no field in the model.
            _ => error.value(attribute.row().key).cloned().unwrap_or(Value::Null),
        }
    }

    /// The code as responses hold it: a number where the catalog's codes are numbers.
    #[must_use]
    pub fn wire_code(&self, error: &Error) -> Value {
        error.number.map_or_else(|| error.code.as_str().into(), Value::number)
    }

    fn notice(&self, notice: &Notice) -> Value {
        let instead = notice.instead.map(|error| self.errors[error].code.as_str());
        let facts = [
            ("since", Value::maybe(notice.since.as_deref())),
            ("use", Value::maybe(instead)),
            ("note", Value::maybe(notice.note.as_deref())),
        ];
        object(facts, &notice.extensions)
    }
}

fn params(list: &[Param]) -> Value {
    let param = |param: &Param| {
        let facts = [
            ("type", ty(&param.ty)),
            ("optional", param.optional.into()),
            ("sensitive", param.sensitive.into()),
            ("description", Value::maybe(param.description.as_deref())),
        ];
        let field = param.field_given.then(|| ("field".to_owned(), param.field.as_str().into()));
        let further: Vec<_> = field.into_iter().chain(param.extensions.iter().cloned()).collect();
        (param.name.value.clone(), object(facts, &further))
    };
    Value::Map(list.iter().map(param).collect())
}

fn ty(ty: &Type) -> Value {
    match ty {
        Type::Scalar(scalar) => scalar.as_str().into(),
        Type::List(item) => Value::List(vec![self::ty(item)]),
        Type::Object(object) => params(&object.members),
    }
}

fn link(link: &Link) -> Value {
    object([("label", link.label.as_str().into()), ("url", link.url.as_str().into())], &link.extensions)
}

fn names(error: &Error) -> Value {
    let extensions = error.names_extensions.iter().cloned();
    match crate::ledger::names(&error.names) {
        Value::Map(names) => Value::Map(names.into_iter().chain(extensions).collect()),
        _ => Value::map(extensions.collect()),
    }
}

fn pairs<'t>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> Value {
    Value::map(pairs.map(|(key, text)| (key.to_owned(), text.into())).collect())
}

fn object<const N: usize>(facts: [(&str, Value); N], extensions: &[(String, Value)]) -> Value {
    let facts = facts.into_iter().map(|(key, value)| (key.to_owned(), value));
    Value::Map(facts.chain(extensions.iter().cloned()).collect())
}
