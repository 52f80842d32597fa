//! The model as JSON for other programs: one object an error, or everything there is of a catalog.

use serde_json::{Map, Value as Json, json};

use crate::format::vocabulary::{CodeType, Term};
use crate::model::{
    Catalog, Class, CodeCondition, Condition, Defaults, Derive, Error, Family, Link, Locale, Member, Model,
    Notice, Param, Pattern, Reserved,
};
use crate::text::quote::visible_json;
use crate::value::Value;

/// One line an error, in published order. The keys are documented with `errcat print catalog`; absent facts are `null`.
#[must_use]
pub fn lines(model: &Model) -> String {
    let mut lines = String::new();
    for catalog in &model.catalogs {
        for entry in &catalog.errors {
            let mut object = Map::new();
            object.insert("catalog".to_owned(), json!(catalog.id));
            object.extend(self::entry(catalog, entry));
            object.extend(extensions(&entry.extensions));
            lines.push_str(&visible_json(&Json::Object(object).to_string()));
            lines.push('\n');
        }
    }
    lines
}

/// All catalogs with every key of the format, as one array.
#[must_use]
pub fn document(model: &Model) -> String {
    let catalogs: Vec<Json> = model.catalogs.iter().map(catalog).collect();
    format!("{}\n", visible_json(&format!("{:#}", Json::Array(catalogs))))
}

/// The facts of one error under the names of `print catalog`.
fn entry(catalog: &Catalog, entry: &Error) -> Map<String, Json> {
    let family = catalog.family_of(entry);
    let code = |error: usize| json!(catalog.errors[error].code.value);
    let facts = json!({
        "family": family.id,
        "family_title": family.title,
        "code": wire(catalog, entry),
        "ident": entry.ident.as_str(),
        "name": entry.name.as_ref().map(|name| name.as_str()),
        "status": entry.status.map(|status| status.value),
        "message": entry.message.as_ref().map(|message| message.as_str()),
        "description": entry.description,
        "description_derived": entry.description_derived,
        "dynamic": entry.dynamic,
        "retry": entry.retry.map(Term::as_str),
        "class": entry.class.as_ref().map(|class| class.as_str()),
        "params": entry.params.as_deref().map(params),
        "details": some(&entry.details).map(params),
        "help": some(&entry.help),
        "links": some(&entry.links).map(|links| {
            links.iter().map(link).collect::<Vec<_>>()
        }),
        "tags": some(&entry.tags).map(|tags| tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>()),
        "mask": entry.mask.map(|mask| code(mask.value)),
        "visibility": entry.visibility.as_str(),
        "transport": family.transport.as_str(),
        "exit": entry.exit,
        "since": entry.text("since"),
        "deprecated": entry.deprecated.as_ref().map(|notice| self::notice(catalog, notice)),
        "retired": entry.retired.as_ref().map(|notice| self::notice(catalog, notice)),
        "aliases": some(&entry.aliases).map(|list| list.iter().map(|alias| alias.as_str()).collect::<Vec<_>>()),
        "index": entry.index,
    });
    object(facts)
}

/// The code as it stands on the wire: a number where the catalog says so.
fn wire(catalog: &Catalog, entry: &Error) -> Json {
    match (catalog.code_type, entry.number) {
        (CodeType::Integer, Some(number)) => json!(number),
        _ => json!(entry.code.value),
    }
}

fn some<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

fn params(list: &[Param]) -> Json {
    let fields = list.iter().map(|param| {
        let ty = if param.list { json!([param.scalar.as_str()]) } else { json!(param.scalar.as_str()) };
        let facts = json!({
            "type": ty,
            "optional": param.optional,
            "sensitive": param.sensitive,
            "description": param.description,
        });
        (param.name.value.clone(), with_extensions(facts, &param.extensions))
    });
    Json::Object(fields.collect())
}

fn link(link: &Link) -> Json {
    with_extensions(json!({ "label": link.label, "url": link.url }), &link.extensions)
}

fn notice(catalog: &Catalog, notice: &Notice) -> Json {
    let facts = json!({
        "since": notice.since,
        "use": notice.instead.map(|error| &catalog.errors[error].code.value),
        "note": notice.note,
    });
    with_extensions(facts, &notice.extensions)
}

