//! What the templates for Python show.

use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Class, Condition, Error, Family, Form, Locale};
use serde_json::{Value as Json, json};

use super::MARK;
use super::escape::{comment, doc, literal, string};
use crate::client::{self, Language, Names};

/// Returns the first lines of every file.
pub(super) fn head(catalog: &Catalog) -> String {
    format!("{MARK}{}. DO NOT EDIT.", comment(client::source(catalog)))
}

/// Returns the modules of constants without their ending, and what they show.
pub(super) fn codes(catalog: &Catalog) -> Vec<(String, Json)> {
    let values = client::values(catalog);
    let names = Language::Python.names(catalog);
    let file = |range: std::ops::Range<usize>| {
        let constants = |at: usize| constants(catalog, &catalog.errors[at], &values[at], &names[at]);
        let rows: Vec<Json> = range.clone().flat_map(constants).collect();
        let numbers = range.filter(|at| values[*at].is_number()).count();
        let base = match numbers {
            0 => "StrEnum",
            numbers if numbers == rows.len() => "IntEnum",
            _ => "Enum",
        };
        json!({ "head": head(catalog), "rows": rows, "base": base })
    };
    match catalog.unique {
        Unique::Catalog => vec![("error_codes".to_owned(), file(0..catalog.errors.len()))],
        Unique::Family => {
            let of = |family: &Family| {
                (format!("error_codes/{}", module(&family.id)), file(family.errors.clone()))
            };
            catalog.families.iter().map(of).collect()
        }
    }
}

/// Returns the name of the module of a family.
fn module(id: &str) -> String {
    let name = id.replace(['-', '.'], "_");
    match Language::Python.objection(&name) {
        Some(_) => format!("family_{name}"),
        None => name,
    }
}

