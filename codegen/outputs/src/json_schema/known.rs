//! Inserts what a catalog declares into its schema: codes, classes, tags and families.

use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::emit::markdown;
use errcat_build::unstable::format::keys::{Kind, MAPS};
use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Class, Error, Family, Pattern};
use errcat_build::unstable::syntax::plain_value;
use errcat_build::unstable::text::quote::is_plain;
use errcat_build::unstable::value::Value as Plain;
use serde_json::{Map as Object, Value, json};

/// The number of codes up to which they are listed. Editors become slow with more.
const MOST_CODES: usize = 1000;

/// What a key refers to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Code,
    Class,
    Tag,
    Family,
}

/// Keys that refer to something: the map, the key, and what it names. In a list, each item is a
/// reference. Keys with a code as value are not in it.
const REFERENCES: [(&str, &str, Target); 10] = [
    ("notice", "use", Target::Code),
    ("catalog", "allow_codes", Target::Code),
    ("error", "class", Target::Class),
    ("defaults", "class", Target::Class),
    ("class", "parent", Target::Class),
    ("error", "tags", Target::Tag),
    ("variant", "class", Target::Class),
    ("variant", "tags", Target::Tag),
    ("defaults", "tags", Target::Tag),
    ("catalog", "families", Target::Family),
];

/// Changes the definitions of the format into those of a catalog.
pub(super) fn insert(catalog: &Catalog, definitions: &mut Object<String, Value>) {
    let codes = if catalog.errors.len() > MOST_CODES { Vec::new() } else { codes(catalog) };
    for (map, key, target) in of_codes().chain(REFERENCES) {
        let is_left_out = target == Target::Code && codes.is_empty();
        let property = definitions.get_mut(map).and_then(|map| map["properties"].get_mut(key));
        if let Some(Value::Object(property)) = property.filter(|_| !is_left_out) {
            refer(property, target);
        }
    }
    let prefix = if catalog.unique == Unique::Family { "[^/]+/" } else { "" };
    for (map, prefix) in [("catalog", ""), ("family", ""), ("locale", prefix)] {
        if let Some(errors) = definitions.get_mut(map).and_then(|map| map["properties"].get_mut("errors")) {
            restrict_codes(catalog, errors, prefix);
            if map == "locale"
                && !codes.is_empty()
                && let Some(errors) = errors.as_object_mut()
            {
                list_translated(catalog, errors);
            }
        }
    }
    if !codes.is_empty() {
        definitions.insert(Target::Code.definition().to_owned(), choice(codes));
    }
    definitions.insert(Target::Class.definition().to_owned(), choice(classes(catalog)));
    definitions.insert(Target::Tag.definition().to_owned(), choice(tags(catalog)));
    definitions.insert(Target::Family.definition().to_owned(), families(catalog));
}

impl Target {
    /// Returns the name of the definition that lists the targets.
    fn definition(self) -> &'static str {
        match self {
            Self::Code => "known-code",
            Self::Class => "known-class",
            Self::Tag => "known-tag",
            Self::Family => "known-family",
        }
    }

    fn reference(self) -> Value {
        json!({ "$ref": format!("#/definitions/{}", self.definition()) })
    }
}

/// Returns the keys whose value is the code of another error.
fn of_codes() -> impl Iterator<Item = (&'static str, &'static str, Target)> {
    let keys = MAPS.into_iter().flat_map(|map| map.keys.iter().map(|key| (map.name, key)));
    let keys = keys.filter(|(_, key)| matches!(key.kind, Kind::Code));
    keys.map(|(map, key)| (map, key.name, Target::Code))
}

/// A value that a key may have, and what editors show about it.
pub(super) type Known = (Value, String);

/// Returns the codes with their messages and statuses.
fn codes(catalog: &Catalog) -> Vec<Known> {
    let mut codes: Vec<Known> = Vec::new();
    for error in &catalog.errors {
        for value in spellings(&error.code) {
            let about = about(catalog, error);
            // A code may be in several families.
            match codes.iter_mut().find(|(known, _)| *known == value) {
                Some((_, text)) => *text = format!("{text}; {about}"),
                None => codes.push((value, about)),
            }
        }
    }
    codes
}

