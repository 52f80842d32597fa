//! `errcat release`: writes the ledger of every catalog at the version that the catalog says.

use std::path::{Path, PathBuf};

use errcat_codegen::diff::{Change, Verdict, promises, since_release};
use errcat_codegen::ledger::{Acceptance, Ledger, beside, next};
use errcat_codegen::model::Catalog;
use errcat_codegen::project::{Failure, Project, stay_within, store};
use errcat_codegen::source::{Sources, Span};
use errcat_codegen::terms::Term;
use errcat_codegen::text::reveal::reveal;
use errcat_codegen::tree::Tree;
use semver::Version;

use crate::args::{Format, Release};
use crate::library::{self, Library};
use crate::output::{Output, count};

pub(crate) fn run(args: &Release) -> Result<Output, Failure> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::new("-", "standard input has no place for a ledger"));
    }
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, "")?;
    let mut output = library.findings(args.format);
    // Warnings are told, but what is released is sound.
    output.found = library.compiled.findings.has_errors();
    if output.found {
        return Ok(output);
    }
    let catalogs = &library.compiled.model.catalogs;
    let steps = catalogs.iter().map(Step::new).collect::<Result<Vec<_>, _>>()?;
    let refused: Vec<String> = steps.iter().flat_map(|step| step.refused(&library.sources)).collect();
    if !refused.is_empty() {
        output.found = true;
        match args.format {
            Format::Human | Format::Concise => output.text.push_str(&(refused.join("\n") + "\n")),
            // The other forms have no room for what is no finding.
            _ => output.progress.extend(refused),
        }
        return Ok(output);
    }
    for step in &steps {
        output.progress.push(step.write(&project)?);
    }
    Ok(output)
}

/// One catalog on its way from one version to the next.
struct Step<'c> {
    catalog: &'c Catalog,
    changes: Vec<Change>,
    next: Ledger,
}

impl<'c> Step<'c> {
    /// What a release would make of the catalog, if it says at which version.
    fn new(catalog: &'c Catalog) -> Result<Self, Failure> {
        let failure = |reason: String| Failure::new(&catalog.path, reason);
        let Some(version) = &catalog.version else {
            return Err(failure(
                "it does not say which version is released: write `version: 1.0.0` into it".to_owned(),
            ));
        };
        let (old, changes) = (catalog.ledger.as_ref(), since_release(catalog));
        let released = old.and_then(|ledger| ledger.version.as_deref());
        let order = released.and_then(|old| Some(parsed(version)?.cmp_precedence(&parsed(old)?)));
        match (released, order) {
            (Some(old), Some(std::cmp::Ordering::Less)) => {
                Err(failure(format!("it says `version: {version}`, but {old} is released already")))
            }
            (Some(old), Some(std::cmp::Ordering::Equal)) if !changes.is_empty() => {
                let changes = count(changes.len(), "change", "changes");
                Err(failure(format!("{old} is released already, without {changes} since: raise `version`")))
            }
            _ => Ok(Self { catalog, changes, next: next(old, &promises(catalog)) }),
        }
    }

    /// What is not released as it is, a line each.
    fn refused(&self, sources: &Sources) -> Vec<String> {
        let accepted = self.catalog.ledger.as_ref().map_or(&[][..], |ledger| &ledger.accepted);
        let refused = self.changes.iter().filter(|change| match change.verdict() {
            Verdict::Free => false,
            Verdict::ByName => !accepted.iter().any(|acceptance| change.is_accepted_by(acceptance)),
            Verdict::Never => true,
        });
        refused.map(|change| self.refusal(sources, change)).collect()
    }

    fn refusal(&self, sources: &Sources, change: &Change) -> String {
        let place = change.after.or(change.before).unwrap_or(self.catalog.place);
        let (path, at) = (sources.path(place.file), sources.start(place));
        let rule = change.rule.as_str();
        let code = change.subject.as_ref().map_or("", |(_, code)| code);
        let fact =
            |fact: &Option<String>| fact.as_ref().map_or("nothing".to_owned(), |fact| format!("`{fact}`"));
        let (old, new) = (fact(&change.old), fact(&change.new));
        let help = if change.verdict() == Verdict::Never {
            "give it a code that was never used".to_owned()
        } else {
            let line = Acceptance {
                place: Span::top(place.file),
                rule: change.rule,
                subject: change.subject.clone(),
                reason: "…".to_owned(),
            };
            let ledger = beside(&self.catalog.path);
            format!("if that is intended, say why in {ledger}: {}", line.to_line())
        };
        reveal(&format!("{path}:{at}: refused[{rule}]: `{code}`: {old} became {new}; help: {help}"))
            .into_owned()
    }

    /// Writes the ledger beside its catalog, and says so.
    fn write(&self, project: &Project) -> Result<String, Failure> {
        let path = PathBuf::from(beside(&self.catalog.path));
        let folder = path.parent().unwrap_or(Path::new(""));
        if path.is_relative() {
            stay_within(&project.root, folder)?;
        }
        let mut tree = Tree::default();
        tree.insert(path.file_name().unwrap_or_default().to_string_lossy(), self.next.to_text());
        let written = store(&project.root.join(folder), &tree)?;
        let state = if written.is_empty() { "unchanged" } else { "wrote" };
        let version = self.catalog.version.as_deref().unwrap_or_default();
        let codes = count(self.next.promises.len(), "code", "codes");
        let changes = count(self.changes.len(), "change", "changes");
        let size = if self.catalog.ledger.is_some() { format!("{codes}, {changes}") } else { codes };
        Ok(format!("{state:>9} {}: {version}, {size}", path.display()))
    }
}

fn parsed(version: &str) -> Option<Version> {
    Version::parse(version).ok()
}
