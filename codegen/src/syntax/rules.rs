//! What can be wrong with the form of a catalog, and the words for it.

use crate::diag::{Finding, Rule, Severity};
use crate::source::Span;

/// The file is not YAML, or uses a part of YAML that catalogs do without.
pub static SYNTAX: Rule = Rule {
    id: "syntax",
    severity: Severity::Error,
    why: "A catalog must mean the same to every reader, so it is written in a plain subset of YAML: \
          no anchors, aliases, tags, directives, second documents or invisible characters.",
};

/// A key the format does not know.
pub static UNKNOWN_KEY: Rule = Rule {
    id: "unknown-key",
    severity: Severity::Error,
    why: "A misspelt key would silently do nothing. Keys of your own begin with `x-`.",
};

/// The same key twice in one mapping.
pub static DUPLICATE_KEY: Rule = Rule {
    id: "duplicate-key",
    severity: Severity::Error,
    why: "Of two values under one key, one would be lost.",
};

/// A value of the wrong shape, or none where one is needed.
pub static WRONG_TYPE: Rule = Rule {
    id: "wrong-type",
    severity: Severity::Error,
    why: "Every key asks for one shape of value, and some keys must be there.",
};

pub(super) fn syntax(span: Span, message: impl Into<String>) -> Finding {
    Finding::new(&SYNTAX, span, message)
}

pub(super) fn unknown_key(span: Span, key: &str, place: &str, nearest: Option<&str>) -> Finding {
    let help = match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "remove it, or begin its name with `x-` if it is an extension of your own".to_owned(),
    };
    Finding::new(&UNKNOWN_KEY, span, format!("{place} has no key `{key}`")).label("unknown key").help(help)
}

pub(super) fn duplicate_key(span: Span, first: Span, key: &str) -> Finding {
    Finding::new(&DUPLICATE_KEY, span, format!("the key `{key}` is given twice"))
        .label("given again here")
        .related(first, "first given here")
        .help("keep one of the two")
}

pub(super) fn wrong_type(span: Span, wanted: &str, found: &str) -> Finding {
    Finding::new(&WRONG_TYPE, span, format!("expected {wanted}, found {found}"))
        .label(format!("not {wanted}"))
}

pub(super) fn missing_key(span: Span, key: &str, place: &str, example: &str) -> Finding {
    Finding::new(&WRONG_TYPE, span, format!("{place} needs the key `{key}`"))
        .label(format!("`{key}` is missing"))
        .help(format!("add `{key}: {example}`"))
}
