//! Marks the guesses of errors that an update added.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::diag::Findings;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax::yaml;

use super::found::{entries, get, text};
use crate::catalog::{Catalog, Entry};
use crate::write::comment;

/// Adds a comment to every guessed key of new errors.
pub(super) fn mark(sources: &mut Sources, catalog: &Catalog, added: &[String]) {
    let added: BTreeSet<&str> = added.iter().map(String::as_str).collect();
    let is_guessed = |entry: &&Entry| {
        added.contains(entry.code.as_str()) && entry.keys.iter().any(|key| key.guess.is_some())
    };
    let entries_of_all = catalog.families.iter().flat_map(|family| &family.entries);
    let guessed: BTreeMap<&str, &Entry> =
        entries_of_all.rev().filter(is_guessed).map(|entry| (entry.code.as_str(), entry)).collect();
    if guessed.is_empty() {
        return;
    }
    let files: Vec<_> = sources.ids().collect();
    for file in files {
        let tree = yaml::parse(sources, file, &mut Findings::default()).root;
        let text_of_file = sources.text(file).to_owned();
        let mut places: Vec<(usize, String)> = Vec::new();
        for (code, node) in entries(get(&tree, "errors")) {
            let Some(entry) = guessed.get(text(code)) else { continue };
            for key in &entry.keys {
                let (Some(guess), Some(value)) = (&key.guess, get(node, &key.name)) else { continue };
                let end = value.span.end as usize;
                let rest = text_of_file[end..].lines().next().unwrap_or_default();
                // A line in brackets has several keys, and a comment only fits at its end.
                if rest.trim().is_empty() {
                    places.push((end, comment(guess)));
                }
            }
        }
        if places.is_empty() {
            continue;
        }
        places.sort_by_key(|(end, _)| *end);
        let mut marked = String::with_capacity(text_of_file.len());
        let mut from = 0;
        for (end, comment) in &places {
            marked.push_str(&text_of_file[from..*end]);
            marked.push_str(comment);
            from = *end;
        }
        marked.push_str(&text_of_file[from..]);
        sources.set_text(file, marked);
    }
}
