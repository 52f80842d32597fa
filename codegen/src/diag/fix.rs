//! What mends a finding: changes of the text that a program may make without asking.

use crate::source::{FileId, Span};

/// The change that mends a finding, and nothing else. All of it lies in the file of the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in a few words.
    pub message: String,
    /// The parts of the text that are replaced, in order, none of them over another.
    pub edits: Vec<Edit>,
}

/// A part of a text, and what is to stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The part.
    pub span: Span,
    /// Its replacement; empty where the part is only taken out.
    pub text: String,
}

impl Fix {
    /// Puts `text` in the place of `span`.
    pub fn replace(message: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        Self { message: message.into(), edits: vec![Edit { span, text: text.into() }] }
    }
}

/// The text of `file` with all changes of `fixes` made. Where two of them want the same place, the earlier one is made; the second part
/// says of each fix whether it was.
#[must_use]
pub fn apply(file: FileId, text: &str, fixes: &[&Fix]) -> (String, Vec<bool>) {
    // In order, none over another.
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
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        mended.push_str(&text[at..edit.span.start as usize]);
        mended.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    mended.push_str(&text[at..]);
    (mended, made)
}
