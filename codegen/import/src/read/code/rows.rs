//! Turns named values into rows.

use std::collections::BTreeMap;

use errcat_build::unstable::value::Value as Field;

use super::groups::{Group, groups, is_code_header};
use super::item::{Item, Value};
use super::reader::Reader;
use super::store::{Place, Rows, deprecation, header, push};
use super::tables::{self, Table};
use crate::columns::is_known;
use crate::draft::{Draft, Row, Section};
use crate::read::hex;
use crate::words::{is_code_like, is_token, words};

/// The maximum number of names in a note.
const MOST_NAMES: usize = 10;

/// Returns the draft of everything that was found.
pub(super) fn draft(mut reader: Reader<'_>, language: &str) -> Draft {
    let mut rows = Rows::new();
    let mut tables: Vec<Table> = Vec::new();
    let mut aliases = Vec::new();
    let mut bases = Vec::new();
    for group in groups(&mut reader) {
        if rows.is_table(&group) {
            tables.push(Table::of(group));
            continue;
        }
        if group.is_object && group.items.iter().all(|item| matches!(item.value, Value::Name(_))) {
            tables.push(Table::reversed(group));
            continue;
        }
        let mut counted: Vec<&Item> = Vec::new();
        for item in &group.items {
            match &item.value {
                Value::Integer(..) if reader.is_base(&item.name) => bases.push(item.name.clone()),
                Value::Name(_) => aliases.push(item.clone()),
                Value::Map(entries) if entries.iter().any(|(key, _)| matches!(key, Value::Name(_))) => {
                    tables.push(Table::new(&item.name, entries.clone(), item.line));
                }
                _ => {
                    counted.extend(item.counted.then_some(item));
                    rows.add(item, &group);
                }
            }
        }
        if let Some(first) = counted.first() {
            let text = format!(
                "the codes of {} follow from positions and are written out; in the source, a new entry in the middle changes those after it",
                listed(counted.iter().map(|item| &item.name))
            );
            rows.draft.note(first.line, text);
        }
    }
    for table in tables {
        tables::apply(&mut rows, &table);
    }
    for alias in aliases {
        tables::alias(&mut rows, &alias);
    }
    rows.finish(&bases, language)
}

