//! The changes as release notes.

use std::collections::BTreeMap;

use errcat_build::unstable::diff::{Change, Step};
use errcat_build::unstable::format::vocabulary::ChangeRule;
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::source::Span;

use super::compared::Compared;

/// The number of characters that GitHub accepts, with a reserve.
const MOST: usize = 60_000;

/// The number of characters that the last line needs.
const RESERVE: usize = 200;

const SECTIONS: [&str; 4] = ["Breaking", "New", "Changed", "Deprecated and retired"];

/// Returns the notes for all catalogs that changed.
pub(super) fn notes(compared: &[Compared<'_>]) -> String {
    let mut lines = Vec::new();
    for one in compared {
        let sections = sections(one);
        if sections.iter().all(BTreeMap::is_empty) {
            continue;
        }
        let title = one.catalog.map_or(one.id.as_str(), |catalog| catalog.title.as_str());
        let judgement = &one.judgement;
        let version = if judgement.version_allowed { &judgement.declared } else { &judgement.next };
        let version = version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
        lines.push((false, format!("## {}{version}\n", text(title))));
        for (name, families) in SECTIONS.iter().zip(sections) {
            if families.is_empty() {
                continue;
            }
            lines.push((false, format!("\n### {name}\n")));
            let several = one.catalog.is_some_and(|catalog| catalog.families.len() > 1);
            for (family, errors) in families {
                let heading = if several && !family.is_empty() {
                    format!("\n**{family}**\n\n")
                } else {
                    "\n".to_owned()
                };
                lines.push((false, heading));
                lines.extend(errors.into_iter().map(|line| (true, line)));
            }
        }
        lines.push((false, "\n".to_owned()));
    }
    within_limit(lines)
}

/// Joins lines up to the limit, and counts the others.
fn within_limit(lines: Vec<(bool, String)>) -> String {
    let (mut notes, mut length, mut left) = (String::new(), 0, 0);
    for (counts, line) in lines {
        let more = line.chars().count();
        if left > 0 || length + more > MOST - RESERVE {
            left += usize::from(counts);
            continue;
        }
        length += more;
        notes.push_str(&line);
    }
    let end = notes.trim_end().len();
    notes.truncate(end);
    if left > 0 {
        notes.push_str(&format!("\n\n… and {left} more changes. `errcat diff` lists all of them."));
    }
    if notes.is_empty() { notes } else { notes + "\n" }
}

type Families = BTreeMap<String, Vec<String>>;

/// Returns the lines of each section by family.
fn sections(one: &Compared<'_>) -> [Families; 4] {
    let mut sections: [Families; 4] = Default::default();
    let entries: BTreeMap<Span, &Error> = one
        .catalog
        .iter()
        .flat_map(|catalog| &catalog.errors)
        .map(|entry| (entry.code.span, entry))
        .collect();
    let visible: Vec<&Change> = one.changes.iter().filter(|change| change.public).collect();
    for changes in visible.chunk_by(|a, b| a.subject == b.subject) {
        let section = changes.iter().map(|change| section(change)).min().unwrap_or(2);
        let family = changes[0].subject.as_ref().map_or("", |(family, _)| family);
        let title = one.catalog.and_then(|catalog| catalog.families.iter().find(|known| known.id == family));
        let title = title.map_or_else(|| text(family), |family| text(&family.title));
        sections[section].entry(title).or_default().push(line(one.catalog, &entries, changes, section == 0));
    }
    sections
}

fn section(change: &Change) -> usize {
    match change.rule {
        _ if change.step() == Step::Major => 0,
        ChangeRule::CodeAdded => 1,
        ChangeRule::Deprecated | ChangeRule::Retired => 3,
        _ => 2,
    }
}

/// Returns the line about one error: its code and name, what changed, and the reasons.
fn line(
    catalog: Option<&Catalog>,
    entries: &BTreeMap<Span, &Error>,
    changes: &[&Change],
    with_reasons: bool,
) -> String {
    let first = changes[0];
    let entry = first.after.and_then(|after| entries.get(&after).copied());
    // Another meaning is shown with both names.
    let has_both = changes.iter().any(|change| change.rule == ChangeRule::MeaningDoubtful);
    let shown = changes.iter().filter(|change| !has_both || change.rule != ChangeRule::NameChanged);
    let mut facts: Vec<String> = shown.map(|change| words(catalog, entry, change)).collect();
    facts.dedup();
    if with_reasons {
        let reasons = changes.iter().filter_map(|change| change.accepted.as_ref());
        facts.extend(reasons.map(|reason| format!("“{}”", text(reason))));
    }
    let what = facts.join("; ");
    let Some((_, code)) = &first.subject else { return format!("- {what}\n") };
    let name = entry.and_then(|entry| entry.name.as_ref()).map(|name| name.value.clone());
    let name = name.or_else(|| changes.iter().find_map(|change| known_name(change)));
    let name = name.filter(|name| name != code).map(|name| format!(" {}", text(&name))).unwrap_or_default();
    format!("- {}{name}: {what}\n", span(code))
}

fn known_name(change: &Change) -> Option<String> {
    let named = matches!(change.rule, ChangeRule::CodeAdded | ChangeRule::CodeRemoved);
    named.then(|| change.new.clone().or_else(|| change.old.clone())).flatten()
}

/// Says what changed, and what to do.
fn words(catalog: Option<&Catalog>, entry: Option<&Error>, change: &Change) -> String {
    let value = |value: &Option<String>| value.as_ref().map_or("none".to_owned(), |value| span(value));
    let (old, new) = (value(&change.old), value(&change.new));
    let arrow = |what: &str| format!("{what} {old} → {new}");
    match change.rule {
        ChangeRule::CodeAdded => {
            let message = entry.and_then(|entry| entry.message.as_ref());
            match message
                .map(|message| text(message))
                .or_else(|| entry.and_then(|e| e.description.as_deref().map(text)))
            {
                Some(message) => message,
                None => "new".to_owned(),
            }
        }
        ChangeRule::CodeRemoved => match &change.note {
            Some(note) => format!("removed; {note}"),
            None => "removed".to_owned(),
        },
        ChangeRule::CodeReused | ChangeRule::MeaningChanged | ChangeRule::MeaningDoubtful => {
            arrow("another meaning:")
        }
        ChangeRule::CodeRekeyed => format!("the code is {new} now"),
        ChangeRule::NameChanged => arrow("name"),
        ChangeRule::NameRemoved => format!("the former name {old} is gone"),
        ChangeRule::TextChanged => "another text".to_owned(),
        ChangeRule::StatusChanged => arrow("status"),
        ChangeRule::RetryChanged => arrow("retry"),
        ChangeRule::ParamAdded => format!("new value {new}"),
        ChangeRule::ParamRemoved => format!("without the value {old}"),
        ChangeRule::ParamChanged => format!("value {old} → {new}"),
        ChangeRule::VisibilityChanged => format!("now {}", change.new.as_deref().unwrap_or("public")),
        // Outsiders must not learn which error a mask hides.
        ChangeRule::MaskChanged => "seen by other callers than before".to_owned(),
        ChangeRule::FactChanged => format!("{old} → {new}"),
        ChangeRule::Deprecated | ChangeRule::Retired => notice(catalog, entry, change),
        ChangeRule::AliasAdded => format!("also {new}"),
        ChangeRule::AliasRemoved => format!("no longer {old}"),
        ChangeRule::ContractChanged => arrow("the catalog has"),
        ChangeRule::ClassChanged => arrow("class"),
        ChangeRule::EnvelopeChanged => arrow("envelope"),
        ChangeRule::FamilyMoved => format!("moved from {old} to {new}"),
    }
}

/// Says what to use instead of a deprecated or retired code.
fn notice(catalog: Option<&Catalog>, entry: Option<&Error>, change: &Change) -> String {
    let what = if change.rule == ChangeRule::Retired { "retired" } else { "deprecated" };
    let notice = entry.and_then(|entry| entry.retired.as_ref().or(entry.deprecated.as_ref()));
    let Some(notice) = notice else { return what.to_owned() };
    let instead =
        notice.instead.zip(catalog).map(|(at, catalog)| format!("; use {}", span(&catalog.errors[at].code)));
    let note = notice.note.as_ref().map(|note| format!("; {}", text(note)));
    format!("{what}{}{}", instead.unwrap_or_default(), note.unwrap_or_default())
}

/// Escapes a text for Markdown, on one line.
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '@'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Formats a value as code.
fn span(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = value.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let gap = if value.starts_with('`') || value.ends_with('`') || value.is_empty() { " " } else { "" };
    format!("{fence}{gap}{value}{gap}{fence}")
}
