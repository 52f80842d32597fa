//! Compares reader and schema for every declared key, with its example and with values of every
//! shape.

use errcat_build::unstable::format::keys::{Key, MAPS, Map, Others, RUST};
use errcat_build::unstable::source::Sources;
use serde_json::{Map as Object, Value, json};

use super::{as_json, mistakes, mistakes_in_settings, schema};

/// Values of every shape, valid for some keys and invalid for others.
fn shapes() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!("true"),
        json!(0),
        json!(7),
        json!(404),
        json!(-1.5),
        json!("some words"),
        json!("/ no path: \\"),
        json!("1.0.0"),
        json!("https://example.com"),
        json!([]),
        json!(["string"]),
        json!(["words", "words"]),
        json!([null]),
        json!([[]]),
        json!({}),
        json!({ "x-own": 1 }),
        json!({ "no such key": "words" }),
        json!({ "name": [[]] }),
        json!([{}]),
        json!([{ "no such key": 1 }]),
    ]
}

/// Whether reader and schema may differ about a value, with the reasons.
fn is_beyond_a_schema(map: &Map, key: &Key, value: &Value) -> bool {
    match (map.name, key.name) {
        // YAML distinguishes `null` from an absent value, and JSON does not.
        _ if value.is_null() => true,
        // A text that must be a regular expression.
        ("catalog" | "family", "code") | ("code" | "fact", "pattern") => value == "/ no path: \\",
        // A path is a small language.
        ("envelope" | "member" | "is_error", _) if value == "/ no path: \\" => true,
        // The valid values depend on the member or fact.
        ("member", "as") | ("fact", "error") => true,
        ("fact", "values") | ("error" | "variant", "formerly") => *value == json!(["words", "words"]),
        // A variant needs a name or an identifier.
        ("error", "variants") => *value == json!([{}]),
        // A condition needs one of its keys.
        ("class", "when") => *value == json!({}),
        _ => false,
    }
}

#[test]
fn every_example_is_accepted_by_the_reader_and_by_the_schema() {
    for (map, key) in keys() {
        let value = as_json(&key.example_line()).unwrap();
        let (by_reader, by_schema) = judged(map, with_required(map, key, value[key.name].clone()));
        assert_eq!((by_reader, by_schema), (vec![], None), "{}.{}", map.name, key.name);
    }
}

