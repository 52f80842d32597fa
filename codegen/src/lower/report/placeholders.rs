//! Constructors for the findings about placeholders of messages and codes.

use crate::diag::{Edit, Finding, Fix, Rule};
use crate::format::vocabulary::Placeholders;
use crate::source::Span;
use crate::text::nearest::Near;

pub(in crate::lower) fn unknown_param(span: Span, name: &str, help: String) -> Finding {
    Finding::new(Rule::UnknownParam, span, format!("the placeholder `{{{name}}}` is unknown"))
        .label("unknown placeholder")
        .help(help)
}

/// Returns the help for a name in braces that is close to a known one.
pub(in crate::lower) fn did_you_mean(near: Near<'_>) -> String {
    format!("did you mean `{{{}}}`?", near.word)
}

/// Returns the help for a placeholder without a name, as in `{}` and `{0}`.
pub(in crate::lower) fn nameless(param: &str) -> String {
    format!("write the name of a parameter, such as `{{{param}}}`, or double the braces if they are text")
}

/// Returns the help for a placeholder if the message shows every parameter but one.
pub(in crate::lower) fn only_hidden(param: &str) -> String {
    format!(
        "write `{{{param}}}`, the only parameter that the message does not show, or declare another one under `params`"
    )
}

pub(in crate::lower) fn rename_param(spans: &[Span], name: &str) -> Fix {
    let new = format!("{{{name}}}");
    let edits = spans.iter().map(|span| Edit { span: *span, text: new.clone() }).collect();
    Fix { message: format!("write `{new}`"), edits }
}

/// Returns the finding for an unmatched brace. `param` is the parameter whose name is next to it.
pub(in crate::lower) fn lone_brace(span: Span, brace: char, param: Option<&str>) -> Finding {
    let help = match param {
        Some(name) => {
            format!("write `{{{name}}}` for the parameter, or `{brace}{brace}` for a brace in the text")
        }
        None => format!("write `{brace}{brace}` for a brace in the text"),
    };
    Finding::new(Rule::UnknownParam, span, format!("the `{brace}` has no counterpart"))
        .label("unmatched brace")
        .help(help)
}

/// Returns the finding for a mark that is close to a declared parameter without one.
pub(in crate::lower) fn unknown_mark(
    span: Span,
    syntax: Placeholders,
    name: &str,
    near: Near<'_>,
) -> Finding {
    let (shown, better) = (marked(syntax, name), marked(syntax, near.word));
    // There is no fix, because the name of the parameter may be the wrong one.
    Finding::new(Rule::UnknownParam, span, format!("the placeholder `{shown}` is unknown"))
        .label("unknown placeholder")
        .help(format!("did you mean `{better}`?"))
}

/// Returns the mark of a parameter in a syntax in which marks have names.
fn marked(syntax: Placeholders, name: &str) -> String {
    match syntax {
        Placeholders::Angle => format!("<{name}>"),
        Placeholders::Percent => format!("%{name}%"),
        Placeholders::Mustache => format!("{{{{{name}}}}}"),
        _ => format!("{{{name}}}"),
    }
}

pub(in crate::lower) fn two_values(span: Span, code: &str) -> Finding {
    Finding::new(Rule::CodeFormat, span, format!("code `{code}` has more than one value in braces"))
        .label("another value")
        .help("a code carries one value at most; write the error once for each value of the others")
}

pub(in crate::lower) fn uncarried(span: Span, place: Span, name: &str) -> Finding {
    let message = format!("a code cannot carry `{name}`");
    Finding::new(Rule::WrongType, span, message)
        .label("not a value for a code")
        .related(place, "the value in the code")
        .help("use the type u32, u64, i32, i64 or string, and neither `optional` nor `sensitive`")
}

pub(in crate::lower) fn too_many_marks(span: Span, most: usize) -> Finding {
    Finding::new(Rule::Syntax, span, format!("the message has more than {most} placeholders"))
        .help("shorten the message")
}

/// Returns the finding for a list in place of a map from name to type.
pub(in crate::lower) fn params_without_types(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "expected a map, found a list")
        .label("not a map")
        .help("write a map from name to type, such as `{ limit: u32 }`")
}
