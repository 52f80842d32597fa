//! Reads the errors under a code.

use super::super::ast::{Body, Error, Head, Text};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::{self, Fields};
use super::{declared, facts, family, names, params, shared, value, variants};
use crate::diag::Findings;
use crate::format::keys;

/// Reads the errors under a code: one, or its variants.
pub(super) fn errors(code: &Text, node: &Node, head: &Head, findings: &mut Findings) -> Vec<Error> {
    let Some(body) = read(node, head, findings) else { return Vec::new() };
    let list = match &node.kind {
        NodeKind::Map(entries) => entries.iter().find(|(key, _)| value::scalar(key) == Some("variants")),
        _ => None,
    };
    match list {
        Some((_, list)) => {
            let before = findings.len();
            let errors = variants::read(code, list, &body, head, findings);
            if let Some(key) = keys::ERROR.key("variants") {
                fields::show_form(key, list, before, findings);
            }
            errors
        }
        None => vec![Error { code: code.clone(), variant: 0, body }],
    }
}

/// Reads an error: nothing, a message, or a map.
fn read(node: &Node, head: &Head, findings: &mut Findings) -> Option<Body> {
    match &node.kind {
        NodeKind::Absent => Some(Body::default()),
        NodeKind::Map(_) => keys(node, head, findings),
        NodeKind::List(_) => {
            let help = "write the message, or a map with keys such as `message:`";
            let finding = report::wrong_type(node.span, "an error", "a list");
            let finding = if node.written.is_some() {
                value::suggest_quotes(finding, node)
            } else {
                finding.help(help)
            };
            findings.push(finding);
            None
        }
        NodeKind::Refused => Some(Body { damaged: true, ..Body::default() }),
        NodeKind::Plain(_) | NodeKind::Quoted(_) => {
            Some(Body { message: value::text(node, findings), ..Body::default() })
        }
    }
}

fn keys(node: &Node, head: &Head, findings: &mut Findings) -> Option<Body> {
    let before = findings.len();
    let mut fields = Fields::open(node, &keys::ERROR, findings)?;
    if let Some(node) = fields.node("variants").filter(|node| !matches!(node.kind, NodeKind::List(_))) {
        value::refuse::<()>(node, "a list of variants", findings);
        fields.show_form("variants", node, before, findings);
    }
    Some(body(fields, head, before, findings))
}

/// Reads the keys of a variant.
pub(super) fn variant(node: &Node, head: &Head, findings: &mut Findings) -> Option<Body> {
    let before = findings.len();
    let fields = Fields::open(node, &keys::VARIANT, findings)?;
    Some(body(fields, head, before, findings))
}

/// Reads the keys that errors and variants have. There were `before` findings before the first key.
fn body<'n>(mut fields: Fields<'n>, head: &'n Head, before: usize, findings: &mut Findings) -> Body {
    // A mistake in an entry of `sub` does not make this error a damaged one.
    let sub = fields.node("sub");
    let params = fields.node("params");
    let in_order = params.filter(|node| matches!(node.kind, NodeKind::List(_))).map(|node| node.span);
    let mut body = Body {
        damaged: false,
        name: fields.take("name", findings, value::text),
        ident: fields.take("ident", findings, value::text),
        formerly: fields.take("formerly", findings, value::text_or_texts).unwrap_or_default(),
        names: fields.take("names", findings, names::names),
        message: fields.take("message", findings, value::text),
        description: fields.take("description", findings, value::text),
        dynamic: fields.take("dynamic", findings, value::boolean),
        params: params.and_then(|node| {
            let first = findings.len();
            let read = if in_order.is_some() { params::in_order } else { params::read };
            let read = read(node, findings);
            fields.show_form("params", node, first, findings);
            read
        }),
        params_in_order: in_order,
        details: fields.take("details", findings, params::read).unwrap_or_default(),
        status: fields.take("status", findings, shared::status),
        retry: fields.take("retry", findings, value::term),
        class: fields.take("class", findings, value::text),
        tags: fields.take("tags", findings, value::texts),
        exit: fields.take("exit", findings, value::exit_code),
        help: fields.take("help", findings, value::text_or_texts).unwrap_or_default(),
        links: fields.take("links", findings, shared::links).unwrap_or_default(),
        parent: fields.take("parent", findings, value::code),
        sub: Vec::new(),
        mask: fields.take("mask", findings, value::code),
        visibility: fields.take("visibility", findings, value::term),
        deprecated: fields.take("deprecated", findings, shared::notice),
        retired: fields.take("retired", findings, shared::notice),
        aliases: fields.take("aliases", findings, aliases).unwrap_or_default(),
        allow: fields.take("allow", findings, shared::allow).unwrap_or_default(),
        facts: facts::take(&mut fields, &head.facts, findings),
        values: declared::rest(&mut fields, findings),
        extensions: Vec::new(),
    };
    if head.unreadable.contains(&"facts") {
        // Any key may be a declared fact.
        fields.ignore_rest();
    }
    body.extensions = fields.close(findings);
    body.damaged = findings.len() > before;
    let before = findings.len();
    body.sub = sub.and_then(|node| family::errors(node, head, findings)).unwrap_or_default();
    if let (Some(node), Some(key), true) = (sub, keys::ERROR.key("sub"), body.sub.is_empty()) {
        fields::show_form(key, node, before, findings);
    }
    body
}

/// Reads a list of codes and other spellings.
pub(super) fn aliases(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    value::list(node, "a list of spellings", findings, value::code)
}
