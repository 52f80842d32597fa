//! Property tests of the less common forms of catalogs, with arbitrary texts in every place.
#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "forms/written.rs"]
mod written;

use std::collections::BTreeSet;
use std::fmt::Write;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::{Severity, concise};
use errcat_build::unstable::diff::{promises, since_release};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::emit::rust::{Layout, emit};
use errcat_build::unstable::ledger::{Ledger, next};
use errcat_build::unstable::source::Sources;
use proc_macro2::{TokenStream, TokenTree};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use written::{Catalog, Entry, Form, Set, catalog, quoted};

/// An error as expected.
#[derive(Debug)]
struct Expected {
    code: String,
    ident: String,
    message: String,
    facts: Value,
    parent: Option<String>,
    params: Vec<String>,
    details: Vec<String>,
    formerly: Vec<String>,
    aliases: Vec<String>,
}

impl Catalog {
    /// Returns the facts of an error, from its own to those of the catalog.
    fn facts(&self, sets: &[&Set]) -> Value {
        let mut facts = Map::new();
        let mut sets = sets.to_vec();
        sets.push(&self.defaults);
        let level = sets.iter().find_map(|set| set.level).or(self.default_level.then_some(1));
        facts.extend(level.map(|level| ("level".to_owned(), json!(self.level(level)))));
        let label = sets.iter().find_map(|set| set.label.as_ref());
        facts.extend(label.map(|label| ("label".to_owned(), json!(label))));
        let number = sets.iter().find_map(|set| set.number);
        facts.extend(number.map(|number| ("number".to_owned(), json!(number))));
        let flag = sets.iter().find_map(|set| set.flag).unwrap_or(false);
        facts.insert("flag".to_owned(), json!(flag));
        Value::Object(facts)
    }

    fn expected(&self) -> Vec<Expected> {
        let mut rows = Vec::new();
        for (index, Entry { code, message, set, form }) in self.entries.iter().enumerate() {
            let plain = |code: String, ident: String, message: &str, sets: &[&Set]| Expected {
                code,
                ident,
                message: message.to_owned(),
                facts: self.facts(sets),
                parent: None,
                params: Vec::new(),
                details: Vec::new(),
                formerly: Vec::new(),
                aliases: Vec::new(),
            };
            let code = format!("{index}-{code}");
            let first = plain(code.clone(), format!("V{index}"), message, &[set]);
            match form {
                Form::Details(names) => {
                    let mut details = vec!["plain".to_owned()];
                    details.extend((!names.is_empty()).then(|| "o".to_owned()));
                    details.extend(names.iter().enumerate().map(|(n, name)| format!("{n}{name}")));
                    rows.push(Expected { details, ..first });
                }
                Form::Sub(children) => {
                    rows.push(first);
                    for (n, (key, own)) in children.iter().enumerate() {
                        let child = format!("{code}{}{n}{key}", self.separator);
                        let child = plain(child, format!("V{index}S{n}"), "", &[own, set]);
                        rows.push(Expected { parent: Some(code.clone()), ..child });
                    }
                }
                Form::Variants(variants) => {
                    rows.push(first);
                    for (n, (message, own)) in variants.iter().enumerate() {
                        rows.push(plain(code.clone(), format!("V{index}X{n}"), message, &[own, set]));
                    }
                }
                Form::Carried(after) => rows.push(Expected {
                    code: format!("{code}{{value}}{after}"),
                    message: "{value}".to_owned(),
                    params: vec!["value".to_owned()],
                    ..first
                }),
                Form::Names(names) => {
                    let list = |prefix: &str| {
                        let names = names.iter().enumerate();
                        names.map(|(n, name)| format!("{prefix} {index} {n} {name}")).collect()
                    };
                    rows.push(Expected { formerly: list("former"), aliases: list("alias"), ..first });
                }
            }
        }
        rows
    }
}

