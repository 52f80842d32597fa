//! `missing-ledger`: a stable catalog without a ledger.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::ledger::beside;
use crate::model::Catalog;
use crate::text::version::Version;

const RULE: Rule = Rule::MissingLedger;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let Some(version) = catalog.version.as_deref() else { return };
    let first = Version::parse("1.0.0");
    if catalog.ledger.is_some() || Version::parse(version) < first {
        return;
    }
    let ledger = beside(&catalog.path);
    report.push(
        Finding::new(RULE, catalog.place, format!("version {version} has no ledger `{ledger}`"))
            .label("its codes are published, but nothing protects them")
            .help("restore the ledger from version control; if there never was one, run `errcat release --first`"),
    );
}
