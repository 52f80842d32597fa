//! An `allow` that silences nothing.

use std::collections::BTreeSet;

use crate::diag::{Finding, Rule};
use crate::model::Catalog;
use crate::source::{Span, Spanned};
use crate::text::nearest::nearest;

const RULE: Rule = Rule::UnusedAllow;

/// Findings for every `allow` of `catalog` whose place is not among the `used` ones.
pub(super) fn check(catalog: &Catalog, used: &BTreeSet<Span>) -> Vec<Finding> {
    let allowed = catalog.errors.iter().flat_map(|entry| &entry.allow);
    allowed.filter(|(rule, _)| !used.contains(&rule.span)).map(|(rule, _)| finding(rule)).collect()
}

fn finding(rule: &Spanned<String>) -> Finding {
    let (message, help) = match Rule::from_code(rule) {
        Some(known) if known.info().tags.contains(&"final") => {
            (format!("`{}` cannot be allowed", rule.value), "mend what it complains about".to_owned())
        }
        Some(_) => (format!("`allow: {}` silences nothing", rule.value), "remove it".to_owned()),
        None => {
            let nearest = nearest(rule, Rule::ALL.iter().map(|rule| rule.code()));
            let help = nearest
                .map_or_else(|| "remove it".to_owned(), |nearest| format!("did you mean `{nearest}`?"));
            (format!("there is no rule `{}`", rule.value), help)
        }
    };
    Finding::new(RULE, rule.span, message).label("of no use").help(help)
}
