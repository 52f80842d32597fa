//! Constructors for the findings of the lowering step.

pub(super) mod envelope;
pub(super) mod placeholders;

use crate::diag::{Finding, Fix, Proposal, Rule};
use crate::model::Notation;
use crate::source::Span;
use crate::syntax::ast::Text;
use crate::text::ident::Ident;
use crate::text::nearest::Near;
use crate::text::quote::scalar;

/// Returns the finding for errors that inherit too much text from `defaults` and `derive`.
pub(super) fn too_much_inherited(place: Span, most: usize) -> Finding {
    Finding::new(Rule::Syntax, place, format!("the errors inherit more than {} MiB of text", most >> 20))
        .help("shorten the texts in `derive` and `defaults`")
}

pub(super) fn duplicate_code(
    span: Span,
    first: Span,
    code: &str,
    next: Option<&str>,
    variants: bool,
) -> Finding {
    let mut help = next.map_or_else(
        || "give one of the two another code".to_owned(),
        |next| format!("the next free code in this family is `{next}`"),
    );
    if variants {
        help.push_str("; if the API sends one code for both, list them under `variants` of the code");
    }
    Finding::new(Rule::DuplicateCode, span, format!("code `{code}` is defined twice"))
        .label("defined again here")
        .related(first, "first defined here")
        .help(help)
}

pub(crate) fn no_code(span: Span, what: &str) -> Finding {
    Finding::new(Rule::CodeFormat, span, format!("{what} is empty"))
        .label("empty")
        .help("write the text as responses contain it")
}

pub(super) fn not_a_number(span: Span, text: &str, what: &str, notation: Notation) -> Finding {
    let finding = Finding::new(Rule::CodeFormat, span, format!("{what} `{text}` is not a number"));
    match notation.width() {
        Some(width) => finding
            .label(format!("not a number of {width} hexadecimal digits"))
            .help(format!("write `0x` and {width} digits, or the decimal number")),
        None => finding
            .label("not a whole decimal number")
            .help("write an integer; the catalog has `code: { type: integer }`"),
    }
}

pub(super) fn other_notation(span: Span, code: &str, written: &str) -> Finding {
    let fix = Fix::replace(format!("write `{written}`"), span, written);
    Finding::new(Rule::CodeFormat, span, format!("code `{code}` must be written `{written}`"))
        .label("another notation")
        .help("write `0x` and exactly as many digits as `width` says, in capitals")
        .fix(fix)
}

pub(super) fn lacks(span: Span, given: &str, line: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("`{given}` needs `{line}` beside it"))
        .label("only one of the two")
        .help(format!("add `{line}`"))
}

pub(super) fn no_integers(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "`format` is only for codes that are integers")
        .label("the codes are texts")
        .help("add `type: integer`, or remove `format`")
}

pub(super) fn bad_pattern(span: Span, reason: &str) -> Finding {
    let reason = reason.lines().last().unwrap_or_default().trim();
    let message = format!("the pattern is not a regular expression: {reason}");
    Finding::new(Rule::WrongType, span, message)
        .label("not a regular expression")
        .help("correct it; a character such as `[`, `(` or `.` is itself after a `\\`")
}

pub(super) fn fact_mismatch(span: Span, fact: &str, value: &str, pattern: &str) -> Finding {
    let message = format!("`{value}` does not match the pattern of `{fact}`");
    Finding::new(Rule::WrongType, span, message)
        .label("another form")
        .help(format!("write a value that matches `{pattern}`, or correct the pattern"))
}

pub(super) fn second_error_fact(span: Span, first: Span, name: &str) -> Finding {
    let message = format!("`{name}` is the second fact that says which codes are errors");
    Finding::new(Rule::WrongType, span, message)
        .label("has `error`, too")
        .related(first, "the first one")
        .help("keep `error` for one of them")
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
    let (here, there) = (format!("`{name}` again"), format!("`{name}` first here"));
    Finding::new(Rule::IdentCollision, span, message).label(here).related(first, there).help(help)
}

pub(super) fn listed_constant(span: Span, code: &str, name: &str) -> Finding {
    Finding::new(Rule::IdentCollision, span, format!("`{code}` has the constant `{name}` twice"))
        .label("second occurrence")
        .help("remove it")
}

/// Proposes a variant for the error `code` at `entry`.
pub(super) fn propose_ident(finding: Finding, entry: Span, code: &str, ident: &Ident) -> Finding {
    let value = ident.as_str().to_owned();
    finding
        .help(format!("give `{code}` its own variant with `ident: {ident}`"))
        .propose(Proposal::key(entry, "ident", value))
}

