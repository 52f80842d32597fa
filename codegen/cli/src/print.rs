//! `errcat print`: prints catalogs, and what the command knows, in formats for other programs.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::project::{Failure, Project};
use errcat_outputs::json_schema;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::Output;
use crate::print_itself;

#[derive(clap::Args)]
pub(crate) struct Print {
    #[command(subcommand)]
    pub(crate) what: What,
}

#[derive(Subcommand)]
pub(crate) enum What {
    /// Print catalogs with all defaults applied.
    ///
    /// `--format jsonl` prints one JSON object per error and line, in published order: `catalog`,
    /// `family`, `family_title`, `code` (a number if the codes of the catalog are numbers), `ident`,
    /// the keys of an error as `errcat explain error` lists them, `transport`, `index` (in its
    /// family, from 1), and the `x-` keys of the error. Absent values are `null`. `--format json`
    /// prints one document with every key of the format.
    Catalog(PrintCatalog),
    /// Print the JSON Schema (draft-07) of the files that errcat reads, for editors.
    Schema(PrintSchema),
    /// Print the settings of the project with all defaults applied, as one JSON object.
    Config,
    /// Print the rules with their levels in the project, one JSON object per line.
    Rules,
    /// Print the completions of a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(clap::Args)]
pub(crate) struct PrintSchema {
    /// The kind of file [default: one document with definitions for all of them].
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<SchemaFile>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum SchemaFile {
    /// `catalog.yaml`, or a single-file catalog.
    Catalog,
    /// A family file.
    Family,
    /// A translation, `locales/LANGUAGE.yaml`.
    Locale,
    /// `errcat.yaml`.
    Config,
}

impl SchemaFile {
    /// Returns the name of the definition.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Family => "family",
            Self::Locale => "locale",
            Self::Config => "config",
        }
    }
}

#[derive(clap::Args)]
pub(crate) struct PrintCatalog {
    /// Catalog files or folders, or `-` for standard input [default: all catalogs of the project].
    pub(crate) paths: Vec<PathBuf>,
    /// The name of standard input in findings.
    #[arg(long, value_name = "PATH", default_value = "stdin.yaml")]
    pub(crate) stdin_name: String,
    /// The output format.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub(crate) format: PrintFormat,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum PrintFormat {
    /// One JSON object per error.
    Jsonl,
    /// One JSON document.
    Json,
}

pub(crate) fn run(args: &Print) -> Result<Output, Failure> {
    match &args.what {
        What::Catalog(args) => catalog(args),
        What::Schema(args) => Ok(Output { text: schema(args), ..Output::default() }),
        What::Config => of_project(print_itself::config),
        What::Rules => of_project(print_itself::rules),
        What::Completions { shell } => {
            Ok(Output { text: print_itself::completions(*shell), ..Output::default() })
        }
    }
}

/// Prints something about the project.
fn of_project(text: impl Fn(&Project) -> String) -> Result<Output, Failure> {
    Ok(match library::project(Format::Human)? {
        Ok(project) => Output { text: text(&project), ..Output::default() },
        Err(output) => output,
    })
}

fn schema(args: &PrintSchema) -> String {
    match args.file {
        Some(file) => json_schema::of_file(file.as_str(), &errcat_outputs::keys()).unwrap_or_default(),
        None => json_schema::document(&errcat_outputs::keys()),
    }
}

fn catalog(args: &PrintCatalog) -> Result<Output, Failure> {
    let project = match library::project(Format::Human)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, &args.stdin_name)?;
    if library.compiled.findings.has_errors() {
        return Ok(library.findings(Format::Human));
    }
    let model = &library.compiled.model;
    let text = match args.format {
        PrintFormat::Jsonl => json::lines(model),
        PrintFormat::Json => json::document(model),
    };
    Ok(Output { text, ..Output::default() })
}
