//! Whether catalogs can be compared.

use errcat_build::unstable::diag::{Rule, Severity};

use crate::args::Format;
use crate::library::Library;
use crate::output::Output;

/// Returns the findings if catalogs have mistakes other than those that a comparison is about.
pub(super) fn unreadable(library: &Library, format: Format) -> Option<Output> {
    let judged = [Rule::ReusedCode, Rule::MeaningDoubtful, Rule::VanishedCode, Rule::StaleAcceptance];
    let mut errors = library.compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let broken = errors.any(|finding| !judged.contains(&finding.rule));
    broken.then(|| Output { broken: true, ..library.findings(format) })
}
