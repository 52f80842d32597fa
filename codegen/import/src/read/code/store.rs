//! Rows while they are made, and what all makers of rows need.

use std::collections::BTreeMap;

use errcat_build::unstable::value::Value as Field;

use super::item::Value;
use crate::columns::Role;
use crate::draft::{Draft, Row};
use crate::words::words;

/// A row: the indexes of its section and of itself.
pub(super) type Place = (usize, usize);

/// The rows, and where names and codes stand.
pub(super) struct Rows {
    pub(super) draft: Draft,
    pub(super) sections: BTreeMap<Option<String>, usize>,
    /// Names that stand twice have no place.
    pub(super) names: BTreeMap<String, Option<Place>>,
    pub(super) codes: BTreeMap<String, Option<Place>>,
    /// The names of constants that are not the published name, by their rows.
    pub(super) constants: BTreeMap<Place, Vec<Field>>,
    /// Names whose value the file does not write out.
    pub(super) unknown: Vec<String>,
    /// The rows whose code is their name.
    pub(super) named: Vec<String>,
    /// The rows that are made from arguments without names.
    pub(super) unnamed_arguments: usize,
}

impl Rows {
    pub(super) fn new() -> Self {
        Self {
            draft: Draft { typed: true, ..Draft::default() },
            sections: BTreeMap::new(),
            names: BTreeMap::new(),
            codes: BTreeMap::new(),
            constants: BTreeMap::new(),
            unknown: Vec::new(),
            named: Vec::new(),
            unnamed_arguments: 0,
        }
    }

    /// Returns the row with a name, or with a code.
    pub(super) fn place(&self, key: &Value) -> Option<Place> {
        let by_name = || self.names.get(&key.key()).copied().flatten();
        match key {
            Value::Text(text) => self.codes.get(text).copied().flatten().or_else(by_name),
            Value::Integer(number, _) => self.codes.get(&number.to_string()).copied().flatten(),
            _ => by_name(),
        }
    }

    pub(super) fn row(&mut self, (section, row): Place) -> &mut Row {
        &mut self.draft.sections[section].rows[row]
    }

    /// Remembers a name whose value is not known.
    pub(super) fn unknown(&mut self, name: &str) {
        self.unknown.push(name.to_owned());
    }

    /// Returns a value as the value of a field. The name of a row becomes its code.
    pub(super) fn field(&self, value: &Value) -> Field {
        match value {
            Value::Integer(number, _) => Field::number(*number),
            Value::Text(text) => Field::Text(text.clone()),
            Value::Status(status) => Field::number(i64::from(*status)),
            Value::Bool(value) => Field::Bool(*value),
            Value::List(values) => Field::List(values.iter().map(|value| self.field(value)).collect()),
            Value::Map(entries) => {
                Field::Map(entries.iter().map(|(key, value)| (member(key), self.field(value))).collect())
            }
            Value::Name(_) => {
                let row = self.place(value).map(|(section, row)| &self.draft.sections[section].rows[row]);
                row.and_then(|row| row.get("code")).cloned().unwrap_or(Field::Null)
            }
            Value::Call(..) | Value::Unknown => Field::Null,
        }
    }
}

/// Returns the name of a member of a field. Go writes `Since` for `since`.
fn member(key: &Value) -> String {
    let name = key.key();
    let is_exported = name.starts_with(char::is_uppercase)
        && name.contains(char::is_lowercase)
        && name.chars().all(char::is_alphanumeric);
    if is_exported { words(&name).replace(' ', "_") } else { name }
}

/// Returns the usual header for a field, such as `status` for `HTTPStatus`.
pub(super) fn header(field: &str) -> String {
    match Role::of(&words(field))[..] {
        [(role, _)] => role.name().to_owned(),
        _ => field.to_owned(),
    }
}

/// Adds a field to a row, if it is not there.
pub(super) fn push(row: &mut Row, name: &str, field: Field) {
    if row.get(name).is_none() && !field.is_null() {
        row.push(name, field);
    }
}

/// Returns what a comment says after `Deprecated:` or `@deprecated`.
pub(super) fn deprecation(comment: &str) -> Option<Field> {
    let marks = ["@deprecated", "Deprecated:", "DEPRECATED:", "deprecated:"];
    let (_, note) = marks.iter().find_map(|mark| comment.split_once(mark))?;
    let note = note.lines().next().unwrap_or_default().trim();
    Some(if note.is_empty() { Field::Bool(true) } else { Field::Text(note.to_owned()) })
}
