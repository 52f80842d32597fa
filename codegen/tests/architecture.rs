//! Tests the layers of the packages: imports go down and have no cycles, and some dependencies are
//! limited to one module.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

#[path = "architecture/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use source::File;

/// The source folders of the packages.
const PACKAGES: [&str; 6] = ["src", "runtime/src", "cli/src", "outputs/src", "edit/src", "import/src"];

/// The layer of every module of the generator. A module may only import modules of lower layers.
const LAYERS: [(&str, u8); 20] = [
    ("index", 0),
    ("order", 0),
    ("source", 0),
    ("text", 0),
    ("tree", 1),
    ("format", 0),
    ("value", 0),
    ("diag", 1),
    ("ledger", 1),
    ("syntax", 2),
    ("model", 2),
    ("lower", 3),
    ("diff", 3),
    ("lint", 4),
    ("emit", 5),
    ("lib", 6),
    ("pipeline", 6),
    ("unstable", 6),
    ("project", 6),
    ("cargo", 6),
];

/// The layer of every module of the runtime. A module may only import modules of its own and lower
/// layers.
const RUNTIME_LAYERS: [(&str, u8); 29] = [
    ("code_pattern", 0),
    ("envelope", 0),
    ("info", 0),
    ("json", 0),
    ("retry", 0),
    ("retry_after", 0),
    ("table", 0),
    ("time", 0),
    ("unknown", 0),
    ("advice", 1),
    ("backoff", 1),
    ("candidates", 1),
    ("class", 1),
    ("code", 1),
    ("shown", 1),
    ("status", 1),
    ("wire", 1),
    ("answer", 2),
    ("api_error", 2),
    ("error", 2),
    ("params", 2),
    ("problem", 2),
    ("text_facts", 2),
    ("without_alloc", 2),
    ("integrations", 3),
    ("retrying", 3),
    // Its macros expand in the crates of users.
    ("macros", 4),
    ("language", 0),
    ("lib", 4),
];

