//! Tests of all report formats, with a catalog full of characters that are special in one of them.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;

use serde_json::Value;

use crate::folder::Folder;

const PATH: &str = "catalogs/my shop,50%/shop.yaml";

/// Returns a catalog with twelve errors and twelve warnings, and text that is special in each
/// format.
fn hostile() -> Folder {
    let mut text = "errcat: 1\ntitle: Shop API\nerrors:\n".to_owned();
    for number in 0..12 {
        text.push_str(&format!("  e{number}: {{ message: É text {number}., status: 465 }}\n"));
    }
    for number in 0..12 {
        let key = "a\\n::error::b\\r\\e[31m\\u202e<&>\\\"'%0A]]>";
        text.push_str(&format!("  W{number}: {{ \"{key}\": 1, message: Another text {number}. }}\n"));
    }
    Folder::with(&[(PATH, &text)])
}

fn report(folder: &Folder, format: &str) -> String {
    let run = folder.run(&["check", "--format", format]);
    assert_eq!(run.status, 1, "{format}: {}", run.stderr);
    let hidden = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    assert!(!run.stdout.contains(hidden), "{format}: {}", run.stdout.escape_debug());
    assert!(!run.stdout.contains(folder.path().to_str().expect("a path")), "{format}: an absolute path");
    run.stdout
}

fn parsed(folder: &Folder, format: &str) -> Value {
    serde_json::from_str(&report(folder, format)).expect("JSON")
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v Vec<Value> {
    value.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("{pointer} of {value}"))
}

fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer} of {value}"))
}

#[test]
fn concise_shows_every_finding_and_human_the_first_three_of_a_rule() {
    let folder = hostile();
    let human = report(&folder, "human");
    assert_eq!(human.matches("error[unknown-key]: ").count(), 3);
    assert_eq!(human.matches("warning[unregistered-status]: ").count(), 3);
    for rule in ["unknown-key", "unregistered-status"] {
        let more = format!("\nand 9 more [{rule}] in {PATH} (`--format concise` lists all)\n");
        assert!(human.contains(&more), "{human}");
    }
    assert!(human.contains(&format!(" --> {PATH}:4:37\n")), "{human}");
    let concise = report(&folder, "concise");
    assert_eq!(concise.lines().count(), 24);
    assert!(concise.lines().all(|line| line.starts_with(&format!("{PATH}:"))), "{concise}");
}

#[test]
fn json_has_one_object_per_finding() {
    let lines = report(&hostile(), "json");
    assert_eq!(lines.lines().count(), 24);
    for line in lines.lines() {
        let finding: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!((text(&finding, "/path"), &finding["v"]), (PATH, &Value::from(1)));
    }
}

#[test]
fn json_contains_the_fix() {
    let folder = Folder::with(&[(
        "catalogs/shop.yaml",
        "errcat: 1\ntitle: Shop API\nerrors:\n  a: { since: É, mesage: x }\n",
    )]);
    let finding: Value = serde_json::from_str(&report(&folder, "json")).expect("JSON");
    let fix = serde_json::json!({
        "message": "write `message`",
        "edits": [{ "start": { "line": 4, "col": 18 }, "end": { "line": 4, "col": 24 }, "text": "message" }],
    });
    assert_eq!(finding["fix"], fix);
    let sarif = parsed(&folder, "sarif");
    let fix = serde_json::json!([{
        "description": { "text": "write `message`" },
        "artifactChanges": [{
            "artifactLocation": { "uri": "catalogs/shop.yaml", "uriBaseId": "PROJECT" },
            "replacements": [{
                "deletedRegion": { "startLine": 4, "startColumn": 18, "endLine": 4, "endColumn": 24 },
                "insertedContent": { "text": "message" },
            }],
        }],
    }]);
    assert_eq!(list(&sarif, "/runs/0/results")[0]["fixes"], fix);
    let rdjson = parsed(&folder, "rdjson");
    // Columns of reviewdog count bytes.
    let range =
        serde_json::json!({ "start": { "line": 4, "column": 19 }, "end": { "line": 4, "column": 25 } });
    let diagnostic = &list(&rdjson, "/diagnostics")[0];
    assert_eq!(diagnostic["suggestions"], serde_json::json!([{ "range": range, "text": "message" }]));
}

