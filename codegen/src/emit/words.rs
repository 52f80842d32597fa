//! Describes errors in words, which `errcat explain` and the documentation of generated code share.

use crate::format::attributes::{Attribute, Shown};
use crate::format::vocabulary::Term;
use crate::model::{Catalog, Class, CodeCondition, Condition, Error, Link, Param, PublishedName, Type};
use crate::value::Value;

/// Returns the lines of `errcat explain` about an error, with their labels.
#[must_use]
pub fn explained(catalog: &Catalog, error: &Error) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    for &attribute in Attribute::ALL {
        let row = attribute.row();
        if attribute == Attribute::Mask && !error.children.is_empty() {
            let children = error.children.iter().map(|child| catalog.errors[*child].code.value.clone());
            lines.push(("children", children.collect::<Vec<_>>().join(", ")));
        }
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

/// A part of a sentence of documentation, which every target formats in its own way.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'m> {
    /// A text.
    Text(&'m str),
    /// A link.
    Link(&'m Link),
    /// A reference to another error.
    Error(&'m Error),
}

/// Returns the sentences of documentation about an error, in the order of the attributes. `shown`
/// converts a part to the markup of the target, or returns `None` to leave it out.
#[must_use]
pub fn documented<'m>(
    catalog: &'m Catalog,
    error: &'m Error,
    shown: &dyn Fn(Attribute, Piece<'_>) -> Option<String>,
) -> Vec<String> {
    let mut sentences = Vec::new();
    for &attribute in Attribute::ALL {
        let row = attribute.row();
        let Some(sentence) = row.documented else { continue };
        let linked = |errors: &[usize]| -> Vec<String> {
            let errors = errors.iter().filter_map(|error| catalog.errors.get(*error));
            errors.filter_map(|error| shown(attribute, Piece::Error(error))).collect()
        };
        let pieces: Vec<String> = match attribute {
            Attribute::Links => {
                error.links.iter().filter_map(|link| shown(attribute, Piece::Link(link))).collect()
            }
            Attribute::Parent => linked(error.parent.map(|parent| parent.value).as_slice()),
            Attribute::Mask => linked(error.mask.map(|mask| mask.value).as_slice()),
            _ => {
                let texts = words(catalog, error, attribute);
                texts.iter().filter_map(|text| shown(attribute, Piece::Text(text))).collect()
            }
        };
        if row.shown == Shown::EachItem {
            sentences.extend(pieces.iter().map(|piece| sentence.replace("{}", piece)));
        } else if !pieces.is_empty() {
            sentences.push(sentence.replace("{}", &pieces.join(", ")));
        }
        if attribute == Attribute::Parent && !error.children.is_empty() {
            sentences.push(format!("Refined by {}.", linked(&error.children).join(", ")));
        }
    }
    sentences
}

/// Returns the value of an attribute as texts: none if it is absent, several if it is a list.
#[must_use]
pub fn words(catalog: &Catalog, error: &Error, attribute: Attribute) -> Vec<String> {
    match attribute {
        Attribute::Params => error.params.iter().flatten().map(param).collect(),
        Attribute::Details => error.details.iter().map(param).collect(),
        Attribute::Links => error.links.iter().map(|link| format!("{}: {}", link.label, link.url)).collect(),
        Attribute::Names => names(error),
        Attribute::Facts => {
            let said = |(_, value): &(&str, &Value)| **value != Value::Bool(false);
            let facts = catalog.facts_of(error).into_iter().filter(said);
            facts.map(|(name, value)| format!("{name}: {}", texts(value.clone()).concat())).collect()
        }
        Attribute::Deprecated | Attribute::Retired => notice(&catalog.attribute(error, attribute)),
        _ => texts(catalog.attribute(error, attribute)),
    }
}

/// Describes which failures belong to a class, or `None` if it is only a parent.
#[must_use]
pub fn class_rule(class: &Class) -> Option<String> {
    Some(match &class.when.as_ref()?.value {
        Condition::Transport => "no response".to_owned(),
        Condition::Decode => "unreadable response".to_owned(),
        Condition::Any => "everything else".to_owned(),
        Condition::Response { status, code, .. } => {
            let ranges = status.iter().flat_map(|status| &status.ranges);
            let statuses: Vec<String> = ranges
                .map(|(_, first, last)| match (first, last) {
                    (first, last) if first == last => first.to_string(),
                    (first, last) if first % 100 == 0 && *last == first + 99 => format!("{}xx", first / 100),
                    (first, last) => format!("{first}–{last}"),
                })
                .collect();
            let code = match code {
                CodeCondition::Any => None,
                CodeCondition::Present => Some("any code".to_owned()),
                CodeCondition::Matches(pattern) => Some(pattern.clone()),
            };
            let parts = (!statuses.is_empty()).then(|| statuses.join(", ")).into_iter().chain(code);
            parts.collect::<Vec<_>>().join(" · ")
        }
    })
}

/// Formats the names of each language, and the `x-` keys beside them.
fn names(error: &Error) -> Vec<String> {
    let name = |name: &PublishedName| {
        let deprecated = if name.deprecated { " (deprecated)" } else { "" };
        format!("{}{deprecated}", name.name)
    };
    let languages = error.names.iter().map(|(language, names)| {
        format!("{language}: {}", names.iter().map(name).collect::<Vec<_>>().join(", "))
    });
    let extension = |(key, value): &(String, Value)| format!("{key}: {}", texts(value.clone()).join(", "));
    languages.chain(error.names_extensions.iter().map(extension)).collect()
}

fn param(param: &Param) -> String {
    let optional = if param.optional { "optional " } else { "" };
    let sensitive = if param.sensitive { ", sensitive" } else { "" };
    format!("{} ({optional}{}{sensitive})", param.name.value, ty(&param.ty))
}

fn ty(ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => scalar.as_str().to_owned(),
        Type::List(item) => format!("list of {}", self::ty(item)),
        Type::Object(object) => {
            format!("{{ {} }}", object.members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

fn member(param: &Param) -> String {
    let optional = if param.optional { "optional " } else { "" };
    let sensitive = if param.sensitive { "sensitive " } else { "" };
    format!("{}: {optional}{sensitive}{}", param.name.value, ty(&param.ty))
}

/// Formats a notice as `1.2.0 · use OTHER · why`.
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
