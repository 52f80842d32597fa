//! Compares the YAML parser with `yaml_serde`: files that both accept must mean the same.
//!
//! Scalars are compared as text if `yaml_serde` keeps the text. For numbers and booleans, only the
//! positions are compared.
#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::path::Path;

use errcat_build::unstable::analyze;
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::project::find;
use errcat_build::unstable::source::Sources;
use serde_yaml::{Mapping, Value};

/// Files that are easily misread. Every error is `code: text`, or a map with `message` and
/// `description`.
const TRICKY: [&str; 12] = [
    "a: plain text\nb: \"double\"\nc: 'single'\nd: 'it''s'\ne: \"\"\nf: ''\n",
    "a: \"\\\"\\\\\\/\\n\\t\\x41\\u00e9\\U0001F980\\0\\a\\b\\e\\f\\r\\v\\N\\_\\L\\P\"\nb: \"\\\n  continued\"\nc: \"a \\\n   b\"\n",
    "a: two\n  lines\nb: two\n\n  paragraphs\nc: \"two\n  lines\"\nd: 'two\n\n  paragraphs'\n",
    "a: |\n  one\n  two\nb: |-\n  one\n  two\nc: |+\n  one\n\nd: |2\n    indented\n  less\n",
    "a: >\n  one\n  two\n\n  three\nb: >-\n  one\n  two\nc: >+\n  one\n\nd: >\n  one\n    more\n  two\n",
    "a: { message: x, description: y }\nb: {message: \"x\", description: 'y, z'}\nc: { message: a b , description: c }\n",
    "a:\n  message: x # comment\n  description: y#no comment\nb: 'x # y' # z\n# comment\nc: x\n",
    "'quoted key': a\n\"double\\x20key\": b\nplain key: c\n? explicit\n: d\n",
    "a: http://example.com:80/x?y#z\nb: a:b\nc: a -b\nd: -x\ne: ?x\nf: :x\ng: x, y\nh: x] }\n",
    "a: \"  spaces  \"\nb: '  '\nc:   trimmed   \nd: a  b\n",
    "a: 日本語\nb: \"שלום\"\nc: 🦀\nd: e\u{301}\n\u{e9}: f\n",
    "a:\n    message:   x\n    description:   |\n        four\n          six\nb:\n  description: only\n",
];

#[test]
fn tricky_texts_mean_the_same() {
    let mut compared = 0;
    for errors in TRICKY {
        let mut text = String::from("errcat: 1\ntitle: Tricky\nerrors:\n");
        for line in errors.split_inclusive('\n') {
            // An empty line stays empty, whatever surrounds it.
            if line != "\n" {
                text.push_str("  ");
            }
            text.push_str(line);
        }
        for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            compared += compare_file(&text);
        }
    }
    assert!(compared > 100, "only {compared} texts were compared");
}

/// The pieces of generated lines. They contain everything that ends scalars, but nothing that the
/// two parsers read as different numbers.
const PIECES: [&str; 34] = [
    "a", "b c", "1", "-", "- ", ":", ": ", "#", " #", ",", ", ", "{", "}", "[", "]", "'", "''", "\"", "\\\"",
    "\\n", "\\", "|\n    ", "|-\n    ", ">\n    ", ">+\n    ", "\n    ", "\n\n    ", "\n      ", "?", "&",
    "*", "!", "%", "é🦀",
];

/// Generated documents that both accept mean the same.
#[test]
fn generated_texts_mean_the_same() {
    use proptest::test_runner::{Config, TestRunner};

    let line = (
        select_any(&["", "'", "\"", "|\n    ", ">-\n    "]),
        proptest::collection::vec(select_any(&PIECES), 0..7),
    );
    let lines = proptest::collection::vec(line, 1..4);
    let config = Config { cases: 1500, failure_persistence: None, ..Config::default() };
    let compared = std::cell::Cell::new(0);
    let result = TestRunner::new(config).run(&lines, |lines| {
        let mut text = String::from("errcat: 1\ntitle: Made up\nerrors:\n");
        for (index, (quote, pieces)) in lines.iter().enumerate() {
            let end = if quote.len() == 1 { quote } else { "" };
            text.push_str(&format!("  k{index}: {quote}{}{end}\n", pieces.concat()));
        }
        let (Ok(theirs), Some(catalog)) = (serde_yaml::from_str::<Value>(&text), accepted(&text)) else {
            return Ok(());
        };
        let expected = theirs["errors"].as_mapping().unwrap();
        compared.set(compared.get() + compare_errors(&catalog.errors, expected, &text));
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
    assert!(compared.get() > 500, "only {} texts were compared", compared.get());
}

fn select_any(pieces: &'static [&'static str]) -> impl proptest::strategy::Strategy<Value = &'static str> {
    proptest::sample::select(pieces)
}

/// Returns the catalog if it has no errors.
fn accepted(text: &str) -> Option<Catalog> {
    let mut sources = Sources::default();
    sources.add("tricky.yaml", text);
    let compiled = analyze(&sources);
    let sound = !compiled.findings.has_errors();
    compiled.model.catalogs.into_iter().next().filter(|_| sound)
}

