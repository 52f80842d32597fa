//! Formats findings as reviewdog diagnostics.

use serde_json::{Value, json};

use super::{Edit, Findings, Severity};
use crate::source::{Sources, Span};
use crate::text::quote::visible_json;
use crate::text::reveal::reveal;

/// Returns one JSON document. Columns count bytes, as the format requires.
#[must_use]
pub fn rdjson(sources: &Sources, findings: &Findings) -> String {
    let diagnostics = findings.iter().map(|finding| {
        let related = finding.related.iter().map(
            |label| json!({ "message": reveal(&label.message), "location": location(sources, label.span) }),
        );
        json!({
            "message": match &finding.help {
                Some(help) => format!("{}\nhelp: {}", reveal(&finding.message), reveal(help)),
                None => reveal(&finding.message).into_owned(),
            },
            "location": location(sources, finding.primary.span),
            "severity": match finding.severity() {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
            },
            "code": { "value": finding.name(), "url": super::page::page_of(finding) },
            "relatedLocations": related.collect::<Vec<_>>(),
            "suggestions": finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| suggestion(sources, edit)).collect::<Vec<_>>(),
        })
    });
    let report = json!({ "source": { "name": "errcat" }, "diagnostics": diagnostics.collect::<Vec<_>>() });
    format!("{}\n", visible_json(&format!("{report:#}")))
}

fn suggestion(sources: &Sources, edit: &Edit) -> Value {
    json!({ "range": range(sources, edit.span), "text": edit.text })
}

fn location(sources: &Sources, span: Span) -> Value {
    json!({ "path": sources.path(span.file), "range": range(sources, span) })
}

fn range(sources: &Sources, span: Span) -> Value {
    let position = |offset: u32| {
        let line = sources.position(span.file, offset).line;
        let before = sources.text(span.file).get(..offset as usize).unwrap_or_default();
        let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1) + 1;
        json!({ "line": line, "column": column })
    };
    json!({ "start": position(span.start), "end": position(span.end) })
}
