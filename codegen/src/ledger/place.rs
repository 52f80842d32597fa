//! The paths of ledgers, which are next to their catalogs.

/// The extension of ledgers.
const ENDING: &str = ".lock";

/// The name of the ledger of a catalog folder.
const OF_FOLDER: &str = "errcat.lock";

/// Returns the path of the ledger of a catalog, given its single file or its `catalog.yaml`.
///
/// ```
/// use errcat_build::unstable::ledger::beside;
///
/// assert_eq!(beside("catalogs/shop.yaml"), "catalogs/shop.lock");
/// assert_eq!(beside("catalogs/shop/catalog.yaml"), "catalogs/shop/errcat.lock");
/// assert_eq!(beside("shop.yaml.bak"), "shop.yaml.bak.lock");
/// ```
#[must_use]
pub fn beside(catalog: &str) -> String {
    let (folder, name) = catalog.rfind('/').map_or(("", catalog), |end| catalog.split_at(end + 1));
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"));
    match stem {
        Some("catalog") => format!("{folder}{OF_FOLDER}"),
        stem => format!("{folder}{}{ENDING}", stem.unwrap_or(name)),
    }
}

/// Returns the paths that the catalog of this ledger may have, the most likely first. Empty if the
/// path is not that of a ledger.
///
/// ```
/// use errcat_build::unstable::ledger::owners;
///
/// let likely = owners("catalogs/shop.lock");
/// assert_eq!(likely, ["catalogs/shop.yaml", "catalogs/shop.yml", "catalogs/shop"]);
/// ```
#[must_use]
pub fn owners(ledger: &str) -> Vec<String> {
    let (folder, name) = ledger.rfind('/').map_or(("", ledger), |end| ledger.split_at(end + 1));
    let Some(stem) = name.strip_suffix(ENDING) else { return Vec::new() };
    let names: &[&str] = if name == OF_FOLDER { &["catalog", stem] } else { &[stem] };
    let mut owners = Vec::new();
    for name in names {
        owners.extend([format!("{folder}{name}.yaml"), format!("{folder}{name}.yml")]);
    }
    owners.push(format!("{folder}{stem}"));
    owners.retain(|path| beside(path) == ledger);
    owners
}

/// Returns `true` if a path is that of a ledger, and therefore not of a catalog.
#[must_use]
pub fn is_ledger(path: &str) -> bool {
    path.ends_with(ENDING)
}

/// Returns `true` if a path is that of the ledger of a catalog folder. No other program uses this
/// name.
#[must_use]
pub fn is_of_folder(path: &str) -> bool {
    path.rsplit('/').next() == Some(OF_FOLDER)
}

/// Returns `true` if a text that starts like this is a ledger: a line has the keys of a header or
/// of a released code. Other programs have files with the same extension. A ledger may start with a
/// byte order mark, a conflict, or a code.
///
/// ```
/// use errcat_build::unstable::ledger::is_ledger_text;
///
/// assert!(is_ledger_text("<<<<<<< main\n{\"errcat\":1,\"version\":\"1.0.0\"}\n"));
/// assert!(!is_ledger_text("{\"tool\":\"errcat: none\"}\n"));
/// ```
#[must_use]
pub fn is_ledger_text(beginning: &str) -> bool {
    let lines = beginning.trim_start_matches('\u{FEFF}').lines().map(str::trim_start);
    let mut objects = lines.filter(|line| line.starts_with('{'));
    objects.any(|line| {
        is_head(line) || ["code", "family", "ident"].into_iter().all(|key| key_in(line, key).is_some())
    })
}

/// Returns `true` if an object on one line contains the format version of a ledger.
fn is_head(line: &str) -> bool {
    key_in(line, "errcat").is_some_and(|(before, value)| {
        !before[1..].contains('{') && value.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Returns the text before a key and after its colon, in an object on one line. The key may be
/// quoted.
fn key_in<'l>(line: &'l str, key: &str) -> Option<(&'l str, &'l str)> {
    let is_quote = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    line.match_indices(key).find_map(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + key.len()..]);
        let value = after.trim_start_matches(is_quote).strip_prefix(':')?;
        before.trim_end_matches(is_quote).ends_with(['{', ',']).then(|| (before, value.trim_start()))
    })
}
