//! Replays the published versions of real catalogs, and counts what is reported about each step.
#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use errcat_build::unstable::diag::Findings;
use errcat_build::unstable::diff::{Change, Gate, changes, describe, grouped, in_groups};
use errcat_build::unstable::format::vocabulary::{ChangeRule, Term};
use errcat_build::unstable::ledger::{Ledger, Promise, next};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax::read_ledger;
use errcat_build::unstable::text::case;
use serde_json::{Value, json};

/// A history: the rows of each version, as indices into all rows.
struct History {
    rows: Vec<Promise>,
    versions: Vec<Vec<usize>>,
}

impl History {
    fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/histories/{name}.jsonl"));
        let text = fs::read_to_string(path).unwrap();
        let key = |row: &Value| {
            let text = |key: &str| row[key].as_str().unwrap_or("main").to_owned();
            (text("code"), text("family"))
        };
        let (mut rows, mut current, mut versions) = (Vec::new(), BTreeMap::new(), Vec::new());
        for line in text.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            if let Some(row) = line.get("set") {
                current.insert(key(row), rows.len());
                rows.push(promise(&key(row), row));
            } else if let Some(row) = line.get("gone") {
                current.remove(&key(row)).unwrap();
            } else if !current.is_empty() {
                versions.push(current.values().copied().collect());
            }
        }
        versions.push(current.into_values().collect());
        Self { rows, versions }
    }

    /// Returns the changes of every step, each after a release of the version before.
    fn steps(&self, name: &str) -> Vec<Vec<Change>> {
        let state = |version: usize| Ledger {
            version: Some(format!("1.{version}.0")),
            promises: self.versions[version].iter().map(|row| self.rows[*row].clone()).collect(),
            ..head()
        };
        let mut released = next(None, &state(0));
        let step = |version: usize| {
            let now = state(version);
            let changes = changes(name, &released, &now);
            released = next(Some(&released), &now);
            changes
        };
        (1..self.versions.len()).map(step).collect()
    }
}

/// Reads a ledger with one line more than its header.
fn read(file: &str, line: &str) -> Ledger {
    let head = r#"{"errcat":1,"version":"1.0.0","type":"string","unique":"catalog","status":"optional"}"#;
    let mut sources = Sources::default();
    let file = sources.add(file, format!("{head}\n{line}\n"));
    let mut findings = Findings::default();
    let ledger = read_ledger(&sources, file, &mut findings);
    assert!(findings.is_empty(), "{findings:#?}");
    ledger
}

fn head() -> Ledger {
    read("errcat.lock", "")
}

/// Reads a row as a line of a ledger.
fn promise((code, family): &(String, String), row: &Value) -> Promise {
    let ident = row["name"].as_str().map_or_else(|| case::of_code(code), case::upper_camel);
    let mut line =
        json!({ "code": code, "family": family, "first": "1.0.0", "state": "active", "ident": ident });
    for key in ["name", "status", "message", "description"] {
        if !row[key].is_null() {
            line[key] = row[key].clone();
        }
    }
    read("errcat.lock", &line.to_string()).promises.remove(0)
}

/// Returns how often each rule is reported in all steps of a history.
fn counts(name: &str) -> (usize, BTreeMap<&'static str, usize>) {
    let steps = History::read(name).steps(name);
    let mut counts = BTreeMap::new();
    for change in steps.iter().flatten() {
        *counts.entry(change.rule.as_str()).or_default() += 1;
    }
    (steps.len(), counts)
}

/// The columns of the table in the documentation.
const COLUMNS: [(&str, &[ChangeRule]); 9] = [
    ("added", &[ChangeRule::CodeAdded]),
    ("removed", &[ChangeRule::CodeRemoved]),
    ("another code", &[ChangeRule::CodeRekeyed]),
    ("another family", &[ChangeRule::FamilyMoved]),
    ("another name", &[ChangeRule::NameChanged]),
    ("another text", &[ChangeRule::TextChanged]),
    ("another status", &[ChangeRule::StatusChanged]),
    ("doubtful", &[ChangeRule::MeaningDoubtful]),
    ("another meaning, given away", &[ChangeRule::MeaningChanged, ChangeRule::CodeReused]),
];