fn constants(catalog: &Catalog, error: &Error, code: &Json, names: &Names) -> Vec<Json> {
    let Names { usual, further } = names;
    let link = |at: usize| Language::Python.name(catalog, &catalog.errors[at]);
    let about = client::notice(catalog, error, link).map(|notice| capital(&notice));
    let about = about.or_else(|| client::text(error));
    let row = |name: &str, about: Option<&str>| {
        json!({
            "name": name,
            "code": literal(code),
            "doc": about.filter(|text| !text.trim().is_empty()).map(doc).unwrap_or_default(),
        })
    };
    let mut rows = vec![row(usual, about.as_deref())];
    let also = |(name, is_deprecated): &(String, bool)| {
        let about = if *is_deprecated { "Deprecated: use" } else { "The same as" };
        row(name, Some(&format!("{about} {usual}")))
    };
    rows.extend(further.iter().map(also));
    rows
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns what the other files show.
pub(super) fn of(catalog: &Catalog, package: Option<&str>) -> Json {
    let root = client::root(catalog);
    let response = client::response_class(catalog);
    let classes = classes(catalog, &root, &response);
    let has = |fact: &str| {
        catalog.envelope.members.iter().any(|member| !member.is_field && member.name.value == fact)
    };
    let values = client::values(catalog);
    let numbers = values.iter().filter(|code| code.is_number()).count();
    let rules = client::rules(catalog).into_iter().map(|rule| {
        let Json::Object(mut when) = rule else { return Json::Null };
        let class = when.shift_remove("class").unwrap_or_default();
        let class = class.as_str().map(|name| variant(catalog, name)).unwrap_or_default();
        json!({ "class": class, "when": literal(&Json::Object(when)) })
    });
    let own = client::own_classes(catalog);
    let own =
        own.iter().map(|(code, class)| json!({ "code": literal(code), "class": variant(catalog, class) }));
    let aliases = client::aliases(catalog);
    let aliases = aliases.iter().map(|(alias, code)| format!("({}, {})", literal(alias), literal(code)));
    let patterns = client::carried(catalog);
    let patterns =
        patterns.iter().map(|(at, regex)| format!("({}, {})", literal(&values[*at]), string(regex)));
    let beside = client::uses_form(catalog, |form| *form == Form::Beside);
    let is_exception_taken = catalog.classes.iter().any(|class| class.variant.as_str() == "Exception");
    let exception = if is_exception_taken { "builtins.Exception" } else { "Exception" };
    let mut names: Vec<String> =
        ["ErrorItem", "FieldError", "Retry", "SafeResult", "from_response", "is_error"]
            .map(str::to_owned)
            .to_vec();
    names.extend(classes.iter().filter_map(|class| class["name"].as_str().map(str::to_owned)));
    names.sort();
    json!({
        "head": head(catalog),
        "package": package.map(|package| format!("{package}.")).unwrap_or_default(),
        "names": names,
        "root": root,
        "response": response,
        "classes": classes,
        "exception": exception,
        "own_exception": is_exception_taken,
        "wire": if numbers > 0 { "int | str" } else { "str" },
        "wire_types": if numbers > 0 { "int, str" } else { "str," },
        "numeric": numbers > 0 && numbers == values.len(),
        "envelope": client::envelope(catalog).iter().map(literal).collect::<Vec<_>>(),
        "rules": rules.collect::<Vec<_>>(),
        "own_classes": own.collect::<Vec<_>>(),
        "aliases": aliases.collect::<Vec<_>>(),
        "patterns": patterns.collect::<Vec<_>>(),
        "docs": client::docs(catalog).map(|docs| string(&docs)).unwrap_or_default(),
        "mark": client::mark(catalog).as_ref().map(literal).unwrap_or_default(),
        "mark_value": client::mark_value(catalog).as_ref().map(literal).unwrap_or_default(),
        "beside": beside,
        "lists": client::has_list(catalog),
        "inside": beside || has("field_errors"),
        "field_errors": has("field_errors"),
        "rows": client::rows(catalog).into_iter().map(info).collect::<Vec<_>>(),
        "locales": catalog.locales.iter().map(|locale| self::locale(catalog, locale)).collect::<Vec<_>>(),
    })
}

/// Returns a translation.
fn locale(catalog: &Catalog, locale: &Locale) -> Json {
    let piece = |piece: &Json| match &piece["param"] {
        Json::String(name) => format!("Param({})", string(name)),
        _ => literal(piece),
    };
    let fact = |(name, value): (&String, &Json)| match value {
        Json::Array(pieces) => format!("{name}={}", tuple(pieces.iter().map(piece))),
        _ => format!("{name}={}", literal(value)),
    };
    let text = |(code, text): &(String, Json)| {
        let facts = text.as_object().into_iter().flatten().map(fact);
        format!("{}: Text({})", string(code), facts.collect::<Vec<_>>().join(", "))
    };
    json!({
        "language": string(&locale.language),
        "texts": client::translations(catalog, locale).iter().map(text).collect::<Vec<_>>(),
    })
}

/// Returns the name of the exception of a class.
fn variant(catalog: &Catalog, name: &str) -> String {
    let class = catalog.classes.iter().find(|class| class.name.value == name);
    class.map(|class| class.variant.to_string()).unwrap_or_default()
}

/// Returns the classes, parents first.
fn classes(catalog: &Catalog, root: &str, response: &str) -> Vec<Json> {
    let exception = |name: &str| if name == "Exception" { "builtins.Exception" } else { "Exception" };
    if catalog.classes.is_empty() {
        let own = json!({
            "name": root, "parent": exception(root), "is_root": true, "is_response": true, "own_retry": "backoff",
            "retry": "",
        });
        return vec![own];
    }
    let depth = |class: &Class| {
        std::iter::successors(class.parent, |at| catalog.classes[*at].parent)
            .take(catalog.classes.len())
            .count()
    };
    let mut order: Vec<&Class> = catalog.classes.iter().collect();
    order.sort_by_key(|class| depth(class));
    let is_transport =
        |class: &Class| class.when.as_ref().is_some_and(|when| matches!(when.value, Condition::Transport));
    let advice = client::class_retry(catalog);
    let class = |class: &&Class| {
        let name = class.variant.as_str();
        let parent = class.parent.map(|at| catalog.classes[at].variant.as_str());
        let retry = advice.iter().find(|(known, _)| known.name.value == class.name.value);
        let retry = retry.map(|(_, retry)| *retry);
        let usual = match parent {
            None => Some("never"),
            Some(_) if is_transport(class) => Some("backoff"),
            Some(_) => None,
        };
        json!({
            "name": name,
            "parent": parent.unwrap_or_else(|| exception(name)),
            "is_root": name == root,
            "is_response": name == response,
            "retry": retry.unwrap_or_default(),
            "own_retry": retry.or(usual).unwrap_or_default(),
        })
    };
    order.iter().map(class).collect()
}

/// Returns a row as a call of `Info`.
fn info(row: Json) -> String {
    let Json::Object(facts) = row else { return String::new() };
    let fact = |(name, value): (String, Json)| {
        let value = match (name.as_str(), &value) {
            ("class", _) => return None,
            ("help", Json::Array(texts)) => tuple(texts.iter().map(literal)),
            ("links", Json::Array(links)) => tuple(links.iter().map(|link| call("Link", link))),
            ("deprecated" | "retired", notice) => call("Notice", notice),
            (_, value) => literal(value),
        };
        Some(format!("{name}={value}"))
    };
    format!("Info({})", facts.into_iter().filter_map(fact).collect::<Vec<_>>().join(", "))
}

fn call(name: &str, facts: &Json) -> String {
    let Json::Object(facts) = facts else { return String::new() };
    let facts = facts.iter().map(|(name, value)| format!("{name}={}", literal(value)));
    format!("{name}({})", facts.collect::<Vec<_>>().join(", "))
}

fn tuple(items: impl Iterator<Item = String>) -> String {
    format!("({},)", items.collect::<Vec<_>>().join(", "))
}
