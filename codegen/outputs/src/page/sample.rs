//! Sample bodies: what a response with a code looks like in the envelope of its catalog.

use errcat_build::unstable::emit::json;
use errcat_build::unstable::format::attributes::Attribute;
use errcat_build::unstable::format::vocabulary::Transport;
use errcat_build::unstable::model::{Catalog, Error, Fact, Form, Part, TextPiece};
use errcat_build::unstable::text::quote::visible_json;
use errcat_build::unstable::value::Value;
use serde_json::{Map, Value as Json, json};

use super::brief;

/// Returns the body of a response with this error, or `None` if it does not travel in a body.
pub(crate) fn body(catalog: &Catalog, error: &Error) -> Option<String> {
    if catalog.family_of(error).transport != Transport::Json {
        return None;
    }
    let envelope = &catalog.envelope;
    if envelope.members.is_empty() {
        let mut body = Map::new();
        for (name, fact) in [("code", Fact::Code), ("message", Fact::Message), ("details", Fact::Details)] {
            body.extend(value(catalog, error, &fact, &Form::Plain).map(|value| (name.to_owned(), value)));
        }
        return object(body).map(|body| visible_json(&format!("{body:#}")));
    }
    let body = match envelope.body.as_slice() {
        [root] if name(root).is_some_and(String::is_empty) => of_part(catalog, error, root),
        parts => object(members(catalog, error, parts)),
    };
    body.map(|body| visible_json(&format!("{body:#}")))
}

/// Returns the members of an object.
fn members(catalog: &Catalog, error: &Error, parts: &[Part]) -> Map<String, Json> {
    let mut object = Map::new();
    let mut tags = Map::new();
    for part in parts {
        match part {
            Part::Members(slot) => {
                if let Some(Json::Object(beside)) = of_slot(catalog, error, *slot) {
                    object.extend(
                        beside.into_iter().filter(|(name, _)| !object.contains_key(name)).collect::<Vec<_>>(),
                    );
                }
            }
            Part::Always(text) => object.extend(constant(text)),
            Part::Tag(text) => tags.extend(constant(text)),
            Part::Rest(_) => {}
            _ => object.extend(name(part).and_then(|name| key(name)).zip(of_part(catalog, error, part))),
        }
    }
    // A member by which an item is found stands alone only if there is no item.
    if !object.is_empty() {
        tags.append(&mut object);
        return tags;
    }
    object
}

/// Returns the value of a part of a body.
fn of_part(catalog: &Catalog, error: &Error, part: &Part) -> Option<Json> {
    match part {
        Part::Member(_, slot) | Part::Either(_, _, slot) => of_slot(catalog, error, *slot),
        Part::Object(_, parts) => object(members(catalog, error, parts)),
        Part::List(_, parts) => {
            let mut items: Vec<Option<Json>> =
                parts.iter().map(|part| of_part(catalog, error, part)).collect();
            while items.last().is_some_and(Option::is_none) {
                items.pop();
            }
            let item = |item: Option<Json>| item.unwrap_or(Json::Null);
            (!items.is_empty()).then(|| items.into_iter().map(item).collect())
        }
        Part::Items(_, parts) => {
            let items: Vec<Json> = parts.iter().filter_map(|part| of_part(catalog, error, part)).collect();
            (!items.is_empty()).then_some(Json::Array(items))
        }
        Part::Members(_) | Part::Rest(_) | Part::Always(_) | Part::Tag(_) => None,
    }
}

fn of_slot(catalog: &Catalog, error: &Error, slot: usize) -> Option<Json> {
    let member = catalog.envelope.members.get(slot)?;
    value(catalog, error, &member.fact(), member.form())
}

/// Returns the name of a part as JSON, with the comma before it.
pub(crate) fn name(part: &Part) -> Option<&String> {
    match part {
        Part::Member(name, _)
        | Part::Either(name, ..)
        | Part::Object(name, _)
        | Part::List(name, _)
        | Part::Items(name, _) => Some(name),
        Part::Members(_) | Part::Rest(_) | Part::Always(_) | Part::Tag(_) => None,
    }
}

/// Returns the key in a name such as `,"code":`.
pub(crate) fn key(name: &str) -> Option<String> {
    serde_json::from_str(name.strip_prefix(',')?.strip_suffix(':')?).ok()
}

/// Returns the member in a text such as `,"ok":false`.
pub(crate) fn constant(text: &str) -> Map<String, Json> {
    serde_json::from_str(&format!("{{{}}}", text.trim_start_matches(','))).unwrap_or_default()
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
            let has_params = catalog.envelope.members.iter().any(|member| member.fact() == Fact::Params);
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
    let text = brief::message(error).or_else(|| error.description.clone());
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
