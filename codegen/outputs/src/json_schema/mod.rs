//! Generates the JSON Schema of the catalog format, for editors.

mod facts;
mod kind;
mod known;
mod project;

pub use self::project::Schema;
use errcat_build::unstable::format::keys::{
    CATALOG, CONFIG, FAMILY, Key, Kind, LOCALE, MAPS, Map, OUTPUTS, Others, TYPE,
};
use errcat_build::unstable::syntax::plain_value;
use errcat_build::unstable::value::Value as Plain;
use serde_json::{Map as Object, Value, json};

/// The files with a schema: the name of the definition, and its map.
pub const FILES: [&Map; 4] = [&CATALOG, &FAMILY, &LOCALE, &CONFIG];

/// Returns one document with a definition for each map of the format. `outputs` are the keys of
/// outputs other than Rust.
#[must_use]
pub fn document(outputs: &[&'static Map]) -> String {
    let about = "The files of an errcat project: catalogs, families, translations and settings.";
    let mut schema = head("errcat", about);
    schema.insert("definitions".to_owned(), definitions(outputs).into());
    text(schema)
}

/// Returns the schema of one kind of file (`catalog`, `family`, `locale` or `config`), or `None`
/// for other names.
#[must_use]
pub fn of_file(name: &str, outputs: &[&'static Map]) -> Option<String> {
    let map = FILES.into_iter().find(|map| map.name == name)?;
    let mut schema = head("errcat", map.doc);
    schema.insert("allOf".to_owned(), json!([reference(map)]));
    schema.insert("definitions".to_owned(), needed_definitions(&[map], outputs).into());
    Some(text(schema))
}

fn head(title: &str, description: &str) -> Object<String, Value> {
    let mut schema = Object::new();
    schema.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".to_owned(), title.into());
    schema.insert("description".to_owned(), description.into());
    schema
}

fn text(schema: Object<String, Value>) -> String {
    let mut text = serde_json::to_string_pretty(&Value::Object(schema)).unwrap_or_default();
    text.push('\n');
    text
}

/// Returns the definition of every map. The lines of a ledger are not included, because editors do
/// not open ledgers as YAML.
fn definitions(outputs: &[&'static Map]) -> Object<String, Value> {
    let is_ledger = |map: &Map| matches!(map.others, Others::Refused);
    let maps = MAPS.iter().copied().filter(|map| !is_ledger(map)).chain(outputs.iter().copied());
    maps.map(|map| {
        let more: Vec<(&'static str, Value)> = match map.name {
            // A single-file catalog is a family, too.
            name if name == CATALOG.name => own_keys_of_family(),
            name if name == OUTPUTS.name => outputs.iter().map(|map| (map.name, output(map))).collect(),
            _ => Vec::new(),
        };
        (map.name.to_owned(), definition(map, more))
    })
    .chain([(TYPE.name.to_owned(), kind::schema(TYPE.kind))])
    .collect()
}

fn own_keys_of_family() -> Vec<(&'static str, Value)> {
    let own = FAMILY.keys.iter().filter(|key| CATALOG.key(key.name).is_none());
    own.map(|key| (key.name, property(key))).collect()
}

fn output(map: &'static Map) -> Value {
    let required = map.keys.iter().filter(|key| key.required).map(Key::example_line);
    let required = required.collect::<Vec<_>>().join(", ");
    let markdown = format!("{}\n\n```yaml\n{}: {{ {required} }}\n```", map.doc, map.name);
    json!({
        "description": map.doc,
        "markdownDescription": markdown,
        "anyOf": [reference(map), { "type": "array", "items": reference(map) }],
    })
}

fn definition(map: &'static Map, more: Vec<(&'static str, Value)>) -> Value {
    let own = map.keys.iter().map(|key| (key.name, property(key)));
    let properties: Object<String, Value> =
        own.chain(more).map(|(name, property)| (name.to_owned(), property)).collect();
    let required: Vec<&str> = map.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut definition = Object::new();
    definition.insert("type".to_owned(), "object".into());
    definition.insert("description".to_owned(), map.doc.into());
    definition.insert("properties".to_owned(), properties.into());
    if !required.is_empty() {
        definition.insert("required".to_owned(), required.into());
    }
    let others = match map.others {
        Others::Refused => false.into(),
        Others::Extensions => {
            definition.insert("patternProperties".to_owned(), json!({ "^x-": {} }));
            false.into()
        }
        Others::Facts => {
            // Any other key may be a fact that the catalog declares. Only `check` knows them.
            definition.insert("patternProperties".to_owned(), json!({ "^x-": {} }));
            definition.insert("propertyNames".to_owned(), json!({ "pattern": "^(x-|[a-z][a-z0-9_]*$)" }));
            kind::schema(&Kind::Text)
        }
        Others::Any(value) => kind::schema(value),
    };
    definition.insert("additionalProperties".to_owned(), others);
    definition.into()
}

/// Returns the schema of a key, with everything that an editor shows about it.
fn property(key: &Key) -> Value {
    let mut property = Object::new();
    property.insert("description".to_owned(), key.doc.into());
    property.insert("markdownDescription".to_owned(), markdown(key).into());
    if !key.default.is_empty() {
        property.insert("default".to_owned(), example(key.default));
    }
    property.insert("examples".to_owned(), json!([example(key.example)]));
    let value = match key.kind {
        // A map without required keys may be empty.
        Kind::Map(map) if !map.keys.iter().any(|key| key.required) => {
            json!({ "anyOf": [reference(map), { "type": "null" }] })
        }
        Kind::Map(map) => json!({ "allOf": [reference(map)] }),
        ref kind => kind::schema(kind),
    };
    if let Value::Object(value) = value {
        property.extend(value);
    }
    property.into()
}

fn markdown(key: &Key) -> String {
    let notes = if key.notes.is_empty() { String::new() } else { format!("\n\n{}", key.notes) };
    format!("{}{notes}\n\n```yaml\n{}\n```", key.doc, key.example_line())
}

fn reference(map: &Map) -> Value {
    reference_to(map.name)
}

fn reference_to(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// Converts a YAML value to JSON.
fn example(yaml: &str) -> Value {
    plain_value(yaml).map_or(Value::Null, plain)
}

fn plain(value: Plain) -> Value {
    match value {
        Plain::Null => Value::Null,
        Plain::Bool(flag) => flag.into(),
        Plain::Number(number) => number.parse().map_or_else(|_| number.into(), Value::Number),
        Plain::Text(text) => text.into(),
        Plain::List(items) => items.into_iter().map(plain).collect(),
        Plain::Map(entries) => entries.into_iter().map(|(key, value)| (key, plain(value))).collect(),
    }
}

/// Returns the definitions that some maps need: their own, and those that they refer to.
fn needed_definitions(maps: &[&Map], outputs: &[&'static Map]) -> Object<String, Value> {
    let all = definitions(outputs);
    let mut needed: Vec<String> = maps.iter().map(|map| map.name.to_owned()).collect();
    let mut next = 0;
    while let Some(definition) = needed.get(next).and_then(|name| all.get(name)) {
        for name in references(definition) {
            if !needed.contains(&name) {
                needed.push(name);
            }
        }
        next += 1;
    }
    all.into_iter().filter(|(name, _)| needed.contains(name)).collect()
}

fn references(schema: &Value) -> Vec<String> {
    match schema {
        Value::Object(object) => {
            let own = object.get("$ref").and_then(Value::as_str);
            let own = own.and_then(|path| path.strip_prefix("#/definitions/")).map(str::to_owned);
            own.into_iter().chain(object.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}