fn defaults(defaults: &Defaults) -> Json {
    let facts = json!({
        "status": defaults.status,
        "retry": defaults.retry.map(Term::as_str),
        "class": defaults.class,
        "tags": defaults.tags,
    });
    with_extensions(facts, &defaults.extensions)
}

fn derive(rule: &Derive) -> Json {
    let facts = json!({ "match": rule.pattern, "description": rule.description });
    with_extensions(facts, &rule.extensions)
}

fn catalog(catalog: &Catalog) -> Json {
    let families = catalog.families.iter().map(|family| self::family(catalog, family));
    let facts = json!({
        "catalog": catalog.id,
        "module": catalog.module.as_str(),
        "title": catalog.title,
        "description": catalog.description,
        "homepage": catalog.homepage,
        "version": catalog.version,
        "docs": catalog.docs,
        "code": with_extensions(
            json!({
                "type": catalog.code_type.as_str(),
                "pattern": catalog.pattern.as_ref().map(Pattern::as_str),
            }),
            &catalog.code_extensions,
        ),
        "allow_codes": catalog.allow_codes.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
        "unique": catalog.unique.as_str(),
        "status": catalog.status.as_str(),
        "strip": catalog.strip,
        "tags": catalog.tags.iter().map(|(name, text)| (name.value.clone(), json!(text))).collect::<Map<_, _>>(),
        "defaults": defaults(&catalog.defaults),
        "derive": catalog.derive.iter().map(derive).collect::<Vec<_>>(),
        "classes": catalog.classes.iter().map(|class| self::class(catalog, class)).collect::<Vec<_>>(),
        "envelope": catalog.envelope.iter().map(|member| (member.name.value.clone(), self::member(member))).collect::<Map<_, _>>(),
        "reserved": reserved(&catalog.reserved),
        "families": families.collect::<Vec<_>>(),
        "locales": catalog.locales.iter().map(|locale| self::locale(catalog, locale)).collect::<Vec<_>>(),
    });
    with_extensions(facts, &catalog.extensions)
}

/// The paths; with a form of its own, an object.
fn member(member: &Member) -> Json {
    match &member.form_text {
        None if member.extensions.is_empty() => json!(member.paths),
        form => with_extensions(json!({ "path": member.paths, "as": form }), &member.extensions),
    }
}

fn family(catalog: &Catalog, family: &Family) -> Json {
    let errors = catalog.errors_of(family).iter().map(|error| {
        let mut facts = entry(catalog, error);
        facts.shift_remove("family");
        facts.shift_remove("family_title");
        facts.insert("names".to_owned(), pairs(&error.names));
        let allow = error.allow.iter().map(|(rule, why)| (rule.value.clone(), json!(why)));
        facts.insert("allow".to_owned(), Json::Object(allow.collect()));
        with_extensions(Json::Object(facts), &error.extensions)
    });
    let facts = json!({
        "family": family.id,
        "title": family.title,
        "description": family.description,
        "code": family.pattern.as_ref().map(Pattern::as_str),
        "transport": family.transport.as_str(),
        "defaults": defaults(&family.defaults),
        "reserved": reserved(&family.reserved),
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
            "code": wire(catalog, error),
            "message": text.message.as_ref().map(|message| message.as_str()),
            "description": text.description,
        });
        with_extensions(facts, &text.extensions)
    });
    let facts = json!({ "language": locale.language, "errors": texts.collect::<Vec<_>>() });
    with_extensions(facts, &locale.extensions)
}

fn pairs(list: &[(String, String)]) -> Json {
    Json::Object(list.iter().map(|(key, text)| (key.clone(), json!(text))).collect())
}

fn with_extensions(facts: Json, list: &[(String, Value)]) -> Json {
    let mut facts = object(facts);
    facts.extend(extensions(list));
    Json::Object(facts)
}

fn extensions(list: &[(String, Value)]) -> impl Iterator<Item = (String, Json)> + '_ {
    list.iter().map(|(key, value)| (key.clone(), extension(value)))
}

fn extension(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => json!(flag),
        Value::Number(text) => number(text),
        Value::Text(text) => json!(text),
        Value::List(items) => Json::Array(items.iter().map(extension).collect()),
        Value::Map(entries) => {
            Json::Object(entries.iter().map(|(key, value)| (key.clone(), extension(value))).collect())
        }
    }
}

/// A number; what a number of this machine would change stays the text it was written as.
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
