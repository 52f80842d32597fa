//! Resolves references within a catalog: masks, replacements, classes and `allow_codes`.

use std::cell::{Cell, OnceCell};

use super::extensions::extensions;
use super::report;
use crate::diag::Findings;
use crate::index::Index;
use crate::model::{Catalog, Error, Notice};
use crate::order;
use crate::source::Spanned;
use crate::syntax::ast::{self, Text};
use crate::text::glob;
use crate::text::nearest::nearest;
use crate::text::version::Version;

/// Resolves every reference and reports the dangling ones. In a damaged catalog nothing is
/// reported, because the target may exist but not be readable.
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
        let parent = body.parent.as_ref().and_then(|parent| {
            let target = lookup.find(entry, parent, findings)?;
            Some(Spanned::new(target, parent.span))
        });
        let deprecated = body.deprecated.as_ref().map(|text| lookup.notice(entry, text, findings));
        let retired = body.retired.as_ref().map(|text| lookup.notice(entry, text, findings));
        let unmasked = mask.is_none() && body.mask.is_some();
        if unmasked || mask.is_some() || parent.is_some() || deprecated.is_some() || retired.is_some() {
            resolved.push((index, mask, parent, deprecated, retired));
        }
        check_since(entry, body, findings);
        if !source.head.unreadable.contains(&"classes") {
            check_class(catalog, entry, findings);
        }
    }
    for (index, mask, parent, deprecated, retired) in resolved {
        if let Some(parent) = parent {
            catalog.errors[parent.value].children.push(index);
        }
        let entry = &mut catalog.errors[index];
        if mask.is_none() && bodies[index].mask.is_some() {
            entry.wrong.push("mask");
        }
        entry.mask = mask;
        entry.parent = parent;
        entry.deprecated = deprecated;
        entry.retired = retired;
    }
    check_patterns(catalog, &source.head, findings);
    if catalog.allow_codes.is_empty() {
        return;
    }
    let lookup = Lookup::new(catalog);
    let mut known = Index::with_capacity(catalog.errors.len());
    for (position, entry) in catalog.errors.iter().enumerate() {
        known.add("", &entry.code, position);
    }
    let dangling = catalog.allow_codes.iter().filter(|code| known.get("", code).is_none());
    for (index, code) in dangling.enumerate() {
        let codes = || lookup.in_order().iter().map(|entry| entry.code.as_str());
        let nearest = if index < SUGGESTIONS { nearest(code, codes()) } else { None };
        findings.push(report::dangling(code.span, "code", code, nearest));
    }
}

/// Returns the source of every error in the order of the model. Entries without a code are in
/// neither.
fn bodies<'s>(catalog: &Catalog, source: &'s ast::Catalog) -> Vec<&'s ast::Body> {
    let mut bodies = Vec::with_capacity(catalog.errors.len());
    for family in &catalog.families {
        let family = source.families.iter().find(|source| source.id == family.id);
        let errors = family.map(|family| family.errors.as_slice()).unwrap_or_default();
        bodies.extend(errors.iter().filter(|entry| !entry.code.is_empty()).map(|entry| &entry.body));
    }
    bodies
}

/// The number of dangling codes per catalog for which a near match is searched.
pub(super) const SUGGESTIONS: usize = 50;

/// Finds codes within the scope of the error that refers to them.
struct Lookup<'c> {
    catalog: &'c Catalog,
    /// The number of codes that were not found.
    misses: Cell<usize>,
    /// Built on first use, because most catalogs have no references.
    by_code: OnceCell<Index<'c>>,
    /// All errors, sorted by code. Built when the first code is not found.
    in_order: OnceCell<Vec<&'c Error>>,
}

impl<'c> Lookup<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        Self { catalog, misses: Cell::new(0), by_code: OnceCell::new(), in_order: OnceCell::new() }
    }

    fn by_code(&self) -> &Index<'c> {
        self.by_code.get_or_init(|| {
            let mut by_code = Index::with_capacity(self.catalog.errors.len());
            for (position, entry) in self.catalog.errors.iter().enumerate() {
                by_code.add(self.catalog.scope_of(entry), &entry.code, position);
            }
            by_code
        })
    }

    fn in_order(&self) -> &[&'c Error] {
        self.in_order.get_or_init(|| {
            let mut errors: Vec<&Error> = self.catalog.errors.iter().collect();
            order::sort(&mut errors, &|a, b| a.code.value.cmp(&b.code.value));
            errors
        })
    }

    fn find(&self, from: &Error, code: &Text, findings: &mut Findings) -> Option<usize> {
        let scope = self.catalog.scope_of(from);
        let found = self.by_code().get(scope, code);
        if found.is_none() {
            self.misses.set(self.misses.get() + 1);
            // Do not suggest the error itself.
            let within =
                |entry: &&Error| self.catalog.scope_of(entry) == scope && entry.code.value != from.code.value;
            let codes = || self.in_order().iter().copied().filter(within).map(|entry| entry.code.as_str());
            let is_alias = |entry: &&&Error| entry.aliases.iter().any(|alias| alias.value == code.value);
            let few = self.misses.get() <= SUGGESTIONS;
            let meant = self.in_order().iter().filter(|_| few).find(|entry| within(entry) && is_alias(entry));
            findings.push(match meant {
                Some(entry) => report::alias_of(code.span, code, &entry.code),
                None if few => report::dangling(code.span, "code", code, nearest(code, codes())),
                None => report::dangling(code.span, "code", code, None),
            });
        }
        found
    }

    fn notice(&self, from: &Error, notice: &ast::Notice, findings: &mut Findings) -> Notice {
        Notice {
            place: notice.span,
            since: notice.since.as_ref().map(|text| text.value.clone()),
            instead: notice.instead.as_ref().and_then(|code| {
                if code.value == from.code.value {
                    findings.push(report::own_replacement(code.span, code));
                    return None;
                }
                self.find(from, code, findings)
            }),
            note: notice.note.as_ref().map(|text| text.value.clone()),
            extensions: extensions(&notice.extensions),
        }
    }
}

