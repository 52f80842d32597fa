//! Reads declared facts, and their values in errors and `defaults`.

use super::super::ast::{Fact, FactValue};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{entries, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::limits::MOST_RULES;
use crate::format::vocabulary::{FactType, Lookup, Term};
use crate::source::Spanned;
use crate::value::Value;

/// Reads `facts`: a map from a name to a type or a map.
pub(super) fn declared(node: &Node, findings: &mut Findings) -> Option<Vec<Fact>> {
    let entries = entries::map(value::at_most(MOST_RULES, "`facts`", node, findings)?, findings)?;
    Some(entries.into_iter().map(|(name, node)| fact(name, node, findings)).collect())
}

fn fact(name: Spanned<&str>, node: &Node, findings: &mut Findings) -> Fact {
    let before = findings.len();
    let mut fact = Fact::new(name.map(str::to_owned));
    if matches!(node.kind, NodeKind::Map(_)) {
        keys(&mut fact, node, findings);
    } else {
        fact.ty = value::term(node, findings);
    }
    fact.damaged = findings.len() > before;
    fact
}

fn keys(fact: &mut Fact, node: &Node, findings: &mut Findings) {
    let Some(mut fields) = Fields::open(node, &keys::FACT, findings) else { return };
    fact.values = fields.take("values", findings, values);
    fact.ty = fields.take("type", findings, value::term);
    let default = fields.node("default");
    let error = fields.node("error");
    fact.pattern = fields.take("pattern", findings, value::text);
    fact.lookup = fields.take("lookup", findings, value::term);
    let place = fields.span();
    let before = findings.len();
    fact.extensions = fields.close(findings);
    if fact.is_reopened() {
        return;
    }
    let name = fact.name.value.as_str();
    match (&fact.values, &fact.ty) {
        (Some(_), Some(ty)) => findings.push(report::fact_of_two_kinds(ty.span, name)),
        // A misspelt key is reported alone.
        (None, None)
            if findings.len() == before && !fact.is_reserved() && !has(node, &["values", "type"]) =>
        {
            findings.push(report::fact_without_type(place, name));
        }
        _ => {}
    }
    if let Some(pattern) = fact.pattern.as_ref().filter(|_| !fact.is_text()) {
        findings.push(report::no_use_of_fact_key(pattern.span, "pattern", "`type: string`"));
    }
    if let (Some(node), true) = (error, fact.values.is_none() && fact.ty.is_some()) {
        findings.push(report::no_use_of_fact_key(node.span, "error", "`values`"));
    } else if let Some(node) = error {
        fact.error = value::list(node, "a list of texts", findings, |node, findings| {
            let value = read(fact, "error", node, findings)?;
            Some(Spanned::new(text(value)?, node.span))
        });
    }
    if let Some(node) = default {
        let value = read(fact, "default", node, findings);
        fact.default = value.map(|value| Spanned::new(value, node.span));
        if fact.lookup.is_some_and(|lookup| lookup.value == Lookup::One) {
            findings.push(report::default_of_unique_fact(node.span));
        }
    }
}

fn has(node: &Node, keys: &[&str]) -> bool {
    let NodeKind::Map(entries) = &node.kind else { return false };
    entries.iter().any(|(key, _)| value::scalar(key).is_some_and(|key| keys.contains(&key)))
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Reads the values of a closed list, and reports those that are listed twice.
fn values(node: &Node, findings: &mut Findings) -> Option<Vec<Spanned<String>>> {
    let node = value::at_most(MOST_RULES, "`values`", node, findings)?;
    let list = value::list(node, "a list of texts", findings, value::text)?;
    if list.is_empty() {
        findings.push(report::wrong_type(node.span, "at least one value", "an empty list"));
        return None;
    }
    let mut unique: Vec<Spanned<String>> = Vec::new();
    for value in list {
        match unique.iter().find(|known| known.value == value.value) {
            Some(first) => findings.push(report::value_listed_twice(value.span, first.span, &value)),
            None => unique.push(value),
        }
    }
    Some(unique)
}

/// Reads the declared facts of an error or of `defaults`, and accepts their names as keys.
pub(super) fn take<'n>(
    fields: &mut Fields<'n>,
    declared: &'n [Fact],
    findings: &mut Findings,
) -> Vec<FactValue> {
    if declared.is_empty() {
        return Vec::new();
    }
    let own = |fact: &&Fact| !fact.is_reserved();
    let given = fields.named(declared.iter().filter(own).map(|fact| fact.name.as_str()));
    let mut values = Vec::new();
    for (name, node) in given {
        let Some(fact) = declared.iter().position(|fact| fact.name.value == name.value) else { continue };
        if let Some(value) = read(&declared[fact], name.value, node, findings) {
            values.push(FactValue { fact, value: Spanned::new(value, node.span) });
        }
    }
    values
}

/// Reads a value of a fact under `key`. A fact without a known type takes any scalar.
fn read(fact: &Fact, key: &str, node: &Node, findings: &mut Findings) -> Option<Value> {
    if let Some(values) = &fact.values {
        let words: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
        let what = format!("a value of `{}`", fact.name.value);
        return value::word(node, &what, &words, findings).map(|at| Value::Text(words[at].to_owned()));
    }
    match fact.ty.map(|ty| ty.value) {
        Some(FactType::Bool) => {
            let first = findings.len();
            let flag = value::boolean(node, findings);
            show_form(key, "true", first, findings);
            flag.map(|flag| Value::Bool(flag.value))
        }
        Some(FactType::String) => value::text(node, findings).map(|text| Value::Text(text.value)),
        Some(ty) => {
            let first = findings.len();
            let number = integer(ty, node, findings);
            show_form(key, "1", first, findings);
            number
        }
        None => None,
    }
}

/// Adds the right form of a fact to the findings from `first` on that have no help.
fn show_form(key: &str, example: &str, first: usize, findings: &mut Findings) {
    let mut at = 0;
    findings.retain(|finding| {
        if at >= first && finding.help.as_deref().is_none_or(|help| help == value::ABSENT) {
            finding.help = Some(format!("write it like `{key}: {example}`"));
        }
        at += 1;
        true
    });
}

/// Reads a decimal integer of a type.
fn integer(ty: FactType, node: &Node, findings: &mut Findings) -> Option<Value> {
    let number = match &node.kind {
        NodeKind::Plain(word) => {
            let digits = word.strip_prefix('-').unwrap_or(word);
            let is_number = !digits.is_empty() && value::is_decimal(digits) && word != "-0";
            word.parse::<i128>().ok().filter(|_| is_number)
        }
        _ => None,
    };
    let range = ty.range()?;
    if let Some(number) = number.filter(|number| range.contains(number)) {
        return Some(Value::Number(number.to_string()));
    }
    let wanted = format!("a whole number from {} to {}, for `{}`", range.start(), range.end(), ty.as_str());
    value::no_number(node, &wanted, findings)
}
