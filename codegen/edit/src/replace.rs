//! Applies edits to a text.

use errcat_build::unstable::diag::{Edit, Fix};
use errcat_build::unstable::source::{FileId, Span};

/// Returns the text with all edits applied. They must be sorted and must not overlap.
pub(crate) fn replaced<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        new.push_str(&text[at..edit.span.start as usize]);
        new.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    new.push_str(&text[at..]);
    new
}

/// Applies `fixes` to the text of `file`. If two fixes overlap, the earlier one wins. Returns the
/// new text and, for each fix, whether it was applied.
pub(crate) fn apply(file: FileId, text: &str, fixes: &[&Fix]) -> (String, Vec<bool>) {
    // Sorted and without overlaps.
    let mut taken: Vec<&Edit> = Vec::new();
    let mut made = Vec::with_capacity(fixes.len());
    for fix in fixes {
        let free = |edit: &Edit| {
            let Span { file: place, start, end } = edit.span;
            let before = taken[..taken.partition_point(|other| other.span.start <= start)].last();
            let after = taken.get(taken.partition_point(|other| other.span.start < start));
            place == file
                && text.get(start as usize..end as usize).is_some()
                && before.is_none_or(|other| other.span.end <= start)
                && after.is_none_or(|other| end <= other.span.start)
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
    (replaced(text, taken), made)
}
