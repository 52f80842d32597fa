//! Reads OpenAPI documents, versions 2.0 to 3.2: enums of codes, tables in `x-` keys, and examples
//! of responses.

use std::collections::BTreeMap;

use errcat_build::unstable::value::Value;

use super::{json, own, tree, yaml};
use crate::draft::{Draft, Row, Section};
use crate::failure::Failure;
use crate::words::{is_token, words};

/// The deepest reference that is followed.
const DEEPEST: usize = 24;

/// The names of members that hold a code, the clearest first.
const CODES: [&str; 7] = ["code", "error code", "err code", "error type", "reason", "type", "error"];

/// The names of members that hold a message.
const MESSAGES: [&str; 6] = ["message", "error message", "msg", "detail", "error description", "title"];

/// Reads a document.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let root = if text.trim_start().starts_with('{') { json::value(text)? } else { yaml::value(text)? };
    let version = member(&root, "openapi").or_else(|| member(&root, "swagger"));
    if version.is_none() {
        return Err(Failure::new("the document has neither `openapi` nor `swagger`"));
    }
    let mut reader = Reader {
        root: &root,
        rows: Vec::new(),
        places: BTreeMap::new(),
        order: &[],
        is_own: own::is_own(text),
    };
    let tables = reader.tables();
    reader.responses();
    reader.schemas();
    reader.sort();
    let info = member(&root, "info");
    let title = info.and_then(|info| member(info, "title")).and_then(text_of).map(str::to_owned);
    let mut draft = match tables {
        // A table says more than examples, which only add what it does not say.
        Some(mut table) => {
            reader.complete(&mut table);
            table
        }
        None => Draft {
            typed: true,
            sections: vec![Section { rows: reader.rows, ..Section::default() }],
            ..Draft::default()
        },
    };
    if draft.is_empty() {
        return Err(Failure::new(
            "no error codes found: no enum of codes, no `x-` table, and no example of a response with a code",
        ));
    }
    draft.title = title;
    // A description that only repeats the message says nothing.
    for row in draft.sections.iter_mut().flat_map(|section| &mut section.rows) {
        let message = row.get("message").cloned();
        row.fields.retain(|(name, value)| name != "description" || message.as_ref() != Some(value));
    }
    Ok(draft)
}

struct Reader<'v> {
    root: &'v Value,
    rows: Vec<Row>,
    /// The row of every code.
    places: BTreeMap<String, usize>,
    /// The values of the longest enum of codes.
    order: &'v [Value],
    /// Whether errcat wrote the document. Names of its responses end with the status.
    is_own: bool,
}

impl<'v> Reader<'v> {
    /// Returns the rows of the largest table in an `x-` key.
    fn tables(&self) -> Option<Draft> {
        let mut found: Option<Draft> = None;
        let mut pending = vec![self.root];
        while let Some(value) = pending.pop() {
            let entries: &[(String, Value)] = match value {
                Value::Map(entries) => entries,
                Value::List(items) => {
                    pending.extend(items);
                    continue;
                }
                _ => continue,
            };
            for (key, value) in entries {
                let name = words(key);
                let may_be = key.starts_with("x-") && (name.contains("error") || name.contains("code"));
                let is_beside_enum = name.contains("enum");
                if may_be && !is_beside_enum && matches!(value, Value::List(_) | Value::Map(_)) {
                    let table = tree::read(value).ok();
                    let more = |table: &Draft| found.as_ref().is_none_or(|known| table.len() > known.len());
                    if let Some(table) = table.filter(more) {
                        found = Some(table);
                        continue;
                    }
                }
                pending.push(value);
            }
        }
        found
    }

    /// Reads the examples and schemas of all responses.
    fn responses(&mut self) {
        let Some(Value::Map(paths)) = member(self.root, "paths") else { return self.shared_responses() };
        for (_, path) in paths {
            let Value::Map(operations) = self.resolve(path) else { continue };
            for (_, operation) in operations {
                let Some(Value::Map(responses)) = member(self.resolve(operation), "responses") else {
                    continue;
                };
                for (status, response) in responses {
                    self.response(status.parse().ok(), self.resolve(response));
                }
            }
        }
        self.shared_responses();
    }

    /// Reads the responses that operations share. Their status is not known.
    fn shared_responses(&mut self) {
        let components = member(self.root, "components").unwrap_or(self.root);
        let Some(Value::Map(responses)) = member(components, "responses") else { return };
        for (name, response) in responses {
            let digits = name.len().checked_sub(3).and_then(|start| name.get(start..));
            let status = digits.filter(|_| self.is_own).and_then(|digits| digits.parse().ok());
            self.response(status, self.resolve(response));
        }
    }

