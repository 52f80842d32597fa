//! The changes as JSON, version 1 of the format for other programs.

use errcat_build::unstable::diag;
use errcat_build::unstable::diff::{Change, Step, describe};
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::quote::visible_json;
use errcat_build::unstable::text::version::Version;
use serde_json::{Value, json};

use super::compared::Compared;

/// Returns one line per change, and one per catalog with the verdict.
pub(super) fn lines(sources: &Sources, compared: &[Compared<'_>]) -> String {
    let mut text = String::new();
    let mut groups = 0;
    for catalog in compared {
        for finding in &catalog.findings {
            text.push_str(&format!("{}\n", diag::json(sources, finding)));
        }
        for row in rows(sources, catalog, groups) {
            text.push_str(&format!("{}\n", visible_json(&row.to_string())));
        }
        groups += catalog.changes.iter().filter_map(|change| change.group).max().unwrap_or(0);
        text.push_str(&format!("{}\n", visible_json(&summary(catalog).to_string())));
    }
    text
}

fn rows(sources: &Sources, catalog: &Compared<'_>, groups: usize) -> Vec<Value> {
    let row = |change: &Change| {
        let place = catalog.place(change);
        let (family, code) = change.subject.as_ref().map_or((None, None), |(f, c)| (Some(f), Some(c)));
        json!({
            "v": 1,
            "rule": change.rule.as_str(),
            "catalog": catalog.id,
            "family": family,
            "code": code,
            "old": change.old,
            "new": change.new,
            "wire": change.wire.as_str(),
            "rust": change.rust.as_str(),
            "gate": change.gate.as_str(),
            "accepted": change.accepted,
            "group": change.group.map(|group| group + groups),
            "path": place.map(|place| sources.path(place.file)),
            "line": place.map(|place| sources.start(place).line),
            "message": describe(change),
            "fix": change.fix(),
        })
    };
    catalog.changes.iter().map(row).collect()
}

fn summary(catalog: &Compared<'_>) -> Value {
    let judgement = &catalog.judgement;
    let version = |version: &Option<Version>| version.as_ref().map(ToString::to_string);
    let released = if catalog.released { version(&judgement.released) } else { None };
    json!({ "v": 1, "summary": {
        "catalog": catalog.id,
        "released": released,
        "declared": version(&judgement.declared),
        "required": judgement.required.map(Step::as_str),
        "next": version(&judgement.next),
        "allowed": catalog.is_allowed(),
    }})
}
