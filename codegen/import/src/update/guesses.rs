//! Marks the guesses of errors that an update added.

use errcat_build::unstable::diag::Findings;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax::yaml;

use super::found::{entries, get, text};
use crate::catalog::Catalog;
use crate::write::comment;

/// Adds a comment to every guessed key of new errors.
pub(super) fn mark(sources: &mut Sources, catalog: &Catalog, added: &[String]) {
    let guessed: Vec<_> = catalog
        .families
        .iter()
        .flat_map(|family| &family.entries)
        .filter(|entry| added.contains(&entry.code) && entry.keys.iter().any(|key| key.guess.is_some()))
        .collect();
    if guessed.is_empty() {
        return;
    }
    let files: Vec<_> = sources.ids().collect();
    for file in files {
        let tree = yaml::parse(sources, file, &mut Findings::default()).root;
        let mut text_of_file = sources.text(file).to_owned();
        let mut places: Vec<(usize, String)> = Vec::new();
        for (code, node) in entries(get(&tree, "errors")) {
            let Some(entry) = guessed.iter().find(|entry| entry.code == text(code)) else { continue };
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
        places.sort_by(|(one, _), (other, _)| other.cmp(one));
        for (end, comment) in &places {
            text_of_file.insert_str(*end, comment);
        }
        if !places.is_empty() {
            sources.set_text(file, text_of_file);
        }
    }
}
