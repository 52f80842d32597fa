//! Finds errors, and applies edits that change exactly the wanted facts.

use errcat_build::unstable::diff::{Judgement, since_release};
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::project::{Failure, Project, rewrite};
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::text::subject;
use errcat_edit::{Operation, edit_file};

use super::refused::{Refused, refused, say_which};
use super::verify::{self, Wanted};
use crate::args::Format;
use crate::fmt::formatted;
use crate::library::{self, Library};
use crate::output::Output;

/// The catalogs of the project, ready to be edited.
pub(super) struct Editor {
    pub(super) project: Project,
    pub(super) library: Library,
}

impl Editor {
    /// Opens the project, or returns the mistakes in its settings.
    pub(super) fn open() -> Result<Result<Self, Output>, Failure> {
        let project = match library::project(Format::Human)? {
            Ok(project) => project,
            Err(output) => return Ok(Err(output)),
        };
        let library = Library::open(&project, &[], "")?;
        Ok(Ok(Self { project, library }))
    }

    pub(super) fn catalogs(&self) -> &[Catalog] {
        &self.library.compiled.model.catalogs
    }

    /// Returns all errors with a code.
    pub(super) fn find(&self, code: &str) -> Vec<(&Catalog, &Error)> {
        let is_meant = |catalog: &Catalog, entry: &Error| {
            entry.variant == 0 && subject::names(code, &catalog.id, &catalog.family_of(entry).id, &entry.code)
        };
        let all = self
            .catalogs()
            .iter()
            .flat_map(|catalog| catalog.errors.iter().map(move |entry| (catalog, entry)));
        all.filter(|(catalog, entry)| is_meant(catalog, entry)).collect()
    }

    /// Returns the only error with a code.
    pub(super) fn only(&self, code: &str) -> Refused<(&Catalog, &Error)> {
        match self.find(code).as_slice() {
            [one] => Ok(*one),
            [] => Err(format!("there is no code `{code}`")),
            several => Err(say_which(several.iter().map(|(catalog, entry)| {
                format!("{}/{}/{}", catalog.id, catalog.family_of(entry).id, entry.code.value)
            }))),
        }
    }

    pub(super) fn file(&self, path: &str) -> Refused<FileId> {
        let found = self.library.sources.ids().find(|file| self.library.sources.path(*file) == path);
        found.ok_or_else(|| format!("{path} is not a file of the project"))
    }

    /// Applies operations to files, reads the catalogs again, and writes the files if exactly the
    /// wanted facts changed.
    pub(super) fn apply(&self, edits: &[(FileId, Operation)], wanted: &Wanted<'_>) -> Refused<Sources> {
        let sources = self.apply_unverified(edits)?;
        let after = Library::analyze(&self.project, sources.clone());
        verify::verify(&self.library, &after, wanted)?;
        Ok(sources)
    }

    /// Applies operations to files, one after the other. A file in canonical form stays in it.
    pub(super) fn apply_unverified(&self, edits: &[(FileId, Operation)]) -> Refused<Sources> {
        let mut sources = self.library.sources.clone();
        for (file, operation) in edits {
            let path = sources.path(*file).to_owned();
            sources = edit_file(&sources, *file, std::slice::from_ref(operation))
                .map_err(|refusal| format!("{path}: {refusal}"))?;
        }
        let old = &self.library.sources;
        let edited: Vec<FileId> = old.ids().filter(|file| old.text(*file) != sources.text(*file)).collect();
        for file in edited.into_iter().filter(|file| formatted(old.text(*file)) == old.text(*file)) {
            let text = formatted(sources.text(file));
            sources.set_text(file, text);
        }
        Ok(sources)
    }

    fn write(&self, sources: &Sources) -> Result<Vec<String>, Failure> {
        rewrite(&self.project.root, &self.library.sources, sources)
    }

    /// Writes the files, or reports why nothing is changed.
    pub(super) fn finish(&self, done: Refused<(Sources, String)>) -> Result<Output, Failure> {
        match done {
            Ok((sources, text)) => {
                let files = self.write(&sources)?;
                let progress = files.iter().map(|path| format!("   edited {path}")).collect();
                Ok(Output { text, progress, ..Output::default() })
            }
            Err(reason) => Ok(refused(&reason)),
        }
    }
}

/// Returns the version that the next release has: that of the catalog if it is not released yet,
/// else the next minor one.
pub(super) fn next_version(catalog: &Catalog) -> Option<String> {
    let released = catalog.ledger.as_ref().and_then(|ledger| ledger.version.as_deref());
    let judgement = Judgement::new(released, catalog.version.as_deref(), &since_release(catalog));
    match (&judgement.released, &judgement.declared) {
        (Some(released), Some(declared)) if declared > released => Some(declared.to_string()),
        (Some(released), _) => Some(released.after(1).to_string()),
        (None, declared) => declared.as_ref().map(ToString::to_string),
    }
}