#[test]
fn github_gets_ten_errors_ten_warnings_a_notice_and_the_rest_in_the_log() {
    let text = report(&hostile(), "github");
    let (lines, log): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with("::"));
    assert_eq!((lines.len(), log.len()), (21, 4));
    assert!(text.ends_with(&format!("{}\n", log.join("\n"))), "the log comes last");
    let rules = [
        "error[unknown-key]",
        "error[unknown-key]",
        "warning[unregistered-status]",
        "warning[unregistered-status]",
    ];
    for (line, rule) in log.iter().zip(rules) {
        assert!(line.starts_with(&format!("{PATH}:")) && line.contains(rule), "{line}");
        assert!(!line.contains("::") && !line.contains("##["), "{line}");
    }
    for (index, line) in lines.iter().enumerate() {
        let command = ["::error ", "::warning ", "::notice "][index / 10];
        assert!(line.starts_with(command), "{line}");
        let (properties, message) = line[command.len()..].split_once("::").expect("a message");
        assert!(!message.contains("::"), "{line}");
        if index < 20 {
            let names: Vec<&str> = properties.split(',').filter_map(|one| one.split('=').next()).collect();
            assert_eq!(names, ["file", "line", "endLine", "col", "endColumn", "title"], "{line}");
            assert!(properties.starts_with("file=catalogs/my shop%2C50%25/shop.yaml,line="), "{line}");
        }
    }
    assert!(
        lines[0].contains("%0A%3A%3Aerror%3A%3Ab") || lines[0].contains("\\n%3A%3Aerror%3A%3Ab"),
        "{}",
        lines[0]
    );
    assert!(lines[20].contains("4 more findings"), "{}", lines[20]);
}

#[test]
fn github_gets_no_notice_if_nothing_is_left_out() {
    let folder =
        Folder::with(&[("catalogs/shop.yaml", "errcat: 1\ntitle: Shop API\nerrors:\n  a: { mesage: x }\n")]);
    assert_eq!(report(&folder, "github").lines().count(), 1);
}

#[test]
fn gitlab_gets_a_list_with_unique_fingerprints() {
    let report = parsed(&hostile(), "gitlab");
    let issues = list(&report, "");
    let fingerprints: BTreeSet<&str> = issues.iter().map(|issue| text(issue, "/fingerprint")).collect();
    assert_eq!((issues.len(), fingerprints.len()), (24, 24));
    for issue in issues {
        assert_eq!(text(issue, "/location/path"), PATH);
        assert!(issue.pointer("/location/lines/begin").is_some_and(Value::is_u64), "{issue}");
        assert!(["major", "minor"].contains(&text(issue, "/severity")), "{issue}");
        assert!(!text(issue, "/description").is_empty() && !text(issue, "/check_name").is_empty(), "{issue}");
    }
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let body = "errors:\n  a: { mesage: x }\n  b: { mesage: x }\n";
    let fingerprints = |head: &str| -> Vec<String> {
        let folder =
            Folder::with(&[("catalogs/shop.yaml", &format!("{head}errcat: 1\ntitle: Shop\n{body}"))]);
        let report = parsed(&folder, "gitlab");
        list(&report, "").iter().map(|issue| text(issue, "/fingerprint").to_owned()).collect()
    };
    let above = fingerprints("");
    assert_ne!(above[0], above[1]);
    assert_eq!(above, fingerprints("# a comment\n\n"));
}

#[test]
fn sarif_has_rules_and_paths_relative_to_the_project() {
    let report = parsed(&hostile(), "sarif");
    assert_eq!(report["version"], "2.1.0");
    assert!(text(&report, "/$schema").ends_with("sarif-2.1.0.json"));
    let rules = list(&report, "/runs/0/tool/driver/rules");
    let results = list(&report, "/runs/0/results");
    let mut fingerprints = BTreeSet::new();
    for result in results {
        let index =
            result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("an index");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning"].contains(&text(result, "/level")));
        let place = result.pointer("/locations/0/physicalLocation").expect("a place");
        assert_eq!(text(place, "/artifactLocation/uri"), "catalogs/my%20shop%2C50%25/shop.yaml");
        assert!(
            list(&report, "/runs").len() == 1
                && place.pointer("/region/startLine").is_some_and(Value::is_u64)
        );
        fingerprints.insert(text(result, "/partialFingerprints/errcat~1v1"));
    }
    assert_eq!((results.len(), fingerprints.len()), (24, 24));
    let base = text(&results[0], "/locations/0/physicalLocation/artifactLocation/uriBaseId");
    assert!(report.pointer(&format!("/runs/0/originalUriBaseIds/{base}")).is_some());
}

