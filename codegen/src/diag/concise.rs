//! Formats a finding as one line, for build scripts, editors and `grep`.

use super::Finding;
use crate::source::Sources;
use crate::text::reveal::reveal;

/// Formats a finding as `path:line:column: error[rule]: message; help: …`. The message starts with
/// `[*]` if `errcat check --fix` can fix it.
#[must_use]
pub fn concise(sources: &Sources, finding: &Finding) -> String {
    let span = finding.primary.span;
    let mut line = format!(
        "{}:{}: {}[{}]: {}{}",
        sources.path(span.file),
        sources.start(span),
        finding.severity().as_str(),
        finding.name(),
        finding.mark(),
        finding.message,
    );
    if let Some(help) = &finding.help {
        line.push_str("; help: ");
        line.push_str(help);
    }
    reveal(&line).into_owned()
}