pub(super) fn reserved_ident(span: Span, name: &str, reason: &str, help: String) -> Finding {
    Finding::new(Rule::ReservedIdent, span, format!("`{name}` {reason}")).label("unusable name").help(help)
}

pub(super) fn empty_name(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "expected a published name, found an empty text")
        .label("nothing to read")
        .help("write the name, or leave the key out")
}

pub(super) fn invalid_status(span: Span, status: &str) -> Finding {
    Finding::new(Rule::InvalidStatus, span, format!("`{status}` is not an HTTP status"))
        .label("not a status")
        .help("write a plain number from 100 to 599")
}

pub(super) fn needless_status(span: Span) -> Finding {
    Finding::new(Rule::InvalidStatus, span, "the catalog does not have statuses")
        .label("not allowed here")
        .help("remove it, or set `status: optional` in catalog.yaml")
}

/// Returns the finding for a reference to an alias.
pub(super) fn alias_of(span: Span, alias: &str, code: &str) -> Finding {
    let finding =
        Finding::new(Rule::DanglingReference, span, format!("`{alias}` is an alias of `{code}`, not a code"));
    finding.label("an alias").help(format!("write `{code}`")).fix(Fix::replace(
        format!("write `{code}`"),
        span,
        scalar(code),
    ))
}

pub(super) fn dangling(span: Span, what: &str, name: &str, nearest: Option<Near<'_>>) -> Finding {
    let finding = Finding::new(Rule::DanglingReference, span, format!("there is no {what} `{name}`"))
        .label(format!("no such {what}"));
    match nearest {
        Some(near) => finding.meant(span, near),
        None => finding.help("correct the spelling, or add it"),
    }
}

/// Returns the finding for errors that are ancestors of each other, given by their parents in order
/// from child to parent.
pub(super) fn circle(parents: &[Text]) -> Option<Finding> {
    let (first, others) = parents.split_first()?;
    let (message, help) = if others.is_empty() {
        (format!("`{}` is its own parent", first.value), "name the more general error, or remove `parent`")
    } else {
        (
            format!("`{}` is an ancestor of itself", first.value),
            "remove one of the parents; the most general error has none",
        )
    };
    let finding =
        Finding::new(Rule::DanglingReference, first.span, message).label("part of a circle").help(help);
    Some(others.iter().take(SHOWN).fold(finding, |finding, parent| {
        finding.related(parent.span, format!("leads on to `{}`", parent.value))
    }))
}

/// The number of further parents that a finding about a circle shows.
const SHOWN: usize = 5;

pub(super) fn no_separator(span: Span, key: &str) -> Finding {
    let message = format!("the code of `{key}` cannot be put together without `code.separator`");
    Finding::new(Rule::WrongType, span, message)
        .label("the last part of a code")
        .help("add `separator`, such as `code: { separator: \".\" }`, to the catalog")
}

pub(super) fn second_parent(span: Span, first: Span, code: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("the error has another parent than `{code}`"))
        .label("second parent")
        .related(first, "an error in `sub` has the error above as its parent")
        .help("remove `parent`, or move the error out of `sub` and write its whole code")
}

pub(super) fn hidden_internal(span: Span, place: Span, code: &str) -> Finding {
    let message = format!("outsiders may not see `{code}`, which stands for internal errors");
    Finding::new(Rule::DanglingReference, span, message)
        .label("an internal or masked error")
        .related(place, "this error")
        .help("name an error that is public and has no mask")
}

pub(super) fn internal_with_value(span: Span, place: Span, code: &str) -> Finding {
    let message = format!("`{code}` carries a value, which an internal error does not have");
    Finding::new(Rule::DanglingReference, span, message)
        .label("a code with a value")
        .related(place, "this error")
        .help("name an error whose code has no parameter")
}

pub(super) fn ambiguous_internal(span: Span, code: &str, path: &str) -> Finding {
    Finding::new(Rule::DanglingReference, span, format!("several families have the code `{code}`"))
        .label("ambiguous")
        .help(format!("name the family, too, such as `{path}`"))
}

pub(super) fn own_ancestor(span: Span, name: &str) -> Finding {
    Finding::new(Rule::DanglingReference, span, format!("class `{name}` is its own ancestor"))
        .label("part of a cycle")
        .help("choose a parent that is not below the class")
}

