//! What the templates for Go show.

use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Class, Condition, Error, Family};
use serde_json::{Value as Json, json};

use super::MARK;
use super::escape::{comment, string, strings};
use super::response::{place, rule, slot, text};
use crate::client::{self, Language, Names};

fn head(catalog: &Catalog) -> String {
    format!("{MARK}{}. DO NOT EDIT.", comment(client::source(catalog)))
}

/// Returns the files of constants without their ending, and what they show.
pub(super) fn codes(catalog: &Catalog, package: &str) -> Vec<(String, Json)> {
    let values = client::values(catalog);
    let names = Language::Go.names(catalog);
    let block = |family: &Family| {
        let rows = rows(catalog, family.errors.clone(), &values, &names);
        let about = (catalog.families.len() > 1).then(|| format!("// {}", comment(&family.title)));
        json!({ "about": about.unwrap_or_default(), "rows": rows })
    };
    let file =
        |families: Vec<Json>| json!({ "head": head(catalog), "package": package, "families": families });
    let families = catalog.families.iter().filter(|family| !family.errors.is_empty());
    match catalog.unique {
        Unique::Catalog => vec![("codes".to_owned(), file(families.map(block).collect()))],
        Unique::Family => {
            let of = |family: &Family| {
                (format!("{}_codes", family.id.replace(['-', '.'], "_")), file(vec![block(family)]))
            };
            families.map(of).collect()
        }
    }
}

/// A constant.
struct Row {
    name: String,
    value: String,
    about: String,
    deprecated: Option<String>,
}

/// Returns the lines of constants, aligned as gofmt does: a comment before a line starts anew.
fn rows(catalog: &Catalog, range: std::ops::Range<usize>, values: &[Json], names: &[Names]) -> Vec<Json> {
    let rows: Vec<Row> =
        range.flat_map(|at| constants(catalog, &catalog.errors[at], &values[at], &names[at])).collect();
    let mut lines = Vec::with_capacity(rows.len());
    let mut start = 0;
    while start < rows.len() {
        let rest = &rows[start + 1..];
        let end =
            rest.iter().position(|row| row.deprecated.is_some()).map_or(rows.len(), |at| start + 1 + at);
        let group = &rows[start..end];
        let widest = |part: fn(&Row) -> &str| {
            group.iter().map(|row| part(row).chars().count()).max().unwrap_or_default()
        };
        let (names, texts) = (widest(|row| &row.name), widest(|row| &row.value));
        for Row { name, value, about, deprecated } in group {
            lines.push(json!({
                "deprecated": deprecated.as_deref().unwrap_or_default(),
                "line": format!("{name:names$} Code = {value:texts$} // {about}"),
            }));
        }
        start = end;
    }
    lines
}

fn constants(catalog: &Catalog, error: &Error, code: &Json, names: &Names) -> Vec<Row> {
    let Names { usual, further } = names;
    let link = |at: usize| Language::Go.name(catalog, &catalog.errors[at]);
    let about = client::summary(error).map(|about| comment(&about)).filter(|about| !about.is_empty());
    let row = |name: String, deprecated: Option<String>| Row {
        name,
        value: text(code),
        about: about.clone().unwrap_or_else(|| comment(&error.code)),
        deprecated: deprecated.map(|notice| format!("// Deprecated: {}", comment(&notice))),
    };
    let notice = client::notice(catalog, error, link).map(|notice| format!("{notice}."));
    let mut rows = vec![row(usual.clone(), notice)];
    let also = |(name, is_deprecated): &(String, bool)| {
        row(name.clone(), is_deprecated.then(|| format!("use {usual}.")))
    };
    rows.extend(further.iter().map(also));
    rows
}

