//! `name-status-mismatch`: a name that contradicts the status.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error};
use crate::text::case;

const RULE: Rule = Rule::NameStatusMismatch;

/// Endings of names, and the statuses that they stand for.
const MEANINGS: [(&str, &[u16]); 10] = [
    ("not_found", &[404, 410]),
    ("unauthorized", &[401]),
    ("unauthenticated", &[401]),
    ("forbidden", &[403, 404]),
    ("access_denied", &[403, 404]),
    ("conflict", &[409]),
    ("already_exists", &[409]),
    ("rate_limit_exceeded", &[429]),
    ("timeout", &[408, 504]),
    ("not_implemented", &[501]),
];

/// Words before an ending that give it another meaning: `InvalidTimeout` is about a value that the
/// caller sent.
const OF_ARGUMENTS: [&str; 9] =
    ["invalid", "missing", "unsupported", "bad", "malformed", "illegal", "wrong", "unknown", "empty"];

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let Some(status) = entry.status else { continue };
        let name = words(catalog, entry);
        let Some((meaning, expected)) = meaning(&name) else { continue };
        if !expected.contains(&status.value) {
            let wanted: Vec<String> = expected.iter().map(ToString::to_string).collect();
            let message = format!("`{}` has status {}", entry.code.value, status.value);
            let finding = Finding::new(RULE, status.span, message)
                .label(format!("does not fit `{meaning}`"))
                .help(format!(
                    "use status {} for `{meaning}`, or allow the rule if the API has published {}",
                    wanted.join(" or "),
                    status.value
                ));
            report.about(entry, finding);
        }
    }
}

/// Returns the published name, or else the code, in `snake_case` without its common parts.
fn words(catalog: &Catalog, entry: &Error) -> String {
    case::snake(catalog.short_name(entry).unwrap_or(&entry.code))
}

fn meaning(name: &str) -> Option<(&'static str, &'static [u16])> {
    let says = |meaning: &str| {
        name.strip_suffix(meaning).is_some_and(|before| {
            let is_of_arguments = before.split('_').any(|word| OF_ARGUMENTS.contains(&word));
            (before.is_empty() || before.ends_with('_')) && !is_of_arguments
        })
    };
    MEANINGS.iter().copied().find(|(meaning, _)| says(meaning))
}
