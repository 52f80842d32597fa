//! Reads files of git revisions with the command `git`, without a network and without a checkout.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use errcat_build::unstable::project::Failure;

/// The repository around a project.
pub(crate) struct Repository {
    folder: PathBuf,
    /// The path of the project in the repository, which is empty or ends with a slash.
    pub(crate) prefix: String,
}

/// A file of a revision: its path and its object.
pub(crate) struct File {
    /// The path in the repository.
    pub(crate) path: String,
    object: String,
}

impl File {
    /// Returns the name of the content.
    pub(crate) fn object(&self) -> &str {
        &self.object
    }
}

impl Repository {
    /// Finds the repository around a folder. Returns `None` if there is none, or if git is missing.
    pub(crate) fn around(folder: &Path) -> Option<Self> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let repository = Self { folder: folder.to_owned(), prefix: String::new() };
        let output = repository.run(&["rev-parse", "--show-prefix"]).ok()?;
        let prefix = output.status.success().then(|| text(&output.stdout))?;
        Some(Self { prefix, ..repository })
    }

    /// Returns the files of a revision, or of the index for `:0`.
    pub(crate) fn files(&self, revision: &str) -> Result<Vec<File>, Failure> {
        let index = revision == ":0" || revision == ":";
        let tree = if index { "HEAD^{tree}".to_owned() } else { format!("{revision}^{{tree}}") };
        let resolved = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &tree])?;
        if !resolved.status.success() {
            return Err(self.unknown(revision));
        }
        let listed = self.run(&["ls-tree", "-r", "-z", "--full-tree", text(&resolved.stdout).trim()])?;
        let listed = succeed(&listed, revision)?;
        let file = |entry: &str| {
            let (facts, path) = entry.split_once('\t')?;
            let [mode, _, object] = facts.split(' ').collect::<Vec<_>>().try_into().ok()?;
            let object = if index { format!(":0:{path}") } else { object.to_owned() };
            mode.starts_with("100").then(|| File { path: path.to_owned(), object })
        };
        let mut files: Vec<File> = listed.split('\0').filter_map(file).collect();
        if index {
            files.extend(self.added(&files));
        }
        Ok(files)
    }

    /// Returns the files of the working tree that may be in the index but are not in `HEAD`.
    fn added(&self, known: &[File]) -> Vec<File> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                let name = entry.file_name();
                if path.is_dir() && !name.to_string_lossy().starts_with('.') && name != OsStr::new("target") {
                    folders.push(path);
                } else if let Ok(below) = path.strip_prefix(&self.folder) {
                    let path = format!("{}{}", self.prefix, below.to_string_lossy().replace('\\', "/"));
                    let is_known = known.iter().any(|file| file.path == path);
                    let is_catalog = [".yaml", ".yml", ".lock"].iter().any(|end| path.ends_with(end));
                    if is_catalog && !is_known {
                        found.push(File { object: format!(":0:{path}"), path });
                    }
                }
            }
        }
        found
    }

    /// Returns the contents of files. A file that the index does not have is left out.
    pub(crate) fn read(&self, files: &[&File]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let failed = |error: &dyn std::fmt::Display| Failure::new("git", format!("cat-file failed: {error}"));
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(&error))?;
        let names: Vec<&str> = files.iter().map(|file| file.object()).collect();
        let names = names.join("\n") + "\n";
        let stdin = child.stdin.take();
        // Git writes while it reads, so both must happen at the same time.
        let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(names.as_bytes())));
        let output = child.wait_with_output().map_err(|error| failed(&error))?;
        drop(writer.join());
        let mut rest = output.stdout.as_slice();
        let mut contents = Vec::with_capacity(files.len());
        for file in files {
            let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(|| failed(&"no answer"))?;
            let (head, after) = (text(&rest[..end]), &rest[end + 1..]);
            let Some(length) = head.rsplit_once(' ').and_then(|(_, length)| length.parse::<usize>().ok())
            else {
                // `NAME missing`
                rest = after;
                continue;
            };
            let content = after.get(..length).ok_or_else(|| failed(&"an incomplete answer"))?;
            contents.push((file.path.clone(), content.to_owned()));
            rest = after.get(length + 1..).unwrap_or_default();
        }
        Ok(contents)
    }

    /// Returns the commit that a branch has in common with a revision.
    pub(crate) fn merge_base(&self, revision: &str) -> Result<String, Failure> {
        let commit = format!("{revision}^{{commit}}");
        let resolved = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        if !resolved.status.success() {
            return Err(self.unknown(revision));
        }
        let output = self.run(&["merge-base", text(&resolved.stdout).trim(), "HEAD"])?;
        if output.status.success() {
            return Ok(text(&output.stdout).trim().to_owned());
        }
        let help =
            if self.is_shallow() { "; this clone is shallow: run `git fetch --unshallow`" } else { "" };
        let reason = format!("has no common commit with the current branch{help}");
        Err(Failure::new(revision, reason))
    }

    /// Returns all branches and tags.
    pub(crate) fn refs(&self) -> Vec<String> {
        let output =
            self.run(&["for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes", "refs/tags"]);
        let listed = output.map(|output| text(&output.stdout)).unwrap_or_default();
        let mut objects: BTreeMap<String, String> = BTreeMap::new();
        for name in listed.lines() {
            let tree = format!("{name}^{{tree}}");
            if let Ok(output) = self.run(&["rev-parse", "--verify", "--quiet", &tree])
                && output.status.success()
            {
                objects.entry(text(&output.stdout)).or_insert_with(|| name.to_owned());
            }
        }
        objects.into_values().collect()
    }

    /// Returns whether git merges a file line by line, keeping the lines of both sides.
    pub(crate) fn merges_lines(&self, path: &str) -> bool {
        let output = self.run(&["check-attr", "-z", "merge", "--", path]);
        output.is_ok_and(|output| output.stdout.split(|byte| *byte == 0).nth(2) == Some(b"union"))
    }

    fn is_shallow(&self) -> bool {
        let output = self.run(&["rev-parse", "--is-shallow-repository"]);
        output.is_ok_and(|output| text(&output.stdout).trim() == "true")
    }

    fn unknown(&self, revision: &str) -> Failure {
        // The advice is copied into a shell, so it has no other characters than usual names.
        let is_name = |name: &str| {
            let is_usual = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
            name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(is_usual)
        };
        let fetch = match revision.split_once('/') {
            Some((remote, branch))
                if !revision.starts_with("refs/") && is_name(remote) && is_name(branch) =>
            {
                format!("git fetch {remote} {branch}")
            }
            _ if self.is_shallow() => "git fetch --unshallow --tags".to_owned(),
            _ => "git fetch --tags origin".to_owned(),
        };
        let reason = format!("there is no such file, folder or git revision; is it fetched? Try `{fetch}`");
        Failure::new(revision, reason)
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let output = self.command(arguments).stdin(Stdio::null()).output();
        output.map_err(|error| Failure::new("git", error))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(arguments);
        command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").stderr(Stdio::piped());
        command
    }
}

fn succeed(output: &Output, what: &str) -> Result<String, Failure> {
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(Failure::new(what, text(&output.stderr).trim()))
    }
}

fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if text.ends_with('\n') && !text.contains('\0') { text.trim_end_matches('\n').to_owned() } else { text }
}
