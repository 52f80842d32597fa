//! Matches translations with the errors they translate.

use std::cell::Cell;

use super::extensions::extensions;
use super::references::SUGGESTIONS;
use super::{marks, report, template};
use crate::diag::Findings;
use crate::format::vocabulary::{Placeholders, Unique};
use crate::index::Index;
use crate::model::{Catalog, Error, Locale, Template, Translation};
use crate::order;
use crate::source::{Sources, Span};
use crate::syntax::ast;
use crate::text::nearest::nearest;

/// Lowers the translations of a catalog. If codes are unique only within a family, a translation
/// names `family/code`.
pub(super) fn lower(
    sources: &Sources,
    catalog: &Catalog,
    source: &ast::Catalog,
    findings: &mut Findings,
) -> Vec<Locale> {
    if source.locales.is_empty() {
        return Vec::new();
    }
    let keys: Vec<String> = catalog
        .errors
        .iter()
        .map(|entry| match catalog.unique {
            Unique::Catalog => entry.code.value.clone(),
            Unique::Family => format!("{}/{}", catalog.family_of(entry).id, entry.code.value),
        })
        .collect();
    let mut index = Index::with_capacity(keys.len());
    // Of duplicate codes, the last one wins.
    let is_first = |(position, _): &(usize, &String)| catalog.errors[*position].variant == 0;
    for (position, key) in keys.iter().enumerate().rev().filter(is_first) {
        index.add("", key, position);
    }
    let misses = Cell::new(0);
    let translate = |text: &ast::Translation, findings: &mut Findings| {
        let Some(error) = index.get("", &text.code) else {
            if !source.damaged {
                misses.set(misses.get() + 1);
                let keys = keys.iter().map(String::as_str);
                let nearest = if misses.get() <= SUGGESTIONS { nearest(&text.code, keys) } else { None };
                findings.push(report::dangling(text.code.span, "code", &text.code, nearest));
            }
            return None;
        };
        // An empty text translates nothing.
        let message = text.message.as_ref().filter(|message| !message.value.is_empty());
        let description = text.description.as_ref().filter(|text| !text.value.is_empty());
        Some(Translation {
            error,
            template: message
                .and_then(|message| placeholders(sources, catalog, &catalog.errors[error], message)),
            message: message.cloned(),
            description: description.map(|text| text.value.clone()),
            extensions: extensions(&text.extensions),
        })
    };
    let mut locales: Vec<Locale> = source
        .locales
        .iter()
        .map(|locale| Locale {
            damaged: locale.damaged,
            language: locale.language.clone(),
            place: Span::top(locale.file),
            extensions: extensions(&locale.extensions),
            texts: locale.errors.iter().filter_map(|text| translate(text, findings)).collect(),
        })
        .collect();
    order::sort(&mut locales, &|a, b| a.language.cmp(&b.language));
    locales
}

/// Parses a translated message. Returns `None` if it has a placeholder that the error does not
/// declare.
fn placeholders(
    sources: &Sources,
    catalog: &Catalog,
    entry: &Error,
    message: &ast::Text,
) -> Option<Template> {
    let names: Vec<&str> = entry.params.as_ref()?.iter().map(|param| param.name.as_str()).collect();
    if catalog.placeholders != Placeholders::Braces {
        return marks::translated(catalog.placeholders, message, &names);
    }
    let mut unknown = Findings::default();
    let template = template::parse(sources, message, &names, &str::to_owned, &mut unknown);
    unknown.is_empty().then_some(template)
}
