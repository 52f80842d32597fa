//! Describes changes in words.

use super::groups::{Rewriting, rewriting, step};
use super::{Change, Gate};
use crate::format::vocabulary::ChangeRule;

/// Describes a change in one sentence, without a period.
#[must_use]
pub fn describe(change: &Change) -> String {
    let code = change.subject.as_ref().map_or_else(String::new, |(_, code)| format!("`{code}`"));
    let quoted =
        |value: &Option<String>| value.as_ref().map_or("nothing".to_owned(), |text| format!("`{text}`"));
    let (old, new) = (quoted(&change.old), quoted(&change.new));
    let became = |what: &str| match (&change.old, &change.new) {
        (None, _) => format!("{code} has the {what} {new}"),
        (_, None) => format!("{code} no longer has the {what} {old}"),
        _ => format!("{code} has the {what} {new} instead of {old}"),
    };
    let sentence = match change.rule {
        // It was out of use.
        ChangeRule::CodeAdded if change.before.is_some() => format!("{code} is in use again: {new}"),
        ChangeRule::CodeAdded => format!("{code} is new: {new}"),
        ChangeRule::CodeRemoved => format!("{code} is gone: {old}"),
        ChangeRule::CodeReused if change.old == change.new => {
            format!("{code} was released with another meaning")
        }
        ChangeRule::CodeReused => format!("{code} was released as {old} and now means {new}"),
        ChangeRule::MeaningChanged => match &change.home {
            Some(home) => format!("{code} was released as {old}, which is now `{home}`, and now means {new}"),
            None => format!("{code} was released as {old} and now means {new}"),
        },
        ChangeRule::MeaningDoubtful if change.old == change.new => {
            format!("{code} has other texts than before, so it may have another meaning")
        }
        ChangeRule::MeaningDoubtful => format!("{code} was {old} and is now {new}: is it the same error?"),
        ChangeRule::CodeRekeyed => format!("{old} has another code: {new}"),
        ChangeRule::NameChanged => became("name"),
        ChangeRule::NameRemoved => format!("{code} no longer has the former name {old}"),
        ChangeRule::TextChanged => format!("{code} has another text: {new} instead of {old}"),
        ChangeRule::StatusChanged => became("status"),
        ChangeRule::RetryChanged => became("retry advice"),
        ChangeRule::ParamAdded => format!("{code} has the new value {new}"),
        ChangeRule::ParamRemoved => format!("{code} no longer has the value {old}"),
        ChangeRule::ParamChanged => format!("{code} has the value {new} instead of {old}"),
        ChangeRule::MaskChanged => match (&change.old, &change.new) {
            (None, _) => format!("outsiders now see {new} instead of {code}"),
            (_, None) => format!("outsiders now see {code} instead of {old}"),
            _ => format!("outsiders now see {new} instead of {old} for {code}"),
        },
        ChangeRule::VisibilityChanged => format!("{code} is now {new}"),
        ChangeRule::FactChanged => became("fact"),
        ChangeRule::Deprecated => format!("{code} is deprecated"),
        ChangeRule::Retired => format!("{code} is retired"),
        ChangeRule::AliasAdded => format!("{code} can also be written {new}"),
        ChangeRule::AliasRemoved => format!("{code} can no longer be written {old}"),
        ChangeRule::ContractChanged => format!("the catalog has {new} instead of {old}"),
        ChangeRule::ClassChanged => of_catalog("class", change),
        ChangeRule::EnvelopeChanged => of_catalog("envelope", change),
        ChangeRule::FamilyMoved => format!("{code} moved from {old} to {new}"),
    };
    match &change.note {
        Some(note) => format!("{sentence}; {note}"),
        None => sentence,
    }
}

fn of_catalog(what: &str, change: &Change) -> String {
    match (&change.old, &change.new) {
        (None, Some(new)) => format!("the {what} has the new entry `{new}`"),
        (Some(old), None) => format!("the {what} no longer has the entry `{old}`"),
        (Some(old), Some(new)) => format!("the {what} has the entry `{new}` instead of `{old}`"),
        (None, None) => format!("the {what} has another order"),
    }
}

