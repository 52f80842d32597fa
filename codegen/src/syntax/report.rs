//! What can be wrong with the form of a catalog, and the words for it.

use crate::diag::{Finding, Fix, Rule};
use crate::format::limits;
use crate::format::vocabulary::{ChangeRule, Level, Term};
use crate::source::{LARGEST_FILE, Span};
use crate::text::nearest::Near;
use crate::text::quote::double_quoted;

pub(super) fn syntax(span: Span, message: impl Into<String>) -> Finding {
    Finding::new(Rule::Syntax, span, message)
}

pub(super) fn too_many_values(span: Span) -> Finding {
    let message = format!("the file holds more than {} values", thousands(limits::MOST_VALUES));
    syntax(span, message)
        .label("nothing is read from here on")
        .help("make several families or catalogs of it")
}

pub(super) fn too_long_text(span: Span) -> Finding {
    let message = format!("the text is longer than {} MiB", limits::LONGEST_TEXT >> 20);
    syntax(span, message).help("shorten it; what is longer belongs on a page that `links` can name")
}

pub(super) fn too_long_code(span: Span) -> Finding {
    let message = format!("the code is longer than {} bytes", thousands(limits::LONGEST_CODE));
    syntax(span, message).help("a code is a name; what explains it is its `message` and `description`")
}

pub(super) fn too_many_codes(span: Span) -> Finding {
    let most = thousands(limits::MOST_CODES);
    syntax(span, format!("the catalog has more than {most} codes and aliases"))
        .label("nothing is read from here on")
        .help("make several catalogs of it")
}

pub(super) fn too_many_entries(span: Span, place: &str, most: usize) -> Finding {
    syntax(span, format!("{place} has more than {} entries", thousands(most)))
        .help("fewer and wider ones say the same: patterns with `*`, ranges `FIRST..LAST`")
}

pub(super) fn unknown_key(span: Span, key: &str, place: &str) -> Finding {
    Finding::new(Rule::UnknownKey, span, format!("{place} has no key `{key}`")).label("unknown key")
}

/// What to do about an unknown key that resembles none of the valid ones.
pub(super) fn valid_keys(names: &[&str], own: bool) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let rest = if own { "a key of your own begins with `x-`" } else { "remove it" };
    format!("valid keys are {}; {rest}", names.join(", "))
}

pub(super) fn dangling_link(span: Span) -> Finding {
    Finding::new(Rule::DanglingReference, span, "this file is a link to a file that does not exist")
        .help("put back what it leads to, or remove the link")
}

pub(super) fn duplicate_key(span: Span, first: Span, key: &str) -> Finding {
    Finding::new(Rule::DuplicateKey, span, format!("the key `{key}` is given twice"))
        .label("given again here")
        .related(first, "first given here")
        .help("keep one of the two")
}

pub(super) fn wrong_type(span: Span, wanted: &str, found: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("expected {wanted}, found {found}"))
        .label(format!("not {wanted}"))
}

/// `line` is the key with an example.
pub(super) fn missing_key(span: Span, key: &str, place: &str, line: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("{place} needs the key `{key}`"))
        .label(format!("`{key}` is missing"))
        .help(format!("add `{line}`"))
}

pub(super) fn no_rule(span: Span, name: &str, nearest: Option<Near<'_>>) -> Finding {
    let finding =
        Finding::new(Rule::UnknownKey, span, format!("there is no rule `{name}`")).label("unknown rule");
    match nearest {
        Some(near) => finding.meant(span, near),
        None => finding.help("remove it; `errcat explain RULE` tells of a rule"),
    }
}

pub(super) fn final_rule(span: Span, name: &str, level: &str, usual: Level) -> Finding {
    let usual = usual.as_str();
    wrong_type(span, &format!("`{usual}` or nothing for `{name}`"), &format!("`{level}`"))
        .help("what it complains about can only be mended")
}

pub(super) fn cut_text(comment: Span, text: Span, whole: &str) -> Finding {
    let quoted = double_quoted(whole);
    let fix = Fix::replace("put the whole text in quotes", text.to(comment), quoted.as_str());
    Finding::new(Rule::YamlCutText, comment, "the text ends here: ` #` begins a comment")
        .label("not part of the text")
        .related(text, "this is the whole text")
        .help(format!("write {quoted} if it is all text, or put a space behind the `#` of a comment"))
        .fix(fix)
}

pub(super) fn too_many_lines(span: Span) -> Finding {
    syntax(span, format!("the ledger has more than {} lines", thousands(limits::MOST_LINES)))
        .label("nothing of it is read")
        .help("make several catalogs of its catalog")
}

pub(super) fn too_large(span: Span) -> Finding {
    syntax(span, format!("the file is larger than {} MiB", LARGEST_FILE >> 20))
        .help("make several families or catalogs of it")
}

pub(super) fn too_large_ledger(span: Span) -> Finding {
    too_large(span).help("make several catalogs of its catalog")
}

pub(super) fn no_line(span: Span, reason: &str) -> Finding {
    as_committed(syntax(span, format!("this is no line of a ledger: {reason}")))
}

/// What no person writes, no person mends by hand.
pub(super) fn as_committed(finding: Finding) -> Finding {
    finding.help("take the line as it was committed; `errcat release` writes ledgers, one JSON object a line")
}

pub(super) fn conflict(span: Span) -> Finding {
    syntax(span, "a merge conflict that nobody has resolved")
        .label("it begins here")
        .help("keep the lines of both sides; of two errors with one code, the one that is not released takes another")
}

/// What was released of a catalog that is not there.
#[must_use]
pub fn lone_ledger(span: Span) -> Finding {
    Finding::new(Rule::DanglingReference, span, "this ledger belongs to no catalog")
        .label("what was released is not compared with anything")
        .help("`NAME.lock` is the ledger of `NAME.yaml`, `NAME/errcat.lock` that of `NAME/catalog.yaml`: move it where the catalog went, or remove it with the catalog")
}

pub(super) fn headless(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "a ledger needs a head, with the key `errcat`")
        .help("take it as it was committed; `errcat release` writes it")
}

pub(super) fn second_head(span: Span, first: Span) -> Finding {
    Finding::new(Rule::DuplicateKey, span, "the ledger has two heads")
        .label("again here")
        .related(first, "first here")
        .help("keep the one with the later version")
}

pub(super) fn released_twice(span: Span, first: Span, code: &str) -> Finding {
    Finding::new(Rule::DuplicateCode, span, format!("the released code `{code}` has two lines"))
        .label("again here")
        .related(first, "first here")
        .help("keep the line that tells what was released; another error takes another code")
}

pub(super) fn accepted_twice(span: Span, first: Span) -> Finding {
    Finding::new(Rule::DuplicateKey, span, "the same change is accepted twice")
        .label("again here")
        .related(first, "first here")
        .help("keep one of the two")
}

pub(super) fn never_accepted(span: Span, rule: ChangeRule) -> Finding {
    let found = format!("`{}`", rule.as_str());
    wrong_type(span, "a change that can be accepted", &found)
        .help("clients would take one error for another; give the new one a code that was never used")
}

pub(super) fn no_subject(span: Span, key: &str) -> Finding {
    Finding::new(
        Rule::UnknownKey,
        span,
        format!("an acceptance of a change of the whole catalog has no key `{key}`"),
    )
    .label("not about one code")
    .help(format!("remove `{key}`"))
}

/// A number with commas between its thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}
