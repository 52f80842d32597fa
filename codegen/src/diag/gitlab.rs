//! Formats findings as a GitLab code quality report.

use serde_json::json;

use super::fingerprint::fingerprints;
use super::{Findings, Severity};
use crate::source::Sources;
use crate::text::quote::visible_json;
use crate::text::reveal::reveal;

/// Returns one JSON array.
#[must_use]
pub fn gitlab(sources: &Sources, findings: &Findings) -> String {
    let issues = findings.iter().zip(fingerprints(sources, findings)).map(|(finding, fingerprint)| {
        let span = finding.primary.span;
        json!({
            "description": reveal(&finding.message),
            "check_name": finding.name(),
            "fingerprint": fingerprint,
            "severity": match finding.severity() {
                Severity::Error => "major",
                Severity::Warning => "minor",
            },
            "location": {
                "path": sources.path(span.file),
                "lines": { "begin": sources.start(span).line, "end": sources.end(span).line },
            },
        })
    });
    let report = serde_json::Value::Array(issues.collect());
    format!("{}\n", visible_json(&format!("{report:#}")))
}
