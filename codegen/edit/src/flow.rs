//! Edits entries and items in brackets.

use std::ops::Range;

use errcat_build::unstable::diag::Edit;
use errcat_build::unstable::syntax::yaml::Node;

use crate::document::Document;
use crate::lines;
use crate::part::Part;

/// Inserts an entry or item into brackets that are not empty.
pub(crate) fn insert(
    document: &Document,
    node: &Node,
    siblings: &[Part<'_>],
    at: usize,
    new: &str,
) -> Vec<Edit> {
    let text = document.text();
    let indent = |part: &Part<'_>| &text[lines::start(text, part.start)..part.start];
    let eol = lines::ending(text);
    if let Some(next) = siblings.get(at) {
        let start = next.start;
        let gap = if lines::begins(text, start) { format!("{eol}{}", indent(next)) } else { " ".to_owned() };
        return vec![document.replacement(start..start, format!("{new},{gap}"))];
    }
    let last = &siblings[siblings.len() - 1];
    let close = (node.span.end as usize).saturating_sub(1);
    let comma = comma(document, last.end..close);
    let after = comma.map_or(last.end, |comma| comma + 1);
    let (before, trailing) = if comma.is_some() { ("", ",") } else { (",", "") };
    if !lines::begins(text, last.start) {
        return vec![document.replacement(after..after, format!("{before} {new}{trailing}"))];
    }
    let new = format!("{eol}{}{new}{trailing}", indent(last));
    let line = lines::end(text, after);
    if line <= close && line > after {
        // A comment on the line stays with the entry before.
        let mut edits = vec![document.replacement(line..line, new)];
        if comma.is_none() {
            edits.insert(0, document.replacement(after..after, before));
        }
        return edits;
    }
    vec![document.replacement(after..after, format!("{before}{new}"))]
}

/// Returns the part of the text to remove for one of several parts in brackets.
pub(crate) fn removal(document: &Document, parts: &[Part<'_>], at: usize) -> Range<usize> {
    let text = document.text();
    let part = &parts[at];
    let rest = &text[part.end..lines::end(text, part.end)];
    if lines::begins(text, part.start) && rest.trim() == "," {
        return lines::start(text, part.start)..lines::next(text, part.end);
    }
    match (at.checked_sub(1), parts.get(at + 1)) {
        (_, Some(next)) => part.start..next.start,
        (Some(before), None) => parts[before].end..part.end,
        (None, None) => part.start..part.end,
    }
}

/// Returns the comma in a part of the text, ignoring comments.
fn comma(document: &Document, part: Range<usize>) -> Option<usize> {
    let text = document.text();
    let is_code = |at: &usize| !document.has_comment(*at..*at + 1);
    text.get(part.clone())?.match_indices(',').map(|(at, _)| part.start + at).find(is_code)
}
