//! Emits the enum of codes, with one documented variant per error.

use super::doc;
use super::literal;
use super::scope::Scope;
use crate::emit::words::{Piece, documented};
use crate::format::attributes::Attribute;
use crate::model::{Error, Notice};
use crate::text::ident::Ident;

/// Returns the enum as text, one line per error.
pub(super) fn emit(scope: &Scope<'_>) -> String {
    let mut text = doc::comment("", &about(scope));
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n");
    if !scope.catalog.exhaustive {
        text.push_str("#[non_exhaustive]\n");
    }
    if scope.entries.is_empty() {
        text.push_str("pub enum Code {}\n");
        return text;
    }
    text.push_str("pub enum Code {\n");
    // An enum for one family does not name it at every code.
    let families = if scope.family.is_none() { scope.catalog.families.as_slice() } else { &[] };
    let families: Vec<String> = families.iter().map(|family| doc::inline(&family.title)).collect();
    for entry in scope.entries {
        doc::push_comment(&mut text, "    ", &documentation(scope, &families, entry));
        for attribute in attributes(scope, entry) {
            text.push_str("    ");
            text.push_str(&attribute);
            text.push('\n');
        }
        text.push_str("    ");
        text.push_str(entry.ident.as_str());
        text.push_str(",\n");
    }
    text.push_str("}\n");
    text
}

fn about(scope: &Scope<'_>) -> Vec<String> {
    let catalog = &scope.catalog;
    let title = doc::inline(&catalog.title);
    let mut lines = vec![match scope.family {
        None => format!("An error code of {title}."),
        Some(family) => format!("An error code of {title}, family {}.", doc::inline(&family.title)),
    }];
    let description = match scope.family {
        None => &catalog.description,
        Some(family) => &family.description,
    };
    push_paragraph(&mut lines, description.as_deref());
    lines
}

fn push_paragraph(lines: &mut Vec<String>, text: Option<&str>) {
    let paragraph = text.map(doc::paragraphs).unwrap_or_default();
    if !paragraph.is_empty() {
        lines.push(String::new());
        lines.extend(paragraph);
    }
}

/// Returns the docs of a variant: its code and shortest text, then the longer text and other facts.
fn documentation(scope: &Scope<'_>, families: &[String], entry: &Error) -> Vec<String> {
    let message = entry.message.as_ref().map(|message| message.as_str());
    let title = message.or(entry.description.as_deref()).map(doc::inline).filter(|text| !text.is_empty());
    let mut first = doc::code_span(&entry.code);
    if let Some(title) = title {
        first.push_str(" · ");
        first.push_str(&title);
        // The server writes the rest.
        if entry.dynamic && message.is_some() {
            first.push('…');
        }
    }
    let mut lines = vec![first];
    if message.is_some() {
        push_paragraph(&mut lines, entry.description.as_deref());
    }
    let facts = facts(scope, families, entry);
    if !facts.is_empty() {
        lines.push(String::new());
        lines.push(facts.join(" "));
    }
    lines
}

fn facts(scope: &Scope<'_>, families: &[String], entry: &Error) -> Vec<String> {
    let mut facts = documented(scope.catalog, entry, &|attribute, piece| match (attribute, piece) {
        (Attribute::FamilyTitle, _) => scope.family.is_none().then(|| families[entry.family].clone()),
        // The name of the variant already shows it.
        (Attribute::Name, Piece::Text(name)) if name == entry.ident.as_str() => None,
        (Attribute::Name | Attribute::Formerly | Attribute::Aliases, Piece::Text(text)) => {
            Some(doc::code_span(text))
        }
        (_, Piece::Text(text)) => Some(doc::inline(text)).filter(|text| !text.trim().is_empty()),
        (_, Piece::Link(link)) => Some(format!("{}: {}", doc::inline(&link.label), doc::link(&link.url)?)),
        (_, Piece::Error(error)) => Some(reference(error)),
    });
    if let Some(page) = scope.catalog.docs_of(entry).and_then(|url| doc::link(&url)) {
        facts.push(format!("More: {page}"));
    }
    let file = &scope.catalog.family_of(entry).path;
    facts.push(format!("Defined in {}.", doc::code_span(file)));
    facts
}

fn reference(entry: &Error) -> String {
    format!("[`{0}`](Self::{0})", entry.ident)
}

fn attributes(scope: &Scope<'_>, entry: &Error) -> Vec<String> {
    let mut attributes: Vec<String> = aliases(&entry.ident, entry)
        .into_iter()
        .map(|alias| format!("#[doc(alias = {})]", literal::string(alias)))
        .collect();
    if entry.is_internal() {
        attributes.push("#[doc(hidden)]".to_owned());
    }
    if entry.is_deprecated() {
        attributes.push(deprecated(scope, entry));
    }
    attributes
}

/// Returns the aliases for searching the documentation: the code and the published name, if rustdoc
/// allows them.
fn aliases<'e>(ident: &Ident, entry: &'e Error) -> Vec<&'e str> {
    let mut aliases: Vec<&str> = Vec::new();
    let name = entry.name.as_ref().map(|name| name.as_str());
    for alias in std::iter::once(entry.code.as_str()).chain(name) {
        let plain = |c: char| c == ' ' || !(c.is_whitespace() || c.is_control() || matches!(c, '"' | '\''));
        let all_plain = alias.chars().all(plain);
        let usable = !alias.is_empty() && alias.trim() == alias && all_plain;
        if usable && alias != ident.as_str() && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}

/// Returns the attribute, whose note names the replacement.
fn deprecated(scope: &Scope<'_>, entry: &Error) -> String {
    let (verb, notice) = match (&entry.retired, &entry.deprecated) {
        (Some(notice), _) => ("no longer sent", notice),
        (None, Some(notice)) => ("deprecated", notice),
        (None, None) => return String::new(),
    };
    let mut note = notice.note.clone().unwrap_or_else(|| format!("`{}` is {verb}", entry.code.value));
    if let Some(instead) = notice.instead.map(|error| scope.entry(error)) {
        note.truncate(note.trim_end_matches(['.', ' ']).len());
        note.push_str(&format!("; use `{}`, which is `{}`", instead.ident, instead.code.value));
    }
    let since = since(notice).map(|since| format!("since = {}, ", literal::string(since)));
    format!("#[deprecated({}note = {})]", since.unwrap_or_default(), literal::string(&note))
}

/// Returns the version of a notice if it has the format that Rust requires in the attribute.
fn since(notice: &Notice) -> Option<&str> {
    let since = notice.since.as_deref()?;
    let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (since.split('.').count() == 3 && since.split('.').all(number)).then_some(since)
}
