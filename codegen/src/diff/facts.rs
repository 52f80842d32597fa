//! Facts that an error has once: each rule with the facts that it is about.

use super::Change;
use crate::format::vocabulary::{ChangeRule, Term};
use crate::ledger::Promise;

type Fact = fn(&Promise) -> Option<String>;

/// The first fact of a rule that differs tells the change.
static FACTS: [(ChangeRule, &[Fact]); 6] = [
    (
        ChangeRule::NameChanged,
        &[
            |promise| promise.name.clone(),
            |promise| Some(promise.ident.clone()),
            |promise| {
                let names: Vec<String> =
                    promise.names.iter().map(|(language, name)| format!("{language}: {name}")).collect();
                (!names.is_empty()).then(|| names.join(", "))
            },
        ],
    ),
    (ChangeRule::TextChanged, &[|promise| promise.message.clone(), |promise| promise.description.clone()]),
    (ChangeRule::StatusChanged, &[|promise| promise.status.map(|status| status.to_string())]),
    (ChangeRule::RetryChanged, &[|promise| promise.retry.map(|retry| retry.as_str().to_owned())]),
    (ChangeRule::MaskChanged, &[|promise| promise.mask.clone()]),
    (ChangeRule::VisibilityChanged, &[|promise| Some(promise.visibility.as_str().to_owned())]),
];

/// A change for each rule one of whose facts is another.
pub(super) fn changes<'p>(old: &'p Promise, new: &'p Promise) -> impl Iterator<Item = Change> + 'p {
    FACTS.iter().filter_map(move |(rule, facts)| {
        let (was, is) = facts.iter().map(|fact| (fact(old), fact(new))).find(|(was, is)| was != is)?;
        Some(Change::of(*rule, old).from(old).at(new).values(was, is))
    })
}
