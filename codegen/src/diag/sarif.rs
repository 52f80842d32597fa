//! Formats findings as SARIF 2.1.0, which code scanning services read.

use serde_json::{Value, json};

use super::fingerprint::fingerprints;
use super::{Edit, Finding, Findings, Fix, Severity};
use crate::source::{Sources, Span};
use crate::text::quote::visible_json;
use crate::text::reveal::reveal;

/// Returns one JSON document.
#[must_use]
pub fn sarif(sources: &Sources, findings: &Findings) -> String {
    let mut rules: Vec<&Finding> = findings.iter().collect();
    rules.sort_by_key(|finding| (finding.rule, finding.change));
    rules.dedup_by_key(|finding| finding.name());
    let results = findings.iter().zip(fingerprints(sources, findings)).map(|(finding, fingerprint)| {
        let index = rules.iter().position(|rule| rule.name() == finding.name());
        result(sources, finding, index, &fingerprint)
    });
    let report = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "errcat",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().copied().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "PROJECT": { "description": { "text": "The root of the repository, or of the project if it is in none." } } },
            "results": results.collect::<Vec<_>>(),
        }],
    });
    format!("{}\n", visible_json(&format!("{report:#}")))
}

fn rule(finding: &Finding) -> Value {
    if let Some(change) = finding.change {
        return json!({
            "id": finding.name(),
            "shortDescription": { "text": change.row().meaning },
            "helpUri": super::page::page_of(finding),
        });
    }
    let rule = finding.rule;
    json!({
        "id": rule.code(),
        "shortDescription": { "text": rule.message() },
        "fullDescription": { "text": rule.description() },
        "help": { "text": rule.help().join("\n") },
        "helpUri": super::page(rule),
        "defaultConfiguration": { "level": Severity::of(rule).as_str() },
    })
}

fn result(sources: &Sources, finding: &Finding, rule: Option<usize>, fingerprint: &str) -> Value {
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let related = finding.related.iter().zip(1..).map(|(label, id)| {
        let mut location = location(sources, label.span);
        location["id"] = json!(id);
        location["message"] = json!({ "text": reveal(&label.message) });
        location
    });
    let text: Vec<_> =
        format!("{}{help}", finding.message).lines().map(|line| reveal(line).into_owned()).collect();
    let mut result = json!({
        "ruleId": finding.name(),
        "ruleIndex": rule,
        "level": finding.severity().as_str(),
        "message": { "text": text.join("\n") },
        "locations": [location(sources, finding.primary.span)],
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": { "errcat/v1": fingerprint },
    });
    if let Some(fix) = &finding.fix {
        result["fixes"] = json!([self::fix(sources, finding.primary.span, fix)]);
    }
    result
}

fn fix(sources: &Sources, place: Span, fix: &Fix) -> Value {
    let replacement = |edit: &Edit| json!({ "deletedRegion": region(sources, edit.span), "insertedContent": { "text": edit.text } });
    json!({
        "description": { "text": reveal(&fix.message) },
        "artifactChanges": [{
            "artifactLocation": artifact(sources, place),
            "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

fn location(sources: &Sources, span: Span) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": artifact(sources, span),
        "region": region(sources, span),
    }})
}

fn artifact(sources: &Sources, span: Span) -> Value {
    json!({ "uri": uri(sources.path(span.file)), "uriBaseId": "PROJECT" })
}

fn region(sources: &Sources, span: Span) -> Value {
    let (start, end) = (sources.start(span), sources.end(span));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// Encodes a relative path as a relative URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