/// Returns the keys of an attribute, or none if it is absent.
fn names(value: &Value) -> Vec<String> {
    value.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().map(|list| list.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// Collects every string literal of some Rust.
fn literals(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => literals(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                    found.insert(text.value());
                }
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_form_comes_back(catalog in catalog()) {
        let yaml = catalog.yaml();
        let mut sources = Sources::default();
        sources.add("shop.yaml", yaml.as_str());
        let analysis = analyze(&sources);
        let found = analysis.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let found: Vec<String> = found.map(|finding| concise(&sources, finding)).collect();
        prop_assert!(found.is_empty(), "{found:#?}\n{yaml}");

        let rows = json::lines(&analysis.model);
        let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
        let expected = catalog.expected();
        prop_assert_eq!(rows.len(), expected.len());
        for (row, expected) in rows.iter().zip(&expected) {
            prop_assert_eq!(&row["code"], &expected.code, "{}", yaml);
            prop_assert_eq!(&row["ident"], &expected.ident);
            prop_assert_eq!(row["message"].as_str().unwrap_or_default(), &expected.message);
            prop_assert_eq!(&row["facts"], &expected.facts, "{}\n{}", expected.code, yaml);
            prop_assert_eq!(&row["parent"], &json!(expected.parent));
            prop_assert_eq!(names(&row["params"]), expected.params.as_slice());

            prop_assert_eq!(names(&row["details"]), expected.details.as_slice(), "{}", yaml);
            prop_assert_eq!(list(&row["formerly"]), expected.formerly.as_slice());
            prop_assert_eq!(list(&row["aliases"]), expected.aliases.as_slice());
        }

        let tree = emit(&analysis.model, &Layout::File("errcat.rs".to_owned()));
        let mut found = BTreeSet::new();
        literals(tree.get("errcat.rs").unwrap().parse().unwrap(), &mut found);
        for row in &expected {
            let label = row.facts["label"].as_str().map(str::to_owned);
            for text in row.details.iter().chain(&row.aliases).chain([&row.code, &row.message]).chain(&label) {
                prop_assert!(text.is_empty() || found.contains(text), "{:?} is not in the Rust\n{}", text, yaml);
            }
        }

        let now = promises(&analysis.model.catalogs[0]);
        let released = next(None, &Ledger { version: Some("1.0.0".to_owned()), ..now });
        sources = Sources::default();
        sources.add("shop.yaml", yaml.as_str());
        sources.add("shop.lock", released.to_text());
        let analysis = analyze(&sources);
        let found = analysis.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let found: Vec<String> = found.map(|finding| concise(&sources, finding)).collect();
        prop_assert!(found.is_empty(), "{found:#?}\n{yaml}\n{}", released.to_text());
        prop_assert_eq!(since_release(&analysis.model.catalogs[0]), vec![]);
    }

    #[test]
    fn hexadecimal_codes_are_numbers(codes in btree_set(any::<u32>(), 0..12), width in 8..12_usize) {
        let mut yaml = format!("errcat: 1\ntitle: T\ncode: {{ type: integer, format: hex, width: {width} }}\nerrors:\n");
        for code in &codes {
            writeln!(yaml, "  0x{code:0width$X}: {{ aliases: [-{}] }}", u64::from(*code) + 1).unwrap();
        }
        let mut sources = Sources::default();
        sources.add("shop.yaml", yaml.as_str());
        let analysis = analyze(&sources);
        let found: Vec<String> = analysis.findings.iter().filter(|finding| finding.severity() == Severity::Error)
            .map(|finding| concise(&sources, finding)).collect();
        prop_assert!(found.is_empty(), "{found:#?}\n{yaml}");
        let lines = json::lines(&analysis.model);
        let rows = lines.lines().map(|row| serde_json::from_str::<Value>(row).unwrap()["code"].as_i64());
        prop_assert_eq!(rows.collect::<Vec<_>>(), codes.iter().map(|code| Some(i64::from(*code))).collect::<Vec<_>>());
        let tree = emit(&analysis.model, &Layout::File("errcat.rs".to_owned()));
        let mut found = BTreeSet::new();
        literals(tree.get("errcat.rs").unwrap().parse().unwrap(), &mut found);
        for code in codes {
            let text = format!("0x{code:0width$X}");
            prop_assert!(found.contains(&text), "{}", text);
        }
    }

    #[test]
    fn messages_keep_their_marks(syntax in 0..SYNTAXES.len(), pieces in vec((any::<bool>(), 0..8_usize), 0..10)) {
        let (syntax, marks, texts) = SYNTAXES[syntax];
        let mut message = String::from("m ");
        let mut expected = Vec::new();
        for (is_mark, piece) in pieces {
            let (mark, name) = marks[piece % marks.len()];
            message.push_str(if is_mark { mark } else { texts[piece % texts.len()] });
            message.push(' ');
            if is_mark {
                let name = name.map_or_else(|| format!("arg{}", expected.len() + 1), str::to_owned);
                if !expected.contains(&name) {
                    expected.push(name);
                }
            }
        }
        let mut sources = Sources::default();
        sources.add("shop.yaml", format!("errcat: 1\ntitle: T\nplaceholders: {syntax}\nerrors:\n  a: {}\n", quoted(&message)));
        let analysis = analyze(&sources);
        let found: Vec<String> = analysis.findings.iter().filter(|finding| finding.severity() == Severity::Error)
            .map(|finding| concise(&sources, finding)).collect();
        prop_assert!(found.is_empty(), "{found:#?}\n{message}");
        let row: Value = serde_json::from_str(json::lines(&analysis.model).trim_end()).unwrap();
        prop_assert_eq!(&row["message"], &message);
        if syntax == "indexed" {
            expected.sort();
        }
        prop_assert_eq!(names(&row["params"]), expected, "{}", message);
    }
}

/// A syntax of placeholders, its marks with their names, and texts that are no marks.
type Syntax = (&'static str, &'static [(&'static str, Option<&'static str>)], &'static [&'static str]);

const SYNTAXES: [Syntax; 5] = [
    (
        "printf",
        &[("%s", None), ("%d", None), ("%.2f", None), ("%v", None), ("%-.192s", None)],
        &["%%", "% a", "{a}", "<b>", "\u{202e}"],
    ),
    ("indexed", &[("{0}", Some("arg1")), ("{1}", Some("arg2"))], &["%s", "{a}", "{}", "<b>"]),
    ("angle", &[("<name>", Some("name")), ("<other>", Some("other"))], &["< b", "{a}", "a > b", "%s"]),
    ("percent", &[("%name%", Some("name")), ("%other%", Some("other"))], &["5 % a", "{a}", "<b>"]),
    ("mustache", &[("{{name}}", Some("name")), ("{{other}}", Some("other"))], &["{a}", "{", "}}", "<b>"]),
];