/// Returns the changes in order. Those of a group are together, at the place of the first of them.
#[must_use]
pub fn in_groups(changes: &[Change]) -> Vec<Vec<&Change>> {
    let most = changes.iter().filter_map(|change| change.group).max().unwrap_or(0);
    let mut places = vec![None; most + 1];
    let mut groups: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        match change.group {
            Some(group) => match places[group] {
                Some(place) => {
                    let known: &mut Vec<&Change> = &mut groups[place];
                    known.push(change);
                }
                None => {
                    places[group] = Some(groups.len());
                    groups.push(vec![change]);
                }
            },
            None => groups.push(vec![change]),
        }
    }
    groups
}

/// Describes a group of changes in one sentence, and says what to do instead.
#[must_use]
pub fn grouped(group: &[&Change]) -> (String, Option<&'static str>) {
    let count = group.len();
    let Some(first) = group.first() else { return Default::default() };
    if count == 1 {
        return (describe(first), None);
    }
    let lowest = group.iter().min_by_key(|change| {
        change.subject.as_ref().map(|(_, code)| crate::ledger::numbered(code).map(|(_, number)| number))
    });
    let lowest = lowest.unwrap_or(first);
    let code = lowest.subject.as_ref().map_or("", |(_, code)| code.as_str());
    match (step(lowest), first.rule) {
        (Some(step), _) => {
            let home = lowest.home.as_deref().unwrap_or_default();
            let (way, advice) = if step > 0 {
                ("up", "append new codes at the end")
            } else {
                ("down", "keep removed codes as tombstones; `errcat retire CODE` makes them")
            };
            let by = if step.abs() == 1 { String::new() } else { format!(" by {}", step.abs()) };
            let message =
                format!("{count} codes from `{code}` on moved {way}{by}: `{home}` is what `{code}` was");
            (message, Some(advice))
        }
        (None, ChangeRule::CodeRekeyed) => {
            let (old, new) =
                (first.old.as_deref().unwrap_or_default(), first.new.as_deref().unwrap_or_default());
            let what = match rewriting(old, new) {
                Rewriting::Case => "are written in another letter case".to_owned(),
                Rewriting::Separators => "have other separators".to_owned(),
                Rewriting::Part(was, is) => match (was, is) {
                    ("", is) => format!("have the new part `{is}`"),
                    (was, "") => format!("no longer have the part `{was}`"),
                    (was, is) => format!("have `{is}` instead of `{was}`"),
                },
            };
            (format!("{count} codes {what}: `{old}` is now `{new}`"), None)
        }
        _ => (format!("{count} codes are gone: {}", listed(group)), None),
    }
}

/// The number of codes up to which all of them are listed.
const FEW: usize = 5;

fn listed(group: &[&Change]) -> String {
    let codes = group.iter().filter_map(|change| change.subject.as_ref());
    let shown: Vec<String> = codes.take(FEW).map(|(_, code)| format!("`{code}`")).collect();
    match group.len().saturating_sub(FEW) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

impl Change {
    /// Returns the command that would keep the old code or name, unless it is kept, or the author
    /// said that it is not.
    #[must_use]
    pub fn keeping(&self) -> Option<String> {
        if self.accepted.is_some() {
            return None;
        }
        let (family, code) = self.subject.as_ref()?;
        let full = |code: &str| shell_word(&format!("{}/{family}/{code}", self.catalog));
        let command = self.kept_by?;
        Some(match (command, &self.new) {
            ("retire", _) => format!("errcat retire {}", full(code)),
            ("rename", Some(new)) => {
                format!("errcat rename {} {}", full(self.code_now.as_ref().unwrap_or(code)), shell_word(new))
            }
            (_, new) => format!("errcat {command} {} {}", shell_word(code), shell_word(new.as_ref()?)),
        })
    }

    /// Returns the command that ends the change, or else the one that accepts it.
    #[must_use]
    pub fn fix(&self) -> Option<String> {
        self.keeping().or_else(|| self.command())
    }

    /// Returns the command that accepts the change, if it must be accepted and is not.
    #[must_use]
    pub fn command(&self) -> Option<String> {
        if self.gate != Gate::Say || self.accepted.is_some() {
            return None;
        }
        let what = match &self.subject {
            Some((family, code)) => format!("{}:{}/{family}/{code}", self.rule_name(), self.catalog),
            None => format!("{}:{}", self.rule_name(), self.catalog),
        };
        Some(format!("errcat diff --accept {} --reason '…'", shell_word(&what)))
    }

    fn rule_name(&self) -> &'static str {
        crate::format::vocabulary::Term::as_str(self.rule)
    }
}

/// Quotes a word for a shell if necessary.
fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@%+=,".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}
