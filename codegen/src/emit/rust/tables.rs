//! Emits what few errors have in addition to the rows: masks and less common facts, and tables
//! derived from other tables.

use std::fmt::Write;

use super::scope::Scope;
use super::{literal, numbers, parents, patterns};
use crate::format::attributes::Attribute;
use crate::format::vocabulary::Role;
use crate::index::Index;
use crate::model::{Error, Link, Notice};
use crate::value::Value;

/// Returns the tables as text.
pub(super) fn emit(scope: &Scope<'_>) -> Vec<String> {
    let mut tables = Vec::new();
    tables.extend(masks(scope));
    tables.extend(parents::table(scope));
    tables.extend(patterns::table(scope));
    tables.extend(numbers::tables(scope));
    if scope.family.is_none() && !scope.entries.is_empty() {
        tables.push(families(scope));
    }
    tables.push(infos(scope));
    tables
}

/// Returns the smallest type for numbers below `count`, and its number of bits.
pub(super) fn smallest(count: usize) -> (&'static str, u8) {
    match count {
        0..=0x100 => ("u8", 8),
        0x101..=0x1_0000 => ("u16", 16),
        _ => ("u32", 32),
    }
}

/// Returns the table of the rows that outsiders see.
fn masks(scope: &Scope<'_>) -> Option<String> {
    let masked: Vec<(&Error, &Error)> =
        scope.entries.iter().filter_map(|error| Some((error, scope.entry(error.mask?.value)))).collect();
    if masked.is_empty() {
        return None;
    }
    let (ty, bits) = smallest(scope.entries.len());
    let mut table = format!("__errcat::column! {{ MASKS: {ty} = __errcat::table::masks{bits}(&[\n");
    for (error, mask) in masked {
        let _ = writeln!(table, "    (Code::{} as usize, Code::{} as usize),", error.ident, mask.ident);
    }
    table.push_str("]) }\n");
    if scope.catalog.role != Role::Client {
        table.push_str("\n__errcat::test_masks! {}\n");
    }
    Some(table)
}

/// Returns the table of the families of rows.
fn families(scope: &Scope<'_>) -> String {
    let (ty, bits) = smallest(scope.catalog.families.len());
    format!("__errcat::column! {{ FAMILIES: {ty} = __errcat::table::families{bits}(&Family::STARTS) }}\n")
}

/// Returns `true` if a code has a fact that only `Info` contains.
pub(super) fn has_facts(scope: &Scope<'_>) -> bool {
    scope.any(|error| !info(scope, error).is_empty())
}

/// Returns every distinct `Info`, with the codes that have it.
fn infos(scope: &Scope<'_>) -> String {
    let texts: Vec<String> = scope.entries.iter().map(|error| info(scope, error)).collect();
    let mut distinct: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut known = Index::default();
    for (error, text) in scope.entries.iter().zip(&texts).filter(|(_, text)| !text.is_empty()) {
        match known.add("", text, distinct.len()) {
            Some(group) => distinct[group].1.push(error.ident.as_str()),
            None => distinct.push((text, vec![error.ident.as_str()])),
        }
    }
    if distinct.is_empty() {
        return "static NO_INFO: __errcat::Info = __errcat::Info::new();\n".to_owned();
    }
    let (ty, bits) = smallest(distinct.len() + 1);
    let mut table = String::from("static INFOS: &[__errcat::Info] = &[\n    __errcat::Info::new(),\n");
    let mut groups = format!("__errcat::column! {{ INFO_OF: {ty} = __errcat::table::groups{bits}(&[\n");
    for (text, codes) in &distinct {
        let _ = writeln!(table, "    __errcat::Info::new(){text},");
        groups.push_str("    &[\n");
        for code in codes {
            let _ = writeln!(groups, "        Code::{code} as usize,");
        }
        groups.push_str("    ],\n");
    }
    format!("{table}];\n\n{groups}]) }}\n")
}

/// Returns the calls that build the `Info` of a code. Empty if it has no such fact.
fn info(scope: &Scope<'_>, entry: &Error) -> String {
    let mut calls = String::new();
    for attribute in Attribute::ALL.iter().filter(|attribute| attribute.row().at_run_time) {
        let argument = match attribute {
            Attribute::Links => links(entry),
            Attribute::Deprecated => entry.deprecated.as_ref().map(|deprecated| notice(scope, deprecated)),
            Attribute::Retired => entry.retired.as_ref().map(|retired| notice(scope, retired)),
            Attribute::Aliases => aliases(entry),
            _ => argument(&scope.catalog.attribute(entry, *attribute)),
        };
        if let Some(argument) = argument {
            let _ = write!(calls, ".with_{}({argument})", attribute.row().key);
        }
    }
    if entry.constant.as_str() != errcat::table::constant(entry.ident.as_str()) {
        let _ = write!(calls, ".with_constant({})", literal::string(entry.constant.as_str()));
    }
    if entry.has_placeholders() {
        calls.push_str(".with_placeholders()");
    }
    if entry.is_internal() {
        calls.push_str(".with_internal()");
    }
    calls
}

/// Returns the argument that sets a fact, or `None` if the fact is absent.
fn argument(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Bool(false) | Value::Map(_) => None,
        Value::Bool(true) => Some(String::new()),
        Value::Number(number) => Some(number.clone()),
        Value::Text(text) => Some(literal::string(text)),
        Value::List(items) => {
            let items: Vec<String> = items.iter().filter_map(argument).collect();
            Some(format!("&[{}]", items.join(", ")))
        }
    }
}

/// Returns the aliases as texts, also those that are numbers.
fn aliases(entry: &Error) -> Option<String> {
    let aliases: Vec<_> = entry.aliases.iter().map(|alias| literal::string(&alias.value)).collect();
    (!aliases.is_empty()).then(|| format!("&[{}]", aliases.join(", ")))
}

fn links(entry: &Error) -> Option<String> {
    let link = |link: &Link| {
        format!("__errcat::Link::new({}, {})", literal::string(&link.label), literal::string(&link.url))
    };
    let links: Vec<String> = entry.links.iter().map(link).collect();
    (!links.is_empty()).then(|| format!("&[{}]", links.join(", ")))
}

fn notice(scope: &Scope<'_>, notice: &Notice) -> String {
    let instead = notice.instead.map(|error| scope.entry(error).code.value.as_str());
    let parts = [notice.since.as_deref(), instead, notice.note.as_deref()].map(|part| match part {
        Some(text) => format!("::core::option::Option::Some({})", literal::string(text)),
        None => "::core::option::Option::None".to_owned(),
    });
    format!("__errcat::Notice::new({})", parts.join(", "))
}
