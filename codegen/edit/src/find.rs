//! Finds the value at a path.

use errcat_build::unstable::syntax::yaml::{Node, NodeKind};

use crate::path::{Path, Step};
use crate::refusal::Refusal;
use crate::tree::text;

/// Returns the value at a path below `root`.
pub(crate) fn get<'n>(root: &'n Node, path: &Path) -> Result<&'n Node, Refusal> {
    let mut node = root;
    for step in path.steps() {
        let at = child(node, step)?.ok_or_else(|| Refusal::new(format!("there is no {path}")))?;
        node = value(node, at);
    }
    Ok(node)
}

/// Returns the value with an index in a map or list.
pub(crate) fn value(node: &Node, at: usize) -> &Node {
    match &node.kind {
        NodeKind::Map(entries) => &entries[at].1,
        NodeKind::List(items) => &items[at],
        _ => node,
    }
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
