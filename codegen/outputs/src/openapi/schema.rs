//! The schema of a response.

use errcat_build::unstable::format::vocabulary::Unit;
use errcat_build::unstable::model::{Catalog, Fact, FieldForm, Form, Member, Part};
use serde_json::{Map, Value as Json, json};

use crate::page::sample::{constant, key, name};

/// A version of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// 3.0.
    V3_0,
    /// 3.1.
    V3_1,
}

/// Writes the schema of the responses of a catalog.
pub(super) struct Schema<'m> {
    pub(super) catalog: &'m Catalog,
    pub(super) version: Version,
    /// The name of the schema of codes.
    pub(super) codes_name: &'m str,
    /// The codes, each once.
    pub(super) codes: &'m [Json],
}

/// The type of `details` and of members that only this API has.
fn anything() -> Json {
    json!({})
}

impl Schema<'_> {
    /// Returns the schema of a body.
    pub(super) fn body(&self) -> Json {
        let envelope = &self.catalog.envelope;
        let body = if envelope.members.is_empty() {
            let text = || json!({ "type": "string" });
            json!({
                "type": "object",
                "required": ["message"],
                "properties": { "code": self.code(), "message": text(), "details": anything(), "request_id": text() },
            })
        } else {
            match envelope.body.as_slice() {
                [root] if name(root).is_some_and(String::is_empty) => self.part(root),
                parts => self.object(parts),
            }
        };
        if envelope.media_type.as_deref() == Some("application/problem+json") { problem(body) } else { body }
    }

    fn object(&self, parts: &[Part]) -> Json {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut is_open = false;
        for part in parts {
            match part {
                Part::Members(_) => is_open = true,
                Part::Always(text) | Part::Tag(text) => {
                    let members = constant(text).into_iter();
                    properties.extend(members.map(|(name, value)| (name, of_constant(&value))));
                }
                Part::Rest(_) => {}
                _ => {
                    let Some(name) = name(part).and_then(|name| key(name)) else { continue };
                    if self.has_message(part) {
                        required.push(name.clone());
                    }
                    properties.insert(name, self.part(part));
                }
            }
        }
        let mut schema = json!({ "type": "object" });
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        schema["properties"] = Json::Object(properties);
        if is_open {
            schema["additionalProperties"] = json!(true);
        }
        schema
    }

    fn part(&self, part: &Part) -> Json {
        match part {
            Part::Member(_, slot) | Part::Either(_, slot, _) => self.slot(*slot),
            Part::Object(_, parts) => self.object(parts),
            Part::List(_, parts) | Part::Items(_, parts) => {
                // Items that differ have no type in common.
                let items = match parts.as_slice() {
                    [only] | [only, Part::Rest(_)] => self.part(only),
                    _ => anything(),
                };
                json!({ "type": "array", "items": items })
            }
            Part::Members(_) | Part::Rest(_) | Part::Always(_) | Part::Tag(_) => anything(),
        }
    }

    /// Returns `true` if a part always has the message.
    fn has_message(&self, part: &Part) -> bool {
        match part {
            Part::Member(_, slot) => self.member(*slot).is_some_and(|member| member.fact() == Fact::Message),
            Part::Object(_, parts) => parts.iter().any(|part| self.has_message(part)),
            _ => false,
        }
    }

    fn member(&self, slot: usize) -> Option<&Member> {
        self.catalog.envelope.members.get(slot)
    }

    fn slot(&self, slot: usize) -> Json {
        let Some(member) = self.member(slot) else { return anything() };
        let text = || json!({ "type": "string" });
        match (member.fact(), member.form()) {
            (Fact::Code, _) => self.code(),
            (Fact::Message | Fact::RequestId, _) => text(),
            (Fact::Status, _) => json!({ "type": "integer" }),
            (Fact::RetryAfter, _) => match member.written().map(|place| place.unit) {
                Some(Unit::Date | Unit::Duration) => text(),
                _ => json!({ "type": "number" }),
            },
            (Fact::Suggestions, _) => json!({ "type": "array", "items": text() }),
            (Fact::Links, _) => list([("label", text()), ("url", text())]),
            (Fact::Details, Form::Fields) => {
                list([("field", text()), ("value", anything()), ("message", self.nullable())])
            }
            (Fact::Params | Fact::Details, _) => json!({ "type": "object", "additionalProperties": true }),
            (Fact::FieldErrors, Form::Errors(FieldForm::Map)) => {
                let texts = json!({ "type": "array", "items": text() });
                json!({ "type": "object", "additionalProperties": texts })
            }
            (Fact::FieldErrors, _) => json!({ "type": "array", "items": { "type": "object" } }),
            _ => anything(),
        }
    }

    /// Returns the schema of a code, which may be one of a later version.
    fn code(&self) -> Json {
        let about = format!("A {}, or a code of a later version.", self.codes_name);
        let mut schema =
            json!({ "type": code_type(self.codes), "description": about, "x-extensible-enum": self.codes });
        if schema["type"].is_null() {
            schema.as_object_mut().map(|schema| schema.shift_remove("type"));
        }
        if let Some(first) = self.codes.first() {
            match self.version {
                Version::V3_0 => schema["example"] = first.clone(),
                Version::V3_1 => schema["examples"] = json!([first]),
            }
        }
        schema
    }

    fn nullable(&self) -> Json {
        match self.version {
            Version::V3_0 => json!({ "type": "string", "nullable": true }),
            Version::V3_1 => json!({ "type": ["string", "null"] }),
        }
    }
}

/// Returns the type of a constant member.
fn of_constant(value: &Json) -> Json {
    match value {
        Json::String(_) => json!({ "type": "string" }),
        Json::Bool(_) => json!({ "type": "boolean" }),
        Json::Number(_) => json!({ "type": "number" }),
        _ => anything(),
    }
}

/// Returns the type that all codes have, or `Null`.
pub(super) fn code_type(codes: &[Json]) -> Json {
    let numbers = codes.iter().filter(|code| code.is_number()).count();
    match numbers {
        0 => json!("string"),
        numbers if numbers == codes.len() => json!("integer"),
        _ => Json::Null,
    }
}

fn list<const N: usize>(members: [(&str, Json); N]) -> Json {
    let properties: Map<String, Json> =
        members.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({ "type": "array", "items": { "type": "object", "properties": properties } })
}

/// Adds the members of problem details that the catalog does not place.
fn problem(mut body: Json) -> Json {
    let standard = [("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string")];
    if let Some(properties) = body.get_mut("properties").and_then(Json::as_object_mut) {
        for (name, ty) in standard {
            properties.entry(name).or_insert_with(|| json!({ "type": ty }));
        }
    }
    body
}
