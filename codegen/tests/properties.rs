//! Property tests with arbitrary catalogs and bytes.
#![cfg(feature = "json")]
#![expect(clippy::panic, reason = "a test stops at what it did not expect")]
#![expect(unreachable_pub, reason = "the reader of emitted code is shared by several tests")]

mod emitted;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::{Findings, Severity, concise};
use errcat_build::unstable::diff::{promises, since_release};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::emit::rust::{Layout, emit};
use errcat_build::unstable::ledger::{Ledger, next};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::case;
use errcat_build::unstable::text::reveal::is_hidden;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Pieces that often break texts.
const PIECES: [&str; 42] = [
    "{",
    "}",
    "{{",
    "}}",
    "{a}",
    "\"",
    "'",
    "\\",
    "\\n",
    "*/",
    "/*",
    "//",
    "\"#",
    "#",
    " #",
    ": ",
    "- ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{e0001}",
    "\u{10ffff}",
    "🦀",
    "e\u{301}",
    " ",
    "  ",
    "```",
    "<a>",
    "[b]",
    "https://x",
    "null",
    "yes",
    "1.0",
];

/// Generates texts of any characters, with such pieces.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Writes a text as YAML in one of several styles.
fn written(text: &str, form: u8) -> String {
    let block = !text.is_empty()
        && text.ends_with('\n')
        && !text.ends_with("\n\n")
        && !text.contains(|c: char| (is_hidden(c) && c != '\n') || c == '\u{fffe}')
        && !text.starts_with([' ', '\n']);
    let single = !text.contains(|c: char| is_hidden(c));
    match form % 3 {
        0 if block => format!("|\n      {}", text.trim_end_matches('\n').replace('\n', "\n      ")),
        1 if single => format!("'{}'", text.replace('\'', "''")),
        _ => {
            let escaped = text.chars().map(|c| match c {
                '"' | '\\' => format!("\\{c}"),
                c if c.is_control() || is_hidden(c) => format!("\\U{:08X}", u32::from(c)),
                c => c.to_string(),
            });
            format!("\"{}\"", escaped.collect::<Vec<_>>().concat())
        }
    }
}

/// The facts of one error.
#[derive(Clone, Debug)]
struct Facts {
    code: String,
    texts: [Option<String>; 3],
    help: Vec<String>,
    alias: Option<String>,
    status: Option<u16>,
    retry: Option<&'static str>,
    form: u8,
}

prop_compose! {
    fn facts()(
        code in text(),
        texts in [proptest::option::of(text()), proptest::option::of(text()), proptest::option::of(text())],
        help in vec(text(), 0..3),
        alias in proptest::option::of(text()),
        status in proptest::option::of(100..600_u16),
        retry in proptest::option::of(select(&["never", "immediately", "backoff", "retry-after"][..])),
        form in any::<u8>(),
    ) -> Facts {
        let visible = |text: String| text.replace(is_hidden, "");
        let [name, message, description] = texts;
        let texts = [name.map(visible), message, description];
        Facts { code: visible(code), texts, help, alias: alias.map(visible), status, retry, form }
    }
}

const TEXTS: [&str; 3] = ["name", "message", "description"];

fn yaml(title: &str, errors: &[Facts]) -> String {
    let mut yaml = format!("errcat: 1\ntitle: {}\nerrors:\n", written(title, 2));
    for (index, facts) in errors.iter().enumerate() {
        let code = written(&format!("{index}-{}", facts.code), 2);
        yaml.push_str(&format!("  ? {code}\n  :\n    ident: V{index}\n"));
        for (key, value) in keys(index, facts) {
            yaml.push_str(&format!("    {key}: {value}\n"));
        }
    }
    yaml
}

fn keys(index: usize, facts: &Facts) -> Vec<(&'static str, String)> {
    let list = |texts: &[String]| {
        let items: Vec<String> = texts.iter().map(|text| written(text, 2)).collect();
        format!("[{}]", items.join(", "))
    };
    let texts = TEXTS.into_iter().zip(&facts.texts);
    let texts = texts.filter_map(|(key, text)| Some((key, written(text.as_ref()?, facts.form))));
    let mut keys: Vec<(&str, String)> = texts.collect();
    if !facts.help.is_empty() {
        keys.push(("help", list(&facts.help)));
    }
    keys.extend(facts.alias.iter().map(|alias| ("aliases", list(&[format!("alias {index} {alias}")]))));
    keys.extend(facts.status.map(|status| ("status", status.to_string())));
    keys.extend(facts.retry.map(|retry| ("retry", retry.to_owned())));
    keys
}

