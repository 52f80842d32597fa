//! A line on the terminal that says that a command is still at work.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::output::{Verbosity, verbosity};

/// The time after which a command says that it is at work.
const PATIENCE: Duration = Duration::from_secs(1);

/// The line, from the first second of work until this value is dropped.
pub(crate) struct Waiting(Option<(Sender<()>, JoinHandle<()>)>);

impl Waiting {
    /// Starts to wait, if standard error is a terminal.
    pub(crate) fn start(what: &'static str) -> Self {
        if !std::io::stderr().is_terminal() || verbosity() == Verbosity::Quiet {
            return Self(None);
        }
        let (sender, stop) = channel();
        Self(Some((sender, std::thread::spawn(move || show(&mut std::io::stderr(), what, PATIENCE, &stop)))))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.0.take() {
            drop(sender);
            // There is nothing to do about a line that stays.
            let _ = thread.join();
        }
    }
}

/// Writes the line after every `patience`, and erases it at the end.
fn show(terminal: &mut impl Write, what: &str, patience: Duration, stop: &Receiver<()>) {
    let mut seconds = 0;
    while let Err(RecvTimeoutError::Timeout) = stop.recv_timeout(patience) {
        seconds += 1;
        let _ = write!(terminal, "\r{what}… {seconds} s");
        let _ = terminal.flush();
    }
    if seconds > 0 {
        let _ = write!(terminal, "\r\u{1b}[K");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::show;

    #[test]
    fn short_work_is_silent_and_long_work_leaves_nothing() {
        let (sender, stop) = channel();
        drop(sender);
        let mut terminal = Vec::new();
        show(&mut terminal, "checking", Duration::from_secs(60), &stop);
        assert_eq!(terminal, b"");

        let (sender, stop) = channel();
        let work = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            drop(sender);
        });
        show(&mut terminal, "checking", Duration::from_millis(10), &stop);
        assert!(work.join().is_ok());
        let text = String::from_utf8_lossy(&terminal);
        assert!(text.starts_with("\rchecking… 1 s\r") && text.ends_with("\r\u{1b}[K"), "{text:?}");
    }
}
