//! Emits the model as JSON: one object per error, or complete catalogs.

use serde_json::{Map, Value as Json, json};

use crate::format::attributes::{Attribute, Audience};
use crate::format::vocabulary::{CodeFormat, Term, Unit};
use crate::model::{
    Catalog, Choice, Class, CodeCondition, Condition, DeclaredFact, Defaults, Derive, Envelope, Error,
    FactKind, Family, Locale, Member, Model, Notation, Pattern, Place, Reserved,
};
use crate::source::Spanned;
use crate::text::quote::visible_json;
use crate::value::Value;

/// Returns one line per error, in published order: its attributes, then its `x-` keys. `errcat
/// print catalog --help` documents them.
#[must_use]
pub fn lines(model: &Model) -> String {
    let mut lines = String::new();
    for catalog in &model.catalogs {
        for error in &catalog.errors {
            lines.push_str(&line(catalog, error));
            lines.push('\n');
        }
    }
    lines
}

/// Returns one error as a line of [`lines`], without the line break.
#[must_use]
pub fn line(catalog: &Catalog, error: &Error) -> String {
    let mut object = Map::new();
    object.insert("catalog".to_owned(), json!(catalog.id));
    object.extend(attributes(catalog, error, |attribute| attribute.row().audience < Audience::Authors));
    object.extend(extensions(&error.extensions));
    text(&Json::Object(object))
}

/// Returns all catalogs with every key of the format, as one array.
#[must_use]
pub fn document(model: &Model) -> String {
    let catalogs: Vec<Json> = model.catalogs.iter().map(catalog).collect();
    format!("{}\n", visible_json(&format!("{:#}", Json::Array(catalogs))))
}

/// The attributes of an error under their keys.
fn attributes<'m>(
    catalog: &'m Catalog,
    error: &'m Error,
    wanted: impl Fn(Attribute) -> bool + 'm,
) -> impl Iterator<Item = (String, Json)> + 'm {
    let wanted = Attribute::ALL.iter().copied().filter(move |attribute| wanted(*attribute));
    wanted.map(|attribute| (attribute.row().key.to_owned(), value(&catalog.attribute(error, attribute))))
}

fn defaults(defaults: &Defaults, declared: &[DeclaredFact]) -> Json {
    let facts = json!({
        "status": defaults.status,
        "retry": defaults.retry.map(Term::as_str),
        "class": defaults.class,
        "tags": defaults.tags,
    });
    let mut facts = object(facts);
    for (index, value) in &defaults.facts {
        let name = declared.get(*index).map(|fact| fact.name.value.clone());
        facts.extend(name.map(|name| (name, self::value(&value.value))));
    }
    with_extensions(Json::Object(facts), &defaults.extensions)
}

/// Returns the declaration of a fact.
fn fact(fact: &DeclaredFact) -> Json {
    let (values, error, ty) = match &fact.kind {
        FactKind::Choice { choices, .. } => {
            let words = |wanted: fn(&Choice) -> bool| -> Vec<&str> {
                choices.iter().filter(|choice| wanted(choice)).map(|choice| choice.text.as_str()).collect()
            };
            let error =
                choices.iter().any(|choice| !choice.is_error).then(|| words(|choice| choice.is_error));
            (Some(words(|_| true)), error, None)
        }
        FactKind::Typed(ty) => (None, None, Some(ty.as_str())),
        FactKind::Name => (None, None, None),
    };
    let facts = json!({
        "values": values,
        "type": ty,
        "default": fact.default.as_ref().map(value),
        "error": error,
        "pattern": fact.pattern.as_ref().map(Pattern::as_str),
        "lookup": fact.lookup.map(Term::as_str),
    });
    with_extensions(facts, &fact.extensions)
}

/// The allowed rules with their reasons.
fn allow(list: &[(Spanned<String>, String)]) -> Map<String, Json> {
    list.iter().map(|(rule, why)| (rule.value.clone(), json!(why))).collect()
}

fn derive(rule: &Derive) -> Json {
    let facts = json!({ "match": rule.pattern, "description": rule.description });
    with_extensions(facts, &rule.extensions)
}

/// A JSON value on one line, in which nothing is hidden.
#[must_use]
pub fn text(value: &Json) -> String {
    visible_json(&value.to_string())
}

/// Returns everything about a catalog.
fn catalog(catalog: &Catalog) -> Json {
    let mut facts = head(catalog);
    let families = catalog.families.iter().map(|family| self::family(catalog, family)).collect();
    facts.insert("families".to_owned(), Json::Array(families));
    facts.insert("locales".to_owned(), Json::Array(locales(catalog)));
    facts.extend(extensions(&catalog.extensions));
    Json::Object(facts)
}