#[test]
fn the_documentation_has_the_counts_of_all_histories() {
    let head: Vec<&str> = COLUMNS.iter().map(|(title, _)| *title).collect();
    let mut table = format!("| catalog | steps | {} |\n|---|{}\n", head.join(" | "), "---:|".repeat(10));
    for name in ["botocore", "csghub", "pd", "pg_sqlstate", "pylint", "tiflow", "tiflow_dm"] {
        let (steps, counts) = counts(name);
        let shown: Vec<&str> =
            COLUMNS.iter().flat_map(|(_, rules)| rules.iter()).map(|rule| rule.as_str()).collect();
        assert!(counts.keys().all(|rule| shown.contains(rule)), "{name}: {counts:?}");
        let count = |rules: &[ChangeRule]| -> usize {
            rules.iter().filter_map(|rule| counts.get(rule.as_str())).sum()
        };
        let row: Vec<String> = COLUMNS.iter().map(|(_, rules)| count(rules).to_string()).collect();
        table.push_str(&format!("| {name} | {steps} | {} |\n", row.join(" | ")));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/evolution.md");
    let text = fs::read_to_string(&path).unwrap();
    let (start, end) = ("<!-- counts -->\n", "<!-- end of counts -->");
    let (before, rest) = text.split_once(start).unwrap();
    let (known, after) = rest.split_once(end).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{before}{start}{table}{end}{after}")).unwrap();
    }
    assert_eq!(known, table);
}

#[test]
fn codes_that_are_words_cause_no_false_alarm() {
    for (name, versions, removed) in [("botocore", 14, 6), ("tiflow", 178, 266), ("pd", 89, 25)] {
        let (steps, counts) = counts(name);
        assert_eq!((steps, counts["code-removed"]), (versions, removed), "{name}");
        for rule in ["meaning-changed", "meaning-doubtful", "code-reused"] {
            assert_eq!(counts.get(rule), None, "{name}: {counts:?}");
        }
    }
}

#[test]
fn numbers_are_refused_only_where_they_were_given_away() {
    let refused = |name: &str| {
        let steps = History::read(name).steps(name);
        let never = steps.into_iter().flatten().filter(|change| change.gate == Gate::Never);
        never.map(|change| format!("{} {}", change.rule.as_str(), describe(&change))).collect::<Vec<_>>()
    };
    let given_away = [
        "code-reused `W1601` was released as `apply-builtin` and now means `using-f-string-in-unsupported-version`",
        "code-reused `W1602` was released as `basestring-builtin` and now means `using-final-decorator-in-unsupported-version`",
        "code-reused `E0705` was released as `try-except-raise` and now means `bad-exception-cause`",
    ];
    assert_eq!(refused("pylint"), given_away);
    assert_eq!(refused("pg_sqlstate"), [""; 0]);
    assert_eq!(refused("tiflow_dm"), [""; 0]);
}

#[test]
fn every_move_of_csghub_is_reported_once() {
    let steps = History::read("csghub").steps("csghub");
    assert_eq!(steps.len(), 22);
    let mut groups = Vec::new();
    for changes in &steps {
        for group in in_groups(changes) {
            if group.len() > 1 || group.first().is_some_and(|change| change.gate != Gate::Free) {
                groups.push((group.len(), group[0].rule, grouped(&group).0));
            }
        }
    }
    let shift = "22 codes from `GIT-ERR-13` on moved up by 2: `GIT-ERR-15` is what `GIT-ERR-13` was";
    assert_eq!(groups.len(), 3, "{groups:#?}");
    assert!(groups.contains(&(22, ChangeRule::MeaningChanged, shift.to_owned())), "{groups:#?}");
    assert!(groups.iter().any(|(count, rule, _)| (*count, *rule) == (10, ChangeRule::CodeRemoved)));
    assert!(groups.iter().any(|(count, rule, _)| (*count, *rule) == (2, ChangeRule::CodeRekeyed)));
}

#[test]
fn many_codes_are_compared() {
    let row = |at: usize| json!({ "code": format!("E-{at}"), "name": format!("error{at}"), "message": format!("Text {at}.") });
    let rows: Vec<Promise> =
        (0..50).map(|at| promise(&(format!("E-{at}"), "main".to_owned()), &row(at))).collect();
    let many = |count: usize| {
        let line = |at: usize| {
            let (code, name) = (format!("E-{at}"), Some(format!("error{at}")));
            Promise { code, name, ident: format!("Error{at}"), ..rows[at % rows.len()].clone() }
        };
        Ledger { promises: (0..count).map(line).collect(), ..head() }
    };
    let (old, new) = (many(10_000), many(10_100));
    assert_eq!(changes("many", &old, &new).len(), 100);
}
