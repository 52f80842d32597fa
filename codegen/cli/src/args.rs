//! Arguments that several commands share.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::ValueEnum;

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
    /// Exit with 1 if there are warnings, too.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
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
