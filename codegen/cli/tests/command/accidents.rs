//! Tests of YAML's accidents and of other words for keys in `errcat.yaml`. Each is one finding, with
//! what to do.

use crate::folder::Folder;

const SHOP: &str = "errcat: 1\ntitle: Shop API\nerrors:\n  cart_empty: The cart is empty.\n";

/// A text of `errcat.yaml`, and the place and the message of its only finding.
const ACCIDENTS: [(&str, &str, &str); 20] = [
    ("catalogs: catalogs\noutputs:\n\trust: { path: gen }\n", "3:1", "the line is indented with a tab"),
    ("catalogs:\tcatalogs\n", "1:10", "the file contains a tab outside of quotes"),
    ("rules:\n  missing-text:\toff\n", "2:16", "the file contains a tab outside of quotes"),
    (
        "<<<<<<< HEAD\ncatalogs: catalogs\n=======\ncatalogs: others\n>>>>>>> others\n",
        "1:1",
        "the file has an unresolved merge conflict",
    ),
    ("catalogs: catalogs\n=======\n", "2:1", "the file has an unresolved merge conflict"),
    ("catalogs: catalogs\n>>>>>>> others\n", "2:1", "the file has an unresolved merge conflict"),
    ("catalogs: catalogs\n---\nrules: {}\n", "2:1", "the file contains more than one YAML document"),
    ("catalogs: catalogs\n...\nrules: {}\n", "2:1", "the file contains more than one YAML document"),
    ("catalogs: catalogs\n---\n", "2:1", "the file contains more than one YAML document"),
    ("catalogs: \"catalogs\nrules: {}\n", "1:11", "the quote is not closed"),
    ("catalogs: 'catalogs\n", "1:11", "the quote is not closed"),
    ("rules: { missing-text: \"off }\n", "1:24", "the quote is not closed"),
    ("catalogs: catalogs\n rules: {}\n", "2:2", "`rules` starts in column 2; its siblings start in column 1"),
    (
        "outputs:\n  rust: { path: gen }\n json: { path: web }\n",
        "3:2",
        "`json` starts in column 2; its siblings start in column 3",
    ),
    (
        "outputs:\n  rust:\n    path: gen\n     families: true\n",
        "4:6",
        "`families` starts in column 6; its siblings start in column 5",
    ),
    ("rules: { missing-text: off\n", "1:8", "`{` is not closed"),
    ("outputs: { rust: [{ path: gen } }\n", "1:18", "`[` is not closed before `}`"),
    ("outputs: { rust: { path: gen } json: { path: web } }\n", "1:32", "a comma is missing before `json`"),
    ("catalogs: @catalogs\n", "1:11", "a text cannot start with `@`"),
    ("catalogs: \"C:\\users\"\n", "1:14", "`\\u` needs 4 hexadecimal digits"),
];

#[test]
fn each_accident_in_settings_is_one_finding_with_help() {
    for (settings, place, message) in ACCIDENTS {
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", settings)]);
        let run = folder.run(&["check", "--format", "concise"]);
        assert_eq!(run.status, 2, "{settings}{}{}", run.stdout, run.stderr);
        let lines: Vec<&str> = run.stdout.lines().collect();
        assert_eq!(lines.len(), 1, "{settings}{}", run.stdout);
        let line = lines[0].replace("[*] ", "");
        assert!(
            line.starts_with(&format!("errcat.yaml:{place}: error[syntax]: {message}")),
            "{settings}{line}"
        );
        assert!(line.contains("; help: "), "{settings}{line}");
    }
}

/// Words that settings call otherwise, and what they mean.
const WORDS: [(&str, &str); 14] = [
    ("catalog: catalogs\n", "catalogs"),
    ("input: catalogs\n", "catalogs"),
    ("output: { rust: { path: gen } }\n", "outputs"),
    ("emit: { rust: { path: gen } }\n", "outputs"),
    ("lints: { missing-text: off }\n", "rules"),
    ("levels: { missing-text: off }\n", "rules"),
    ("baseUrl: https://example.com\n", "base_url"),
    ("outputs: { ts: { path: gen } }\n", "typescript"),
    ("outputs: { rs: { path: gen } }\n", "rust"),
    ("outputs: { swagger: { path: gen } }\n", "openapi"),
    ("outputs: { rust: { dir: gen } }\n", "path"),
    ("outputs: { go: [{ out: gen }] }\n", "path"),
    ("rules: { missing-text: warning }\n", "warn"),
    ("rules: { missing-text: ignore }\n", "off"),
];

#[test]
fn each_other_word_in_settings_is_one_finding_with_the_right_word() {
    for (settings, meant) in WORDS {
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", settings)]);
        let run = folder.run(&["check", "--format", "concise"]);
        assert_eq!(run.status, 2, "{settings}{}{}", run.stdout, run.stderr);
        assert_eq!(run.stdout.lines().count(), 1, "{settings}{}", run.stdout);
        assert!(run.stdout.contains(&format!("help: did you mean `{meant}`?")), "{settings}{}", run.stdout);
    }
}
