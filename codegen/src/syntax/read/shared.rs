//! Reads maps and values that several maps of the format have in common.

use super::super::ast::{Defaults, Link, Notice, Param, Reserved, Text};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{entries, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::limits::{MOST_RESERVED, MOST_RULES};
use crate::format::vocabulary::Scalar;
use crate::source::Spanned;

/// Reads `defaults`.
pub(super) fn defaults(node: &Node, findings: &mut Findings) -> Option<Defaults> {
    let mut fields = Fields::open(node, &keys::DEFAULTS, findings)?;
    let mut defaults = Defaults {
        status: fields.take("status", findings, status),
        retry: fields.take("retry", findings, value::term),
        class: fields.take("class", findings, value::text),
        tags: fields.take("tags", findings, value::texts).unwrap_or_default(),
        extensions: Vec::new(),
    };
    defaults.extensions = fields.close(findings);
    Some(defaults)
}

/// Reads a status as written. Lowering checks whether it is valid.
pub(super) fn status(node: &Node, findings: &mut Findings) -> Option<Text> {
    match value::scalar(node) {
        Some(text) => Some(Spanned::new(text.to_owned(), node.span)),
        None => value::refuse(node, "an HTTP status", findings),
    }
}

/// Reads `reserved`: a map from a code or a range `FIRST..LAST` to a reason.
pub(super) fn reserved(node: &Node, findings: &mut Findings) -> Option<Vec<Reserved>> {
    let node = value::at_most(MOST_RESERVED, "`reserved`", node, findings)?;
    let entries = entries::named_texts(node, findings)?;
    Some(entries.into_iter().map(|(codes, reason)| Reserved { codes, reason }).collect())
}

/// Reads `params` or `details`: a map from a name to a type, a list of one type, or a map.
pub(super) fn params(node: &Node, findings: &mut Findings) -> Option<Vec<Param>> {
    let node = value::at_most(MOST_RULES, "a list of parameters", node, findings)?;
    let entries = entries::map(node, findings)?;
    Some(entries.into_iter().filter_map(|(name, node)| param(name, node, findings)).collect())
}

fn param(name: Spanned<&str>, node: &Node, findings: &mut Findings) -> Option<Param> {
    let name = name.map(str::to_owned);
    if !matches!(node.kind, NodeKind::Map(_)) {
        // Placeholders may name the parameter although its type is unknown.
        let unknown = (Spanned::new(Scalar::String, node.span), false);
        let (scalar, list) = param_type(node, findings).unwrap_or(unknown);
        return Some(Param {
            name,
            scalar,
            list,
            optional: false,
            sensitive: false,
            description: None,
            extensions: Vec::new(),
        });
    }
    let mut fields = Fields::open(node, &keys::PARAM, findings)?;
    let ty = fields.take("type", findings, param_type);
    let optional = fields.take("optional", findings, value::boolean);
    let sensitive = fields.take("sensitive", findings, value::boolean);
    let description = fields.take("description", findings, value::text);
    let extensions = fields.close(findings);
    let (scalar, list) = ty.unwrap_or((Spanned::new(Scalar::String, name.span), false));
    Some(Param {
        name,
        scalar,
        list,
        optional: optional.is_some_and(|flag| flag.value),
        sensitive: sensitive.is_some_and(|flag| flag.value),
        description,
        extensions,
    })
}

/// Reads a type: `string`, or `[string]` for a list.
fn param_type(node: &Node, findings: &mut Findings) -> Option<(Spanned<Scalar>, bool)> {
    match &node.kind {
        NodeKind::List(items) => match items.as_slice() {
            [item] => Some((value::term(item, findings)?, true)),
            items => {
                let found = if items.is_empty() { "none" } else { "several" };
                let finding = report::wrong_type(node.span, "one type in the brackets", found);
                findings.push(finding.help("write `[string]` for a list of texts"));
                None
            }
        },
        _ => Some((value::term(node, findings)?, false)),
    }
}

/// Reads `links`.
pub(super) fn links(node: &Node, findings: &mut Findings) -> Option<Vec<Link>> {
    value::list(node, "a list of links", findings, |node, findings| {
        let mut fields = Fields::open(node, &keys::LINK, findings)?;
        let label = fields.take("label", findings, value::text);
        let url = fields.form("url", findings);
        let extensions = fields.close(findings);
        Some(Link { label: label?, url: url?, extensions })
    })
}

/// Reads `deprecated` or `retired`.
pub(super) fn notice(node: &Node, findings: &mut Findings) -> Option<Notice> {
    let mut fields = Fields::open(node, &keys::NOTICE, findings)?;
    let mut notice = Notice {
        span: fields.span(),
        since: fields.take("since", findings, value::text),
        instead: fields.take("use", findings, value::text),
        note: fields.take("note", findings, value::text),
        extensions: Vec::new(),
    };
    notice.extensions = fields.close(findings);
    Some(notice)
}

/// Reads `allow`: a map from rule to reason.
pub(super) fn allow(node: &Node, findings: &mut Findings) -> Option<Vec<(Text, Text)>> {
    let entries = entries::named_texts(node, findings)?;
    let (given, empty): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|(_, reason)| !reason.trim().is_empty());
    for (rule, reason) in empty {
        let finding = report::wrong_type(reason.span, "a reason", "an empty text")
            .help(format!("say why `{}` does not apply here", rule.value));
        findings.push(finding);
    }
    Some(given)
}
