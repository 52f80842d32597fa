//! Puts the families of a catalog into published order.

use super::report;
use crate::diag::{Finding, Findings};
use crate::source::{FileId, Sources, Span};
use crate::syntax::ast::{Catalog, Family, Text};
use crate::syntax::{family_path, is_catalog, meant_family, split, stem, unread_family};
use crate::text::nearest::Near;

/// Returns the families in the order of `families`. Unlisted ones are reported and come last. Of
/// two with the same id, the second is reported and left out.
pub(super) fn in_order<'c>(
    sources: &Sources,
    catalog: &'c Catalog,
    findings: &mut Findings,
) -> Vec<&'c Family> {
    let listed = catalog.head.families.as_deref().unwrap_or_default();
    if catalog.single && listed.is_empty() {
        return catalog.families.iter().collect();
    }
    let head = sources.path(catalog.file);
    let mut order: Vec<(&Family, Span)> = Vec::new();
    // Families that were reported, and files that a misspelt name was probably meant for. They are
    // not reported as unlisted, too.
    let mut known: Vec<FileId> = Vec::new();
    if let (true, Some(first), Some(last)) = (catalog.single, listed.first(), listed.last()) {
        findings.push(report::no_families(first.span.to(last.span), split(head).1));
    }
    for entry in listed.iter().filter(|_| !catalog.single) {
        let Some(path) = family_path(head, entry) else {
            findings.push(report::family_outside(entry.span, entry));
            continue;
        };
        let is_named = |file: FileId| stem(sources.path(file)) == path;
        let Some(family) = catalog.families.iter().find(|family| is_named(family.file)) else {
            if unread_family(sources, &path) {
                continue;
            }
            let (finding, near) = missing(sources, entry, &path, listed);
            findings.push(finding);
            known.extend(near);
            continue;
        };
        match order.iter().find(|(other, _)| other.id == family.id) {
            None => order.push((family, entry.span)),
            Some((other, first)) if other.file == family.file => {
                findings.push(report::listed_twice(entry.span, *first, entry));
            }
            Some((_, first)) => {
                findings.push(report::same_family(entry.span, *first, &family.id));
                known.push(family.file);
            }
        }
    }
    let list = match (listed.first(), listed.last()) {
        (Some(first), Some(last)) => Some(first.span.to(last.span)),
        _ => None,
    };
    for family in &catalog.families {
        if order.iter().any(|(other, _)| other.file == family.file) {
            continue;
        }
        let explained = catalog.head.unreadable.contains(&"families") || known.contains(&family.file);
        let place = Span::top(family.file);
        if let Some((_, listed)) = order.iter().find(|(other, _)| other.id == family.id) {
            if !explained {
                findings.push(report::same_family(*listed, place, &family.id));
            }
            continue;
        }
        if !catalog.single && !catalog.damaged && !explained {
            findings.push(report::unlisted_family(place, list, &family.id));
        }
        order.push((family, place));
    }
    order.into_iter().map(|(family, _)| family).collect()
}

/// Returns the finding for an entry that names no family, and the file that was probably meant.
fn missing(sources: &Sources, entry: &Text, path: &str, listed: &[Text]) -> (Finding, Option<FileId>) {
    let at = |path: &str| sources.ids().find(|file| stem(sources.path(*file)) == path);
    if let Some(file) = at(path).filter(|file| is_catalog(sources, *file)) {
        return (report::no_family(entry.span, entry, Span::top(file)), None);
    }
    let Some(near) = meant_family(sources, path) else {
        return (report::dangling(entry.span, "family file", entry, None), None);
    };
    let beside =
        |whole: &str| whole.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let word = beside(entry) + near.word;
    let alone = near.alone && listed.iter().all(|listed| listed.value != word);
    let finding = report::dangling(entry.span, "family file", entry, Some(Near { word: &word, alone }));
    (finding, at(&(beside(path) + near.word)))
}
