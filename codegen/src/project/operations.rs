//! The operations of an API with the codes of each, in a file that an output names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::files::read as read_file;
use super::{Failure, Project};
use crate::diag::{Finding, Findings, Rule};
use crate::emit::{Operation, Settings};
use crate::format::keys::OUTPUT_OPERATIONS;
use crate::model::{Catalog, Error, Model};
use crate::source::{FileId, Sources, Spanned};
use crate::syntax;
use crate::text::case;
use crate::text::nearest::nearest;
use crate::text::subject;
use crate::value::Value;

impl Project {
    /// Sets the file with the operations for all outputs of a kind. Returns `false` if there is none.
    pub fn set_operations(&mut self, kind: &str, path: &str) -> bool {
        let mut is_set = false;
        for output in self.settings.outputs.iter_mut().filter(|output| output.kind == kind) {
            let Some((_, of)) = output.values.iter().find(|(key, _)| *key == "path") else { continue };
            let value = of.clone().map(|_| Value::Text(path.to_owned()));
            output.values.retain(|(key, _)| *key != OUTPUT_OPERATIONS.name);
            output.values.push((OUTPUT_OPERATIONS.name, value));
            is_set = true;
        }
        is_set
    }

    /// Returns the findings in the files with operations that outputs name.
    ///
    /// # Errors
    /// Returns an error if such a file cannot be read.
    pub fn check_operations(&self, model: &Model, sources: &mut Sources) -> Result<Findings, Failure> {
        let mut findings = Findings::default();
        let settings = self.configured_outputs().map(|(_, values)| Settings::new(values));
        let paths: BTreeSet<String> = settings
            .filter_map(|settings| settings.text(OUTPUT_OPERATIONS.name).map(str::to_owned))
            .collect();
        for path in paths {
            let file = self.read_operations(&path, sources)?;
            read(model, sources, file, &mut findings);
        }
        Ok(findings)
    }

    /// Returns the operations in the file at `path`, which is relative to the project.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read or has mistakes.
    pub(super) fn operations(&self, path: &str, model: &Model) -> Result<Vec<Operation>, Failure> {
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let file = self.read_operations(path, &mut sources)?;
        let operations = read(model, &sources, file, &mut findings);
        findings.sort();
        match findings.iter().next() {
            Some(finding) => {
                let line = sources.start(finding.primary.span).line;
                Err(Failure::new(path, format!("{line}: {}", finding.message)))
            }
            None => Ok(operations),
        }
    }

    fn read_operations(&self, path: &str, sources: &mut Sources) -> Result<FileId, Failure> {
        let bytes = read_file(&self.root.join(path)).map_err(|error| Failure::new(Path::new(path), error))?;
        Ok(sources.add_bytes(path, bytes))
    }
}

/// Returns the operations in a file, and reports codes that their servers do not send.
fn read(model: &Model, sources: &Sources, file: FileId, findings: &mut Findings) -> Vec<Operation> {
    let known = Known::new(model);
    let mut operations = Vec::new();
    for (name, codes) in syntax::operations(sources, file, findings) {
        check_name(model, &name, findings);
        let mut operation = Operation { name: name.value, errors: Vec::new() };
        let mut first: Option<&Catalog> = None;
        for code in &codes {
            let Some(errors) = known.find(code, findings) else { continue };
            for (catalog, error) in errors {
                match first {
                    Some(first) if first.id != catalog.id => {
                        let found = format!("one of `{}` after one of `{}`", catalog.id, first.id);
                        let finding = wrong(code, "a code of one catalog", &found);
                        findings.push(finding.help("responses of one operation have one envelope"));
                        break;
                    }
                    _ => first = Some(catalog),
                }
                operation.errors.extend(outside(catalog, error).map(|error| place(catalog, error)));
            }
        }
        let mut seen = BTreeSet::new();
        operation.errors.retain(|place| seen.insert(place.clone()));
        operations.push(operation);
    }
    operations
}

/// Reports a name that cannot begin the name of a response.
fn check_name(model: &Model, name: &Spanned<String>, findings: &mut Findings) {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.value.is_empty() || !name.value.chars().all(is_plain) {
        let wanted = "the name of an operation, of letters, digits, `-`, `_` and `.`";
        findings.push(wrong(name, wanted, &format!("`{}`", name.value)));
    }
    if let Some(catalog) = model.catalogs.iter().find(|catalog| case::upper_camel(&catalog.id) == name.value)
    {
        let found = format!("`{}`, with which the responses of `{}` begin", name.value, catalog.id);
        findings.push(wrong(name, "another name", &found));
    }
}

fn wrong(text: &Spanned<String>, wanted: &str, found: &str) -> Finding {
    let message = format!("expected {wanted}, found {found}");
    Finding::new(Rule::WrongType, text.span, message).label(format!("not {wanted}"))
}

/// Returns the error that outsiders get instead of another: its mask, or that for internal errors.
fn outside<'m>(catalog: &'m Catalog, error: &'m Error) -> Option<&'m Error> {
    let public = error.mask.as_ref().and_then(|mask| catalog.errors.get(mask.value)).unwrap_or(error);
    if public.is_internal() { catalog.internal_error() } else { Some(public) }
}

/// Returns an error as `catalog/family/CODE`.
fn place(catalog: &Catalog, error: &Error) -> String {
    format!("{}/{}/{}", catalog.id, catalog.family_of(error).id, error.code.value)
}

/// The errors of all catalogs by their codes.
struct Known<'m>(BTreeMap<&'m str, Vec<(&'m Catalog, &'m Error)>>);

impl<'m> Known<'m> {
    fn new(model: &'m Model) -> Self {
        let mut known: BTreeMap<&str, Vec<(&Catalog, &Error)>> = BTreeMap::new();
        for catalog in &model.catalogs {
            for error in &catalog.errors {
                known.entry(&error.code).or_default().push((catalog, error));
            }
        }
        Self(known)
    }

    /// Returns the errors of a code that are sent, which are variants of one error.
    fn find(&self, code: &Spanned<String>, findings: &mut Findings) -> Option<Vec<(&'m Catalog, &'m Error)>> {
        let text = code.value.as_str();
        let ends = std::iter::once(text).chain(text.match_indices('/').map(|(at, _)| &text[at + 1..]));
        let errors = ends.filter_map(|end| self.0.get(end)).flatten().filter(|(catalog, error)| {
            subject::names(text, &catalog.id, &catalog.family_of(error).id, &error.code)
        });
        let mut errors: Vec<(&Catalog, &Error)> = errors.copied().collect();
        let places: BTreeSet<String> = errors.iter().map(|(catalog, error)| place(catalog, error)).collect();
        let finding = |message: String| Finding::new(Rule::DanglingReference, code.span, message);
        if places.is_empty() {
            let finding = finding(format!("there is no code `{text}`")).label("no such code");
            findings.push(match nearest(text, self.0.keys().copied()) {
                Some(near) => finding.help(format!("did you mean `{}`?", near.word)),
                None => finding.help("correct the spelling, or add it"),
            });
            return None;
        }
        if places.len() > 1 {
            let places: Vec<String> = places.iter().map(|place| format!("`{place}`")).collect();
            let finding = finding(format!("several families have the code `{text}`")).label("which one?");
            findings.push(finding.help(format!("write {}", places.join(" or "))));
            return None;
        }
        errors.retain(|(_, error)| error.retired.is_none());
        if errors.is_empty() {
            let finding = finding(format!("`{text}` is retired")).label("no longer sent");
            findings.push(finding.help("remove it from the operation"));
            return None;
        }
        Some(errors)
    }
}
