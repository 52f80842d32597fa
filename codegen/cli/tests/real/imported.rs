//! Real catalogs in the forms that their sources have: imported, checked, generated and compiled.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::forms::{Document, documents};
use crate::rows::{self, Row};

/// A project with all imported catalogs.
struct Project {
    folder: PathBuf,
    documents: Vec<Document>,
}

impl Project {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("imported").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(folder.join("sources")).unwrap();
        let settings = "catalogs: catalogs\noutputs: { rust: { path: src/codes, root: mod.rs } }\n";
        fs::write(folder.join("errcat.yaml"), settings).unwrap();
        let project = Self { folder, documents: documents(&rows::read()) };
        for document in &project.documents {
            let mut arguments = vec!["import".to_owned()];
            for (name, text) in &document.files {
                let path = format!("sources/{}-{name}", document.id);
                fs::write(project.folder.join(&path), text).unwrap();
                arguments.push(path);
            }
            arguments.extend(["-o".to_owned(), format!("catalogs/{}", document.id)]);
            arguments.extend(document.arguments.iter().map(|argument| (*argument).to_owned()));
            project.errcat(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        }
        project
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let command = env!("CARGO_BIN_EXE_errcat");
        Command::new(command).args(arguments).current_dir(&self.folder).output().unwrap()
    }

    /// Runs the command and returns its standard output.
    fn errcat(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}\n{stdout}{stderr}");
        stdout
    }
}

/// Returns the fields that `print catalog` should print for a row.
fn expected(document: &Document, row: &Row) -> Vec<(&'static str, Value)> {
    // Only data distinguishes an empty text from an absent one.
    let is_data = matches!(document.id, "spark" | "toml");
    let present = |text: &Option<String>| json!(text.as_ref().filter(|text| is_data || !text.is_empty()));
    let field = |name: &str| match name {
        "name" => json!(row.name.as_ref().filter(|name| **name != row.code)),
        "message" => present(&row.message),
        "description" => present(&row.description),
        "status" => json!(row.status),
        "retry" => json!(row.retryable.map(|retryable| if retryable { "backoff" } else { "never" })),
        "family_title" => json!(row.family_title.as_ref().unwrap_or(&row.family)),
        "parent" => json!(row.parent),
        "deprecated" => json!(row.retired),
        "default_enabled" => row.fact(name).cloned().unwrap_or(Value::Bool(true)),
        fact => row.fact(fact).cloned().unwrap_or(Value::Null),
    };
    let code = row.number().map_or(json!(row.code), Value::from);
    let fields = document.carries.iter().map(|name| (*name, field(name)));
    [("code", code)].into_iter().chain(fields).collect()
}

#[test]
fn every_carried_field_is_equal() {
    let project = Project::new("fields");
    let lines = project.errcat(&["print", "catalog", "--format", "jsonl"]);
    let printed: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut wrong = Vec::new();
    for document in &project.documents {
        let errors: Vec<&Value> = printed.iter().filter(|error| error["catalog"] == document.id).collect();
        assert_eq!(errors.len(), document.source.rows.len(), "{}", document.id);
        for (error, row) in errors.into_iter().zip(&document.source.rows) {
            for (key, value) in expected(document, row) {
                let actual = match key {
                    "deprecated" => &json!(!error[key].is_null()),
                    "condition_name" | "default_enabled" => &error["facts"][key],
                    key => &error[key],
                };
                if *actual != value {
                    wrong.push(format!("{}: {} {key}: {actual} instead of {value}", document.id, row.code));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} fields:\n{}", wrong.len(), wrong[..wrong.len().min(50)].join("\n"));
}

#[test]
fn importing_again_changes_nothing() {
    let project = Project::new("again");
    for document in &project.documents {
        let mut arguments = vec!["import".to_owned()];
        arguments.extend(document.files.iter().map(|(name, _)| format!("sources/{}-{name}", document.id)));
        arguments.extend(["--force".to_owned(), "-o".to_owned(), format!("catalogs/{}", document.id)]);
        arguments.extend(document.arguments.iter().map(|argument| (*argument).to_owned()));
        let output = project.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains("is up to date"), "{}: {stderr}", document.id);
    }
}

#[test]
fn generated_and_compiled() {
    let project = Project::new("program");
    project.errcat(&["gen"]);
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("runtime");
    let manifest = format!(
        "[package]\nname = \"imported\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\nerrcat = {{ path = {:?} }}\n[workspace]\n",
        runtime.to_str().unwrap()
    );
    fs::write(project.folder.join("Cargo.toml"), manifest).unwrap();
    let mut program = "#[rustfmt::skip]\n#[path = \"codes/mod.rs\"]\nmod all;\nfn main() {\n".to_owned();
    let mut all = String::new();
    // Where a code stands in two families, there is an enum per family.
    for document in project.documents.iter().filter(|document| !document.source.is_unique_by_family()) {
        let (id, module) = (document.id, document.id.replace('-', "_"));
        writeln!(
            program,
            "    for code in all::{module}::Code::ALL {{ println!(\"{id} {{:?}} {{:?}} {{:?}} {{:?}}\", code.code(), code.name(), code.message(), code.status()); }}"
        )
        .unwrap();
        for row in &document.source.rows {
            let fields = expected(document, row);
            let field = |name: &str| fields.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
            let name = field("name").and_then(Value::as_str);
            let message = field("message").and_then(Value::as_str);
            let status = field("status").and_then(Value::as_u64);
            writeln!(all, "{id} {:?} {name:?} {message:?} {status:?}", row.code).unwrap();
        }
    }
    fs::write(project.folder.join("src/main.rs"), program + "}\n").unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--color=never", "--target-dir", "../target"])
        .env("RUSTFLAGS", "-D warnings")
        .current_dir(&project.folder)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (printed, expected) in printed.lines().zip(all.lines()) {
        assert_eq!(printed, expected);
    }
    assert_eq!(printed.lines().count(), all.lines().count());
}
