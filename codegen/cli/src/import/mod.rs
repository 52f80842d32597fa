//! `errcat import`: turns tables, pages, API descriptions and source code into a catalog.

mod target;

use std::io::Read;
use std::path::{Path, PathBuf};

use errcat_build::unstable::project::{Failure, refuse_special};
use errcat_build::unstable::source::Sources;
use errcat_import::{Import as Imported, Kind, LARGEST_SOURCE, Options, Source, import, report};

use self::target::Target;
use crate::args::Format;
use crate::library;
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Import {
    /// The files that have the codes, or `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    decisions: Decisions,
    /// The folder of the catalog, such as `catalogs/shop`, or a file, such as `catalogs/shop.yaml`,
    /// or `-` to print the catalog [default: named like the first file].
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Update the catalog if it exists. Without this, the changes are only shown.
    #[arg(long)]
    force: bool,
}

/// What the author decides instead of the mapping.
#[derive(clap::Args)]
struct Decisions {
    /// The kind of source, instead of the recognised one: markdown, html, text, csv, tsv, json,
    /// jsonl, yaml, toml, openapi, rust, go, typescript or python.
    #[arg(long, value_name = "KIND")]
    from: Option<Kind>,
    /// Which columns hold what: `code="Error Code",name=Symbol`. Other keys than those of an error
    /// become declared facts; `skip` leaves a column out.
    #[arg(long, value_name = "KEY=COLUMN", value_delimiter = ',', value_parser = pair)]
    map: Vec<(String, String)>,
    /// What makes families: a column, `heading`, `prefix` (the first part of the code) or `none`.
    #[arg(long, value_name = "COLUMN")]
    family_by: Option<String>,
    /// How messages mark parameters: printf, indexed, angle, percent, mustache, braces or none.
    #[arg(long, value_name = "SYNTAX")]
    placeholders: Option<String>,
    /// Where a code stands only once: `catalog` or `family`.
    #[arg(long, value_name = "SCOPE")]
    unique: Option<String>,
    /// Where names come from: a column, `code` or `none`.
    #[arg(long, value_name = "COLUMN")]
    name_from: Option<String>,
}

impl Decisions {
    fn options(&self) -> Options {
        let mut options = Options::default();
        options.from = self.from;
        options.map.clone_from(&self.map);
        options.family_by.clone_from(&self.family_by);
        options.placeholders.clone_from(&self.placeholders);
        options.unique.clone_from(&self.unique);
        options.name_from.clone_from(&self.name_from);
        options
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (key, column) = text.split_once('=').ok_or("write KEY=COLUMN, such as code=\"Error Code\"")?;
    let column = column.trim().trim_matches('"');
    if key.trim().is_empty() || column.is_empty() {
        return Err("write KEY=COLUMN, such as code=\"Error Code\"".to_owned());
    }
    Ok((key.trim().to_owned(), column.to_owned()))
}

pub(crate) fn run(args: &Import) -> Result<Output, Failure> {
    let project = match library::project(Format::Human)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let target = Target::new(&project, args.output.as_deref(), &args.files[0]);
    let (imported, from) = read(&args.files, &target.id(), &args.decisions.options())?;
    let report = report::report(&imported.mapped, &from);
    if args.output.as_deref() == Some(Path::new("-")) {
        return Ok(Output {
            text: target::printed(&imported.mapped.catalog),
            aside: report,
            ..Output::default()
        });
    }
    let mut output = target.write(&project, &imported.mapped.catalog, args.force)?;
    output.text.insert_str(0, &report);
    Ok(output)
}

/// Imports the files, and describes them.
fn read(files: &[PathBuf], id: &str, options: &Options) -> Result<(Imported, String), Failure> {
    let mut contents = Vec::new();
    for file in files {
        contents.push((shown(file), bytes(file)?));
    }
    let sources: Vec<Source<'_>> = contents.iter().map(|(path, bytes)| Source { path, bytes }).collect();
    let names: Vec<&str> = contents.iter().map(|(path, _)| path.as_str()).collect();
    let imported =
        import(&sources, id, options).map_err(|failure| Failure::new(names.join(", "), failure))?;
    let each = names.iter().zip(&imported.kinds).map(|(name, kind)| match options.from {
        Some(_) => format!("{name} ({kind})"),
        None => format!("{name} ({kind}, recognised)"),
    });
    let from = each.collect::<Vec<_>>().join(", ");
    Ok((imported, from))
}

/// An imported catalog that is not written yet.
pub(crate) struct NewCatalog {
    pub(crate) id: String,
    /// The files, with their paths below the folder of catalogs.
    pub(crate) files: Sources,
    pub(crate) report: String,
}

/// Imports one file without decisions.
pub(crate) fn new_catalog(file: &Path) -> Result<NewCatalog, Failure> {
    let id = target::id(file);
    let (imported, from) = read(&[file.to_owned()], &id, &Options::default())?;
    let mut sources = Sources::default();
    for (path, text) in errcat_import::write::files(&imported.mapped.catalog) {
        sources.add(path, text);
    }
    let files = target::named(&sources, |sources| errcat_build::unstable::analyze(sources).findings);
    Ok(NewCatalog { id, files, report: report::report(&imported.mapped, &from) })
}

fn shown(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

/// Reads a file, but no more than is needed to see that it is too large.
fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = LARGEST_SOURCE as u64 + 1;
    let read = if file == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        let opened = refuse_special(file).and_then(|()| std::fs::File::open(file));
        opened.and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::new(shown(file), error))?;
    Ok(bytes)
}
