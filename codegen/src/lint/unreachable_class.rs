//! `unreachable-class`: a class that never matches because earlier classes match first.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Class, CodeCondition, Condition};
use crate::text::glob;

const RULE: Rule = Rule::UnreachableClass;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let is_any = |class: &Class| class.when.as_ref().is_some_and(|when| matches!(when.value, Condition::Any));
    let most = catalog.classes.iter().position(is_any).map_or(catalog.classes.len(), |first| first + 1);
    let after = catalog.classes[most..].iter().filter(|class| class.when.is_some()).count();
    if let Some(class) = catalog.classes[..most].last().filter(|_| after > 0) {
        report.push(takes_all(class, after));
    }
    for (index, class) in catalog.classes.iter().enumerate().take(most) {
        let earlier = &catalog.classes[..index];
        let Some(when) = &class.when else { continue };
        if situations(&when.value).iter().all(|situation| taken(earlier, situation))
            && !is_dangling(catalog, &when.value)
        {
            let message = format!("class `{}` can never be chosen", class.name.value);
            let mut finding = Finding::new(RULE, when.span, message)
                .label("earlier classes match all of this")
                .help("move the class up, or narrow the classes above it");
            for other in earlier.iter().filter(|other| overlaps(other, &when.value)) {
                finding = finding.related(other.name.span, "matches some of it");
            }
            report.push(finding);
        }
    }
}

/// Returns `true` if no code matches the pattern of a condition, which is reported on its own.
fn is_dangling(catalog: &Catalog, when: &Condition) -> bool {
    let Condition::Response { code: CodeCondition::Matches(pattern), .. } = when else { return false };
    let pattern = pattern.to_lowercase();
    !catalog.errors.iter().any(|entry| glob::capture(&pattern, &entry.code.to_lowercase()).is_some())
}

/// Returns the finding for a class before others that matches everything.
fn takes_all(class: &Class, after: usize) -> Finding {
    let span = class.when.as_ref().map_or(class.name.span, |when| when.span);
    let others =
        if after == 1 { "the class after it".to_owned() } else { format!("the {after} classes after it") };
    let message = format!("`{}` matches everything, so {others} can never be chosen", class.name.value);
    Finding::new(RULE, span, message).label("matches everything").help("move the class to the end")
}

/// An outcome of a request, as finely as conditions can distinguish.
#[derive(Clone, Copy)]
enum Situation<'c> {
    Transport,
    Decode,
    Response { status: u16, code: Code<'c> },
}

/// The code of a response.
#[derive(Clone, Copy)]
enum Code<'c> {
    Absent,
    /// A code that only `present` matches.
    Other,
    /// A code that this pattern matches.
    Like(&'c str),
}

fn situations(when: &Condition) -> Vec<Situation<'_>> {
    match when {
        Condition::Transport => vec![Situation::Transport],
        Condition::Decode => vec![Situation::Decode],
        Condition::Any => {
            let mut all = vec![Situation::Transport, Situation::Decode];
            all.extend(responses(&|_| true, &[Code::Absent, Code::Other]));
            all
        }
        Condition::Response { status, code, .. } => {
            let wanted = |number| status.as_ref().is_none_or(|statuses| statuses.holds(number));
            match code {
                CodeCondition::Any => responses(&wanted, &[Code::Absent, Code::Other]),
                CodeCondition::Present => responses(&wanted, &[Code::Other]),
                CodeCondition::Matches(pattern) => responses(&wanted, &[Code::Like(pattern)]),
            }
        }
    }
}

fn responses<'c>(wanted: &dyn Fn(u16) -> bool, codes: &[Code<'c>]) -> Vec<Situation<'c>> {
    let mut responses = Vec::new();
    for status in (100..=599).filter(|status| wanted(*status)) {
        responses.extend(codes.iter().map(|&code| Situation::Response { status, code }));
    }
    responses
}

fn taken(earlier: &[Class], situation: &Situation<'_>) -> bool {
    earlier.iter().filter_map(|class| class.when.as_ref()).any(|when| holds(&when.value, situation))
}

fn holds(condition: &Condition, situation: &Situation<'_>) -> bool {
    match (condition, situation) {
        (Condition::Any, _)
        | (Condition::Transport, Situation::Transport)
        | (Condition::Decode, Situation::Decode) => true,
        (Condition::Response { status, code: wanted, .. }, Situation::Response { status: number, code }) => {
            let status_holds = status.as_ref().is_none_or(|statuses| statuses.holds(*number));
            status_holds
                && match (wanted, code) {
                    (CodeCondition::Any, _) | (CodeCondition::Present, Code::Other | Code::Like(_)) => true,
                    (CodeCondition::Matches(wide), Code::Like(narrow)) => covers(wide, narrow),
                    (CodeCondition::Matches(wide), Code::Other) => wide == "*",
                    (CodeCondition::Present | CodeCondition::Matches(_), Code::Absent) => false,
                }
        }
        _ => false,
    }
}

/// Returns `true` if `wide` matches every code that `narrow` matches. This holds if `wide` matches
/// the text of `narrow`, with `*` as an ordinary character.
fn covers(wide: &str, narrow: &str) -> bool {
    wide == narrow || glob::capture(wide, narrow).is_some()
}

fn overlaps(class: &Class, when: &Condition) -> bool {
    class.when.as_ref().is_some_and(|other| situations(when).iter().any(|one| holds(&other.value, one)))
}