/// Returns the expected output of `print catalog` for an error.
fn printed(index: usize, facts: &Facts) -> Vec<(&'static str, Value)> {
    let mut expected = vec![
        ("code", json!(format!("{index}-{}", facts.code))),
        ("ident", json!(format!("V{index}"))),
        ("status", json!(facts.status)),
        ("retry", json!(facts.retry)),
        ("help", if facts.help.is_empty() { Value::Null } else { json!(facts.help) }),
        (
            "aliases",
            facts.alias.as_ref().map_or(Value::Null, |alias| json!([format!("alias {index} {alias}")])),
        ),
    ];
    expected.extend(TEXTS.into_iter().zip(&facts.texts).map(|(key, text)| (key, json!(text))));
    expected
}

/// Asserts that every span is in its file, on character boundaries, and that every report is clean.
fn assert_valid(sources: &Sources, findings: &Findings) {
    for finding in findings {
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            let text = sources.text(label.span.file);
            assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{finding:?}");
        }
        let line = concise(sources, finding);
        assert!(!line.chars().any(is_hidden), "{line:?}");
    }
}

/// Words of catalogs, valid and invalid.
const WORDS: [&str; 59] = [
    "errcat: 1\n",
    "title: T\n",
    "errors:\n",
    "  a: ",
    "  b:\n",
    "    message: ",
    "    status: 404\n",
    "    params: { a: string }\n",
    "    mask: a\n",
    "    parent: b\n",
    "    sub: { d: , e: D }\n",
    "    sub:\n      d: { status: 404, sub: { e: E } }\n",
    "code: { separator: '.' }\n",
    "code: { type: integer, format: hex, width: 8 }\n",
    "  0x0000000A: { aliases: [-1, '0x0000000B'] }\n",
    "placeholders: printf\n",
    "facts: { level: { values: [x, y], default: x, error: [y], lookup: many }, sql: string }\n",
    "    level: y\n",
    "defaults: { level: x, sql: '' }\n",
    "    variants: [{ name: A }, { name: B, level: y, formerly: [C] }]\n",
    "    details: { 'x y': [{ z: { type: u8, optional: true } }], o: { type: { p: url } } }\n",
    "    names: { constant: [A, { name: B, deprecated: true }] }\n",
    "role: client\nexhaustive: true\nallow: { missing-text: x }\ninternal: a\n",
    "  a_{value}: { message: '{value}', params: { value: u32 } }\n",
    "    names: {",
    "  c: {",
    "}",
    "]",
    "[",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "'",
    "\"",
    "\\",
    "|",
    "|1+",
    ">-",
    "&a ",
    "*a",
    "!t ",
    "%",
    "@",
    "`",
    "#",
    " # x",
    ": ",
    "- ",
    "? ",
    ", ",
    "\t",
    "\r\n",
    "\u{feff}",
    "\u{2028}",
    "é",
    "🦀",
    "x",
    "---\n",
];

/// Pieces of ledgers, valid and invalid.
const LINES: [&str; 30] = [
    "{\"errcat\":1,\"version\":\"1.0.0\",\"type\":\"string\",\"unique\":\"catalog\",\"status\":\"optional\"}\n",
    "{\"code\":\"a\",\"family\":\"shop\",\"first\":\"1.0.0\",\"state\":\"active\",\"ident\":\"A\"}\n",
    "{\"code\":\"b\",\"family\":\"shop\",\"first\":\"1.0.0\",\"state\":\"removed\",\"ident\":\"B\",\"message\":\"x\"}\n",
    "{\"accept\":\"code-removed\",\"code\":\"b\",\"family\":\"shop\",\"reason\":\"x\"}\n",
    "{\"accept\":\"contract-changed\",\"reason\":\"x\"}\n",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> a\n",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\"code\":",
    "\"params\":{\"a\":[\"u8\"]}",
    "\"accept\":\"",
    "\"errcat\"",
    "1",
    "null",
    "\\",
    "\\ud83e",
    " ",
    "\n",
    "\r\n",
    "\t",
    "# x",
    "\u{feff}",
    "\u{2028}é🦀",
];

/// Returns the catalog with this ledger.
fn with_ledger(catalog: &str, ledger: impl Into<Vec<u8>>) -> Sources {
    let mut sources = Sources::default();
    sources.add("shop.yaml", catalog);
    sources.add_bytes("shop.lock", ledger.into());
    sources
}

