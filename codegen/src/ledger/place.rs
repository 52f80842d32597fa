//! Where the ledger of a catalog lies: beside it.

/// The ending of ledgers.
const ENDING: &str = ".lock";

/// The path of the ledger that belongs to a catalog: to its one file, or to its `catalog.yaml`.
///
/// ```
/// use errcat_codegen::ledger::beside;
///
/// assert_eq!(beside("catalogs/shop.yaml"), "catalogs/shop.lock");
/// assert_eq!(beside("catalogs/shop/catalog.yaml"), "catalogs/shop/errcat.lock");
/// ```
#[must_use]
pub fn beside(catalog: &str) -> String {
    let (folder, name) = catalog.rfind('/').map_or(("", catalog), |end| catalog.split_at(end + 1));
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    let stem = if stem == "catalog" { "errcat" } else { stem };
    format!("{folder}{stem}{ENDING}")
}

/// Whether a path is that of a ledger, and so of no catalog.
#[must_use]
pub fn is_ledger(path: &str) -> bool {
    path.ends_with(ENDING)
}
