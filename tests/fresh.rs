//! Tests that `generated/` is up to date, and does not depend on where the project is.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use errcat_build::unstable::diag::{Severity, concise};
use errcat_build::unstable::project::{Others, Planned, Project};
use errcat_outputs::OUTPUTS;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns all outputs of the project at `root`.
fn outputs(root: &Path) -> Vec<Planned> {
    let project = Project::open(root, OUTPUTS, Others::Unknown).unwrap();
    let found = project.catalogs().unwrap();
    let compiled = errcat_build::unstable::analyze(&found.sources);
    let errors = compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let errors: Vec<String> = errors.map(|finding| concise(&found.sources, finding)).collect();
    assert_eq!(errors, Vec::<String>::new());
    let outputs = project.outputs(&compiled.model, &found.sources, &[]).unwrap();
    let kinds: Vec<&str> = outputs.iter().map(Planned::kind).collect();
    let committed = ["rust", "json", "vectors", "markdown", "typescript", "python", "go", "openapi"];
    assert_eq!(kinds, committed);
    outputs
}

/// Collects the files below a folder, with relative paths, in order.
fn files(folder: &Path, below: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder.join(below)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| below.join(entry.unwrap().file_name())).collect();
    paths.sort_unstable();
    for path in paths {
        if folder.join(&path).is_dir() {
            files(folder, &path, found);
        } else {
            found.push(path);
        }
    }
}

/// Copies the settings and catalogs, writing the files in reverse order.
fn copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let mut paths = vec![PathBuf::from("errcat.yaml")];
    files(repository(), Path::new("catalogs"), &mut paths);
    assert!(paths.len() > 30, "four catalogs have more files than {}", paths.len());
    for path in paths.iter().rev() {
        let target = copy.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, fs::read(repository().join(path)).unwrap()).unwrap();
    }
    copy
}

#[test]
fn the_repository() {
    for output in outputs(repository()) {
        let changes = output.compare(&repository().join(&output.folder)).unwrap();
        let stale: Vec<&Path> = changes.iter().map(|change| change.path.as_path()).collect();
        assert_eq!(stale, Vec::<&Path>::new(), "`cargo run -- gen` makes them fresh");
    }
}

/// Every file in `generated/` comes from the generator.
#[test]
fn nothing_else_is_generated() {
    let outputs = outputs(repository());
    let mut found = Vec::new();
    files(&repository().join("generated"), Path::new(""), &mut found);
    let found: Vec<String> = found.iter().map(|path| path.to_str().unwrap().replace('\\', "/")).collect();
    let mut made: Vec<String> = Vec::new();
    for output in &outputs {
        let folder = output.folder.strip_prefix("generated").unwrap();
        made.extend(
            output.tree.iter().map(|(path, _)| folder.join(path).to_str().unwrap().replace('\\', "/")),
        );
    }
    made.sort_by_key(|path| Path::new(path).to_owned());
    assert_eq!(found, made);
    assert!(made.contains(&"lib.rs".to_owned()) && made.len() > 10);
}

#[test]
fn another_folder() {
    let copy = copy();
    let trees = |root: &Path| outputs(root).into_iter().map(|output| output.tree).collect::<Vec<_>>();
    assert_eq!(trees(copy.path()), trees(repository()));
}

/// A changed letter in a catalog changes exactly the files that contain it.
#[test]
fn an_edited_catalog() {
    let copy = copy();
    let file = copy.path().join("catalogs/phala-cloud/preflight.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("The Docker Compose file contains errors", "The Docker Compose file contains errors!"),
    )
    .unwrap();
    let mut stale = Vec::new();
    for output in outputs(copy.path()) {
        for change in output.compare(&repository().join(&output.folder)).unwrap() {
            stale.push(change.path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    let rust_and_documents = ["phala_cloud.rs", "catalog.json", "vectors.json", "llms.txt", "index.md"];
    let clients = ["codes.ts", "info.ts", "error_codes.py", "info.py", "codes.go", "info.go"];
    assert_eq!(stale, [&rust_and_documents[..], &clients, &["errors.openapi.yaml"]].concat());
}

/// Writing creates the right files, and a second run changes nothing.
#[test]
fn a_second_run() {
    let copy = copy();
    let rust = outputs(copy.path()).remove(0);
    let folder = copy.path().join(&rust.folder);
    let written = rust.store(&folder).unwrap();
    assert_eq!(written.len(), rust.tree.len());
    let orphan = folder.join("novita/gone.rs");
    fs::write(&orphan, "// @generated by errcat 0.0.1 from catalogs.\n").unwrap();
    let foreign = folder.join("hand.rs");
    fs::write(&foreign, "// Written by hand.\n").unwrap();
    let again = rust.store(&folder).unwrap();
    assert_eq!(again.iter().map(|change| &change.path).collect::<Vec<_>>(), [&orphan]);
    assert!(!orphan.exists() && foreign.exists());
    assert_eq!(rust.store(&folder).unwrap(), []);
}
