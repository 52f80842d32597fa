//! Reads the keys of a catalog.

use super::super::ast::{Class, Derive, Head, Text, When};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{code, entries, envelope, facts, shared, value};
use crate::diag::Findings;
use crate::format::keys::{self, Kind};
use crate::format::language;
use crate::format::limits::MOST_RULES;
use crate::source::Spanned;

/// Reads all keys of a catalog. The caller closes the map.
pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Head {
    let place = fields.span();
    fields.form("errcat", findings);
    // What other keys name may be in a part that could not be read.
    let mut unreadable = Vec::new();
    let facts = fields.take("facts", findings, |node, findings| Some(facts::declared(node, findings)));
    if matches!(facts, Some(None)) || fields.is_misspelt("facts") {
        unreadable.push("facts");
    }
    let facts = facts.flatten().unwrap_or_default();
    let defaults =
        fields.take("defaults", findings, |node, findings| shared::defaults(node, &facts, findings));
    let first = findings.len();
    let tags = fields.take("tags", findings, tags);
    if findings.len() > first || fields.is_misspelt("tags") {
        unreadable.push("tags");
    }
    let first = findings.len();
    let classes = fields.take("classes", findings, classes);
    if findings.len() > first || fields.is_misspelt("classes") {
        unreadable.push("classes");
    }
    let mut head = Head {
        place: Some(place),
        title: fields.take("title", findings, value::text),
        description: fields.take("description", findings, value::text),
        homepage: fields.form("homepage", findings),
        version: fields.form("version", findings),
        docs: fields.form("docs", findings),
        code: fields.take("code", findings, code::read).unwrap_or_default(),
        allow_codes: fields.take("allow_codes", findings, codes).unwrap_or_default(),
        unique: fields.take("unique", findings, value::term),
        status: fields.take("status", findings, value::term),
        strip: fields.take("strip", findings, value::text_or_texts).unwrap_or_default(),
        ident: fields.take("ident", findings, value::term),
        placeholders: fields.take("placeholders", findings, value::term),
        defaults: defaults.unwrap_or_default(),
        facts,
        exhaustive: fields.take("exhaustive", findings, value::boolean),
        role: fields.take("role", findings, value::term),
        internal: fields.take("internal", findings, value::text),
        language: fields.node("language").and_then(|node| language(node, findings)),
        initialisms: fields.take("initialisms", findings, initialisms).unwrap_or_default(),
        allow: fields.take("allow", findings, shared::allow).unwrap_or_default(),
        families: fields.take("families", findings, |node, findings| {
            let list = value::texts(node, findings);
            // An unreadable list is reported once, and not again for each family file.
            if list.is_none() {
                unreadable.push("families");
            }
            list
        }),
        tags: tags.unwrap_or_default(),
        derive: fields.take("derive", findings, derive).unwrap_or_default(),
        classes: classes.unwrap_or_default(),
        envelope: fields.take("envelope", findings, envelope::read),
        reserved: fields.take("reserved", findings, shared::reserved).unwrap_or_default(),
        ..Head::default()
    };
    head.unreadable = unreadable;
    head
}

/// Reads a language tag, which has one usual spelling.
fn language(node: &Node, findings: &mut Findings) -> Option<Text> {
    let Kind::Form(form) = keys::CATALOG.key("language")?.kind else { return None };
    let tag = value::form(node, form, findings)?;
    match language::canonical(&tag).filter(|usual| *usual != tag.value) {
        Some(usual) => {
            findings.push(report::unusual_tag(tag.span, &tag, &usual));
            Some(Spanned::new(usual, tag.span))
        }
        None => Some(tag),
    }
}

fn initialisms(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    let Kind::List(Kind::Form(form)) = keys::CATALOG.key("initialisms")?.kind else { return None };
    let node = value::at_most(MOST_RULES, "`initialisms`", node, findings)?;
    value::list(node, "a list of words", findings, |node, findings| value::form(node, form, findings))
}

/// Reads a list of codes.
fn codes(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    value::list(node, "a list of codes", findings, value::code)
}

fn tags(node: &Node, findings: &mut Findings) -> Option<Vec<(Text, Text)>> {
    entries::named_texts(value::at_most(MOST_RULES, "`tags`", node, findings)?, findings)
}

fn derive(node: &Node, findings: &mut Findings) -> Option<Vec<Derive>> {
    let node = value::at_most(MOST_RULES, "`derive`", node, findings)?;
    value::list(node, "a list of rules", findings, |node, findings| {
        let mut fields = Fields::open(node, &keys::DERIVE, findings)?;
        let pattern = fields.take("match", findings, value::text);
        let description = fields.take("description", findings, value::text);
        let extensions = fields.close(findings);
        Some(Derive { pattern: pattern?, description: description?, extensions })
    })
}

fn classes(node: &Node, findings: &mut Findings) -> Option<Vec<Class>> {
    let node = value::at_most(MOST_RULES, "`classes`", node, findings)?;
    value::list(node, "a list of classes", findings, |node, findings| {
        let mut fields = Fields::open(node, &keys::CLASS, findings)?;
        let name = fields.take("name", findings, value::text);
        let parent = fields.take("parent", findings, value::text);
        let when = fields.take("when", findings, when);
        let retry = fields.take("retry", findings, value::term);
        let extensions = fields.close(findings);
        Some(Class { name: name?, parent, when, retry, extensions })
    })
}

fn when(node: &Node, findings: &mut Findings) -> Option<Spanned<When>> {
    let wanted = "`transport`, `decode`, `any`, or a map with `status` or `code`";
    let when = match &node.kind {
        NodeKind::Map(_) => {
            let mut fields = Fields::open(node, &keys::WHEN, findings)?;
            let given = !fields.is_empty();
            let status = fields.take("status", findings, statuses);
            let code = fields.take("code", findings, value::text);
            let extensions = fields.close(findings);
            if status.is_none() && code.is_none() {
                if !given {
                    findings.push(report::wrong_type(node.span, wanted, "an empty map"));
                }
                return None;
            }
            When::Response { status: status.unwrap_or_default(), code, extensions }
        }
        _ => match value::scalar(node) {
            Some("transport") => When::Transport,
            Some("decode") => When::Decode,
            Some("any") => When::Any,
            _ => return value::refuse(node, wanted, findings),
        },
    };
    Some(Spanned::new(when, node.span))
}

/// Reads a status or a list of statuses.
fn statuses(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    match node.kind {
        NodeKind::List(ref items) if !items.is_empty() => {
            value::list(node, "a list of statuses", findings, shared::status)
        }
        _ => shared::status(node, findings).map(|one| vec![one]),
    }
}
