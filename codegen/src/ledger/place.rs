//! Where the ledger of a catalog lies: beside it.

/// The ending of ledgers.
const ENDING: &str = ".lock";

/// What the ledger of a catalog that is a folder is called.
const OF_FOLDER: &str = "errcat.lock";

/// The path of the ledger that belongs to a catalog: to its one file, or to its `catalog.yaml`.
///
/// ```
/// use errcat_build::ledger::beside;
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

/// The paths that a catalog may have whose ledger this is, the likeliest first; none where the path is not that of a ledger.
///
/// ```
/// use errcat_build::ledger::owners;
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

/// Whether a path is that of a ledger, and so of no catalog.
#[must_use]
pub fn is_ledger(path: &str) -> bool {
    path.ends_with(ENDING)
}

/// Whether a path is that of the ledger of a catalog that is a folder: no other program has files of this name.
#[must_use]
pub fn is_of_folder(path: &str) -> bool {
    path.rsplit('/').next() == Some(OF_FOLDER)
}

/// Whether a text that begins like this is a ledger: some line has the keys of a head or of a released code. Other programs have files of the
/// same ending, and a ledger may begin with a byte order mark, with a conflict, or with a code.
///
/// ```
/// use errcat_build::ledger::is_ledger_text;
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

/// Whether an object on one line says which version of the format a ledger has.
fn is_head(line: &str) -> bool {
    key_in(line, "errcat").is_some_and(|(before, value)| {
        !before[1..].contains('{') && value.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// What stands before a key, in quotes or not, and behind its colon, in an object on one line.
fn key_in<'l>(line: &'l str, key: &str) -> Option<(&'l str, &'l str)> {
    let is_quote = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    line.match_indices(key).find_map(|(at, _)| {
        let (before, behind) = (&line[..at], &line[at + key.len()..]);
        let value = behind.trim_start_matches(is_quote).strip_prefix(':')?;
        before.trim_end_matches(is_quote).ends_with(['{', ',']).then(|| (before, value.trim_start()))
    })
}
