//! An `allow` that silences nothing.

use crate::diag::{Finding, Levels, Rule};
use crate::model::Catalog;
use crate::order;
use crate::source::{Span, Spanned};
use crate::text::nearest::nearest;

const RULE: Rule = Rule::UnusedAllow;

/// Findings for every `allow` of `catalog` whose place is not among the `used` ones.
pub(super) fn check(catalog: &Catalog, levels: &Levels, mut used: Vec<Span>) -> Vec<Finding> {
    order::sort(&mut used, &Span::cmp);
    // Of a rule that is switched off, nobody can tell what it would have found.
    let silent = |rule: &str| Rule::from_code(rule).is_some_and(|rule| levels.severity(rule).is_none());
    let mut unused = Vec::new();
    for (rule, _) in catalog.errors.iter().flat_map(|entry| &entry.allow) {
        if used.binary_search(&rule.span).is_err() && !silent(rule) {
            unused.push(finding(rule));
        }
    }
    unused
}

fn finding(rule: &Spanned<String>) -> Finding {
    let told = |message: String| Finding::new(RULE, rule.span, message).label("of no use");
    match Rule::from_code(rule) {
        Some(known) if known.is_final() => {
            told(format!("`{}` cannot be allowed", rule.value)).help("mend what it complains about")
        }
        Some(_) => told(format!("`allow: {}` silences nothing", rule.value)).help("remove it"),
        None => {
            let finding = told(format!("there is no rule `{}`", rule.value));
            match nearest(rule, Rule::ALL.iter().map(|rule| rule.code())) {
                Some(near) => finding.meant(rule.span, near),
                None => finding.help("remove it"),
            }
        }
    }
}
