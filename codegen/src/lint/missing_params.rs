//! `missing-params`: braces of an error that declares no parameters, and parameters in its help.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Placeholders;
use crate::model::{Catalog, Error};

const RULE: Rule = Rule::MissingParams;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let braces = catalog.placeholders == Placeholders::Braces;
    for entry in catalog.errors.iter().filter(|entry| !entry.damaged) {
        let finding = match &entry.params {
            None => undeclared(entry, braces),
            Some(_) if braces => in_help(entry),
            Some(_) => None,
        };
        if let Some(finding) = finding {
            report.about(entry, finding);
        }
    }
}

/// Returns the finding for words in braces in the message, or else in the code, whose mark is
/// always in braces.
fn undeclared(entry: &Error, braces: bool) -> Option<Finding> {
    let message = entry.message.as_ref().filter(|_| braces);
    let code = Some(&entry.code).filter(|_| entry.variant == 0);
    let texts = [("message", message), ("code", code)];
    let (what, span, names) = texts.into_iter().find_map(|(what, text)| {
        let names = words(text?);
        (!names.is_empty()).then_some((what, text?.span, names))
    })?;
    let text = format!("the {what} has `{{{}}}`, but the error has no `params`", names[0]);
    let declared = names.iter().map(|name| format!("{name}: string")).collect::<Vec<_>>().join(", ");
    let help = format!(
        "declare it, as in `params: {{ {declared} }}`; if the braces are part of the text, say so with `allow`"
    );
    Some(Finding::new(RULE, span, text).label("sent as it is").help(help))
}

/// Returns the finding for a parameter of the message that the help names, too.
fn in_help(entry: &Error) -> Option<Finding> {
    let is_param = |name: &&str| entry.params.iter().flatten().any(|param| param.name.value == **name);
    let mut help = entry.help.iter().zip(&entry.help_places);
    let (name, span) =
        help.find_map(|(text, span)| Some((words(text).into_iter().find(is_param)?, *span)))?;
    let text = format!("the help has `{{{name}}}`, but only the message has parameters");
    let help = "write the help without the value, or move the sentence into `message`";
    Some(Finding::new(RULE, span, text).label("sent as it is").help(help))
}

/// Returns the words in braces, up to a few. A format may follow, as in `{limit:.2}`.
pub(super) fn words(text: &str) -> Vec<&str> {
    const FEW: usize = 4;
    let is_word = |word: &&str| {
        word.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    let inner = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(inner, _)| inner));
    inner.filter_map(name).filter(is_word).fold(Vec::new(), |mut words, word| {
        if words.len() < FEW && !words.contains(&word) {
            words.push(word);
        }
        words
    })
}

/// Returns what is in braces without blanks around it and a short format such as `:?` or `!r`.
fn name(inner: &str) -> Option<&str> {
    let Some((name, format)) = inner.split_once([':', '!']) else { return Some(inner.trim()) };
    let is_format = |c: char| c.is_ascii_digit() || "?#<>^+.bdefgorsxX".contains(c);
    (format.len() <= LONGEST_FORMAT && !format.is_empty() && format.chars().all(is_format))
        .then_some(name.trim())
}

/// The length of the longest usual format, such as `:>08.2f`.
const LONGEST_FORMAT: usize = 6;
