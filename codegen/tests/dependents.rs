//! Tests that programs that use generated code compile, warn or fail after a change of the catalog
//! as `errcat diff` says.
#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diff::{Change, Step, changes, promises};
use errcat_build::unstable::emit::rust::{Layout, emit};
use errcat_build::unstable::ledger::{Ledger, next};
use errcat_build::unstable::source::Sources;

/// What the compiler says about a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// Nothing.
    Nothing,
    /// That something is deprecated.
    Deprecated,
    /// An error.
    Error,
}

use Said::{Deprecated, Error, Nothing};

/// A program, the errors before and after, and what the compiler says afterwards.
type Case = (&'static str, &'static str, &'static str, Said);

const MATCH: &str = "const A: Option<Code> = Code::from_code(\"a\");\n\
    pub fn number(code: Code) -> u8 { match code { Code::A => 1, _ => 2 } }\n\
    pub fn is_a() -> bool { A == Some(Code::A) }\n";
const NAMED: &str = "pub fn is_old(code: Code) -> bool { matches!(code, Code::Old) }\n\
    pub const OLD: Code = Code::Old;\n";
const IN_CAPITALS: &str = "pub const OLD: Code = codes::OLD;\n";
const FIELDS: &str = "pub fn value() -> A { A { n: 1 } }\n";
const OLD_FIELDS: &str = "pub fn value() -> Old { Old { n: 1 } }\n";
const OPTIONAL: &str = "pub fn value() -> details::A { details::A { n: Some(1), ..Default::default() } }\n";
const STATUS: &str = "pub fn status() -> Option<u16> { Code::A.status() }\n";
const FAMILY: &str = "pub const A: cart::Code = cart::Code::A;\n";

const CASES: &[Case] = &[
    // Any row below major.
    (MATCH, "a: A", "a: A\nb: B", Nothing),
    (MATCH, "a: A", "a: { message: A, aliases: [x] }", Nothing),
    (MATCH, "a: A", "a: { message: Another text., help: Wait., exit: 3 }", Nothing),
    (MATCH, "a: A", "a: { message: A, details: { n: { type: u8, optional: true } } }", Nothing),
    (MATCH, "a: A", "a: { message: A, status: 404, retry: never }", Nothing),
    (MATCH, "a: { message: A, status: 404 }", "a: { message: A, status: 410 }", Nothing),
    (MATCH, "a: A", "b: { message: A, ident: A, aliases: [a] }", Nothing),
    (MATCH, "a: { message: A, visibility: internal }", "a: A", Nothing),
    (MATCH, "a: A", "a: { message: A, deprecated: {} }", Deprecated),
    (MATCH, "a: A", "a: { message: A, retired: {} }", Deprecated),
    (MATCH, "a: A\nb: B", "b: B", Error),
    // A name.
    (NAMED, "a: { name: Old, message: A }", "a: { name: Older, message: A, formerly: Old }", Deprecated),
    (NAMED, "a: { name: Old, message: A }", "a: { name: Older, message: A }", Error),
    (NAMED, "a: { name: New, formerly: Old, message: A }", "a: { name: New, message: A }", Error),
    (
        IN_CAPITALS,
        "a: { name: Old, message: A }",
        "a: { name: Older, message: A, formerly: Old }",
        Deprecated,
    ),
    (IN_CAPITALS, "a: { name: Old, message: A }", "a: { name: Older, message: A }", Error),
    // A struct literal.
    (
        FIELDS,
        "a: { message: '{n}', params: { n: u8 } }",
        "a: { message: '{n}!', params: { n: u8 } }",
        Nothing,
    ),
    (
        FIELDS,
        "a: { message: '{n}', params: { n: u8 } }",
        "a: { message: '{n}', params: { n: string } }",
        Error,
    ),
    (
        FIELDS,
        "a: { message: '{n}', params: { n: u8 } }",
        "a: { message: '{n}{m}', params: { n: u8, m: u8 } }",
        Error,
    ),
    (FIELDS, "a: { message: '{n}', params: { n: u8 } }", "a: A", Error),
    (
        OLD_FIELDS,
        "a: { name: Old, message: '{n}', params: { n: u8 } }",
        "a: { name: Older, formerly: Old, message: '{n}', params: { n: u8 } }",
        Deprecated,
    ),
    (
        OPTIONAL,
        "a: { message: A, details: { n: { type: u8, optional: true } } }",
        "a: { message: A, details: { n: { type: u8, optional: true }, m: { type: u8, optional: true } } }",
        Nothing,
    ),
    (
        OPTIONAL,
        "a: { message: A, details: { n: { type: u8, optional: true } } }",
        "a: { message: A, details: { n: { type: u8, optional: true }, m: u8 } }",
        Error,
    ),
    // The catalog.
    (STATUS, "a: { message: A, status: 404 }", "a: { message: A, status: 410 }", Nothing),
    (STATUS, "a: { message: A, status: 404 }", "@status: required\na: { message: A, status: 404 }", Error),
    (
        FAMILY,
        "@unique: family\n[cart]\na: A\nb: B\n[order]\nc: C",
        "@unique: family\n[basket]\na: A\nb: B\n[order]\nc: C",
        Error,
    ),
    (MATCH, "[cart]\na: A\nb: B\n[order]\nc: C", "[cart]\nb: B\n[order]\na: A\nc: C", Nothing),
];

/// Returns the promises of a catalog, and the code that is generated from it.
fn generated(text: &str) -> (Ledger, String) {
    let mut head = "errcat: 1\ntitle: Shop\nversion: 1.0.0\n".to_owned();
    let (mut families, mut errors) = (Vec::<(&str, String)>::new(), String::new());
    for line in text.lines() {
        if let Some(key) = line.strip_prefix('@') {
            writeln!(head, "{key}").unwrap();
        } else if let Some(family) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            families.push((family, String::new()));
        } else {
            writeln!(families.last_mut().map_or(&mut errors, |(_, text)| text), "  {line}").unwrap();
        }
    }
    let mut sources = Sources::default();
    if families.is_empty() {
        sources.add("shop.yaml", format!("{head}errors:\n{errors}"));
    } else {
        let names: Vec<&str> = families.iter().map(|(name, _)| *name).collect();
        sources.add("shop/catalog.yaml", format!("{head}families: [{}]\n", names.join(", ")));
        for (name, text) in &families {
            sources.add(format!("shop/{name}.yaml"), format!("title: T\nerrors:\n{text}"));
        }
    }
    let analysis = analyze(&sources);
    assert!(!analysis.findings.has_errors(), "{:#?}", analysis.findings);
    let tree = emit(&analysis.model, &Layout::File("errcat.rs".to_owned()));
    (promises(&analysis.model.catalogs[0]), tree.get("errcat.rs").unwrap().to_owned())
}

