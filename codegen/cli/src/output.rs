//! What a command has to say, and how it ends.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use errcat_build::text::reveal::reveal;

/// What a command found out.
#[derive(Default)]
pub(crate) struct Output {
    /// What was asked for: standard output.
    pub(crate) text: String,
    /// What belongs to that, where standard output has to hold something else: standard error, as it is.
    pub(crate) aside: String,
    /// What happened on the way: lines for standard error.
    pub(crate) progress: Vec<String>,
    /// Whether there is something to report.
    pub(crate) found: bool,
    /// Whether the command could not run, and the text says why.
    pub(crate) broken: bool,
}

impl Output {
    /// Prints everything and gives the exit status. A reader that has gone away is no mistake.
    pub(crate) fn print(&self) -> ExitCode {
        match self.tell() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&format!("standard output: {error}")),
            _ => ExitCode::from(if self.broken { 2 } else { u8::from(self.found) }),
        }
    }

    /// Prints everything.
    pub(crate) fn tell(&self) -> std::io::Result<()> {
        let mut stdout = anstream::stdout().lock();
        let printed = stdout.write_all(self.text.as_bytes()).and_then(|()| stdout.flush());
        let mut stderr = anstream::stderr().lock();
        // Nobody is left to be told.
        let _ = stderr.write_all(self.aside.as_bytes());
        for line in &self.progress {
            let _ = writeln!(stderr, "{}", reveal(line));
        }
        printed
    }
}

/// Says why the command could not run.
pub(crate) fn fail(reason: &impl Display) -> ExitCode {
    let reason = reason.to_string();
    // Nobody is left to be told.
    let _ = writeln!(anstream::stderr(), "error: {}", reveal(&reason));
    ExitCode::from(2)
}

/// `1 error`, `2 errors`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
