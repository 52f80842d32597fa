//! What a client makes of a response, by the rules of the catalog.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::format::vocabulary::{Retry, Term, Unique};
use errcat_build::unstable::model::{Catalog, Class, CodeCondition, Condition, Error};

/// What a client makes of a response.
#[derive(Clone, Debug)]
pub(super) struct Expect {
    pub(super) code: Option<String>,
    pub(super) known: bool,
    pub(super) class: Option<String>,
    pub(super) retry: &'static str,
    pub(super) message: Option<String>,
    pub(super) help: Vec<String>,
    pub(super) request_id: Option<String>,
}

impl Expect {
    /// Returns what a client makes of a response with this code and message. `waits` says whether
    /// the response has a time to wait.
    pub(super) fn new(
        known: &Known<'_>,
        status: u16,
        code: Option<&str>,
        message: Option<&str>,
        waits: bool,
    ) -> Self {
        let catalog = known.catalog;
        let known = code.and_then(|code| known.error(code, status, message));
        let class = class(catalog, known, code, status);
        let said =
            known.and_then(|error| error.retry).or_else(|| ancestors(catalog, class).find_map(|it| it.retry));
        let retry = match said {
            Some(Retry::Never | Retry::Immediately) => said,
            _ if waits => Some(Retry::RetryAfter),
            _ => said,
        };
        Self {
            code: code.map(str::to_owned),
            known: known.is_some(),
            class: class.map(|class| class.name.value.clone()),
            retry: retry.map_or_else(|| errcat::Retry::of_status(status).as_str(), Term::as_str),
            message: message.map(str::to_owned),
            help: known.map(|error| error.help.clone()).unwrap_or_default(),
            request_id: None,
        }
    }
}

/// A catalog whose errors are found by their codes.
#[derive(Debug)]
pub(super) struct Known<'m> {
    pub(super) catalog: &'m Catalog,
    /// The errors of each code, number and alias, in published order.
    exact: BTreeMap<String, Vec<&'m Error>>,
    /// The errors whose codes carry a value.
    carrying: Vec<&'m Error>,
}

impl<'m> Known<'m> {
    pub(super) fn new(catalog: &'m Catalog) -> Self {
        let (carrying, usual): (Vec<&Error>, Vec<&Error>) =
            catalog.errors.iter().partition(|error| error.carried.is_some());
        let mut exact: BTreeMap<String, Vec<&Error>> = BTreeMap::new();
        for error in usual {
            let numbers = error.number.iter().chain(&error.alias_numbers).map(ToString::to_string);
            let texts = std::iter::once(&error.code).chain(&error.aliases).map(|code| code.value.clone());
            let spellings: BTreeSet<String> = numbers.chain(texts).collect();
            for spelling in spellings {
                exact.entry(spelling).or_default().push(error);
            }
        }
        Self { catalog, exact, carrying }
    }

    /// Returns the errors that a code may mean.
    pub(super) fn candidates(&self, code: &str) -> Vec<&'m Error> {
        if let Some(exact) = self.exact.get(code) {
            return exact.clone();
        }
        let carries = |error: &&&Error| error.carried.as_ref().is_some_and(|carried| carried.matches(code));
        self.carrying.iter().filter(carries).copied().collect()
    }

    /// Returns the error of a code, unless it is unknown or stands in several families.
    pub(super) fn error(&self, code: &str, status: u16, message: Option<&str>) -> Option<&'m Error> {
        let found = self.candidates(code);
        let families: BTreeSet<usize> = found.iter().map(|error| error.family).collect();
        if self.catalog.unique == Unique::Family && families.len() > 1 {
            return None;
        }
        // Of several errors under one code, it is the one whose status and message fit.
        let has_status = |error: &&&Error| error.status.as_ref().is_some_and(|own| own.value == status);
        let any = !found.iter().any(|error| has_status(&error));
        let fitting = || found.iter().filter(|error| any || has_status(error));
        let own = |error: &Error| error.message.as_ref().map(|message| message.value.clone());
        let said = fitting().find(|error| message.is_some() && own(error).as_deref() == message);
        said.or_else(|| fitting().next()).copied()
    }
}

/// Returns the class of the error, or else the first whose rule fits.
pub(super) fn class<'m>(
    catalog: &'m Catalog,
    known: Option<&Error>,
    code: Option<&str>,
    status: u16,
) -> Option<&'m Class> {
    let own = known.and_then(|error| error.class.as_ref());
    let own = own.and_then(|own| catalog.classes.iter().find(|class| class.name.value == own.value));
    own.or_else(|| catalog.classes.iter().find(|class| fits(class, code, status)))
}

fn fits(class: &Class, code: Option<&str>, status: u16) -> bool {
    match class.when.as_ref().map(|when| &when.value) {
        None | Some(Condition::Transport | Condition::Decode) => false,
        Some(Condition::Any) => true,
        Some(Condition::Response { status: statuses, code: rule, .. }) => {
            statuses.as_ref().is_none_or(|statuses| statuses.holds(status))
                && match (rule, code) {
                    (CodeCondition::Any, _) | (CodeCondition::Present, Some(_)) => true,
                    (_, None) => false,
                    (CodeCondition::Matches(pattern), Some(code)) => matches(pattern, code),
                }
        }
    }
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

/// Returns a class and its ancestors.
fn ancestors<'m>(catalog: &'m Catalog, class: Option<&'m Class>) -> impl Iterator<Item = &'m Class> {
    let parent = |class: &&'m Class| class.parent.and_then(|parent| catalog.classes.get(parent));
    // A circle of parents is reported as a mistake.
    std::iter::successors(class, parent).take(catalog.classes.len())
}
