//! Addresses of the documentation of rules.

use super::Rule;

/// Returns the address of the page about a rule, in the documentation of this version.
#[must_use]
pub fn page(rule: Rule) -> String {
    format!(
        "https://docs.rs/errcat-build/{}/errcat_build/diag/enum.Rule.html#variant.{rule:?}",
        env!("CARGO_PKG_VERSION")
    )
}