    fn response(&mut self, status: Option<u16>, response: &'v Value) {
        if status.is_some_and(|status| status < 400) {
            return;
        }
        // Version 2.0 has schema and examples in the response, later ones per content type.
        let mut holders = vec![response];
        if let Some(Value::Map(content)) = member(response, "content") {
            holders.extend(content.iter().map(|(_, media)| self.resolve(media)));
        }
        for holder in holders {
            for (value, summary) in self.examples(holder) {
                self.body(value, status, summary);
            }
            if let Some(schema) = member(holder, "schema") {
                self.schema(schema, status, 0);
            }
        }
    }

    /// Returns the bodies of `example`, `examples` in all forms, with their summaries.
    fn examples(&self, holder: &'v Value) -> Vec<(&'v Value, Option<&'v str>)> {
        let mut bodies: Vec<(&Value, Option<&str>)> =
            member(holder, "example").map(|body| (body, None)).into_iter().collect();
        match member(holder, "examples") {
            Some(Value::Map(examples)) => {
                for (_, example) in examples {
                    let example = self.resolve(example);
                    let summary = member(example, "description").or_else(|| member(example, "summary"));
                    let value = member(example, "value").or_else(|| member(example, "dataValue"));
                    bodies.push((
                        value.unwrap_or(example),
                        summary.and_then(text_of).filter(|_| value.is_some()),
                    ));
                }
            }
            Some(Value::List(examples)) => bodies.extend(examples.iter().map(|body| (body, None))),
            _ => {}
        }
        bodies
    }

    /// Reads the code and message of a body.
    fn body(&mut self, body: &'v Value, status: Option<u16>, summary: Option<&str>) {
        let Some((code, holder)) = code_in(body, 0) else { return };
        let message = MESSAGES.iter().find_map(|name| named(holder, name)).and_then(text_of);
        let mut fields = vec![("code", code.clone())];
        fields.extend(message.map(|message| ("message", Value::from(message))));
        fields.extend(summary.map(|summary| ("description", Value::from(summary))));
        fields.extend(status.map(|status| ("status", Value::number(i64::from(status)))));
        self.add(fields);
    }

    /// Reads enums and constants of codes below a schema.
    fn schema(&mut self, schema: &'v Value, status: Option<u16>, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        let schema = self.resolve(schema);
        for (body, summary) in self.examples(schema) {
            self.body(body, status, summary);
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            if let Some(Value::List(parts)) = member(schema, key) {
                for part in parts {
                    self.schema(part, status, depth + 1);
                }
            }
        }
        if let Some(items) = member(schema, "items") {
            self.schema(items, status, depth + 1);
        }
        let Some(Value::Map(properties)) = member(schema, "properties") else { return };
        for (name, property) in properties {
            let property = self.resolve(property);
            if CODES[..5].contains(&words(name).as_str()) {
                self.codes(property, status, depth + 1);
            } else if matches!(&*words(name), "error" | "errors" | "detail" | "details") {
                self.schema(property, status, depth + 1);
            }
        }
    }

    /// Reads the values of an enum, with what stands beside them in `x-` keys.
    fn codes(&mut self, schema: &'v Value, status: Option<u16>, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        let schema = self.resolve(schema);
        let status = status.map(|status| ("status", Value::number(i64::from(status))));
        if let Some(Value::List(values)) = member(schema, "enum") {
            if values.len() > self.order.len() {
                self.order = values;
            }
            let mut beside: Vec<(&str, &Value)> = Vec::new();
            if let Value::Map(entries) = schema {
                for (key, value) in entries {
                    let column = match &*words(key) {
                        "x enum descriptions" | "x enum description" => "description",
                        "x enum varnames" | "x enum names" => "name",
                        "x enum messages" => "message",
                        _ => continue,
                    };
                    beside.push((column, value));
                }
            }
            for (at, code) in values.iter().enumerate().filter(|(_, code)| is_code(code)) {
                let mut fields = vec![("code", code.clone())];
                for (column, values) in &beside {
                    let own = match values {
                        Value::List(items) => items.get(at),
                        values => text_of(code).and_then(|code| member(values, code)),
                    };
                    fields.extend(own.filter(|own| !own.is_null()).map(|own| (*column, own.clone())));
                }
                fields.extend(status.clone());
                self.add(fields);
            }
        }
        if let Some(code) = member(schema, "const").filter(|code| is_code(code)) {
            let mut fields = vec![("code", code.clone())];
            let about = member(schema, "description").or_else(|| member(schema, "title"));
            fields.extend(about.cloned().map(|about| ("description", about)));
            fields.extend(status.clone());
            self.add(fields);
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(Value::List(parts)) = member(schema, key) {
                let number = status
                    .as_ref()
                    .and_then(|(_, status)| text_of(status))
                    .and_then(|text| text.parse().ok());
                for part in parts {
                    self.codes(part, number, depth + 1);
                }
            }
        }
    }

