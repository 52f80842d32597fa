//! `errcat explain CHANGE`: shows what a kind of change asks of the version, and whether it may be
//! released.

use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::format::vocabulary::{ChangeRule, Term};

use crate::explain_rule;

/// The rules of `check` that report changes.
const RULES: [(Rule, &[ChangeRule]); 3] = [
    (Rule::ReusedCode, &[ChangeRule::CodeReused, ChangeRule::MeaningChanged]),
    (Rule::MeaningDoubtful, &[ChangeRule::MeaningDoubtful]),
    (Rule::VanishedCode, &[ChangeRule::CodeRemoved]),
];

/// Describes the change or the rule called `name`. A rule that reports changes is described together
/// with them. Returns `None` if there is neither.
pub(crate) fn explain(name: &str) -> Option<String> {
    let change = ChangeRule::parse(name);
    let is_meant = |(rule, changes): &&(Rule, &[ChangeRule])| {
        rule.code() == name || change.is_some_and(|change| changes.contains(&change))
    };
    let texts: Vec<String> = match RULES.iter().find(is_meant) {
        Some((rule, changes)) => {
            let rows = changes.iter().filter(|known| change.is_none_or(|change| change == **known));
            explain_rule::explain(rule.code()).into_iter().chain(rows.map(|known| about(*known))).collect()
        }
        None => explain_rule::explain(name).into_iter().chain(change.map(about)).collect(),
    };
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn about(change: ChangeRule) -> String {
    let row = change.row();
    let mut meaning = row.meaning.to_owned();
    if let Some(first) = meaning.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!(
        "{:<56} change · errcat diff\n\n  {meaning}.\n\n  responses    {}\n  Rust         {}\n  allowed      {}\n",
        change.as_str(),
        row.wire,
        row.rust,
        row.gate,
    )
}
