//! What the templates for TypeScript show.

use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Condition, Error, Family, Form, Locale};
use errcat_build::unstable::text::case;
use serde_json::{Value as Json, json};

use super::MARK;
use super::details::details;
use super::escape::{comment, key, literal, string};
use crate::client::{self, Language, Names};

/// Returns the first lines of every file.
fn head(catalog: &Catalog) -> String {
    let source = comment(client::source(catalog));
    let ignored = ["format", "lint", "assist"].map(|part| format!("// biome-ignore-all {part}: generated\n"));
    format!("{MARK}{source}. DO NOT EDIT.\n{}", ignored.concat())
}

/// Returns the files of constants without their ending, and what they show: one, or one per family.
pub(super) fn codes(catalog: &Catalog) -> Vec<(String, Json)> {
    let values = client::values(catalog);
    let names = Language::TypeScript.names(catalog);
    let file = |range: std::ops::Range<usize>| {
        let rows = range.flat_map(|at| constants(catalog, &catalog.errors[at], &values[at], &names[at]));
        json!({ "head": head(catalog), "rows": rows.collect::<Vec<_>>() })
    };
    match catalog.unique {
        Unique::Catalog => vec![("codes".to_owned(), file(0..catalog.errors.len()))],
        Unique::Family => {
            let of = |family: &Family| (format!("codes/{}", family.id), file(family.errors.clone()));
            catalog.families.iter().map(of).collect()
        }
    }
}

/// Returns the constants of an error.
fn constants(catalog: &Catalog, error: &Error, code: &Json, names: &Names) -> Vec<Json> {
    let Names { usual, further } = names;
    let link = |at: usize| format!("{{@link {}}}", Language::TypeScript.name(catalog, &catalog.errors[at]));
    let notice =
        client::notice(catalog, error, link).map(|notice| format!("@deprecated {}", comment(&notice)));
    let about = notice.or_else(|| Some(comment(&client::summary(error)?)));
    let mut rows = vec![row(about, usual, code)];
    for (name, is_deprecated) in further {
        let about = if *is_deprecated { "@deprecated use" } else { "The same as" };
        rows.push(row(Some(format!("{about} {{@link {usual}}}")), name, code));
    }
    rows
}

fn row(about: Option<String>, name: &str, code: &Json) -> Json {
    let literal = literal(code);
    // Prettier breaks lines of more than 80 columns.
    let line = format!("export const {name} = {literal};");
    let columns = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    json!({
        "doc": about.map_or_else(String::new, |about| format!("/** {about} */")),
        "name": name,
        "code": literal,
        "is_long": columns > 80,
        "is_long_declared": columns + "declare ".len() > 80,
    })
}

