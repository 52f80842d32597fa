//! The paths of pages. Each part is the name of a file and a segment of an address at once.

use std::collections::BTreeSet;
use std::fmt::Write;

use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Error};
use semver::Version;

/// Returns a text as the name of a file, which is the same in an address: ASCII letters, digits,
/// `-`, `_` and `.` stay, and every other byte becomes `~XX`, as does a `.` at the start.
pub(crate) fn segment(text: &str) -> String {
    let mut segment = String::with_capacity(text.len());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'.' if at == 0 => segment.push_str("~2E"),
            b'-' | b'_' | b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => segment.push(byte.into()),
            // Writing to a string does not fail.
            _ => drop(write!(segment, "~{byte:02X}")),
        }
    }
    segment
}

/// A code that several families have.
#[derive(Debug)]
pub(crate) struct Ambiguous {
    /// The code.
    pub(crate) code: String,
    /// The path below the folder of the catalog.
    pub(crate) path: String,
    /// The errors, as indexes into the errors of the catalog.
    pub(crate) errors: Vec<usize>,
}

/// The paths of the pages of a catalog, below its folder and without an extension.
#[derive(Debug)]
pub(crate) struct Paths {
    /// The folder of the catalog.
    pub(crate) folder: String,
    /// The path of each error, in the order of the model.
    pub(crate) errors: Vec<String>,
    /// The codes that several families have, in published order.
    pub(crate) ambiguous: Vec<Ambiguous>,
}

impl Paths {
    /// Returns the paths of the pages of a catalog.
    pub(crate) fn of(catalog: &Catalog) -> Self {
        let folder = segment(&catalog.id);
        let mut errors = vec![String::new(); catalog.errors.len()];
        // The folder of the catalog has an index, too.
        let mut names = Names::reserving("index");
        if catalog.unique == Unique::Catalog {
            for at in in_order_of_release(catalog, 0..catalog.errors.len()) {
                errors[at] = names.take(&catalog.errors[at].code);
            }
            return Self { folder, errors, ambiguous: Vec::new() };
        }
        let mut families = Names::default();
        for family in &catalog.families {
            let folder = families.take(&family.id);
            let mut names = Names::reserving("index");
            for at in in_order_of_release(catalog, family.errors.clone()) {
                errors[at] = format!("{folder}/{}", names.take(&catalog.errors[at].code));
            }
        }
        let ambiguous = ambiguous(catalog).map(|(code, errors)| {
            let path = names.take(code);
            Ambiguous { code: code.to_owned(), path, errors }
        });
        Self { folder, errors, ambiguous: ambiguous.collect() }
    }
}

/// Returns the codes that several families have, with their errors.
fn ambiguous(catalog: &Catalog) -> impl Iterator<Item = (&str, Vec<usize>)> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut sorted: Vec<(&str, usize)> =
        catalog.errors.iter().enumerate().map(|(at, error)| (error.code.as_str(), at)).collect();
    sorted.sort_unstable();
    for (code, at) in sorted {
        match groups.last_mut() {
            Some((last, errors)) if *last == code => errors.push(at),
            _ => groups.push((code, vec![at])),
        }
    }
    groups.retain(|(_, errors)| errors.len() > 1);
    groups.sort_by_key(|(_, errors)| errors[0]);
    groups.into_iter()
}

/// The names of files in a folder. Those that differ only by case are the same file on some
/// systems, so the later one gets `~2`.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn reserving(name: &str) -> Self {
        Self(BTreeSet::from([name.to_owned()]))
    }

    fn take(&mut self, text: &str) -> String {
        let name = segment(text);
        let mut number = 1;
        let mut free = name.clone();
        while !self.0.insert(free.to_ascii_lowercase()) {
            number += 1;
            free = format!("{name}~{number}");
        }
        free
    }
}

/// Sorts errors by the version that released them. Unreleased ones come last, in published order.
fn in_order_of_release(catalog: &Catalog, errors: std::ops::Range<usize>) -> Vec<usize> {
    let mut order: Vec<usize> = errors.collect();
    if let Some(ledger) = &catalog.ledger {
        let mut released: Vec<(&str, &str, Option<Version>)> = Vec::with_capacity(ledger.promises.len());
        for promise in &ledger.promises {
            let version = promise.first.as_deref().and_then(|version| Version::parse(version).ok());
            released.push((&promise.code, &promise.family, version));
        }
        released.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let version = |error: &Error| {
            let start = released.partition_point(|(code, _, _)| *code < error.code.as_str());
            let mut same = released[start..].iter().take_while(|(code, _, _)| *code == error.code.as_str());
            let family = &catalog.family_of(error).id;
            let is_here = |family_of: &str| catalog.unique == Unique::Catalog || family_of == family;
            same.find(|(_, family, _)| is_here(family)).and_then(|(_, _, version)| version.clone())
        };
        order.sort_by_cached_key(|at| {
            let version = version(&catalog.errors[*at]);
            (version.is_none(), version, *at)
        });
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{Names, segment};

    #[test]
    fn a_segment_is_a_file_name_and_a_part_of_an_address() {
        for (text, expected) in [
            ("ERR-03-001", "ERR-03-001"),
            ("a.b_c", "a.b_c"),
            (".", "~2E"),
            ("..", "~2E."),
            ("two words", "two~20words"),
            ("a/b", "a~2Fb"),
            ("~", "~7E"),
            ("é", "~C3~A9"),
            ("", ""),
        ] {
            assert_eq!(segment(text), expected);
        }
    }

    #[test]
    fn names_that_differ_by_case_are_different_files() {
        let mut names = Names::reserving("index");
        let taken: Vec<String> = ["none", "NONE", "None", "Index", "a~2"].map(|name| names.take(name)).into();
        assert_eq!(taken, ["none", "NONE~2", "None~3", "Index~2", "a~7E2"]);
    }
}
