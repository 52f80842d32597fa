//! `errcat diff --accept`: writes the acceptance of a change to the ledger.

use errcat_build::unstable::diff::{Change, Gate, since_release};
use errcat_build::unstable::format::vocabulary::{ChangeRule, Term};
use errcat_build::unstable::ledger::{Acceptance, beside};
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::{Failure, Project, rewrite};
use errcat_build::unstable::text::nearest::nearest;
use errcat_build::unstable::text::subject;

use crate::args::Format;
use crate::library::Library;
use crate::output::Output;

use super::readable::unreadable;

pub(super) fn run(project: &Project, what: &str, reason: &str) -> Result<Output, Failure> {
    let library = Library::open(project, &[], "")?;
    if let Some(output) = unreadable(&library, Format::Human) {
        return Ok(output);
    }
    let changes: Vec<(&Catalog, Vec<Change>)> =
        library.compiled.model.catalogs.iter().map(|catalog| (catalog, since_release(catalog))).collect();
    let (catalog, change) = match choose(&changes, what, reason) {
        Ok(chosen) => chosen,
        Err(refusal) => {
            return Ok(Output { text: format!("refused: {refusal}\n"), found: true, ..Output::default() });
        }
    };
    let path = beside(&catalog.path);
    let Some(file) = library.sources.ids().find(|file| library.sources.path(*file) == path) else {
        return Err(Failure::new(path, "there is no ledger"));
    };
    let place = catalog.place;
    let reason = reason.trim().to_owned();
    let line = Acceptance { place, rule: change.rule, subject: change.subject.clone(), reason }.to_line();
    let old = library.sources.text(file);
    let gap = if old.ends_with('\n') { "" } else { "\n" };
    let mut sources = library.sources.clone();
    sources.set_text(file, format!("{old}{gap}{line}\n"));
    rewrite(&project.root, &library.sources, &sources)?;
    Ok(Output { progress: vec![format!("accepted in {path}: {what}")], ..Output::default() })
}

/// Returns the change that is meant.
fn choose<'c>(
    changes: &'c [(&'c Catalog, Vec<Change>)],
    what: &str,
    reason: &str,
) -> Result<(&'c Catalog, &'c Change), String> {
    let (name, code) = what.split_once(':').unwrap_or((what, ""));
    let Some(rule) = ChangeRule::parse(name) else {
        let near = nearest(name, ChangeRule::WORDS.iter().copied());
        let near = near.map(|near| format!("; did you mean `{}`?", near.word)).unwrap_or_default();
        return Err(format!("there is no change `{name}`{near}"));
    };
    if rule.is_never_accepted() {
        return Err(format!("`{name}` can never be accepted; use a code that was never used"));
    }
    // The ledger wants a letter or a digit, too.
    if !reason.contains(char::is_alphanumeric) {
        return Err("the reason has no words; say why the change is intended".to_owned());
    }
    let is_meant = |catalog: &Catalog, change: &Change| match &change.subject {
        Some((family, known)) => subject::names(code, &catalog.id, family, known),
        None => code.is_empty() || code == catalog.id,
    };
    let all = changes.iter().flat_map(|(catalog, list)| list.iter().map(move |change| (*catalog, change)));
    let mut found: Vec<_> =
        all.filter(|(catalog, change)| change.rule == rule && is_meant(catalog, change)).collect();
    found.dedup_by(|a, b| a.0.id == b.0.id && a.1.subject == b.1.subject);
    match found.as_slice() {
        [] => Err(format!("the change `{what}` is not made; `errcat diff` lists the changes")),
        [(_, change)] if change.gate == Gate::Never => Err(format!("`{what}` can never be accepted")),
        [(_, change)] if change.accepted.is_some() => Err(format!("`{what}` is accepted already")),
        [one] => Ok(*one),
        several => {
            let form = |(catalog, change): &(&Catalog, &Change)| match &change.subject {
                Some((family, code)) => format!("`{name}:{}/{family}/{code}`", catalog.id),
                None => format!("`{name}:{}`", catalog.id),
            };
            Err(format!("say which: {}", several.iter().map(form).collect::<Vec<_>>().join(", ")))
        }
    }
}
