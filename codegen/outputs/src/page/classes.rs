//! The class of an error, and the rules of classes in words.

use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::model::{Catalog, Class, CodeCondition, Condition, Error};

/// Returns the class of an error and its ancestors, the class first. Empty if the catalog does not
/// say which class it is.
pub(super) fn chain<'m>(catalog: &'m Catalog, error: &Error) -> Vec<&'m Class> {
    let mut next = of(catalog, error);
    let mut chain: Vec<&Class> = Vec::new();
    while let Some(class) = next.and_then(|class| catalog.classes.get(class)) {
        // A circle of parents is reported as a mistake.
        if chain.len() > catalog.classes.len() {
            break;
        }
        chain.push(class);
        next = class.parent;
    }
    chain
}

/// Returns the class of an error: its own, or the first whose rule fits.
fn of(catalog: &Catalog, error: &Error) -> Option<usize> {
    if let Some(own) = &error.class {
        return catalog.classes.iter().position(|class| class.name.value == own.value);
    }
    for (at, class) in catalog.classes.iter().enumerate() {
        match class.when.as_ref().map(|when| &when.value) {
            None | Some(Condition::Transport | Condition::Decode) => {}
            Some(Condition::Any) => return Some(at),
            Some(Condition::Response { status, code, .. }) => {
                let code = match code {
                    CodeCondition::Any | CodeCondition::Present => true,
                    CodeCondition::Matches(pattern) => matches(pattern, &error.code),
                };
                match (status, error.status.as_ref()) {
                    _ if !code => {}
                    (None, _) => return Some(at),
                    (Some(statuses), Some(status)) if statuses.holds(status.value) => return Some(at),
                    (Some(_), Some(_)) => {}
                    // The class depends on the status, which the catalog does not have.
                    (Some(_), None) => return None,
                }
            }
        }
    }
    None
}

/// Returns `true` if a code matches a pattern with at most one `*`, compared in lower case.
fn matches(pattern: &str, code: &str) -> bool {
    let (pattern, code) = (pattern.to_lowercase(), code.to_lowercase());
    match pattern.split_once('*') {
        None => pattern == code,
        Some((start, end)) => {
            code.len() >= start.len() + end.len() && code.starts_with(start) && code.ends_with(end)
        }
    }
}

/// Returns the retry advice of the first class of a chain that has one, with the class.
pub(super) fn retry<'m>(chain: &[&'m Class]) -> Option<(&'static str, &'m str)> {
    chain.iter().find_map(|class| Some((class.retry?.as_str(), class.name.as_str())))
}
