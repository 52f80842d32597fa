//! An `allow` that silences nothing.

use std::collections::BTreeSet;

use crate::diag::{Finding, Rule, Severity};
use crate::model::Catalog;
use crate::source::Span;
use crate::text::nearest::nearest;

static RULE: Rule = Rule {
    id: "unused-allow",
    severity: Severity::Error,
    why: "An exception that no longer applies would hide the next mistake.",
};

/// Findings for every `allow` of `catalog` whose place is not among the `used` ones.
pub(super) fn check(catalog: &Catalog, rules: &[&str], used: &BTreeSet<Span>) -> Vec<Finding> {
    let allowed = catalog.errors.iter().flat_map(|entry| &entry.allow);
    let unused = allowed.filter(|(rule, _)| !used.contains(&rule.span));
    unused
        .map(|(rule, _)| {
            let known = rules.contains(&rule.as_str());
            let message = if known {
                format!("`allow: {}` silences nothing", rule.value)
            } else {
                format!("`{}` is no rule that can be allowed", rule.value)
            };
            let help = match nearest(rule, rules.iter().copied()) {
                Some(nearest) if !known => format!("did you mean `{nearest}`?"),
                _ => "remove it".to_owned(),
            };
            Finding::new(&RULE, rule.span, message).label("of no use").help(help)
        })
        .collect()
}
