//! `undeclared-tag`: a tag that the catalog does not declare.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::Catalog;
use crate::source::Spanned;
use crate::text::nearest::nearest;

const RULE: Rule = Rule::UndeclaredTag;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.unreadable.contains(&"tags") {
        return;
    }
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
    let finding =
        Finding::new(RULE, tag.span, format!("tag `{}` is not declared", tag.value)).label("undeclared");
    match nearest {
        Some(near) => finding.meant(tag.span, near),
        None => {
            finding.help(format!("declare it in catalog.yaml: `tags: {{ {}: what it means }}`", tag.value))
        }
    }
}
