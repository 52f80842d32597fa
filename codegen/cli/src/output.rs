//! The output of a command and its exit status.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

use errcat_build::unstable::text::reveal::reveal;

/// How much a command says on standard error.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// Only why it could not run.
    Quiet,
    /// What it did.
    Normal,
    /// Also what was not necessary.
    Verbose,
}

static VERBOSITY: OnceLock<Verbosity> = OnceLock::new();

/// Sets how much the command says.
pub(crate) fn set_verbosity(quiet: bool, verbose: bool) {
    let verbosity = match (quiet, verbose) {
        (true, _) => Verbosity::Quiet,
        (false, false) => Verbosity::Normal,
        (false, true) => Verbosity::Verbose,
    };
    // It is set once, at the start.
    let _ = VERBOSITY.set(verbosity);
}

pub(crate) fn verbosity() -> Verbosity {
    VERBOSITY.get().copied().unwrap_or(Verbosity::Normal)
}

/// The output of a command.
#[derive(Default)]
pub(crate) struct Output {
    /// Standard output.
    pub(crate) text: String,
    /// Findings for standard error, if standard output contains something else.
    pub(crate) aside: String,
    /// Progress lines for standard error, unless they are not wanted.
    pub(crate) progress: Vec<String>,
    /// Further lines for standard error, if they are wanted.
    pub(crate) details: Vec<String>,
    /// Whether there is something to report (exit status 1).
    pub(crate) found: bool,
    /// Whether the command could not run (exit status 2). The text says why.
    pub(crate) broken: bool,
}

impl Output {
    /// Prints everything and returns the exit status. A closed pipe is not an error.
    pub(crate) fn print(&self) -> ExitCode {
        match self.write() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&format!("standard output: {error}")),
            _ => ExitCode::from(if self.broken { 2 } else { u8::from(self.found) }),
        }
    }

    /// Prints everything.
    pub(crate) fn write(&self) -> std::io::Result<()> {
        let mut stdout = anstream::stdout().lock();
        let printed = stdout.write_all(self.text.as_bytes()).and_then(|()| stdout.flush());
        let mut stderr = anstream::stderr().lock();
        // There is nowhere else to report a failure.
        let _ = stderr.write_all(self.aside.as_bytes());
        let wanted = |least: Verbosity| verbosity() >= least;
        let details = self.details.iter().filter(|_| wanted(Verbosity::Verbose));
        for line in details.chain(self.progress.iter().filter(|_| wanted(Verbosity::Normal))) {
            let _ = writeln!(stderr, "{}", reveal(line));
        }
        printed
    }
}

/// Prints why the command could not run.
pub(crate) fn fail(reason: &impl Display) -> ExitCode {
    let reason = reason.to_string();
    // There is nowhere else to report a failure.
    let _ = writeln!(anstream::stderr(), "error: {}", reveal(&reason));
    ExitCode::from(2)
}

/// Formats a count, such as `1 error` or `2 errors`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
