//! Reads parameters, details and their types.

use super::super::ast::{Param, Text, Type};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{entries, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::limits::MOST_RULES;
use crate::format::synonyms;
use crate::format::vocabulary::{Scalar, Term};
use crate::source::Spanned;
use crate::text::nearest::nearest;

/// Reads `params`, `details` or an object: a map from a name to a type, a list of one type, or a
/// map.
pub(super) fn read(node: &Node, findings: &mut Findings) -> Option<Vec<Param>> {
    let node = value::at_most(MOST_RULES, "a list of parameters", node, findings)?;
    let entries = entries::map(node, findings)?;
    Some(entries.into_iter().filter_map(|(name, node)| param(name, node, findings)).collect())
}

/// Reads `params` as a list: names, or maps with `name`, in the order of the marks.
pub(super) fn in_order(node: &Node, findings: &mut Findings) -> Option<Vec<Param>> {
    let node = value::at_most(MOST_RULES, "a list of parameters", node, findings)?;
    value::list(node, "a list of parameters", findings, |node, findings| {
        if !matches!(node.kind, NodeKind::Map(_)) {
            return value::text(node, findings).map(untyped);
        }
        let mut fields = Fields::open(node, &keys::LISTED_PARAM, findings)?;
        let name = fields.take("name", findings, value::text);
        let param = rest(
            untyped(name.clone().unwrap_or_else(|| Spanned::new(String::new(), node.span))),
            fields,
            findings,
        );
        name.map(|_| param)
    })
}

/// Returns a parameter of which only the name is known.
fn untyped(name: Text) -> Param {
    Param {
        name,
        field: None,
        ty: None,
        optional: false,
        sensitive: false,
        description: None,
        extensions: Vec::new(),
    }
}

/// Reads the keys that all parameters have.
fn rest(mut param: Param, mut fields: Fields<'_>, findings: &mut Findings) -> Param {
    param.ty = fields.take("type", findings, ty);
    param.field = fields.take("field", findings, value::text);
    param.optional = fields.take("optional", findings, value::boolean).is_some_and(|flag| flag.value);
    param.sensitive = fields.take("sensitive", findings, value::boolean).is_some_and(|flag| flag.value);
    param.description = fields.take("description", findings, value::text);
    param.extensions = fields.close(findings);
    param
}

fn param(name: Spanned<&str>, node: &Node, findings: &mut Findings) -> Option<Param> {
    let is_plain = |plain: &&str| plain.ends_with(|c: char| c.is_ascii_alphanumeric());
    if let Some(plain) = name.value.strip_suffix('?').filter(is_plain) {
        let finding = report::wrong_type(name.span, "a name", &format!("`{}`", name.value));
        findings.push(
            finding
                .help(format!("write `{plain}: {{ type: …, optional: true }}` if the value may be missing")),
        );
        return param(Spanned::new(plain, name.span), node, findings);
    }
    let mut param = untyped(name.map(str::to_owned));
    if let Some(word) = in_braces(node) {
        let found = format!("`{{ {word} }}`");
        let finding = report::wrong_type(node.span, "a parameter type", &found);
        findings.push(finding.help(format!("write `{word}` without braces, or `{{ type: {word} }}`")));
    } else if is_object(node) {
        findings.push(report::object_without_type(node.span, name.value));
    } else if matches!(node.kind, NodeKind::Map(_)) {
        param = rest(param, Fields::open(node, &keys::PARAM, findings)?, findings);
    } else {
        param.ty = ty(node, findings);
    }
    // Placeholders may name the parameter although its type is unknown.
    param.ty.get_or_insert(Type::Scalar(Scalar::String));
    Some(param)
}

/// Reads a type: `string`, `[string]` for a list, or `{ host: string }` for an object.
fn ty(node: &Node, findings: &mut Findings) -> Option<Type> {
    match &node.kind {
        NodeKind::List(items) => match items.as_slice() {
            [item] => Some(Type::List(Box::new(ty(item, findings)?))),
            items => {
                let found = if items.is_empty() { "none" } else { "several" };
                let finding = report::wrong_type(node.span, "one type in the brackets", found);
                findings.push(finding.help("write `[string]` for a list of texts"));
                None
            }
        },
        NodeKind::Map(entries) if entries.is_empty() => {
            let finding = report::wrong_type(node.span, "an object with members", "none");
            findings
                .push(finding.help("write a name and a type for each member: `{ host: string, port: u16 }`"));
            None
        }
        NodeKind::Map(_) => read(node, findings).map(Type::Object),
        _ => value::term::<Scalar>(node, findings).map(|scalar| Type::Scalar(scalar.value)),
    }
}

/// Returns the type that stands alone in braces.
fn in_braces(node: &Node) -> Option<&str> {
    let NodeKind::Map(entries) = &node.kind else { return None };
    let [(key, Node { kind: NodeKind::Absent, .. })] = entries.as_slice() else { return None };
    value::scalar(key).filter(|word| Scalar::parse(word).is_some())
}

/// Returns whether a map has members of an object in the place of the keys of a parameter.
fn is_object(node: &Node) -> bool {
    let NodeKind::Map(entries) = &node.kind else { return false };
    let keys = || entries.iter().filter_map(|(key, value)| Some((value::scalar(key)?, value)));
    let known = || keys::PARAM.keys.iter().map(|key| key.name);
    let is_synonym = |name: &str| synonyms::of_key(name).any(|meant| known().any(|key| key == meant));
    let is_foreign =
        |name: &str| !name.starts_with("x-") && nearest(name, known()).is_none() && !is_synonym(name);
    let is_type = |node: &Node| match &node.kind {
        NodeKind::Plain(word) | NodeKind::Quoted(word) => value::is_like_type(word),
        NodeKind::List(_) | NodeKind::Map(_) => true,
        NodeKind::Absent | NodeKind::Refused => false,
    };
    keys().all(|(name, _)| name != "type")
        && keys().any(|(name, value)| is_foreign(name) && is_type(value))
        && keys().all(|(_, value)| is_type(value))
}