/// Returns what the other files show.
pub(super) fn of(catalog: &Catalog, package: &str) -> Json {
    let values = client::values(catalog);
    let numbers = values.iter().filter(|code| code.is_number()).count();
    let class_of = |wanted: fn(&Condition) -> bool| {
        let mut classes = catalog.classes.iter();
        let class = classes.find(|class| {
            class
                .when
                .as_ref()
                .is_some_and(|when| matches!(when.value, Condition::Any) || wanted(&when.value))
        });
        string(class.map_or("", |class| class.name.as_str()))
    };
    let widest = catalog.classes.iter().map(|class| class.variant.as_str().len()).max().unwrap_or_default();
    let class = |class: &Class| {
        let name = class.variant.as_str();
        let constant = format!("Class{}", client::go(name, &catalog.initialisms));
        json!({ "line": format!("{constant:0$} Class = {1}", widest + "Class".len(), string(&class.name)) })
    };
    let parents = catalog.classes.iter().filter_map(|class| {
        let parent = &catalog.classes[class.parent?];
        Some((string(&class.name), string(&parent.name)))
    });
    let retry = client::class_retry(catalog).into_iter();
    let retry = retry.map(|(class, retry)| (string(&class.name), string(retry)));
    let own = client::own_classes(catalog);
    let own = own.iter().map(|(code, class)| (text(code), string(class)));
    let aliases = client::aliases(catalog);
    let aliases = aliases.iter().map(|(alias, code)| (text(alias), text(code)));
    let patterns = client::carried(catalog);
    let patterns = patterns.iter().map(|(at, regex)| {
        format!("{{{}, regexp.MustCompile({})}}", text(&values[*at]), string(&format!("(?s){regex}")))
    });
    let mark_test = match client::mark_value(catalog) {
        None => "value != nil".to_owned(),
        Some(Json::Number(number)) => format!("value == any(json.Number({}))", string(&number.to_string())),
        Some(Json::String(text)) => format!("value == any({})", string(&text)),
        Some(other) => format!("value == any({other})"),
    };
    json!({
        "head": head(catalog),
        "package": package,
        "classes": catalog.classes.iter().map(class).collect::<Vec<_>>(),
        "numeric": numbers > 0 && numbers == values.len(),
        "envelope": client::envelope(catalog).iter().map(slot).collect::<Vec<_>>(),
        "rules": client::rules(catalog).iter().map(rule).collect::<Vec<_>>(),
        "parents": pairs(parents),
        "class_retry": pairs(retry),
        "own_classes": pairs(own),
        "aliases": pairs(aliases),
        "patterns": patterns.collect::<Vec<_>>(),
        "transport_class": class_of(|when| matches!(when, Condition::Transport)),
        "decode_class": class_of(|when| matches!(when, Condition::Decode)),
        "docs": string(&client::docs(catalog).unwrap_or_else(|| "^$".to_owned())),
        "mark": client::mark(catalog).map(|mark| format!("place{}", place(&mark))).unwrap_or_default(),
        "mark_test": mark_test,
        "rows": client::rows(catalog).iter().map(info).collect::<Vec<_>>(),
    })
}

/// Returns the entries of a map on one line.
fn pairs(pairs: impl Iterator<Item = (String, String)>) -> String {
    pairs.map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(", ")
}

/// Returns a row of texts, without its type.
fn info(row: &Json) -> String {
    let Json::Object(facts) = row else { return "{}".to_owned() };
    let fact = |(name, value): (&String, &Json)| {
        let name = match name.as_str() {
            "code" => return format!("Code: {}", text(value)),
            "help" => return format!("Help: {}", strings(value.as_array().into_iter().flatten())),
            "links" => return format!("Links: []Link{{{}}}", links(value)),
            "deprecated" => return format!("Deprecated: &Notice{{{}}}", notice(value)),
            "retired" => return format!("Retired: &Notice{{{}}}", notice(value)),
            name => format!("{}{}", name[..1].to_ascii_uppercase(), &name[1..]),
        };
        match value {
            Json::String(text) => format!("{name}: {}", string(text)),
            other => format!("{name}: {other}"),
        }
    };
    format!("{{{}}}", facts.iter().map(fact).collect::<Vec<_>>().join(", "))
}

fn links(links: &Json) -> String {
    let link = |link: &Json| format!("{{Label: {}, URL: {}}}", text(&link["label"]), text(&link["url"]));
    links.as_array().into_iter().flatten().map(link).collect::<Vec<_>>().join(", ")
}

fn notice(notice: &Json) -> String {
    let fields = [("Since", "since"), ("Use", "use"), ("Note", "note")].into_iter();
    let fields = fields.filter(|(_, key)| !notice[*key].is_null());
    fields.map(|(name, key)| format!("{name}: {}", text(&notice[key]))).collect::<Vec<_>>().join(", ")
}
