//! Turns YAML trees into a typed catalog. Every key of the format is read here.

mod code;
mod declared;
mod entries;
mod envelope;
mod error;
mod facts;
mod family;
mod fields;
mod free;
mod head;
mod ledger;
mod locale;
mod lost;
mod merged;
mod names;
mod operations;
mod params;
mod remains;
mod settings;
mod shared;
#[cfg(test)]
mod tests;
mod value;
mod variants;

use self::fields::Fields;
pub use self::ledger::read as read_ledger;
pub use self::operations::read as operations;
pub use self::settings::{Others, settings};
use super::ast::{Catalog, Error, Head};
use super::catalog_files::CatalogFiles;
use super::report;
use super::yaml::{self, Document};
use crate::diag::{Findings, Rule};
use crate::format::keys::{self, Map};
use crate::format::limits::MOST_CODES;
use crate::source::{FileId, Sources, Span};
use crate::value::Value;

/// Reads all files of a catalog and reports all syntax errors.
pub fn read(sources: &Sources, files: &CatalogFiles, findings: &mut Findings) -> Catalog {
    let ledger = files.ledger().map(|file| ledger::read(sources, file, findings));
    Catalog { ledger, ..catalog(sources, files, findings) }
}

/// Reads a catalog without its ledger.
fn catalog(sources: &Sources, files: &CatalogFiles, findings: &mut Findings) -> Catalog {
    match files {
        CatalogFiles::Single { id, file, .. } => single(sources, id, *file, findings),
        CatalogFiles::Folder { id, head, families, locales, .. } => {
            let mut catalog = Catalog {
                id: id.clone(),
                file: *head,
                damaged: has_unread(sources, *head),
                single: false,
                head: Head::default(),
                families: Vec::new(),
                locales: Vec::new(),
                ledger: None,
            };
            let document = parse(sources, *head, &[&keys::CATALOG], findings);
            catalog.damaged |= document.damaged;
            if let Some(mut fields) = Fields::of_file(&document, &keys::CATALOG, findings) {
                catalog.head = head::read(&mut fields, findings);
                let before = findings.len();
                catalog.head.extensions = fields.close(findings);
                catalog.damaged |= is_misnamed(findings, before);
            }
            let mut spellings = 0;
            for (id, file) in families {
                let document = parse(sources, *file, &[&keys::FAMILY], findings);
                catalog.damaged |= document.damaged;
                let before = findings.len();
                let mut family = family::read(id, *file, &document, &catalog.head, findings);
                catalog.damaged |= family.errors.is_empty() && is_misnamed(findings, before);
                spellings += family.errors.iter().map(Error::spellings).sum::<usize>();
                if spellings > MOST_CODES {
                    findings.push(report::too_many_codes(Span::top(*file)));
                    family.errors.clear();
                }
                catalog.families.push(family);
            }
            for (language, file) in locales {
                let document = parse(sources, *file, &[&keys::LOCALE], findings);
                catalog.damaged |= document.damaged;
                catalog.locales.push(locale::read(language, *file, &document, findings));
            }
            catalog
        }
    }
}

/// Returns whether a file below the folder of a catalog is not read, so that nothing must be reported
/// as missing.
fn has_unread(sources: &Sources, head: FileId) -> bool {
    let folder = sources.path(head).rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_below = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    sources.ids().any(|file| sources.is_unread(file) && (folder.is_empty() || is_below(sources.path(file))))
}

/// Reads a single-file catalog: catalog and family at once.
fn single(sources: &Sources, id: &str, file: FileId, findings: &mut Findings) -> Catalog {
    let document = parse(sources, file, &[&keys::CATALOG, &keys::FAMILY], findings);
    let mut catalog = Catalog {
        id: id.to_owned(),
        file,
        damaged: document.damaged,
        single: true,
        head: Head::default(),
        families: Vec::new(),
        locales: Vec::new(),
        ledger: None,
    };
    if let Some(fields) = Fields::of_file(&document, &keys::CATALOG, findings) {
        let mut fields = fields.and(&keys::FAMILY);
        catalog.head = head::read(&mut fields, findings);
        catalog.families.push(family::read_single(id, file, &catalog.head, &mut fields, findings));
        let before = findings.len();
        catalog.head.extensions = fields.close(findings);
        catalog.damaged |= is_misnamed(findings, before);
    }
    catalog
}

/// Parses a file with the keys of `maps`, and puts entries that lost their indentation back.
fn parse(sources: &Sources, file: FileId, maps: &[&'static Map], findings: &mut Findings) -> Document {
    let mut document = yaml::parse(sources, file, findings);
    lost::rejoin(&mut document.root, sources.text(file), maps, findings);
    document
}

/// Returns whether a key was found that another one was meant for, so that what it holds must not be
/// reported as missing. There were `before` findings before.
fn is_misnamed(findings: &Findings, before: usize) -> bool {
    let mut new = findings.into_iter().skip(before);
    new.any(|finding| {
        finding.rule == Rule::UnknownKey && finding.help.as_ref().is_some_and(|help| help.ends_with('?'))
    })
}

/// Reads a value in YAML, such as the example of a key. Returns `None` if it is not YAML.
#[must_use]
pub fn plain_value(text: &str) -> Option<Value> {
    let mut sources = Sources::default();
    let file = sources.add("value.yaml", format!("value: {text}\n"));
    let mut findings = Findings::default();
    let document = yaml::parse(&sources, file, &mut findings);
    let entries = entries::map(&document.root, &mut findings)?;
    let value = entries.first().map(|(_, node)| free::anything(node, &mut findings));
    value.filter(|_| findings.is_empty())
}