#[test]
fn imports_go_strictly_down() {
    let mut seen = 0;
    for file in files("src") {
        let own = layer(&file).unwrap_or_else(|| panic!("{} is in no layer", file.path));
        for import in file.imports().filter(|import| *import != file.top()) {
            // Items of lib.rs itself are the public API.
            let below = layer_of(&LAYERS, import).unwrap_or(6);
            assert!(below < own || own == 6, "{} names crate::{import}", file.path);
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} imports were seen: the test no longer reads the source");
}

#[test]
fn imports_of_the_runtime_go_down() {
    let mut seen = 0;
    for file in files("runtime/src") {
        let own = layer_of(&RUNTIME_LAYERS, file.top());
        let own = own.unwrap_or_else(|| panic!("{} is in no layer", file.path));
        // Macros of the runtime may be used everywhere.
        for import in file.imports() {
            let Some(below) = layer_of(&RUNTIME_LAYERS, import) else { continue };
            assert!(below <= own, "{} names crate::{import}", file.path);
            seen += 1;
        }
    }
    assert!(seen > 50, "only {seen} imports were seen: the test no longer reads the source");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut uses = 0;
    for package in PACKAGES {
        let files = files(package);
        uses += source::uses(&files).iter().map(BTreeSet::len).sum::<usize>();
        let circles = source::circles(&files);
        assert!(circles.is_empty(), "{package}: {circles:#?}");
    }
    assert!(uses > 300, "only {uses} imports were seen: the test no longer reads the source");
}

#[test]
fn the_model_cannot_see_the_source_form_and_emitters_neither() {
    for file in files("src") {
        let blind = matches!(file.top(), "model" | "lint" | "emit" | "diff");
        if blind {
            // Lower layers share the vocabularies of rules, but not the syntax.
            assert!(!file.imports().any(|import| import == "syntax"), "{} sees `syntax`", file.path);
        }
        if file.top() == "syntax" {
            assert!(!file.imports().any(|import| import == "model"), "{} sees `model`", file.path);
        }
    }
}

#[test]
fn only_one_folder_names_the_yaml_library() {
    let naming: Vec<String> = files("src")
        .into_iter()
        .filter(|file| file.names(&["granit_parser"]))
        .map(|file| file.path)
        .collect();
    assert!(!naming.is_empty(), "nothing names granit_parser: the test no longer reads the source");
    assert!(naming.iter().all(|path| path.starts_with("syntax/yaml/")), "{naming:?}");
}

#[test]
fn only_the_top_layer_touches_the_world() {
    let outside: [&[&str]; 8] = [
        &["std", "fs"],
        &["std", "env"],
        &["std", "io"],
        &["std", "net"],
        &["std", "process"],
        &["std", "thread"],
        &["std", "time", "SystemTime"],
        &["std", "time", "Instant"],
    ];
    let mut above = 0;
    for file in files("src") {
        for path in outside {
            let named = file.names(path);
            assert!(!named || layer(&file) == Some(6), "{} names {}", file.path, path.join("::"));
            above += usize::from(named);
        }
    }
    assert!(above > 0, "nothing names std::fs: the test no longer reads the source");
}

/// The order of a hash map differs from run to run.
#[test]
fn one_file_has_a_hash_map_and_it_is_not_iterated() {
    let named: [&[&str]; 2] = [&["std", "collections", "HashMap"], &["std", "collections", "HashSet"]];
    // What only the command compiles.
    let files: Vec<File> =
        files("src").into_iter().filter(|file| file.path != "diag/fingerprint.rs").collect();
    let naming = |file: &&File| named.iter().any(|path| file.names(path));
    let with_maps: Vec<&File> = files.iter().filter(naming).collect();
    let paths: Vec<&str> = with_maps.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["index.rs"], "`Index` is the hash map");
    let tokens = source::code(&with_maps[0].text).to_string();
    for way in ["iter", "keys", "values", "into_iter", "into_keys", "into_values", "drain", "retain"] {
        assert!(!tokens.contains(&format!("positions . {way}")), "positions.{way}");
    }
    assert!(!tokens.contains("in self") && !tokens.contains("in & self"), "for … in positions");
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    for package in PACKAGES {
        for file in files(package) {
            let lines = file.text.lines().count();
            assert!(lines <= 400, "{package}/{} has {lines} lines", file.path);
            let first = file.text.lines().next().unwrap_or_default();
            let is_sentence = first.strip_prefix("//! ").is_some_and(|text| text.len() > 10);
            assert!(is_sentence, "{package}/{} does not say what it is for: {first}", file.path);
        }
    }
}

#[test]
fn every_module_has_a_layer_and_every_layer_is_used() {
    for (package, layers) in [("src", &LAYERS[..]), ("runtime/src", &RUNTIME_LAYERS[..])] {
        let files = files(package);
        for file in &files {
            assert!(layer_of(layers, file.top()).is_some(), "{package}/{} is in no layer", file.path);
        }
        let is_gone = |module: &&str| !files.iter().any(|file| file.top() == *module);
        let gone: Vec<&str> = layers.iter().map(|(module, _)| *module).filter(is_gone).collect();
        assert!(gone.is_empty(), "{package} has no modules {gone:?}");
    }
}

/// Returns the layer of a file of the generator.
fn layer(file: &File) -> Option<u8> {
    layer_of(&LAYERS, file.top())
}

fn layer_of(layers: &[(&str, u8)], module: &str) -> Option<u8> {
    layers.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

/// Returns every file of a package, sorted by path.
fn files(package: &str) -> Vec<File> {
    source::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(package))
}

#[test]
fn packages_ship_no_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for package in ["", "runtime", "cli", "outputs", "edit", "import"] {
        let list = std::process::Command::new(env!("CARGO"))
            .args(["package", "--list", "--allow-dirty", "--offline"])
            .current_dir(root.join(package))
            .output()
            .unwrap();
        let files = String::from_utf8(list.stdout).unwrap();
        let has = |wanted: &str| files.lines().any(|file| file == wanted);
        assert!(has("src/lib.rs") || has("src/main.rs"), "{package}: {files}");
        assert!(has("README.md") && has("LICENSE-MIT") && has("LICENSE-APACHE"), "{package}: {files}");
        let is_test = |file: &&str| file.starts_with("tests/") || file.contains("/tests/");
        assert_eq!(files.lines().find(is_test), None, "{package}");
    }
}
