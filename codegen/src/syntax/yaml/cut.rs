//! Texts that end earlier than they seem to: a ` #` begins a comment, even within a sentence.

use super::{Kind, Node};
use crate::diag::{Finding, MOST_FINDINGS};
use crate::source::{FileId, Span};
use crate::syntax::report;

/// A finding for every text without quotes behind which a comment begins that looks like a part of it, as in `Expression #1 of 3`.
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
        Kind::List(items) => items.iter().for_each(|item| visit(item, check)),
        Kind::Map(entries) => entries.iter().for_each(|(_, value)| visit(value, check)),
        _ => check(node),
    }
}

fn cut(file: FileId, text: &str, node: &Node) -> Option<Finding> {
    let Kind::Plain(value) = &node.kind else { return None };
    let end = node.span.end as usize;
    if !matches!(text.as_bytes().get(end), Some(b' ' | b'\t')) {
        return None;
    }
    let rest = text.get(end..)?;
    // Whether there is a comment is decided before the end of the line is looked for, which may be far.
    let after = rest.trim_start_matches([' ', '\t']).strip_prefix('#')?.chars().next()?;
    let rest = rest.lines().next()?;
    let comment = rest.trim_start_matches([' ', '\t']);
    // A comment that somebody meant to write has a space behind its sign; a number or a word has no sentence to go on.
    if after.is_whitespace() || !value.contains(char::is_alphabetic) {
        return None;
    }
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let start = end + rest.len() - comment.len();
    let span = Span { file, start: offset(start), end: offset(start + comment.trim_end().len()) };
    Some(report::cut_text(span, node.span, &format!("{value}{}", rest.trim_end())))
}
