//! The pipeline: catalogs in, a model and findings out. It neither reads nor writes files.

use crate::diag::{Findings, Levels};
use crate::model::Model;
use crate::source::{Sources, Span};
use crate::{lint, lower, syntax};

/// The catalog of lint rules, which explains each [`diag::Rule`](crate::diag::Rule) with a bad and
/// a good example.
pub const RULES: &str = include_str!("../rules.yaml");

/// The result of analyzing catalogs.
#[derive(Debug)]
pub struct Analysis {
    /// The model of the catalogs, which is valid if there are no errors among the findings.
    pub model: Model,
    /// All findings, sorted by file and location.
    pub findings: Findings,
}

/// Analyzes catalogs. Every stage reports all mistakes that it can find, even if earlier stages
/// found some.
#[must_use]
pub fn analyze(sources: &Sources) -> Analysis {
    analyze_with(sources, &Levels::default())
}

/// Like [`analyze`], with other levels of rules.
#[must_use]
pub fn analyze_with(sources: &Sources, levels: &Levels) -> Analysis {
    let mut findings = Findings::default();
    let layout = syntax::catalog_files(sources);
    let lone = syntax::lone_ledgers(sources, &layout);
    findings.extend(lone.map(|file| syntax::report::lone_ledger(Span::top(file))));
    findings.extend(syntax::unread_files(sources));
    let catalogs: Vec<_> = layout.iter().map(|files| syntax::read(sources, files, &mut findings)).collect();
    let model = lower::lower(sources, &catalogs, &mut findings);
    lint::run(&model, levels, &mut findings);
    findings.sort();
    findings.retain(|finding| match levels.severity(finding.rule) {
        Some(severity) => {
            finding.severity = severity;
            if !sources.is_whole(finding.primary.span.file) {
                // Nothing is written to a file that was not read as a whole.
                finding.fix = None;
            }
            true
        }
        None => false,
    });
    findings.number_groups();
    findings.report_limit(sources);
    Analysis { model, findings }
}
