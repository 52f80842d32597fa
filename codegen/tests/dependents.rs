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

/// Returns the manifest of a package that uses the runtime.
fn manifest(name: &str) -> String {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nerrcat = {{ path = {:?} }}\n\n[workspace]\n",
        runtime.to_str().unwrap()
    )
}

/// Returns a run of cargo in a folder, without the settings of the run that tests.
fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
    for variable in ["CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
        cargo.env_remove(variable);
    }
    cargo
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
    fs::write(folder.join("Cargo.toml"), manifest("dependents")).unwrap();
    let output = cargo(&folder)
        .args(["check", "--offline", "--keep-going", "--bins", "--message-format=json"])
        .env("RUSTFLAGS", "-Dwarnings --force-warn deprecated")
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

/// The answers of a server with a later version of the catalog, as a client of the first one reads
/// them.
const OLDER_CLIENT: &str = r#"
#![allow(dead_code, deprecated, reason = "the program uses a part of the generated code")]
mod v1 { include!("v1.rs"); }
mod v2 { include!("v2.rs"); }
use errcat::{ApiError, Error, Response, Retry};
use v1::shop::{Class, Code as Old};
use v2::shop::{self as new, Code as New};

fn received(error: Error<New>) -> ApiError<Old> {
    let sent = Response::from(error);
    let headers = sent.headers().map(|(name, value)| (name, value.into_owned()));
    ApiError::from_parts(sent.status(), headers, sent.body())
}

fn main() {
    // A code that the client does not know stays text, and the status says its class.
    for (code, text, status, class) in [
        (New::CartGone, "cart_gone", 410, Class::Yours),
        (New::CartDown, "cart_down", 503, Class::Ours),
        (New::LateCart, "late_cart", 404, Class::Yours),
    ] {
        let error = received(Error::new(code));
        assert_eq!((error.known(), error.status(), error.class()), (None, status, Some(class)), "{text}");
        assert_eq!(error.code().map(|code| code.as_str()), Some(text));
        assert_eq!(error.retry_advice(), if status == 503 { Retry::Backoff } else { Retry::Never }, "{text}");
    }
    // Another text and status, and the new name, do not matter.
    let error = received(Error::new(New::CartVoid));
    assert_eq!((error.known(), error.status()), (Some(Old::CartEmpty), 422));
    assert_eq!(error.message(), Some("Put something in, please."));
    // A further parameter is ignored.
    let full = new::CartFull { n: 7, most: Some(9) };
    let error = received(Error::with_params(full));
    let params: v1::shop::CartFull = error.known_params().expect("the client knows its own parameters");
    assert_eq!(params.n, 7);
    // A code that is retired now is what it was.
    assert_eq!(received(Error::new(New::CartOld)).known(), Some(Old::CartOld));
    // An alias of the later version is a code of the first one.
    assert_eq!(New::from_code("cart_late"), Some(New::LateCart));
}
"#;

#[test]
fn older_clients_read_responses_of_newer_servers() {
    let head = "@classes: [{ name: Ours, when: { status: 5xx }, retry: backoff }, { name: Yours, when: any, retry: never }]\n\
                @envelope: { code: error.code, message: error.message, params: error.params }\n";
    let v1 = "cart_empty: { name: CartEmpty, message: Put something in., status: 409 }\n\
              cart_full: { message: 'It holds {n}.', params: { n: u8 }, status: 409 }\n\
              cart_late: { message: Late., status: 404 }\n\
              cart_old: { message: Old., status: 410 }\n";
    let v2 = "cart_empty: { name: CartVoid, formerly: CartEmpty, message: 'Put something in, please.', status: 422 }\n\
              cart_full: { message: 'It holds {n}.', params: { n: u8, most: { type: u8, optional: true } }, status: 409 }\n\
              late_cart: { message: Late., status: 404, aliases: [cart_late] }\n\
              cart_old: { message: Old., status: 410, retired: {} }\n\
              cart_gone: { message: It is gone., status: 410 }\n\
              cart_down: { message: The carts are down., status: 503 }\n"
        .replace("'It holds {n}.'", "'It holds {n} of {most}.'");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("older_client");
    fs::create_dir_all(folder.join("src")).unwrap();
    for (name, errors) in [("v1", v1), ("v2", &v2)] {
        fs::write(folder.join(format!("src/{name}.rs")), generated(&format!("{head}{errors}")).1).unwrap();
    }
    fs::write(folder.join("src/main.rs"), OLDER_CLIENT).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest("older_client")).unwrap();
    let output = cargo(&folder).args(["run", "--quiet", "--offline"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
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
