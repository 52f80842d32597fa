//! A document with its tree and comments.

use std::ops::Range;

use errcat_build::unstable::diag::{Edit, Findings, Severity};
use errcat_build::unstable::source::{FileId, Sources, Span};
use errcat_build::unstable::syntax::yaml::{self, Node, NodeKind};

use crate::find::get;
use crate::lines;
use crate::path::{Path, Step};
use crate::refusal::Refusal;
use crate::tree;

/// A text that can be edited, and its tree.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    file: FileId,
    root: Node,
    /// The comments in order.
    comments: Vec<Range<usize>>,
}

impl Document {
    /// Parses a text.
    ///
    /// # Errors
    /// Returns an error if the text is not in the subset of YAML that catalogs use.
    pub fn parse(text: impl Into<String>) -> Result<Self, Refusal> {
        let mut sources = Sources::default();
        let file = sources.add("document.yaml", text);
        let mut findings = Findings::default();
        let root = yaml::parse(&sources, file, &mut findings).root;
        let mistake = findings.iter().find(|finding| finding.severity() == Severity::Error);
        if let Some(mistake) = mistake {
            let place = sources.start(mistake.primary.span);
            return Err(Refusal::new(format!("line {}: {}", place.line, mistake.message)));
        }
        Ok(Self::new(sources.text(file), file, root))
    }

    /// Returns a file, as far as it can be parsed.
    pub(crate) fn of_file(sources: &Sources, file: FileId) -> Self {
        let root = yaml::parse(sources, file, &mut Findings::default()).root;
        Self::new(sources.text(file), file, root)
    }

    fn new(text: &str, file: FileId, root: Node) -> Self {
        let comments = comments(text, &root);
        Self { text: text.to_owned(), file, root, comments }
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the path of the entry whose key starts at this byte, or of the value that starts
    /// there.
    #[must_use]
    pub fn path_at(&self, start: u32) -> Option<Path> {
        fn find(node: &Node, start: u32, steps: &mut Vec<Step>) -> bool {
            let mut inside = |step: Step, key: Option<&Node>, value: &Node| {
                steps.push(step);
                let found = key.is_some_and(|key| key.span.start == start)
                    || find(value, start, steps)
                    || value.span.start == start;
                if !found {
                    steps.pop();
                }
                found
            };
            match &node.kind {
                NodeKind::Map(entries) => entries
                    .iter()
                    .any(|(key, value)| inside(Step::Key(tree::text(key).to_owned()), Some(key), value)),
                NodeKind::List(items) => {
                    items.iter().enumerate().any(|(index, item)| inside(Step::Item(index), None, item))
                }
                _ => false,
            }
        }
        let mut steps = Vec::new();
        find(&self.root, start, &mut steps).then(|| steps.into_iter().collect())
    }

    /// Returns the content of the value at a path, if there is one.
    #[must_use]
    pub fn kind_at(&self, path: &Path) -> Option<&NodeKind> {
        get(&self.root, path).ok().map(|node| &node.kind)
    }

    /// Returns the texts of all comments, sorted.
    pub(crate) fn sorted_comments(&self) -> Vec<&str> {
        let mut texts: Vec<&str> =
            self.comments.iter().map(|place| self.text()[place.clone()].trim_end()).collect();
        texts.sort_unstable();
        texts
    }

    pub(crate) fn root(&self) -> &Node {
        &self.root
    }

    /// Returns a replacement of a part of the text.
    pub(crate) fn replacement(&self, part: Range<usize>, text: impl Into<String>) -> Edit {
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Edit { span: Span { file: self.file, start: at(part.start), end: at(part.end) }, text: text.into() }
    }

    /// Returns `true` if a part of the text contains a comment.
    pub(crate) fn has_comment(&self, part: Range<usize>) -> bool {
        self.comments.iter().any(|comment| comment.start < part.end && part.start < comment.end)
    }

    /// Returns the column of the comment if the line starting at `line` consists only of a comment.
    pub(crate) fn comment_line(&self, line: usize) -> Option<usize> {
        let at = self.comments.partition_point(|comment| comment.start < line);
        let comment = self.comments.get(at)?;
        let before = self.text().get(line..comment.start)?;
        before.chars().all(|c| c == ' ').then_some(before.len())
    }

    /// Returns the end of the text before `at`, without blanks and comments.
    pub(crate) fn blanks_before(&self, at: usize) -> usize {
        let mut at = at;
        loop {
            at = self.text()[..at].trim_end().len();
            let index = self.comments.partition_point(|comment| comment.start < at);
            match index.checked_sub(1).map(|index| &self.comments[index]) {
                Some(comment) if at <= comment.end => at = comment.start,
                _ => return at,
            }
        }
    }
}

/// Finds all comments: every `#` outside of scalars starts one.
fn comments(text: &str, root: &Node) -> Vec<Range<usize>> {
    let mut scalars = Vec::new();
    collect_scalars(root, &mut scalars);
    scalars.push(text.len()..text.len());
    let mut comments = Vec::new();
    let mut at = 0;
    for scalar in scalars {
        while let Some(found) = text.get(at..scalar.start).and_then(|gap| gap.find('#')) {
            let start = at + found;
            let end = lines::end(text, start);
            comments.push(start..end);
            at = end;
        }
        at = at.max(scalar.end);
    }
    comments
}

fn collect_scalars(node: &Node, scalars: &mut Vec<Range<usize>>) {
    match &node.kind {
        NodeKind::List(items) => items.iter().for_each(|item| collect_scalars(item, scalars)),
        NodeKind::Map(entries) => {
            for (key, value) in entries {
                collect_scalars(key, scalars);
                collect_scalars(value, scalars);
            }
        }
        NodeKind::Absent => {}
        _ => scalars.push(node.span.start as usize..node.span.end as usize),
    }
}
