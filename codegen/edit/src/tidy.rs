//! The canonical form of quotes and brackets. Comments, blank lines and line endings stay.

use errcat_build::unstable::diag::Edit;
use errcat_build::unstable::syntax::yaml::{Node, NodeKind};
use errcat_build::unstable::text::quote::scalar;

use crate::document::Document;
use crate::lines;
use crate::part::is_flow;
use crate::print::WIDTH;
use crate::replace::replaced;
use crate::tree::Tree;

/// The number of nested maps that can be put on lines of their own.
const DEPTH: usize = 16;

/// Returns a text with its quotes and brackets in canonical form. A text that cannot be parsed stays
/// as it is.
///
/// * Quotes are double, and only where they are necessary.
/// * A map in brackets is `{ a: 1, b: 2 }`, and a list is `[a, b]`.
/// * A map or list in brackets that makes a line too long is put on lines of its own.
///
/// ```
/// assert_eq!(errcat_edit::tidy("a: {b: 'c',d: \"It's\"}\n"), "a: { b: c, d: \"It's\" }\n");
/// ```
#[must_use]
pub fn tidy(text: &str) -> String {
    let Ok(mut document) = Document::parse(text) else { return text.to_owned() };
    // A map on lines of its own can have values that are too long again.
    for _ in 0..DEPTH {
        let mut edits = Vec::new();
        entry(&document, None, document.root(), &mut edits);
        if edits.is_empty() {
            break;
        }
        let Ok(changed) = Document::parse(replaced(document.text(), &edits)) else { break };
        let [old, new] = [&document, &changed].map(|document| Tree::from(document.root()).unquoted());
        if old != new || changed.sorted_comments() != document.sorted_comments() {
            break;
        }
        document = changed;
    }
    document.text().to_owned()
}

/// Collects the edits of a value after a key, if there is one.
fn entry(document: &Document, key: Option<&Node>, node: &Node, edits: &mut Vec<Edit>) {
    let part = node.span.start as usize..node.span.end as usize;
    match &node.kind {
        NodeKind::Map(_) | NodeKind::List(_) if is_flow(document, node) => {
            let raw = &document.text()[part.clone()];
            let is_one_line = !raw.contains('\n') && !document.has_comment(part.clone());
            let Some(flat) = flat(document, node).filter(|_| is_one_line) else { return };
            match key.and_then(|key| on_lines(document, key, node, &flat)) {
                Some(edit) => edits.push(edit),
                None if flat != raw => edits.push(document.replacement(part, flat)),
                None => {}
            }
        }
        NodeKind::Map(entries) => {
            for (key, value) in entries {
                entry(document, None, key, edits);
                entry(document, Some(key), value, edits);
            }
        }
        NodeKind::List(items) => items.iter().for_each(|item| entry(document, None, item, edits)),
        _ => {
            let raw = &document.text()[part.clone()];
            let Some(flat) = flat(document, node) else { return };
            if flat != raw {
                edits.push(document.replacement(part, flat));
            }
        }
    }
}

/// Returns a value on one line, or `None` if that is not possible.
fn flat(document: &Document, node: &Node) -> Option<String> {
    let raw = &document.text()[node.span.start as usize..node.span.end as usize];
    match &node.kind {
        NodeKind::Plain(_) if !raw.contains('\n') => Some(raw.to_owned()),
        NodeKind::Quoted(text) if raw.starts_with(['\'', '"']) && !raw.contains('\n') => {
            let written = scalar(text);
            // Escapes are harder to read than single quotes.
            let escapes = raw.starts_with('\'') && written.contains('\\');
            Some(if escapes { raw.to_owned() } else { written })
        }
        NodeKind::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| flat(document, item)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        NodeKind::Map(entries) if entries.is_empty() => Some("{}".to_owned()),
        NodeKind::Map(entries) => {
            let entry = |(key, value): &(Node, Node)| {
                Some(format!("{}: {}", flat(document, key)?, flat(document, value)?))
            };
            let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
            Some(format!("{{ {} }}", entries?.join(", ")))
        }
        _ => None,
    }
}

/// Returns the edit that puts a value in brackets on lines of its own, if its line is too long.
fn on_lines(document: &Document, key: &Node, node: &Node, flat: &str) -> Option<Edit> {
    let text = document.text();
    let (key_start, key_end) = (key.span.start as usize, key.span.end as usize);
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    let line = lines::start(text, key_start);
    let colon = text[key_end..start].trim_end();
    // Something after the value is a comment, which would be at another value.
    if colon != ":"
        || line != lines::start(text, start)
        || !text[end..lines::end(text, end)].trim().is_empty()
    {
        return None;
    }
    if text[line..start].chars().count() + flat.chars().count() <= WIDTH {
        return None;
    }
    let step = document.block_style().step;
    let indent = " ".repeat(text[line..key_start].chars().count() + step);
    let parts: Option<Vec<String>> = match &node.kind {
        NodeKind::Map(entries) if !entries.is_empty() => entries
            .iter()
            .map(|(key, value)| {
                Some(format!("{}: {}", self::flat(document, key)?, self::flat(document, value)?))
            })
            .collect(),
        NodeKind::List(items) if !items.is_empty() => {
            items.iter().map(|item| Some(format!("- {}", self::flat(document, item)?))).collect()
        }
        _ => None,
    };
    let eol = lines::ending(text);
    let gap = format!("{eol}{indent}");
    Some(document.replacement(key_end + colon.len()..end, format!("{gap}{}", parts?.join(&gap))))
}
