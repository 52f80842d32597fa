//! `translation-missing`: a translation that lacks the texts of some errors.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Visibility;
use crate::model::{Catalog, Error, Locale, Translation};
use crate::text::filler::is_filler;

const RULE: Rule = Rule::TranslationMissing;

/// The number of codes that a finding names.
const NAMED: usize = 3;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for locale in catalog.locales.iter().filter(|locale| !locale.damaged) {
        let mut texts: Vec<Option<&Translation>> = vec![None; catalog.errors.len()];
        for text in &locale.texts {
            texts[text.error].get_or_insert(text);
        }
        let with_texts = catalog.errors.iter().zip(texts);
        let missing: Vec<&Error> = with_texts
            .filter(|(entry, text)| is_missing(entry, *text) && !report.allows(entry, RULE))
            .map(|(entry, _)| entry)
            .collect();
        if !missing.is_empty() {
            report.push(finding(locale, &missing));
        }
    }
}

/// Returns `true` if outsiders who use this translation see the text of an error in another
/// language.
fn is_missing(entry: &Error, translation: Option<&Translation>) -> bool {
    // Translations name a code, which is the first of its variants.
    if entry.visibility == Visibility::Internal || entry.retired.is_some() || entry.variant > 0 {
        return false;
    }
    let is_text = |text: &&str| !text.trim().is_empty() && !is_filler(text);
    let message = entry.message.as_ref().map(|text| text.as_str());
    let translated = |part: fn(&Translation) -> Option<&str>| translation.and_then(part).filter(is_text);
    match (message.filter(is_text), entry.description.as_deref().filter(is_text)) {
        (Some(_), _) => translated(|text| text.message.as_ref().map(|text| text.as_str())).is_none(),
        (None, Some(_)) => translated(|text| text.description.as_deref()).is_none(),
        (None, None) => false,
    }
}

fn finding(locale: &Locale, missing: &[&Error]) -> Finding {
    let named: Vec<String> =
        missing.iter().take(NAMED).map(|entry| format!("`{}`", entry.code.value)).collect();
    let more = match missing.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!("`{}` does not translate {}{more}", locale.language, named.join(", "));
    Finding::new(RULE, locale.place, message).help("add the texts under `errors:`")
}
