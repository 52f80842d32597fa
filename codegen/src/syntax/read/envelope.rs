//! Reads the layout of error responses.

use super::super::ast::{Envelope, ErrorMark, Extension, Member, Place, Text};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{entries, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::limits::MOST_PLACES;
use crate::source::Spanned;

/// Reads `envelope`.
pub(super) fn read(node: &Node, findings: &mut Findings) -> Option<Envelope> {
    let mut fields = Fields::open(node, &keys::ENVELOPE, findings)?;
    let own = fields.take("fields", findings, own).unwrap_or_default();
    let is_error = fields.take("is_error", findings, error_mark);
    let media_type = fields.form("media_type", findings);
    let mut members = own;
    for (name, node) in fields.rest_named() {
        members.extend(member(name, false, node, findings));
    }
    // Servers write facts in the order of the catalog.
    members.sort_by_key(|member| member.fact.span.start);
    if members.iter().map(|member| member.places.len()).sum::<usize>() > MOST_PLACES {
        findings.push(report::too_many_entries(node.span, "`envelope`", MOST_PLACES));
        return None;
    }
    let extensions = fields.close(findings);
    Some(Envelope { members, is_error, media_type, extensions })
}

/// Reads the members that only this API has.
fn own(node: &Node, findings: &mut Findings) -> Option<Vec<Member>> {
    let entries = entries::map(node, findings)?;
    Some(
        entries
            .into_iter()
            .filter_map(|(name, node)| member(name.map(str::to_owned), true, node, findings))
            .collect(),
    )
}

/// Reads a place, or a list of places that are tried in order.
fn member(fact: Text, is_field: bool, node: &Node, findings: &mut Findings) -> Option<Member> {
    let mut member = Member { fact, is_field, places: Vec::new(), extensions: Vec::new() };
    match &node.kind {
        NodeKind::List(items) if items.is_empty() => {
            findings.push(report::no_place(member.fact.span, "[]"));
            return None;
        }
        NodeKind::List(items) => {
            for item in items {
                place(&mut member, item, findings)?;
            }
        }
        _ => place(&mut member, node, findings)?,
    }
    Some(member)
}

/// Reads a path, or a map with one or several paths.
fn place(member: &mut Member, node: &Node, findings: &mut Findings) -> Option<()> {
    if !matches!(node.kind, NodeKind::Map(_)) {
        let path = value::text(node, findings)?;
        member.places.push(Place { path, form: None, unit: None, after: None, before: None });
        return Some(());
    }
    let mut fields = Fields::open(node, &keys::MEMBER, findings)?;
    let paths = fields.take("path", findings, value::text_or_texts);
    let form = fields.take("as", findings, value::text);
    let unit = fields.take("unit", findings, value::term);
    let after = fields.take("after", findings, value::text);
    let before = fields.take("before", findings, value::text);
    let extensions: Vec<Extension> = fields.close(findings);
    let paths = paths?;
    if paths.is_empty() {
        findings.push(report::no_place(member.fact.span, "[]"));
        return None;
    }
    member.extensions.extend(extensions);
    member.places.extend(paths.into_iter().map(|path| Place {
        path,
        form: form.clone(),
        unit,
        after: after.clone(),
        before: before.clone(),
    }));
    Some(())
}

fn error_mark(node: &Node, findings: &mut Findings) -> Option<ErrorMark> {
    let mut fields = Fields::open(node, &keys::ERROR_MARK, findings)?;
    let path = fields.take("path", findings, value::text);
    let value = fields.take("value", findings, constant);
    let extensions = fields.close(findings);
    Some(ErrorMark { path: path?, value, extensions })
}

/// Reads a text, a number, `true` or `false` as JSON.
fn constant(node: &Node, findings: &mut Findings) -> Option<Text> {
    let text = value::text(node, findings)?;
    let is_plain = matches!(node.kind, NodeKind::Plain(_));
    let is_number = errcat::Json::with_rest(text.as_bytes()).is_some_and(|(json, rest)| {
        json.kind() == errcat::JsonKind::Number && json.is_complete() && rest.is_empty()
    });
    if is_plain && (is_number || matches!(text.as_str(), "true" | "false")) {
        return Some(text);
    }
    let mut json = String::new();
    errcat::json::write::string(&mut json, &text);
    Some(Spanned::new(json, text.span))
}
