//! What can keep a catalog from having a meaning, and the words for it.

use crate::diag::{Finding, Rule, Severity};
use crate::source::Span;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $why:literal;)+) => {$(
        $(#[$doc])*
        pub static $name: Rule = Rule { id: $id, severity: Severity::Error, why: $why };
    )+};
}

rules! {
    /// Two errors with one code.
    DUPLICATE_CODE = "duplicate-code",
        "A response carries only the code, so one code can mean only one error.";
    /// A code that does not look as the catalog says.
    CODE_FORMAT = "code-format",
        "A published code can never be corrected, so its form is checked before it is published.";
    /// Two names that become the same Rust name.
    IDENT_COLLISION = "ident-collision",
        "Names that differ on the wire can become the same once they are Rust identifiers.";
    /// A name that Rust cannot use.
    RESERVED_IDENT = "reserved-ident",
        "Every code becomes a Rust name, which may be no keyword, not empty, and no name of a generated item.";
    /// A status that is none.
    INVALID_STATUS = "invalid-status",
        "HTTP statuses are three digits from 100 to 599, written as a plain number.";
    /// A reference to something that is not there.
    DANGLING_REFERENCE = "dangling-reference",
        "What a catalog refers to must be in the catalog.";
    /// A family file that the catalog does not list.
    UNLISTED_FAMILY = "unlisted-family",
        "`families` in catalog.yaml gives the published order, so every family file must stand in it.";
    /// A placeholder that no parameter fills, or a brace that opens none.
    UNKNOWN_PARAM = "unknown-param",
        "A placeholder that nothing fills would reach the API's users as it is.";
}

pub(super) fn duplicate_code(span: Span, first: Span, code: &str, next: Option<&str>) -> Finding {
    let help = next.map_or_else(
        || "give one of the two another code".to_owned(),
        |next| format!("the next free code in this family is `{next}`"),
    );
    Finding::new(&DUPLICATE_CODE, span, format!("code `{code}` is defined twice"))
        .label("defined again here")
        .related(first, "first defined here")
        .help(help)
}

pub(crate) fn no_code(span: Span, what: &str) -> Finding {
    Finding::new(&CODE_FORMAT, span, format!("{what} is empty"))
        .label("nothing between the quotes")
        .help("write the text that stands on the wire")
}

pub(super) fn not_a_number(span: Span, code: &str) -> Finding {
    Finding::new(&CODE_FORMAT, span, format!("code `{code}` is not a number"))
        .label("not a whole decimal number")
        .help("codes of this catalog are integers, because it says `code: { type: integer }`")
}

pub(super) fn bad_pattern(span: Span, reason: &str) -> Finding {
    let reason = reason.lines().last().unwrap_or_default().trim();
    let message = format!("the pattern is not a regular expression: {reason}");
    Finding::new(&crate::syntax::rules::WRONG_TYPE, span, message).label("not a regular expression")
}

pub(super) fn ident_collision(
    span: Span,
    first: Span,
    what: &str,
    name: &str,
    subjects: [&str; 2],
    help: &str,
) -> Finding {
    let [first_subject, subject] = subjects;
    let message = format!("`{first_subject}` and `{subject}` both become {what} `{name}`");
    Finding::new(&IDENT_COLLISION, span, message)
        .label(format!("`{name}` again"))
        .related(first, format!("`{name}` first here"))
        .help(help)
}

pub(super) fn reserved_ident(span: Span, name: &str, reason: &str, help: String) -> Finding {
    Finding::new(&RESERVED_IDENT, span, format!("`{name}` {reason}")).label("not usable").help(help)
}

pub(super) fn invalid_status(span: Span, status: &str) -> Finding {
    Finding::new(&INVALID_STATUS, span, format!("`{status}` is not an HTTP status"))
        .label("not a status")
        .help("write a plain number from 100 to 599")
}

pub(super) fn needless_status(span: Span) -> Finding {
    Finding::new(&INVALID_STATUS, span, "a status in a catalog without statuses")
        .label("not allowed")
        .help("remove it, or say `status: optional` in catalog.yaml")
}

pub(super) fn dangling(span: Span, what: &str, name: &str, nearest: Option<&str>) -> Finding {
    let help = nearest.map(|nearest| format!("did you mean `{nearest}`?"));
    Finding::new(&DANGLING_REFERENCE, span, format!("there is no {what} `{name}`"))
        .label(format!("no such {what}"))
        .maybe_help(help)
}

pub(super) fn own_ancestor(span: Span, name: &str) -> Finding {
    Finding::new(&DANGLING_REFERENCE, span, format!("class `{name}` is its own ancestor"))
        .label("leads back to itself")
        .help("name a parent that is above the class")
}

pub(super) fn unlisted_family(span: Span, list: Option<Span>, id: &str) -> Finding {
    let finding =
        Finding::new(&UNLISTED_FAMILY, span, format!("family `{id}` is not listed in catalog.yaml"))
            .label("this file is a family");
    match list {
        Some(list) => finding
            .related(list, "the families in published order stand here")
            .help(format!("add `{id}` to `families`")),
        None => finding.help(format!("add `families: [{id}]` to catalog.yaml")),
    }
}

pub(super) fn listed_twice(span: Span, first: Span, id: &str) -> Finding {
    Finding::new(&crate::syntax::rules::DUPLICATE_KEY, span, format!("family `{id}` is listed twice"))
        .label("listed again here")
        .related(first, "first listed here")
        .help("keep one of the two")
}

pub(super) fn unknown_param(
    span: Span,
    name: &str,
    nearest: Option<&str>,
    advice: impl FnOnce() -> String,
) -> Finding {
    let help = nearest.map_or_else(advice, |nearest| format!("did you mean `{{{nearest}}}`?"));
    Finding::new(&UNKNOWN_PARAM, span, format!("nothing fills the placeholder `{{{name}}}`"))
        .label("unknown placeholder")
        .help(help)
}

pub(super) fn lone_brace(span: Span, brace: char) -> Finding {
    Finding::new(&UNKNOWN_PARAM, span, format!("a `{brace}` without its counterpart"))
        .label("lone brace")
        .help(format!("write `{brace}{brace}` for a brace in the text"))
}

pub(super) fn no_range(span: Span, codes: &str) -> Finding {
    Finding::new(&crate::syntax::rules::WRONG_TYPE, span, format!("`{codes}` is no range of codes"))
        .label("not a range")
        .help("write `FIRST..LAST`: two codes that differ in the number at their end, the smaller one first")
}

pub(super) fn two_stars(span: Span) -> Finding {
    let message = "a pattern has at most one `*`";
    Finding::new(&crate::syntax::rules::WRONG_TYPE, span, message).label("more than one `*`")
}

pub(super) fn duplicate_class(span: Span, first: Span, name: &str) -> Finding {
    let message = format!("class `{name}` is declared twice");
    Finding::new(&crate::syntax::rules::DUPLICATE_KEY, span, message)
        .label("declared again here")
        .related(first, "first declared here")
        .help("keep one of the two")
}