/// Returns what the other files show.
pub(super) fn of(catalog: &Catalog, is_js: bool) -> Json {
    let root = client::root(catalog);
    let has = |fact: &str| {
        catalog.envelope.members.iter().any(|member| !member.is_field && member.name.value == fact)
    };
    let families: Vec<Json> = catalog.families.iter().filter(|_| catalog.unique == Unique::Family).enumerate()
        .map(|(at, family)| json!({ "alias": format!("{}{at}", alias(&family.id)), "from": format!("./codes/{}", family.id) }))
        .collect();
    let codes: Vec<String> = families
        .iter()
        .filter_map(|family| family["alias"].as_str())
        .map(|alias| format!("(typeof {alias})[keyof typeof {alias}]"))
        .collect();
    let class_of = |wanted: fn(&Condition) -> bool| {
        let mut classes = catalog.classes.iter();
        classes
            .find(|class| {
                class
                    .when
                    .as_ref()
                    .is_some_and(|when| matches!(when.value, Condition::Any) || wanted(&when.value))
            })
            .map(|class| string(&class.name))
    };
    let names: Vec<String> = catalog.classes.iter().map(|class| string(&class.name)).collect();
    let numbers = catalog.errors.iter().filter(|error| error.number.is_some()).count();
    let wire = if numbers > 0 { "(number & {}) | (string & {})" } else { "(string & {})" };
    let beside = client::uses_form(catalog, |form| *form == Form::Beside);
    let values = client::values(catalog);
    let mark = client::mark(catalog);
    let retry = client::class_retry(catalog).into_iter();
    let retry = retry.map(|(class, retry)| (class.name.value.clone(), json!(retry)));
    let patterns: Vec<Json> = client::carried(catalog)
        .into_iter()
        .map(|(at, regex)| json!({ "code": literal(&values[at]), "regex": string(&regex) }))
        .collect();
    json!({
        "js": is_js,
        "ext": if is_js { "js" } else { "ts" },
        "head": head(catalog),
        "root": root,
        "base": if root == "Error" { "globalThis.Error" } else { "Error" },
        "families": families,
        "codes": codes.join(" | "),
        "wire": wire,
        "numbers": numbers > 0,
        "numeric": numbers > 0 && numbers == catalog.errors.len(),
        "details": declared(catalog, &values),
        "class_names": if names.is_empty() { "never".to_owned() } else { names.join(" | ") },
        "envelope": client::envelope(catalog).iter().map(literal).collect::<Vec<_>>(),
        "parents": literal(&parents(catalog)),
        "class_retry": literal(&retry.collect::<serde_json::Map<_, _>>().into()),
        "rules": client::rules(catalog).iter().map(literal).collect::<Vec<_>>(),
        "own_classes": lines(client::own_classes(catalog).iter().map(|(code, class)| json!([code, class]))),
        "aliases": lines(client::aliases(catalog).iter().map(|(alias, code)| json!([alias, code]))),
        "patterns": patterns,
        "transport_class": class_of(|when| matches!(when, Condition::Transport)).unwrap_or_default(),
        "decode_class": class_of(|when| matches!(when, Condition::Decode)).unwrap_or_default(),
        "docs": client::docs(catalog).map(|docs| string(&docs)).unwrap_or_default(),
        "mark": mark.as_ref().map(literal).unwrap_or_default(),
        "mark_value": client::mark_value(catalog).as_ref().map(literal).unwrap_or_default(),
        "beside": beside,
        "lists": client::has_list(catalog),
        "inside": beside || has("field_errors"),
        "field_errors": has("field_errors"),
        "rows": client::rows(catalog).iter().map(literal).collect::<Vec<_>>(),
    })
}

/// Returns what the file of a translation shows.
pub(super) fn locale(catalog: &Catalog, locale: &Locale, is_js: bool) -> Json {
    let texts = client::translations(catalog, locale);
    let texts = texts.iter().map(|(code, text)| format!("{}: {}", key(code), literal(text)));
    json!({
        "js": is_js,
        "head": head(catalog),
        "language": string(&locale.language),
        "texts": texts.collect::<Vec<_>>(),
    })
}

/// Returns a list as lines.
fn lines(items: impl Iterator<Item = Json>) -> Vec<String> {
    items.map(|item| literal(&item)).collect()
}

/// Returns the start of the name under which a file of constants is imported.
fn alias(id: &str) -> String {
    let name: String = case::snake(id).chars().filter(char::is_ascii_alphabetic).collect();
    if name.is_empty() { "family".to_owned() } else { name }
}

fn parents(catalog: &Catalog) -> Json {
    let parent = |class: &errcat_build::unstable::model::Class| {
        let parent = &catalog.classes[class.parent?];
        Some((class.name.value.clone(), json!(parent.name.value)))
    };
    Json::Object(catalog.classes.iter().filter_map(parent).collect())
}

/// Returns the codes with details, and the types of these. Of errors with one code, any may be meant.
fn declared(catalog: &Catalog, values: &[Json]) -> Vec<Json> {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (error, code) in catalog.errors.iter().zip(values) {
        let Some(ty) = details(catalog, error) else { continue };
        let code = literal(code);
        match rows.iter_mut().find(|(known, _)| *known == code) {
            Some((_, types)) => types.push(ty),
            None => rows.push((code, vec![ty])),
        }
    }
    rows.into_iter().map(|(code, types)| json!({ "code": code, "type": types.join(" | ") })).collect()
}