    /// Reads the schemas whose name says that they are codes of errors, and the codes of bodies.
    fn schemas(&mut self) {
        let schemas = member(self.root, "components")
            .and_then(|components| member(components, "schemas"))
            .or_else(|| member(self.root, "definitions"));
        let Some(Value::Map(schemas)) = schemas else { return };
        for (name, schema) in schemas {
            let name = words(name);
            let is_error = ["error", "problem", "fault", "exception"].iter().any(|word| name.contains(word));
            if is_error && name.contains("code") {
                self.codes(schema, None, 0);
            } else if is_error {
                self.schema(schema, None, 0);
            }
        }
    }

    /// Sorts the rows like the longest enum, if it has all of their codes.
    fn sort(&mut self) {
        let codes: BTreeMap<&str, usize> = self.order.iter().filter_map(text_of).zip(0..).collect();
        let place = |row: &Row| codes.get(row.get("code").and_then(text_of)?).copied();
        let places: Option<Vec<usize>> = self.rows.iter().map(place).collect();
        let Some(places) = places else { return };
        let mut rows: Vec<(usize, Row)> = places.into_iter().zip(std::mem::take(&mut self.rows)).collect();
        rows.sort_by_key(|(place, _)| *place);
        self.rows = rows.into_iter().map(|(_, row)| row).collect();
        let code = |row: &Row| row.get("code").and_then(text_of).map(str::to_owned);
        self.places = self.rows.iter().filter_map(code).zip(0..).collect();
    }

    /// Adds a row, or what is missing in the known row of the code.
    fn add(&mut self, fields: Vec<(&str, Value)>) {
        let Some(code) = fields.first().and_then(|(_, code)| text_of(code)) else { return };
        let at = *self.places.entry(code.to_owned()).or_insert_with(|| {
            self.rows.push(Row::default());
            self.rows.len() - 1
        });
        let row = &mut self.rows[at];
        for (name, value) in fields {
            if row.get(name).is_none() {
                row.push(name, value);
            }
        }
    }

    /// Adds to a table what only examples say: statuses and messages.
    fn complete(&self, table: &mut Draft) {
        for row in table.sections.iter_mut().flat_map(|section| &mut section.rows) {
            let code = row.fields.iter().find(|(name, _)| CODES[..3].contains(&words(name).as_str()));
            let Some(known) = code.and_then(|(_, code)| text_of(code)).and_then(|code| self.places.get(code))
            else {
                continue;
            };
            for name in ["status", "message"] {
                let is_known = row.fields.iter().any(|(other, _)| words(other).contains(name));
                if let Some(value) = self.rows[*known].get(name).filter(|_| !is_known) {
                    row.push(name, value.clone());
                }
            }
        }
    }

    /// Follows references inside the document.
    fn resolve(&self, value: &'v Value) -> &'v Value {
        let mut value = value;
        for _ in 0..DEEPEST {
            let Some(path) = member(value, "$ref").and_then(text_of).and_then(|path| path.strip_prefix("#/"))
            else {
                return value;
            };
            let target = path.split('/').try_fold(self.root, |at, step| {
                let step = step.replace("~1", "/").replace("~0", "~");
                member(at, &step)
            });
            match target {
                Some(target) => value = target,
                None => return value,
            }
        }
        value
    }
}

/// Finds the code in a body, and the object that holds it.
fn code_in(body: &Value, depth: usize) -> Option<(&Value, &Value)> {
    if depth > 4 {
        return None;
    }
    if let Value::List(items) = body {
        return items.first().and_then(|item| code_in(item, depth + 1));
    }
    for name in CODES {
        // A number such as 404 is more often the status than a code.
        let is_status = |value: &Value| matches!(value, Value::Number(text) if text.parse::<u16>().is_ok_and(|status| (100..=599).contains(&status)));
        if let Some(code) = named(body, name).filter(|code| is_code(code) && !is_status(code)) {
            return Some((code, body));
        }
    }
    let inner = ["error", "errors", "fault", "detail"].iter().find_map(|name| named(body, name));
    inner.and_then(|inner| code_in(inner, depth + 1))
}

fn is_code(value: &Value) -> bool {
    text_of(value).is_some_and(is_token)
}

/// Returns the member whose name has these words.
fn named<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let Value::Map(entries) = value else { return None };
    entries.iter().find(|(key, _)| words(key) == name).map(|(_, value)| value)
}

fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let Value::Map(entries) = value else { return None };
    entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

fn text_of(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text),
        _ => None,
    }
}
