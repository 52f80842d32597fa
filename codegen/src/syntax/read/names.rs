//! Reads published names in other languages.

use super::super::ast::Names;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{entries, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::ledger::PublishedName;
use crate::order;
use crate::source::Spanned;

/// Reads `names` of an error.
pub(super) fn names(node: &Node, findings: &mut Findings) -> Option<Names> {
    let mut fields = Fields::open(node, &keys::NAMES, findings)?;
    let mut names = Names::default();
    for key in keys::NAMES.keys {
        let list = fields.take(key.name, findings, published);
        names.languages.extend(list.map(|list| (key.name.to_owned(), list)));
    }
    // In the order of the file.
    let start = |list: &[Spanned<PublishedName>]| list.first().map(|name| name.span);
    order::sort(&mut names.languages, &|(_, a), (_, b)| start(a).cmp(&start(b)));
    names.extensions = fields.close(findings);
    Some(names)
}

/// Reads the names of a released code, which may be in any language.
pub(super) fn released(node: &Node, findings: &mut Findings) -> Option<Vec<(String, Vec<PublishedName>)>> {
    let languages = entries::map(node, findings)?.into_iter();
    let read = languages.filter_map(|(language, node)| {
        let list = published(node, findings)?.into_iter().map(|name| name.value);
        Some((language.value.to_owned(), list.collect()))
    });
    Some(read.collect())
}

/// Reads a name, or a list of at least one name.
fn published(node: &Node, findings: &mut Findings) -> Option<Vec<Spanned<PublishedName>>> {
    let NodeKind::List(items) = &node.kind else { return Some(vec![name(node, findings)?]) };
    if items.is_empty() {
        return value::refuse(node, "a name or a list of names", findings);
    }
    Some(items.iter().filter_map(|item| name(item, findings)).collect())
}

fn name(node: &Node, findings: &mut Findings) -> Option<Spanned<PublishedName>> {
    if !matches!(node.kind, NodeKind::Map(_)) {
        let text = value::text(node, findings)?;
        return Some(text.map(|name| PublishedName { name, deprecated: false, extensions: Vec::new() }));
    }
    let mut fields = Fields::open(node, &keys::PUBLISHED_NAME, findings)?;
    let name = fields.take("name", findings, value::text);
    let deprecated = fields.take("deprecated", findings, value::boolean);
    let extensions = fields.close(findings).into_iter().map(|(key, value)| (key.value, value)).collect();
    let deprecated = deprecated.is_some_and(|flag| flag.value);
    Some(name?.map(|name| PublishedName { name, deprecated, extensions }))
}
