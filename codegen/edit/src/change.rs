//! Computes the edits of each operation.

use errcat_build::unstable::diag::Edit;
use errcat_build::unstable::syntax::yaml::{Node, NodeKind};
use errcat_build::unstable::value::Value;

use crate::document::Document;
use crate::find::{child, get};
use crate::operation::{Operation, Place, Style};
use crate::part::{Part, around, is_flow, parts};
use crate::path::{Path, Step};
use crate::print::{self, BlockStyle};
use crate::refusal::Refusal;
use crate::tree::{index, text};
use crate::{flow, lines, remove, reorder};

/// Returns the edits of an operation, in order. The caller must verify the result by parsing it.
pub(crate) fn edits(document: &Document, operation: &Operation) -> Result<Vec<Edit>, Refusal> {
    match operation {
        Operation::Insert { map, key, value, place, style } => {
            insert(document, map, Some(key), value, place, *style)
        }
        Operation::InsertItem { list, value, place, style } => {
            insert(document, list, None, value, place, *style)
        }
        Operation::Rename { entry, key } => rename(document, entry, key),
        Operation::Replace { value_at, value, style } => {
            let (node, at, in_flow) = around(document, value_at)?;
            let parts = parts(document, node)?;
            let style = if in_flow { Style::Flow } else { like(document, [&parts[at]], value, *style) };
            replace(document, &parts[at], value, &[style]).map(|edit| vec![edit])
        }
        Operation::Remove { entry, comments } => remove::edits(document, entry, *comments),
        Operation::Reorder { map, keys } => reorder::edits(document, get(document.root(), map)?, keys),
    }
}

fn insert(
    document: &Document,
    path: &Path,
    key: Option<&str>,
    value: &Value,
    place: &Place,
    style: Style,
) -> Result<Vec<Edit>, Refusal> {
    // The existing part of the path.
    let (mut node, mut depth) = (document.root(), 0);
    let mut in_flow = is_flow(document, node);
    while let Some(step) = path.steps().get(depth) {
        let Some(at) = child(node, step)? else { break };
        node = match &node.kind {
            NodeKind::Map(entries) => &entries[at].1,
            NodeKind::List(items) => &items[at],
            _ => break,
        };
        in_flow |= is_flow(document, node);
        depth += 1;
    }
    let missing = &path.steps()[depth..];
    if let NodeKind::Map(_) | NodeKind::List(_) = &node.kind {
        let siblings = parts(document, node)?;
        if !siblings.is_empty() {
            return match missing.split_first() {
                None => add(document, &siblings, key, value, place, style, in_flow.then_some(node)),
                Some((Step::Key(first), rest)) => {
                    let (value, style) = wrapped(rest, key, value);
                    add(
                        document,
                        &siblings,
                        Some(first),
                        &value,
                        &Place::Last,
                        style,
                        in_flow.then_some(node),
                    )
                }
                Some(_) => Err(Refusal::new(format!("there is no {path}"))),
            };
        }
    } else if !matches!(node.kind, NodeKind::Absent) {
        return Err(Refusal::new(format!("{path} holds a text")));
    }
    // An empty map or list, or an absent value, is written anew with the single entry.
    let (whole, auto) = wrapped(missing, key, value);
    let outer = match (in_flow && !is_empty_in_block(document, path, depth)?, auto) {
        (true, _) => vec![Style::Flow],
        (false, Style::Block) => vec![Style::Block, style],
        (false, _) if matches!(node.kind, NodeKind::Absent) => vec![Style::Block, style],
        (false, other) => vec![other, style],
    };
    let above: Path = path.steps()[..depth].iter().cloned().collect();
    if depth == 0 {
        return Ok(vec![write_root(document, &whole, &outer)]);
    }
    let (around, at, _) = around(document, &above)?;
    let parts = parts(document, around)?;
    replace(document, &parts[at], &whole, &outer).map(|edit| vec![edit])
}

