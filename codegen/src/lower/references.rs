//! What one part of a catalog says of another: masks, replacements, classes, listed codes.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use super::rules;
use crate::diag::Findings;
use crate::model::{Catalog, Entry, Notice};
use crate::source::Spanned;
use crate::syntax::ast::{self, Text};
use crate::terms::Unique;
use crate::text::nearest::nearest;

/// Resolves every reference, reporting the dangling ones; in a damaged catalog the target may just not have been read.
pub(super) fn resolve(catalog: &mut Catalog, source: &ast::Catalog, findings: &mut Findings) {
    let mut unsaid = Findings::default();
    let findings = if source.damaged { &mut unsaid } else { findings };
    let bodies = bodies(catalog, source);
    let lookup = Lookup::new(catalog);
    let mut resolved = Vec::new();
    for (index, (entry, body)) in catalog.errors.iter().zip(&bodies).enumerate() {
        let mask = body.mask.as_ref().and_then(|mask| {
            let target = lookup.find(entry, mask, findings)?;
            Some(Spanned::new(target, mask.span))
        });
        let deprecated = body.deprecated.as_ref().map(|text| lookup.notice(entry, text, findings));
        let retired = body.retired.as_ref().map(|text| lookup.notice(entry, text, findings));
        if mask.is_some() || deprecated.is_some() || retired.is_some() {
            resolved.push((index, mask, deprecated, retired));
        }
        check_class(catalog, entry, findings);
    }
    for (index, mask, deprecated, retired) in resolved {
        let entry = &mut catalog.errors[index];
        entry.mask = mask;
        entry.deprecated = deprecated;
        entry.retired = retired;
    }
    if catalog.allow_codes.is_empty() {
        return;
    }
    let known: BTreeSet<&str> = catalog.errors.iter().map(|entry| entry.code.as_str()).collect();
    let dangling = catalog.allow_codes.iter().filter(|code| !known.contains(code.as_str()));
    for (index, code) in dangling.enumerate() {
        let codes = known.iter().copied();
        let nearest = if index < SUGGESTIONS { nearest(code, codes) } else { None };
        findings.push(rules::dangling(code.span, "code", code, nearest));
    }
}

/// The source of every error of the model, in the model's order. An entry without a code is in neither.
fn bodies<'s>(catalog: &Catalog, source: &'s ast::Catalog) -> Vec<&'s ast::Body> {
    catalog
        .families
        .iter()
        .filter_map(|family| source.families.iter().find(|source| source.id == family.id))
        .flat_map(|family| family.errors.iter().filter(|entry| !entry.code.is_empty()))
        .map(|entry| &entry.body)
        .collect()
}

/// For how many dangling codes of a catalog the nearest one is searched.
pub(super) const SUGGESTIONS: usize = 50;

/// Codes by text, within the reach of the error that refers to one.
struct Lookup<'c> {
    catalog: &'c Catalog,
    /// How many codes were looked for in vain.
    misses: Cell<usize>,
    /// Made when the first one is looked for: most catalogs refer to none.
    by_code: OnceCell<BTreeMap<(Option<usize>, &'c str), usize>>,
}

impl<'c> Lookup<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        Self { catalog, misses: Cell::new(0), by_code: OnceCell::new() }
    }

    fn by_code(&self) -> &BTreeMap<(Option<usize>, &'c str), usize> {
        self.by_code.get_or_init(|| {
            let mut by_code = BTreeMap::new();
            for (index, entry) in self.catalog.errors.iter().enumerate() {
                by_code.entry((scope(self.catalog, entry), entry.code.as_str())).or_insert(index);
            }
            by_code
        })
    }

    fn find(&self, from: &Entry, code: &Text, findings: &mut Findings) -> Option<usize> {
        let scope = scope(self.catalog, from);
        let found = self.by_code().get(&(scope, code.as_str())).copied();
        if found.is_none() {
            self.misses.set(self.misses.get() + 1);
            let codes = self.by_code().keys().filter(|(reach, _)| *reach == scope).map(|(_, code)| *code);
            // No error stands for itself.
            let codes = codes.filter(|code| *code != from.code.value);
            let nearest = if self.misses.get() <= SUGGESTIONS { nearest(code, codes) } else { None };
            findings.push(rules::dangling(code.span, "code", code, nearest));
        }
        found
    }

    fn notice(&self, from: &Entry, notice: &ast::Notice, findings: &mut Findings) -> Notice {
        Notice {
            place: notice.span,
            since: notice.since.as_ref().map(|text| text.value.clone()),
            instead: notice.instead.as_ref().and_then(|code| {
                if code.value == from.code.value {
                    findings.push(rules::own_replacement(code.span, code));
                    return None;
                }
                self.find(from, code, findings)
            }),
            note: notice.note.as_ref().map(|text| text.value.clone()),
            extensions: super::catalog::extensions(&notice.extensions),
        }
    }
}

fn scope(catalog: &Catalog, entry: &Entry) -> Option<usize> {
    (catalog.unique == Unique::Family).then_some(entry.family)
}

fn check_class(catalog: &Catalog, entry: &Entry, findings: &mut Findings) {
    let Some(class) = &entry.class else { return };
    let mut names = catalog.classes.iter().map(|class| class.name.as_str());
    if !names.clone().any(|name| name == class.value) {
        let nearest = nearest(class, &mut names);
        findings.push(rules::dangling(class.span, "class", class, nearest));
    }
}
