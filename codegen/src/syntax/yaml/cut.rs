//! Finds unquoted texts that a ` #` cuts off.

use super::{Node, NodeKind};
use crate::diag::{Finding, MOST_FINDINGS};
use crate::source::{FileId, Span};
use crate::syntax::report;

/// Returns a finding for every unquoted text followed by a comment that looks like part of it, as
/// in `Expression #1 of 3`.
pub(super) fn check(file: FileId, text: &str, root: &Node) -> Vec<Finding> {
    let mut findings = Vec::new();
    visit(root, &mut |node| {
        if findings.len() < MOST_FINDINGS {
            findings.extend(cut(file, text, node));
        }
    });
    findings
}

fn visit(node: &Node, check: &mut impl FnMut(&Node)) {
    match &node.kind {
        NodeKind::List(items) => items.iter().for_each(|item| visit(item, check)),
        NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| visit(value, check)),
        _ => check(node),
    }
}

fn cut(file: FileId, text: &str, node: &Node) -> Option<Finding> {
    let NodeKind::Plain(value) = &node.kind else { return None };
    let end = node.span.end as usize;
    if !matches!(text.as_bytes().get(end), Some(b' ' | b'\t')) {
        return None;
    }
    let rest = text.get(end..)?;
    // Look for a `#` first, because the end of the line may be far away.
    let after = rest.trim_start_matches([' ', '\t']).strip_prefix('#')?.chars().next()?;
    let rest = rest.lines().next()?;
    let comment = rest.trim_start_matches([' ', '\t']);
    // An intended comment has a space after its `#`. A number or a single word is not a cut-off
    // sentence.
    if after.is_whitespace() || !value.contains(char::is_alphabetic) {
        return None;
    }
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let start = end + rest.len() - comment.len();
    let span = Span { file, start: offset(start), end: offset(start + comment.trim_end().len()) };
    Some(report::cut_text(span, node.span, &format!("{value}{}", rest.trim_end())))
}