/// Joins names, at most as many as a person reads.
fn listed<'n>(names: impl Iterator<Item = &'n String>) -> String {
    let names: Vec<&str> = names.map(String::as_str).collect();
    let shown = names.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

impl Rows {
    /// Returns `true` if a group says more about the rows that are known, by their names or codes.
    fn is_table(&self, group: &Group) -> bool {
        let key = |item: &Item| item.key.clone().unwrap_or_else(|| Value::Text(item.name.clone()));
        let known = group.items.iter().filter(|item| self.place(&key(item)).is_some()).count();
        (group.is_object || group.has_prose) && group.title.is_some() && known * 2 >= group.items.len()
    }

    /// Adds the row of an item, if it is one.
    fn add(&mut self, item: &Item, group: &Group) {
        if let Value::List(values) = &item.value
            && values.iter().all(|value| matches!(value, Value::Map(_) | Value::Call(..)))
        {
            for value in values {
                let element = Item { value: value.clone(), ..Item::new("", Value::Unknown, item.line) };
                self.add(&Item { group: Some(item.name.clone()), ..element }, group);
            }
            return;
        }
        if let (Value::Map(entries), true) = (&item.value, group.is_object)
            && !entries.iter().any(|(key, _)| is_known(&words(&key.key())))
        {
            for (key, value) in entries {
                let entry = Item::new(&key.key(), value.clone(), item.line);
                self.add(&Item { group: Some(item.name.clone()), key: Some(key.clone()), ..entry }, group);
            }
            return;
        }
        let Some(mut row) = self.read(item, group) else { return };
        documentation(&mut row, &item.comment);
        // A constant that is also a member of an enum is one error.
        if let Some(place) = self.names.get(&item.name).copied().flatten()
            && self.row(place).get("code") == row.get("code")
        {
            for (name, field) in row.fields {
                push(self.row(place), &name, field);
            }
            return;
        }
        let title = item.group.clone();
        let count = self.draft.sections.len();
        let section = *self.sections.entry(title.clone()).or_insert(count);
        if section == count {
            self.draft.sections.push(Section { title, ..Section::default() });
        }
        let place = (section, self.draft.sections[section].rows.len());
        let remember = |places: &mut BTreeMap<String, Option<Place>>, key: String| {
            places.entry(key).and_modify(|known| *known = None).or_insert(Some(place));
        };
        if !item.name.is_empty() {
            remember(&mut self.names, item.name.clone());
        }
        if let Some(Field::Text(code) | Field::Number(code)) = row.get("code") {
            let number = code.strip_prefix("0x").and_then(|digits| i64::from_str_radix(digits, 16).ok());
            remember(&mut self.codes, number.map_or(code.clone(), |number| number.to_string()));
        }
        self.draft.sections[section].rows.push(row);
    }

    /// Returns the row of an item without its comment.
    fn read(&mut self, item: &Item, group: &Group) -> Option<Row> {
        let mut row = Row::new(item.line);
        let key_is_number = matches!(item.key, Some(Value::Integer(..)));
        let prose = |text: &str| group.has_prose && group.title.is_some() || !is_token(text);
        match &item.value {
            Value::Integer(number, _) if group.is_object && group.has_equal_numbers => {
                row.push("status", Field::number(*number));
            }
            Value::Integer(number, digits) if !key_is_number => row.push("code", hex::code(*number, *digits)),
            Value::Integer(number, _) => row.push("status", Field::number(*number)),
            Value::Text(text) if prose(text) => row.push("message", Field::Text(text.clone())),
            Value::Text(text) if key_is_number => row.push("name", Field::Text(text.clone())),
            Value::Text(text) => row.push("code", Field::Text(text.clone())),
            Value::Status(status) => row.push("status", Field::number(i64::from(*status))),
            Value::List(values) => {
                self.arguments(&mut row, values.iter().map(|value| (None, value)), item)?;
            }
            Value::Call(_, arguments) => {
                let arguments = arguments.iter().map(|(name, value)| (name.as_deref(), value));
                self.arguments(&mut row, arguments, item)?;
            }
            Value::Map(fields) => self.fields(&mut row, fields, item)?,
            Value::Name(_) | Value::Bool(_) | Value::Unknown => {
                self.unknown.push(item.name.clone());
                return None;
            }
        }
        let has_code = row.fields.iter().any(|(name, _)| is_code_header(&words(name)));
        match &item.key {
            _ if item.name.is_empty() && !has_code => return None,
            Some(Value::Integer(number, digits)) if !has_code => {
                row.fields.insert(0, ("code".to_owned(), hex::code(*number, *digits)));
            }
            _ if !has_code => {
                row.fields.insert(0, ("code".to_owned(), Field::Text(item.name.clone())));
                if item.key.is_none() {
                    self.named.push(item.name.clone());
                }
            }
            _ => {}
        }
        if row.get("name").is_none() && !key_is_number && !item.name.is_empty() {
            row.push("name", Field::Text(item.name.clone()));
        }
        Some(row)
    }

    /// Adds the fields of an error. Returns `None` if they are about a row that is known.
    fn fields(&mut self, row: &mut Row, fields: &[(Value, Value)], item: &Item) -> Option<()> {
        let code = fields.iter().find(|(key, _)| is_code_header(&words(&key.key())));
        if let Some((_, value @ Value::Name(name))) = code {
            match self.place(value) {
                Some(place) => tables::add(self, place, fields),
                None => self.unknown.push(name.clone()),
            }
            return None;
        }
        row.line = item.line;
        for (key, value) in fields {
            let (name, field) = (header(&key.key()), self.field(value));
            let field = match (value, is_code_header(&words(&name))) {
                (Value::Integer(number, digits), true) => hex::code(*number, *digits),
                _ => field,
            };
            if row.get(&name).is_none() && !field.is_null() {
                row.push(name, field);
            }
        }
        self.something(row, item)
    }

    /// Returns `None` if a value says nothing, and remembers its name.
    fn something(&mut self, row: &Row, item: &Item) -> Option<()> {
        if row.fields.is_empty() {
            self.unknown.push(item.name.clone());
            return None;
        }
        Some(())
    }

    /// Sorts arguments without names: a code, a status, then texts.
    fn arguments<'v>(
        &mut self,
        row: &mut Row,
        arguments: impl Iterator<Item = (Option<&'v str>, &'v Value)>,
        item: &Item,
    ) -> Option<()> {
        let arguments: Vec<(Option<&str>, &Value)> = arguments.collect();
        if let Some((_, first)) = arguments.first()
            && let Value::Name(_) = first
            && let Some(place) = self.place(first)
        {
            let rest: Vec<&Value> = arguments.iter().skip(1).map(|(_, value)| *value).collect();
            tables::add_values(self, place, &rest);
            return None;
        }
        let is_status = |number: i64| (100..600).contains(&number);
        let number = arguments.iter().find_map(|(_, value)| match value {
            Value::Integer(number, _) if !is_status(*number) => Some(*number),
            _ => None,
        });
        let mut texts = ["message", "description"].into_iter();
        for (at, (name, value)) in arguments.iter().enumerate() {
            match value {
                _ if name.is_some() => {
                    let fields = [(Value::Text((*name)?.to_owned()), (*value).clone())];
                    self.fields(row, &fields, item)?;
                }
                Value::Integer(own, digits) if Some(*own) == number => {
                    row.push("code", hex::code(*own, *digits));
                }
                Value::Integer(own, _) if is_status(*own) => row.push("status", Field::number(*own)),
                Value::Status(status) => row.push("status", Field::number(i64::from(*status))),
                Value::Text(text) if number.is_none() && row.get("code").is_none() && is_code(text) => {
                    row.push("code", Field::Text(text.clone()));
                }
                Value::Text(text) if !is_token(text) || texts.len() == 2 => {
                    let column = texts.next().map_or_else(|| format!("argument {}", at + 1), str::to_owned);
                    row.push(column, Field::Text(text.clone()));
                }
                other => {
                    let field = self.field(other);
                    if !field.is_null() {
                        row.push(format!("argument {}", at + 1), field);
                    }
                }
            }
        }
        self.unnamed_arguments += usize::from(arguments.len() > 1);
        self.something(row, item)
    }

    fn finish(mut self, bases: &[String], language: &str) -> Draft {
        let mut note = |names: &[String], text: &str| {
            if !names.is_empty() {
                self.draft.note(0, format!("{text}: {}", listed(names.iter())));
            }
        };
        note(bases, "left out, because other numbers are computed from them");
        note(&self.unknown, "left out, because the file does not write their values out");
        note(&self.named, "these have no code of their own, so their names are the codes");
        if self.unnamed_arguments > 0 {
            let text =
                "arguments without names were sorted by what they look like; `--map` decides otherwise";
            self.draft.note(0, text);
        }
        for (place, mut names) in std::mem::take(&mut self.constants) {
            let names = match (names.len(), names.pop()) {
                (1, Some(only @ Field::Text(_))) => only,
                (_, last) => Field::List(names.into_iter().chain(last).collect()),
            };
            self.row(place).push("names", Field::Map(vec![(language.to_owned(), names)]));
        }
        hex::settle(&mut self.draft);
        if let [section] = &mut self.draft.sections[..] {
            self.draft.title = section.title.take();
        }
        self.draft
    }
}

/// Returns `true` if an argument can be a code: small letters, or what looks like a code.
fn is_code(text: &str) -> bool {
    is_token(text) && (is_code_like(text) || !text.contains(char::is_uppercase))
}

/// Adds a comment as description, and what it says about deprecation.
fn documentation(row: &mut Row, comment: &str) {
    if let Some(deprecated) = deprecation(comment) {
        row.push("deprecated", deprecated);
    }
    if !comment.is_empty() && row.get("description").is_none() {
        row.push("description", Field::Text(comment.to_owned()));
    }
}
