//! Where the web documents a rule.

use super::Rule;

/// The address of the page about a rule, in the documentation of this version.
#[must_use]
pub fn page(rule: Rule) -> String {
    format!(
        "https://docs.rs/errcat-build/{}/errcat_build/diag/enum.Rule.html#variant.{rule:?}",
        env!("CARGO_PKG_VERSION")
    )
}
