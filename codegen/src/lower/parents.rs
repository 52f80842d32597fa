//! Puts the errors in `sub` after their parents, and gives errors what they inherit from parents.

use std::borrow::Cow;

use super::report;
use crate::diag::Findings;
use crate::format::limits::{LONGEST_CODE, MOST_INHERITED};
use crate::format::vocabulary::Unique;
use crate::index::Index;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Body, Catalog, Error};

/// Returns the catalog with its errors in one list per family, all of which name their parent, and
/// the bytes that errors inherited. No error of it is its own ancestor.
pub(super) fn resolve<'s>(source: &'s Catalog, findings: &mut Findings) -> (Cow<'s, Catalog>, usize) {
    let mut errors = source.families.iter().flat_map(|family| &family.errors);
    if !errors.any(|error| error.body.parent.is_some() || !error.body.sub.is_empty()) {
        return (Cow::Borrowed(source), 0);
    }
    let mut catalog = source.clone();
    let mut lists = Lists { separator: None, incomplete: false, inherited: 0 };
    let shared = catalog.head.code.separator.clone();
    for family in &mut catalog.families {
        let separator = family.code.separator.as_ref().or(shared.as_ref());
        lists.separator = separator.map(|separator| separator.value.clone());
        let mut flat = Vec::with_capacity(family.errors.len());
        for error in std::mem::take(&mut family.errors) {
            lists.push(error, &mut flat, findings);
        }
        family.errors = flat;
    }
    catalog.damaged |= lists.incomplete;
    let mut inherited = lists.inherited;
    inherit(&mut catalog, &mut inherited, findings);
    (Cow::Owned(catalog), inherited)
}

/// Makes the lists of errors.
struct Lists {
    separator: Option<String>,
    /// Whether errors are missing from the lists, which has been reported.
    incomplete: bool,
    /// The bytes of codes that entries of `sub` took from their parents.
    inherited: usize,
}

impl Lists {
    /// Appends an error, followed by the errors in its `sub`.
    fn push(&mut self, mut error: Error, flat: &mut Vec<Error>, findings: &mut Findings) {
        let children = std::mem::take(&mut error.body.sub);
        let parent = error.code.value.clone();
        flat.push(error);
        for child in children {
            if let Some(child) = self.child(&parent, child, findings) {
                self.push(child, flat, findings);
            }
        }
    }

    /// Returns an entry of a `sub` with its whole code. This is the only place where a code is put
    /// together.
    fn child(&mut self, parent: &str, child: Error, findings: &mut Findings) -> Option<Error> {
        let Error { code: key, variant, mut body } = child;
        if key.is_empty() {
            findings.push(report::no_code(key.span, "a key in `sub`"));
        }
        let Some(separator) = self.separator.as_ref().filter(|_| !parent.is_empty() && !key.is_empty())
        else {
            if self.separator.is_none() && !self.incomplete {
                findings.push(report::no_separator(key.span, &key));
            }
            self.incomplete = true;
            return None;
        };
        let code = format!("{parent}{separator}{}", key.value);
        if code.len() > LONGEST_CODE {
            findings.push(crate::syntax::report::too_long_code(key.span));
            self.incomplete = true;
            return None;
        }
        if !charge(&mut self.inherited, code.len() - key.len(), key.span, findings) {
            self.incomplete = true;
            return None;
        }
        if let Some(second) = body.parent.replace(Spanned::new(parent.to_owned(), key.span)) {
            findings.push(report::second_parent(second.span, key.span, &second));
        }
        Some(Error { code: Spanned::new(code, key.span), variant, body })
    }
}

/// The position of an error: its family, and its place in the list of the family.
type Position = (usize, usize);

