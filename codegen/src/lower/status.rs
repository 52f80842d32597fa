//! Parses HTTP statuses.

use super::report;
use crate::diag::Findings;
use crate::source::Spanned;
use crate::syntax::ast::Text;

/// Parses a status from 100 to 599.
pub(super) fn number(text: &Text, findings: &mut Findings) -> Option<Spanned<u16>> {
    let status = three_digits(text).filter(|status| (100..=599).contains(status));
    if status.is_none() {
        findings.push(report::invalid_status(text.span, text));
    }
    Some(Spanned::new(status?, text.span))
}

/// Parses a status, or a class of statuses such as `5xx`, into its first and last status.
pub(super) fn range(text: &Text, findings: &mut Findings) -> Option<(u16, u16)> {
    let class = text.strip_suffix("xx").and_then(|digit| digit.parse::<u16>().ok());
    if let Some(class @ 1..=5) = class {
        return Some((class * 100, class * 100 + 99));
    }
    number(text, findings).map(|status| (status.value, status.value))
}

fn three_digits(text: &str) -> Option<u16> {
    let digits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}
