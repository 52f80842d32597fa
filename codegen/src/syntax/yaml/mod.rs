//! Parses the subset of YAML that catalogs use into a tree with source locations.

mod accidents;
mod brackets;
mod cause;
mod characters;
mod conflict;
mod cut;
mod explained;
mod hint;
pub(super) mod lines;
mod load;
mod open;
mod place;
mod quotes;
mod recover;
#[cfg(test)]
mod tests;
mod written;

use std::borrow::Cow;

use self::explained::Explained;
use self::load::Mistake;

use crate::diag::Findings;
use crate::format::limits::MOST_MISTAKES;
use crate::source::{FileId, LARGEST_FILE, Sources, Span};
use crate::syntax::report;

/// A value with its location.
#[derive(Clone, Debug)]
pub struct Node {
    /// The part of the file that it was written in.
    pub span: Span,
    /// The value.
    pub kind: NodeKind,
    /// The source of a short list or map in brackets, which may have been meant as a text.
    pub(super) written: Option<String>,
}

impl Node {
    fn new(span: Span, kind: NodeKind) -> Self {
        Self { span, kind, written: None }
    }
}

/// The kinds of values. The reader decides what a plain scalar means, not YAML.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// An absent value.
    Absent,
    /// An unquoted scalar, as written.
    Plain(String),
    /// A quoted or block scalar.
    Quoted(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping in source order, including duplicate keys.
    Map(Vec<(Node, Node)>),
    /// A value that is not allowed, which has been reported.
    Refused,
}

/// The part of a document that could be parsed.
pub struct Document {
    /// The root value, which is `Absent` for an empty file.
    pub root: Node,
    /// Whether a part could not be parsed. Nothing must be reported as missing then.
    pub damaged: bool,
}

/// Parses a file and reports its syntax errors.
pub fn parse(sources: &Sources, file: FileId, findings: &mut Findings) -> Document {
    let original = sources.text(file);
    if sources.is_dangling(file) {
        findings.push(report::dangling_link(Span::top(file)));
        return Document { root: Node::new(Span::top(file), NodeKind::Absent), damaged: true };
    }
    if original.len() > LARGEST_FILE {
        findings.push(report::too_large(Span::top(file)));
        let root = Node::new(Span::top(file), NodeKind::Absent);
        return Document { root, damaged: true };
    }
    if original.contains('\r') && !original.contains('\n') {
        findings.push(report::old_line_ends(Span::top(file)));
        return Document { root: Node::new(Span::top(file), NodeKind::Absent), damaged: true };
    }
    if characters::are_wide(original) {
        findings.push(report::not_utf_8(Span::top(file)));
        return Document { root: Node::new(Span::top(file), NodeKind::Absent), damaged: true };
    }
    let mut refused = characters::check(file, original);
    refused.extend(sources.path(file).strip_suffix(".yml").map(|stem| {
        let name = stem.rsplit('/').next().unwrap_or(stem);
        report::syntax(Span::top(file), "the name of a catalog file must end in `.yaml`")
            .help(format!("rename it to `{name}.yaml`"))
    }));
    refused.extend(sources.invalid_from(file).map(report::not_utf_8));
    let mut damaged = !refused.is_empty();
    findings.extend(refused);

    // Characters that were already reported must not cause a syntax error, too.
    let mut text = if damaged { Cow::Owned(characters::blanked(original)) } else { Cow::Borrowed(original) };
    let is_cut = sources.invalid_from(file).is_some();
    if is_cut {
        text = Cow::Owned(recover::without_last_entry(&text).to_owned());
    }
    let conflicts = conflict::all(&text);
    if let Some(first) = conflicts.first() {
        damaged = true;
        let place = place::span(file, first.start, first.mark_end);
        findings.push(report::conflicts_of_file(place, conflicts.len()));
        for conflict in &conflicts {
            let (start, end) = conflict.unreadable;
            text = Cow::Owned(place::without(&text, start, end));
        }
    }
    for _ in 0..MOST_MISTAKES {
        let loaded = load::load(file, &text, original);
        let Some(mistake) = loaded.mistake else {
            damaged |= loaded.is_cut;
            let mut root = loaded.root;
            if damaged {
                refuse_lost(&mut root, original, &text);
            }
            findings.extend(loaded.refused);
            findings.extend(characters::tabs(file, &text, &root));
            findings.extend(cut::check(file, &text, &root));
            return Document { root, damaged };
        };
        damaged = true;
        let explained = explain(file, original, &text, &mistake);
        let entry = explained.as_ref().and_then(|explained| explained.entry);
        let rest = explained.and_then(|explained| {
            // The end of what could be read can cause a mistake.
            if !is_cut {
                findings.push(explained.finding);
            }
            explained.rest
        });
        let rest = rest.or_else(|| recover::without_mistaken_entry(file, &text, &mistake, entry));
        match rest {
            Some(rest) => text = Cow::Owned(rest),
            None => {
                findings.extend(loaded.refused);
                return Document { root: loaded.root, damaged };
            }
        }
    }
    let loaded = load::load(file, &text, original);
    if let Some(mistake) = loaded.mistake {
        let place = place::span(file, mistake.offset, mistake.offset);
        findings.push(report::too_many_mistakes(place));
    }
    Document { root: loaded.root, damaged: true }
}

/// Explains a mistake in `text`, which has spaces in place of the mistakes that were found in
/// `original` before. Returns `None` if the mistake follows from a character that was reported.
fn explain(file: FileId, original: &str, text: &str, mistake: &Mistake) -> Option<Explained> {
    if characters::are_in_line(original, mistake.offset) {
        return None;
    }
    let explained = accidents::explain(file, text, mistake)
        .or_else(|| quotes::explain(file, text, mistake))
        .or_else(|| brackets::explain(file, text, mistake));
    Some(explained.unwrap_or_else(|| hint::explain(file, original, mistake).into()))
}

/// Refuses the absent values in `text` that have a value in `original`: those had mistakes, which
/// are reported.
fn refuse_lost(node: &mut Node, original: &str, text: &str) {
    match &mut node.kind {
        NodeKind::Absent => {
            // The parser puts it at the colon.
            let colon = node.span.end as usize;
            let start = colon + usize::from(text[colon..].starts_with(':'));
            let rest = text.get(start..).unwrap_or_default();
            let end = start + rest.len() - rest.trim_start().len();
            let is_lost = |line: &str| !place::is_empty(line);
            if original.get(start..end).is_some_and(|lost| lost.lines().any(is_lost)) {
                node.kind = NodeKind::Refused;
            }
        }
        NodeKind::List(items) => items.iter_mut().for_each(|item| refuse_lost(item, original, text)),
        NodeKind::Map(entries) => {
            for (_, value) in entries {
                refuse_lost(value, original, text);
            }
        }
        NodeKind::Plain(_) | NodeKind::Quoted(_) | NodeKind::Refused => {}
    }
}
