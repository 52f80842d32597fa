//! The pipeline: catalogs in, a model and findings out. It neither reads nor writes files.

use crate::diag::{Finding, Findings, Levels, Rule};
use crate::model::Model;
use crate::source::{FileId, Sources, Span};
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

/// Removes the findings that compare a family which its catalog does not list with other files, except
/// its codes. It may be a copy that was left in the folder.
fn drop_comparisons(findings: &mut Findings) {
    let is_unlisted = |finding: &&Finding| finding.rule == Rule::UnlistedFamily;
    let unlisted: Vec<FileId> =
        findings.iter().filter(is_unlisted).map(|finding| finding.primary.span.file).collect();
    if unlisted.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let file = finding.primary.span.file;
        let mut others = finding.related.iter().map(|label| label.span.file).filter(|other| *other != file);
        matches!(finding.rule, Rule::UnlistedFamily | Rule::DuplicateCode)
            || !others.any(|other| unlisted.contains(&file) || unlisted.contains(&other))
    });
}

/// Like [`analyze`], with other levels of rules.
#[must_use]
pub fn analyze_with(sources: &Sources, levels: &Levels) -> Analysis {
    let mut findings = Findings::default();
    let layout = syntax::catalog_files(sources);
    let lone = syntax::lone_ledgers(sources, &layout);
    findings.extend(lone.map(|file| syntax::report::lone_ledger(Span::top(file))));
    findings.extend(syntax::unread_files(sources));
    let lone = syntax::lone_translations(sources, &layout);
    findings.extend(lone.map(|file| syntax::lone_translation(sources, file)));
    let catalogs: Vec<_> = layout.iter().map(|files| syntax::read(sources, files, &mut findings)).collect();
    let model = lower::lower(sources, &catalogs, &mut findings);
    lint::run(&model, levels, &mut findings);
    drop_comparisons(&mut findings);
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
