//! Tests of the rules: they are a valid catalog, match the enum, and have valid examples.
//!
//! `UPDATE=1` updates the rows of the enum from `rules.yaml`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use errcat_build::unstable::diag::{Levels, Rule, concise};
use errcat_build::unstable::emit::rust::Rust;
use errcat_build::unstable::format::vocabulary::{Level, Term};
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::project::{Others, Project};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;
use errcat_build::unstable::{analyze, analyze_with};

fn table() -> Catalog {
    let mut sources = Sources::default();
    sources.add("rules.yaml", errcat_build::unstable::RULES);
    analyze(&sources).model.catalogs.remove(0)
}

/// Returns the rules that an example breaks.
fn broken(rule: &str, example: &Value) -> Vec<String> {
    let mut sources = Sources::default();
    match example {
        Value::Text(text) => drop(sources.add("catalogs/shop.yaml", text.as_str())),
        Value::Map(files) => {
            for (path, text) in files {
                let Value::Text(text) = text else { unreachable!("a file is a text") };
                sources.add(format!("catalogs/{path}"), text.as_str());
            }
        }
        other => unreachable!("an example is a text or a map, not {other:?}"),
    }
    // A rule that is off by default is turned on for its own examples.
    let mut levels = Levels::default();
    if let Some(rule) = Rule::from_code(rule).filter(|rule| levels.of(*rule) == Level::Off) {
        levels.set(rule, Level::Warn);
    }
    let findings = analyze_with(&sources, &levels).findings;
    findings.iter().map(|finding| concise(&sources, finding)).collect()
}

/// The start and end of the rows in the file of the enum.
const ROWS: (&str, &str) = ("\nrules! {\n", "}\n");

/// Returns the rows of the enum for `rules.yaml`.
fn rows(catalog: &Catalog) -> String {
    let literal = |text: &str| format!("{text:?}");
    let row = |error: &Error| {
        let tags: Vec<&str> = error.tags.iter().map(|tag| tag.value.as_str()).collect();
        let level = match tags[0] {
            "deny" => "Deny",
            "warn" => "Warn",
            "off" => "Off",
            other => unreachable!("`{other}` is no level"),
        };
        let is_final = if tags[1..] == ["final"] { " Final" } else { "" };
        assert!(tags.len() == 1 || !is_final.is_empty(), "tags of {}: {tags:?}", error.code.value);
        let help: Vec<String> = error.help.iter().map(|help| literal(help)).collect();
        format!(
            "    {} {} {level}{is_final}:\n        {}\n        {}\n        [{}]\n",
            error.ident.as_str(),
            literal(&error.code.value),
            literal(error.message.as_ref().map_or("", |message| &message.value)),
            literal(error.description.as_deref().unwrap_or_default()),
            help.join(", "),
        )
    };
    catalog.errors.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_rules_are_a_sound_catalog() {
    let mut sources = Sources::default();
    sources.add("rules.yaml", errcat_build::unstable::RULES);
    let findings = analyze(&sources).findings;
    let told: Vec<String> = findings.iter().map(|finding| concise(&sources, finding)).collect();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn the_rows_of_the_enum_are_those_of_the_catalog() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diag/rule.rs");
    let text = fs::read_to_string(&path).unwrap();
    let (head, rest) = text.split_once(ROWS.0).unwrap();
    let end = rest.find(&format!("\n{}", ROWS.1)).unwrap() + 1;
    let (written, tail) = rest.split_at(end);
    let rows = rows(&table());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, [head, ROWS.0, &rows, tail].concat()).unwrap();
        return;
    }
    assert!(written == rows, "run `UPDATE=1 cargo test -p errcat-build --test rules`");
}

#[test]
fn the_enum_says_what_the_catalog_says() {
    let table = table();
    assert_eq!(table.errors.len(), Rule::ALL.len());
    for (error, &rule) in table.errors.iter().zip(Rule::ALL) {
        let code = error.code.value.as_str();
        assert_eq!((rule.code(), rule.to_string().as_str()), (code, code));
        assert_eq!(Rule::from_code(code), Some(rule));
        assert_eq!(format!("{rule:?}"), error.ident.as_str());
        let tags: Vec<&str> = error.tags.iter().map(|tag| tag.value.as_str()).collect();
        assert_eq!(rule.level().as_str(), tags[0], "{rule}");
        assert_eq!(rule.is_final(), tags.contains(&"final"), "{rule}");
        assert_eq!(rule.message(), error.message.as_ref().unwrap().value);
        assert_eq!(Some(rule.description()), error.description.as_deref());
        assert_eq!(rule.help(), error.help);
    }
    assert_eq!(Rule::from_code("no-such-rule"), None);
}

#[test]
fn bad_examples_break_exactly_their_rule_and_good_ones_none() {
    let table = table();
    let mut checked = BTreeSet::new();
    for entry in &table.errors {
        let rule = entry.code.value.as_str();
        let example =
            |key: &str| entry.extensions.iter().find(|(known, _)| known == key).map(|(_, value)| value);
        let (Some(bad), Some(good)) = (example("x-bad"), example("x-good")) else {
            assert!(example("x-note").is_some(), "{rule} has neither examples nor a note");
            continue;
        };
        assert_eq!(broken(rule, good), Vec::<String>::new(), "the good example of {rule}");
        let findings = broken(rule, bad);
        assert_eq!(findings.len(), 1, "the bad example of {rule}: {findings:#?}");
        assert!(findings[0].contains(&format!("[{rule}]")), "the bad example of {rule}: {findings:#?}");
        checked.insert(rule);
    }
    assert!(checked.len() >= 32, "only {checked:?}");
}

#[test]
fn the_shipped_catalogs_have_no_findings_and_give_reasons_for_allow() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let project = Project::open(&root, &[&Rust], Others::Skipped).unwrap();
    let found = project.catalogs().unwrap();
    let compiled = project.analyze(&found.sources);
    let findings: Vec<String> =
        compiled.findings.iter().map(|finding| concise(&found.sources, finding)).collect();
    assert_eq!(findings, Vec::<String>::new());
    let errors = compiled.model.catalogs.iter().flat_map(|catalog| &catalog.errors);
    let reasons: Vec<&String> = errors.flat_map(|entry| &entry.allow).map(|(_, reason)| reason).collect();
    assert!(!reasons.is_empty(), "the catalogs allow nothing: this test reads the wrong ones");
    assert!(reasons.iter().all(|reason| reason.split(' ').count() > 2), "{reasons:#?}");
}
