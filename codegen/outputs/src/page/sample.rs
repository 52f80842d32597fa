//! Sample bodies: what a response with a code looks like in the envelope of its catalog.

use errcat_build::unstable::emit::json;
use errcat_build::unstable::format::attributes::Attribute;
use errcat_build::unstable::format::vocabulary::Transport;
use errcat_build::unstable::model::{Catalog, Error, Fact, Form, Member, TextPiece};
use errcat_build::unstable::text::quote::visible_json;
use errcat_build::unstable::value::Value;
use serde_json::{Map, Value as Json, json};

/// Returns the body of a response with this error, or `None` if it does not travel in a body.
pub(super) fn body(catalog: &Catalog, error: &Error) -> Option<String> {
    if catalog.family_of(error).transport != Transport::Json {
        return None;
    }
    let mut body = Json::Null;
    if catalog.envelope.is_empty() {
        for (name, fact) in [("code", Fact::Code), ("message", Fact::Message), ("details", Fact::Details)] {
            put(&mut body, name, value(catalog, error, &fact, &Form::Plain));
        }
    }
    for member in &catalog.envelope {
        if let Some(path) = place(member) {
            put(&mut body, path, value(catalog, error, &member.fact(), &member.form));
        }
    }
    (!body.is_null()).then(|| visible_json(&format!("{body:#}")))
}

/// Returns the path to which servers write a member, unless it is a header.
fn place(member: &Member) -> Option<&str> {
    member.paths.first().map(String::as_str).filter(|path| !path.starts_with("header:"))
}

fn put(body: &mut Json, path: &str, value: Option<Json>) {
    if let Some(value) = value {
        insert(body, &steps(path), value);
    }
}

/// Returns the value of a fact, or `None` if the catalog does not know it.
fn value(catalog: &Catalog, error: &Error, fact: &Fact<'_>, form: &Form) -> Option<Json> {
    let list = |texts: &[String]| (!texts.is_empty()).then(|| json!(texts));
    match fact {
        Fact::Code => Some(json::value(&catalog.wire_code(error))),
        Fact::Message => message(error, form),
        Fact::Status => error.status.map(|status| json!(status.value)),
        Fact::Params => object(values(&catalog.attribute(error, Attribute::Params))),
        Fact::Details => {
            let has_params = catalog.envelope.iter().any(|member| member.fact() == Fact::Params);
            let params = if has_params { Value::Null } else { catalog.attribute(error, Attribute::Params) };
            let mut all = values(&params);
            all.extend(values(&catalog.attribute(error, Attribute::Details)));
            match form {
                Form::Fields if !all.is_empty() => {
                    let field = |(name, value)| json!({ "field": name, "value": value, "message": null });
                    Some(all.into_iter().map(field).collect())
                }
                _ => object(all),
            }
        }
        Fact::Suggestions => list(&error.help),
        Fact::Links if error.links.is_empty() => None,
        Fact::Links => {
            let link =
                |link: &errcat_build::unstable::model::Link| json!({ "label": link.label, "url": link.url });
            Some(error.links.iter().map(link).collect())
        }
        _ => None,
    }
}

fn object(members: Map<String, Json>) -> Option<Json> {
    (!members.is_empty()).then_some(Json::Object(members))
}

/// Returns the message as the server sends it. Placeholders stay.
fn message(error: &Error, form: &Form) -> Option<Json> {
    let text = super::message(error).or_else(|| error.description.clone());
    let Form::Text(pieces) = form else { return text.map(Json::String) };
    let Some(message) = text else { return Some(error.code.as_str().into()) };
    let pieces = pieces.iter().map(|piece| match piece {
        TextPiece::Text(text) => text.as_str(),
        TextPiece::Code => error.code.as_str(),
        TextPiece::Message => message.as_str(),
    });
    Some(pieces.collect::<String>().into())
}

/// Returns a value for each parameter.
fn values(params: &Value) -> Map<String, Json> {
    let Value::Map(params) = params else { return Map::new() };
    let value =
        |(name, spec): &(String, Value)| (name.clone(), of_type(member(spec, "type").unwrap_or(spec)));
    params.iter().map(value).collect()
}

/// Returns a value of a type: a word, a list of one type, or a map of members.
fn of_type(ty: &Value) -> Json {
    match ty {
        Value::List(items) => items.iter().map(of_type).collect(),
        Value::Map(_) => Json::Object(values(ty)),
        Value::Text(word) => match word.as_str() {
            "string" => json!("text"),
            "bool" => json!(true),
            "float" => json!(0.5),
            "duration" => json!(30),
            "timestamp" => json!("2030-01-01T00:00:00Z"),
            "url" => json!("https://example.com/"),
            "uuid" => json!("00000000-0000-0000-0000-000000000000"),
            _ => json!(1),
        },
        _ => Json::Null,
    }
}

fn member<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    match value {
        Value::Map(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}

/// A step of a path.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Member(String),
    Index(usize),
}

/// Returns the steps of a path.
fn steps(path: &str) -> Vec<Step> {
    let step = |part: &str| match part.parse() {
        Ok(index) => Step::Index(index),
        Err(_) => Step::Member(part.to_owned()),
    };
    path.split('.').map(step).collect()
}

/// Inserts a value, and the objects and lists that lead to it.
fn insert(target: &mut Json, steps: &[Step], value: Json) {
    let Some((step, rest)) = steps.split_first() else {
        *target = value;
        return;
    };
    match step {
        Step::Member(name) => {
            if !target.is_object() {
                *target = Json::Object(Map::new());
            }
            if let Json::Object(members) = target {
                insert(members.entry(name.as_str()).or_insert(Json::Null), rest, value);
            }
        }
        Step::Index(index) => {
            if !target.is_array() {
                *target = Json::Array(Vec::new());
            }
            if let Json::Array(items) = target {
                // The format allows no gaps, so an index is small.
                items.resize(items.len().max((*index).min(100) + 1), Json::Null);
                insert(&mut items[(*index).min(100)], rest, value);
            }
        }
    }
}
