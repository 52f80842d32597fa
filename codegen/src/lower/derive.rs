//! Derives descriptions from codes with the `derive` rules of a catalog.

use super::{report, template};
use crate::diag::Findings;
use crate::source::Sources;
use crate::syntax::ast::Derive;
use crate::text::{article, glob};

/// Returns the description that the first matching rule gives to `code`.
pub(super) fn description(list: &[Derive], code: &str) -> Option<String> {
    let folded = code.to_lowercase();
    list.iter().find_map(|rule| {
        let words = glob::capture(&rule.pattern.to_lowercase(), &folded)?.replace(['_', '-'], " ");
        let fill = |name: &str| Some(fill(name, words.trim()));
        template::fill(&rule.description, fill)
    })
}

const PLACEHOLDERS: [&str; 4] = ["words", "Words", "a words", "A words"];

fn fill(placeholder: &str, words: &str) -> String {
    match placeholder {
        "Words" => capitalized(words),
        "a words" => format!("{} {words}", article::indefinite(words)),
        "A words" => format!("{} {words}", capitalized(article::indefinite(words))),
        _ => words.to_owned(),
    }
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Reports mistakes in the rules themselves.
pub(super) fn check(sources: &Sources, list: &[Derive], findings: &mut Findings) {
    for rule in list {
        if rule.pattern.matches('*').count() > 1 {
            findings.push(report::two_stars(rule.pattern.span));
        }
        let placeholders = PLACEHOLDERS.map(|name| format!("`{{{name}}}`")).join(", ");
        let advice = |name: &str| {
            format!("use one of {placeholders}, or write `{{{{{name}}}}}` for braces in the text")
        };
        template::parse_words(sources, &rule.description, &PLACEHOLDERS, &advice, findings);
    }
}
