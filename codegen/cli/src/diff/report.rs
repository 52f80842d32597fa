//! The changes in the formats of findings.

use errcat_build::unstable::diag::{About, Finding, Findings, Member, Rule, Severity};
use errcat_build::unstable::diff::{Change, Gate, Step, describe, grouped, in_groups};
use errcat_build::unstable::format::vocabulary::{ChangeRule, Term};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::reveal::reveal;

use super::compared::Compared;
use super::json;
use crate::args::Format;
use crate::report;

/// Formats the changes of all catalogs.
pub(crate) fn report(sources: &Sources, compared: &[Compared<'_>], format: Format) -> String {
    match format {
        Format::Json => json::lines(sources, compared),
        Format::Human | Format::Concise => compared.iter().map(|one| lines(sources, one, format)).collect(),
        _ => report::findings(sources, &findings(compared), format),
    }
}

/// Returns a finding for each group of changes that is not allowed or breaks programs.
fn findings(compared: &[Compared<'_>]) -> Findings {
    let mut findings = Findings::default();
    for one in compared {
        findings.extend(refusals(one));
        findings.extend(version_finding(one));
        let breaking = in_groups(&one.changes).into_iter().filter(|group| {
            group.iter().all(|change| change.is_allowed()) && group.iter().any(|c| c.step() == Step::Major)
        });
        findings.extend(breaking.filter_map(|group| finding(one, &group, Severity::Warning)));
    }
    findings
}

/// Returns a finding for each group of changes that may not be released, and those about the ledger.
pub(crate) fn refusals(one: &Compared<'_>) -> Vec<Finding> {
    let refused =
        in_groups(&one.changes).into_iter().filter(|group| !group.iter().all(|change| change.is_allowed()));
    let refused = refused.filter_map(|group| finding(one, &group, Severity::Error));
    one.findings.iter().cloned().chain(refused).collect()
}

/// Returns a finding if the version is too low for the changes.
pub(crate) fn version_finding(one: &Compared<'_>) -> Option<Finding> {
    let judgement = &one.judgement;
    if !one.by_version || judgement.version_allowed {
        return None;
    }
    let (declared, place) = (judgement.declared.as_ref()?, one.catalog?.place);
    let (message, change) = match (judgement.heaviest.map(|at| &one.changes[at]), &judgement.next) {
        (Some(change), Some(next)) => {
            let message =
                format!("version {declared} is too low: {next} is needed, because {}", describe(change));
            (message, Some(change.rule))
        }
        _ => {
            let released = judgement.released.as_ref()?;
            (format!("version {declared} is lower than the released version {released}"), None)
        }
    };
    let mut finding = Finding::new(Rule::LedgerRewritten, place, message);
    finding.change = change;
    Some(finding.help("raise `version`, for example with `errcat release --bump`"))
}

/// Returns the finding about a group of changes.
fn finding(one: &Compared<'_>, group: &[&Change], severity: Severity) -> Option<Finding> {
    let (message, advice) = grouped(group);
    let open: Vec<&&Change> = group.iter().filter(|change| !change.is_allowed()).collect();
    let first = open.first().copied().or(group.first()).copied()?;
    // A catalog that is gone has no place.
    let span = one.place(first)?;
    let mut finding = Finding::new(Rule::LedgerRewritten, span, message);
    finding.severity = severity;
    finding.change = Some(first.rule);
    finding.help = match (advice, first.gate) {
        (Some(advice), _) => Some(format!("{advice}, and restore the released errors")),
        (None, Gate::Never) => {
            Some("use a code that was never used, and restore the released error".to_owned())
        }
        (None, Gate::Say) => first.command().map(|accept| way_out(first, group.len(), &accept)),
        (None, Gate::Free) => None,
    };
    if let (Some(before), true) = (first.before, first.after.is_some()) {
        finding = finding.related(before, "released here");
    }
    let about = |change: &&Change| {
        let (family, code) = change.subject.clone()?;
        Some(About { catalog: one.id.clone(), family, code })
    };
    finding.about = about(&first);
    if group.len() > 1 {
        let member = |change: &&Change| {
            let span = one.place(change).unwrap_or(span);
            Some(Member { about: about(change)?, span, message: describe(change) })
        };
        finding.members = group.iter().filter_map(member).collect();
        finding.group = first.group;
    }
    Some(finding)
}

/// Says which command ends a change that was not meant, and which one accepts it.
fn way_out(change: &Change, count: usize, accept: &str) -> String {
    let (it, rest) =
        if count > 1 { ("the first one", ", and the same for each of the others") } else { ("it", "") };
    match (change.keeping(), change.rule) {
        (Some(keep), ChangeRule::CodeRemoved) => {
            format!("`{keep}` keeps {it} as a tombstone; if its removal is intended, run `{accept}`{rest}")
        }
        (Some(keep), ChangeRule::MeaningDoubtful) => {
            format!(
                "if it is the same error, run `{keep}`; if the new meaning is intended, run `{accept}`{rest}"
            )
        }
        _ => format!("if this is intended, run `{accept}`{rest}"),
    }
}

/// Lists the changes of a catalog for people: what is refused with its source lines, then one line
/// for each other change, then the version.
fn lines(sources: &Sources, one: &Compared<'_>, format: Format) -> String {
    let mut refused = Findings::default();
    refused.extend(refusals(one));
    let mut text = report::findings(sources, &refused, format);
    let shown = |group: &Vec<&Change>| {
        group.iter().all(|change| change.is_allowed())
            || group.iter().all(|change| one.place(change).is_none())
    };
    let allowed = in_groups(&one.changes).into_iter().filter(shown);
    for group in allowed {
        let Some(first) = group.first() else { continue };
        let (message, _) = grouped(&group);
        let place =
            one.place(first).map(|place| format!("{}:{}: ", sources.path(place.file), sources.start(place)));
        let kept = first.keeping().filter(|_| group.len() == 1);
        let kept = kept.map(|command| format!("; `{command}` keeps the old one"));
        let accepted = first.accepted.as_ref().map(|reason| format!(" (accepted: {reason})"));
        let line = format!(
            "{}{}[{}]: {message}{}{}",
            place.unwrap_or_default(),
            group.iter().map(|change| change.step()).max().unwrap_or(Step::Patch).as_str(),
            first.rule.as_str(),
            kept.unwrap_or_default(),
            accepted.unwrap_or_default(),
        );
        text.push_str(&format!("{}\n", reveal(&line)));
    }
    text.push_str(&format!("{}\n", reveal(&version(one))));
    text
}

/// Says in one line which version is needed, and why.
pub(crate) fn version(one: &Compared<'_>) -> String {
    let judgement = &one.judgement;
    let id = &one.id;
    if !one.released && one.changes.is_empty() {
        return format!("{id}: not released yet");
    }
    let (Some(required), Some(heaviest)) = (judgement.required, judgement.heaviest) else {
        let released = judgement.released.as_ref().map(|released| format!(" since {released}"));
        return format!("{id}: no changes{}", released.unwrap_or_default());
    };
    let change = &one.changes[heaviest];
    let why = match &change.subject {
        Some((_, code)) => format!("`{}` of `{code}`", change.rule.as_str()),
        None => format!("`{}`", change.rule.as_str()),
    };
    let needed = match (&judgement.released, &judgement.next) {
        (Some(released), Some(next)) => format!("{released} → {next} ({}: {why})", required.as_str()),
        _ => format!("a {} version is needed ({why})", required.as_str()),
    };
    let state = match &judgement.declared {
        None => "; the catalog has no version".to_owned(),
        Some(declared) if judgement.version_allowed => format!("; the catalog has {declared}"),
        Some(declared) => format!("; the catalog has only {declared}"),
    };
    format!("{id}: {needed}{state}")
}
