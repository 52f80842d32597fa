//! Judgement: what a sound catalog should still not be. One file a rule: why it exists, and the check.

mod ambiguous_code;
mod code_differs_by_case;
mod code_format;
mod duplicate_message;
mod mask_differs;
mod missing_status;
mod missing_text;
mod name_status_mismatch;
mod retry_without_hint;
mod reused_code;
mod text_restates_code;
mod translation_missing;
mod translation_params;
mod undeclared_tag;
mod unreachable_class;
mod unregistered_status;
mod unused_allow;
mod unused_param;

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::diag::{Finding, Findings, Rule, Severity};
use crate::model::{Catalog, Entry, Model};
use crate::source::Span;

/// The checks of every rule over catalogs that mean something; findings are put into order afterwards.
static CHECKS: [fn(&Catalog, &Report<'_>); 17] = [
    ambiguous_code::check,
    code_differs_by_case::check,
    code_format::check,
    duplicate_message::check,
    mask_differs::check,
    missing_status::check,
    missing_text::check,
    name_status_mismatch::check,
    retry_without_hint::check,
    reused_code::check,
    text_restates_code::check,
    translation_missing::check,
    translation_params::check,
    undeclared_tag::check,
    unreachable_class::check,
    unregistered_status::check,
    unused_param::check,
];

/// Runs every rule over every catalog.
pub fn run(model: &Model, findings: &mut Findings) {
    for catalog in &model.catalogs {
        let report = Report { findings: RefCell::new(findings), used: RefCell::default() };
        for check in CHECKS {
            check(catalog, &report);
        }
        let used = report.used.into_inner();
        findings.extend(unused_allow::check(catalog, &used));
    }
}

/// Takes the findings of a run, except where an error allows what they complain about.
struct Report<'f> {
    findings: RefCell<&'f mut Findings>,
    used: RefCell<BTreeSet<Span>>,
}

impl Report<'_> {
    /// Reports something that concerns no single error.
    fn push(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Reports something about `entry`, unless it allows the rule. Of an error that could be read only in part no warning is given: it may
    /// be about what is missing.
    fn about(&self, entry: &Entry, finding: Finding) {
        let unsure = entry.damaged && finding.severity() == Severity::Warning;
        if !self.allows(entry, finding.rule) && !unsure {
            self.push(finding);
        }
    }

    /// Whether an error allows what a rule complains about, which makes its `allow` a used one.
    fn allows(&self, entry: &Entry, rule: Rule) -> bool {
        let allow = entry.allow.iter().find(|(allowed, _)| allowed.value == rule.code());
        self.used.borrow_mut().extend(allow.map(|(allowed, _)| allowed.span));
        allow.is_some()
    }
}
