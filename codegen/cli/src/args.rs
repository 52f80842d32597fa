//! Command-line arguments.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand, ValueEnum};

use crate::outputs::OUTPUTS;

/// Compiles catalogs of error codes from YAML to Rust.
///
/// Exit status: 0 if there is nothing to report; 1 for findings, stale output, or a code that is
/// unknown or ambiguous; 2 if the command could not run.
#[derive(Parser)]
#[command(name = "errcat", version, max_term_width = 100)]
pub(crate) struct Args {
    /// When to use colors.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Report mistakes in catalogs.
    Check(Check),
    /// Write the outputs that `errcat.yaml` configures: code, and files for other programs.
    ///
    /// The written files are listed in `.errcat/outputs`, which belongs in version control. Every
    /// run removes the Rust modules of catalogs that no longer exist. Other files that no output
    /// writes any more, for example after an output was moved or removed from `errcat.yaml`, stay
    /// until `--prune`. Only files that still begin the way errcat writes them are removed, and
    /// never through a symbolic link.
    Gen(Gen),
    /// Explain a code, a rule, or a key of the catalog format.
    Explain(Explain),
    /// Record the current version of each catalog in its ledger.
    Release(Release),
    /// Print catalogs in a format for other programs.
    Print(Print),
}

#[derive(clap::Args)]
pub(crate) struct Check {
    /// Catalog files or folders, or `-` for standard input [default: all catalogs of the project].
    pub(crate) paths: Vec<PathBuf>,
    /// Fix in place what can be fixed without asking. With `-`, print the fixed text to standard
    /// output and findings to standard error.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Check again whenever a file changes, until Ctrl-C.
    #[cfg(feature = "watch")]
    #[arg(long)]
    pub(crate) watch: bool,
    /// The name of standard input in findings.
    #[arg(long, value_name = "PATH", default_value = "stdin.yaml")]
    pub(crate) stdin_name: String,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct Gen {
    /// The kinds of outputs to write [default: all that `errcat.yaml` configures].
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub(crate) kinds: Vec<String>,
    /// Write nothing. Show what is stale, and exit with 1 if anything is.
    #[arg(long)]
    pub(crate) check: bool,
    /// Remove files that earlier runs wrote and no output writes any more.
    #[arg(long, conflicts_with = "out")]
    pub(crate) prune: bool,
    /// Write to this folder. Without an `errcat.yaml`, write all catalogs as Rust code to
    /// `DIR/errcat.rs`.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

/// Returns the kinds of outputs as possible arguments.
fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(OUTPUTS.iter().map(|output| output.keys().name))
}

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// A code in any case, or `catalog/code`, or `catalog/family/code`, or the name of a rule, or a
    /// key, or `map.key`.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
}

#[derive(clap::Args)]
pub(crate) struct Release {
    /// Catalog files or folders [default: all catalogs of the project].
    #[arg(value_name = "CATALOG")]
    pub(crate) paths: Vec<PathBuf>,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct Print {
    #[command(subcommand)]
    pub(crate) what: What,
}

#[derive(Subcommand)]
pub(crate) enum What {
    /// Print catalogs with all defaults applied.
    ///
    /// `--format jsonl` prints one object per error, in published order, with the keys catalog,
    /// family, `family_title`, code (a number if codes are integers), ident, name, names, status,
    /// message, description, `description_derived`, dynamic, retry, class, params, details, help,
    /// links, tags, mask, visibility, transport, exit, since, deprecated, retired, aliases, index
    /// (within its family, from 1), and the `x-` keys of the error. Absent values are null.
    /// `--format json` prints one document with every key of the format.
    Catalog(PrintCatalog),
    /// Print the JSON Schema (draft-07) of the files that errcat reads, for editors.
    Schema(PrintSchema),
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

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with the source lines.
    Human,
    /// One line per finding.
    Concise,
    /// One JSON object per finding.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
    /// A GitLab code quality report.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
    /// Reviewdog diagnostics.
    Rdjson,
    /// A JUnit report.
    Junit,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// If the output is a terminal that supports colors.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    pub(crate) fn write_global(self) {
        let choice = match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        };
        choice.write_global();
    }
}
