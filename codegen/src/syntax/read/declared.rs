//! Reads values by their declared kind, for keys without code of their own.

use super::super::ast::Extension;
use super::super::report;
use super::super::yaml::{self, Node};
use super::fields::Fields;
use super::{entries, free, value};
use crate::diag::Findings;
use crate::format::keys::{Definition, Kind, Map};
use crate::source::Spanned;
use crate::value::Value;

/// Reads the keys of a map that are present, in the order of the table.
pub(super) fn keys(node: &Node, map: &'static Map, findings: &mut Findings) -> Option<Declared> {
    entries_of(node, map, findings).map(|(values, _)| values)
}

/// Declared keys with their values.
type Declared = Vec<(&'static str, Spanned<Value>)>;

/// Reads the keys of a map, and its `x-` keys.
fn entries_of(node: &Node, map: &'static Map, findings: &mut Findings) -> Option<(Declared, Vec<Extension>)> {
    let mut fields = Fields::open(node, map, findings)?;
    let mut values = Vec::new();
    for key in map.keys {
        let Some(node) = fields.node(key.name) else { continue };
        let first = findings.len();
        let value = read(node, &key.kind, findings);
        fields.show_form(key.name, node, first, findings);
        values.extend(value.map(|value| (key.name, Spanned::new(value, node.span))));
    }
    let extensions = fields.close(findings);
    Some((values, extensions))
}

/// Reads the declared keys that nothing has asked for.
pub(super) fn rest(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<(&'static str, Value)> {
    let mut values = Vec::new();
    for (key, node) in fields.rest() {
        let first = findings.len();
        values.extend(read(node, &key.kind, findings).map(|value| (key.name, value)));
        fields.show_form(key.name, node, first, findings);
    }
    values
}

/// Reads a value of the declared kind.
pub(super) fn read(node: &Node, kind: &Kind, findings: &mut Findings) -> Option<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    match kind {
        Kind::Nothing => None,
        Kind::Text => value::text(node, findings).map(|read| Value::Text(read.value)),
        Kind::Code => value::code(node, findings).map(|read| Value::Text(read.value)),
        Kind::Form(form) => value::form(node, form, findings).map(|read| Value::Text(read.value)),
        Kind::Bool => value::boolean(node, findings).map(|read| Value::Bool(read.value)),
        Kind::Word { what, words } => value::word(node, what, words, findings).map(|at| text(words[at])),
        Kind::Integer { least, most } => {
            value::integer(node, *least, *most, findings).map(|read| Value::Number(read.to_string()))
        }
        Kind::List(item) => {
            value::list(node, &kind.describe(), findings, |node, findings| read(node, item, findings))
                .map(Value::List)
        }
        Kind::ListOfSome(item) => some(node, kind, item, usize::MAX, findings),
        Kind::ListOfOne(item) => some(node, kind, item, 1, findings),
        Kind::Defined(definition) => read(node, definition.kind, findings),
        Kind::Map(map) => {
            let (values, extensions) = entries_of(node, map, findings)?;
            let values = values.into_iter().map(|(key, value)| (key.to_owned(), value.value));
            let extensions = extensions.into_iter().map(|(key, value)| (key.value, value));
            Some(Value::Map(values.chain(extensions).collect()))
        }
        Kind::Named { value: kind, .. } => {
            let named = entries::map(node, findings)?.into_iter();
            let read =
                named.filter_map(|(key, node)| Some((key.value.to_owned(), read(node, kind, findings)?)));
            Some(Value::Map(read.collect()))
        }
        Kind::OneOf(kinds) => match kinds.iter().find(|kind| fits(node, kind)) {
            Some(Kind::Nothing) => Some(free::anything(node, findings)),
            Some(kind) => read(node, kind, findings),
            None => value::refuse(node, &kind.describe(), findings),
        },
    }
}

/// Reads a list of at least one and at most `most` items.
fn some(node: &Node, kind: &Kind, item: &Kind, most: usize, findings: &mut Findings) -> Option<Value> {
    let before = findings.len();
    let items = value::list(node, &kind.describe(), findings, |node, findings| read(node, item, findings))?;
    if items.is_empty() && findings.len() == before || items.len() > most {
        let found = format!("{} items", items.len());
        findings.push(report::wrong_type(node.span, &kind.describe(), &found));
        return None;
    }
    Some(Value::List(items))
}

/// Returns whether values of this kind have the shape of the node: scalar, list, map or nothing.
fn fits(node: &Node, kind: &Kind) -> bool {
    match (&node.kind, kind) {
        (_, Kind::Defined(Definition { kind: Kind::OneOf(kinds), .. })) => {
            kinds.iter().any(|kind| fits(node, kind))
        }
        (yaml::NodeKind::Absent, kind) => matches!(kind, Kind::Nothing),
        (yaml::NodeKind::List(_), kind) => {
            matches!(kind, Kind::List(_) | Kind::ListOfSome(_) | Kind::ListOfOne(_))
        }
        (yaml::NodeKind::Map(_), kind) => matches!(kind, Kind::Map(_) | Kind::Named { .. }),
        (yaml::NodeKind::Plain(_) | yaml::NodeKind::Quoted(_), kind) => matches!(
            kind,
            Kind::Text | Kind::Code | Kind::Form(_) | Kind::Bool | Kind::Word { .. } | Kind::Integer { .. }
        ),
        (yaml::NodeKind::Refused, _) => true,
    }
}