/// Compiles programs, given with the generated code, and returns what the compiler says about each.
fn compile(programs: &BTreeMap<String, (String, &str)>) -> BTreeMap<String, Said> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dependents");
    let bins = folder.join("src/bin");
    if bins.exists() {
        fs::remove_dir_all(&bins).unwrap();
    }
    for (name, (code, program)) in programs {
        let bin = bins.join(name);
        fs::create_dir_all(&bin).unwrap();
        fs::write(bin.join("errcat.rs"), code).unwrap();
        let main = format!(
            "#![allow(dead_code, unreachable_patterns, unused_imports, reason = \"each program uses one thing\")]\n\
             mod errors {{\n    include!(\"errcat.rs\");\n}}\nuse errors::shop::*;\n{program}\nfn main() {{}}\n"
        );
        fs::write(bin.join("main.rs"), main).unwrap();
    }
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    let manifest = format!(
        "[package]\nname = \"dependents\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nerrcat = {{ path = {:?} }}\n\n[workspace]\n",
        runtime.to_str().unwrap()
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--offline", "--keep-going", "--bins", "--message-format=json"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-Dwarnings --force-warn deprecated")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .output()
        .unwrap();
    let mut said: BTreeMap<String, Said> = programs.keys().map(|name| (name.clone(), Nothing)).collect();
    let mut checked = 0;
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let message: serde_json::Value = serde_json::from_str(line).unwrap();
        let Some(said) = message["target"]["name"].as_str().and_then(|name| said.get_mut(name)) else {
            continue;
        };
        checked += 1;
        // The generated code names deprecated codes itself.
        let spans = message["message"]["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        let own = |span: &serde_json::Value| {
            span["file_name"].as_str().is_some_and(|file| file.ends_with("main.rs"))
        };
        if !spans.is_empty() && !spans.iter().any(own) {
            continue;
        }
        let found = match (message["message"]["level"].as_str(), message["message"]["code"]["code"].as_str())
        {
            (Some("error"), _) => Error,
            (Some("warning"), Some("deprecated")) => Deprecated,
            (Some("warning"), code) => panic!("{code:?}: {line}"),
            _ => continue,
        };
        if *said != Error {
            *said = found;
        }
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(checked >= programs.len(), "cargo did not compile every program: {errors}");
    said
}

#[test]
fn programs_compile_warn_or_fail_as_the_changes_say() {
    let mut programs = BTreeMap::new();
    for (at, (program, before, after, _)) in CASES.iter().enumerate() {
        programs.insert(format!("before{at}"), (generated(before).1, *program));
        programs.insert(format!("case{at}"), (generated(after).1, *program));
    }
    let said = compile(&programs);
    for (at, (program, before, after, expected)) in CASES.iter().enumerate() {
        let title = format!("{program}{before}\n{after}");
        assert_ne!(said[&format!("before{at}")], Error, "before: {title}");
        assert_eq!(said[&format!("case{at}")], *expected, "{title}");
        let found = changes("shop", &next(None, &generated(before).0), &generated(after).0);
        let rust = found.iter().map(|change: &Change| change.rust).max().unwrap_or(Step::Patch);
        // What is major can break other programs, or this one in another place.
        match expected {
            Nothing => {}
            Deprecated => assert!(rust >= Step::Minor, "{title}: {found:?}"),
            Error => assert_eq!(rust, Step::Major, "{title}: {found:?}"),
        }
        if rust < Step::Major {
            assert!(*expected != Error, "{title}: {found:?}");
        }
    }
}
