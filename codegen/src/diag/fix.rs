//! Fixes: changes that a program may make to a file without asking.

use crate::source::{FileId, Span};

/// A fix for one finding. All edits are in the file of the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// A short description of the change.
    pub message: String,
    /// The replaced parts of the text, in order and without overlaps.
    pub edits: Vec<Edit>,
}

/// A replacement of one part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The replaced part.
    pub span: Span,
    /// The replacement, which is empty if the part is removed.
    pub text: String,
}

impl Fix {
    /// Returns a fix that replaces `span` with `text`.
    pub fn replace(message: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        Self { message: message.into(), edits: vec![Edit { span, text: text.into() }] }
    }
}

/// Applies `fixes` to the text of `file`. If two fixes overlap, the earlier one wins. Returns the
/// new text and, for each fix, whether it was applied.
#[must_use]
pub fn apply(file: FileId, text: &str, fixes: &[&Fix]) -> (String, Vec<bool>) {
    // Sorted and without overlaps.
    let mut taken: Vec<&Edit> = Vec::new();
    let mut made = Vec::with_capacity(fixes.len());
    for fix in fixes {
        let free = |edit: &Edit| {
            let Span { file: place, start, end } = edit.span;
            let before = taken[..taken.partition_point(|other| other.span.start <= start)].last();
            let behind = taken.get(taken.partition_point(|other| other.span.start < start));
            place == file
                && text.get(start as usize..end as usize).is_some()
                && before.is_none_or(|other| other.span.end <= start)
                && behind.is_none_or(|other| end <= other.span.start)
        };
        let free = fix.edits.iter().all(free);
        if free {
            for edit in &fix.edits {
                match taken.binary_search_by(|other| other.span.start.cmp(&edit.span.start)) {
                    Ok(at) => taken[at] = edit,
                    Err(at) => taken.insert(at, edit),
                }
            }
        }
        made.push(free);
    }
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        fixed.push_str(&text[at..edit.span.start as usize]);
        fixed.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    fixed.push_str(&text[at..]);
    (fixed, made)
}
