//! Formats a finding as a JSON object, version 1 of the format for other programs.

use serde_json::{Value, json};

use super::{About, Finding, Fix, Label, Member};
use crate::source::{Sources, Span};
use crate::text::quote::visible_json;

/// Returns one line of JSON without a line break. A finding about several errors has a line for each.
#[must_use]
pub fn json(sources: &Sources, finding: &Finding) -> String {
    if finding.members.is_empty() {
        return line(sources, finding);
    }
    let member = |member: &Member| {
        let primary = Label { span: member.span, message: finding.primary.message.clone() };
        let (about, message) = (Some(member.about.clone()), member.message.clone());
        let one = Finding { primary, message, about, members: Vec::new(), ..finding.clone() };
        line(sources, &one)
    };
    finding.members.iter().map(member).collect::<Vec<_>>().join("\n")
}

fn line(sources: &Sources, finding: &Finding) -> String {
    let Finding { message, primary, related, help, fix, severity, .. } = finding;
    let mut object = json!({
        "v": 1,
        "rule": finding.name(),
        "severity": severity.as_str(),
        "path": sources.path(primary.span.file),
        "start": position(sources, primary.span, primary.span.start),
        "end": position(sources, primary.span, primary.span.end),
        "message": message,
        "help": help,
        "related": related.iter().map(|label| place(sources, label)).collect::<Vec<_>>(),
        "fix": fix.as_ref().map(|fix| self::fix(sources, fix)),
    });
    if let Some(About { catalog, family, code }) = &finding.about {
        object["catalog"] = json!(catalog);
        object["family"] = json!(family);
        object["code"] = json!(code);
        object["group"] = json!(finding.group);
    }
    visible_json(&object.to_string())
}

fn fix(sources: &Sources, fix: &Fix) -> Value {
    let edit = |edit: &super::Edit| {
        json!({
            "start": position(sources, edit.span, edit.span.start),
            "end": position(sources, edit.span, edit.span.end),
            "text": edit.text,
        })
    };
    json!({ "message": fix.message, "edits": fix.edits.iter().map(edit).collect::<Vec<_>>() })
}

fn position(sources: &Sources, span: Span, offset: u32) -> Value {
    let at = sources.position(span.file, offset);
    json!({ "line": at.line, "col": at.column })
}

fn place(sources: &Sources, label: &Label) -> Value {
    let at = sources.start(label.span);
    json!({
        "path": sources.path(label.span.file),
        "line": at.line,
        "col": at.column,
        "message": label.message,
    })
}
