//! Tests that the JSON Schema and the reader accept the same files.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod files;
mod keys;
mod projects;
mod tables;

use std::sync::LazyLock;

use errcat_build::unstable::diag::{Findings, Rule};
use errcat_build::unstable::project::Others;
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::{analyze, syntax};
use errcat_outputs::json_schema;
use jsonschema::Validator;
use serde_json::Value;

/// The rules about syntax, which a schema can describe.
const FORM: [Rule; 5] =
    [Rule::Syntax, Rule::UnknownKey, Rule::DuplicateKey, Rule::WrongType, Rule::InvalidStatus];

/// Returns the schema of one kind of file.
fn schema(file: &str) -> &'static Validator {
    static SCHEMAS: LazyLock<Vec<(&str, Validator)>> = LazyLock::new(|| {
        let schema = |file| {
            let text = json_schema::of_file(file, &errcat_outputs::keys()).unwrap();
            let schema: Value = serde_json::from_str(&text).unwrap();
            (file, jsonschema::draft7::new(&schema).unwrap())
        };
        ["catalog", "family", "locale", "config"].into_iter().map(schema).collect()
    });
    &SCHEMAS.iter().find(|(known, _)| *known == file).unwrap().1
}

/// Returns the syntax findings of the reader.
fn mistakes(sources: &Sources, file: FileId) -> Vec<String> {
    of_form(&analyze(sources).findings, file)
}

/// Returns the syntax findings about an `errcat.yaml`.
fn mistakes_in_settings(text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add("errcat.yaml", text);
    let mut findings = Findings::default();
    syntax::settings(&sources, file, &errcat_outputs::keys(), Others::Unknown, &mut findings);
    of_form(&findings, file)
}

fn of_form(findings: &Findings, file: FileId) -> Vec<String> {
    // Of an envelope, a schema describes the keys.
    let is_of_keys =
        |message: &str| message.contains(" has no key ") || message.contains(" must have the key ");
    let of_form = findings.iter().filter(|finding| {
        FORM.contains(&finding.rule) || (finding.rule == Rule::Envelope && is_of_keys(&finding.message))
    });
    let here = of_form.filter(|finding| finding.primary.span.file == file);
    here.map(|finding| format!("{}: {}", finding.rule.code(), finding.message)).collect()
}

/// Converts YAML to JSON, or returns `None` if a YAML parser rejects it. Keys become texts.
fn as_json(text: &str) -> Option<Value> {
    serde_yaml::from_str(text).ok().and_then(|value| json(&value))
}

fn json(value: &serde_yaml::Value) -> Option<Value> {
    use serde_yaml::Value as Yaml;
    Some(match value {
        Yaml::Null => Value::Null,
        Yaml::Bool(flag) => (*flag).into(),
        Yaml::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(number), _) => number.into(),
            (None, Some(number)) => serde_json::Number::from_f64(number).map(Value::Number)?,
            (None, None) => number.as_u64()?.into(),
        },
        Yaml::String(text) => text.as_str().into(),
        Yaml::Sequence(items) => items.iter().map(json).collect::<Option<Vec<_>>>()?.into(),
        Yaml::Mapping(entries) => {
            let entry = |(key, value): (&Yaml, &Yaml)| {
                let key = match key {
                    Yaml::String(key) => key.clone(),
                    Yaml::Null => "null".to_owned(),
                    Yaml::Bool(flag) => flag.to_string(),
                    Yaml::Number(number) => number.to_string(),
                    _ => return None,
                };
                Some((key, json(value)?))
            };
            Value::Object(entries.iter().map(entry).collect::<Option<_>>()?)
        }
        Yaml::Tagged(_) => return None,
    })
}
