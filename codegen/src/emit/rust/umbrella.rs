//! Emits the enum over families whose codes are unique only within a family.

use super::scope::Numbers;
use super::{doc, facts, literal, lookup, numbers, parents, patterns, traits};
use crate::format::vocabulary::StatusPolicy;
use crate::model::{Catalog, Error};
use crate::order;

/// Returns the enum as text, with one variant per family.
pub(super) fn emit(catalog: &Catalog) -> String {
    let mut about = vec![
        format!("An error code of {}, together with its family.", doc::inline(&catalog.title)),
        String::new(),
        "Several families may have the same code with different meanings, so a text does not always"
            .to_owned(),
        "identify a code; see [`Code::candidates`].".to_owned(),
    ];
    let description = catalog.description.as_deref().map(doc::paragraphs).unwrap_or_default();
    if !description.is_empty() {
        about.push(String::new());
        about.extend(description);
    }
    let mut text = doc::comment("", &about);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]\n");
    if !catalog.exhaustive {
        text.push_str("#[non_exhaustive]\n");
    }
    if catalog.families.is_empty() {
        text.push_str("pub enum Code {}\n");
        return text;
    }
    text.push_str("pub enum Code {\n");
    for family in &catalog.families {
        let title = doc::inline(&family.title);
        text.push_str(&doc::comment("    ", &[format!("A code of the family {title}.")]));
        text.push_str("    ");
        text.push_str(family.variant.as_str());
        text.push('(');
        text.push_str(family.module.as_str());
        text.push_str("::Code),\n");
    }
    text.push_str("}\n");
    text
}

/// Returns the list of all codes as text, one line per error.
pub(super) fn all(catalog: &Catalog) -> String {
    let mut text = String::new();
    if catalog.errors.iter().any(Error::is_deprecated) {
        text.push_str("#[allow(deprecated, reason = \"deprecated codes still arrive\")]\n");
    }
    text.push_str("impl Code {\n    /// Every code, in published order.\n");
    text.push_str("    pub const ALL: &'static [Self] = __errcat::list![\n");
    for family in &catalog.families {
        for entry in catalog.errors_of(family) {
            let (variant, module) = (&family.variant, &family.module);
            let row = format!("        Self::{variant}({module}::Code::{}),\n", entry.ident);
            text.push_str(&row);
        }
    }
    text.push_str("    ];\n}\n");
    text
}

/// Returns the methods and traits, as text.
pub(super) fn items(catalog: &Catalog) -> String {
    let id = literal::string(&catalog.id);
    let mut text = format!(
        "/// The codes that a text may stand for, at most one per family.\n\
         pub type Candidates = __errcat::Candidates<Code>;\n\n\
         __errcat::families! {{\n    {id} [\n"
    );
    for family in &catalog.families {
        text.push_str(&format!("        {} {}\n", family.variant, family.module));
    }
    text.push_str(if parents::are_used(catalog) { "    ] [parents]\n" } else { "    ]\n" });
    text.push_str(match catalog.status {
        StatusPolicy::None => "",
        StatusPolicy::Required => "    /// Returns the HTTP status.\n    status -> u16;\n",
        StatusPolicy::Optional => {
            "    /// Returns the HTTP status, if one is published.\n    \
             status -> ::core::option::Option<u16>;\n"
        }
    });
    if Numbers::of_catalog(catalog) == Numbers::All {
        text.push_str("    /// Returns the code as a number, as it is sent.\n    number -> i64;\n");
    }
    if patterns::is_used(catalog) {
        text.push_str(
            "    /// Returns how the code carries a value, if it does.\n    \
             pattern -> ::core::option::Option<&'static __errcat::CodePattern>;\n",
        );
    }
    text.push_str(&facts::rows_over(catalog));
    text.push_str("}\n\n");
    text.push_str(&traits::of_families(catalog));
    text
}

/// Returns the tables of the lookup. One table over all families takes one step, while asking each
/// family would take one step per family.
pub(super) fn lookup(catalog: &Catalog) -> String {
    if numbers::has_widths(catalog) || patterns::is_used(catalog) {
        return numbers::FIND_OVER.to_owned();
    }
    let mut owners: Vec<(&str, usize, bool)> = Vec::new();
    let mut row = 0;
    for family in &catalog.families {
        for entry in catalog.errors_of(family) {
            // A code alone is the first of its variants.
            let code = std::iter::once(entry.code.value.as_str()).filter(|_| entry.variant == 0);
            let aliases = entry.aliases.iter().map(|alias| alias.value.as_str());
            for spelling in code.chain(aliases) {
                owners.push((spelling, row, entry.is_internal()));
            }
            row += 1;
        }
    }
    order::sort(&mut owners, &|(a, ..), (b, ..)| a.cmp(b));
    let (mut spellings, mut rows) = (Vec::new(), Vec::new());
    for same in owners.chunk_by(|(a, ..), (b, ..)| a == b) {
        // No response has the code of an internal error, if the code of another one is the same.
        let public: Vec<_> = same.iter().filter(|(.., is_internal)| !is_internal).collect();
        let same = if public.is_empty() { same.iter().collect() } else { public };
        // A text that several families have is left out.
        if let [(spelling, row, _)] = same.as_slice() {
            spellings.push(*spelling);
            rows.push(*row);
        }
    }
    lookup::emit_over(&spellings, &rows)
}
