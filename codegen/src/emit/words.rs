//! What is known of an error, in words for people: `errcat explain` and documentation say the same.

use crate::format::attributes::{Attribute, Shown};
use crate::format::vocabulary::Term;
use crate::model::{Catalog, Error, Param};
use crate::value::Value;

/// The lines of `errcat explain` about an error, each with its label.
#[must_use]
pub fn explained(catalog: &Catalog, error: &Error) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    for &attribute in Attribute::ALL {
        let row = attribute.row();
        match row.shown {
            Shown::No | Shown::Heading | Shown::Paragraphs => {}
            Shown::EachItem => {
                lines.extend(words(catalog, error, attribute).into_iter().map(|item| (row.label, item)));
            }
            Shown::Line(sentence) => {
                let text = words(catalog, error, attribute).join(", ");
                if attribute == Attribute::Status && text.is_empty() {
                    lines.push((row.label, "not documented".to_owned()));
                } else if !text.is_empty() && text != row.usual {
                    lines.push((row.label, sentence.replace("{}", &text)));
                }
            }
        }
    }
    lines
}

/// The sentences of documentation about an error. `shown` makes of a text what the target shows as that text; it gets the attribute, too, for
/// those that the target shows as code or as a link. It returns `None` for what the target cannot show.
#[must_use]
pub fn documented(
    catalog: &Catalog,
    error: &Error,
    shown: &dyn Fn(Attribute, &str) -> Option<String>,
) -> Vec<String> {
    let mut sentences = Vec::new();
    for &attribute in Attribute::ALL {
        let row = attribute.row();
        let Some(sentence) = row.documented else { continue };
        let items = words(catalog, error, attribute);
        let items = items.iter().filter_map(|item| shown(attribute, item));
        if row.shown == Shown::EachItem {
            sentences.extend(items.map(|item| sentence.replace("{}", &item)));
            continue;
        }
        let text = items.collect::<Vec<_>>().join(", ");
        if !text.is_empty() {
            sentences.push(sentence.replace("{}", &text));
        }
    }
    sentences
}

/// The value of an attribute as texts: none if it is absent, several if it is a list.
#[must_use]
pub fn words(catalog: &Catalog, error: &Error, attribute: Attribute) -> Vec<String> {
    match attribute {
        Attribute::Params => error.params.iter().flatten().map(param).collect(),
        Attribute::Details => error.details.iter().map(param).collect(),
        Attribute::Links => error.links.iter().map(|link| format!("{}: {}", link.label, link.url)).collect(),
        Attribute::Deprecated | Attribute::Retired => notice(&catalog.attribute(error, attribute)),
        _ => texts(catalog.attribute(error, attribute)),
    }
}

fn param(param: &Param) -> String {
    let name = &param.name.value;
    let ty = param.scalar.as_str();
    let list = if param.list { "list of " } else { "" };
    let optional = if param.optional { "optional " } else { "" };
    let sensitive = if param.sensitive { ", sensitive" } else { "" };
    format!("{name} ({optional}{list}{ty}{sensitive})")
}

/// `1.2.0 · use OTHER · why`
fn notice(value: &Value) -> Vec<String> {
    let Value::Map(facts) = value else { return Vec::new() };
    let text = |key: &str| {
        let fact = facts.iter().find(|(name, _)| name == key);
        fact.and_then(|(_, value)| match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        })
    };
    let parts = [text("since"), text("use").map(|code| format!("use {code}")), text("note")];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    vec![if text.is_empty() { "yes".to_owned() } else { text }]
}

fn texts(value: Value) -> Vec<String> {
    match value {
        Value::Null | Value::Bool(false) => Vec::new(),
        Value::Bool(true) => vec!["yes".to_owned()],
        Value::Number(text) | Value::Text(text) => vec![text],
        Value::List(items) => items.into_iter().flat_map(texts).collect(),
        Value::Map(entries) => {
            let entry = |(key, value)| format!("{key}: {}", texts(value).join(", "));
            entries.into_iter().map(entry).collect()
        }
    }
}
