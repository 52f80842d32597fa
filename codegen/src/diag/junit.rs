//! Formats findings as a `JUnit` report, in which each finding is a failed test case.

use super::{Finding, Findings};
use crate::source::Sources;
use crate::text::reveal::reveal;

/// Returns one XML document. Without findings it contains one passed case, to show that errcat ran.
#[must_use]
pub fn junit(sources: &Sources, findings: &Findings) -> String {
    let cases: Vec<String> = findings.iter().map(|finding| case(sources, finding)).collect();
    let (tests, failures) = (cases.len().max(1), cases.len());
    let cases = if cases.is_empty() {
        "    <testcase name=\"catalogs\" classname=\"errcat\"/>\n".to_owned()
    } else {
        cases.concat()
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n\
         \x20 <testsuite name=\"errcat\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n\
         {cases}  </testsuite>\n\
         </testsuites>\n"
    )
}

fn case(sources: &Sources, finding: &Finding) -> String {
    let span = finding.primary.span;
    let path = escape(sources.path(span.file));
    let place = format!("{path}:{}", sources.start(span));
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {}", escape(help))).unwrap_or_default();
    let (rule, message) = (finding.name(), escape(&finding.message));
    format!(
        "    <testcase name=\"{place} {rule}\" classname=\"{path}\">\n      \
         <failure type=\"{}\" message=\"{message}\">{place}: {message}{help}</failure>\n    </testcase>\n",
        finding.severity().as_str()
    )
}

/// Escapes text for XML. Control characters are revealed first, because XML cannot express most of
/// them.
fn escape(text: &str) -> String {
    let shown = reveal(text);
    shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
