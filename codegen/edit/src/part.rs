//! The entries of maps and items of lists as parts of a text, with their comments.

use std::ops::Range;

use errcat_build::unstable::syntax::yaml::{Node, NodeKind};

use crate::document::Document;
use crate::find::{child, value};
use crate::lines;
use crate::path::Path;
use crate::refusal::Refusal;

/// An entry or item.
pub(crate) struct Part<'n> {
    /// The key, or `None` for an item.
    pub(crate) key: Option<&'n Node>,
    /// The value.
    pub(crate) value: &'n Node,
    /// The start of the key or dash, or of the item in brackets.
    pub(crate) start: usize,
    /// The earliest start of the value, which is after the colon or dash.
    pub(crate) head: usize,
    /// The end of the value, without a comment and the line ending.
    pub(crate) end: usize,
}

impl Part<'_> {
    /// Returns `true` if the value is a block scalar.
    pub(crate) fn is_block_text(&self, text: &str) -> bool {
        matches!(self.value.kind, NodeKind::Quoted(_))
            && block_header(text, self.head, self.value.span.start as usize).is_some()
    }
}

/// A part with its own lines, and its comments.
#[derive(Clone, Copy)]
pub(crate) struct Lines {
    /// The start of its first line, or of its comment lines.
    pub(crate) lead: usize,
    /// The end of its last line, without the line ending.
    pub(crate) tail: usize,
}

/// Returns `true` if a list or map is in brackets.
pub(crate) fn is_flow(document: &Document, node: &Node) -> bool {
    let start = node.span.start;
    let first = match &node.kind {
        NodeKind::List(items) => items.first().map(|item| item.span.start),
        NodeKind::Map(entries) => entries.first().map(|(key, _)| key.span.start),
        _ => return false,
    };
    let opens = document.text()[start as usize..].starts_with(['{', '[']);
    opens && first.is_none_or(|first| first > start)
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
        node = value(node, at);
    }
    let (node, at) = found.ok_or_else(|| Refusal::new("the document as a whole cannot be replaced"))?;
    Ok((node, at, in_flow))
}

/// Returns the entries of a map or the items of a list, in source order.
pub(crate) fn parts<'n>(document: &Document, node: &'n Node) -> Result<Vec<Part<'n>>, Refusal> {
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().map(|(key, value)| entry(document, key, value)).collect(),
        NodeKind::List(items) => {
            let in_brackets = is_flow(document, node);
            items.iter().map(|value| item(document, value, in_brackets)).collect()
        }
        _ => Ok(Vec::new()),
    }
}

fn entry<'n>(document: &Document, key: &'n Node, value: &'n Node) -> Result<Part<'n>, Refusal> {
    let text = document.text();
    let (start, key_end) = (key.span.start as usize, key.span.end as usize);
    if text[lines::start(text, start)..start].trim_end().ends_with('?') {
        return Err(Refusal::new("an entry with an explicit key (`?`) cannot be changed"));
    }
    let rest = &text[key_end..];
    let colon = rest.trim_start().starts_with(':');
    let head = if colon { key_end + rest.find(':').unwrap_or_default() + 1 } else { key_end };
    Ok(Part { key: Some(key), value, start, head, end: end(document, value, head)? })
}

fn item<'n>(document: &Document, value: &'n Node, in_brackets: bool) -> Result<Part<'n>, Refusal> {
    let mut start = value.span.start as usize;
    let mut head = start;
    if !in_brackets {
        let text = document.text();
        let before = document.blanks_before(start);
        let word = text[..before].rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let is_header = text[word..before].starts_with(['|', '>']);
        head = if is_header { document.blanks_before(word) } else { before };
        if !text[..head].ends_with('-') {
            return Err(Refusal::new("the dash of a list item was not found"));
        }
        start = head - 1;
    }
    Ok(Part { key: None, value, start, head, end: end(document, value, head)? })
}

fn end(document: &Document, value: &Node, head: usize) -> Result<usize, Refusal> {
    let (start, end) = (value.span.start as usize, value.span.end as usize);
    Ok(match &value.kind {
        NodeKind::Absent => head,
        NodeKind::Quoted(_) => match block_header(document.text(), head, start) {
            Some(header) => block_end(document.text(), &header, start..end),
            None => end,
        },
        NodeKind::Map(_) | NodeKind::List(_) if !is_flow(document, value) => {
            parts(document, value)?.last().map_or(end, |part| part.end)
        }
        _ => end,
    })
}

/// Returns the range of the `|` or `>` of a block scalar, with its indicators.
fn block_header(text: &str, head: usize, start: usize) -> Option<Range<usize>> {
    let gap = text.get(head..start)?;
    let word = gap.trim_start();
    let at = head + gap.len() - word.len();
    let length = word.find(char::is_whitespace).unwrap_or(word.len());
    word.starts_with(['|', '>']).then_some(at..at + length)
}

/// Returns the end of a block scalar. Empty lines at its end belong to it only if its header says
/// so.
fn block_end(text: &str, header: &Range<usize>, content: Range<usize>) -> usize {
    let written = &text[content.clone()];
    if written.trim().is_empty() {
        return header.end;
    }
    if !text[header.clone()].contains('+') {
        return content.start + written.trim_end().len();
    }
    let kept = written.trim_end_matches(' ');
    let kept = kept.strip_suffix('\n').unwrap_or(kept);
    content.start + kept.strip_suffix('\r').unwrap_or(kept).len()
}

impl Part<'_> {
    /// Returns the column of a part in a block.
    pub(crate) fn column(&self, text: &str) -> usize {
        text[lines::start(text, self.start)..self.start].chars().count()
    }

    /// Returns the lines of a part in a block. Comment lines directly above it in the same column
    /// belong to it, except at the start of the file. Comment lines directly after it with a deeper
    /// indentation belong to it, too.
    pub(crate) fn lines(&self, document: &Document) -> Lines {
        let text = document.text();
        let column = self.column(text);
        let mut lead = lines::start(text, self.start);
        let own_line = lines::begins(text, self.start);
        if own_line {
            let top = lines::top(text);
            let mut above = lead;
            while above > top {
                let line = lines::start(text, above - 1);
                match document.comment_line(line) {
                    Some(at) if at == column => above = line,
                    _ => break,
                }
            }
            if above > top {
                lead = above;
            }
        } else {
            lead = self.start;
        }
        let mut tail = lines::end(text, self.end);
        let mut line = lines::next(text, tail);
        while line < text.len() {
            match document.comment_line(line) {
                Some(at) if at > column => tail = lines::end(text, line),
                None if text[line..lines::end(text, line)].trim().is_empty() => {}
                _ => break,
            }
            line = lines::next(text, line);
        }
        Lines { lead, tail }
    }
}
