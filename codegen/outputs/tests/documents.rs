//! Tests that `docs/format.md` and `docs/rules.md` match the tables, and that their examples are
//! valid.
//!
//! `UPDATE=1 cargo test -p errcat-outputs --test documents` updates the generated parts.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use errcat_build::unstable::diag::concise;
use errcat_build::unstable::format::keys::{Key, MAPS, Map, Others, VARIANT};
use errcat_build::unstable::model::Error;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;
use errcat_build::unstable::{RULES, analyze};

#[test]
fn the_reference_lists_every_key() {
    let (ledgers, files): (Vec<&Map>, Vec<&Map>) =
        MAPS.into_iter().partition(|map| matches!(map.others, Others::Refused));
    let keys: String =
        files.into_iter().chain(errcat_outputs::keys()).chain(ledgers).map(about_map).collect();
    assert_fresh("format.md", "keys", &keys);
}

#[test]
fn the_page_of_rules_lists_every_rule() {
    let mut sources = Sources::default();
    sources.add("rules.yaml", RULES);
    let rules = analyze(&sources).model.catalogs.remove(0).errors;
    let rules: String = rules.iter().map(about_rule).collect();
    assert_fresh("rules.md", "rules", &rules);
}

#[test]
fn every_catalog_of_the_tutorial_is_sound() {
    let page = fs::read_to_string(path("format.md")).unwrap();
    let (tutorial, _) = page.split_once("\n## Keys\n").unwrap();
    let mut projects = 0;
    for section in tutorial.split("\n### ").skip(1) {
        let title = section.lines().next().unwrap();
        let mut sources = Sources::default();
        for block in section.split("```yaml\n").skip(1) {
            let (text, _) = block.split_once("```").unwrap();
            let name = text.lines().next().unwrap().strip_prefix("# ");
            let name = name.unwrap_or_else(|| panic!("{title}: an example without the name of its file"));
            if name.starts_with("catalogs/") {
                sources.add(name, text);
            }
        }
        let analysis = analyze(&sources);
        let findings: Vec<String> =
            analysis.findings.iter().map(|finding| concise(&sources, finding)).collect();
        assert_eq!(findings, Vec::<String>::new(), "{title}");
        projects += usize::from(!analysis.model.catalogs.is_empty());
    }
    assert!(projects >= 9, "only {projects} examples were found");
}

/// Compares the part of a page between two markers with the expected text, or updates it.
fn assert_fresh(page: &str, part: &str, expected: &str) {
    let path = path(page);
    let text = fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- generated: {part} -->\n"), "<!-- end generated -->\n");
    let (before, rest) = text.split_once(&begin).unwrap();
    let (actual, after) = rest.split_once(end).unwrap();
    let note = "<!-- `UPDATE=1 cargo test -p errcat-outputs --test documents` writes this part. -->\n";
    let expected = format!("{note}\n{}\n", expected.trim_end());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{before}{begin}{expected}{end}{after}")).unwrap();
        return;
    }
    assert!(
        actual == expected,
        "docs/{page} is stale: UPDATE=1 cargo test -p errcat-outputs --test documents"
    );
}

fn path(page: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("../../docs").join(page)
}

fn about_map(map: &Map) -> String {
    let mut text = format!("### {}\n\n{}\n", map.name, wrapped(map.doc));
    // The keys of a variant are those of an error.
    let keys = if map.name == VARIANT.name { &[] } else { map.keys };
    for key in keys {
        text.push_str(&about_key(map, key));
    }
    text + "\n"
}

fn about_key(map: &Map, key: &Key) -> String {
    let mut text = format!("\n#### `{}.{}`\n\n{}\n\n", map.name, key.name, wrapped(key.doc));
    if !key.notes.is_empty() {
        write!(text, "{}\n\n", wrapped(key.notes)).unwrap();
    }
    let mut facts = vec![format!("Type: {}", key.kind.describe())];
    facts.extend(key.kind.words().map(|words| format!("words: `{}`", words.join("`, `"))));
    facts.push(if key.required { "required" } else { "optional" }.to_owned());
    if !key.default.is_empty() {
        facts.push(format!("default: `{}`", key.default));
    }
    if key.inherited && map.name == "error" {
        facts.push("inherited from `defaults`".to_owned());
    }
    if key.since > 1 {
        facts.push(format!("since format version {}", key.since));
    }
    write!(text, "{}\n\n```yaml\n{}\n```\n", wrapped(&(facts.join("; ") + ".")), key.example_line()).unwrap();
    text
}

fn about_rule(rule: &Error) -> String {
    let tagged = |tag: &str| rule.tags.iter().any(|known| known.value == tag);
    let level = ["deny", "warn", "off"].into_iter().find(|level| tagged(level)).unwrap();
    let mut text = format!("## {}\n\n", rule.code.value);
    let silence = if tagged("final") { "; cannot be allowed" } else { "" };
    write!(text, "Level: `{level}`{silence}.\n\n").unwrap();
    for paragraph in [rule.message.as_ref().map(|text| &text.value), rule.description.as_ref()] {
        write!(text, "{}\n\n", wrapped(paragraph.unwrap())).unwrap();
    }
    for help in &rule.help {
        writeln!(text, "{}", wrapped(&format!("* {help}")).replace('\n', "\n  ")).unwrap();
    }
    text.push('\n');
    for (title, key) in [("Bad", "x-bad"), ("Good", "x-good")] {
        match rule.extensions.iter().find(|(known, _)| known == key).map(|(_, value)| value) {
            Some(Value::Text(example)) => write!(text, "{title}:\n\n```yaml\n{example}```\n\n").unwrap(),
            Some(Value::Map(files)) => {
                write!(text, "{title}:\n\n").unwrap();
                for (path, example) in files {
                    let Value::Text(example) = example else {
                        panic!("{path} of {} is no text", rule.code.value)
                    };
                    write!(text, "```yaml\n# catalogs/{path}\n{example}```\n\n").unwrap();
                }
            }
            _ => {}
        }
    }
    if let Some((_, Value::Text(note))) = rule.extensions.iter().find(|(key, _)| key == "x-note") {
        write!(text, "{}\n\n", wrapped(note.trim())).unwrap();
    }
    text
}

/// Wraps a text at 100 columns.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= 100 {
            write!(line, " {word}").unwrap();
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}
