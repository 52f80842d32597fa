//! The files that the outputs of a project should contain, and their differences from the disk.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::files::plain;
use super::store::{FileChange, compare_output, make, sweep};
use super::{Failure, Project, SETTINGS};
use crate::emit::{Output, Settings};
use crate::format::keys::{OUTPUT_LOCALES, OUTPUT_OPERATIONS};
use crate::model::Model;
use crate::source::Sources;
use crate::text::nearest::nearest;
use crate::tree::Tree;
use crate::value::Value;

/// An output of a project, ready to be compared or written.
#[non_exhaustive]
pub struct Planned {
    /// The kind of output.
    pub output: &'static dyn Output,
    /// The output folder, relative to the project.
    pub folder: PathBuf,
    /// The files.
    pub tree: Tree,
}

impl Planned {
    /// Returns the kind, as in `errcat.yaml`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.output.keys().name
    }

    /// Returns the path for people: the folder, or the file if there is only one.
    #[must_use]
    pub fn shown(&self) -> PathBuf {
        match self.tree.root() {
            Some(file) if self.output.is_file() => self.folder.join(file),
            _ => self.folder.clone(),
        }
    }

    /// Returns the differences between `place` and the output.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read.
    pub fn compare(&self, place: &Path) -> Result<Vec<FileChange>, Failure> {
        compare_output(place, &self.tree, self.output)
    }

    /// Writes the files to `place` and returns the changes.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read or written, or if a symbolic link is in the way.
    pub fn store(&self, place: &Path) -> Result<Vec<FileChange>, Failure> {
        let changes = self.compare(place)?;
        sweep(place, &self.tree);
        make(place, &changes)?;
        Ok(changes)
    }
}

impl Project {
    /// Returns the configured outputs of these kinds, in the order of the kinds, or all of them if no
    /// kind is named.
    ///
    /// # Errors
    /// Returns an error if an output names a catalog or a translation that does not exist, even if
    /// it is of another kind.
    pub fn outputs(
        &self,
        model: &Model,
        sources: &Sources,
        kinds: &[String],
    ) -> Result<Vec<Planned>, Failure> {
        let maps: Vec<_> = self.kinds.iter().map(|output| output.keys()).collect();
        let mut outputs = Vec::new();
        for (output, values) in self.configured_outputs() {
            let settings = Settings::new(values).with_base_url(self.settings.base_url.clone());
            let settings = settings.with_kinds(maps.clone());
            let part = part(output, &settings, model)?;
            if is_asked(output, kinds) {
                let operations = match settings.text(OUTPUT_OPERATIONS.name) {
                    Some(path) => self.operations(path, model)?,
                    None => Vec::new(),
                };
                let settings = settings.with_operations(operations);
                outputs.push(planned(output, settings, part, sources));
            }
        }
        Ok(outputs)
    }

    /// Returns the paths of the outputs of other kinds than these, relative to the project.
    pub(super) fn others(&self, kinds: &[String]) -> Vec<String> {
        let others = self.configured_outputs().filter(|(output, _)| !is_asked(*output, kinds));
        others.map(|(_, values)| plain(Path::new(Settings::new(values).path()))).collect()
    }

    /// Returns the path of the first output of a kind, relative to the project.
    #[must_use]
    pub fn path_of(&self, kind: &str) -> Option<String> {
        let (_, values) = self.configured_outputs().find(|(output, _)| output.keys().name == kind)?;
        Some(Settings::new(values).path().trim_end_matches('/').to_owned())
    }

    /// Iterates over the paths of all outputs, relative to the project. Each is a folder or a file.
    pub fn output_paths(&self) -> impl Iterator<Item = PathBuf> {
        self.configured_outputs().map(|(_, values)| PathBuf::from(Settings::new(values).path()))
    }

    /// Returns the outputs in `errcat.yaml` with the values of their keys.
    pub(super) fn configured_outputs(
        &self,
    ) -> impl Iterator<Item = (&'static dyn Output, Vec<(&'static str, Value)>)> {
        self.settings.outputs.iter().filter_map(|settings| {
            let output = self.kinds.iter().find(|output| output.keys().name == settings.kind)?;
            let values = settings.values.iter().map(|(key, value)| (*key, value.value.clone()));
            Some((*output, values.collect()))
        })
    }
}

/// Returns `true` if an output is of one of these kinds, or if no kind is named.
fn is_asked(output: &'static dyn Output, kinds: &[String]) -> bool {
    kinds.is_empty() || kinds.iter().any(|kind| kind == output.keys().name)
}

/// Returns the catalogs and translations that an output is about.
fn part<'m>(
    output: &'static dyn Output,
    settings: &Settings,
    model: &'m Model,
) -> Result<Cow<'m, Model>, Failure> {
    let mut part = match settings.catalogs() {
        None => Cow::Borrowed(model),
        Some(ids) => {
            for id in &ids {
                refuse_unknown(output.keys().name, id, model)?;
            }
            Cow::Owned(model.with_catalogs(|catalog| ids.contains(&catalog.id.as_str())))
        }
    };
    if output.keys().keys.iter().any(|key| key.name == OUTPUT_LOCALES.name) {
        let wanted = settings.locales();
        for language in &wanted {
            refuse_untranslated(output.keys().name, language, &part)?;
        }
        if part.catalogs.iter().any(|catalog| !catalog.locales.is_empty()) {
            part = Cow::Owned(part.with_locales(|language| wanted.contains(&language)));
        }
    }
    Ok(part)
}

fn planned(
    output: &'static dyn Output,
    settings: Settings,
    part: Cow<'_, Model>,
    sources: &Sources,
) -> Planned {
    let part = if settings.is_public() { Cow::Owned(part.public()) } else { part };
    let is_wanted = |path: &&str| part.catalogs.iter().any(|catalog| belongs(path, &catalog.path));
    let files = sources.ids().map(|file| sources.path(file)).filter(is_wanted).map(str::to_owned).collect();
    let settings = settings.with_files(files);
    let path = PathBuf::from(settings.path());
    let folder = if output.is_file() { path.parent().unwrap_or(Path::new("")).to_owned() } else { path };
    Planned { output, folder, tree: output.emit(&part, &settings) }
}

/// Returns `true` if a file belongs to the catalog whose shared keys are in `head`.
fn belongs(path: &str, head: &str) -> bool {
    match head.strip_suffix("catalog.yaml") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => path.starts_with(folder),
        _ => path == head,
    }
}

fn refuse_unknown(kind: &str, id: &str, model: &Model) -> Result<(), Failure> {
    let known = || model.catalogs.iter().map(|catalog| catalog.id.as_str());
    if known().any(|known| known == id) {
        return Ok(());
    }
    let meant = nearest(id, known()).map(|near| format!("; did you mean `{}`?", near.word));
    let reason = format!("`outputs.{kind}.catalogs` names `{id}`, which is not a catalog of the project");
    Err(Failure::new(SETTINGS, reason + &meant.unwrap_or_default()))
}

fn refuse_untranslated(kind: &str, language: &str, model: &Model) -> Result<(), Failure> {
    let known = || model.catalogs.iter().flat_map(|catalog| &catalog.locales);
    let known = || known().map(|locale| locale.language.as_str());
    if known().any(|known| known == language) {
        return Ok(());
    }
    let meant = nearest(language, known()).map(|near| format!("; did you mean `{}`?", near.word));
    let reason = format!("`outputs.{kind}.locales` names `{language}`, into which no catalog is translated");
    Err(Failure::new(SETTINGS, reason + &meant.unwrap_or_default()))
}
