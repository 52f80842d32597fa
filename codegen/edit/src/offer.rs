//! Adds fixes that need the tree of a file, such as adding or removing an entry.

use errcat_build::unstable::diag::{Finding, Findings, Fix, Proposal, Rule};
use errcat_build::unstable::source::{FileId, Sources, Span};
use errcat_build::unstable::syntax::yaml::NodeKind;
use errcat_build::unstable::value::Value;

use crate::change;
use crate::document::Document;
use crate::find::get;
use crate::operation::{Comments, Operation, Place};
use crate::path::{Path, Step};
use crate::sequence::place_of;
use crate::trim::trim;

/// Adds a fix to every finding that proposes a key, and to every `unused-allow` whose entry can be
/// removed without anything else. The findings must be sorted.
pub fn offer(sources: &Sources, findings: &mut Findings) {
    let is_needless = |finding: &Finding| {
        let name = sources.slice(finding.primary.span).trim_matches(['"', '\'']);
        finding.rule == Rule::UnusedAllow && Rule::from_code(name).is_some_and(|rule| !rule.is_final())
    };
    let mut read: Option<(FileId, Document)> = None;
    findings.retain(|finding| {
        if !sources.is_whole(finding.primary.span.file) {
            // Nothing is written to a file that was not read as a whole.
            return true;
        }
        if let Some(Proposal::Trim { text }) = &finding.proposal {
            finding.fix = trim(sources, *text);
        } else if finding.proposal.is_some() || is_needless(finding) {
            let Span { file, .. } = finding.primary.span;
            let (_, document) = match read.take() {
                Some(same) if same.0 == file => read.insert(same),
                _ => read.insert((file, Document::of_file(sources, file))),
            };
            let fix = match &finding.proposal {
                Some(Proposal::Key { entry, key, value }) => addition(document, *entry, key, value),
                Some(Proposal::Entry { code, value }) => tombstone(document, code, value),
                Some(Proposal::Trim { .. }) => None,
                None => removal(document, finding.primary.span),
            };
            if fix.is_some() {
                finding.fix = fix;
            }
        }
        true
    });
}

/// Returns the addition of a key to an error. A message alone becomes a map.
fn addition(document: &Document, place: Span, key: &str, value: &str) -> Option<Fix> {
    let mut entry = document.path_at(place.start)?;
    let (above, last) = entry.split_last()?;
    if let (Some((_, Step::Item(_))), Step::Key(_)) = (above.split_last(), last) {
        entry = above;
    }
    let new = (key, Value::from(value));
    let operation = match &get(document.root(), &entry).ok()?.kind {
        NodeKind::Plain(text) | NodeKind::Quoted(text) => {
            let entries = [new, ("message", text.as_str().into())];
            let whole = entries.map(|(key, value)| (key.to_owned(), value));
            Operation::replace(entry, Value::Map(whole.into()))
        }
        NodeKind::Map(_) | NodeKind::Absent => {
            let place = Place::Ordered(vec!["name".to_owned(), key.to_owned()]);
            Operation::insert(entry, new.0, new.1, place)
        }
        _ => return None,
    };
    // The result is verified when all fixes are applied.
    let edits = change::edits(document, &operation).ok()?;
    Some(Fix { message: format!("write `{key}: {value}`"), edits })
}

/// Returns the addition of an error.
fn tombstone(document: &Document, code: &str, value: &Value) -> Option<Fix> {
    let errors = Path::keys(["errors"]);
    let place = place_of(document, &errors, code);
    let edits = change::edits(document, &Operation::insert(errors, code, value.clone(), place)).ok()?;
    Some(Fix { message: format!("keep `{code}` as a tombstone"), edits })
}

/// Returns the removal of the entry with its key at `key`. If it is the only entry, its map is
/// removed, too.
fn removal(document: &Document, key: Span) -> Option<Fix> {
    let mut entry = document.path_at(key.start)?;
    let above = entry.split_last()?.0;
    if count(document, &above)? == 1 {
        // An error must not be left without any key, because that would be another mistake.
        entry = above;
        let outer: Path = entry.split_last()?.0;
        if count(document, &outer)? == 1 {
            return None;
        }
    }
    let operation = Operation::remove(entry, Comments::Keep);
    // The result is verified when all fixes are applied.
    let edits = change::edits(document, &operation).ok()?;
    Some(Fix { message: "remove it".to_owned(), edits })
}

/// Returns the number of entries or items of the value at a path.
fn count(document: &Document, path: &Path) -> Option<usize> {
    match &get(document.root(), path).ok()?.kind {
        NodeKind::Map(entries) => Some(entries.len()),
        NodeKind::List(items) => Some(items.len()),
        _ => None,
    }
}
