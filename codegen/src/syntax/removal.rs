//! How an entry of a map is taken out of a text, so that nothing else of the text changes.

use super::yaml::{self, Kind, Node};
use crate::diag::{Edit, Finding, Findings, Fix, Rule};
use crate::source::{Sources, Span};

/// Offers to take out every `allow` that silences nothing. The findings are in order.
pub fn offer_removals(sources: &Sources, findings: &mut Findings) {
    let needless = |finding: &&Finding| {
        let name = sources.slice(finding.primary.span).trim_matches(['"', '\'']);
        finding.rule == Rule::UnusedAllow && Rule::from_code(name).is_some_and(|rule| !rule.is_final())
    };
    let keys: Vec<Span> = findings.iter().filter(needless).map(|finding| finding.primary.span).collect();
    let mut edits = Vec::with_capacity(keys.len());
    for keys in keys.chunk_by(|a, b| a.file == b.file) {
        let file = keys[0].file;
        let root = yaml::parse(sources, file, &mut Findings::default()).root;
        edits.extend(keys.iter().map(|&key| removal(sources.text(file), &root, key)));
    }
    findings.retain(|finding| {
        let edit = keys.binary_search(&finding.primary.span).ok().and_then(|key| edits[key].take());
        if let Some(edit) = edit {
            finding.fix = Some(Fix { message: "remove it".to_owned(), edits: vec![edit] });
        }
        true
    });
}

/// What has to be taken out for the entry whose key stands at `key` to be gone, with the map around it if that has no other entry. Nothing for
/// an entry that shares its lines with a comment, or with something else that would be lost.
fn removal(text: &str, root: &Node, key: Span) -> Option<Edit> {
    let mut above = Vec::new();
    if !find(root, key, &mut above) {
        return None;
    }
    let (map, index) = above.pop()?;
    let span = if map.len() > 1 {
        cut(text, map, index)
    } else {
        // Without its map, an error must not be left without any key: that would be another error.
        let (outer, at) = above.pop().filter(|(outer, _)| outer.len() > 1)?;
        let (whole, inner) = (&outer[at], &map[index]);
        let gap = text.get(whole.0.span.end as usize..inner.0.span.start as usize)?;
        if gap.contains('#') { None } else { cut(text, outer, at) }
    };
    Some(Edit { span: span?, text: String::new() })
}

/// The maps around the key at `key`, from the outside, each with the index of the entry that leads there.
fn find<'n>(node: &'n Node, key: Span, above: &mut Vec<(&'n [(Node, Node)], usize)>) -> bool {
    if node.span.start > key.start || node.span.end < key.end {
        return false;
    }
    match &node.kind {
        Kind::List(items) => items.iter().any(|item| find(item, key, above)),
        Kind::Map(entries) => entries.iter().enumerate().any(|(index, (name, value))| {
            above.push((entries, index));
            let found = name.span == key || find(value, key, above);
            if !found {
                above.pop();
            }
            found
        }),
        _ => false,
    }
}

/// The part of the text that one of several entries takes up: its lines, or its place in a map in braces.
fn cut(text: &str, map: &[(Node, Node)], index: usize) -> Option<Span> {
    let (key, value) = &map[index];
    let between = text.get(key.span.end as usize..value.span.start as usize);
    if between.is_some_and(|between| between.contains('#')) {
        return None;
    }
    let (start, end) = (key.span.start as usize, value.span.end.max(key.span.end) as usize);
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let after = text[end..].find('\n').map_or(text.len(), |length| end + length + 1);
    let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    let span = |start: usize, end: usize| Span { start: at(start), end: at(end), ..key.span };
    if text[line..start].trim().is_empty() && text[end..after].trim().is_empty() {
        return Some(span(line, after));
    }
    let (cut, gap) = match (index.checked_sub(1).and_then(|before| map.get(before)), map.get(index + 1)) {
        (_, Some((next, _))) => {
            (span(start, next.span.start as usize), text.get(end..next.span.start as usize)?)
        }
        (Some((key, value)), None) => {
            let before = value.span.end.max(key.span.end) as usize;
            (span(before, end), text.get(before..start)?)
        }
        (None, None) => return None,
    };
    // Only a comma may lie between two entries in braces.
    (gap.trim() == ",").then_some(cut)
}
