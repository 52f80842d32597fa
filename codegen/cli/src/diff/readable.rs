//! Whether catalogs can be compared.

use errcat_build::unstable::diag::{Rule, Severity};
use errcat_build::unstable::lint;

use crate::args::Format;
use crate::library::Library;
use crate::output::Output;

/// Returns the findings if catalogs have mistakes that leave facts unknown. What lint rules find is
/// for `errcat check`.
pub(super) fn unreadable(library: &Library, format: Format) -> Option<Output> {
    let lints: Vec<Rule> = lint::rules().collect();
    let mut errors = library.compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let broken = errors.any(|finding| !lints.contains(&finding.rule));
    broken.then(|| Output { broken: true, ..library.findings(format) })
}