#[test]
fn json_is_a_catalog_too() {
    let texts = [
        "x",
        "",
        "a\"b\\c/d",
        "\u{1}\u{1f}\t\n\r",
        "\u{7f}\u{85}\u{a0}\u{2028}",
        "🦀",
        "\u{fffd}",
        "{[]}: #",
    ];
    let errors: serde_json::Map<String, serde_json::Value> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| (format!("code_{index}"), serde_json::json!({ "message": text })))
        .collect();
    let file = serde_json::json!({ "errcat": 1, "title": "JSON", "errors": errors });
    // JSON allows some unescaped characters that catalogs require to be escaped.
    let escaped = |text: &str| {
        text.replace('\u{7f}', "\\u007f").replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028")
    };
    for text in [file.to_string(), serde_json::to_string_pretty(&file).unwrap()] {
        let catalog = ours(&escaped(&text));
        let messages: Vec<&str> =
            catalog.errors.iter().map(|entry| entry.message.as_ref().unwrap().as_str()).collect();
        assert_eq!(messages, texts);
    }
}

/// Compares a catalog file and returns the number of compared texts.
fn compare_file(text: &str) -> usize {
    // yaml_serde reads a byte order mark as a separate document.
    let theirs: Value = serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{error}\n{text}"));
    let catalog = ours(text);
    let expected = theirs["errors"].as_mapping().unwrap();
    assert_eq!(catalog.title, theirs["title"].as_str().unwrap());
    compare_errors(&catalog.errors, expected, text)
}

fn ours(text: &str) -> Catalog {
    let mut sources = Sources::default();
    sources.add("tricky.yaml", text);
    let compiled = analyze(&sources);
    let unexpected: Vec<&String> = compiled
        .findings
        .iter()
        // Names that are not valid in Rust do not matter here.
        .filter(|finding| finding.rule.code() != "reserved-ident" && finding.severity().as_str() == "error")
        .map(|finding| &finding.message)
        .collect();
    assert!(unexpected.is_empty(), "{unexpected:?}\n{text}");
    compiled.model.catalogs.into_iter().next().unwrap()
}

fn compare_errors(entries: &[Error], expected: &Mapping, context: &str) -> usize {
    let mut compared = 0;
    let keys: Vec<&Value> = expected.keys().collect();
    assert_eq!(entries.len(), keys.len(), "{context}");
    for (entry, (key, value)) in entries.iter().zip(expected) {
        compared += compare(Some(entry.code.as_str()), key, context);
        let message = entry.message.as_ref().map(|text| text.as_str());
        let own = entry.description.as_deref().filter(|_| !entry.description_derived);
        match value {
            Value::Mapping(keys) => {
                compared += compare(message, field(keys, "message"), context);
                compared += compare(own, field(keys, "description"), context);
                compared +=
                    compare(entry.name.as_ref().map(|text| text.as_str()), field(keys, "name"), context);
                let status = entry.status.map(|status| u64::from(status.value));
                let theirs = keys.get("status").map(|status| status.as_u64().unwrap());
                assert!(theirs.is_none() || theirs == status, "{context}: {theirs:?} {status:?}");
            }
            value => {
                compared += compare(message, value, context);
                assert_eq!(own, None, "{context}");
            }
        }
    }
    compared
}

fn field<'m>(keys: &'m Mapping, name: &str) -> &'m Value {
    keys.get(name).unwrap_or(&Value::Null)
}

/// Compares a text. Returns 1 if both have it as text.
fn compare(ours: Option<&str>, theirs: &Value, context: &str) -> usize {
    match theirs {
        Value::String(theirs) => {
            assert_eq!(ours, Some(theirs.as_str()), "{context}");
            1
        }
        Value::Null => {
            assert_eq!(ours, None, "{context}");
            0
        }
        Value::Number(number) => {
            let ours = ours.unwrap_or_else(|| panic!("we lost {number}\n{context}"));
            assert!(
                ours == number.to_string() || ours.parse::<f64>().ok() == number.as_f64(),
                "{ours} {number}"
            );
            0
        }
        Value::Bool(_) => {
            assert!(ours.is_some(), "{context}");
            0
        }
        other => panic!("{other:?} is no text\n{context}"),
    }
}

#[test]
fn shipped_catalogs_mean_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let sources = find(root, &["catalogs".into()]).unwrap().sources;
    let compiled = analyze(&sources);
    assert!(!compiled.findings.has_errors());
    assert!(!compiled.model.catalogs.is_empty());
    let theirs = |path: &str| -> Value {
        let file = sources.ids().find(|&file| sources.path(file) == path).unwrap();
        serde_yaml::from_str(sources.text(file)).unwrap()
    };
    let mut compared = 0;
    for catalog in &compiled.model.catalogs {
        let head = theirs(&catalog.path);
        assert_eq!(catalog.title, head["title"].as_str().unwrap());
        assert_eq!(catalog.description.as_deref(), head["description"].as_str());
        let listed: Vec<&str> =
            head["families"].as_sequence().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        let ids: Vec<&str> = catalog.families.iter().map(|family| family.id.as_str()).collect();
        assert_eq!(ids, listed, "{}", catalog.id);
        for family in &catalog.families {
            let path = catalog.path.replace("catalog.yaml", &format!("{}.yaml", family.id));
            let file = theirs(&path);
            assert_eq!(family.title, file["title"].as_str().unwrap(), "{path}");
            assert_eq!(family.description.as_deref(), file["description"].as_str(), "{path}");
            let none = Mapping::new();
            let errors = file["errors"].as_mapping().unwrap_or(&none);
            compared += compare_errors(catalog.errors_of(family), errors, &path);
        }
    }
    assert!(compared >= 300, "only {compared} texts were compared");
}
