//! Checks the earlier names of errors.

use crate::diag::{Finding, Findings, Rule};
use crate::index::Index;
use crate::model::Catalog;
use crate::source::Span;

/// Reports earlier names that are empty, repeated, or still in use.
pub(super) fn check(catalog: &Catalog, findings: &mut Findings) {
    if catalog.errors.iter().all(|error| error.formerly.is_empty()) {
        return;
    }
    let mut names = Index::with_capacity(catalog.errors.len());
    for (position, error) in catalog.errors.iter().enumerate() {
        let name = error.name.as_ref().map_or(error.ident.as_str(), |name| name.as_str());
        names.add(catalog.scope_of(error), name, position);
    }
    for (position, error) in catalog.errors.iter().enumerate() {
        for (at, former) in error.formerly.iter().enumerate() {
            let first = error.formerly[..at].iter().find(|first| first.value == former.value);
            let owner = names.get(catalog.scope_of(error), former);
            if former.trim().is_empty() {
                findings.push(empty_name(former.span));
            } else if let Some(first) = first {
                findings.push(former_twice(former.span, first.span, former));
            } else if let Some(owner) = owner {
                let other = &catalog.errors[owner];
                let place = other.name.as_ref().map_or(other.code.span, |name| name.span);
                findings.push(former_in_use(former.span, place, former, owner == position));
            }
        }
    }
}

fn empty_name(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "a name is empty")
        .label("empty")
        .help("write the name that was published, or remove it")
}

fn former_twice(span: Span, first: Span, name: &str) -> Finding {
    Finding::new(Rule::DuplicateKey, span, format!("`formerly` has `{name}` twice"))
        .label("again here")
        .related(first, "first here")
        .help("remove one of the two")
}

/// Returns the finding for a former name that an error has now: the error itself, or another one.
fn former_in_use(span: Span, place: Span, name: &str, own: bool) -> Finding {
    let message = if own {
        format!("`{name}` is still the name of the error")
    } else {
        format!("`{name}` is now the name of another error")
    };
    Finding::new(Rule::IdentCollision, span, message)
        .label("not only a former name")
        .related(place, "has the name now")
        .help("remove it from `formerly`, or correct it")
}