/// Returns the JSON values that editors read where a catalog has this text: the text, and what YAML
/// makes of it without quotes.
pub(super) fn spellings(text: &str) -> Vec<Value> {
    let mut values = vec![Value::from(text)];
    if !is_plain(text) {
        match plain_value(text) {
            Some(Plain::Null) => values.push(Value::Null),
            Some(Plain::Bool(flag)) => values.push(flag.into()),
            Some(Plain::Number(number)) => values.extend(number.parse().map(Value::Number)),
            _ => {}
        }
    }
    values
}

/// Describes an error in Markdown: its message, status, name and family.
fn about(catalog: &Catalog, error: &Error) -> String {
    let text = error.message.as_ref().map(|text| text.value.as_str()).or(error.description.as_deref());
    let mut about = text.map(markdown::inline).unwrap_or_default();
    if error.dynamic {
        about.push('…');
    }
    let status = error.status.map(|status| format!("HTTP {}", status.value));
    let name = error.name.as_ref().map(|name| markdown::code_span(name));
    let family = (catalog.families.len() > 1).then(|| markdown::inline(&catalog.family_of(error).title));
    let facts: Vec<String> = [status, name, family].into_iter().flatten().collect();
    let facts = facts.join(" · ");
    match (about.as_str(), facts.as_str()) {
        ("", _) => facts,
        (_, "") => about,
        _ => format!("{about} ({facts})"),
    }
}

fn classes(catalog: &Catalog) -> Vec<Known> {
    let known = |class: &Class| {
        let parent = class.parent.map(|parent| catalog.classes[parent].name.as_str());
        let about = parent.map(|parent| format!("extends {}", markdown::code_span(parent)));
        (class.name.as_str().into(), about.unwrap_or_default())
    };
    catalog.classes.iter().map(known).collect()
}

/// Returns the declared tags, and those that an error may have without a declaration.
fn tags(catalog: &Catalog) -> Vec<Known> {
    let mut tags: Vec<Known> =
        catalog.tags.iter().map(|(name, text)| (name.as_str().into(), markdown::inline(text))).collect();
    let allowing = catalog.errors.iter().filter(|error| allows(error, Rule::UndeclaredTag));
    for tag in allowing.flat_map(|error| &error.tags) {
        if !tags.iter().any(|(known, _)| *known == *tag.value) {
            tags.push((tag.as_str().into(), String::new()));
        }
    }
    tags
}

fn allows(error: &Error, rule: Rule) -> bool {
    error.allow.iter().any(|(name, _)| name.value == rule.code())
}

/// Returns the schema of an item of `families`. A path names a family outside of the folder.
fn families(catalog: &Catalog) -> Value {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let beside = catalog.families.iter().filter(|family| folder(&family.path) == folder(&catalog.path));
    let known = beside.map(|family| (family.id.as_str().into(), markdown::inline(&family.title)));
    json!({ "anyOf": [choice(known.collect()), { "type": "string", "pattern": "/" }] })
}

/// Returns the schema of one of several values.
pub(super) fn choice(known: Vec<Known>) -> Value {
    if known.is_empty() {
        // A list of values must not be empty.
        return json!({ "not": {} });
    }
    let (values, texts): (Vec<Value>, Vec<Value>) =
        known.into_iter().map(|(value, text)| (value, Value::from(text))).unzip();
    json!({ "enum": values, "markdownEnumDescriptions": texts })
}

/// Replaces the schema of a text by a reference to the targets, also within a list.
fn refer(property: &mut Object<String, Value>, target: Target) {
    // Editors offer examples as values.
    property.shift_remove("examples");
    if property.get("type") == Some(&json!("array")) {
        property.insert("items".to_owned(), target.reference());
        return;
    }
    for key in ["type", "anyOf", "pattern"] {
        property.shift_remove(key);
    }
    property.insert("allOf".to_owned(), json!([target.reference()]));
}