/// Whether the map around the value at the start of a path is a block.
fn is_empty_in_block(document: &Document, path: &Path, depth: usize) -> Result<bool, Refusal> {
    if depth == 0 {
        return Ok(true);
    }
    let above: Path = path.steps()[..depth].iter().cloned().collect();
    around(document, &above).map(|(_, _, in_flow)| !in_flow)
}

/// Returns a value inside the missing maps around it, and the style of the outermost one: a block
/// if it contains more than scalars.
fn wrapped(missing: &[Step], key: Option<&str>, value: &Value) -> (Value, Style) {
    let innermost = match key {
        Some(key) => Value::Map(vec![(key.to_owned(), value.clone())]),
        None => Value::List(vec![value.clone()]),
    };
    let is_flat = missing.is_empty() && !matches!(value, Value::List(_) | Value::Map(_));
    let whole = missing.iter().rev().fold(innermost, |inner, step| match step {
        Step::Key(key) => Value::Map(vec![(key.clone(), inner)]),
        Step::Item(_) => Value::List(vec![inner]),
    });
    (whole, if is_flat { Style::Auto } else { Style::Block })
}

/// Adds an entry or item to existing ones.
fn add(
    document: &Document,
    siblings: &[Part<'_>],
    key: Option<&str>,
    value: &Value,
    place: &Place,
    style: Style,
    brackets: Option<&Node>,
) -> Result<Vec<Edit>, Refusal> {
    let name = |part: &Part<'_>| text(part.key.unwrap_or(part.value)).to_owned();
    if siblings.iter().any(|part| part.key.is_some() != key.is_some()) {
        return Err(Refusal::new(if key.is_some() { "a list has no keys" } else { "a map has no items" }));
    }
    let names: Vec<String> = siblings.iter().map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let own = match (key, value) {
        (Some(key), _) => key,
        (None, Value::Text(text) | Value::Number(text)) => text,
        _ => "",
    };
    let at = index(place, own, &names)?;
    let key = key.map(|key| print::key(key, siblings.iter().any(is_number_key)));
    let text = document.text();
    if let Some(node) = brackets {
        let new = match key {
            Some(key) => format!("{key}: {}", print::flow(value)),
            None => print::flow(value),
        };
        return Ok(flow::insert(document, node, siblings, at, &new));
    }
    let nearest = siblings[..at].iter().rev().chain(&siblings[at..]);
    let style = like(document, nearest, value, style);
    let column = siblings[0].column(text);
    let form = document.block_style();
    let new = match key {
        Some(key) => form.entry(&key, value, &[style], column),
        None => form.item(value, &[style], column),
    };
    let places: Vec<_> = siblings.iter().map(|part| part.lines(document)).collect();
    let is_apart = |pair: &[crate::part::Lines]| lines::has_blank(&text[pair[0].tail..pair[1].lead]);
    let apart = places.len() > 1 && places.windows(2).all(is_apart);
    let gap = if apart { form.eol.repeat(2) } else { form.eol.to_owned() };
    let indent = " ".repeat(column);
    Ok(vec![match at.checked_sub(1) {
        Some(before) => {
            let tail = places[before].tail;
            document.replacement(tail..tail, format!("{gap}{indent}{new}"))
        }
        None if lines::begins(text, siblings[0].start) => {
            let lead = places[0].lead;
            document.replacement(lead..lead, format!("{indent}{new}{gap}"))
        }
        None => document.replacement(siblings[0].start..siblings[0].start, format!("{new}{gap}{indent}")),
    }])
}

/// Returns `true` if a key is an unquoted number.
fn is_number_key(part: &Part<'_>) -> bool {
    part.key.is_some_and(|key| matches!(&key.kind, NodeKind::Plain(text) if print::is_number(text)))
}

/// Returns the style of a value: the requested one, or that of its first sibling of the same kind.
fn like<'p, 'n: 'p>(
    document: &Document,
    siblings: impl IntoIterator<Item = &'p Part<'n>>,
    value: &Value,
    style: Style,
) -> Style {
    if style != Style::Auto {
        return style;
    }
    let same = |part: &&Part<'_>| match (&part.value.kind, value) {
        (NodeKind::Map(entries), Value::Map(_)) => !entries.is_empty(),
        (NodeKind::List(items), Value::List(_)) => !items.is_empty(),
        _ => false,
    };
    match siblings.into_iter().find(same) {
        Some(part) if is_flow(document, part.value) => Style::Auto,
        Some(_) => Style::Block,
        None => Style::Auto,
    }
}

