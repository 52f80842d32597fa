//! `text-restates-code`: a text that says no more than the code.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error};

const RULE: Rule = Rule::TextRestatesCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let name = entry.name.as_ref().map(|name| name.as_str());
        // Descriptions that a `derive` rule makes from the code are not reported.
        let own = entry.description.as_deref().filter(|_| !entry.description_derived);
        let texts = [entry.message.as_ref().map(|message| message.as_str()), own];
        let repeats =
            |text: &str, word: &str| letters(text).next().is_some() && letters(word).eq(letters(text));
        let of_code = |text: &str| repeats(text, &entry.code);
        let of_name = |text: &str| name.is_some_and(|name| repeats(text, name));
        let mut own = texts.into_iter().flatten().peekable();
        if own.peek().is_none() {
            continue;
        }
        let (mut code, mut name) = (false, false);
        let repeated = own.all(|text| {
            let of_code = of_code(text);
            code |= of_code;
            name |= !of_code;
            of_code || of_name(text)
        });
        let what = match (code, name) {
            (true, true) => "code and the name",
            (true, false) => "code",
            (false, _) => "name",
        };
        if repeated {
            report.about(entry, finding(entry, what));
        }
    }
}

/// `what` is what the text repeats.
fn finding(entry: &Error, what: &str) -> Finding {
    let message = format!("the text of `{}` only repeats the {what}", entry.code.value);
    Finding::new(RULE, entry.code.span, message)
        .label("only repeated by the text")
        .help("say what happened and what to do about it")
}

/// Returns letters and digits in lower case. An iterator, because most texts differ early.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
