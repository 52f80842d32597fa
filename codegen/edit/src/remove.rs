//! Removes an entry or item.

use std::ops::Range;

use errcat_build::unstable::diag::Edit;
use errcat_build::unstable::syntax::yaml::Node;

use crate::document::Document;
use crate::operation::Comments;
use crate::part::{around, is_flow, parts};
use crate::path::Path;
use crate::refusal::Refusal;
use crate::{flow, lines};

/// Returns the edits that remove an entry or item.
pub(crate) fn edits(document: &Document, entry: &Path, comments: Comments) -> Result<Vec<Edit>, Refusal> {
    let (node, at, in_flow) = around(document, entry)?;
    let parts = parts(document, node)?;
    let part = &parts[at];
    let text = document.text();
    let keep = |span: Range<usize>| {
        if comments == Comments::Keep && document.has_comment(span.clone()) {
            return Err(Refusal::new(format!("a comment inside or beside {entry} would be lost")));
        }
        Ok(vec![document.replacement(span, "")])
    };
    if parts.len() == 1 {
        let empty = if part.key.is_some() { "{}" } else { "[]" };
        return last_of(document, entry, node, empty, comments);
    }
    if in_flow {
        return keep(flow::removal(document, &parts, at));
    }
    if !lines::begins(text, part.start) {
        return keep(part.start..parts[at + 1].start);
    }
    let place = part.lines(document);
    let start = if comments == Comments::Keep { lines::start(text, part.start) } else { place.lead };
    let mut end = lines::next(text, place.tail);
    // Of the empty lines before and after it, only one side is kept.
    let is_empty = |line: usize| line < text.len() && text[line..lines::end(text, line)].trim().is_empty();
    let before = text[..start].trim_end_matches(' ');
    if before.ends_with("\n\n") || before.ends_with("\n\r\n") {
        while is_empty(end) {
            end = lines::next(text, end);
        }
    }
    keep(start..end)
}

/// Removes the only entry of a map, or the only item of a list.
fn last_of(
    document: &Document,
    entry: &Path,
    node: &Node,
    empty: &str,
    comments: Comments,
) -> Result<Vec<Edit>, Refusal> {
    let lost = || Refusal::new(format!("a comment inside or beside {entry} would be lost"));
    let Some((above, _)) = entry.split_last().filter(|(above, _)| !above.steps().is_empty()) else {
        let span = node.span.start as usize..node.span.end as usize;
        if comments == Comments::Keep && document.has_comment(span.clone()) {
            return Err(lost());
        }
        return Ok(vec![document.replacement(span, empty)]);
    };
    let (outer, at, _) = around(document, &above)?;
    let parts = parts(document, outer)?;
    let part = &parts[at];
    let (start, gap) =
        if is_flow(document, node) { (node.span.start as usize, "") } else { (part.head, " ") };
    if comments == Comments::Keep && document.has_comment(start..part.end) {
        return Err(lost());
    }
    Ok(vec![document.replacement(start..part.end, format!("{gap}{empty}"))])
}
