//! What several ledgers leave in one file when git merges them line by line.

use super::super::yaml::{Node, NodeKind};
use super::value;
use crate::diag::{Findings, Rule};
use crate::ledger::Promise;
use crate::source::Sources;
use crate::text::version::Version;

/// Returns `true` if two lines with the same code are about the same error, and not about two
/// variants.
pub(super) fn is_one_error(one: &Promise, other: &Promise) -> bool {
    one.label() == other.label() || one.was_called(other.label()) || other.was_called(one.label())
}

/// Returns `true` if a version is lower than another one.
pub(super) fn is_lower(version: Option<&str>, other: Option<&str>) -> bool {
    match (version.and_then(Version::parse), other.and_then(Version::parse)) {
        (Some(version), Some(other)) => version < other,
        (None, Some(_)) => true,
        _ => false,
    }
}

/// Returns `true` if a newer errcat wrote a line: the findings from `before` on are about unknown
/// keys, or its format has a higher number.
pub(super) fn is_newer(sources: &Sources, node: &Node, findings: &Findings, before: usize) -> bool {
    let mut own = findings.iter().skip(before);
    own.any(|finding| finding.rule == Rule::UnknownKey && finding.primary.span.file == node.span.file)
        || is_newer_format(sources, node)
}

fn is_newer_format(sources: &Sources, node: &Node) -> bool {
    let NodeKind::Map(entries) = &node.kind else { return false };
    let format = entries.iter().find(|(key, _)| value::scalar(key) == Some("errcat"));
    format.is_some_and(|(_, format)| sources.slice(format.span).parse::<u64>().is_ok_and(|number| number > 1))
}
