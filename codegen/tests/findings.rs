//! Tests of all findings. Each rule has cases in `findings/RULE/CASE/`, which contain catalogs and
//! the expected findings.
//!
//! `UPDATE=1` updates the expected findings. Cases named `ok-…` have no findings. Warnings of other
//! rules are ignored, so that catalogs stay short. A file `….yaml.escaped` contains bytes that
//! editors change: `\xNN` is a byte, `\u{…}` a character, and `\\` a backslash.
#![cfg(all(feature = "human", feature = "json"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod fixtures;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use errcat_build::unstable::diag::{Finding, Human, Levels, Rule, Severity, concise, human, json};
use errcat_build::unstable::emit::rust::Rust;
use errcat_build::unstable::format::vocabulary::Level;
use errcat_build::unstable::project::{Others, Project, find};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::reveal::{is_hidden, reveal};
use errcat_build::unstable::{analyze, analyze_with};
use errcat_edit::fix::{Outcome, fix};
use errcat_edit::offer;
use fixtures::{add, entries};
use serde_json::Value;

/// A case: its rule, its folder, and its findings.
struct Case {
    rule: String,
    folder: PathBuf,
    sources: Sources,
    /// The levels in the `errcat.yaml` of the case, if any.
    levels: Levels,
    findings: Vec<Finding>,
}

impl Case {
    fn name(&self) -> String {
        format!("{}/{}", self.rule, self.folder.file_name().unwrap().to_str().unwrap())
    }

    fn is_ok(&self) -> bool {
        self.folder.file_name().unwrap().to_str().unwrap().starts_with("ok-")
    }
}

#[test]
fn every_case_reports_what_is_expected() {
    let mut wrong = Vec::new();
    for case in cases() {
        wrong.extend(check(&case).err());
    }
    assert!(wrong.is_empty(), "{}\n(UPDATE=1 accepts the new reports)", wrong.join("\n\n"));
}