/// Returns the keys of a catalog as a whole.
#[must_use]
pub fn head(catalog: &Catalog) -> Map<String, Json> {
    object(json!({
        "catalog": catalog.id,
        "module": catalog.module.as_str(),
        "title": catalog.title,
        "description": catalog.description,
        "homepage": catalog.homepage,
        "version": catalog.version,
        "docs": catalog.docs,
        "code": with_extensions(
            code(catalog.notation, catalog.pattern.as_ref(), catalog.separator.as_ref()),
            &catalog.code_extensions,
        ),
        "allow_codes": catalog.allow_codes.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
        "unique": catalog.unique.as_str(),
        "status": catalog.status.as_str(),
        "strip": one_or_list(&catalog.strip),
        "ident": catalog.ident.as_str(),
        "placeholders": catalog.placeholders.as_str(),
        "exhaustive": catalog.exhaustive,
        "role": catalog.role.as_str(),
        "internal": catalog.internal,
        "language": catalog.language,
        "initialisms": catalog.initialisms,
        "allow": allow(&catalog.allow),
        "tags": catalog.tags.iter().map(|(name, text)| (name.value.clone(), json!(text))).collect::<Map<_, _>>(),
        "defaults": defaults(&catalog.defaults, &catalog.facts),
        "facts": catalog.facts.iter().map(|fact| (fact.name.value.clone(), self::fact(fact))).collect::<Map<_, _>>(),
        "derive": catalog.derive.iter().map(derive).collect::<Vec<_>>(),
        "classes": catalog.classes.iter().map(|class| self::class(catalog, class)).collect::<Vec<_>>(),
        "envelope": envelope(&catalog.envelope),
        "reserved": reserved(&catalog.reserved),
    }))
}

/// Returns what codes look like. Only hexadecimal numbers have a format and a width.
fn code(notation: Notation, pattern: Option<&Pattern>, separator: Option<&String>) -> Json {
    let mut code = json!({
        "type": notation.code_type().as_str(),
        "pattern": pattern.map(Pattern::as_str),
        "separator": separator,
    });
    if let Some(width) = notation.width() {
        code["format"] = json!(CodeFormat::Hex.as_str());
        code["width"] = json!(width);
    }
    code
}

/// Returns a text as such, and several as a list.
fn one_or_list(texts: &[Spanned<String>]) -> Json {
    match texts {
        [] => Json::Null,
        [one] => json!(one.as_str()),
        texts => json!(texts.iter().map(|text| text.as_str()).collect::<Vec<_>>()),
    }
}

/// The translations of a catalog.
#[must_use]
pub fn locales(catalog: &Catalog) -> Vec<Json> {
    catalog.locales.iter().map(|locale| self::locale(catalog, locale)).collect()
}

/// Returns the places of all facts, and what else the envelope says.
fn envelope(envelope: &Envelope) -> Json {
    let of = |is_field: bool| {
        let members = envelope.members.iter().filter(move |member| member.is_field == is_field);
        members.map(|member| (member.name.value.clone(), self::member(member))).collect::<Map<_, _>>()
    };
    let mut all = of(false);
    let fields = of(true);
    if !fields.is_empty() {
        all.insert("fields".to_owned(), Json::Object(fields));
    }
    if let Some(mark) = &envelope.is_error {
        let value =
            mark.value.as_deref().map(|text| serde_json::from_str(text).unwrap_or_else(|_| json!(text)));
        let object = json!({ "path": mark.text.value, "value": value });
        all.insert("is_error".to_owned(), with_extensions(object, &mark.extensions));
    }
    if let Some(media_type) = &envelope.media_type {
        all.insert("media_type".to_owned(), json!(media_type));
    }
    with_extensions(Json::Object(all), &envelope.extensions)
}

