//! Finds rows in lists and maps: lists of objects, maps from code to object, and groups of these.

use errcat_build::unstable::value::Value;

use crate::columns::{Role, is_known};
use crate::draft::{Draft, Row, Section};
use crate::failure::Failure;
use crate::words::words;

/// Keys whose value is a map of further errors below an error.
const BELOW: [&str; 7] =
    ["sub class", "subclass", "sub", "sub classes", "subconditions", "sub conditions", "children"];

/// Finds the rows. Their lines are unknown.
pub(crate) fn read(value: &Value) -> Result<Draft, Failure> {
    let mut draft = read_numbered(value)?;
    for row in draft.sections.iter_mut().flat_map(|section| &mut section.rows) {
        row.line = 0;
    }
    Ok(draft)
}

/// Finds the rows. Their line is their number.
pub(crate) fn read_numbered(value: &Value) -> Result<Draft, Failure> {
    let mut tree = Tree { draft: Draft { typed: true, ..Draft::default() }, count: 0 };
    tree.visit(value, &[], true);
    if tree.draft.is_empty() {
        return Err(Failure::new("no error codes found: neither a list of objects nor a map of codes"));
    }
    Ok(tree.draft)
}

struct Tree {
    draft: Draft,
    count: usize,
}

type Entries = [(String, Value)];

impl Tree {
    fn visit(&mut self, value: &Value, titles: &[&str], is_root: bool) {
        match value {
            Value::List(items) => self.list(items, titles),
            Value::Map(entries) => self.map(entries, titles, is_root),
            _ => {}
        }
    }

    fn list(&mut self, items: &[Value], titles: &[&str]) {
        for item in items {
            match item {
                Value::Map(entries) => match group(entries) {
                    Some((title, inner)) => {
                        let titles: Vec<&str> = titles.iter().copied().chain(title).collect();
                        self.visit(inner, &titles, false);
                    }
                    None => self.row(None, entries, titles),
                },
                Value::Text(code) | Value::Number(code) => {
                    let field = vec![("code".to_owned(), scalar_like(item, code))];
                    self.row(None, &field, titles);
                }
                _ => {}
            }
        }
    }

    fn map(&mut self, entries: &Entries, titles: &[&str], is_root: bool) {
        if is_root && let Some((title, inner)) = group(entries) {
            self.draft.title = title.map(str::to_owned);
            let title: Option<&str> = if inner_is_groups(inner) { None } else { title };
            let titles: Vec<&str> = title.into_iter().collect();
            return self.visit(inner, &titles, false);
        }
        if entries.iter().all(|(_, value)| is_scalar(value)) {
            return self.scalars(entries, titles);
        }
        let is_row = |value: &Value| match value {
            Value::Map(inner) => is_entry(inner),
            Value::Null => true,
            _ => false,
        };
        let rows = entries.iter().filter(|(_, value)| is_row(value)).count();
        let texts = entries.iter().filter(|(_, value)| matches!(value, Value::Text(_))).count();
        let key = if has_own_code(entries) { "name" } else { "code" };
        if rows > 0 && (rows + texts) * 2 >= entries.len() {
            for (code, value) in entries {
                match value {
                    Value::Map(inner) => self.row(Some((key, code)), inner, titles),
                    Value::Null => self.row(Some((key, code)), &[], titles),
                    Value::Text(_) | Value::Number(_) => {
                        let message = vec![("message".to_owned(), value.clone())];
                        self.row(Some((key, code)), &message, titles);
                    }
                    _ => {}
                }
            }
            return;
        }
        for (title, value) in entries {
            let titles: Vec<&str> = titles.iter().copied().chain([title.as_str()]).collect();
            self.visit(value, &titles, false);
        }
    }

    /// Reads a map from keys to scalars.
    fn scalars(&mut self, entries: &Entries, titles: &[&str]) {
        let mut numbers: Vec<&str> = entries
            .iter()
            .filter_map(
                |(_, value)| if let Value::Number(number) = value { Some(number.as_str()) } else { None },
            )
            .collect();
        let all_numbers = numbers.len() == entries.len();
        numbers.sort_unstable();
        numbers.dedup();
        let are_codes = all_numbers && numbers.len() == entries.len();
        let keys_are_numbers = entries.iter().all(|(key, _)| key.parse::<i64>().is_ok());
        let tokens = entries
            .iter()
            .all(|(_, value)| matches!(value, Value::Text(text) if crate::words::is_token(text)));
        let (key_column, column) = match () {
            () if keys_are_numbers && tokens => ("code", "name"),
            () if are_codes => ("name", "code"),
            () if all_numbers => ("code", "status"),
            () if tokens => ("name", "code"),
            () => ("code", "message"),
        };
        for (key, value) in entries {
            let field = match value {
                Value::Null => vec![],
                value => vec![(column.to_owned(), value.clone())],
            };
            self.row(Some((key_column, key)), &field, titles);
        }
    }

    fn row(&mut self, key: Option<(&str, &str)>, fields: &Entries, titles: &[&str]) {
        self.row_below(None, key, fields, titles);
    }

