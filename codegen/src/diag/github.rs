//! Formats findings as annotations of a GitHub workflow.

use super::{Finding, Findings, Severity, concise};
use crate::source::Sources;
use crate::text::reveal::reveal;

/// The maximum number of annotations per severity and step. GitHub silently drops the others.
const MOST: usize = 10;

/// Returns workflow commands, one per line. Errors come first, with at most ten per severity. A
/// notice counts the others, which follow as lines of the log.
#[must_use]
pub fn github(sources: &Sources, findings: &Findings) -> String {
    let mut text = String::new();
    let mut left: Vec<&Finding> = Vec::new();
    for severity in [Severity::Error, Severity::Warning] {
        let list: Vec<&Finding> = findings.iter().filter(|finding| finding.severity() == severity).collect();
        for finding in list.iter().take(MOST) {
            text.push_str(&annotation(sources, finding));
        }
        left.extend(list.iter().skip(MOST));
    }
    if !left.is_empty() {
        let number = left.len();
        text.push_str(&format!(
            "::notice title=errcat::{number} more findings are in the log of `errcat check`\n"
        ));
    }
    for finding in left {
        // A line of the log is no command.
        let line = concise(sources, finding).replace("::", ": :").replace("##[", "## [");
        text.push_str(&format!("{line}\n"));
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
    // GitHub shows columns only if a finding is within one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{command} file={path},line={},endLine={}{columns},title={}::{message}\n",
        start.line,
        end.line,
        property(&format!("errcat {}", finding.name())),
    )
}

/// Escapes a message, so that it can neither start another command nor hide text.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(reveal).collect();
    lines.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace("::", "%3A%3A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
