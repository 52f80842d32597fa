//! Published names in other languages.

use crate::value::Value;

/// A published name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedName {
    /// The name.
    pub name: String,
    /// Whether programs should use the first name of the language instead.
    pub deprecated: bool,
    /// The `x-` keys, which the ledger leaves out.
    pub extensions: Vec<(String, Value)>,
}

impl PublishedName {
    fn value(&self) -> Value {
        let name = Value::from(self.name.as_str());
        if !self.deprecated && self.extensions.is_empty() {
            return name;
        }
        let deprecated = self.deprecated.then(|| ("deprecated".to_owned(), true.into()));
        let extensions = self.extensions.iter().cloned();
        Value::Map([("name".to_owned(), name)].into_iter().chain(deprecated).chain(extensions).collect())
    }
}

/// Returns the names of a language as in a catalog: one name, or a list.
pub(super) fn value(names: &[PublishedName]) -> Value {
    match names {
        [one] => one.value(),
        names => Value::List(names.iter().map(PublishedName::value).collect()),
    }
}

/// Returns the names of all languages, or `Null` if there are none.
pub(crate) fn names(names: &[(String, Vec<PublishedName>)]) -> Value {
    Value::map(names.iter().map(|(language, names)| (language.clone(), value(names))).collect())
}
