//! Reads the entries of a map with any keys.

use super::super::ast::Text;
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::value;
use crate::diag::Findings;
use crate::index::Index;
use crate::source::Spanned;

/// Returns the entries of a map, and reports keys that are not texts or appear twice.
pub(super) fn map<'n>(node: &'n Node, findings: &mut Findings) -> Option<Vec<(Spanned<&'n str>, &'n Node)>> {
    let entries = pairs(node, findings)?;
    if entries.len() <= FEW && all_different(&entries) {
        return Some(entries);
    }
    let mut unique: Vec<(Spanned<&str>, &Node)> = Vec::new();
    let mut known = Index::with_capacity(entries.len());
    for (key, value) in entries {
        match known.add("", key.value, unique.len()) {
            Some(first) => findings.push(report::duplicate_key(key.span, unique[first].0.span, key.value)),
            None => unique.push((key, value)),
        }
    }
    Some(unique)
}

/// Up to this many keys, comparing all pairs is faster than an index.
const FEW: usize = 16;

fn all_different(entries: &[(Spanned<&str>, &Node)]) -> bool {
    let doubled = |at: usize| entries[..at].iter().any(|(key, _)| key.value == entries[at].0.value);
    !(1..entries.len()).any(doubled)
}

/// Returns the entries of a map, including those with duplicate keys.
pub(super) fn pairs<'n>(
    node: &'n Node,
    findings: &mut Findings,
) -> Option<Vec<(Spanned<&'n str>, &'n Node)>> {
    let NodeKind::Map(entries) = &node.kind else { return value::refuse(node, "a map", findings) };
    let named = entries.iter().filter_map(|(key, value)| match value::scalar(key) {
        Some(name) => Some((Spanned::new(name, key.span), value)),
        None => {
            let help = match key.kind {
                NodeKind::Absent => "write a key before the colon",
                _ => "write `key: value`, in which the key is a word or a text in quotes",
            };
            findings.extend(value::unexpected(key, "a text as key").map(|finding| finding.help(help)));
            None
        }
    });
    Some(named.collect())
}

/// Reads a map from names to texts.
pub(super) fn named_texts(node: &Node, findings: &mut Findings) -> Option<Vec<(Text, Text)>> {
    let entries = map(node, findings)?;
    let texts = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.map(str::to_owned), value::text(value, findings)?)));
    Some(texts.collect())
}