/// Compares the findings of a case with the expected ones, or updates them.
fn check(case: &Case) -> Result<(), String> {
    let text: String = case
        .findings
        .iter()
        .map(|finding| human(&case.sources, finding, Human::default()) + "\n\n")
        .collect();
    let lines: String = case.findings.iter().map(|finding| json(&case.sources, finding) + "\n").collect();
    let reports = [("expected.txt", text), ("expected.jsonl", lines), ("expected.fixed", fixed(case))];
    if case.is_ok() {
        let stray = reports.iter().any(|(file, _)| case.folder.join(file).exists());
        return match (case.findings.is_empty(), stray) {
            (true, false) => Ok(()),
            (true, true) => Err(format!("{} has no findings, so it needs no expectations", case.name())),
            (false, _) => Err(format!("{} should have no findings, but:\n{}", case.name(), reports[0].1)),
        };
    }
    if case.findings.is_empty() {
        return Err(format!("{} reports nothing", case.name()));
    }
    let accept = std::env::var_os("UPDATE").is_some();
    for (file, actual) in reports {
        let path = case.folder.join(file);
        if accept && actual.is_empty() {
            drop(fs::remove_file(&path));
            continue;
        }
        if accept {
            fs::write(&path, actual).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected != actual {
            let name = case.name();
            return Err(format!("{name}: {file} differs\n--- expected\n{expected}--- reported\n{actual}"));
        }
    }
    Ok(())
}

/// The rule about outputs. Catalogs alone cannot break it, so the tests of the command cover it.
const ELSEWHERE: [&str; 2] = ["stale-output", "ledger-rewritten"];

#[test]
fn every_rule_has_cases_and_they_break_it() {
    let mut broken: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let cases = cases();
    for case in &cases {
        let rules = broken.entry(case.rule.clone()).or_default();
        rules.extend(case.findings.iter().map(|finding| finding.rule.code()));
    }
    for (folder, rules) in &broken {
        assert!(rules.contains(folder.as_str()), "no case of `{folder}` breaks the rule, only {rules:?}");
    }
    let folders: BTreeSet<&str> = broken.keys().map(String::as_str).collect();
    let rules: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    let elsewhere = BTreeSet::from(ELSEWHERE);
    assert_eq!(folders, &rules - &elsewhere, "the folders are the rules");
    for rule in folders {
        assert!(
            cases.iter().any(|case| case.rule == rule && case.is_ok()),
            "`{rule}` has no case without findings"
        );
    }
}

#[test]
fn fixes_fix_exactly_the_marked_findings() {
    let mut fixes = 0;
    for case in cases() {
        let Outcome { sources, fixed, left } = fix_all(&case.sources, &case.levels);
        let name = case.name();
        fixes += fixed.len();
        let again = fix_all(&sources, &case.levels);
        assert!(again.fixed.is_empty(), "{name}: a second run fixes more: {:?}", again.fixed);
        assert_eq!(again.left.len(), left.len(), "{name}");
        let rest = analyze_with(&sources, &case.levels).findings;
        assert_eq!(rest.fixable(), left.len(), "{name}: marked findings are fixed or left with a reason");
        for file in sources.ids() {
            let (old, new) = (case.sources.text(file), sources.text(file));
            let line_ends = |text: &str| text.matches('\n').count() - text.matches("\r\n").count();
            assert!(!old.contains("\r\n") || line_ends(new) <= line_ends(old), "{name}: line ends changed");
            let comments = |text: &str| {
                let whole = text.lines().map(str::trim).filter(|line| line.starts_with('#'));
                whole.map(str::to_owned).collect::<Vec<_>>()
            };
            assert_eq!(comments(old), comments(new), "{name}: comments are kept");
        }
    }
    assert!(fixes > 50, "only {fixes} fixes were made");
}

#[test]
fn every_rule_runs_over_every_case_and_every_span_is_valid() {
    let mut levels = Levels::default();
    for rule in Rule::ALL {
        levels.set(*rule, Level::Deny);
    }
    let cases = cases();
    let mut broken = BTreeSet::new();
    for case in &cases {
        for finding in &analyze_with(&case.sources, &levels).findings {
            assert_eq!(finding.severity(), Severity::Error, "{}", case.name());
            for label in std::iter::once(&finding.primary).chain(&finding.related) {
                let text = case.sources.text(label.span.file);
                let range = label.span.start as usize..label.span.end as usize;
                assert!(text.get(range).is_some(), "{}: {finding:?}", case.name());
            }
            broken.insert(finding.rule);
        }
    }
    let checked: BTreeSet<Rule> = errcat_build::unstable::lint::rules().collect();
    let unbroken: Vec<_> = checked.difference(&broken).collect();
    assert!(unbroken.is_empty(), "no case breaks {unbroken:?}");
}

#[test]
fn findings_are_sorted_by_file_and_location() {
    for case in cases() {
        let places: Vec<_> = case
            .findings
            .iter()
            .map(|finding| {
                let span = finding.primary.span;
                (span.file, case.sources.start(span))
            })
            .collect();
        assert!(places.is_sorted(), "{}: {places:?}", case.name());
    }
}

#[test]
fn no_mistake_is_reported_twice() {
    for case in cases() {
        let mut reported = BTreeSet::new();
        for finding in &case.findings {
            let line = concise(&case.sources, finding);
            assert!(reported.insert(line.clone()), "{} reports twice: {line}", case.name());
        }
    }
}

#[test]
fn every_mistake_of_the_format_says_what_to_do() {
    for case in cases() {
        for finding in &case.findings {
            let line = concise(&case.sources, finding);
            let is_of_format = matches!(finding.rule, Rule::Syntax | Rule::UnknownKey | Rule::WrongType);
            assert!(!is_of_format || finding.help.is_some(), "{} helps nobody: {line}", case.name());
            assert!(!line.contains("Unnamed"), "{} shows a made-up name: {line}", case.name());
            // Only a mistake that no fixture has may get these words.
            assert!(!finding.message.contains("not valid YAML"), "{} explains nothing: {line}", case.name());
        }
    }
}

#[test]
fn reports_contain_no_hidden_characters() {
    for case in cases() {
        for finding in &case.findings {
            let report = human(&case.sources, finding, Human::default());
            // Characters that control terminals or make texts look alike.
            let hidden = |c: char| c != '\n' && is_hidden(c);
            assert!(!report.contains(hidden), "{}: {:?}", case.name(), report);
        }
    }
}

#[test]
fn two_mistakes_in_one_file_are_both_reported() {
    let mistakes = [
        ("unknown-key", "{ mesage: x }"),
        ("duplicate-key", "{ message: x, message: y }"),
        ("wrong-type", "{ message: [x] }"),
        ("syntax", "foo: bar"),
        ("syntax", "&anchor x"),
        ("reserved-ident", "{ ident: lower }"),
        ("invalid-status", "{ status: 1000 }"),
        ("unknown-param", "{ message: \"{x}\", params: {} }"),
    ];
    for (first, one) in mistakes {
        for (second, other) in mistakes {
            let mut sources = Sources::default();
            let text = format!("errcat: 1\ntitle: Shop API\nerrors:\n  a: {one}\n  b: fine\n  c: {other}\n");
            let file = sources.add("catalogs/shop.yaml", text);
            let findings = analyze(&sources).findings;
            for (rule, line) in [(first, 4), (second, 6)] {
                let reported = findings.iter().any(|finding| {
                    let span = finding.primary.span;
                    (finding.rule.code(), span.file, sources.start(span).line) == (rule, file, line)
                });
                assert!(reported, "`{one}` and `{other}`: {rule} in line {line} is not reported");
            }
        }
    }
}

#[test]
fn json_lines_have_the_documented_keys_and_valid_locations() {
    for case in cases() {
        for finding in &case.findings {
            let lines = json(&case.sources, finding);
            assert_eq!(lines.lines().count(), finding.members.len().max(1), "one line per error: {lines}");
            let line = lines.lines().next().unwrap();
            let object: Value = serde_json::from_str(line).unwrap();
            let keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
            let mut documented =
                vec!["v", "rule", "severity", "path", "start", "end", "message", "help", "related", "fix"];
            if finding.about.is_some() {
                documented.extend(["catalog", "family", "code", "group"]);
            }
            assert_eq!(keys, documented, "{}", case.name());
            assert_eq!(object["v"], 1);
            assert_eq!(object["severity"], finding.severity().as_str());
            assert!(!object["message"].as_str().unwrap().is_empty());
            assert!(object["help"].is_string() || object["help"].is_null());
            let (start, end) = (place(&object["start"]), place(&object["end"]));
            assert!(start <= end, "{}: {line}", case.name());
            assert_exists(&case, object["path"].as_str().unwrap(), start);
            assert_exists(&case, object["path"].as_str().unwrap(), end);
            for related in object["related"].as_array().unwrap() {
                let keys: Vec<&str> = related.as_object().unwrap().keys().map(String::as_str).collect();
                assert_eq!(keys, ["path", "line", "col", "message"], "{}", case.name());
                assert_exists(&case, related["path"].as_str().unwrap(), place(related));
            }
        }
    }
}

fn place(object: &Value) -> (usize, usize) {
    let number = |key: &str| usize::try_from(object[key].as_u64().unwrap()).unwrap();
    (number("line"), number("col"))
}

/// Asserts that a position is in the file, or directly after the last character of a line.
fn assert_exists(case: &Case, path: &str, (line, column): (usize, usize)) {
    let file = case.sources.ids().find(|&file| case.sources.path(file) == path).unwrap();
    let text = case.sources.text(file).split('\n').nth(line - 1);
    let length = text.map(|line| line.chars().count());
    assert!(
        length.is_some_and(|length| (1..=length + 1).contains(&column)),
        "{}: {path}:{line}:{column}",
        case.name()
    );
}

#[test]
fn the_short_form_is_one_line_that_an_editor_can_follow() {
    for case in cases() {
        for finding in &case.findings {
            let line = concise(&case.sources, finding);
            let span = finding.primary.span;
            let (path, at) = (case.sources.path(span.file), case.sources.start(span));
            let severity = finding.severity().as_str();
            let beginning = format!("{path}:{at}: {severity}[{}]: ", finding.rule.code());
            assert!(line.starts_with(&beginning), "{}: {line}", case.name());
            assert!(!line.chars().any(char::is_control), "{}: {line}", case.name());
        }
    }
}

/// Returns all cases, sorted by path.
fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let mut cases = Vec::new();
    for rule in entries(&root) {
        for folder in entries(&rule) {
            let rule = rule.file_name().unwrap().to_str().unwrap().to_owned();
            let mut sources = Sources::default();
            if rule == Rule::UnreadFile.code() {
                // Which files are read depends on where they are found.
                sources = find(&folder, &["catalogs".into()]).unwrap().sources;
            } else {
                add(&mut sources, &folder, &folder.join("catalogs"));
            }
            let relevant =
                |finding: &&Finding| finding.severity() == Severity::Error || finding.rule.code() == rule;
            let levels = levels(&folder);
            let mut findings = analyze_with(&sources, &levels).findings;
            offer(&sources, &mut findings);
            let findings = findings.iter().filter(relevant).cloned().collect();
            cases.push(Case { rule, folder, sources, levels, findings });
        }
    }
    assert!(!cases.is_empty(), "there are no cases");
    cases
}