/// Returns the finding for a pattern that matches no code.
pub(super) fn no_code_like(span: Span, pattern: &str, nearest: Option<Near<'_>>) -> Finding {
    let advice = || "correct the spelling, or remove the rule".to_owned();
    Finding::new(Rule::DanglingReference, span, format!("no code matches `{pattern}`"))
        .label("matches nothing")
        .help(nearest.map_or_else(advice, |near| format!("did you mean `{}`?", near.word)))
}

/// Returns the finding for a rule of `derive` whose codes match an earlier one.
pub(super) fn hidden_rule(span: Span, earlier: Span, pattern: &str) -> Finding {
    let message = format!("the rule for `{pattern}` gives no description");
    Finding::new(Rule::DanglingReference, span, message)
        .label("an earlier rule matches all of this")
        .related(earlier, "the first rule that matches wins")
        .help("move the rule up, or remove it")
}

/// Returns the finding for a version of which an earlier event has a later one.
pub(super) fn too_early(span: Span, what: &str, since: &str, (before, version): (&str, &str)) -> Finding {
    let message = format!("the error is {what} since {since}, but {before} only in {version}");
    Finding::new(Rule::WrongType, span, message)
        .label(format!("earlier than {version}"))
        .help("an error is added first, then deprecated, then retired: correct one of the versions")
}

pub(super) fn own_replacement(span: Span, code: &str) -> Finding {
    Finding::new(Rule::DanglingReference, span, format!("`{code}` is its own replacement"))
        .label("the error itself")
        .help("name the error that replaces it, or remove `use`")
}

pub(super) fn unlisted_family(span: Span, list: Option<Span>, id: &str) -> Finding {
    let finding =
        Finding::new(Rule::UnlistedFamily, span, format!("family `{id}` is not listed in catalog.yaml"))
            .label("family file");
    match list {
        Some(list) => finding
            .related(list, "the listed families")
            .help(format!("add `{id}` to `families`, or move the file out of the folder")),
        None => finding.help(format!("add `families: [{id}]` to catalog.yaml")),
    }
}

pub(super) fn family_outside(span: Span, entry: &str) -> Finding {
    Finding::new(Rule::DanglingReference, span, format!("`{entry}` leads out of the project"))
        .label("not in the project")
        .help("write a path relative to the folder of the catalog, such as `../common/auth`")
}

pub(super) fn no_family(span: Span, entry: &str, catalog: Span) -> Finding {
    Finding::new(Rule::DanglingReference, span, format!("`{entry}` is a catalog, not a family"))
        .label("a catalog")
        .related(catalog, "the catalog")
        .help("name a family file, which has no key `errcat`")
}

/// Returns the finding for `families` of a catalog that is a single file.
pub(super) fn no_families(span: Span, name: &str) -> Finding {
    let message = format!("`{name}` cannot have other families");
    Finding::new(Rule::DanglingReference, span, message)
        .label("only a `catalog.yaml` has families")
        .help("call the file `catalog.yaml`, in a folder with its families, or remove `families`")
}

pub(super) fn same_family(span: Span, first: Span, id: &str) -> Finding {
    Finding::new(Rule::DuplicateKey, span, format!("the catalog has two families `{id}`"))
        .label(format!("`{id}` again"))
        .related(first, format!("`{id}` first here"))
        .help("rename one of the two files; the id of a family is the name of its file")
}

pub(super) fn listed_twice(span: Span, first: Span, id: &str) -> Finding {
    Finding::new(Rule::DuplicateKey, span, format!("family `{id}` is listed twice"))
        .label("listed again here")
        .related(first, "first listed here")
        .help("remove one of the two")
}

pub(super) fn no_range(span: Span, codes: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("`{codes}` is not a range of codes"))
        .label("not a range")
        .help("write `FIRST..LAST`: two codes that differ only in their final number, the smaller first")
}

pub(super) fn two_stars(span: Span) -> Finding {
    let message = "the pattern has more than one `*`";
    Finding::new(Rule::WrongType, span, message)
        .label("at most one `*` is allowed")
        .help("keep one `*`, for the part that differs")
}

pub(super) fn duplicate_class(span: Span, first: Span, name: &str) -> Finding {
    let message = format!("class `{name}` is declared twice");
    Finding::new(Rule::DuplicateKey, span, message)
        .label("declared again here")
        .related(first, "first declared here")
        .help("remove one of the two")
}
