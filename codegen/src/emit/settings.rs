//! The settings of one output, as `errcat.yaml` gives them.

use crate::value::Value;

/// What an output is asked to write, and how.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The keys that are given. Their values are of the kinds that the output declares.
    values: Vec<(&'static str, Value)>,
    /// The catalogs' files, relative to the project.
    files: Vec<String>,
}

impl Settings {
    /// Settings with these values, for catalogs in these files.
    #[must_use]
    pub fn new(values: Vec<(&'static str, Value)>, files: Vec<String>) -> Self {
        Self { values, files }
    }

    /// Where to write to, relative to the project: a folder, or a file if the output is one.
    #[must_use]
    pub fn path(&self) -> &str {
        self.text("path").unwrap_or_default()
    }

    /// The last part of [`path`](Self::path).
    #[must_use]
    pub fn file_name(&self) -> &str {
        let parts = self.path().rsplit('/');
        parts.into_iter().find(|part| !matches!(*part, "" | ".")).unwrap_or_default()
    }

    /// The files that the catalogs were read from, relative to the project.
    #[must_use]
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The ids of the catalogs to write; `None` for all of them.
    #[must_use]
    pub fn catalogs(&self) -> Option<Vec<&str>> {
        self.texts("catalogs")
    }

    /// Whether to leave out what outsiders may not know.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.text("visibility") == Some("public")
    }

    /// The text under a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(as_text)
    }

    /// The list of texts under a key.
    #[must_use]
    pub fn texts(&self, key: &str) -> Option<Vec<&str>> {
        match self.value(key)? {
            Value::List(items) => Some(items.iter().filter_map(as_text).collect()),
            _ => None,
        }
    }

    /// Whether a key is given as `true`.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.value(key), Some(Value::Bool(true)))
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