/// Lets `errors` have only keys that look like codes of the catalog.
fn restrict_codes(catalog: &Catalog, errors: &mut Value, prefix: &str) {
    let patterns = catalog.families.iter().map(|family| &family.pattern).chain([&catalog.pattern]);
    let patterns: Vec<&str> = patterns.flatten().map(Pattern::as_str).collect();
    // Editors read hexadecimal numbers in decimal, and a family may replace the pattern by none.
    let is_free = |family: &Family| {
        family.notation.width().is_some() || (family.replaces_code && family.pattern.is_none())
    };
    if catalog.families.iter().any(is_free) {
        return;
    }
    if catalog.pattern.is_none() || !patterns.iter().all(|pattern| is_portable(pattern)) {
        return;
    }
    let excused = excused(catalog);
    let alternatives = match errors.get_mut("anyOf").and_then(Value::as_array_mut) {
        Some(alternatives) => alternatives.iter_mut().collect(),
        None => vec![errors],
    };
    let maps = alternatives.into_iter().filter(|kind| kind["type"] == "object");
    for map in maps.filter_map(Value::as_object_mut) {
        let Some(value) = map.insert("additionalProperties".to_owned(), false.into()) else { continue };
        let patterns = patterns.iter().copied().chain(excused.as_deref());
        let patterns = patterns.map(|pattern| (format!("^{prefix}(?:{pattern})$"), value.clone()));
        map.insert("patternProperties".to_owned(), Value::Object(patterns.collect()));
    }
}

/// Returns a pattern of the codes that need not match the catalog's: those that it allows, those
/// that carry a value, and those that editors read as another number. Editors find no number under `properties`.
fn excused(catalog: &Catalog) -> Option<String> {
    let misread = catalog.errors.iter().filter_map(|error| {
        let number = spellings(&error.code).get(1).and_then(Value::as_f64)?.to_string();
        (number != error.code.value).then_some(number)
    });
    let allowing = catalog.errors.iter().filter(|error| allows(error, Rule::CodeFormat));
    let carrying = catalog.errors.iter().filter(|error| error.carried.is_some());
    let allowed = catalog.allow_codes.iter().chain(allowing.chain(carrying).map(|error| &error.code));
    let allowed = allowed.map(|code| code.value.clone());
    let escaped = allowed.chain(misread).map(|code| {
        code.chars().fold(String::new(), |mut pattern, c| {
            if "\\^$.|?*+()[]{}".contains(c) {
                pattern.push('\\');
            }
            pattern.push(c);
            pattern
        })
    });
    let codes: Vec<String> = escaped.collect();
    (!codes.is_empty()).then(|| codes.join("|"))
}

/// Returns `true` if a pattern has the same meaning in ECMAScript.
fn is_portable(pattern: &str) -> bool {
    // Flags, names and look-around differ, and so do nested classes, anchors and properties.
    let group = pattern.match_indices("(?").all(|(at, _)| pattern[at..].starts_with("(?:"));
    let class = !["[[", "&&", "--", "~~"].iter().any(|set| pattern.contains(set));
    let escape = pattern
        .match_indices('\\')
        .all(|(at, _)| pattern[at + 1..].starts_with(|c: char| "\\.+*?()|[]{}^$-/_dDwWtnr".contains(c)));
    group && class && escape
}

/// Lists the codes of a translation with the texts to translate.
fn list_translated(catalog: &Catalog, errors: &mut Object<String, Value>) {
    let mut texts = Object::new();
    // A code of the right form is no mistake here: with one, editors would take the file for a
    // family.
    let patterns = errors.get("patternProperties").and_then(Value::as_object);
    let value = patterns.and_then(|patterns| patterns.values().next()).or(errors.get("additionalProperties"));
    let Some(value) = value.cloned() else { return };
    for error in &catalog.errors {
        let mut text = value.clone();
        text["markdownDescription"] = about(catalog, error).into();
        let key = match catalog.unique {
            Unique::Catalog => error.code.value.clone(),
            Unique::Family => format!("{}/{}", catalog.family_of(error).id, error.code.value),
        };
        texts.insert(key, text);
    }
    errors.insert("properties".to_owned(), texts.into());
}