/// Returns the paths if that is all, an object if all places have the same form, or else a list.
fn member(member: &Member) -> Json {
    let paths =
        |member: &Member| member.places.iter().map(|place| place.text.value.clone()).collect::<Vec<_>>();
    let Some(first) = member.written() else { return json!([]) };
    let form = |place: &Place| {
        let mut form = Map::new();
        let mut add = |name: &str, text: Option<&str>| {
            form.extend(text.map(|text| (name.to_owned(), json!(text))));
        };
        add("as", place.form_text.as_deref());
        add("unit", (place.unit != Unit::Seconds).then_some(place.unit.as_str()));
        add("after", place.after.as_deref());
        add("before", place.before.as_deref());
        form
    };
    let object = |path: Json, form: Map<String, Json>| {
        let mut object = Map::new();
        object.insert("path".to_owned(), path);
        object.extend(form);
        Json::Object(object)
    };
    if !member.places.iter().all(|place| form(place) == form(first)) {
        return member.places.iter().map(|place| object(json!(place.text.value), form(place))).collect();
    }
    match form(first) {
        form if form.is_empty() && member.extensions.is_empty() => json!(paths(member)),
        form => with_extensions(object(json!(paths(member)), form), &member.extensions),
    }
}

fn family(catalog: &Catalog, family: &Family) -> Json {
    let errors = catalog.errors_of(family).iter().map(|error| {
        let of_family = [Attribute::Family, Attribute::FamilyTitle];
        let facts = attributes(catalog, error, |attribute| !of_family.contains(&attribute));
        with_extensions(Json::Object(facts.collect()), &error.extensions)
    });
    let facts = json!({
        "family": family.id,
        "title": family.title,
        "description": family.description,
        "code": if family.replaces_code {
            code(family.notation, family.pattern.as_ref(), None)
        } else {
            json!(family.pattern.as_ref().map(Pattern::as_str))
        },
        "transport": family.transport.as_str(),
        "defaults": defaults(&family.defaults, &catalog.facts),
        "reserved": reserved(&family.reserved),
        "allow": allow(&family.allow),
        "errors": errors.collect::<Vec<_>>(),
    });
    with_extensions(facts, &family.extensions)
}

fn class(catalog: &Catalog, class: &Class) -> Json {
    let facts = json!({
        "name": class.name.value,
        "parent": class.parent.map(|parent| &catalog.classes[parent].name.value),
        "when": class.when.as_ref().map(|when| condition(when)),
        "retry": class.retry.map(Term::as_str),
    });
    with_extensions(facts, &class.extensions)
}

fn condition(condition: &Condition) -> Json {
    match condition {
        Condition::Transport => json!("transport"),
        Condition::Decode => json!("decode"),
        Condition::Any => json!("any"),
        Condition::Response { status, code, extensions } => with_extensions(
            json!({
                "status": status.as_ref().map(|statuses| {
                    statuses.ranges.iter().map(|(_, first, last)| json!([first, last])).collect::<Vec<_>>()
                }),
                "code": match code {
                    CodeCondition::Any => Json::Null,
                    CodeCondition::Present => json!("present"),
                    CodeCondition::Matches(pattern) => json!(pattern),
                },
            }),
            extensions,
        ),
    }
}

fn reserved(list: &[Reserved]) -> Json {
    let ranges =
        list.iter().map(|range| json!({ "first": range.first, "last": range.last, "reason": range.reason }));
    Json::Array(ranges.collect())
}

fn locale(catalog: &Catalog, locale: &Locale) -> Json {
    let texts = locale.texts.iter().map(|text| {
        let error = &catalog.errors[text.error];
        let facts = json!({
            "family": catalog.family_of(error).id,
            "code": value(&catalog.wire_code(error)),
            "message": text.message.as_ref().map(|message| message.as_str()),
            "description": text.description,
        });
        with_extensions(facts, &text.extensions)
    });
    let facts = json!({ "language": locale.language, "errors": texts.collect::<Vec<_>>() });
    with_extensions(facts, &locale.extensions)
}

fn with_extensions(facts: Json, list: &[(String, Value)]) -> Json {
    let mut facts = object(facts);
    facts.extend(extensions(list));
    Json::Object(facts)
}

fn extensions(list: &[(String, Value)]) -> impl Iterator<Item = (String, Json)> + '_ {
    list.iter().map(|(key, value)| (key.clone(), self::value(value)))
}

/// A value of the format as JSON.
#[must_use]
pub fn value(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => json!(flag),
        Value::Number(text) => number(text),
        Value::Text(text) => json!(text),
        Value::List(items) => Json::Array(items.iter().map(self::value).collect()),
        Value::Map(entries) => {
            Json::Object(entries.iter().map(|(key, value)| (key.clone(), self::value(value))).collect())
        }
    }
}

/// Returns a number. Numbers that a JSON number of this machine would change stay texts.
fn number(text: &str) -> Json {
    let whole = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(number) if !whole || number.to_string() == text => Json::Number(number),
        _ => json!(text),
    }
}

fn object(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(object) => object,
        _ => Map::new(),
    }
}
