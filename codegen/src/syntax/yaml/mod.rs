//! Parses the subset of YAML that catalogs use into a tree with source locations.

mod accidents;
mod characters;
mod cut;
mod hint;
pub(super) mod lines;
mod load;
mod recover;
#[cfg(test)]
mod tests;
mod written;

use std::borrow::Cow;

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
    if let Some((finding, rest)) = accidents::conflict(file, &text) {
        damaged = true;
        findings.push(finding);
        text = Cow::Owned(rest);
    }
    for _ in 0..MOST_MISTAKES {
        let loaded = load::load(file, &text, original);
        let Some(mistake) = loaded.mistake else {
            damaged |= loaded.too_much;
            findings.extend(loaded.refused);
            findings.extend(characters::tabs(file, &text, &loaded.root));
            findings.extend(cut::check(file, &text, &loaded.root));
            return Document { root: loaded.root, damaged };
        };
        damaged = true;
        let accident = accidents::explain(file, &text, &mistake);
        let is_accident = accident.is_some();
        let rest = accident.and_then(|(finding, rest)| {
            if !is_cut {
                findings.push(finding);
            }
            rest
        });
        if let Some(rest) = rest {
            text = Cow::Owned(rest);
            continue;
        }
        // A character that was reported can cause a mistake in its line.
        // So can the end of what could be read.
        if !is_accident && !is_cut && !characters::are_in_line(original, mistake.offset) {
            findings.push(hint::explain(file, original, &mistake));
        }
        match recover::without_mistaken_entry(file, &text, &mistake) {
            Some(blanked) => text = Cow::Owned(blanked),
            None => {
                findings.extend(loaded.refused);
                return Document { root: loaded.root, damaged };
            }
        }
    }
    let root = load::load(file, &text, original).root;
    Document { root, damaged: true }
}
