//! The facts of an enum's codes as tables: one blob of text a fact and small numbers beside it, no pointer a code.

use std::fmt::Write;

use super::facts::Fact;
use super::find;
use super::literal;
use super::rows::{below, integers, texts};
use super::scope::{Scope, is_internal};
use crate::format::vocabulary::{CodeType, Retry, StatusPolicy};
use crate::index::Index;
use crate::model::{Error, Notice};
use crate::order;

/// The contents of the module `tables`, as finished text.
pub(super) fn emit(scope: &Scope<'_>) -> String {
    let mut tables = vec![find(scope), idents(scope)];
    tables.extend(Fact::ALL.into_iter().filter_map(|fact| fact.emit(scope)));
    tables.extend(statuses(scope));
    tables.extend(retries(scope));
    tables.extend(masks(scope));
    tables.extend(numbers(scope));
    if scope.family.is_none() && !scope.entries.is_empty() {
        let families = scope.entries.iter().map(|entry| entry.family);
        tables.push(below("FAMILIES", scope.catalog.families.len(), families));
    }
    tables.push(infos(scope));
    tables.join("\n")
}

/// The codes and behind them their aliases, the tables that lead from one to its row, and the function that reads them.
fn find(scope: &Scope<'_>) -> String {
    let mut spellings: Vec<&str> = scope.entries.iter().map(|entry| entry.code.as_str()).collect();
    let mut aliased = Vec::new();
    for (row, entry) in scope.entries.iter().enumerate() {
        for alias in &entry.aliases {
            spellings.push(alias);
            aliased.push(row);
        }
    }
    find::emit(&spellings, scope.entries.len(), aliased.into_iter())
}

fn idents(scope: &Scope<'_>) -> String {
    texts("IDENTS", scope.entries.iter().map(|entry| entry.ident.as_str()))
}

fn statuses(scope: &Scope<'_>) -> Option<String> {
    let wanted = scope.catalog.status == StatusPolicy::Required || scope.any(|entry| entry.status.is_some());
    let status = |entry: &Error| entry.status.map_or(0, |status| usize::from(status.value));
    wanted.then(|| integers("STATUSES", "u16", scope.entries.iter().map(status)))
}

fn retries(scope: &Scope<'_>) -> Option<String> {
    let number = |entry: &Error| match entry.retry {
        None => 0,
        Some(Retry::Never) => 1,
        Some(Retry::Immediately) => 2,
        Some(Retry::Backoff) => 3,
        Some(Retry::RetryAfter) => 4,
    };
    scope.any(|entry| entry.retry.is_some()).then(|| below("RETRIES", 5, scope.entries.iter().map(number)))
}

fn masks(scope: &Scope<'_>) -> Option<String> {
    let masked = |(row, entry): (usize, &Error)| entry.mask.map_or(row, |mask| scope.position(mask.value));
    let masks = || scope.entries.iter().enumerate().map(masked);
    scope.any(|entry| entry.mask.is_some()).then(|| below("MASKS", scope.entries.len(), masks()))
}

fn numbers(scope: &Scope<'_>) -> Option<String> {
    if scope.catalog.code_type != CodeType::Integer {
        return None;
    }
    let numbers: Vec<i64> = scope.entries.iter().map(|entry| entry.number.unwrap_or_default()).collect();
    let order = order::positions(numbers.len(), &|a, b| numbers[a].cmp(&numbers[b]));
    let numbers = integers("NUMBERS", "i64", numbers);
    Some(format!("{numbers}\n{}", integers("BY_NUMBER", "u32", order)))
}

/// Whether some code has a fact that only `Info` tells.
pub(super) fn has_facts(scope: &Scope<'_>) -> bool {
    scope.any(|entry| !info(scope, entry).is_empty())
}

/// Every distinct `Info` once, and which one a code has.
fn infos(scope: &Scope<'_>) -> String {
    if !has_facts(scope) {
        let text = "pub(super) static NO_INFO: ::errcat::Info = ::errcat::Info::new();\n";
        return text.to_owned();
    }
    let texts: Vec<String> = scope.entries.iter().map(|entry| info(scope, entry)).collect();
    let mut distinct: Vec<&str> = Vec::new();
    let mut known = Index::default();
    let mut rows = Vec::with_capacity(texts.len());
    for text in &texts {
        let row = known.add("", text, distinct.len()).unwrap_or_else(|| {
            distinct.push(text);
            distinct.len() - 1
        });
        rows.push(row);
    }
    let mut table = format!("pub(super) static INFOS: [::errcat::Info; {}] = [\n", distinct.len());
    for text in &distinct {
        let _ = writeln!(table, "    ::errcat::Info::new(){text},");
    }
    table.push_str("];\n\n");
    table.push_str(&below("INFO_OF", distinct.len(), rows));
    table
}

/// The calls that make the `Info` of a code; nothing where it has no such fact.
fn info(scope: &Scope<'_>, entry: &Error) -> String {
    let mut calls = String::new();
    let mut call = |name: &str, argument: &str| {
        let _ = write!(calls, ".with_{name}({argument})");
    };
    if let Some(exit) = entry.exit {
        call("exit", &exit.to_string());
    }
    if !entry.tags.is_empty() {
        call("tags", &strings(entry.tags.iter().map(|tag| tag.value.as_str())));
    }
    if !entry.help.is_empty() {
        call("help", &strings(entry.help.iter().map(String::as_str)));
    }
    if !entry.links.is_empty() {
        let link = |link: &crate::model::Link| {
            format!("::errcat::Link::new({}, {})", literal::string(&link.label), literal::string(&link.url))
        };
        let links: Vec<String> = entry.links.iter().map(link).collect();
        call("links", &format!("&[{}]", links.join(", ")));
    }
    if let Some(since) = entry.text("since") {
        call("since", &literal::string(since));
    }
    if let Some(deprecated) = &entry.deprecated {
        call("deprecated", &notice(scope, deprecated));
    }
    if let Some(retired) = &entry.retired {
        call("retired", &notice(scope, retired));
    }
    if entry.dynamic {
        call("dynamic", "");
    }
    if is_internal(entry) {
        call("internal", "");
    }
    if let Some(class) = &entry.class {
        call("class", &literal::string(class));
    }
    calls
}

fn notice(scope: &Scope<'_>, notice: &Notice) -> String {
    let instead = notice.instead.map(|error| scope.entry(error).code.value.as_str());
    let parts = [notice.since.as_deref(), instead, notice.note.as_deref()].map(|part| match part {
        Some(text) => format!("::core::option::Option::Some({})", literal::string(text)),
        None => "::core::option::Option::None".to_owned(),
    });
    format!("::errcat::Notice::new({})", parts.join(", "))
}

fn strings<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts: Vec<String> = texts.map(literal::string).collect();
    format!("&[{}]", texts.join(", "))
}
