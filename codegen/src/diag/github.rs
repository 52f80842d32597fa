//! Findings as annotations of a GitHub workflow.

use super::{Finding, Findings, Severity};
use crate::source::Sources;
use crate::text::reveal::reveal;

/// How many annotations of one severity a step may have; GitHub drops the others without a word.
const MOST: usize = 10;

/// Workflow commands, a line each: errors first, at most ten of each severity, then one notice for the rest.
#[must_use]
pub fn github(sources: &Sources, findings: &Findings) -> String {
    let mut text = String::new();
    let mut left = 0;
    for severity in [Severity::Error, Severity::Warning] {
        let list: Vec<&Finding> = findings.iter().filter(|finding| finding.severity() == severity).collect();
        for finding in list.iter().take(MOST) {
            text.push_str(&annotation(sources, finding));
        }
        left += list.len().saturating_sub(MOST);
    }
    if left > 0 {
        text.push_str(&format!(
            "::notice title=errcat::{left} more findings are in the log of `errcat check`\n"
        ));
    }
    text
}

fn annotation(sources: &Sources, finding: &Finding) -> String {
    let span = finding.primary.span;
    let (start, end) = (sources.start(span), sources.end(span));
    let command = finding.severity().as_str();
    let path = property(sources.path(span.file));
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", finding.message));
    // GitHub shows columns only where a finding is on one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{command} file={path},line={},endLine={}{columns},title={}::{message}\n",
        start.line,
        end.line,
        property(&format!("errcat {}", finding.rule.code())),
    )
}

/// A message: everything in it that could begin another command, or hide, is escaped.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(reveal).collect();
    lines.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace("::", "%3A%3A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
