//! The floors of the generator: imports go strictly down, and what belongs to one place stays there.
//!
//! The source is read as tokens, so that a comment or a text proves nothing.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// Every module of the crate and the floor it stands on.
const FLOORS: [(&str, u8); 19] = [
    ("index", 0),
    ("order", 0),
    ("source", 0),
    ("text", 0),
    ("tree", 0),
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
    ("import", 5),
    ("lib", 6),
    ("project", 6),
    ("cargo", 6),
];

/// One source file: its path below `src`, its text, the names in its code with `crate::`, `super::` and `self::` resolved.
struct File {
    path: String,
    text: String,
    paths: Vec<Vec<String>>,
}

impl File {
    /// The top-level module it belongs to.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    fn floor(&self) -> u8 {
        floor(self.module()).unwrap_or_else(|| panic!("{} stands on no floor", self.path))
    }

    /// Whether the code names this path, or something below it.
    fn names(&self, path: &[&str]) -> bool {
        self.paths
            .iter()
            .any(|known| known.len() >= path.len() && known.iter().zip(path).all(|(a, b)| a == b))
    }

    /// The top-level modules that the code names.
    fn imports(&self) -> impl Iterator<Item = &str> {
        let in_crate = self.paths.iter().filter(|path| path[0] == "crate");
        in_crate.filter_map(|path| path.get(1)).map(String::as_str)
    }
}

#[test]
fn imports_go_strictly_down() {
    let mut seen = 0;
    for file in files() {
        for import in file.imports().filter(|import| *import != file.module()) {
            // Items of lib.rs itself are the façade.
            let below = floor(import).unwrap_or(6);
            let facade = file.floor() == 6;
            assert!(below < file.floor() || facade, "{} names crate::{import}", file.path);
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} imports were seen: the test no longer reads the source");
}

#[test]
fn the_model_cannot_see_the_source_form_and_emitters_neither() {
    for file in files() {
        let blind = matches!(file.module(), "model" | "lint" | "emit" | "diff");
        if blind {
            // The words of a rule are shared downwards; the form is not.
            assert!(!file.imports().any(|import| import == "syntax"), "{} sees `syntax`", file.path);
        }
        if file.module() == "syntax" {
            assert!(!file.imports().any(|import| import == "model"), "{} sees `model`", file.path);
        }
    }
}

#[test]
fn only_one_folder_names_the_yaml_library() {
    let naming: Vec<String> =
        files().into_iter().filter(|file| file.names(&["granit_parser"])).map(|file| file.path).collect();
    assert!(!naming.is_empty(), "nothing names granit_parser: the test no longer reads the source");
    assert!(naming.iter().all(|path| path.starts_with("syntax/yaml/")), "{naming:?}");
}

#[test]
fn only_the_top_floor_touches_the_world() {
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
    for file in files() {
        for path in outside {
            let named = file.names(path);
            assert!(!named || file.floor() == 6, "{} names {}", file.path, path.join("::"));
            above += usize::from(named);
        }
    }
    assert!(above > 0, "nothing names std::fs: the test no longer reads the source");
}

/// Maps have one home each, which also keeps their number small: a further type of map costs every build script that compiles this.
#[test]
fn one_file_has_a_map_and_it_is_not_walked() {
    let named: [&[&str]; 6] = [
        &["std", "collections", "BTreeMap"],
        &["std", "collections", "BTreeSet"],
        &["std", "collections", "BinaryHeap"],
        &["std", "collections", "HashMap"],
        &["std", "collections", "HashSet"],
        &["std", "collections", "VecDeque"],
    ];
    // What only the command compiles.
    let files: Vec<File> = files().into_iter().filter(|file| file.path != "diag/fingerprint.rs").collect();
    let naming = |file: &&File| named.iter().any(|path| file.names(path));
    let with_maps: Vec<&File> = files.iter().filter(naming).collect();
    let paths: Vec<&str> = with_maps.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["index.rs"], "`Index` is the map, and sorted lists are the sets");
    let tokens = code(&with_maps[0].text).to_string();
    for way in ["iter", "keys", "values", "into_iter", "into_keys", "into_values", "drain", "retain"] {
        assert!(!tokens.contains(&format!("positions . {way}")), "positions.{way}");
    }
    assert!(!tokens.contains("in self") && !tokens.contains("in & self"), "for … in positions");
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    for file in files() {
        let lines = file.text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.path);
        let first = file.text.lines().next().unwrap_or_default();
        let sentence = first.strip_prefix("//! ").is_some_and(|text| text.len() > 10);
        assert!(sentence, "{} does not say what it is for: {first}", file.path);
    }
}

#[test]
fn every_module_has_a_floor_and_every_floor_is_used() {
    let files = files();
    for file in &files {
        assert!(floor(file.module()).is_some(), "{} stands on no floor", file.path);
    }
    let empty = FLOORS.iter().filter(|(name, _)| !files.iter().any(|file| file.module() == *name));
    let planned = ["diff", "import"];
    let gone: Vec<&str> = empty.map(|(name, _)| *name).filter(|name| !planned.contains(name)).collect();
    assert!(gone.is_empty(), "no such modules: {gone:?}");
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// Every file of the crate, in the order of their paths.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 50, "only {} files were found", paths.len());
    paths.iter().map(|path| file(&root, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

fn file(root: &Path, path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap();
    let path = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    let module: Vec<&str> = match path.trim_end_matches(".rs") {
        "lib" => Vec::new(),
        module => module.trim_end_matches("/mod").split('/').collect(),
    };
    let mut paths = Vec::new();
    find_paths(code(&text), &[], &mut paths);
    for found in &mut paths {
        resolve(found, &module);
    }
    File { path, text, paths }
}

fn code(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// Collects every `a::b::c` of the code; of `a::{b, c::d}` every member behind what stands before the brace.
fn find_paths(tokens: TokenStream, before: &[String], found: &mut Vec<Vec<String>>) {
    let mut path: Vec<String> = Vec::new();
    let mut colons = 0;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 && !path.is_empty() {
                    found.push([before, &path[..]].concat());
                    path.clear();
                }
                path.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                // Behind `::` the braces of an import list continue the path; inside any other group a path begins anew.
                let inside = if colons == 2 { [before, &path[..]].concat() } else { Vec::new() };
                find_paths(group.stream(), &inside, found);
                if !path.is_empty() {
                    found.push([before, &path[..]].concat());
                }
                path.clear();
                colons = 0;
            }
            _ => {
                if !path.is_empty() {
                    found.push([before, &path[..]].concat());
                }
                path.clear();
                colons = 0;
            }
        }
    }
    if !path.is_empty() {
        found.push([before, &path[..]].concat());
    }
}

/// Makes `super::…` and `self::…` of the file's module an absolute path.
fn resolve(path: &mut Vec<String>, module: &[&str]) {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let own = usize::from(ups == 0 && path[0] == "self");
    if ups == 0 && own == 0 {
        return;
    }
    assert!(ups <= module.len(), "`super` leads out of the crate");
    let rest = path.split_off(ups + own);
    let kept = &module[..module.len() - ups];
    *path = std::iter::once("crate").chain(kept.iter().copied()).map(str::to_owned).chain(rest).collect();
}
