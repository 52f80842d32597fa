//! Numbered codes of a family.

use std::collections::BTreeSet;

use errcat_build::unstable::format::vocabulary::CodeType;
use errcat_build::unstable::model::{Catalog, Family};

use super::refused::Refused;

/// How the codes of a family are numbered: the text before the number, and its digits.
pub(super) struct Number {
    pub(super) stem: String,
    width: usize,
    pub(super) hex: bool,
}

impl Number {
    /// Returns how the codes are numbered, or `None` if they are words.
    pub(super) fn of(catalog: &Catalog, family: &Family) -> Option<Self> {
        let hex = family.notation.width().is_some();
        let entries = catalog.errors_of(family).iter().map(|entry| entry.code.as_str());
        let lines = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
        let lines = lines.filter(|line| line.family == family.id).map(|line| line.code.as_str());
        let codes: Vec<&str> = entries.chain(lines).collect();
        let numbered: Vec<(&str, &str)> = codes.iter().filter_map(|code| split(code, hex)).collect();
        if numbered.len() * 2 > codes.len() {
            // The way in which most codes are written, and of these the last one.
            let count = |stem: &str| numbered.iter().filter(|(known, _)| *known == stem).count();
            let (stem, digits) = numbered.iter().copied().max_by_key(|(stem, _)| count(stem))?;
            let padded = digits.len() > 1 && numbered.iter().any(|(_, digits)| digits.starts_with('0'));
            let width = if padded || hex { digits.len() } else { 0 };
            return Some(Self { stem: stem.to_owned(), width, hex });
        }
        if !codes.is_empty() {
            return None;
        }
        let pattern = family.pattern.as_ref().or(catalog.pattern.as_ref());
        match pattern.and_then(|pattern| from_pattern(pattern.as_str())) {
            Some((stem, width)) => Some(Self { stem, width, hex }),
            None if catalog.code_type == CodeType::Integer => {
                Some(Self { stem: String::new(), width: 0, hex: false })
            }
            None => None,
        }
    }

    /// Returns the number of a code, if it is numbered like this.
    pub(super) fn parse(&self, code: &str) -> Option<u64> {
        let (stem, digits) = split(code, self.hex)?;
        if stem != self.stem {
            return None;
        }
        u64::from_str_radix(digits, if self.hex { 16 } else { 10 }).ok()
    }

    /// Returns the next code that was never used.
    pub(super) fn next(
        &self,
        catalog: &Catalog,
        family: &Family,
        elsewhere: &BTreeSet<u64>,
    ) -> Refused<String> {
        let entries = catalog.errors.iter().flat_map(|entry| {
            std::iter::once(entry.code.as_str()).chain(entry.aliases.iter().map(|alias| alias.as_str()))
        });
        let lines = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
        let lines = lines.flat_map(|line| {
            std::iter::once(line.code.as_str()).chain(line.aliases.iter().map(String::as_str))
        });
        let own = entries.chain(lines).filter_map(|code| self.parse(code));
        let highest = own.chain(elsewhere.iter().copied()).max();
        let mut number = highest.map_or(Some(1), |highest| highest.checked_add(1));
        let reserved: Vec<_> = catalog.reserved.iter().chain(&family.reserved).collect();
        while let Some(next) = number {
            let code = self.format(next);
            match reserved.iter().find(|range| range.holds(&code)) {
                // Ranges can be long.
                Some(range) => number = range.last_number().unwrap_or(next).max(next).checked_add(1),
                None => return Ok(code),
            }
        }
        Err("there is no number left".to_owned())
    }

    fn format(&self, number: u64) -> String {
        let (stem, width) = (&self.stem, self.width);
        if self.hex { format!("{stem}{number:0width$X}") } else { format!("{stem}{number:0width$}") }
    }
}

/// Splits a code into the text before its last digits and these.
fn split(code: &str, hex: bool) -> Option<(&str, &str)> {
    if hex {
        return code.starts_with("0x").then(|| code.split_at(2));
    }
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem.len() < code.len()).then(|| code.split_at(stem.len()))
}

/// Returns the fixed beginning and the number of digits of a pattern such as `ERR-03-[0-9]{3}`.
fn from_pattern(pattern: &str) -> Option<(String, usize)> {
    let ends = ["[0-9]{", r"\d{"];
    let (stem, rest) = ends.iter().find_map(|end| pattern.rsplit_once(end))?;
    let width = rest.strip_suffix('}')?.split(',').next()?.parse().ok()?;
    let is_fixed = stem.chars().all(|c| c.is_alphanumeric() || "-_:. /".contains(c));
    is_fixed.then(|| (stem.to_owned(), width))
}
