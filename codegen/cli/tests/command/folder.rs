//! A temporary folder in which tests run the command.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A catalog with a version.
pub(crate) const SHOP: &str = "\
errcat: 1
title: Shop API
version: 0.1.0
errors:
  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }
  cart_full: { name: CartFull, message: Take something out., status: 409 }
";

/// A temporary folder.
pub(crate) struct Folder {
    dir: tempfile::TempDir,
    /// The folder around it.
    _around: Option<tempfile::TempDir>,
}

/// The output and exit status of a run.
pub(crate) struct Run {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: i32,
}

impl Folder {
    /// Creates a folder with these files, given as paths and contents.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self { dir: tempfile::tempdir().expect("a temporary folder"), _around: None };
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// Creates an empty folder with a name.
    pub(crate) fn named(name: &str) -> Self {
        let around = tempfile::tempdir().expect("a temporary folder");
        let dir = tempfile::Builder::new().prefix(name).rand_bytes(0).tempdir_in(around.path());
        Self { dir: dir.expect("a folder"), _around: Some(around) }
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Returns the paths of all files, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() { collect(&path, files) } else { files.push(path) }
            }
        }
        let mut files = Vec::new();
        collect(self.path(), &mut files);
        let relative = |path: PathBuf| path.strip_prefix(self.path()).expect("below").display().to_string();
        let mut files: Vec<String> = files.into_iter().map(relative).collect();
        files.sort();
        files
    }

    /// Runs the command in this folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    /// Runs the command with `input` as standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Run {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        fs::write(file.path(), input).expect("a file");
        self.start("", arguments, &[], Stdio::from(file.reopen().expect("the file")))
    }

    /// Runs the command in a folder below this one.
    pub(crate) fn run_in(&self, below: &str, arguments: &[&str]) -> Run {
        self.start(below, arguments, &[], Stdio::null())
    }

    /// Runs the command with additional environment variables.
    pub(crate) fn run_with_env(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        self.start("", arguments, variables, Stdio::null())
    }

    /// Returns the command, ready to run in this folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_remove("CLICOLOR_FORCE")
            .env_remove("FORCE_HYPERLINK")
            .stdin(Stdio::null());
        command
    }

    fn start(&self, below: &str, arguments: &[&str], variables: &[(&str, &str)], input: Stdio) -> Run {
        let mut command = self.command(arguments);
        Run::of(command.current_dir(self.path().join(below)).envs(variables.iter().copied()).stdin(input))
    }
}

impl Run {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        Self::finished(command.output().expect("the command runs"))
    }

    /// Waits for a started command.
    pub(crate) fn of_child(child: std::io::Result<Child>) -> Self {
        Self::finished(child.and_then(Child::wait_with_output).expect("the command runs"))
    }

    fn finished(output: Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
            status: output.status.code().expect("an exit status"),
        }
    }
}
