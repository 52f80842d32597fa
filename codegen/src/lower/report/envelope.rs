//! Constructors for the findings about envelopes.

use crate::diag::{Finding, Fix, Rule};
use crate::source::Span;
use crate::text::quote::scalar;

pub(in crate::lower) fn no_path(span: Span, path: &str, what: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("`{path}` is not a path in a response")).label(what).help(
        "write a member of the body, such as `error.code` or `errors.0.code`, or a header, such as \
             `header:x-request-id`",
    )
}

pub(in crate::lower) fn no_prefix(span: Span, path: &str, what: &str, instead: Option<&str>) -> Finding {
    let finding = Finding::new(Rule::Envelope, span, format!("`{path}` is not a header")).label(what);
    match instead {
        Some(instead) => finding.help(format!("write `{instead}`")).fix(Fix::replace(
            format!("write `{instead}`"),
            span,
            scalar(instead),
        )),
        None => finding.help("write the name of a header, such as `header:x-request-id`"),
    }
}

pub(in crate::lower) fn whole_body(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "a mark with a `value` cannot be the whole body")
        .label("the whole body")
        .help("write the member that has this value")
}

pub(in crate::lower) fn no_form(span: Span, form: &str, wanted: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("expected {wanted}, found `{form}`"))
        .label(format!("expected {wanted}"))
        .help(
            "use `as` to set the format of a message (`\"{code}: {message}\"`), of details (`map`, `fields`) or \
             of `field_errors` (`map`, `list`, `loc`, `pointer`)",
        )
}

pub(in crate::lower) fn one_form(span: Span) -> Finding {
    Finding::new(
        Rule::WrongType,
        span,
        "only `message`, `details` and `field_errors` have a choice of format",
    )
    .label("no format to choose")
    .help("write only the path")
}

pub(in crate::lower) fn no_unit(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "only `retry_after` has a unit")
        .label("no unit to choose")
        .help("remove `unit`")
}

pub(in crate::lower) fn no_mark(span: Span, name: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("`{name}` cannot have this mark"))
        .label("would lose a part of what servers write")
        .help("use `after` and `before` with a code, or with another text that has no `as`; a mark is not empty")
}

pub(in crate::lower) fn no_header(span: Span, name: &str) -> Finding {
    Finding::new(Rule::Envelope, span, format!("`{name}` cannot be sent in a header"))
        .label("a header contains one text")
        .help("write a member of the body")
}

pub(in crate::lower) fn taken_header(span: Span, name: &str) -> Finding {
    Finding::new(Rule::Envelope, span, format!("the header `{name}` has another meaning"))
        .label("servers send this header for another reason")
        .help(match name {
            "www-authenticate" => "write a parameter of it, such as `header:www-authenticate#error`",
            "retry-after" => "use it for `retry_after` in seconds (`unit: s`) or as a date (`unit: date`)",
            _ => "write another header, such as `header:x-error-code`",
        })
}

pub(in crate::lower) fn like_a_header(span: Span, name: &str) -> Finding {
    let header = format!("header:{}", name.to_ascii_lowercase());
    Finding::new(Rule::Envelope, span, format!("`{name}` is a member of the body with the name of a header"))
        .label("not a header")
        .help(format!("write `{header}` for the header"))
        .fix(Fix::replace(format!("write `{header}`"), span, scalar(&header)))
}

pub(in crate::lower) fn conflict(span: Span, later: &str, first: Span, earlier: &str, what: &str) -> Finding {
    Finding::new(Rule::Envelope, span, format!("`{later}` and `{earlier}` contradict each other: {what}"))
        .label("a response cannot contain both")
        .related(first, format!("place of `{earlier}`"))
        .help("change the first path of one of the two; servers write the first path, clients read all")
}

pub(in crate::lower) fn unfound(span: Span, name: &str) -> Finding {
    Finding::new(Rule::Envelope, span, format!("clients would not always find the item with `{name}`"))
        .label("the item can lack the member by which it is found")
        .help("select it by a member that servers always write, such as that of the code, or by `[MEMBER=VALUE]`")
}

pub(in crate::lower) fn misread(span: Span, name: &str, first: Span, other: &str) -> Finding {
    Finding::new(Rule::Envelope, span, format!("clients would read `{other}` as `{name}`"))
        .label(format!("read if a response has no `{name}`"))
        .related(first, format!("place of `{other}`"))
        .help("remove the path, or move one of the two")
}

pub(in crate::lower) fn gap(span: Span, name: &str, missing: usize) -> Finding {
    Finding::new(Rule::Envelope, span, format!("the list in which `{name}` stands has no item {missing}"))
        .label("leaves a gap")
        .help(format!("servers write whole lists: use the index {missing} first"))
}

pub(in crate::lower) fn changed_code(span: Span, code: &str, changed: &str, place: Span) -> Finding {
    let read = if changed.is_empty() { "nothing".to_owned() } else { format!("`{changed}`") };
    Finding::new(Rule::Envelope, span, format!("clients would read {read} instead of the code `{code}`"))
        .label("changed by its place")
        .related(place, "place of the code")
        .help("move the code into the body, or change the marks")
}
