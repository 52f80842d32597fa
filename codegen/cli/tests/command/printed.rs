//! Tests of `errcat print config`, `rules` and `completions`.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::folder::Folder;

const SETTINGS: &str = "\
catalogs: api
base_url: https://example.com/docs
outputs:
  rust: { path: src/codes, locales: [de] }
  json: { path: out/codes.json }
rules: { missing-help: warn }
";

fn parsed(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn settings_are_printed_with_their_defaults() {
    let folder = Folder::with(&[("errcat.yaml", SETTINGS)]);
    let run = folder.run(&["print", "config"]);
    let config = parsed(&run.stdout).remove(0);
    let keys: Vec<&String> = config.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["catalogs", "base_url", "outputs", "rules"]);
    assert_eq!(
        (&config["catalogs"], &config["base_url"]),
        (&json!("api"), &json!("https://example.com/docs/"))
    );
    let outputs = json!([
        { "kind": "rust", "path": "src/codes", "locales": ["de"] },
        { "kind": "json", "path": "out/codes.json" },
    ]);
    assert_eq!((&config["outputs"], run.status), (&outputs, 0));
    assert_eq!(
        (&config["rules"]["missing-help"], &config["rules"]["duplicate-code"]),
        (&json!("warn"), &json!("deny"))
    );

    let run = Folder::with(&[]).run(&["print", "config"]);
    let config = parsed(&run.stdout).remove(0);
    assert_eq!((&config["catalogs"], &config["outputs"]), (&json!("catalogs"), &json!([])));
    assert_eq!(config["rules"]["missing-help"], json!("off"));
}

#[test]
fn rules_are_printed_with_their_levels() {
    let folder = Folder::with(&[("errcat.yaml", SETTINGS), ("src/note", "")]);
    let run = folder.run_in("src", &["print", "rules"]);
    let rules = parsed(&run.stdout);
    let names: BTreeSet<&str> = rules.iter().filter_map(|rule| rule["rule"].as_str()).collect();
    assert_eq!((names.len(), run.status), (rules.len(), 0));
    for rule in &rules {
        let name = rule["rule"].as_str().expect("a name");
        let explained = folder.run(&["explain", name]).stdout;
        for key in ["default", "message", "description"] {
            assert!(explained.contains(rule[key].as_str().expect("a text")), "{name}: {key}");
        }
        let level = if name == "missing-help" { "warn" } else { rule["default"].as_str().expect("a level") };
        assert_eq!(rule["level"], json!(level), "{name}");
    }
    assert!(names.contains("unread-file") && names.contains("missing-help"));
}

const DENIED: &str = "\
    ambiguous-code code-format dangling-reference duplicate-code duplicate-fact duplicate-key \
    envelope ident-collision invalid-status ledger-rewritten mask-differs meaning-doubtful \
    missing-status reserved-ident reused-code stale-acceptance stale-output syntax undeclared-tag \
    unknown-key unknown-param unlisted-family unreachable-class unread-file unused-allow \
    unused-param vanished-code wrong-type";

const WARNED: &str = "\
    code-differs-by-case duplicate-message error-status hidden-blank lookalike-code missing-ledger \
    missing-params missing-text name-status-mismatch replacement-circle retry-without-hint \
    text-restates-code translation-missing translation-params unmasked-internal unregistered-status \
    unused-strip yaml-cut-text";

const OFF: &str = "\
    missing-help number-gap";

#[test]
fn rules_have_their_names_and_levels() {
    let rules = parsed(&Folder::with(&[]).run(&["print", "rules"]).stdout);
    for (level, expected) in [("deny", DENIED), ("warn", WARNED), ("off", OFF)] {
        let of_level = rules.iter().filter(|rule| rule["default"] == json!(level));
        let names: BTreeSet<&str> = of_level.filter_map(|rule| rule["rule"].as_str()).collect();
        assert_eq!(names, expected.split(' ').collect(), "{level}");
    }
}

#[test]
fn mistakes_in_settings_are_reported() {
    let folder = Folder::with(&[("errcat.yaml", "catalog: api\n")]);
    for what in ["config", "rules"] {
        let run = folder.run(&["print", what]);
        assert!(run.stdout.contains("error[unknown-key]"), "{}", run.stdout);
        assert_eq!(run.status, 2);
    }
}

#[test]
fn completions_name_every_command() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = folder.run(&["print", "completions", shell]);
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        for command in ["check", "rekey", "deny-warnings"] {
            assert!(run.stdout.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(folder.run(&["print", "completions", "csh"]).status, 2);
}
