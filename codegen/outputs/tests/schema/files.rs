//! Compares reader and schema over the shipped catalogs and all catalogs of the findings tests.

use std::fs;
use std::path::{Path, PathBuf};

use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::syntax::{CatalogFiles, catalog_files};

use super::{as_json, mistakes, mistakes_in_settings, schema};

/// Files with a mistake that a schema cannot describe, and the reason.
const BEYOND_A_SCHEMA: [(&str, &str); 23] = [
    ("wrong-type/code/catalogs/a.yaml", "one key needs another"),
    ("wrong-type/code/catalogs/b.yaml", "one key needs another"),
    ("wrong-type/code/catalogs/d.yaml", "one key needs another"),
    ("wrong-type/format-without-width/catalogs/windows.yaml", "one key needs another"),
    ("reused-code/senseless-range/catalogs/shop.yaml", "a range is two codes in one text"),
    ("unknown-key/family-keys-in-catalog/catalogs/shop/catalog.yaml", "the path says what the file is"),
    ("wrong-type/envelope-marks/catalogs/shop.yaml", "the valid keys depend on the fact"),
    ("wrong-type/languages/catalogs/shop/catalog.yaml", "a language tag has one usual spelling"),
    ("wrong-type/languages/catalogs/shop/locales/klingonese.yaml", "the name of the file"),
    ("wrong-type/languages/catalogs/shop/locales/pt-br.yaml", "the name of the file"),
    ("wrong-type/paths-of-others/catalogs/shop.yaml", "a path is read step by step"),
    ("wrong-type/paths-of-others/catalogs/slashes.yaml", "a path is read step by step"),
    ("wrong-type/patterns/catalogs/shop/catalog.yaml", "a text is a regular expression, or not"),
    ("wrong-type/patterns/catalogs/shop/cart.yaml", "a text is a regular expression, or not"),
    ("wrong-type/sub-with-parent/catalogs/shop.yaml", "an entry of `sub` has all other keys of an error"),
    ("wrong-type/sub-without-separator/catalogs/shop.yaml", "`sub` needs a key of the catalog"),
    ("wrong-type/two-stars/catalogs/shop.yaml", "a text has one `*` at most"),
    ("dangling-reference/patterns-misspelt/catalogs/shop.yaml", "a text has one `*` at most"),
    ("wrong-type/values/catalogs/shop.yaml", "a code names its parameter"),
    ("unread-file/translations/catalogs/shop/locales/fr.YAML", "the name of the file"),
    ("wrong-type/languages-that-are-none/catalogs/shop.yaml", "a list of all languages"),
    ("wrong-type/since-out-of-order/catalogs/shop.yaml", "two versions in order"),
    ("wrong-type/since-in-other-forms/catalogs/shop.yaml", "two versions in order"),
];

/// A file: its description, its kind, its JSON, and the findings of the reader.
struct Case {
    name: String,
    kind: &'static str,
    json: serde_json::Value,
    mistakes: Vec<String>,
}

#[test]
fn what_the_reader_accepts_the_schema_accepts_and_the_other_way_round() {
    let mut wrong = Vec::new();
    let mut counts = (0, 0);
    let mut excused: Vec<&str> = BEYOND_A_SCHEMA.iter().map(|(name, _)| *name).collect();
    for case in cases() {
        let refusal = schema(case.kind).validate(&case.json).err().map(|error| error.to_string());
        // Duplicate keys and invalid YAML are not visible in JSON. A key of an error may be a fact
        // that the catalog declares.
        let may_be_fact = |mistake: &str| {
            mistake.starts_with("unknown-key: an error has no key")
                || mistake.starts_with("unknown-key: `defaults` has no key")
        };
        let found = case
            .mistakes
            .iter()
            .find(|mistake| {
                ["unknown-key", "wrong-type", "envelope"].iter().any(|rule| mistake.starts_with(rule))
            })
            .filter(|mistake| refusal.is_some() || !may_be_fact(mistake));
        match (&refusal, found) {
            (Some(refusal), None) if case.mistakes.is_empty() => {
                wrong.push(format!("{}: only the schema refuses it: {refusal}", case.name));
            }
            (None, Some(found)) => match excused.iter().position(|name| *name == case.name) {
                Some(position) => drop(excused.remove(position)),
                None => wrong.push(format!("{}: only the reader refuses it: {found}", case.name)),
            },
            (None, _) => counts.0 += 1,
            _ => counts.1 += 1,
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(excused.is_empty(), "no excuse is needed for {excused:?}");
    assert!(counts.0 > 150 && counts.1 > 20, "{counts:?} files were accepted and refused");
}

fn cases() -> Vec<Case> {
    projects().iter().flat_map(|project| project_cases(project)).collect()
}

/// Returns this repository and every catalog of the findings tests.
pub(super) fn projects() -> Vec<PathBuf> {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
    let mut projects = vec![codegen.parent().unwrap().to_owned()];
    for rule in entries(&codegen.join("tests/findings")) {
        projects.extend(entries(&rule));
    }
    projects
}

fn project_cases(project: &Path) -> Vec<Case> {
    let mut sources = Sources::default();
    add(&mut sources, project, &project.join("catalogs"));
    let kinds = catalog_files(&sources).into_iter().flat_map(|files| kinds(&files)).collect::<Vec<_>>();
    let name = project.iter().rev().take(2).map(|part| part.to_str().unwrap());
    let name = name.collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("/");
    let case = |(kind, file): (&'static str, FileId)| {
        let json = as_json(sources.text(file))?;
        let name = format!("{name}/{}", sources.path(file));
        Some(Case { name, kind, json, mistakes: mistakes(&sources, file) })
    };
    let mut cases: Vec<Case> = kinds.into_iter().filter_map(case).collect();
    if let Ok(text) = fs::read_to_string(project.join("errcat.yaml")) {
        let json = as_json(&text).unwrap();
        let name = format!("{name}/errcat.yaml");
        cases.push(Case { name, kind: "config", json, mistakes: mistakes_in_settings(&text) });
    }
    cases
}

/// Returns the kind of each file of a catalog.
pub(super) fn kinds(files: &CatalogFiles) -> Vec<(&'static str, FileId)> {
    match files {
        CatalogFiles::Single { file, .. } => vec![("catalog", *file)],
        CatalogFiles::Folder { head, families, locales, .. } => {
            let families = families.iter().map(|(_, file)| ("family", *file));
            let locales = locales.iter().map(|(_, file)| ("locale", *file));
            std::iter::once(("catalog", *head)).chain(families).chain(locales).collect()
        }
    }
}

/// Adds all files below `folder`, except those that test bytes rather than keys.
pub(super) fn add(sources: &mut Sources, project: &Path, folder: &Path) {
    for path in entries(folder) {
        if path.is_dir() {
            add(sources, project, &path);
        } else if path.extension().is_some_and(|ending| ending != "escaped") {
            let name = path.strip_prefix(project).unwrap().to_str().unwrap();
            sources.add_bytes(name, fs::read(&path).unwrap());
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