/// Returns the levels of a case.
fn levels(folder: &Path) -> Levels {
    if !folder.join("errcat.yaml").exists() {
        return Levels::default();
    }
    match Project::open(folder, &[&Rust], Others::Unknown) {
        Ok(project) => project.settings.levels,
        Err(error) => panic!("{}: {error:?}", folder.display()),
    }
}

/// Returns the files that `--fix` changes, and the findings that it leaves.
fn fixed(case: &Case) -> String {
    let Outcome { sources, left, .. } = fix_all(&case.sources, &case.levels);
    let mut text = String::new();
    for file in sources.ids().filter(|file| sources.text(*file) != case.sources.text(*file)) {
        text.push_str(&format!("=== {}\n", sources.path(file)));
        for line in sources.text(file).split_terminator('\n') {
            text.push_str(&reveal(line));
            text.push('\n');
        }
    }
    for left in left {
        text.push_str(&format!(
            "=== left: {}:{} [{}] {}\n",
            left.path,
            left.place,
            left.rule.code(),
            left.message
        ));
    }
    text
}

fn fix_all(sources: &Sources, levels: &Levels) -> Outcome {
    fix(sources, |sources| {
        let mut findings = analyze_with(sources, levels).findings;
        offer(sources, &mut findings);
        findings
    })
}