/// Reports an error that was deprecated or retired before it was added, or retired before it was
/// deprecated.
fn check_since(entry: &Error, body: &ast::Body, findings: &mut Findings) {
    if body.deprecated.is_none() && body.retired.is_none() {
        return;
    }
    let since = |notice: &'_ Option<ast::Notice>| notice.as_ref().and_then(|notice| notice.since.clone());
    let (deprecated, retired) = (since(&body.deprecated), since(&body.retired));
    let added = entry.text("since").map(|since| ("added", since));
    let is_before = |one: &str, other: &str| match (Version::parse(one), Version::parse(other)) {
        (Some(one), Some(other)) => one < other,
        // Of other versions, such as `1.10` or `2024-05-01`, only numbers are compared.
        _ => match (numbers(one), numbers(other)) {
            (Some((mark, one)), Some((same, other))) => mark == same && one < other,
            _ => false,
        },
    };
    let earlier = deprecated.as_ref().map(|since| ("deprecated", since.as_str()));
    for (what, since, earlier) in
        [("deprecated", &deprecated, [added, None]), ("retired", &retired, [added, earlier])]
    {
        let Some(since) = since else { continue };
        let later = earlier.into_iter().flatten().find(|(_, earlier)| is_before(since, earlier));
        findings.extend(later.map(|later| report::too_early(since.span, what, since, later)));
    }
}

/// Returns the numbers of a version that is no semantic one, and the mark between them.
fn numbers(version: &str) -> Option<(char, Vec<u64>)> {
    let version = version.strip_prefix('v').unwrap_or(version);
    let mark = version.chars().find(|c| !c.is_ascii_digit()).unwrap_or('.');
    let mut numbers: Vec<u64> = version.split(mark).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    while numbers.last() == Some(&0) {
        numbers.pop();
    }
    Some((mark, numbers))
}

/// Reports the patterns of classes and of `derive` that match no code.
fn check_patterns(catalog: &Catalog, head: &ast::Head, findings: &mut Findings) {
    let of_class = |class: &'_ ast::Class| match class.when.as_ref().map(|when| &when.value) {
        Some(ast::When::Response { code: Some(code), .. }) if code.value != "present" => Some(code.clone()),
        _ => None,
    };
    let of_classes: Vec<Text> = head.classes.iter().filter_map(of_class).collect();
    let of_rules: Vec<&Text> = head.derive.iter().map(|rule| &rule.pattern).collect();
    if (of_classes.is_empty() && of_rules.is_empty()) || catalog.errors.is_empty() {
        return;
    }
    let aliases = catalog.errors.iter().flat_map(|entry| &entry.aliases);
    let codes = catalog.errors.iter().map(|entry| &entry.code).chain(aliases);
    let codes: Vec<String> = codes.map(|code| code.to_lowercase()).collect();
    let is_dangling = |pattern: &str| {
        // A pattern for some values that a code carries matches the code.
        let (before, _) = pattern.split_once('*').unwrap_or((pattern, ""));
        let carries = |entry: &Error| {
            entry.carried.as_ref().is_some_and(|carried| before.starts_with(&carried.prefix.to_lowercase()))
        };
        pattern.matches('*').count() < 2
            && !codes.iter().any(|code| glob::capture(pattern, code).is_some())
            && !catalog.errors.iter().any(carries)
    };
    for (index, pattern) in of_classes.iter().enumerate() {
        let folded = pattern.to_lowercase();
        if is_dangling(&folded) {
            let words = codes.iter().map(String::as_str).chain(["present"]);
            let is_word = !folded.contains('*') && index < SUGGESTIONS;
            let nearest = if is_word { nearest(&folded, words) } else { None };
            findings.push(report::no_code_like(pattern.span, pattern, nearest));
        }
    }
    let folded: Vec<String> = of_rules.iter().map(|pattern| pattern.to_lowercase()).collect();
    for (index, pattern) in of_rules.iter().enumerate() {
        let first = |code: &String| {
            folded[..=index].iter().position(|pattern| glob::capture(pattern, code).is_some())
        };
        if codes
            .iter()
            .any(|code| glob::capture(&folded[index], code).is_some() && first(code) == Some(index))
        {
            continue;
        }
        if is_dangling(&folded[index]) {
            findings.push(report::no_code_like(pattern.span, pattern, None));
        } else if let Some(earlier) =
            codes.iter().filter(|code| glob::capture(&folded[index], code).is_some()).filter_map(first).max()
        {
            findings.push(report::hidden_rule(pattern.span, of_rules[earlier].span, pattern));
        }
    }
}

fn check_class(catalog: &Catalog, entry: &Error, findings: &mut Findings) {
    let Some(class) = &entry.class else { return };
    let mut names = catalog.classes.iter().map(|class| class.name.as_str());
    if !names.clone().any(|name| name == class.value) {
        let nearest = nearest(class, &mut names);
        findings.push(report::dangling(class.span, "class", class, nearest));
    }
}
