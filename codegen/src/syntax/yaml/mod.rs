//! The plain subset of YAML that catalogs are written in, as a tree that remembers every place.

mod characters;
mod cut;
mod hint;
pub(super) mod lines;
mod load;
mod recover;

use std::borrow::Cow;

use crate::diag::Findings;
use crate::format::limits::MOST_MISTAKES;
use crate::source::{FileId, LARGEST_FILE, Sources, Span};
use crate::syntax::report;

/// A value as written.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// The source of a short list or map in brackets, which may have been meant as a text.
    pub(super) written: Option<String>,
}

impl Node {
    fn new(span: Span, kind: Kind) -> Self {
        Self { span, kind, written: None }
    }
}

/// What kinds of value the subset has. What a plain scalar means is the reader's business, never YAML's.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Nothing was written.
    Absent,
    /// A scalar without quotes: the text as it stands in the source.
    Plain(String),
    /// A scalar in quotes or in block form.
    Quoted(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, keys in the order written, doubled ones included.
    Map(Vec<(Node, Node)>),
    /// Something the subset refuses, which has been reported.
    Refused,
}

/// A document as far as it could be understood.
pub(super) struct Document {
    /// The root value; `Absent` for an empty file.
    pub(super) root: Node,
    /// Whether a part could not be understood, so that nothing should be said of what seems to be missing.
    pub(super) damaged: bool,
}

/// Reads a file, telling every mistake of form that can be told.
pub(super) fn parse(sources: &Sources, file: FileId, findings: &mut Findings) -> Document {
    let original = sources.text(file);
    if sources.is_dangling(file) {
        findings.push(report::dangling_link(Span::top(file)));
        return Document { root: Node::new(Span::top(file), Kind::Absent), damaged: true };
    }
    if original.len() > LARGEST_FILE {
        findings.push(report::too_large(Span::top(file)));
        let root = Node::new(Span::top(file), Kind::Absent);
        return Document { root, damaged: true };
    }
    let mut refused = characters::check(file, original);
    refused.extend(sources.path(file).strip_suffix(".yml").map(|stem| {
        let name = stem.rsplit('/').next().unwrap_or(stem);
        report::syntax(Span::top(file), "the name of a catalog file ends with `.yaml`")
            .help(format!("rename it to `{name}.yaml`"))
    }));
    refused.extend(sources.invalid_from(file).map(|place| {
        report::syntax(place, "the file is not UTF-8 from here on").help("save the file as UTF-8")
    }));
    let mut damaged = !refused.is_empty();
    findings.extend(refused);

    // What is refused anyway must not be a mistake of form, too.
    let mut text = if damaged { Cow::Owned(characters::blanked(original)) } else { Cow::Borrowed(original) };
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
        findings.push(hint::explain(file, original, &mistake));
        match recover::without_mistaken_entry(file, &text, &mistake) {
            Some(mended) => text = Cow::Owned(mended),
            None => {
                findings.extend(loaded.refused);
                return Document { root: loaded.root, damaged };
            }
        }
    }
    let root = load::load(file, &text, original).root;
    Document { root, damaged: true }
}
