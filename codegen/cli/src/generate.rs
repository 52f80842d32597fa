//! `errcat gen`: writes the configured outputs, or shows what is stale.

use std::path::{Path, PathBuf};

use errcat_build::emit::rust::{FILE_NAME, Layout, emit};
use errcat_build::project::{Change, Failure, Project, SETTINGS, compare, stay_within, store};
use errcat_build::tree::Tree;

use crate::args::Gen;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::text_diff;

pub(crate) fn run(args: &Gen) -> Result<Output, Failure> {
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &[], "")?;
    let mut output = library.findings(args.format);
    // Warnings do not prevent generating.
    output.found = library.compiled.findings.has_errors();
    if output.found {
        return Ok(output);
    }
    for (folder, tree) in outputs(args, &project, &library)? {
        let place = project.root.join(&folder);
        if args.out.is_none() {
            stay_within(&project.root, &folder)?;
        }
        let changes = if args.check { compare(&place, &tree)? } else { store(&place, &tree)? };
        if args.check {
            output.found |= !changes.is_empty();
            output.text.extend(changes.iter().map(|change| text_diff::unified(change, &project.root)));
            output.progress.push(staleness(&folder, &tree, &changes));
        } else {
            output.progress.extend(report(&project.root, &place, &tree, &changes));
        }
    }
    Ok(output)
}

/// Returns the output folders, relative to the project, and their files.
fn outputs(args: &Gen, project: &Project, library: &Library) -> Result<Vec<(PathBuf, Tree)>, Failure> {
    let model = &library.compiled.model;
    let configured = project.outputs(model, &library.sources);
    match &args.out {
        None if configured.is_empty() => Err(Failure::new(
            SETTINGS,
            "no output is configured; add `outputs: { rust: { path: src/generated } }` to this file, or use `--out DIR`",
        )),
        None => Ok(configured),
        Some(out) => {
            let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
            let out = current.join(out);
            if configured.is_empty() {
                return Ok(vec![(out, emit(model, &Layout::File(FILE_NAME.to_owned())))]);
            }
            Ok(configured.into_iter().map(|(_, tree)| (out.clone(), tree)).collect())
        }
    }
}

fn staleness(folder: &Path, tree: &Tree, changes: &[Change]) -> String {
    let files = count(tree.len(), "file", "files");
    match changes.len() {
        0 => format!("{}: {files}, all up to date", folder.display()),
        stale => format!("{}: {files}, {stale} stale; run `errcat gen` to update them", folder.display()),
    }
}

/// Returns a line per file that says what was done with it.
fn report(root: &Path, place: &Path, tree: &Tree, changes: &[Change]) -> Vec<String> {
    let files = tree.iter().map(|(path, _)| place.join(path));
    let removed = changes.iter().filter(|change| change.new.is_none()).map(|change| change.path.clone());
    let mut paths: Vec<PathBuf> = files.chain(removed).collect();
    paths.sort();
    let state = |path: &PathBuf| match changes.iter().find(|change| change.path == *path) {
        None => "unchanged",
        Some(Change { new: None, .. }) => "removed",
        Some(_) => "wrote",
    };
    paths.iter().map(|path| format!("{:>9} {}", state(path), shown(root, path))).collect()
}

/// Formats a path relative to the project if possible.
fn shown(root: &Path, path: &Path) -> String {
    let current = std::env::current_dir().unwrap_or_default();
    let base = if root == Path::new("") { current.as_path() } else { root };
    path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
