//! Reads a translation: the texts of a catalog in another language.

use super::super::ast::{Locale, Translation};
use super::super::report;
use super::super::yaml::{Document, Node, NodeKind};
use super::fields::Fields;
use super::{entries, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::language;
use crate::source::{FileId, Span, Spanned};

/// Reads `locales/LANGUAGE.yaml`, in which `errors` maps a code to its message, or to a map with
/// `message` and `description`.
pub(super) fn read(language: &str, file: FileId, document: &Document, findings: &mut Findings) -> Locale {
    let mut locale = Locale {
        language: language.to_owned(),
        file,
        damaged: document.damaged,
        errors: Vec::new(),
        extensions: Vec::new(),
    };
    let usual = language::canonical(&language.replace('_', "-"));
    if usual.as_deref() != Some(language) {
        findings.push(report::unusual_locale(Span::top(file), language, usual.as_deref()));
    }
    let before = findings.len();
    if let Some(mut fields) = Fields::of_file(document, &keys::LOCALE, findings) {
        let is_of_catalog = |key: &&str| keys::CATALOG.key(key).or(keys::FAMILY.key(key)).is_some();
        let undeclared = fields.undeclared("errors");
        if let Some((first, keys)) = undeclared.filter(|(_, keys)| !keys.iter().any(is_of_catalog)) {
            // The file has texts, but not in their place.
            findings.push(report::without_errors(first, &keys));
            fields.ignore_rest();
        }
        locale.errors = fields.take("errors", findings, errors).unwrap_or_default();
        locale.extensions = fields.close(findings);
    }
    locale.damaged |= findings.len() > before;
    locale
}

fn errors(node: &Node, findings: &mut Findings) -> Option<Vec<Translation>> {
    let entries = entries::map(node, findings)?;
    let read =
        entries.into_iter().filter_map(|(code, node)| translation(code.map(str::to_owned), node, findings));
    Some(read.collect())
}

fn translation(code: Spanned<String>, node: &Node, findings: &mut Findings) -> Option<Translation> {
    if !matches!(node.kind, NodeKind::Map(_)) {
        let message = Some(value::text(node, findings)?);
        return Some(Translation { code, message, description: None, extensions: Vec::new() });
    }
    let mut fields = Fields::open(node, &keys::TRANSLATION, findings)?;
    let message = fields.take("message", findings, value::text);
    let description = fields.take("description", findings, value::text);
    let extensions = fields.close(findings);
    Some(Translation { code, message, description, extensions })
}
