//! Where an imported catalog goes, and what would change there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use errcat_build::unstable::diag::{Findings, Rule, Severity};
use errcat_build::unstable::project::{Failure, FileChange, Project, rewrite, stay_within};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::reveal::reveal;
use errcat_edit::fix::fix;
use errcat_edit::offer;
use errcat_import::{Catalog, slug, update, write};

use crate::args::Format;
use crate::create::create;
use crate::library::from_root;
use crate::output::{Output, count};
use crate::report;
use crate::text_diff;

/// The place of a catalog in the project.
pub(super) struct Target {
    /// The folder or file, relative to the root of the project.
    path: PathBuf,
    is_file: bool,
}

impl Target {
    pub(super) fn new(project: &Project, given: Option<&Path>, source: &Path) -> Self {
        let path = match given.filter(|given| *given != Path::new("-")) {
            Some(given) => from_root(project, &[given.to_owned()]).remove(0),
            None => Path::new(&project.settings.catalogs).join(id(source)),
        };
        let is_file = path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        Self { path, is_file }
    }

    /// Returns the name of the catalog.
    pub(super) fn id(&self) -> String {
        let name = if self.is_file { self.path.file_stem() } else { self.path.file_name() };
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Writes the catalog, or shows what would change.
    pub(super) fn write(&self, project: &Project, catalog: &Catalog, force: bool) -> Result<Output, Failure> {
        let place = project.root.join(&self.path);
        let exists = place.exists();
        let (old, new, update) = if exists {
            self.updated(project, catalog)?
        } else {
            (Sources::default(), self.new_files(catalog)?, String::new())
        };
        let new = named(&new, |sources| project.analyze(sources).findings);
        let compiled = project.analyze(&new);
        let changed = changed(&old, &new);
        let mut output = Output {
            text: update + &findings(&new, &compiled.findings),
            found: compiled.findings.has_errors(),
            ..Output::default()
        };
        if exists && !force {
            for (path, before, after) in &changed {
                let old = (!before.is_empty()).then(|| before.clone());
                let change = FileChange { path: PathBuf::from(path), old, new: Some(after.clone()) };
                output.text.push_str(&text_diff::unified(&change, Path::new("")));
            }
            output.progress.push(match changed.len() {
                0 => format!("{} is up to date", slashed(&self.path)),
                some => format!(
                    "{} exists; nothing was written. `--force` updates {}",
                    slashed(&self.path),
                    count(some, "file", "files")
                ),
            });
            return Ok(output);
        }
        self.store(project, &old, &new, &changed)?;
        let what = |path: &String, before: &String| {
            let verb = if before.is_empty() { "created" } else { "updated" };
            format!("{verb} {path}")
        };
        output.progress.extend(changed.iter().map(|(path, before, _)| what(path, before)));
        if changed.is_empty() {
            output.progress.push(format!("{} is up to date", slashed(&self.path)));
        }
        let codes = compiled.model.catalogs.iter().map(|catalog| catalog.errors.len()).sum();
        let summary = report::summary(&compiled.findings);
        output.progress.push(format!("checked {}: {summary}", count(codes, "code", "codes")));
        if !changed.is_empty() && !output.found {
            // Without settings, there is nothing that `errcat gen` would write.
            let command = if project.configured { "gen" } else { "init" };
            output.progress.push(format!("next: errcat {command}"));
        }
        Ok(output)
    }

    fn new_files(&self, catalog: &Catalog) -> Result<Sources, Failure> {
        let mut sources = Sources::default();
        if self.is_file {
            let text = write::single(catalog).ok_or_else(|| {
                let families = catalog.families.len();
                let reason = format!(
                    "one file cannot hold {families} families; write a folder, such as `-o catalogs/{}`",
                    self.id()
                );
                Failure::new(slashed(&self.path), reason)
            })?;
            sources.add(slashed(&self.path), text);
            return Ok(sources);
        }
        let above = self.path.parent().unwrap_or(Path::new(""));
        for (path, text) in write::files(catalog) {
            sources.add(slashed(&above.join(path)), text);
        }
        Ok(sources)
    }

    /// Returns the files as they are and as they would be, and what would change.
    fn updated(&self, project: &Project, catalog: &Catalog) -> Result<(Sources, Sources, String), Failure> {
        let found = project.catalogs_at(std::slice::from_ref(&self.path))?;
        let update =
            update(&found.sources, catalog).map_err(|failure| Failure::new(slashed(&self.path), failure))?;
        let mut text = String::new();
        let mut block = |title: &str, lines: &[String]| {
            if !lines.is_empty() {
                text.push_str(&format!("{title}:\n"));
                text.extend(lines.iter().map(|line| format!("  {}\n", reveal(line))));
            }
        };
        let changed: Vec<String> =
            update.changed.iter().map(|(code, keys)| format!("{code}: {}", keys.join(", "))).collect();
        let kept: Vec<String> = update.kept.iter().map(|(code, key)| format!("{code}: {key}")).collect();
        block("new codes", &update.added);
        block("changed codes", &changed);
        block("codes that the source no longer has, kept", &update.gone);
        block("guesses that differ from the catalog, which is kept", &kept);
        Ok((found.sources, update.sources, text))
    }

    fn store(
        &self,
        project: &Project,
        old: &Sources,
        new: &Sources,
        changed: &[(String, String, String)],
    ) -> Result<(), Failure> {
        if self.path.is_relative() {
            stay_within(&project.root, self.path.parent().unwrap_or(Path::new("")))?;
        }
        let mut kept = Sources::default();
        for file in old.ids() {
            let text =
                new.ids().find(|other| new.path(*other) == old.path(file)).map(|other| new.text(other));
            kept.add(old.path(file), text.unwrap_or(old.text(file)));
        }
        rewrite(&project.root, old, &kept)?;
        let known: Vec<&str> = old.ids().map(|file| old.path(file)).collect();
        for (path, _, text) in changed.iter().filter(|(path, ..)| !known.contains(&path.as_str())) {
            create(&project.root.join(path), text).map_err(|error| Failure::new(path, error))?;
        }
        Ok(())
    }
}

/// Gives identifiers to errors of one enum whose names are equal, as `check --fix` does.
pub(super) fn named(sources: &Sources, findings: impl Fn(&Sources) -> Findings) -> Sources {
    let collisions = |sources: &Sources| {
        let mut findings = findings(sources);
        findings.retain(|finding| matches!(finding.rule, Rule::IdentCollision | Rule::ReservedIdent));
        offer(sources, &mut findings);
        findings
    };
    fix(sources, collisions).sources
}

/// Returns the files that differ: their paths, and their texts before and after.
fn changed(old: &Sources, new: &Sources) -> Vec<(String, String, String)> {
    let before =
        |path: &str| old.ids().find(|file| old.path(*file) == path).map_or("", |file| old.text(file));
    new.ids()
        .map(|file| (new.path(file), new.text(file)))
        .filter(|(path, text)| before(path) != *text)
        .map(|(path, text)| (path.to_owned(), before(path).to_owned(), text.to_owned()))
        .collect()
}

/// Formats errors in full, and counts warnings per rule.
fn findings(sources: &Sources, findings: &Findings) -> String {
    let mut errors = findings.clone();
    errors.retain(|finding| finding.severity() == Severity::Error);
    let mut text = String::new();
    if !errors.is_empty() {
        text.push('\n');
        text.push_str(&report::findings(sources, &errors, Format::Human));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity() != Severity::Error) {
        *counts.entry(finding.rule.code()).or_default() += 1;
    }
    if !counts.is_empty() {
        text.push_str("warnings, which `errcat check` shows:\n");
    }
    for (rule, number) in counts {
        text.push_str(&format!("  {rule:<24} {number:>6}\n"));
    }
    text
}

/// Returns the whole catalog in one text.
pub(super) fn printed(catalog: &Catalog) -> String {
    if let Some(text) = write::single(catalog) {
        return text;
    }
    let files = write::files(catalog).into_iter().map(|(path, text)| format!("# {path}\n{text}"));
    files.collect::<Vec<_>>().join("\n")
}

/// Returns the name of a catalog that is imported from a file.
pub(super) fn id(source: &Path) -> String {
    let name = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let id = slug(stem);
    if id.is_empty() { "errors".to_owned() } else { id }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
