//! The `errcat` command. Each subcommand has its own module.

mod args;
mod change;
mod check;
mod create;
mod diff;
mod explain;
mod explain_change;
mod explain_key;
mod explain_pasted;
mod explain_removed;
mod explain_rule;
mod fix;
mod fmt;
mod generate;
mod git;
mod import;
mod init;
mod library;
mod output;
mod print;
mod print_itself;
mod release;
mod report;
mod repository;
mod tally;
mod text_diff;
mod waiting;
#[cfg(feature = "watch")]
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Compiles catalogs of error codes from YAML to Rust.
///
/// Exit status: 0 if there are no errors; 1 for errors, with `--deny-warnings` also for warnings,
/// for stale output, or for a code that is unknown or ambiguous; 2 if the command could not run.
#[derive(Parser)]
#[command(name = "errcat", version, max_term_width = 100)]
struct Args {
    /// When to use colors.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: args::Color,
    /// Print findings and results, but no summary.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Also print what did not change.
    #[arg(short, long, global = true)]
    verbose: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start a project in this folder, or add what is missing to a package.
    ///
    /// In an empty folder, the result is a package with three error codes, a program and a test. In
    /// a package, files are only created if they do not exist, and lines are added to `Cargo.toml`
    /// and to `lib.rs` or `main.rs` without other changes.
    Init(init::Init),
    /// Turn a table, a page, an API description or source code into a catalog.
    ///
    /// The kind of source is recognised from its content. The report says what was read, what was
    /// guessed and what is missing, and which flags decide otherwise. Guesses are comments in the
    /// written files. If the catalog exists, the changes are only shown; with `--force`, it is updated in
    /// place, and comments and additions stay.
    Import(import::Import),
    /// Report mistakes in catalogs.
    Check(args::Check),
    /// Write the outputs that `errcat.yaml` configures: code, and files for other programs.
    ///
    /// The written files are listed in `.errcat/outputs`, which belongs in version control. Every
    /// run removes the Rust modules of catalogs that no longer exist. Other files that no output
    /// writes any more, for example after an output was moved or removed from `errcat.yaml`, stay
    /// until `--prune`. Only files that still begin the way errcat writes them are removed, and
    /// never through a symbolic link.
    Gen(generate::Gen),
    /// Show what changed since the last release, what it breaks, and which version it needs.
    ///
    /// Exit status: 0 if everything may be released with the version of the catalog; 1 if not; 2 if
    /// the states could not be compared.
    Diff(diff::Diff),
    /// Explain a code, a rule, or a key of the catalog format.
    ///
    /// Inside a project, only its catalogs are searched. Those that are built in answer elsewhere, and
    /// with their id before the code, such as `phala-cloud/ERR-05-002`.
    Explain(explain::Explain),
    /// Put catalogs in canonical form. Comments stay, and no error moves.
    ///
    /// Keys are in the order of the reference. Quotes are double, and only where they are necessary.
    /// Brackets are `{ a: 1, b: 2 }` and `[a, b]`; if they make a line longer than 100 characters, the
    /// map or list is put on lines of its own. Texts are not wrapped.
    Fmt(fmt::Fmt),
    /// Add a code that was never used.
    New(change::fresh::New),
    /// Give an error another name. The old one stays as `formerly`.
    Rename(change::rename::Rename),
    /// Turn a code into a tombstone, which keeps it from being used again.
    Retire(change::retire::Retire),
    /// Give an error another code. The old one stays as an alias.
    Rekey(change::rekey::Rekey),
    /// Record the current version of each catalog in its ledger.
    Release(release::Release),
    /// Print catalogs in a format for other programs.
    Print(print::Print),
}

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    output::set_verbosity(args.quiet, args.verbose);
    let result = match &args.command {
        Command::Init(args) => init::run(args),
        Command::Import(args) => import::run(args),
        Command::Check(args) => check::run(args),
        Command::Gen(args) => generate::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Print(args) => print::run(args),
        Command::Release(args) => release::run(args),
        Command::Fmt(args) => fmt::run(args),
        Command::New(args) => change::fresh::run(args),
        Command::Rename(args) => change::rename::run(args),
        Command::Retire(args) => change::retire::run(args),
        Command::Rekey(args) => change::rekey::run(args),
    };
    match result {
        Ok(output) => output.print(),
        Err(failure) => output::fail(&repository::located(failure)),
    }
}
