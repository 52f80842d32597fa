//! The distinct codes of a catalog, for schemas.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::ErrorCode;

/// The texts or numbers of codes on the wire.
pub(super) enum Values {
    Texts(Vec<&'static str>),
    Numbers(Vec<i64>),
    /// Some of the texts. Codes that carry a value have more texts than can be listed.
    Some(Vec<&'static str>),
}

/// Returns each distinct code for which `holds` is true, in the order of the catalog.
pub(super) fn values<C: ErrorCode>(holds: impl Fn(C) -> bool) -> Values {
    let mut seen = BTreeSet::new();
    let all = C::ALL.iter().copied().filter(|code| holds(*code));
    let is_open = all.clone().any(|code| code.pattern().is_some());
    let codes = all.filter(|code| code.pattern().is_none() && seen.insert(code.code()));
    let codes: Vec<C> = codes.collect();
    let numbers: Option<Vec<i64>> = codes.iter().map(|code| code.number()).collect();
    match numbers {
        Some(numbers) if C::NUMERIC => Values::Numbers(numbers),
        _ if is_open => Values::Some(codes.into_iter().map(C::code).collect()),
        _ => Values::Texts(codes.into_iter().map(C::code).collect()),
    }
}

/// Returns a name for the list that is unique among catalogs.
pub(super) fn name<C: ErrorCode>() -> String {
    let words = C::CATALOG.split(|c: char| !c.is_ascii_alphanumeric());
    let mut name: String = words.flat_map(capital).collect();
    name.push_str("Code");
    name
}

#[inline]
fn capital(word: &str) -> impl Iterator<Item = char> + '_ {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters)
}

/// Returns a description of the list.
pub(super) fn description<C: ErrorCode>() -> String {
    format!("An error code of {}.", C::CATALOG)
}
