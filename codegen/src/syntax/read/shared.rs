//! Reads maps and values that several maps of the format have in common.

use super::super::ast::{Defaults, Fact, Link, Notice, Reserved, Text};
use super::super::report;
use super::super::yaml::Node;
use super::fields::Fields;
use super::{entries, facts, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::limits::MOST_RESERVED;
use crate::source::Spanned;

/// Reads `defaults`.
pub(super) fn defaults(node: &Node, facts: &[Fact], findings: &mut Findings) -> Option<Defaults> {
    let first = findings.len();
    let mut fields = Fields::open(node, &keys::DEFAULTS, findings)?;
    let mut defaults = Defaults {
        damaged: false,
        status: fields.take("status", findings, status),
        retry: fields.take("retry", findings, value::term),
        class: fields.take("class", findings, value::text),
        tags: fields.take("tags", findings, value::texts).unwrap_or_default(),
        facts: facts::take(&mut fields, facts, findings),
        extensions: Vec::new(),
    };
    defaults.extensions = fields.close(findings);
    defaults.damaged = findings.len() > first;
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
