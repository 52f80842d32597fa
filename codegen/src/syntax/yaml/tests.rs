//! Tests that lines as errcat writes them are read as the YAML parser reads them.

use super::load::load_part;
use super::{NodeKind, written};
use crate::source::Sources;

const LINES: [&str; 6] = [
    r#"{"errcat":1,"version":"1.0.0","type":"string","unique":"catalog","status":"optional"}"#,
    r#"{"envelope":{"code":["code","error.code"],"details":{"in":"error.data","as":"fields"},"x":[]}}"#,
    r#"{"code":"E1","family":"a b","first":"1.0.0","ident":"E1","status":404,"message":"é: #1 {a}, 'b' & *c [d] - ? ! | > % @ ` 界","internal":true}"#,
    r#"{"code":"-1","status":-1,"ratio":1.5,"quoted":"a \"b\" \\ \n","":{},"null":null,"list":[[1],{"a":[]}]}"#,
    r#"{"classes":[{"name":"ApiError","when":{"status":[500,503]}}],"x":0x10,"y":1e5,"z":~}"#,
    "{}",
];

/// What replaces a part of a line.
const PIECES: [&str; 24] = [
    "", "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\t", "#", " #", ": ", "'", "&a", "*a", "!t", "|",
    "-", "?", "é", "\"a\":1,", "%",
];

#[test]
fn lines_are_read_as_the_yaml_parser_reads_them() {
    let file = Sources::default().add("shop.lock", "");
    let mut read = 0;
    let mut check = |line: &str| {
        let line = line.trim();
        let Some(node) = written::object(file, line, 7) else { return false };
        let original = format!("{}{line}", " ".repeat(7));
        let loaded = load_part(file, line, 7, &original);
        assert!(loaded.mistake.is_none() && loaded.refused.is_empty(), "{line}");
        assert!(matches!(loaded.root.kind, NodeKind::Map(_)), "{line}");
        assert_eq!(format!("{node:?}"), format!("{:?}", loaded.root), "{line}");
        read += 1;
        true
    };
    for line in LINES {
        check(line);
        let places: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
        for piece in PIECES {
            for (index, &at) in places.iter().enumerate() {
                for &end in places.iter().skip(index).take(4) {
                    check(&format!("{}{piece}{}", &line[..at], &line[end..]));
                }
            }
        }
    }
    assert!(check(LINES[0]) && check(LINES[1]) && check(LINES[2]) && check(LINES[5]));
    assert!(!check(LINES[3]), "escapes need the YAML parser");
    assert!(read > 5_000, "only {read} lines were read");
}

#[test]
fn long_and_deep_lines_are_left_to_the_yaml_parser() {
    let file = Sources::default().add("shop.lock", "");
    let is_read = |line: &str| written::object(file, line, 0).is_some();
    let deep = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert!(is_read(&deep(15)) && !is_read(&deep(16)));
    let key = |length: usize| format!("{{\"{}\":1}}", "k".repeat(length));
    assert!(is_read(&key(256)) && !is_read(&key(257)));
    let text = |length: usize| format!("{{\"a\":\"{}\"}}", "t".repeat(length));
    assert!(is_read(&text(60_000)) && !is_read(&text(70_000)));
}
