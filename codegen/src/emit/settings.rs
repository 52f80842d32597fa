//! The settings of one output in `errcat.yaml`.

use crate::format::keys::Map;
use crate::value::Value;

/// The settings of one output.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The given keys. Their values are of the kinds that the output declares.
    values: Vec<(&'static str, Value)>,
    /// The source files of the catalogs, relative to the project.
    files: Vec<String>,
    /// The address below which the pages of the project are published.
    base_url: Option<String>,
    /// The keys of every kind of output.
    kinds: Vec<&'static Map>,
    /// The operations of the API.
    operations: Vec<Operation>,
}

/// An operation of an API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The name.
    pub name: String,
    /// What outsiders get as its errors, as `catalog/family/CODE`, each once.
    pub errors: Vec<String>,
}

impl Settings {
    /// Creates settings with these values.
    #[must_use]
    pub fn new(values: Vec<(&'static str, Value)>) -> Self {
        Self { values, ..Self::default() }
    }

    /// Sets the source files of the catalogs, relative to the project.
    #[must_use]
    pub fn with_files(self, files: Vec<String>) -> Self {
        Self { files, ..self }
    }

    /// Sets the address below which the pages of the project are published.
    #[must_use]
    pub fn with_base_url(self, base_url: Option<String>) -> Self {
        Self { base_url, ..self }
    }

    /// Sets the keys of every kind of output.
    #[must_use]
    pub fn with_kinds(self, kinds: Vec<&'static Map>) -> Self {
        Self { kinds, ..self }
    }

    /// Sets the operations of the API.
    #[must_use]
    pub fn with_operations(self, operations: Vec<Operation>) -> Self {
        Self { operations, ..self }
    }

    /// Returns the operations of the API.
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// Returns the path to write to, relative to the project: a folder, or a file if the output is
    /// one.
    #[must_use]
    pub fn path(&self) -> &str {
        self.text("path").unwrap_or_default()
    }

    /// Returns the last part of [`path`](Self::path).
    #[must_use]
    pub fn file_name(&self) -> &str {
        let parts = self.path().rsplit('/');
        parts.into_iter().find(|part| !matches!(*part, "" | ".")).unwrap_or_default()
    }

    /// Returns the source files of the catalogs, relative to the project.
    #[must_use]
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Returns the address below which the pages of the project are published, with a `/` at its
    /// end.
    #[must_use]
    pub fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// Returns the keys of every kind of output.
    #[must_use]
    pub fn kinds(&self) -> &[&'static Map] {
        &self.kinds
    }

    /// Returns the ids of the catalogs to write, or `None` for all of them.
    #[must_use]
    pub fn catalogs(&self) -> Option<Vec<&str>> {
        self.texts("catalogs")
    }

    /// Returns the languages of the translations to write.
    #[must_use]
    pub fn locales(&self) -> Vec<&str> {
        self.texts("locales").unwrap_or_default()
    }

    /// Returns `true` if what outsiders must not see should be left out.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.text("visibility") == Some("public")
    }

    /// Returns the text of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(as_text)
    }

    /// Returns the list of texts of a key.
    #[must_use]
    pub fn texts(&self, key: &str) -> Option<Vec<&str>> {
        match self.value(key)? {
            Value::List(items) => Some(items.iter().filter_map(as_text).collect()),
            _ => None,
        }
    }

    /// Returns `true` if a key is `true`.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.value(key), Some(Value::Bool(true)))
    }

    /// Returns `true` if a key is `false`.
    #[must_use]
    pub fn is_off(&self, key: &str) -> bool {
        matches!(self.value(key), Some(Value::Bool(false)))
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }
}

fn as_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
