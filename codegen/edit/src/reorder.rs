//! Reorders the entries of a map.

use std::ops::Range;

use errcat_build::unstable::diag::Edit;
use errcat_build::unstable::syntax::yaml::Node;

use crate::document::Document;
use crate::lines;
use crate::part::{Part, is_flow, parts};
use crate::refusal::Refusal;
use crate::tree::text;

/// Exchanges the texts of entries, with their comments. The text between entries is kept.
pub(crate) fn edits(document: &Document, map: &Node, keys: &[String]) -> Result<Vec<Edit>, Refusal> {
    let parts = parts(document, map)?;
    let in_brackets = is_flow(document, map);
    let places: Vec<Range<usize>> = parts.iter().map(|part| place(document, part, in_brackets)).collect();
    let between = |pair: &[Range<usize>]| document.has_comment(pair[0].end..pair[1].start);
    if in_brackets && places.windows(2).any(between) {
        return Err(Refusal::new("a comment between the entries belongs to neither of them"));
    }
    let mut edits = Vec::new();
    for (key, old) in keys.iter().zip(&places) {
        let found = parts.iter().position(|part| part.key.is_some_and(|known| text(known) == key));
        let new = places.get(found.unwrap_or(usize::MAX));
        let new = new.ok_or_else(|| Refusal::new(format!("there is no key `{key}`")))?;
        if new != old {
            edits.push(document.replacement(old.clone(), &document.text()[new.clone()]));
        }
    }
    Ok(edits)
}

/// Returns the range of an entry. The indentation of its first line is not included.
fn place(document: &Document, part: &Part<'_>, in_brackets: bool) -> Range<usize> {
    if in_brackets {
        return part.start..part.end;
    }
    let text = document.text();
    let place = part.lines(document);
    let first = place.lead;
    let blanks = text[first..lines::end(text, first)].chars().take_while(|c| *c == ' ').count();
    first + blanks..place.tail
}
