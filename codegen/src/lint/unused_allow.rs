//! `unused-allow`: an `allow` without effect.

use crate::diag::{Finding, Levels, Rule};
use crate::model::Catalog;
use crate::order;
use crate::source::{Span, Spanned};
use crate::text::nearest::nearest;

const RULE: Rule = Rule::UnusedAllow;

/// Returns a finding for every `allow` whose span is not in `used`.
pub(super) fn check(catalogs: &[Catalog], levels: &Levels, mut used: Vec<Span>) -> Vec<Finding> {
    order::sort(&mut used, &Span::cmp);
    // A rule that is off was not run, so it is not known what it would have found.
    let silent = |rule: &str| Rule::from_code(rule).is_some_and(|rule| levels.severity(rule).is_none());
    let mut unused = Vec::new();
    let of_catalogs = catalogs.iter().flat_map(|catalog| &catalog.allow);
    let families = catalogs.iter().flat_map(|catalog| &catalog.families);
    let errors = catalogs.iter().flat_map(|catalog| &catalog.errors);
    let below = families.flat_map(|family| &family.allow).chain(errors.flat_map(|entry| &entry.allow));
    for (rule, _) in of_catalogs.chain(below) {
        if used.binary_search(&rule.span).is_err() && !silent(rule) {
            unused.push(finding(rule));
        }
    }
    unused
}

fn finding(rule: &Spanned<String>) -> Finding {
    let unused = |message: String| Finding::new(RULE, rule.span, message).label("no effect");
    match Rule::from_code(rule) {
        Some(known) if known.is_final() => {
            unused(format!("`{}` cannot be allowed", rule.value)).help("fix the mistake that it reports")
        }
        Some(_) => unused(format!("`allow: {}` has no effect", rule.value)).help("remove it"),
        None => {
            let finding = unused(format!("there is no rule `{}`", rule.value));
            match nearest(rule, Rule::ALL.iter().map(|rule| rule.code())) {
                Some(near) => finding.meant(rule.span, near),
                None => finding.help("remove it"),
            }
        }
    }
}
