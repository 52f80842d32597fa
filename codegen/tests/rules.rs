//! The table of rules is a catalog: sound by its own rules, generated afresh, and true in its examples.

use std::collections::BTreeSet;
use std::path::Path;

use errcat_build::diag::{Levels, Rule, concise};
use errcat_build::emit::rust::Rust;
use errcat_build::format::vocabulary::Level;
use errcat_build::model::Catalog;
use errcat_build::project::{Others, Project};
use errcat_build::source::Sources;
use errcat_build::value::Value;
use errcat_build::{analyze, analyze_with};

fn table() -> Catalog {
    let mut sources = Sources::default();
    sources.add("rules.yaml", errcat_build::RULES);
    analyze(&sources).model.catalogs.remove(0)
}

/// The rules that a catalog breaks, an example as the table writes it.
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
    // A rule that is off by default is switched on, only for its own examples.
    let mut levels = Levels::default();
    if let Some(rule) = Rule::from_code(rule).filter(|rule| levels.of(*rule) == Level::Off) {
        levels.set(rule, Level::Warn);
    }
    let findings = analyze_with(&sources, &levels).findings;
    findings.iter().map(|finding| concise(&sources, finding)).collect()
}

#[test]
fn the_enum_says_what_the_table_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::open(folder, &[&Rust], Others::Unknown).unwrap();
    let found = project.catalogs().unwrap();
    let compiled = analyze(&found.sources);
    assert!(compiled.findings.is_empty());
    let outputs = project.outputs(&compiled.model, &found.sources).unwrap();
    assert_eq!(outputs.len(), 1);
    let changes = outputs[0].compare(&folder.join(&outputs[0].folder)).unwrap();
    assert_eq!(changes, [], "`errcat gen` in codegen/ writes it");
}

#[test]
fn every_bad_example_breaks_its_rule_and_no_other_and_every_good_one_none() {
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
        let told = broken(rule, bad);
        assert_eq!(told.len(), 1, "the bad example of {rule}: {told:#?}");
        assert!(told[0].contains(&format!("[{rule}]")), "the bad example of {rule}: {told:#?}");
        checked.insert(rule);
    }
    assert!(checked.len() >= 32, "only {checked:?}");
}

#[test]
fn every_rule_has_one_weight_and_tells_why_and_what_to_do() {
    for rule in Rule::ALL {
        let tags = rule.info().tags;
        let weights = ["deny", "warn", "off"].iter().filter(|weight| tags.contains(weight)).count();
        assert_eq!(weights, 1, "{rule}");
        assert!(rule.message().is_some() && rule.description().is_some(), "{rule}");
        assert!(!rule.info().help.is_empty(), "{rule}");
    }
}

#[test]
fn the_shipped_catalogs_are_quiet_and_say_why_where_they_allow_something() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let project = Project::open(&root, &[&Rust], Others::Skipped).unwrap();
    let found = project.catalogs().unwrap();
    let compiled = project.analyze(&found.sources);
    let told: Vec<String> =
        compiled.findings.iter().map(|finding| concise(&found.sources, finding)).collect();
    assert_eq!(told, Vec::<String>::new());
    let errors = compiled.model.catalogs.iter().flat_map(|catalog| &catalog.errors);
    let reasons: Vec<&String> = errors.flat_map(|entry| &entry.allow).map(|(_, reason)| reason).collect();
    assert!(!reasons.is_empty(), "the catalogs allow nothing: this test reads the wrong ones");
    assert!(reasons.iter().all(|reason| reason.split(' ').count() > 2), "{reasons:#?}");
}
