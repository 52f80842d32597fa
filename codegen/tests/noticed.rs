//! Tests that no edit of a catalog goes unnoticed, and that fixes change nothing but what they are
//! about.
#![cfg(all(feature = "human", feature = "json"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod fixtures;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::json;
use errcat_build::unstable::model::Model;
use errcat_build::unstable::project::find;
use errcat_build::unstable::source::Sources;
use errcat_edit::fix::fix;
use errcat_edit::offer;
use fixtures::{add, entries};
use serde_json::Value;
use serde_yaml::Value as Yaml;

/// A generator of numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).unwrap()).unwrap()
    }
}

/// The characters that edits insert: those that mean something to YAML, and some that do not.
const CHARACTERS: [char; 24] = [
    ' ', '\n', '\t', '#', ':', '-', '"', '\'', '{', '}', '[', ']', ',', '|', '>', '&', '*', '!', '%', '0',
    'a', 'Z', '_', 'é',
];

/// Deletes, replaces or inserts one character.
fn edited(text: &str, numbers: &mut Numbers) -> String {
    let mut all: Vec<char> = text.chars().collect();
    let at = numbers.below(all.len());
    let c = CHARACTERS[numbers.below(CHARACTERS.len())];
    match numbers.below(3) {
        0 => drop(all.remove(at)),
        1 => all[at] = c,
        _ => all.insert(at, c),
    }
    all.into_iter().collect()
}

/// Returns the errors of a model, by their family and code, without what depends on others.
fn rows(model: &Model) -> BTreeMap<String, Value> {
    let mut rows = BTreeMap::new();
    let errors =
        model.catalogs.iter().flat_map(|catalog| catalog.errors.iter().map(move |error| (catalog, error)));
    for (catalog, error) in errors {
        let mut row: Value = serde_json::from_str(&json::line(catalog, error)).unwrap();
        let object = row.as_object_mut().unwrap();
        object.remove("index");
        object.remove("family_title");
        // The name of an error without a valid one contains its location.
        object.retain(|_, value| !value.as_str().is_some_and(|text| text.starts_with("Unnamed")));
        let mut name = format!("{}/{}", catalog.family_of(error).id, error.code.value);
        while rows.contains_key(&name) {
            name.push('+');
        }
        rows.insert(name, row);
    }
    rows
}

/// Collects the paths of the values that differ.
fn differences(one: &Yaml, other: &Yaml, path: &[String], found: &mut Vec<Vec<String>>) {
    match (one, other) {
        (Yaml::Mapping(one), Yaml::Mapping(other)) => {
            let name = |key: &Yaml| match key {
                Yaml::String(text) => text.clone(),
                key => serde_yaml::to_string(key).unwrap().trim().to_owned(),
            };
            let keys: BTreeMap<String, &Yaml> =
                one.keys().chain(other.keys()).map(|key| (name(key), key)).collect();
            for (name, key) in keys {
                let path: Vec<String> = path.iter().cloned().chain([name]).collect();
                let (one, other) = (one.get(key), other.get(key));
                match (one, other) {
                    (Some(one), Some(other)) => differences(one, other, &path, found),
                    _ => found.push(path),
                }
            }
        }
        (one, other) if one == other => {}
        _ => found.push(path.to_vec()),
    }
}

/// Returns the sources with another text of one file.
fn with(sources: &Sources, changed: &str, text: &str) -> Sources {
    let mut new = Sources::default();
    for file in sources.ids() {
        let path = sources.path(file);
        new.add(path, if path == changed { text } else { sources.text(file) });
    }
    new
}

#[test]
fn every_edit_is_reported_or_changes_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let catalogs: Vec<Sources> = ["csghub", "novita", "nsrocks", "phala-cloud"]
        .iter()
        .map(|id| find(&root, &[PathBuf::from(format!("catalogs/{id}"))]).unwrap().sources)
        .collect();
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let (mut reported, mut changed) = (0, 0);
    for _ in 0..500 {
        let sources = &catalogs[numbers.below(catalogs.len())];
        let files: Vec<_> = sources.ids().filter(|file| !sources.path(*file).ends_with("lock")).collect();
        let file = files[numbers.below(files.len())];
        let (path, text) = (sources.path(file), sources.text(file));
        let new = edited(text, &mut numbers);
        let analysis = analyze(&with(sources, path, &new));
        if !analysis.findings.is_empty() {
            reported += 1;
            continue;
        }
        let line = new.lines().zip(text.lines()).find(|(new, old)| new != old);
        let yaml = |text: &str| serde_yaml::from_str::<Yaml>(text);
        let (Ok(before), Ok(after)) = (yaml(text), yaml(&new)) else {
            unreachable!("{path} is not valid YAML, and no finding says so: {line:?}")
        };
        let mut places = Vec::new();
        differences(&before, &after, &[], &mut places);
        let old = analyze(sources).model;
        let is_same = json::document(&old) == json::document(&analysis.model);
        assert_eq!(places.is_empty(), is_same, "{path}: {line:?} changes {places:?}");
        changed += usize::from(!is_same);
        if path.ends_with("/catalog.yaml") {
            continue;
        }
        let (old, new) = (rows(&old), rows(&analysis.model));
        let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let differing = names.into_iter().filter(|name| old.get(*name) != new.get(*name));
        for name in differing {
            let is_meant = |place: &Vec<String>| match place.as_slice() {
                [errors, code, ..] => errors == "errors" && name.contains(code.as_str()),
                _ => false,
            };
            assert!(places.iter().any(is_meant), "{path}: {line:?} changes {places:?}, but also {name}");
        }
    }
    assert!(reported > 150 && changed > 100, "{reported} reported, {changed} changed");
}

#[test]
fn fixes_change_only_the_errors_that_they_are_about() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let mut compared = 0;
    for case in entries(&root).iter().flat_map(|rule| entries(rule)) {
        let mut sources = Sources::default();
        add(&mut sources, &case, &case.join("catalogs"));
        let before = analyze(&sources);
        let outcome = fix(&sources, |sources| {
            let mut findings = analyze(sources).findings;
            offer(sources, &mut findings);
            findings
        });
        if outcome.fixed.is_empty() {
            continue;
        }
        let after = analyze(&outcome.sources);
        // The first line of every error, by its file.
        let mut starts: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
        for error in before.model.catalogs.iter().flat_map(|catalog| &catalog.errors) {
            let span = error.code.span;
            let line = sources.start(span).line;
            starts.entry(sources.path(span.file)).or_default().push((line, &error.code.value));
        }
        let mut about: BTreeSet<&str> = BTreeSet::new();
        let mut is_about_all = false;
        for fixed in &outcome.fixed {
            let line: usize = fixed.place.split(':').next().unwrap().parse().unwrap();
            let above =
                starts.get(fixed.path.as_str()).into_iter().flatten().filter(|(start, _)| *start <= line);
            match above.max() {
                Some((_, code)) => drop(about.insert(code)),
                // What catalogs and families say applies to all errors.
                None => is_about_all = true,
            }
        }
        if is_about_all {
            continue;
        }
        let (old, new) = (rows(&before.model), rows(&after.model));
        for (name, row) in &old {
            let differs = new.get(name).is_some_and(|new| new != row);
            let is_meant = about.iter().any(|code| name.contains(code));
            assert!(
                !differs || is_meant,
                "{}: {name} changes, fixed are {:?}",
                case.display(),
                outcome.fixed
            );
            compared += 1;
        }
    }
    assert!(compared > 50, "only {compared} errors were compared");
}
