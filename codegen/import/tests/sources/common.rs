//! Imports a text, checks the written files, and reads them back as JSON.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use errcat_build::unstable::diag::{Finding, Rule, Severity, concise};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::source::Sources;
use errcat_import::{Mapped, Options, Source, import, write};
use serde_json::Value;

/// A catalog that was written and read back.
pub(crate) struct Imported {
    pub(crate) mapped: Mapped,
    /// One object per error, as `print catalog` has it.
    pub(crate) errors: Vec<Value>,
    /// The findings that are errors.
    pub(crate) mistakes: Vec<String>,
    pub(crate) files: Vec<(String, String)>,
}

/// Imports a text.
pub(crate) fn imported(path: &str, text: &str, options: &Options) -> Imported {
    let source = Source { path, bytes: text.as_bytes() };
    let import = import(&[source], "imported", options).unwrap_or_else(|failure| panic!("{path}: {failure}"));
    let files = write::files(&import.mapped.catalog);
    let mut sources = Sources::default();
    for (path, text) in &files {
        sources.add(format!("catalogs/{path}"), text.as_str());
    }
    let analysis = errcat_build::unstable::analyze(&sources);
    // The command gives identifiers to errors with equal names, as `check --fix` does.
    let is_mistake =
        |finding: &&Finding| finding.severity() == Severity::Error && finding.rule != Rule::IdentCollision;
    let mistakes = analysis.findings.iter().filter(is_mistake);
    let mistakes = mistakes.map(|finding| concise(&sources, finding)).collect();
    let lines = json::lines(&analysis.model);
    let errors = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    Imported { mapped: import.mapped, errors, mistakes, files }
}

/// Imports a text, and compares `code`, `name`, `message`, `description` and `status` of every error.
pub(crate) fn check(path: &str, kind: &str, text: &str, expected: &[[&str; 5]]) {
    let imported = imported(path, text, &Options::default());
    let shown = |value: &Value| match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let keys = ["code", "name", "message", "description", "status"];
    let actual: Vec<Vec<String>> =
        imported.errors.iter().map(|error| keys.iter().map(|key| shown(&error[*key])).collect()).collect();
    assert_eq!(actual, expected, "{path}");
    assert_eq!(imported.mistakes, Vec::<String>::new(), "{path}");
    assert_eq!(errcat_import::recognise("source", text).name(), kind, "{path} without its name");
    assert!(imported.mapped.rows >= expected.len() && !imported.files.is_empty());
}

/// Counts fields, and collects those that differ.
#[derive(Default)]
pub(crate) struct Fields {
    pub(crate) all: usize,
    pub(crate) wrong: Vec<String>,
}

impl Fields {
    pub(crate) fn compare(&mut self, what: &str, actual: &Value, expected: &Value) {
        self.all += 1;
        if actual != expected {
            self.wrong.push(format!("{what}: {actual} instead of {expected}"));
        }
    }
}
