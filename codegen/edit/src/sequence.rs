//! The place of a new code among the codes of a family.

use errcat_build::unstable::syntax::yaml::NodeKind;

use crate::document::Document;
use crate::find::get;
use crate::operation::Place;
use crate::path::Path;
use crate::tree::text;

/// Returns the place of a new code in the map at a path: after the last lower number with the same
/// beginning, else before the first higher one, else at the end.
#[must_use]
pub fn place_of(document: &Document, map: &Path, code: &str) -> Place {
    let (Ok(node), Some((stem, number))) = (get(document.root(), map), numbered(code)) else {
        return Place::Last;
    };
    let NodeKind::Map(entries) = &node.kind else { return Place::Last };
    let same: Vec<(&str, u64)> = entries
        .iter()
        .map(|(key, _)| text(key))
        .filter_map(|key| numbered(key).filter(|(known, _)| *known == stem).map(|(_, number)| (key, number)))
        .collect();
    let lower = same.iter().filter(|(_, known)| *known < number).max_by_key(|(_, known)| *known);
    match (lower, same.iter().find(|(_, known)| *known > number)) {
        (Some((key, _)), _) => Place::After((*key).to_owned()),
        (None, Some((key, _))) => Place::Before((*key).to_owned()),
        (None, None) => Place::Last,
    }
}

/// Splits a code into the text before its last digits and their number.
fn numbered(code: &str) -> Option<(&str, u64)> {
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    code[stem.len()..].parse().ok().map(|number| (stem, number))
}
