//! Tests of `errcat check --watch`.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::folder::Folder;

/// A running command, killed at the end of the test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Folder) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
            .args(["check", "--watch", "--format", "concise"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, lines }
    }

    /// Returns the output of the next run. Waits up to a minute, for slow machines.
    fn next(&self) -> String {
        let mut report = String::new();
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(60)).expect("another run");
            if line.starts_with("watching for changes") {
                return report;
            }
            report.push_str(&line);
        }
    }

    /// Waits for a run whose output contains `wanted`.
    fn until(&self, wanted: &str) {
        while !self.next().contains(wanted) {}
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn catalog(errors: usize) -> String {
    let mut text = "errcat: 1\ntitle: Shop API\nerrors:\n".to_owned();
    (0..errors).for_each(|number| text.push_str(&format!("  e{number}: Text {number}.\n")));
    text
}

#[test]
fn every_stable_state_is_checked() {
    let folder = Folder::with(&[("catalogs/shop.yaml", &catalog(1))]);
    let watching = Watching::start(&folder);
    assert!(watching.next().contains("checked 1 code in"));
    for errors in 2..50 {
        folder.write("catalogs/shop.yaml", &catalog(errors));
    }
    watching.until("checked 49 codes in");
    std::fs::remove_dir_all(folder.path().join("catalogs")).expect("the folder goes");
    watching.until("error: catalogs: there is no such folder");
    folder.write("catalogs/other.yaml", &catalog(3));
    watching.until("checked 3 codes in");
    folder.write("errcat.yaml", "rules: { missing-help: warn }\n");
    watching.until("3 warnings");
}

#[test]
fn a_shared_family_outside_of_the_catalogs_is_watched() {
    let family = |errors: &str| format!("title: Authentication\nerrors:\n  token_expired:\n{errors}");
    let folder = Folder::with(&[
        ("catalogs/shop/catalog.yaml", "errcat: 1\ntitle: Shop API\nfamilies: [../../shared/auth]\n"),
        ("shared/auth.yaml", &family("")),
    ]);
    let watching = Watching::start(&folder);
    assert!(watching.next().contains("checked 1 code in"));
    folder.write("shared/auth.yaml", &family("  token_missing:\n"));
    watching.until("checked 2 codes in");
}

#[test]
fn standard_input_cannot_be_watched() {
    let run = Folder::with(&[]).run(&["check", "--watch", "-"]);
    assert_eq!((run.status, run.stderr.as_str()), (2, "error: -: standard input cannot be watched\n"));
}
