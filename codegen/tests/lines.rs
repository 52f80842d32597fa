//! Counts how many lines of generated code change for an edit of a shipped catalog.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;
use std::path::Path;

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::rust::{Layout, Root, emit};
use errcat_build::unstable::project::find;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::tree::Tree;

/// Returns what is generated from the shipped catalogs after `edit`, which gets the path and the
/// text of each file.
fn generated(edit: impl Fn(&str, &str) -> Option<String>) -> Tree {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let found = find(root, &["catalogs".into()]).unwrap().sources;
    let mut sources = Sources::default();
    // With its ledger, a renamed code would be a code that vanished.
    for file in found.ids().filter(|file| Path::new(found.path(*file)).extension() != Some("lock".as_ref())) {
        let (path, text) = (found.path(file), found.text(file));
        sources.add(path, edit(path, text).unwrap_or_else(|| text.to_owned()));
    }
    let compiled = analyze(&sources);
    assert!(!compiled.findings.has_errors());
    let root = Root { name: "lib.rs".to_owned(), features: true, ..Root::default() };
    emit(&compiled.model, &Layout::Crate(root))
}

/// Counts the lines added and removed by one replacement in one file, without lookup plans.
fn changed(file: &str, from: &str, to: &str) -> usize {
    let before = generated(|_, _| None);
    let after = generated(|path, text| {
        let is_it = path == file;
        assert!(!is_it || text.matches(from).count() == 1, "{from:?} stands in {file} once");
        is_it.then(|| text.replace(from, to))
    });
    let paths = |tree: &Tree| tree.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    assert_eq!(paths(&before), paths(&after));
    let mut lines = 0;
    for (path, text) in before.iter().filter(|(path, _)| !path.ends_with("/lookup.rs")) {
        let mut counts: BTreeMap<&str, isize> = BTreeMap::new();
        text.lines().for_each(|line| *counts.entry(line).or_default() -= 1);
        after.get(path).unwrap().lines().for_each(|line| *counts.entry(line).or_default() += 1);
        lines += counts.values().map(|count| count.unsigned_abs()).sum::<usize>();
    }
    assert!(lines > 0, "the edit changes something");
    lines
}

/// One edit per catalog: the file, the text, and its replacement.
#[rustfmt::skip]
const ADDED: [(&str, &str, &str); 4] = [
    ("catalogs/csghub/git.yaml", "\nerrors:\n", "\nerrors:\n  GIT-ERR-99: { name: gitIsNew, description: A new one. }\n"),
    ("catalogs/novita/llm.yaml", "\nerrors:\n", "\nerrors:\n  A_NEW_CODE: { description: A new one, status: 400 }\n"),
    ("catalogs/nsrocks/volumes.yaml", "\nerrors:\n", "\nerrors:\n  volume_is_new:\n"),
    ("catalogs/phala-cloud/workspace.yaml", "\nerrors:\n", "\nerrors:\n  ERR-04-099: { name: AtLastError, message: A new one, description: Raised at last, status: 400 }\n"),
];

#[test]
fn an_added_code_changes_25_lines_at_most() {
    for (file, from, to) in ADDED {
        let lines = changed(file, from, to);
        assert!(lines <= 25, "{file}: {lines}");
        println!("added, {file}: {lines}");
    }
}

#[test]
fn a_changed_text_changes_6_lines_at_most() {
    for (file, from, to) in [
        ("catalogs/csghub/git.yaml", "Failed to update remote refs", "Could not update remote refs"),
        ("catalogs/novita/llm.yaml", "Insufficient balance", "The balance is insufficient"),
        ("catalogs/phala-cloud/workspace.yaml", "You need to top up", "Please top up"),
    ] {
        let lines = changed(file, from, to);
        assert!(lines <= 6, "{file}: {lines}");
        println!("text, {file}: {lines}");
    }
}

#[test]
fn a_renamed_code_changes_12_lines_at_most() {
    for (file, from, to) in [
        ("catalogs/novita/llm.yaml", "NOT_ENOUGH_BALANCE", "TOO_LITTLE_BALANCE"),
        ("catalogs/phala-cloud/workspace.yaml", "ERR-04-002:", "ERR-04-098:"),
        ("catalogs/nsrocks/volumes.yaml", "volume_busy", "volume_is_busy"),
    ] {
        let lines = changed(file, from, to);
        assert!(lines <= 12, "{file}: {lines}");
        println!("renamed, {file}: {lines}");
    }
}