#[test]
fn reader_and_schema_judge_every_key_alike() {
    let mut wrong = Vec::new();
    let mut counts = (0, 0);
    for (map, key) in keys() {
        for value in shapes() {
            if is_beyond_a_schema(map, key, &value) {
                continue;
            }
            let (by_reader, by_schema) = judged(map, with_required(map, key, value.clone()));
            let name = format!("{}.{}: {value}", map.name, key.name);
            match (by_reader.first(), by_schema) {
                (None, Some(refusal)) => wrong.push(format!("{name}: only the schema refuses it: {refusal}")),
                (Some(found), None) => wrong.push(format!("{name}: only the reader refuses it: {found}")),
                (None, None) => counts.0 += 1,
                (Some(_), Some(_)) => counts.1 += 1,
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
    assert!(counts.0 > 200 && counts.1 > 500, "{counts:?} values were accepted and refused");
}

#[test]
fn reader_and_schema_refuse_an_unknown_key_everywhere_and_take_one_of_the_authors_own() {
    for map in maps().filter(|map| matches!(map.others, Others::Extensions | Others::Facts)) {
        let mut keys = required(map, None);
        keys.insert("x-own".to_owned(), json!({ "free": [1, null] }));
        // A condition needs one of its keys.
        keys.extend((map.name == "when").then(|| ("code".to_owned(), json!("present"))));
        keys.extend((map.name == "fact").then(|| ("type".to_owned(), json!("string"))));
        let (by_reader, by_schema) = judged(map, keys.clone().into());
        assert_eq!((by_reader, by_schema), (vec![], None), "{}", map.name);
        keys.insert("no such key".to_owned(), json!(1));
        let (by_reader, by_schema) = judged(map, keys.into());
        assert_eq!(by_reader.len(), 1, "{}: {by_reader:?}", map.name);
        let rule = if map.name == "envelope" { "envelope" } else { "unknown-key" };
        assert!(by_reader[0].starts_with(rule) && by_schema.is_some(), "{}", map.name);
    }
}

#[test]
fn reader_and_schema_miss_every_required_key() {
    for (map, key) in keys().filter(|(_, key)| key.required) {
        let mut keys = required(map, None);
        keys.remove(key.name);
        keys.insert("x-own".to_owned(), json!(1));
        let (by_reader, by_schema) = judged(map, keys.into());
        let wanted = format!("must have the key `{}`", key.name);
        assert!(
            by_reader.iter().any(|found| found.contains(&wanted)),
            "{}.{}: {by_reader:?}",
            map.name,
            key.name
        );
        assert!(by_schema.is_some(), "{}.{}", map.name, key.name);
    }
}

/// Returns all maps that a schema describes. Ledgers are not included, because nobody writes them
/// by hand.
fn maps() -> impl Iterator<Item = &'static Map> {
    MAPS.into_iter().chain(errcat_outputs::keys()).filter(|map| !matches!(map.others, Others::Refused))
}

fn keys() -> impl Iterator<Item = (&'static Map, &'static Key)> {
    maps().flat_map(|map| map.keys.iter().map(move |key| (map, key)))
}

/// Returns the required keys of a map with their examples, except one.
fn required(map: &Map, without: Option<&Key>) -> Object<String, Value> {
    let others = |key: &&Key| key.required && without.is_none_or(|without| without.name != key.name);
    let example = |key: &Key| (key.name.to_owned(), as_json(&key.example_line()).unwrap()[key.name].clone());
    map.keys.iter().filter(others).map(example).collect()
}

fn with_required(map: &Map, key: &Key, value: Value) -> Value {
    let mut keys = required(map, Some(key));
    keys.insert(key.name.to_owned(), value);
    keys.into()
}

/// Returns the mistakes that the reader and the schema find in a file whose map is `value`.
fn judged(map: &Map, value: Value) -> (Vec<String>, Option<String>) {
    let (path, file) = place(map, value);
    let text = file.to_string();
    let kind = match path {
        "errcat.yaml" => "config",
        "shop/catalog.yaml" | "shop.yaml" => "catalog",
        "shop/locales/de.yaml" => "locale",
        _ => "family",
    };
    let refusal = schema(kind).validate(&file).err().map(|error| error.to_string());
    if kind == "config" {
        return (mistakes_in_settings(&text), refusal);
    }
    let mut sources = Sources::default();
    if path.starts_with("shop/") && path != "shop/catalog.yaml" {
        sources.add(
            "shop/catalog.yaml",
            "{ errcat: 1, title: Shop, placeholders: printf, code: { separator: . } }",
        );
    }
    let file = sources.add(path, text);
    (mistakes(&sources, file), refusal)
}

/// Returns a file in which the map is `value`.
fn place(map: &Map, value: Value) -> (&'static str, Value) {
    let catalog = |key: &str, value: Value| {
        let mut file = json!({ "errcat": 1, "title": "Shop" });
        file[key] = value;
        ("shop/catalog.yaml", file)
    };
    let error = |key: &str, value: Value| {
        let mut body = Object::new();
        body.insert(key.to_owned(), value);
        ("shop/orders.yaml", json!({ "title": "Orders", "errors": { "a": body } }))
    };
    match map.name {
        "catalog" => ("shop/catalog.yaml", value),
        "family" => ("shop/orders.yaml", value),
        "code" => catalog("code", with_number_keys(value)),
        "defaults" | "envelope" => catalog(map.name, value),
        "fact" => {
            let mut value = value;
            // A fact needs one of these, and only one kind of fact has `error`.
            let (key, kind) = match value.get("error") {
                Some(_) => ("values", json!(["error"])),
                None => ("type", json!("string")),
            };
            if value.get("values").is_none() && value.get("type").is_none() {
                value[key] = kind;
            }
            catalog("facts", json!({ "a": value }))
        }
        "derive" => catalog("derive", json!([value])),
        "class" => catalog("classes", json!([value])),
        "when" => catalog("classes", json!([{ "name": "ApiError", "when": value }])),
        "member" => {
            // Only a time to wait has a unit.
            let fact = if value.get("unit").is_some() { "retry_after" } else { "message" };
            catalog("envelope", json!({ "code": "the code", fact: value }))
        }
        "is_error" => catalog("envelope", json!({ "code": "the code", "is_error": value })),
        "error" => ("shop/orders.yaml", json!({ "title": "Orders", "errors": { "a": value } })),
        "variant" => {
            let mut value = value;
            if let Some(keys) = value.as_object_mut().filter(|keys| !keys.contains_key("ident")) {
                keys.entry("name").or_insert_with(|| "Named".into());
            }
            error("variants", json!([value]))
        }
        "names" => error("names", value),
        "published_name" => error("names", json!({ "go": value })),
        "param" => error("params", json!({ "name": value })),
        "listed_param" => error("params", json!([value])),
        "link" => error("links", json!([value])),
        "notice" => error("deprecated", value),
        "locale" => ("shop/locales/de.yaml", value),
        "translation" => ("shop/locales/de.yaml", json!({ "errors": { "a": value } })),
        "config" => ("errcat.yaml", value),
        "outputs" => ("errcat.yaml", json!({ "outputs": value })),
        output => {
            let is_known = output == RUST.name || errcat_outputs::keys().iter().any(|map| map.name == output);
            assert!(is_known, "no file is known in which `{output}` occurs");
            let mut outputs = Object::new();
            outputs.insert(output.to_owned(), value);
            ("errcat.yaml", json!({ "outputs": outputs }))
        }
    }
}

/// Returns `code` with the keys that a format of numbers needs.
fn with_number_keys(mut code: Value) -> Value {
    if let Some(keys) =
        code.as_object_mut().filter(|keys| keys.contains_key("format") || keys.contains_key("width"))
    {
        for (key, value) in [("type", json!("integer")), ("format", json!("hex")), ("width", json!(8))] {
            keys.entry(key).or_insert(value);
        }
    }
    code
}
