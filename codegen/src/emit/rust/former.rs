//! Emits what errors were called before, as deprecated constants and types.

use super::scope::Scope;
use super::{doc, literal};
use crate::index::Index;
use crate::model::Error;
use crate::text::case;
use crate::text::ident::Ident;

/// The former names of the errors of an enum that Rust can use and that nothing else has.
pub(super) fn names<'e>(scope: &Scope<'e>) -> Vec<(Ident, &'e Error)> {
    if scope.entries.iter().all(|entry| entry.formerly.is_empty()) {
        return Vec::new();
    }
    let mut taken = Index::with_capacity(scope.entries.len());
    for (position, entry) in scope.entries.iter().enumerate() {
        taken.add("", entry.ident.as_str(), position);
    }
    let mut names: Vec<(Ident, &Error)> = Vec::new();
    for entry in scope.entries {
        for former in &entry.formerly {
            let Some(ident) = scope.catalog.ident_of_name(former) else { continue };
            let is_free = taken.get("", ident.as_str()).is_none();
            if is_free && !names.iter().any(|(known, _)| *known == ident) {
                names.push((ident, entry));
            }
        }
    }
    names
}

/// Returns the constants of the enum, or `None` if there are none.
pub(super) fn constants(scope: &Scope<'_>) -> Option<String> {
    let names = names(scope);
    if names.is_empty() {
        return None;
    }
    let mut text = String::from(
        "#[allow(non_upper_case_globals, reason = \"former names of variants\")]\nimpl Code {\n",
    );
    for (name, entry) in names {
        let now = &entry.ident;
        let about = format!("The former name of [`{now}`](Self::{now}).");
        doc::push_comment(&mut text, "    ", &[about]);
        text.push_str(&format!("    {}\n    pub const {name}: Self = Self::{now};\n", deprecated(now)));
    }
    text.push_str("}\n");
    Some(text)
}

/// Returns the lines of the module `codes`.
pub(super) fn in_capitals(scope: &Scope<'_>) -> String {
    let names = names(scope);
    let mut text = String::new();
    if names.is_empty() {
        return text;
    }
    let mut taken = Index::with_capacity(scope.entries.len());
    for (position, entry) in scope.entries.iter().enumerate() {
        taken.add("", entry.constant.as_str(), position);
        for constant in &entry.constants {
            taken.add("", constant.name.as_str(), position);
        }
    }
    for (name, entry) in &names {
        let constant = case::constant(name.as_str());
        if taken.get("", &constant).is_none() {
            let (code, usual) = (&entry.ident, &entry.constant);
            text.push_str(&format!("    /// The former name of [`{usual}`].\n    {}\n", deprecated(usual)));
            text.push_str(&format!("    pub const {constant}: super::Code = super::Code::{code};\n"));
        }
    }
    text
}

/// Returns the former names of the structs with parameters, one line each.
pub(super) fn types(scope: &Scope<'_>, has_struct: fn(&Error) -> bool) -> String {
    let structs = names(scope).into_iter().filter(|(_, entry)| has_struct(entry));
    let line = |(name, entry): (Ident, &Error)| {
        let now = &entry.ident;
        format!("\n/// The former name of [`{now}`].\n{}\npub type {name} = {now};\n", deprecated(now))
    };
    structs.map(line).collect()
}

fn deprecated(now: &Ident) -> String {
    format!("#[deprecated(note = {})]", literal::string(&format!("renamed to `{now}`")))
}
