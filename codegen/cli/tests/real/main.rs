//! Twelve real catalogs with 2,219 errors, written in the format, checked, generated and compiled.
//!
//! Everything runs as a user would run it. The rules in `convert.rs` look at columns, not at
//! catalogs, and the values are compared with the rows that the catalogs were made from.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod convert;
mod forms;
mod imported;
mod marks;
mod program;
mod rows;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Map, Value, json};

use convert::{Catalog, convert, family_id, unused};
use marks::marks;
use rows::{Row, Source};

/// A project with all catalogs.
struct Project {
    folder: PathBuf,
    catalogs: Vec<(Source, Catalog)>,
}

impl Project {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("real").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let sources = rows::read();
        let catalogs: Vec<(Source, Catalog)> =
            sources.into_iter().map(|source| (source.clone(), convert(&source))).collect();
        for (path, text) in catalogs.iter().flat_map(|(_, catalog)| &catalog.files) {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        fs::write(
            folder.join("errcat.yaml"),
            "catalogs: catalogs\noutputs: { rust: { path: src/codes, root: mod.rs } }\n",
        )
        .unwrap();
        Self { folder, catalogs }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let command = env!("CARGO_BIN_EXE_errcat");
        Command::new(command).args(arguments).current_dir(&self.folder).output().unwrap()
    }

    /// Applies all fixes, and asserts that only warnings are left.
    fn fix(&self) {
        self.run(&["check", "--fix"]);
        let findings = String::from_utf8(self.run(&["check", "--format", "json"]).stdout).unwrap();
        let errors = findings.lines().filter(|line| line.contains("\"severity\":\"error\""));
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<&str>::new());
    }

    /// Runs the command and returns its standard output.
    fn errcat(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success(),
            "{arguments:?}\n{stdout}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        stdout
    }

    /// Returns the number of identifiers in the catalogs.
    fn idents(&self) -> usize {
        let files = self.catalogs.iter().flat_map(|(_, catalog)| &catalog.files);
        let text = files.map(|(path, _)| fs::read_to_string(self.folder.join(path)).unwrap());
        text.map(|text| text.lines().filter(|line| line.trim_start().starts_with("ident:")).count()).sum()
    }
}

/// The identifiers that `check --fix` adds, because two codes of an enum have the same name.
const IDENTS: usize = 6;

#[test]
fn every_field_is_equal() {
    let project = Project::new("fields");
    let before = project.idents();
    project.fix();
    assert_eq!(before, 0);
    assert_eq!(project.idents(), IDENTS);
    let lines = project.errcat(&["print", "catalog", "--format", "jsonl"]);
    let mut lines = lines.lines();
    for (source, catalog) in &project.catalogs {
        let mut index: HashMap<&str, u64> = HashMap::new();
        for row in &source.rows {
            let printed: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
            let index = index.entry(&row.family).or_default();
            *index += 1;
            let expected = fields(source, catalog, row, *index);
            for (key, value) in expected.as_object().unwrap() {
                assert_eq!(&printed[key], value, "{key} of {printed:#}");
            }
        }
    }
    assert_eq!(lines.next(), None);
}

/// Returns the fields that `print catalog` should print for a row.
fn fields(source: &Source, catalog: &Catalog, row: &Row, index: u64) -> Value {
    let code = match row.number() {
        Some(number) => json!(number),
        None => json!(row.code),
    };
    let details = unused(row, catalog.placeholders);
    let retry = row.retryable.map(|retryable| if retryable { "backoff" } else { "never" });
    json!({
        "catalog": source.id.replace('_', "-"),
        "family": family_id(source, &row.family),
        "family_title": row.family_title.as_ref().unwrap_or(&row.family),
        "code": code,
        "name": row.name,
        "message": row.message,
        "description": row.description,
        "status": row.status,
        "retry": retry,
        "class": row.classes.first(),
        "parent": row.parent,
        "params": parameters(&marks(row, catalog.placeholders)),
        "details": parameters(&details.iter().map(|name| (*name, "string")).collect::<Vec<_>>()),
        "facts": facts(source, catalog, row),
        "retired": row.retired.then(|| json!({ "since": null, "use": null, "note": null })),
        "index": index,
    })
}

/// Returns names and types of parameters as `print catalog` prints them.
fn parameters(list: &[(&str, &str)]) -> Value {
    let one = |(name, ty): &(&str, &str)| {
        let spec = json!({ "type": ty, "optional": false, "sensitive": false, "description": null });
        ((*name).to_owned(), spec)
    };
    if list.is_empty() { Value::Null } else { Value::Object(list.iter().map(one).collect()) }
}

/// Returns the facts of a row, in the order in which they are declared.
fn facts(source: &Source, catalog: &Catalog, row: &Row) -> Value {
    let facts: Map<String, Value> = catalog
        .facts
        .iter()
        .filter_map(|fact| Some((fact.name.clone(), source.fact(row, &fact.name).or(fact.default())?)))
        .collect();
    if facts.is_empty() { Value::Null } else { Value::Object(facts) }
}

#[test]
fn compiled() {
    let project = Project::new("program");
    project.fix();
    project.errcat(&["gen"]);
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("runtime");
    let manifest = format!(
        "[package]\nname = \"real\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\nerrcat = {{ path = {:?} }}\n[workspace]\n",
        runtime.to_str().unwrap()
    );
    fs::write(project.folder.join("Cargo.toml"), manifest).unwrap();
    fs::create_dir_all(project.folder.join("src")).unwrap();
    fs::write(project.folder.join("src/main.rs"), program::program(&project.catalogs)).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--color=never", "--target-dir", "../target"])
        .env("RUSTFLAGS", "-D warnings")
        .current_dir(&project.folder)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let expected = program::expected(&project.catalogs);
    for (printed, expected) in printed.lines().zip(expected.lines()) {
        assert_eq!(printed, expected);
    }
    assert_eq!(printed.lines().count(), expected.lines().count());
}
