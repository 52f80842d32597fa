//! `errcat fmt`: puts catalogs in canonical form: the order of keys, quotes, and brackets. Comments
//! stay, and no error moves.

use std::path::PathBuf;

use errcat_build::unstable::emit::json;
use errcat_build::unstable::format::keys::{self, Map};
use errcat_build::unstable::ledger::is_ledger;
use errcat_build::unstable::project::{Failure, FileChange, rewrite};
use errcat_build::unstable::syntax::yaml::{Node, NodeKind};
use errcat_edit::{Document, Operation, Path, tidy};

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::text_diff;

#[derive(clap::Args)]
pub(crate) struct Fmt {
    /// Catalog files or folders, or `-` to print standard input in canonical form [default: all
    /// catalogs of the project].
    paths: Vec<PathBuf>,
    /// The name of standard input in findings.
    #[arg(long, value_name = "PATH", default_value = "stdin.yaml")]
    stdin_name: String,
    /// Write nothing, and fail if a file would change.
    #[arg(long)]
    check: bool,
    /// Write nothing, and show what would change.
    #[arg(long)]
    diff: bool,
}

pub(crate) fn run(args: &Fmt) -> Result<Output, Failure> {
    if args.paths.len() > 1 && args.paths.iter().any(|path| path == std::path::Path::new("-")) {
        return Err(Failure::new("-", "`fmt` takes either standard input or files, not both"));
    }
    let project = match library::project(Format::Human)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, &args.stdin_name)?;
    // Only standard output is written for standard input.
    let printed = library.stdin.filter(|_| !args.check && !args.diff);
    if library.compiled.findings.has_errors() {
        let mut output = library.findings(Format::Human);
        if let Some(file) = printed {
            let text = library.printable(file);
            output.aside = std::mem::replace(&mut output.text, text);
        }
        return Ok(output);
    }
    let mut sources = library.sources.clone();
    for file in library.sources.ids().filter(|file| !is_ledger(library.sources.path(*file))) {
        let is_asked = library.stdin.is_none_or(|stdin| stdin == file);
        if is_asked && library.sources.is_whole(file) {
            sources.set_text(file, formatted(library.sources.text(file)));
        }
    }
    let after = Library::analyze(&project, sources.clone());
    let (was, is) = (json::document(&library.compiled.model), json::document(&after.compiled.model));
    if was != is || after.compiled.findings.has_errors() {
        return Err(Failure::new("errcat fmt", "the catalogs would mean something else; nothing is written"));
    }
    let changed: Vec<_> =
        library.sources.ids().filter(|file| library.sources.text(*file) != sources.text(*file)).collect();
    let mut output = Output::default();
    if args.check || args.diff {
        for file in &changed {
            let path = library.sources.path(*file);
            if args.diff {
                let [old, new] =
                    [&library.sources, &sources].map(|sources| Some(sources.text(*file).to_owned()));
                let change = FileChange { path: PathBuf::from(path), old, new };
                output.text.push_str(&text_diff::unified(&change, &project.root));
            } else {
                output.text.push_str(&format!("{path}\n"));
            }
        }
        output.found = !changed.is_empty();
        return Ok(output);
    }
    if let Some(file) = printed {
        return Ok(Output { text: sources.text(file).to_owned(), ..Output::default() });
    }
    let written = rewrite(&project.root, &library.sources, &sources)?;
    output.progress.push(format!("formatted {}", count(written.len(), "file", "files")));
    Ok(output)
}

/// Returns a text in canonical form. A map whose comments belong to no entry stays
/// as it is.
pub(crate) fn formatted(text: &str) -> String {
    let Ok(mut document) = Document::parse(text) else { return text.to_owned() };
    let Some(root) = document.kind_at(&Path::root()).cloned() else { return text.to_owned() };
    let mut maps = vec![(Path::root(), order_of(&[&keys::CATALOG, &keys::FAMILY]))];
    if let NodeKind::Map(entries) = &root {
        let errors = entries.iter().find(|(key, _)| scalar(key) == "errors");
        if let Some((_, Node { kind: NodeKind::Map(errors), .. })) = errors {
            for (code, value) in errors {
                entry(value, &Path::keys(["errors"]).key(scalar(code)), &mut maps);
            }
        }
    }
    for (path, order) in maps {
        let Some(NodeKind::Map(entries)) = document.kind_at(&path) else { continue };
        let old: Vec<String> = entries.iter().map(|(key, _)| scalar(key).to_owned()).collect();
        let mut new = old.clone();
        new.sort_by_key(|key| order.iter().position(|known| known == key).unwrap_or(order.len()));
        if new != old {
            // What cannot be moved without its comments stays.
            drop(document.apply(&Operation::reorder(path, new)));
        }
    }
    tidy(document.text())
}

/// Collects the maps of an error: its own, its variants and its children.
fn entry(node: &Node, path: &Path, maps: &mut Vec<(Path, Vec<&'static str>)>) {
    let NodeKind::Map(entries) = &node.kind else { return };
    maps.push((path.clone(), order_of(&[&keys::ERROR])));
    for (key, value) in entries {
        match (scalar(key), &value.kind) {
            ("sub", NodeKind::Map(children)) => {
                for (code, child) in children {
                    entry(child, &path.clone().key("sub").key(scalar(code)), maps);
                }
            }
            ("variants", NodeKind::List(items)) => {
                for at in 0..items.len() {
                    maps.push((path.clone().key("variants").item(at), order_of(&[&keys::VARIANT])));
                }
            }
            _ => {}
        }
    }
}

fn order_of(maps: &[&'static Map]) -> Vec<&'static str> {
    let names: Vec<&str> = maps.iter().flat_map(|map| map.keys).map(|key| key.name).collect();
    // The errors come last.
    let (errors, mut others): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|name| *name == "errors");
    others.extend(errors.first());
    others
}

fn scalar(node: &Node) -> &str {
    match &node.kind {
        NodeKind::Plain(text) | NodeKind::Quoted(text) => text,
        _ => "",
    }
}
