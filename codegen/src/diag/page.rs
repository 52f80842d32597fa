//! Addresses of the documentation of rules.

#[cfg(any(feature = "human", feature = "json"))]
use super::Finding;
use super::Rule;

/// Returns the address of the page about a rule, in the documentation of this version.
#[must_use]
pub fn page(rule: Rule) -> String {
    address(&format!("diag/enum.Rule.html#variant.{rule:?}"))
}

#[cfg(any(feature = "human", feature = "json"))]
/// Returns the address of the page about the rule or change of a finding.
pub(super) fn page_of(finding: &Finding) -> String {
    match finding.change {
        Some(change) => address(&format!("format/vocabulary/enum.ChangeRule.html#variant.{change:?}")),
        None => page(finding.rule),
    }
}

fn address(item: &str) -> String {
    format!("https://docs.rs/errcat-build/{}/errcat_build/{item}", env!("CARGO_PKG_VERSION"))
}
