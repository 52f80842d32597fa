//! Lint rules. Each file contains one rule: the reason for it, and its check.

mod ambiguous_code;
mod code_differs_by_case;
mod code_format;
mod duplicate_fact;
mod duplicate_message;
mod error_status;
mod hidden_blank;
mod lookalike_code;
mod mask_differs;
mod meaning_doubtful;
mod missing_help;
mod missing_ledger;
mod missing_params;
mod missing_status;
mod missing_text;
mod name_status_mismatch;
mod number_gap;
mod replacement_circle;
mod retry_without_hint;
mod reused_code;
mod stale_acceptance;
mod text_restates_code;
mod translation_missing;
mod translation_params;
mod undeclared_tag;
mod unmasked_internal;
mod unreachable_class;
mod unregistered_status;
mod unused_allow;
mod unused_param;
mod unused_strip;
mod vanished_code;

use std::cell::{OnceCell, RefCell};

use crate::diag::{Finding, Findings, Levels, Rule, Severity};
use crate::diff::{Change, since_release};
use crate::model::{Catalog, Error, Model};
use crate::source::{Span, Spanned};

type Check = fn(&Catalog, &Report<'_>);

/// The check of every rule. Findings are sorted afterwards.
static CHECKS: [(Rule, Check); 31] = [
    (Rule::AmbiguousCode, ambiguous_code::check),
    (Rule::CodeDiffersByCase, code_differs_by_case::check),
    (Rule::CodeFormat, code_format::check),
    (Rule::DuplicateFact, duplicate_fact::check),
    (Rule::DuplicateMessage, duplicate_message::check),
    (Rule::ErrorStatus, error_status::check),
    (Rule::HiddenBlank, hidden_blank::check),
    (Rule::LookalikeCode, lookalike_code::check),
    (Rule::MaskDiffers, mask_differs::check),
    (Rule::MeaningDoubtful, meaning_doubtful::check),
    (Rule::MissingHelp, missing_help::check),
    (Rule::MissingLedger, missing_ledger::check),
    (Rule::MissingParams, missing_params::check),
    (Rule::MissingStatus, missing_status::check),
    (Rule::MissingText, missing_text::check),
    (Rule::NameStatusMismatch, name_status_mismatch::check),
    (Rule::NumberGap, number_gap::check),
    (Rule::ReplacementCircle, replacement_circle::check),
    (Rule::RetryWithoutHint, retry_without_hint::check),
    (Rule::ReusedCode, reused_code::check),
    (Rule::StaleAcceptance, stale_acceptance::check),
    (Rule::TextRestatesCode, text_restates_code::check),
    (Rule::TranslationMissing, translation_missing::check),
    (Rule::TranslationParams, translation_params::check),
    (Rule::UndeclaredTag, undeclared_tag::check),
    (Rule::UnreachableClass, unreachable_class::check),
    (Rule::UnmaskedInternal, unmasked_internal::check),
    (Rule::UnregisteredStatus, unregistered_status::check),
    (Rule::UnusedParam, unused_param::check),
    (Rule::UnusedStrip, unused_strip::check),
    (Rule::VanishedCode, vanished_code::check),
];

/// Returns the rules in this module, except `unused-allow`, which depends on all others.
pub fn rules() -> impl Iterator<Item = Rule> {
    CHECKS.iter().map(|(rule, _)| *rule)
}

/// Runs every enabled rule over every catalog.
pub fn run(model: &Model, levels: &Levels, findings: &mut Findings) {
    let mut used = Vec::new();
    for catalog in &model.catalogs {
        let findings = RefCell::new(&mut *findings);
        let report = Report { catalog, findings, used: RefCell::default(), changes: OnceCell::new() };
        for (_, check) in CHECKS.iter().filter(|(rule, _)| levels.severity(*rule).is_some()) {
            check(catalog, &report);
        }
        used.extend(report.used.into_inner());
    }
    // What has an effect in one of the catalogs that share a family is of use.
    findings.extend(unused_allow::check(&model.catalogs, levels, used));
}

/// Collects findings, except those that an error, its family or the catalog allows.
struct Report<'f> {
    catalog: &'f Catalog,
    findings: RefCell<&'f mut Findings>,
    used: RefCell<Vec<Span>>,
    changes: OnceCell<Vec<Change>>,
}

impl Report<'_> {
    /// Returns the changes since the last release.
    fn changes(&self) -> &[Change] {
        self.changes.get_or_init(|| since_release(self.catalog))
    }

    /// Returns `true` if the error at `place` could be read only in part, so that its changes are not
    /// known.
    fn is_unsure(&self, place: Span) -> bool {
        self.catalog.errors.iter().any(|entry| entry.damaged && entry.code.span == place)
    }

    /// Reports a finding that does not concern a single error, unless the catalog allows the rule.
    fn push(&self, finding: Finding) {
        if !self.allowed(&[&self.catalog.allow], finding.rule) {
            self.findings.borrow_mut().push(finding);
        }
    }

    /// Reports a finding about `entry`, unless the entry allows the rule. Warnings about an entry
    /// that could be read only in part are dropped, because the missing part may be the reason for
    /// them.
    fn about(&self, entry: &Error, finding: Finding) {
        let unsure = entry.damaged && finding.severity() == Severity::Warning;
        if !self.allows(entry, finding.rule) && !unsure {
            self.findings.borrow_mut().push(finding);
        }
    }

    /// Returns `true` if `entry`, its family or the catalog allows `rule`. Marks the `allow` as used.
    fn allows(&self, entry: &Error, rule: Rule) -> bool {
        let family = self.catalog.family_of(entry);
        self.allowed(&[&entry.allow, &family.allow, &self.catalog.allow], rule)
    }

    /// Returns `true` if one of the lists allows `rule`. Marks the first such `allow` as used.
    fn allowed(&self, lists: &[&Vec<(Spanned<String>, String)>], rule: Rule) -> bool {
        if rule.is_final() {
            return false;
        }
        let mut all = lists.iter().copied().flatten();
        let allow = all.find(|(allowed, _)| allowed.value == rule.code());
        self.used.borrow_mut().extend(allow.map(|(allowed, _)| allowed.span));
        allow.is_some()
    }
}
