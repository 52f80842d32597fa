//! Tests of `rules.yaml`: it is a valid catalog, the generated code is up to date, and the examples
//! are right.

use std::collections::BTreeSet;
use std::path::Path;

use errcat_build::diag::{Levels, Rule, concise};
use errcat_build::format::vocabulary::Level;
use errcat_build::model::Catalog;
use errcat_build::project::{Project, compare};
use errcat_build::source::Sources;
use errcat_build::value::Value;
use errcat_build::{analyze, analyze_with};

fn table() -> Catalog {
    let mut sources = Sources::default();
    sources.add("rules.yaml", errcat_build::RULES);
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

#[test]
fn the_enum_matches_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::open(folder).unwrap();
    let found = project.catalogs().unwrap();
    let compiled = analyze(&found.sources);
    assert!(compiled.findings.is_empty());
    for (path, tree) in project.outputs(&compiled.model, &found.sources) {
        assert_eq!(compare(&folder.join(path), &tree).unwrap(), [], "`errcat gen` in codegen/ writes it");
    }
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
fn every_rule_has_one_level_a_description_and_help() {
    for rule in Rule::ALL {
        let tags = rule.info().tags;
        let weights = ["deny", "warn", "off"].iter().filter(|weight| tags.contains(weight)).count();
        assert_eq!(weights, 1, "{rule}");
        assert!(rule.message().is_some() && rule.description().is_some(), "{rule}");
        assert!(!rule.info().help.is_empty(), "{rule}");
    }
}

#[test]
fn the_shipped_catalogs_have_no_findings_and_give_reasons_for_allow() {
    let project = Project::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
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
