//! `hidden-blank`: blanks at the ends of texts and codes, and characters that nobody can see.

use super::Report;
use crate::diag::{Finding, Proposal, Rule};
use crate::model::{Catalog, Error};
use crate::source::{Span, Spanned};
use crate::text::reveal::has_hidden;

const RULE: Rule = Rule::HiddenBlank;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let message = entry.message.as_ref();
        let message = message.and_then(|text| self::text("message", text, text.span, entry.dynamic));
        let description = entry.description.as_ref().zip(entry.description_place);
        let description = description.and_then(|(text, place)| self::text("description", text, place, false));
        let help = entry.help.iter().zip(&entry.help_places);
        let help = help.filter_map(|(text, place)| self::text("help", text, *place, false));
        for finding in message.into_iter().chain(description).chain(help) {
            report.about(entry, finding);
        }
        let variant = (entry.variant == 0).then_some(&entry.code);
        let names = variant.into_iter().chain(&entry.aliases).map(|code| ("code", code));
        for (what, name) in names.chain(entry.name.iter().map(|name| ("name", name))) {
            self::name(catalog, report, entry, what, name);
        }
    }
    for locale in &catalog.locales {
        for translation in &locale.texts {
            let entry = &catalog.errors[translation.error];
            let message = translation.message.as_ref();
            let message = message.and_then(|text| self::text("message", text, text.span, entry.dynamic));
            if let Some(finding) = message {
                report.about(entry, finding);
            }
        }
    }
    for rule in &catalog.derive {
        if let Some(finding) = text("description", &rule.description, rule.place, false) {
            report.push(finding);
        }
    }
}

/// Checks a text. If it is open, the server continues it, so it may end with a blank.
fn text(what: &str, text: &str, span: Span, open: bool) -> Option<Finding> {
    if text.trim().is_empty() {
        // It is missing.
        return None;
    }
    let end = if open { text.trim_end() } else { text };
    if let Some(blank) = at_an_end(end) {
        let message = format!("the {what} {blank}");
        let help = if blank == "ends with a line break" {
            "remove it; `|-` and `>-` leave it out, where `|` and `>` keep it"
        } else {
            "remove it"
        };
        let finding = Finding::new(RULE, span, message).label("sent with it").help(help);
        // Without the blanks, the text would have another finding.
        let is_sound = hidden(text.trim()).is_none();
        return Some(if is_sound { finding.propose(Proposal::Trim { text: span }) } else { finding });
    }
    let message = format!("the {what} contains {}", shown(hidden(end)?));
    Some(Finding::new(RULE, span, message).label("nobody can see it").help("remove it"))
}

/// Checks a code or name. It has no fix, because another code is another promise.
fn name(catalog: &Catalog, report: &Report<'_>, entry: &Error, what: &str, name: &Spanned<String>) {
    // A control character is `code-format`, wherever it is.
    let Some(mistake) = at_an_end(name).filter(|_| !has_hidden(name)) else { return };
    // An error whose code is the same without the blank is `ident-collision`.
    let is_twin = |other: &Error| other.ident == entry.ident && other.code.value != entry.code.value;
    let mut others = catalog.errors.iter().filter(|other| is_twin(other));
    if others.any(|other| {
        other.code.trim() == entry.code.trim() && catalog.scope_of(other) == catalog.scope_of(entry)
    }) {
        return;
    }
    let message = format!("the {what} `{}` {mistake}", name.value);
    let help = "remove it, unless responses contain it";
    report.about(entry, Finding::new(RULE, name.span, message).label("easily overlooked").help(help));
}

/// Returns what is at the beginning or end of a text that nobody sees there.
fn at_an_end(text: &str) -> Option<&'static str> {
    match (text.chars().next_back()?, text.chars().next()?) {
        ('\n' | '\r', _) => Some("ends with a line break"),
        (last, _) if last.is_whitespace() => Some("ends with a blank"),
        (_, '\n' | '\r') => Some("begins with a line break"),
        (_, first) if first.is_whitespace() => Some("begins with a blank"),
        _ => None,
    }
}

/// Returns the first character of a text that is not shown. Line breaks are.
fn hidden(text: &str) -> Option<char> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return None;
    }
    // Marks that some scripts need, such as the joiners, are not among them.
    let is_hidden = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(
                c,
                '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{2028}'..='\u{202E}'
                    | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
                    | '\u{E0000}'..='\u{E007F}'
            )
    };
    text.chars().find(is_hidden)
}

fn shown(c: char) -> String {
    let kind = match c {
        '\t' => "a tab",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a character that changes the direction of writing"
        }
        c if c.is_control() => "a control character",
        _ => "an invisible character",
    };
    format!("{kind} (U+{:04X})", u32::from(c))
}
