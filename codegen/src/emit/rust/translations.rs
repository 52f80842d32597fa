//! Emits the texts of codes in other languages, for the macros of the runtime.

use super::literal;
use super::scope::Scope;
use crate::model::{Catalog, Locale, Translation};

/// Returns the translations of an enum as text, or `None` if there are none.
///
/// With `features`, each language is compiled only with a Cargo feature.
pub(super) fn emit(scope: &Scope<'_>, features: bool) -> Option<String> {
    let locales = &scope.catalog.locales;
    if locales.is_empty() {
        return None;
    }
    let mut text = String::from("__errcat::translations! {\n");
    for locale in locales {
        text.push_str(&gate(locale, "    ", features));
        text.push_str(&format!("    {}\n", literal::string(&locale.language)));
        let texts = scope.translations(locale);
        let message = |text: &Translation| text.message.as_ref().map(|message| message.value.clone());
        push_column(&mut text, "messages", &texts, message);
        push_column(&mut text, "descriptions", &texts, |text| text.description.clone());
        text.insert(text.len() - 1, ';');
    }
    text.push_str("}\n");
    Some(text)
}

/// Returns the translations of an enum over families as text, or `None` if there are none.
pub(super) fn over(catalog: &Catalog, features: bool) -> Option<String> {
    if catalog.locales.is_empty() {
        return None;
    }
    let mut text = String::from("__errcat::translations_over! {\n    [");
    let variants: Vec<&str> = catalog.families.iter().map(|family| family.variant.as_str()).collect();
    text.push_str(&format!("{}]\n", variants.join(" ")));
    for locale in &catalog.locales {
        text.push_str(&gate(locale, "    ", features));
        text.push_str(&format!("    {};\n", literal::string(&locale.language)));
    }
    text.push_str("}\n");
    Some(text)
}

/// Returns the name of the Cargo feature of a language.
pub(super) fn feature(language: &str) -> String {
    format!("locale-{language}")
}

fn gate(locale: &Locale, indent: &str, features: bool) -> String {
    if !features {
        return String::new();
    }
    format!("{indent}#[cfg(feature = {})]\n", literal::string(&feature(&locale.language)))
}

/// Appends a text per code and its length. A column without texts is empty.
fn push_column(
    out: &mut String,
    name: &str,
    texts: &[Option<&Translation>],
    of: impl Fn(&Translation) -> Option<String>,
) {
    let texts: Vec<String> = texts.iter().map(|text| text.and_then(&of).unwrap_or_default()).collect();
    if texts.iter().all(String::is_empty) {
        out.push_str(&format!("    {name} []\n"));
        return;
    }
    out.push_str(&format!("    {name} [\n"));
    for text in texts {
        out.push_str("        ");
        literal::push_with_length(out, &text);
        out.push('\n');
    }
    out.push_str("    ]\n");
}