#[test]
fn reviewdog_gets_columns_in_bytes() {
    let report = parsed(&hostile(), "rdjson");
    let diagnostics = list(&report, "/diagnostics");
    assert_eq!((text(&report, "/source/name"), diagnostics.len()), ("errcat", 24));
    // `  e0: { message: É text 0., status: 465 }`
    let first = &diagnostics[0];
    assert_eq!(text(first, "/location/path"), PATH);
    assert_eq!(first.pointer("/location/range/start/column"), Some(&Value::from(38)));
    assert_eq!((text(first, "/severity"), text(first, "/code/value")), ("WARNING", "unregistered-status"));
    assert_eq!(text(&diagnostics[23], "/severity"), "ERROR");
}

#[test]
fn junit_is_xml_with_one_case_per_finding() {
    let xml = report(&hostile(), "junit");
    let elements = elements(&xml);
    let count = |name: &str| elements.iter().filter(|element| *element == name).count();
    assert_eq!((count("testcase"), count("failure"), count("testsuite")), (24, 24, 1));
    assert!(xml.contains("tests=\"24\" failures=\"24\""));
    assert!(xml.contains("classname=\"catalogs/my shop,50%/shop.yaml\""));

    let sound =
        Folder::with(&[("catalogs/shop.yaml", "errcat: 1\ntitle: Shop API\nerrors:\n  a: Some text.\n")]);
    let run = sound.run(&["check", "--format", "junit"]);
    assert_eq!((self::elements(&run.stdout).len(), run.status), (3, 0));
}

#[test]
fn a_report_without_findings_is_valid() {
    let sound =
        Folder::with(&[("catalogs/shop.yaml", "errcat: 1\ntitle: Shop API\nerrors:\n  a: Some text.\n")]);
    for (format, pointer) in [("gitlab", ""), ("sarif", "/runs/0/results"), ("rdjson", "/diagnostics")] {
        let run = sound.run(&["check", "--format", format]);
        let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!((list(&report, pointer).len(), run.status), (0, 0), "{format}");
    }
    for format in ["human", "concise", "json", "github"] {
        let run = sound.run(&["check", "--format", format]);
        assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{format}");
    }
}

/// Returns the names of all elements of an XML document, and panics if it is not well-formed.
fn elements(xml: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let body = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("a declaration");
    for part in body.split('<').skip(1) {
        let (tag, content) = part.split_once('>').expect("a tag ends");
        assert!(!content.contains("]]>") && !content.contains('>'), "{content}");
        for reference in content.split('&').skip(1).chain(tag.split('&').skip(1)) {
            let known = ["amp;", "lt;", "gt;", "quot;", "apos;"];
            assert!(known.iter().any(|known| reference.starts_with(known)), "&{reference}");
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let name = tag.split([' ', '/']).next().expect("a name");
        names.push(name.to_owned());
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    names
}

#[test]
fn services_get_paths_relative_to_the_repository() {
    let folder = Folder::with(&[
        (".git/HEAD", ""),
        ("api/errcat.yaml", "outputs: { rust: { path: src/codes } }\n"),
        ("api/catalogs/shop.yaml", "errcat: 1\ntitle: Shop API\nerrors:\n  a: { mesage: x }\n"),
    ]);
    let report = |format: &str, place: &str| folder.run_in(place, &["check", "--format", format]).stdout;
    for place in ["api", "api/catalogs"] {
        for (format, start) in [
            ("github", "::error file=api/catalogs/shop.yaml,"),
            ("gitlab", "\"path\": \"api/catalogs/shop.yaml\""),
            ("sarif", "\"uri\": \"api/catalogs/shop.yaml\""),
            ("concise", "catalogs/shop.yaml:4:8: "),
            ("json", "\"path\":\"catalogs/shop.yaml\""),
        ] {
            let report = report(format, place);
            assert!(report.contains(start), "{format} in {place}: {report}");
            let is_wide = report.contains("api/catalogs");
            assert_eq!(is_wide, start.contains("api/"), "{format} in {place}: {report}");
        }
    }
    let alone = Folder::with(&[("api/catalogs/shop.yaml", "errcat: 1\n")]);
    let workspace = alone.path().canonicalize().expect("a path");
    let mut command = alone.command(&["check", "--format", "github"]);
    let command = command.current_dir(workspace.join("api")).env("GITHUB_WORKSPACE", &workspace);
    let report = crate::folder::Run::of(command).stdout;
    assert!(report.starts_with("::error file=api/catalogs/shop.yaml,"), "{report}");
}
