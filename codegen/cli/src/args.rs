//! What can be said on the command line.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand, ValueEnum};

use crate::outputs::OUTPUTS;

/// Compiles catalogs of error codes: one YAML file an error family in, one Rust enum a catalog out.
///
/// Exit status: 0 nothing to report, 1 findings, stale output, or a code that is not found or ambiguous, 2 could not run.
#[derive(Parser)]
#[command(name = "errcat", version, max_term_width = 100)]
pub(crate) struct Args {
    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Find mistakes in catalogs.
    Check(Check),
    /// Write what `errcat.yaml` asks for: code, and files for other programs.
    ///
    /// The files that were written are listed in `.errcat/outputs`, which belongs into version control. When a catalog is gone, every run
    /// removes its Rust modules, which the root module declared. Other files that no output writes any more stay until `--prune`: for example
    /// after an output was removed from `errcat.yaml` or got another path. Only files that still begin as errcat writes them are removed, and
    /// never through a symbolic link.
    Gen(Gen),
    /// Tell everything about a code.
    Explain(Explain),
    /// Write the ledger: what clients are promised from the catalog's version on.
    Release(Release),
    /// Print what other programs read.
    Print(Print),
}

#[derive(clap::Args)]
pub(crate) struct Check {
    /// Catalog files or folders, or `-` for standard input; the project's catalogs if none is named.
    pub(crate) paths: Vec<PathBuf>,
    /// Mend in place what can be mended without asking; of standard input, print the mended text, and findings on standard error.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Check again whenever a file changes, until Ctrl-C.
    #[cfg(feature = "watch")]
    #[arg(long)]
    pub(crate) watch: bool,
    /// How findings name standard input.
    #[arg(long, value_name = "PATH", default_value = "stdin.yaml")]
    pub(crate) stdin_name: String,
    /// How findings are told.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct Gen {
    /// The kinds of outputs to write; all that `errcat.yaml` lists if none is named.
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub(crate) kinds: Vec<String>,
    /// Write nothing; show what is stale, and exit with 1 if anything is.
    #[arg(long)]
    pub(crate) check: bool,
    /// Remove the files that earlier runs wrote and no output writes any more.
    #[arg(long, conflicts_with = "out")]
    pub(crate) prune: bool,
    /// Write to this folder. Without an `errcat.yaml`: all catalogs as Rust code in `DIR/errcat.rs`.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// How findings are told.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

/// The kinds of outputs, as words on the command line.
fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(OUTPUTS.iter().map(|output| output.keys().name))
}

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// The code, in any case, if need be as `catalog/code` or `catalog/family/code`.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
}

#[derive(clap::Args)]
pub(crate) struct Release {
    /// Catalog files or folders; the project's catalogs if none is named.
    #[arg(value_name = "CATALOG")]
    pub(crate) paths: Vec<PathBuf>,
    /// How findings are told.
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
    /// What the catalogs mean.
    ///
    /// With `--format jsonl`, one error per line, in published order, with the keys catalog, family, `family_title`, code (a number where the
    /// catalog's codes are numbers), ident, name, names, status, message, description, `description_derived`, dynamic, retry, class, params,
    /// details, help, links, tags, mask, visibility, transport, exit, since, deprecated, retired, aliases, index (in its family, from 1),
    /// then the error's own `x-` keys. An absent fact is null. With `--format json`, one document with every key of the format.
    Catalog(PrintCatalog),
}

#[derive(clap::Args)]
pub(crate) struct PrintCatalog {
    /// Catalog files or folders, or `-` for standard input; the project's catalogs if none is named.
    pub(crate) paths: Vec<PathBuf>,
    /// How findings name standard input.
    #[arg(long, value_name = "PATH", default_value = "stdin.yaml")]
    pub(crate) stdin_name: String,
    /// The form.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub(crate) format: PrintFormat,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum PrintFormat {
    /// One object an error.
    Jsonl,
    /// One document.
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the lines it is about.
    Human,
    /// One line a finding.
    Concise,
    /// One JSON object a finding.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
    /// A GitLab code quality report.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
    /// The diagnostic format of reviewdog.
    Rdjson,
    /// A `JUnit` report.
    Junit,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// Where the output is a terminal that can show them.
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
