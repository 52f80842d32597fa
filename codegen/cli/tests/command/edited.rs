//! Tests that the commands that edit catalogs change exactly the bytes that they should, in catalogs
//! of every style, with both line endings.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::folder::Folder;

/// The files of a fixture, with the line ending of every line.
fn files(folder: &Path, eol: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.join("catalogs")];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("a file").replace('\n', eol)));
        }
    }
    files.sort();
    files
}

/// Splits a command into words. A word may be quoted.
fn words(command: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        if at % 2 == 1 { words.push(part) } else { words.extend(part.split_whitespace()) }
    }
    words
}

/// Returns the lines of all files that a command removes and adds.
fn edited(files: &[(String, String)], command: &str) -> String {
    let given: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = Folder::with(&given);
    let run = folder.run(&["release", "--first"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let run = folder.run(&words(command));
    let mut shown = format!("$ errcat {command}\n");
    if run.status != 0 {
        shown.push_str(&run.stdout);
    }
    for (path, old) in files {
        let new = folder.read(path);
        if new == *old {
            continue;
        }
        shown.push_str(&format!("{path}\n"));
        for change in TextDiff::from_lines(old, &new).iter_all_changes() {
            let mark = match change.tag() {
                ChangeTag::Equal => continue,
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            shown.push_str(&format!("{mark}{}", change.value()));
        }
    }
    shown
}

#[test]
fn every_command_changes_only_what_it_should() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edited");
    for style in ["single", "flow", "folder", "tight"] {
        let folder = fixtures.join(style);
        let commands = fs::read_to_string(folder.join("commands")).expect("commands");
        let [unix, dos] = ["\n", "\r\n"].map(|eol| {
            let files = files(&folder, eol);
            commands.lines().map(|command| edited(&files, command)).collect::<Vec<_>>().join("\n")
        });
        for (dos, unix) in dos.split('\n').zip(unix.split('\n')) {
            let is_line = unix.starts_with(['-', '+']);
            assert_eq!(dos.strip_suffix('\r').unwrap_or(dos), unix, "{style}");
            assert!(!is_line || dos.ends_with('\r'), "{style}: another line ending: {dos}");
        }
        let path = folder.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &unix).expect("written");
        }
        assert_eq!(unix, fs::read_to_string(&path).unwrap_or_default(), "{style}");
    }
}

#[test]
fn the_canonical_form_is_stable() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edited");
    for style in ["single", "flow", "folder", "tight"] {
        let files = files(&fixtures.join(style), "\n");
        let given: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let folder = Folder::with(&given);
        let shown = folder.run(&["fmt", "--diff"]);
        assert_eq!(folder.run(&["fmt", "--check"]).status, shown.status, "{style}");
        assert!(files.iter().all(|(path, text)| folder.read(path) == *text), "nothing is written");
        let before = folder.run(&["print", "catalog", "--format", "json"]).stdout;
        assert_eq!(folder.run(&["fmt"]).status, 0, "{style}");
        assert_eq!(folder.run(&["print", "catalog", "--format", "json"]).stdout, before, "{style}");
        let run = folder.run(&["fmt", "--check"]);
        assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{style}");
        let comments = |text: &str| text.matches('#').count();
        for (path, text) in &files {
            assert_eq!(comments(&folder.read(path)), comments(text), "{style}");
        }
    }
}
