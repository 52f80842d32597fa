//! Turns one row into the keys of an error.

use errcat_build::unstable::text::nearest::nearest;
use errcat_build::unstable::value::Value;

use super::column::scalar;
use super::facts::{self, Kind};
use super::marks::marks;
use super::roles::{Roles, Use};
use super::split;
use super::status::{self, Status};
use crate::catalog::Key;
use crate::columns::Role;
use crate::draft::Row;

/// What is the same for all rows.
pub(crate) struct Context<'c> {
    /// The names of the columns.
    pub(crate) names: &'c [String],
    pub(crate) roles: &'c Roles,
    pub(crate) kinds: &'c [(String, Kind)],
    /// The syntax of placeholders.
    pub(crate) syntax: Option<&'c str>,
    /// The word with which descriptions begin in the column of messages.
    pub(crate) joint: Option<&'c str>,
}

/// What rows said that no key holds.
#[derive(Default)]
pub(crate) struct Left {
    /// Sentences about single rows, with their lines.
    pub(crate) notes: Vec<(usize, String)>,
}

impl Context<'_> {
    /// Returns the value with a role.
    pub(crate) fn get<'r>(&self, row: &'r Row, role: Role) -> Option<&'r Value> {
        let at = self.roles.uses.iter().position(|used| *used == Use::Role(role))?;
        row.get(&self.names[at])
    }

    /// Returns the text with a role. Empty texts count.
    pub(crate) fn text<'r>(&self, row: &'r Row, role: Role) -> Option<&'r str> {
        self.get(row, role).and_then(scalar)
    }

    /// Returns the keys of an error.
    pub(crate) fn keys(&self, row: &Row, code: &str, left: &mut Left) -> Vec<Key> {
        let mut keys = Vec::new();
        if let Some(name) =
            self.text(row, Role::Name).map(str::trim).filter(|name| !name.is_empty() && *name != code)
        {
            keys.push(Key::text("name", name));
        }
        self.plain(row, &[Role::Ident, Role::Formerly, Role::Names], &mut keys);
        self.texts(row, &mut keys);
        self.params(row, &mut keys);
        self.status(row, code, &mut keys, left);
        self.retry(row, code, &mut keys, left);
        self.plain(row, &[Role::Class, Role::Tags, Role::Exit, Role::Help, Role::Links], &mut keys);
        let parent = self.text(row, Role::Parent).filter(|parent| row.below.is_none() && !parent.is_empty());
        keys.extend(parent.map(|parent| Key::text("parent", parent)));
        self.plain(row, &[Role::Mask, Role::Visibility, Role::Since], &mut keys);
        self.ends(row, &mut keys);
        self.plain(row, &[Role::Aliases], &mut keys);
        for (at, used) in self.roles.uses.iter().enumerate() {
            let Use::Fact(name) = used else { continue };
            let Some(value) = row.get(&self.names[at]) else { continue };
            let kind =
                self.kinds.iter().find(|(other, _)| other == name).map_or(Kind::Text, |(_, kind)| *kind);
            keys.extend(facts::key(name, kind, value));
        }
        keys
    }

    /// Message, description, and whether the message is known by its beginning only.
    fn texts(&self, row: &Row, keys: &mut Vec<Key>) {
        let message = self.text(row, Role::Message);
        let mut description = self.text(row, Role::Description).map(|text| (text, None));
        let mut message = message.map(|text| (text, None));
        if let (Some(word), Some((whole, _))) = (self.joint, &message) {
            let (first, second) = split::split(whole, word);
            let why = format!("the text of one column was split before \"{word}\"");
            message = Some((first, Some(why.clone())));
            description = (!second.is_empty()).then_some((second, Some(why)));
        }
        let mut is_dynamic = self.get(row, Role::Dynamic).and_then(scalar) == Some("true");
        if let Some((text, guess)) = message {
            let known = split::dynamic(text);
            let mut key = Key::text("message", known.unwrap_or(text));
            key.guess = guess;
            keys.push(key);
            is_dynamic |= known.is_some();
        }
        if let Some((text, guess)) = description.filter(|(text, _)| !text.is_empty()) {
            let mut key = Key::text("description", text);
            key.guess = guess;
            keys.push(key);
        }
        if is_dynamic {
            keys.push(Key::new("dynamic", Value::Bool(true)));
        }
    }

    /// Declares parameters, and details for parameters that the message does not use.
    fn params(&self, row: &Row, keys: &mut Vec<Key>) {
        let message = self.text(row, Role::Message).unwrap_or_default();
        let named = match self.get(row, Role::Params) {
            Some(Value::List(items)) if items.iter().all(|item| matches!(item, Value::Text(_))) => {
                items.iter().filter_map(scalar).map(str::to_owned).collect()
            }
            Some(value @ Value::Map(_)) => return keys.push(Key::new("params", value.clone())),
            Some(Value::List(items)) => return keys.push(Key::new("params", own_params(items))),
            Some(value) => scalar(value)
                .unwrap_or_default()
                .split([',', ' ', ';'])
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            None => Vec::new(),
        };
        let string = |name: &String| (name.clone(), Value::from("string"));
        let unused: Vec<&String> = match self.syntax {
            Some("braces") => {
                let marks = marks("braces", message);
                let used = marks.iter().map(|mark| string(&(*mark).to_owned()));
                let mut params: Vec<(String, Value)> = Vec::new();
                for (name, kind) in used {
                    if !params.iter().any(|(other, _)| *other == name) {
                        params.push((name, kind));
                    }
                }
                let unused = named.iter().filter(|name| !marks.contains(&name.as_str())).collect();
                if !params.is_empty() {
                    keys.push(Key::new("params", Value::Map(params)).guessed("all types are string"));
                }
                unused
            }
            Some("printf") => {
                // Other names than the usual ones are kept, in order.
                let usual = |(at, name): (usize, &String)| *name == format!("arg{}", at + 1);
                if !named.is_empty()
                    && !named.iter().enumerate().all(usual)
                    && marks("printf", message).len() == named.len()
                {
                    keys.push(Key::new("params", Value::texts(named.iter().map(String::as_str))));
                }
                Vec::new()
            }
            Some(syntax) => {
                let marks = marks(syntax, message);
                named.iter().filter(|name| !marks.contains(&name.as_str())).collect()
            }
            None => named.iter().collect(),
        };
        match self.get(row, Role::Details) {
            Some(details) => keys.push(Key::new("details", details.clone())),
            None if unused.is_empty() => {}
            None => {
                let details = unused.into_iter().map(string).collect();
                keys.push(
                    Key::new("details", Value::Map(details))
                        .guessed("the message does not use these parameters"),
                );
            }
        }
    }

    fn status(&self, row: &Row, code: &str, keys: &mut Vec<Key>, left: &mut Left) {
        let cell = self.text(row, Role::Status).unwrap_or_default();
        let number = |status: u16| Value::number(i64::from(status));
        match status::in_cell(cell) {
            Status::One(status) => return keys.push(Key::new("status", number(status))),
            Status::None => {}
            Status::Many(statuses) => {
                let statuses: Vec<String> = statuses.iter().map(u16::to_string).collect();
                let note = format!(
                    "`{code}` has {} statuses, so none is taken: {}",
                    statuses.len(),
                    statuses.join(" ")
                );
                return left.notes.push((row.line, note));
            }
            Status::Unknown => left.notes.push((row.line, format!("`{code}`: `{cell}` is no HTTP status"))),
        }
        for role in [Role::Description, Role::Message] {
            if let Some(status) = self.text(row, role).and_then(status::in_text) {
                let why = format!("the text says \"HTTP {status}\"");
                return keys.push(Key::new("status", number(status)).guessed(why));
            }
        }
    }

    fn retry(&self, row: &Row, code: &str, keys: &mut Vec<Key>, left: &mut Left) {
        const WORDS: [&str; 4] = ["never", "immediately", "backoff", "retry-after"];
        let Some(text) = self.text(row, Role::Retry).map(str::trim).filter(|text| !text.is_empty()) else {
            return;
        };
        let key = match &*text.to_lowercase() {
            "true" | "yes" | "y" => {
                Key::text("retry", "backoff").guessed("the source says only that a retry may help")
            }
            "false" | "no" | "n" => Key::text("retry", "never"),
            word if WORDS.contains(&word) => Key::text("retry", word),
            word => match nearest(word, WORDS) {
                Some(near) => Key::text("retry", near.word).guessed(format!("the source says \"{text}\"")),
                None => {
                    return left
                        .notes
                        .push((row.line, format!("`{code}`: `{text}` says nothing about retries")));
                }
            },
        };
        keys.push(key);
    }

    /// `deprecated` and `retired`.
    fn ends(&self, row: &Row, keys: &mut Vec<Key>) {
        for (role, name) in [(Role::Deprecated, "deprecated"), (Role::Retired, "retired")] {
            match self.get(row, role) {
                Some(Value::Bool(true)) => keys.push(Key::new(name, Value::Map(Vec::new()))),
                Some(value @ Value::Map(_)) => keys.push(Key::new(name, value.clone())),
                Some(Value::Text(text)) => match &*text.to_lowercase() {
                    "" | "false" | "no" | "-" => {}
                    "true" | "yes" | "x" => keys.push(Key::new(name, Value::Map(Vec::new()))),
                    _ => {
                        let note = vec![("note".to_owned(), Value::Text(text.clone()))];
                        keys.push(Key::new(name, Value::Map(note)));
                    }
                },
                _ => {}
            }
        }
    }

    /// Keys that are taken over as they are.
    fn plain(&self, row: &Row, roles: &[Role], keys: &mut Vec<Key>) {
        for role in roles {
            let Some(value) = self.get(row, *role).filter(|value| !value.is_null()) else { continue };
            let is_empty = scalar(value).is_some_and(|text| text.trim().is_empty());
            if is_empty || matches!(value, Value::Map(map) if map.is_empty()) {
                continue;
            }
            let lists = matches!(role, Role::Tags | Role::Aliases | Role::Help | Role::Links);
            let value = match (lists, value) {
                (false, value) => value.clone(),
                (true, Value::List(_)) => value.clone(),
                (true, Value::Text(text)) if *role == Role::Links => {
                    let link = [("label", "Documentation"), ("url", text.trim())];
                    Value::List(vec![Value::Map(
                        link.map(|(key, value)| (key.to_owned(), value.into())).into(),
                    )])
                }
                (true, Value::Text(text)) if *role != Role::Help => {
                    Value::texts(text.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()))
                }
                (true, value) => Value::List(vec![value.clone()]),
            };
            keys.push(Key::new(role.name(), value));
        }
    }
}

/// Turns a list of `{ name, type }`, as `print catalog` has it, into a map.
fn own_params(items: &[Value]) -> Value {
    let entry = |item: &Value| {
        let Value::Map(entries) = item else { return None };
        let name = entries.iter().find(|(key, _)| key == "name").and_then(|(_, name)| scalar(name))?;
        let rest: Vec<(String, Value)> = entries
            .iter()
            .filter(|(key, value)| key != "name" && !value.is_null() && *value != Value::Bool(false))
            .cloned()
            .collect();
        Some((name.to_owned(), Value::Map(rest)))
    };
    Value::Map(items.iter().filter_map(entry).collect())
}