/// Gives every error what it inherits from its ancestors, the nearest first. Removes and reports
/// parents that form a circle.
fn inherit(catalog: &mut Catalog, inherited: &mut usize, findings: &mut Findings) {
    let positions: Vec<Position> = (0..catalog.families.len())
        .flat_map(|family| (0..catalog.families[family].errors.len()).map(move |place| (family, place)))
        .collect();
    let mut states = vec![State::New; positions.len()];
    let parents = parents(catalog, &positions);
    for start in 0..positions.len() {
        // The errors from `start` up to the first one that has all it inherits.
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| states[*at] == State::New) {
            states[at] = State::Open;
            path.push(at);
            next = parents[at];
        }
        let circle = next.filter(|at| states[*at] == State::Open);
        if let Some(first) = circle.and_then(|at| path.iter().position(|open| *open == at)) {
            let links: Vec<_> =
                path[first..].iter().filter_map(|at| body(catalog, positions[*at]).parent.take()).collect();
            findings.extend(report::circle(&links));
        }
        for at in path.into_iter().rev() {
            states[at] = State::Done;
            let Some(parent) = parents[at].filter(|_| body(catalog, positions[at]).parent.is_some()) else {
                continue;
            };
            let heritage = Heritage::of(body(catalog, positions[parent]));
            heritage.pass_on(body(catalog, positions[at]), inherited, findings);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the path from an error to its ancestors.
    Open,
    Done,
}

fn body(catalog: &mut Catalog, (family, place): Position) -> &mut Body {
    &mut catalog.families[family].errors[place].body
}

/// Returns the parent of every error, if it exists.
fn parents(catalog: &Catalog, positions: &[Position]) -> Vec<Option<usize>> {
    let own_scopes = catalog.head.unique.is_some_and(|unique| unique.value == Unique::Family);
    let scope = |family: usize| if own_scopes { catalog.families[family].id.as_str() } else { "" };
    let error = |(family, place): Position| &catalog.families[family].errors[place];
    let mut by_code = Index::with_capacity(positions.len());
    for (at, &position) in positions.iter().enumerate() {
        by_code.add(scope(position.0), &error(position).code, at);
    }
    let parent = |&position: &Position| {
        let parent = error(position).body.parent.as_ref()?;
        by_code.get(scope(position.0), parent)
    };
    positions.iter().map(parent).collect()
}

/// What a parent passes on.
struct Heritage(Body);

impl Heritage {
    fn of(parent: &Body) -> Self {
        Self(Body {
            damaged: parent.damaged,
            status: parent.status.clone(),
            retry: parent.retry,
            class: parent.class.clone(),
            tags: parent.tags.clone(),
            facts: parent.facts.clone(),
            ..Body::default()
        })
    }

    /// Adds what the child does not have itself.
    fn pass_on(self, child: &mut Body, inherited: &mut usize, findings: &mut Findings) {
        let Self(parent) = self;
        // What could not be read of the parent may be what the child lacks.
        child.damaged |= parent.damaged;
        child.status = child.status.take().or(parent.status);
        child.retry = child.retry.or(parent.retry);
        child.class = child.class.take().or(parent.class);
        if let (None, Some(tags)) = (&child.tags, parent.tags) {
            let bytes = tags.iter().map(|tag| size_of_val(tag) + tag.len()).sum();
            let mut fits = |place| charge(inherited, bytes, place, findings);
            child.tags = child.parent.as_ref().is_some_and(|parent| fits(parent.span)).then_some(tags);
        }
        for value in parent.facts {
            let has_own = child.facts.iter().any(|own| own.fact == value.fact);
            let place = child.parent.as_ref().map(|parent| parent.span);
            let mut fits = |place| charge(inherited, value.size(), place, findings);
            if !has_own && place.is_some_and(&mut fits) {
                child.facts.push(value);
            }
        }
    }
}

/// Charges `bytes` against the limit on inherited text. Returns whether they still fit.
fn charge(inherited: &mut usize, bytes: usize, place: Span, findings: &mut Findings) -> bool {
    let before = *inherited;
    *inherited += bytes;
    let enough = *inherited <= MOST_INHERITED;
    if !enough && before <= MOST_INHERITED {
        findings.push(report::too_much_inherited(place, MOST_INHERITED));
    }
    enough
}
