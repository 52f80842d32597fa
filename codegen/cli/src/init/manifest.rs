//! Reads a `Cargo.toml`, and adds dependencies to it in place.

use super::toml::{Entry, entries, text};

/// A `Cargo.toml`.
pub(super) struct Manifest {
    text: String,
    entries: Vec<Entry>,
}

/// How a package depends on another.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Dependency {
    Missing,
    /// Under this name.
    Named(String),
}

impl Manifest {
    /// Reads a manifest. Returns `None` if it is not TOML that this module understands.
    pub(super) fn parse(text: String) -> Option<Self> {
        entries(&text).map(|entries| Self { text, entries })
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text at a path, such as `package.name`.
    pub(super) fn get(&self, path: &[&str]) -> Option<&str> {
        self.value(path).and_then(text)
    }

    /// Returns the value at a path as written.
    pub(super) fn value(&self, path: &[&str]) -> Option<&str> {
        self.entries.iter().find(|entry| entry.path == path).and_then(|entry| entry.value.as_deref())
    }

    /// Returns how the section `dependencies` or `build-dependencies` contains a package.
    pub(super) fn dependency(&self, section: &str, package: &str) -> Dependency {
        let mut name = None;
        for entry in &self.entries {
            let [first, key, rest @ ..] = &entry.path[..] else {
                continue;
            };
            if first != section {
                continue;
            }
            let value = entry.value.as_deref().unwrap_or_default();
            let renamed = match rest {
                [last] if last == "package" => text(value) == Some(package),
                [] => inline_package(value) == Some(package),
                _ => false,
            };
            if renamed {
                return Dependency::Named(key.clone());
            }
            if key == package && name.is_none() && inline_package(value).is_none() {
                name = Some(key.clone());
            }
        }
        name.map_or(Dependency::Missing, Dependency::Named)
    }

    /// Adds a line to a section. Every other byte is kept. Returns `None` if the section has a form
    /// that cannot be extended by a line.
    pub(super) fn with_dependency(&self, section: &str, line: &str) -> Option<Self> {
        let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let is_section = |entry: &&Entry| entry.table == [section];
        let (at, added) = match self.entries.iter().rfind(is_section) {
            Some(last) => (last.end, format!("{line}{end}")),
            None if self.entries.iter().any(|entry| entry.table.is_empty() && entry.path[0] == section) => {
                return None;
            }
            None => (self.text.len(), format!("{end}[{section}]{end}{line}{end}")),
        };
        let (before, after) = self.text.split_at(at);
        let newline = if before.is_empty() || before.ends_with('\n') { "" } else { end };
        let edited = Self::parse(format!("{before}{newline}{added}{after}"))?;
        let kept = self.entries.iter().all(|entry| {
            edited.entries.iter().any(|other| other.path == entry.path && other.value == entry.value)
        });
        kept.then_some(edited)
    }
}

/// Returns the `package` of a dependency that is an inline table.
fn inline_package(value: &str) -> Option<&str> {
    let (_, after) = value.strip_prefix('{')?.split_once("package")?;
    let after = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    after[1..].split_once(quote).map(|(name, _)| name)
}
