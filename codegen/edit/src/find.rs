//! Finds the value at a path.

use errcat_build::unstable::syntax::yaml::{Node, NodeKind};

use crate::document::Document;
use crate::part::is_flow;
use crate::path::{Path, Step};
use crate::refusal::Refusal;
use crate::tree::text;

/// Returns the value at a path.
pub(crate) fn get<'d>(document: &'d Document, path: &Path) -> Result<&'d Node, Refusal> {
    match path.split_last() {
        None => Ok(document.root()),
        Some(_) => {
            let (node, at, _) = around(document, path)?;
            Ok(match &node.kind {
                NodeKind::Map(entries) => &entries[at].1,
                NodeKind::List(items) => &items[at],
                _ => node,
            })
        }
    }
}

/// Returns the map or list around the value at a path, the index of the value in it, and whether it
/// is in brackets.
pub(crate) fn around<'d>(document: &'d Document, path: &Path) -> Result<(&'d Node, usize, bool), Refusal> {
    let mut node = document.root();
    let mut found = None;
    let mut in_flow = false;
    for step in path.steps() {
        let at = child(node, step)?.ok_or_else(|| Refusal::new(format!("there is no {path}")))?;
        in_flow |= is_flow(document, node);
        found = Some((node, at));
        node = match &node.kind {
            NodeKind::Map(entries) => &entries[at].1,
            NodeKind::List(items) => &items[at],
            _ => node,
        };
    }
    let (node, at) = found.ok_or_else(|| Refusal::new("the document as a whole cannot be replaced"))?;
    Ok((node, at, in_flow))
}

/// Returns the index that a step selects.
pub(crate) fn child(node: &Node, step: &Step) -> Result<Option<usize>, Refusal> {
    match (&node.kind, step) {
        (NodeKind::Map(entries), Step::Key(key)) => {
            let mut found = entries.iter().enumerate().filter(|(_, (known, _))| text(known) == key);
            let first = found.next().map(|(index, _)| index);
            if found.next().is_some() {
                return Err(Refusal::new(format!("the key `{key}` appears twice")));
            }
            Ok(first)
        }
        (NodeKind::List(items), Step::Item(at)) => Ok(Some(*at).filter(|at| *at < items.len())),
        _ => Ok(None),
    }
}