const SHOP: &str = "errcat: 1\ntitle: T\nversion: 1.1.0\nerrors:\n  a: A\n  c: { status: 404 }\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_of_a_catalog_comes_back(title in text(), errors in vec(facts(), 0..6)) {
        let mut sources = Sources::default();
        let yaml = yaml(&title, &errors);
        sources.add("shop.yaml", yaml.as_str());
        let compiled = analyze(&sources);
        let found = compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let found: Vec<String> = found.map(|finding| concise(&sources, finding)).collect();
        prop_assert!(found.is_empty(), "{found:#?}\n{yaml}");
        assert_valid(&sources, &compiled.findings);

        let rows = json::lines(&compiled.model);
        prop_assert!(!rows.chars().any(|c| c != '\n' && is_hidden(c)));
        let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
        prop_assert_eq!(rows.len(), errors.len());
        for (index, (row, facts)) in rows.iter().zip(&errors).enumerate() {
            prop_assert_eq!(&row["family_title"], &json!(title));
            for (key, value) in printed(index, facts) {
                prop_assert_eq!(&row[key], &value, "{} of {}\n{}", key, index, yaml);
            }
        }

        let tree = emit(&compiled.model, &Layout::File("errcat.rs".to_owned()));
        let file = emitted::parse(tree.get("errcat.rs").unwrap());
        let tables = emitted::tables(emitted::module(&file, &["shop"]));
        for (place, table) in ["NAMES", "MESSAGES", "DESCRIPTIONS"].into_iter().enumerate() {
            let texts: Vec<Option<String>> = errors.iter().map(|facts| facts.texts[place].clone()).collect();
            let absent = vec![None; errors.len()];
            prop_assert_eq!(tables.get(table).unwrap_or(&absent), &texts, "{}", table);
        }
    }

    #[test]
    fn any_bytes_give_valid_findings(bytes in vec(any::<u8>(), 0..200)) {
        let mut sources = Sources::default();
        sources.add_bytes("shop.yaml", bytes);
        assert_valid(&sources, &analyze(&sources).findings);
    }

    #[test]
    fn any_words_give_valid_findings(words in vec(select(&WORDS[..]), 0..40), head in any::<bool>()) {
        let mut sources = Sources::default();
        let head = if head { "errcat: 1\ntitle: T\nerrors:\n  a: " } else { "" };
        sources.add("shop.yaml", format!("{head}{}", words.concat()));
        let compiled = analyze(&sources);
        assert_valid(&sources, &compiled.findings);
        if !compiled.findings.has_errors() {
            let tree = emit(&compiled.model, &Layout::File("errcat.rs".to_owned()));
            emitted::parse(tree.get("errcat.rs").unwrap());
        }
    }

    #[test]
    fn a_released_ledger_is_read_back_unchanged(errors in vec(facts(), 0..6)) {
        let yaml = yaml("T", &errors);
        let mut sources = Sources::default();
        sources.add("shop.yaml", yaml.as_str());
        let now = promises(&analyze(&sources).model.catalogs[0]);
        let released = next(None, &Ledger { version: Some("1.0.0".to_owned()), ..now });
        let text = released.to_text();
        prop_assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)), "{text}");
        for line in text.lines() {
            prop_assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
        }

        let sources = with_ledger(&yaml, text.as_str());
        let compiled = analyze(&sources);
        let found = compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let found: Vec<String> = found.map(|finding| concise(&sources, finding)).collect();
        prop_assert!(found.is_empty(), "{found:#?}\n{text}");
        let catalog = &compiled.model.catalogs[0];
        prop_assert_eq!(since_release(catalog), vec![]);
        prop_assert_eq!(catalog.ledger.as_ref().map(Ledger::to_text), Some(text));
    }

    #[test]
    fn plain_words_are_converted_like_others(name in "[a-cA-C0-1_-]{0,9}") {
        let prefixed = |prefix: &str, text: String| {
            if text.starts_with(|c: char| c.is_numeric()) { format!("{prefix}{text}") } else { text }
        };
        prop_assert_eq!(case::snake(&name), prefixed("e", name.to_snake_case()));
        prop_assert_eq!(case::upper_camel(&name), prefixed("E", name.to_upper_camel_case()));
        prop_assert_eq!(case::constant(&name), name.to_shouty_snake_case());
    }

    #[test]
    fn any_bytes_as_a_ledger_give_valid_findings(bytes in vec(any::<u8>(), 0..200)) {
        let sources = with_ledger(SHOP, bytes);
        assert_valid(&sources, &analyze(&sources).findings);
    }

    #[test]
    fn any_pieces_as_a_ledger_give_valid_findings(pieces in vec(select(&LINES[..]), 0..40)) {
        let sources = with_ledger(SHOP, pieces.concat());
        let compiled = analyze(&sources);
        assert_valid(&sources, &compiled.findings);
        if let (false, Some(ledger)) = (compiled.findings.has_errors(), &compiled.model.catalogs[0].ledger) {
            let sources = with_ledger(SHOP, ledger.to_text());
            let again = analyze(&sources);
            prop_assert!(!again.findings.has_errors());
            prop_assert_eq!(again.model.catalogs[0].ledger.as_ref().map(Ledger::to_text), Some(ledger.to_text()));
        }
    }
}
