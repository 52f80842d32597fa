//! What can be wrong with the form of a catalog, and the words for it.

use crate::diag::{Finding, Rule};
use crate::source::Span;

pub(super) fn syntax(span: Span, message: impl Into<String>) -> Finding {
    Finding::new(Rule::Syntax, span, message)
}

pub(super) fn unknown_key(span: Span, key: &str, place: &str, nearest: Option<&str>) -> Finding {
    let help = match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "remove it, or begin its name with `x-` if it is an extension of your own".to_owned(),
    };
    Finding::new(Rule::UnknownKey, span, format!("{place} has no key `{key}`"))
        .label("unknown key")
        .help(help)
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

pub(super) fn missing_key(span: Span, key: &str, place: &str, example: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("{place} needs the key `{key}`"))
        .label(format!("`{key}` is missing"))
        .help(format!("add `{key}: {example}`"))
}

pub(super) fn cut_text(comment: Span, text: Span, whole: &str) -> Finding {
    let quoted = crate::text::quote::double_quoted(whole);
    Finding::new(Rule::YamlCutText, comment, "the text ends here: ` #` begins a comment")
        .label("not part of the text")
        .related(text, "this is the whole text")
        .help(format!("write {quoted} if it is all text, or put a space behind the `#` of a comment"))
}
