//! Every fix that a fixture of the findings offers changes the model only in the error that its
//! finding is about, and there only in what the rule is about.
#![cfg(all(feature = "human", feature = "json"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod fixtures;

use std::collections::BTreeMap;
use std::path::Path;

use errcat_build::unstable::diag::{Finding, Rule};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::model::{Error, Model};
use errcat_build::unstable::source::{Sources, Span};
use errcat_build::unstable::syntax::MOST_MISTAKES;
use errcat_build::unstable::{Analysis, analyze};
use errcat_edit::fix::fix;
use errcat_edit::offer;
use fixtures::{add, entries};
use serde_json::{Map, Value};

/// An error: its catalog, its family, its code, and the number of errors before it with this code.
type Place = (String, String, String, usize);

/// The line of each error in `errcat print catalog`.
fn rows(model: &Model) -> BTreeMap<Place, Map<String, Value>> {
    let lines = json::lines(model);
    let mut rows = BTreeMap::new();
    for ((catalog, family, code), line) in errors(model).map(|(_, place)| place).zip(lines.lines()) {
        let Value::Object(row) = serde_json::from_str(line).unwrap() else { unreachable!("a line is a map") };
        let same = |place: &&Place| (&place.0, &place.1, &place.2) == (&catalog, &family, &code);
        let nth = rows.keys().filter(same).count();
        rows.insert((catalog, family, code, nth), row);
    }
    rows
}

/// Returns every error with its catalog, family and code, in the order of the lines.
fn errors(model: &Model) -> impl Iterator<Item = (&Error, (String, String, String))> {
    model.catalogs.iter().flat_map(|catalog| {
        catalog.errors.iter().map(move |error| {
            let family = catalog.family_of(error);
            (error, (catalog.id.clone(), family.id.clone(), error.code.value.clone()))
        })
    })
}

/// Returns the errors at the last code before a place, which has several if it has variants.
fn around(model: &Model, place: Span) -> Vec<(String, String, String)> {
    let before: Vec<_> = errors(model)
        .filter(|(error, _)| error.code.span.file == place.file && error.code.span.start <= place.start)
        .collect();
    let last = before.iter().map(|(error, _)| error.code.span.start).max();
    before
        .into_iter()
        .filter(|(error, _)| Some(error.code.span.start) == last)
        .map(|(_, place)| place)
        .collect()
}

/// The keys of a row that a fix of this rule may change.
fn may_change(rule: Rule, key: &str) -> bool {
    match rule {
        Rule::HiddenBlank | Rule::YamlCutText => ["message", "description", "help"].contains(&key),
        Rule::IdentCollision | Rule::ReservedIdent => key == "ident",
        Rule::UnknownParam => key == "message",
        Rule::UndeclaredTag => key == "tags",
        // What an error inherits comes with its parent.
        Rule::DanglingReference => {
            ["class", "mask", "parent", "deprecated", "retired", "status", "retry", "tags"].contains(&key)
        }
        // The keys and values of the author: what is fixed was not read before.
        Rule::UnknownKey | Rule::WrongType | Rule::Syntax => key != "code",
        Rule::CodeFormat => ["code", "ident"].contains(&key),
        // An `allow` that has no effect, for example.
        _ => false,
    }
}

/// Returns what a fix changes although its finding is about something else.
fn strays(before: &Analysis, after: &Analysis, finding: &Finding) -> Vec<String> {
    let (old, new) = (rows(&before.model), rows(&after.model));
    let about = around(&before.model, finding.primary.span);
    let mut strays = Vec::new();
    for (place, row) in &old {
        let is_here = about.is_empty()
            || about
                .iter()
                .any(|(catalog, family, code)| (catalog, family, code) == (&place.0, &place.1, &place.2));
        let Some(now) = new.get(place) else {
            if !is_here || finding.rule != Rule::CodeFormat {
                strays.push(format!("{place:?} is gone"));
            }
            continue;
        };
        let is_unnamed = |value: &Value| value.as_str().is_some_and(|ident| ident.starts_with("Unnamed"));
        for (key, value) in row.iter().filter(|(key, value)| now[key.as_str()] != **value) {
            if key == "index" || (is_unnamed(value) && is_unnamed(&now[key.as_str()])) {
                continue;
            }
            let only_trimmed =
                finding.rule != Rule::HiddenBlank || trimmed(value) == trimmed(&now[key.as_str()]);
            if !is_here || !may_change(finding.rule, key) || !only_trimmed {
                strays.push(format!("{place:?}: {key} {value} > {}", now[key.as_str()]));
            }
        }
    }
    strays
}

fn trimmed(value: &Value) -> Value {
    match value {
        Value::String(text) => text.trim().into(),
        Value::Array(items) => items.iter().map(trimmed).collect(),
        other => other.clone(),
    }
}

#[test]
fn a_fix_changes_only_what_its_finding_is_about() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let (mut tried, mut wrong) = (0, Vec::new());
    for case in entries(&root).iter().flat_map(|rule| entries(rule)) {
        let mut sources = Sources::default();
        add(&mut sources, &case, &case.join("catalogs"));
        let before = analyze(&sources);
        let is_syntax = |finding: &&Finding| finding.rule == Rule::Syntax;
        if before.findings.iter().filter(is_syntax).count() >= MOST_MISTAKES {
            // With each fix, the file is read a little further.
            continue;
        }
        let mut findings = before.findings.clone();
        offer(&sources, &mut findings);
        for chosen in findings.iter().filter(|finding| finding.fix.is_some()) {
            // Only this fix is offered.
            let outcome = fix(&sources, |now| {
                let mut offered = analyze(now).findings;
                let is_first = sources.ids().all(|file| sources.text(file) == now.text(file));
                offer(now, &mut offered);
                offered.retain(|finding| {
                    let is_chosen = is_first && is_same(finding, chosen);
                    finding.fix = finding.fix.take().filter(|_| is_chosen);
                    true
                });
                offered
            });
            if outcome.fixed.is_empty() {
                continue;
            }
            tried += 1;
            let after = analyze(&outcome.sources);
            for stray in strays(&before, &after, chosen) {
                wrong.push(format!("{} [{}]: {stray}", case.display(), chosen.rule.code()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 100, "only {tried} fixes were tried");
}

fn is_same(one: &Finding, other: &Finding) -> bool {
    (one.primary.span, one.rule, &one.message) == (other.primary.span, other.rule, &other.message)
}
