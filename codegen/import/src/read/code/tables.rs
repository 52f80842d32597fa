//! Tables that say more about rows: maps and functions from constants to texts, statuses or fields,
//! and constants that are other names of a row.

use errcat_build::unstable::value::Value as Field;

use super::groups::Group;
use super::item::{Item, Value};
use super::store::{Place, Rows, deprecation, header, push};
use crate::columns::Role;
use crate::words::{is_token, words};

/// The columns that a table may be, by its name.
const COLUMNS: [Role; 6] =
    [Role::Name, Role::Message, Role::Description, Role::Status, Role::Help, Role::Retry];

/// A table.
pub(super) struct Table {
    name: String,
    /// Whether the texts are keys of the source.
    is_reversed: bool,
    entries: Vec<(Value, Value)>,
    line: usize,
}

impl Table {
    pub(super) fn new(name: &str, entries: Vec<(Value, Value)>, line: usize) -> Self {
        Self { name: name.to_owned(), is_reversed: false, entries, line }
    }

    /// Returns the entries of a group as a table.
    pub(super) fn of(group: Group) -> Self {
        let line = group.items.first().map_or(0, |item| item.line);
        let entry = |item: Item| (item.key.unwrap_or(Value::Text(item.name)), item.value);
        let entries = group.items.into_iter().map(entry).collect();
        Self { name: group.title.unwrap_or_default(), is_reversed: false, entries, line }
    }

    /// Returns a table from texts to constants as one from constants to texts.
    pub(super) fn reversed(group: Group) -> Self {
        let mut table = Self::of(group);
        let entry = |(key, value): (Value, Value)| {
            let text = key.key();
            (value, Value::Text(text.trim_matches('"').to_owned()))
        };
        table.entries = table.entries.into_iter().map(entry).collect();
        table.is_reversed = true;
        table
    }
}

/// Adds what a table says to its rows.
pub(super) fn apply(rows: &mut Rows, table: &Table) {
    let column = column(table);
    if table.is_reversed && column.as_deref() != Some("name") {
        return;
    }
    let mut missing = 0;
    for (key, value) in &table.entries {
        let Some(place) = rows.place(key) else {
            missing += 1;
            continue;
        };
        match value {
            Value::Map(fields) => add(rows, place, fields),
            Value::List(values) => add_values(rows, place, &values.iter().collect::<Vec<_>>()),
            Value::Call(_, arguments) => {
                add_values(rows, place, &arguments.iter().map(|(_, value)| value).collect::<Vec<_>>());
            }
            // A text that is the name says nothing more.
            Value::Text(text) if *text == key.key() => {}
            value => {
                let field = rows.field(value);
                match column.as_deref() {
                    Some("name") => rename(rows, place, field),
                    column => push(rows.row(place), column.unwrap_or(&table.name), field),
                }
            }
        }
    }
    if missing > 0 {
        let keys = if missing == 1 { "1 key".to_owned() } else { format!("{missing} keys") };
        let text = format!("{keys} of `{}` without a code in this file: left out", table.name);
        rows.draft.note(table.line, text);
    }
}

/// Returns the column that the values of a table are: by its name, or by what they look like.
fn column(table: &Table) -> Option<String> {
    let whole = words(&table.name);
    let last = whole.rsplit(' ').next().unwrap_or_default();
    for name in [&*whole, last] {
        for name in [name, name.strip_suffix('s').unwrap_or(name)] {
            let roles = Role::of(name);
            if !roles.is_empty() && roles.iter().all(|(role, _)| COLUMNS.contains(role)) {
                return Some(name.to_owned());
            }
        }
    }
    let all = |fits: fn(&Value) -> bool| table.entries.iter().all(|(_, value)| fits(value));
    let is_status = |value: &Value| match value {
        Value::Status(_) => true,
        Value::Integer(number, _) => (100..600).contains(number),
        _ => false,
    };
    let is_name = |value: &Value| match value {
        Value::Text(text) => is_token(text) && !text.contains(char::is_lowercase),
        _ => false,
    };
    match () {
        () if all(is_status) => Some("status".to_owned()),
        () if all(is_name) => Some("name".to_owned()),
        () if all(|value| matches!(value, Value::Text(_))) => Some("message".to_owned()),
        () => None,
    }
}

/// Adds fields to a row, except those that it has.
pub(super) fn add(rows: &mut Rows, place: Place, fields: &[(Value, Value)]) {
    for (key, value) in fields {
        let field = rows.field(value);
        push(rows.row(place), &header(&key.key()), field);
    }
}

/// Adds values without names: a status, and texts.
pub(super) fn add_values(rows: &mut Rows, place: Place, values: &[&Value]) {
    for (at, value) in values.iter().enumerate() {
        let field = rows.field(value);
        let row = rows.row(place);
        match value {
            Value::Status(_) => push(row, "status", field),
            Value::Integer(number, _) if (100..600).contains(number) => push(row, "status", field),
            Value::Text(_) if row.get("message").is_none() => push(row, "message", field),
            Value::Text(text) if !is_token(text) => push(row, "description", field),
            _ => push(row, &format!("argument {}", at + 1), field),
        }
    }
}

/// Gives a row its published name, and keeps the name of the constant.
fn rename(rows: &mut Rows, place: Place, name: Field) {
    let row = rows.row(place);
    let Some((_, own)) = row.fields.iter_mut().find(|(column, _)| column == "name") else {
        return push(row, "name", name);
    };
    if *own != name {
        let constant = std::mem::replace(own, name);
        rows.constants.entry(place).or_default().push(constant);
    }
}

/// Adds another name to the row of a constant.
pub(super) fn alias(rows: &mut Rows, alias: &Item) {
    let Some(place) = rows.place(&alias.value) else { return rows.unknown(&alias.name) };
    let own = rows.row(place).get("name").cloned();
    let names = rows.constants.entry(place).or_default();
    if names.is_empty() {
        names.extend(own);
    }
    let name = Field::Text(alias.name.clone());
    names.push(match deprecation(&alias.comment) {
        Some(_) => Field::Map(vec![("name".to_owned(), name), ("deprecated".to_owned(), Field::Bool(true))]),
        None => name,
    });
    let target = alias.value.key();
    let text = format!("`{}` is another name of `{target}`, and stands in its `names`", alias.name);
    rows.draft.note(alias.line, text);
}
