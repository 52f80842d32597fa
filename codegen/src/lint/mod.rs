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

/// A rule and how it is checked.
struct Lint {
    rule: &'static Rule,
    check: fn(&Catalog, &Report<'_>),
}

/// Every rule over catalogs that mean something, in the order of their names.
static LINTS: [&Lint; 15] = [
    &ambiguous_code::LINT,
    &code_format::LINT,
    &code_differs_by_case::LINT,
    &duplicate_message::LINT,
    &missing_text::LINT,
    &name_status_mismatch::LINT,
    &retry_without_hint::LINT,
    &text_restates_code::LINT,
    &unregistered_status::LINT,
    &mask_differs::LINT,
    &missing_status::LINT,
    &reused_code::LINT,
    &undeclared_tag::LINT,
    &unreachable_class::LINT,
    &unused_param::LINT,
];

/// Runs every rule over every catalog.
pub fn run(model: &Model, findings: &mut Findings) {
    for catalog in &model.catalogs {
        let report = Report { findings: RefCell::new(findings), used: RefCell::default() };
        for lint in LINTS {
            (lint.check)(catalog, &report);
        }
        let used = report.used.into_inner();
        let known: Vec<&str> = LINTS.iter().map(|lint| lint.rule.id).collect();
        findings.extend(unused_allow::check(catalog, &known, &used));
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
        match entry.allow.iter().find(|(rule, _)| rule.value == finding.rule.id) {
            Some((rule, _)) => {
                self.used.borrow_mut().insert(rule.span);
            }
            None if entry.damaged && finding.severity() == Severity::Warning => {}
            None => self.push(finding),
        }
    }
}