    /// Reads a row and the rows below it. `place` is the code of the row around it, and its own part.
    fn row_below(
        &mut self,
        place: Option<(String, String)>,
        key: Option<(&str, &str)>,
        fields: &Entries,
        titles: &[&str],
    ) {
        self.count += 1;
        let mut row = Row::new(self.count);
        row.below = place;
        if let Some((column, key)) = key {
            row.push(column, Value::Text(key.to_owned()));
        }
        let mut below = Vec::new();
        for (name, value) in fields {
            let lower = words(name);
            match value {
                Value::Null => {}
                Value::Map(inner) if BELOW.contains(&lower.as_str()) => below.extend(inner),
                Value::Map(inner) if matches!(&*lower, "extra" | "facts") => {
                    for (name, value) in inner.iter().filter(|(_, value)| !value.is_null()) {
                        row.push(name.clone(), value.clone());
                    }
                }
                Value::List(_) if is_text(&lower) => row.push(name.clone(), lines(value)),
                other => row.push(name.clone(), other.clone()),
            }
        }
        let code = row.fields.iter().find(|(name, _)| is_code(name));
        let (column, code) = code
            .map_or_else(|| ("code".to_owned(), String::new()), |(name, code)| (name.clone(), text(code)));
        self.add(row, titles);
        for (own, value) in below {
            let separator = self.draft.separator.get_or_insert_with(|| ".".to_owned());
            let whole = format!("{code}{separator}{own}");
            let message = match value {
                Value::Text(_) | Value::Number(_) => vec![("message".to_owned(), value.clone())],
                _ => Vec::new(),
            };
            let fields = if let Value::Map(inner) = value { inner } else { &message };
            self.row_below(Some((code.clone(), own.clone())), Some((&column, &whole)), fields, titles);
        }
    }

    fn add(&mut self, row: Row, titles: &[&str]) {
        let title = if titles.is_empty() { None } else { Some(titles.join(" / ")) };
        match self.draft.sections.last_mut() {
            Some(section) if section.title == title => section.rows.push(row),
            _ => self.draft.add(Section { title, description: None, rows: vec![row] }),
        }
    }
}

/// The keys of lists and maps of errors, the clearest first.
const COLLECTIONS: [&str; 9] =
    ["errors", "codes", "error codes", "catalogs", "families", "items", "conditions", "entries", "catalog"];

/// Returns the title and the content of a map that has one list or map of errors beside scalars.
fn group(entries: &Entries) -> Option<(Option<&str>, &Value)> {
    let is_collection = |value: &&Value| match value {
        Value::List(items) => !items.is_empty() && items.iter().all(|item| matches!(item, Value::Map(_))),
        Value::Map(inner) => {
            !inner.is_empty()
                && inner.iter().all(|(_, value)| match value {
                    Value::Map(inner) => is_entry(inner) || inner.iter().any(|(_, value)| !is_scalar(value)),
                    Value::List(items) => items.iter().any(|item| matches!(item, Value::Map(_))),
                    _ => true,
                })
        }
        _ => false,
    };
    let named =
        |name: &&str| entries.iter().find(|(key, value)| words(key) == **name && is_collection(&value));
    let (_, inner) = COLLECTIONS.iter().find_map(named)?;
    let title = entries.iter().find_map(|(key, value)| match value {
        Value::Text(text) if matches!(&*words(key), "title" | "name" | "family" | "category") => {
            Some(text.as_str())
        }
        _ => None,
    });
    Some((title, inner))
}

/// Returns `true` if a collection contains groups with titles of their own.
fn inner_is_groups(value: &Value) -> bool {
    match value {
        Value::List(items) => {
            items.iter().any(|item| matches!(item, Value::Map(map) if group(map).is_some()))
        }
        Value::Map(entries) => !entries
            .iter()
            .any(|(_, value)| is_scalar(value) || matches!(value, Value::Map(map) if is_entry(map))),
        _ => false,
    }
}

/// Returns `true` if a map describes an error: it has a text or number under a usual header.
fn is_entry(map: &Entries) -> bool {
    let plain = |value: &Value| match value {
        Value::List(items) => items.iter().all(is_scalar),
        value => is_scalar(value),
    };
    map.is_empty() || map.iter().any(|(key, value)| plain(value) && is_known(&words(key)))
}

/// Returns `true` if most entries name their code themselves, so that their key is a name.
fn has_own_code(entries: &Entries) -> bool {
    let has_code = |value: &Value| {
        let Value::Map(map) = value else { return false };
        map.iter().any(|(key, value)| is_scalar(value) && is_code(key))
    };
    entries.iter().filter(|(_, value)| has_code(value)).count() * 2 > entries.len()
}

/// Returns `true` if a field with this name is the code of its row.
fn is_code(name: &str) -> bool {
    matches!(&*words(name), "code" | "error code" | "errno")
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::List(_) | Value::Map(_))
}

fn is_text(words: &str) -> bool {
    Role::of(words)
        .iter()
        .any(|(role, place)| matches!(role, Role::Message | Role::Description) && *place < 9)
}

/// Joins a list of lines.
fn lines(value: &Value) -> Value {
    match value {
        Value::List(items) if items.iter().all(|item| matches!(item, Value::Text(_))) => {
            Value::Text(items.iter().map(text).collect::<Vec<_>>().join("\n"))
        }
        other => other.clone(),
    }
}

/// Returns the text of a scalar.
fn text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Number(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}

fn scalar_like(like: &Value, text: &str) -> Value {
    match like {
        Value::Number(_) => Value::Number(text.to_owned()),
        _ => Value::Text(text.to_owned()),
    }
}