/// Replaces the value after the colon or dash.
fn replace(document: &Document, part: &Part<'_>, value: &Value, styles: &[Style]) -> Result<Edit, Refusal> {
    let text = document.text();
    let form = document.block_style();
    let old = part.value.span.start as usize..part.end;
    let is_inline = match &part.value.kind {
        NodeKind::Absent => false,
        NodeKind::Plain(_) => true,
        NodeKind::Quoted(_) => !part.is_block_text(text),
        _ => is_flow(document, part.value),
    };
    let in_brackets = styles == [Style::Flow];
    let column = if in_brackets { 0 } else { part.column(text) };
    let new = if part.key.is_some() {
        let used = part.head - lines::start(text, part.start);
        form.after_key(value, styles, column, used)
    } else {
        format!(" {}", form.after_dash(value, styles, column))
    };
    if let (true, Some(new)) = (is_inline, new.strip_prefix(' ')) {
        if document.has_comment(old.clone()) {
            return Err(Refusal::new("a comment would be lost"));
        }
        return Ok(document.replacement(old, new));
    }
    let whole = part.head..part.end;
    if document.has_comment(whole.clone()) {
        return Err(Refusal::new("a comment would be lost"));
    }
    let colon = if part.key.is_some() && !text[..part.head].ends_with(':') { ":" } else { "" };
    Ok(document.replacement(whole, format!("{colon}{new}")))
}

/// Writes the first entry of an empty document.
fn write_root(document: &Document, value: &Value, styles: &[Style]) -> Edit {
    let (text, form) = (document.text(), document.block_style());
    let new = form.block(value, styles, 0);
    if let NodeKind::Absent = document.root().kind {
        let end = text.len();
        let begin = if text.is_empty() || text.ends_with('\n') { "" } else { form.eol };
        return document.replacement(end..end, format!("{begin}{new}{}", form.eol));
    }
    let span = document.root().span;
    document.replacement(span.start as usize..span.end as usize, new)
}

fn rename(document: &Document, entry: &Path, key: &str) -> Result<Vec<Edit>, Refusal> {
    let (node, at, _) = around(document, entry)?;
    let parts = parts(document, node)?;
    let Some(old) = parts[at].key else { return Err(Refusal::new(format!("{entry} has no key"))) };
    if text(old) == key {
        return Ok(Vec::new());
    }
    let others = parts.iter().any(is_number_key);
    Ok(vec![document.replacement(old.span.start as usize..old.span.end as usize, print::key(key, others))])
}

impl Document {
    /// Returns the style of blocks in this document.
    pub(crate) fn block_style(&self) -> BlockStyle {
        BlockStyle { step: step(self, self.root()).unwrap_or(2), eol: lines::ending(self.text()) }
    }
}

/// Returns the indentation of the first map inside a map.
fn step(document: &Document, node: &Node) -> Option<usize> {
    let entries = match &node.kind {
        NodeKind::Map(entries) if !is_flow(document, node) => entries,
        _ => return None,
    };
    let text = document.text();
    let column = |node: &Node| node.span.start as usize - lines::start(text, node.span.start as usize);
    entries.iter().find_map(|(key, value)| match &value.kind {
        NodeKind::Map(inner) if !is_flow(document, value) => {
            let inner = inner.first()?;
            column(&inner.0).checked_sub(column(key)).filter(|step| *step > 0)
        }
        _ => None,
    })
}
