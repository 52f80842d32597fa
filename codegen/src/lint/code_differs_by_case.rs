//! Two codes that only letter case tells apart.

use std::collections::BTreeMap;

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Entry};
use crate::terms::Unique;

const RULE: Rule = Rule::CodeDiffersByCase;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let codes = || catalog.errors.iter().map(|entry| entry.code.as_str());
    if codes().all(|code| code.to_lowercase() == code)
        || codes().all(|code| code.is_ascii() && code.to_uppercase() == code)
    {
        // All are written in one case.
        return;
    }
    let mut folded: BTreeMap<(Option<usize>, String), &Entry> = BTreeMap::new();
    for entry in &catalog.errors {
        let scope = (catalog.unique == Unique::Family).then_some(entry.family);
        let key = (scope, entry.code.to_lowercase());
        match folded.get(&key) {
            Some(first) if first.code.value != entry.code.value => {
                let message =
                    format!("`{}` and `{}` differ by case only", first.code.value, entry.code.value);
                let finding = Finding::new(RULE, entry.code.span, message)
                    .label("the same letters")
                    .related(first.code.span, "first here")
                    .help("give one of the two another code");
                report.about(entry, finding);
            }
            Some(_) => {}
            None => {
                folded.insert(key, entry);
            }
        }
    }
}
