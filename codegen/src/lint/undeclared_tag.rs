//! A tag that the catalog does not declare.

use super::{Lint, Report};
use crate::diag::{Finding, Rule, Severity};
use crate::model::Catalog;
use crate::source::Spanned;
use crate::text::nearest::nearest;

pub(super) static LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    id: "undeclared-tag",
    severity: Severity::Error,
    why: "Tags are a list with meanings; a misspelt one would sort an error into a group of its own.",
};

fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        for tag in &entry.tags {
            let declared = catalog.tags.iter().any(|(name, _)| name.value == tag.value);
            if !declared {
                report.about(entry, finding(catalog, tag));
            }
        }
    }
}

fn finding(catalog: &Catalog, tag: &Spanned<String>) -> Finding {
    let nearest = nearest(tag, catalog.tags.iter().map(|(name, _)| name.as_str()));
    let help = nearest.map_or_else(
        || format!("declare it in catalog.yaml: `tags: {{ {}: what it means }}`", tag.value),
        |nearest| format!("did you mean `{nearest}`?"),
    );
    Finding::new(&RULE, tag.span, format!("tag `{}` is not declared", tag.value))
        .label("undeclared")
        .help(help)
}
