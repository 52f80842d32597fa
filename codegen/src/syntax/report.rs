//! Constructors for the findings of the syntax layer.

use crate::diag::{Finding, Fix, Rule};
use crate::format::limits;
use crate::format::vocabulary::{ChangeRule, Level, Term};
use crate::source::{LARGEST_FILE, Span};
use crate::text::nearest::Near;
use crate::text::quote::double_quoted;

pub(super) fn syntax(span: Span, message: impl Into<String>) -> Finding {
    Finding::new(Rule::Syntax, span, message)
}

/// Returns the finding for the line that ends the first YAML document of a file.
pub(super) fn second_document(span: Span) -> Finding {
    syntax(span, "the file contains more than one YAML document")
        .label("what follows is not read")
        .help("remove the line, or move what follows to its own file")
}

pub(super) fn too_many_values(span: Span) -> Finding {
    let message = format!("the file contains more than {} values", thousands(limits::MOST_VALUES));
    syntax(span, message)
        .label("the rest of the file is not read")
        .help("split it into several families or catalogs")
}

/// Returns the finding for the first mistake that is not explained.
pub(super) fn too_many_mistakes(span: Span) -> Finding {
    syntax(span, format!("the YAML of the file has more than {} mistakes", limits::MOST_MISTAKES))
        .label("the rest of the file is not read")
        .help("fix the others first, and check again")
}

pub(super) fn too_long_text(span: Span) -> Finding {
    let message = format!("the text is longer than {} MiB", limits::LONGEST_TEXT >> 20);
    syntax(span, message).help("shorten it, or move it to a web page and add that to `links`")
}

pub(crate) fn too_long_code(span: Span) -> Finding {
    let message = format!("the code is longer than {} bytes", thousands(limits::LONGEST_CODE));
    syntax(span, message).help("shorten it; explanations belong in `message` and `description`")
}

pub(super) fn too_many_codes(span: Span) -> Finding {
    let most = thousands(limits::MOST_CODES);
    syntax(span, format!("the catalog has more than {most} codes and aliases"))
        .label("the rest of the catalog is not read")
        .help("split it into several catalogs")
}

pub(super) fn too_many_entries(span: Span, place: &str, most: usize) -> Finding {
    let help = match place {
        "`classes`" | "`derive`" => "use fewer, wider entries: patterns with `*`, or ranges `FIRST..LAST`",
        "a list of parameters" => "group them in objects, such as `size: { width: u32, height: u32 }`",
        _ => "use fewer entries",
    };
    syntax(span, format!("{place} has more than {} entries", thousands(most))).help(help)
}

pub(super) fn unknown_key(span: Span, key: &str, place: &str) -> Finding {
    Finding::new(Rule::UnknownKey, span, format!("{place} has no key `{key}`")).label("unknown key")
}

/// Returns the finding for a key that has another name in the format.
pub(super) fn synonym(span: Span, key: &str, place: &str, meant: &str) -> Finding {
    let help = match key {
        "required" => "write `optional: true` if the value may be missing; otherwise remove it".to_owned(),
        _ => format!("did you mean `{meant}`?"),
    };
    unknown_key(span, key, place).help(help)
}

pub(super) fn fact_without_type(span: Span, name: &str) -> Finding {
    let message = format!("the fact `{name}` has neither `values` nor a `type`");
    Finding::new(Rule::WrongType, span, message)
        .label("without a type")
        .help("list all `values`, or give it a `type`, such as `string`")
}

pub(super) fn fact_of_two_kinds(span: Span, name: &str) -> Finding {
    let message = format!("the fact `{name}` has both `values` and a `type`");
    Finding::new(Rule::WrongType, span, message)
        .label("not with `values`")
        .help("keep `values` if there are no others, or else `type`")
}

/// Returns the finding for a key that facts of another kind have.
pub(super) fn no_use_of_fact_key(span: Span, key: &str, with: &str) -> Finding {
    let message = format!("only a fact with {with} can have `{key}`");
    Finding::new(Rule::WrongType, span, message).label("no meaning here").help("remove it")
}

pub(super) fn default_of_unique_fact(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "a fact with `lookup: one` cannot have a default")
        .label("several codes would have it")
        .help("remove it, or write `lookup: many`")
}

pub(super) fn value_listed_twice(span: Span, first: Span, value: &str) -> Finding {
    Finding::new(Rule::DuplicateKey, span, format!("the value `{value}` is listed twice"))
        .label("listed again here")
        .related(first, "first listed here")
        .help("remove one of the two")
}

pub(super) fn unusual_tag(span: Span, tag: &str, usual: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("the language `{tag}` is written `{usual}`"))
        .label("another spelling")
        .help(format!("write `{usual}`"))
        .fix(Fix::replace(format!("write `{usual}`"), span, usual.to_owned()))
}

/// Returns the finding for a translation whose file is not named after a language.
pub(super) fn unusual_locale(span: Span, name: &str, usual: Option<&str>) -> Finding {
    let message = format!("`{name}` is not the usual tag of a language");
    let help = match usual {
        Some(usual) => format!("rename the file to `{usual}.yaml`"),
        None => "rename the file after a BCP 47 tag, such as `en.yaml` or `pt-BR.yaml`".to_owned(),
    };
    Finding::new(Rule::WrongType, span, message).help(help)
}

/// The help for an unknown key of an envelope.
pub(super) const FIELDS_OF_OWN: &str = "a member that only this API has belongs under `fields`";

/// Returns the help for an unknown key without a near match.
pub(super) fn valid_keys(names: &[&str], own: bool) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let rest = if own { "start the name with `x-` if it is your own extension" } else { "remove it" };
    format!("valid keys are {}; {rest}", names.join(", "))
}

/// Returns the finding for a file whose lines end with a carriage return alone.
pub(super) fn not_utf_8(span: Span) -> Finding {
    syntax(span, "the file is not valid UTF-8").help("save the file as UTF-8")
}

pub(super) fn old_line_ends(span: Span) -> Finding {
    syntax(span, "the lines of the file end with a carriage return alone, as on old Macs")
        .help("save the file with line feeds at the ends of lines")
}

pub(super) fn dangling_link(span: Span) -> Finding {
    Finding::new(Rule::DanglingReference, span, "this file is a symbolic link to a missing file")
        .help("restore the target, or remove the link")
}

pub(super) fn duplicate_key(span: Span, first: Span, key: &str) -> Finding {
    Finding::new(Rule::DuplicateKey, span, format!("the key `{key}` appears twice"))
        .label("second occurrence")
        .related(first, "first occurrence")
        .help("remove one of the two")
}

pub(super) fn wrong_type(span: Span, wanted: &str, found: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("expected {wanted}, found {found}"))
        .label(format!("not {wanted}"))
}

pub(super) fn object_without_type(span: Span, name: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("the map of `{name}` has no `type`"))
        .label("`type` is missing")
        .help(format!(
            "write `{name}: {{ type: … }}`; if these are the members of an object, write them after `type:`"
        ))
}

/// `line` is the key with an example.
pub(super) fn missing_key(span: Span, key: &str, place: &str, line: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("{place} must have the key `{key}`"))
        .label(format!("`{key}` is missing"))
        .help(format!("add `{line}`"))
}

pub(super) fn unnamed_variant(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "a variant must have a `name` or an `ident`")
        .label("neither of them")
        .help("add `name: CartEmpty` if the API publishes a name, or else `ident: CartEmpty`")
}

pub(super) fn name_beside_variants(span: Span, key: &str) -> Finding {
    wrong_type(span, &format!("a `{key}` in each variant"), "one for all variants")
        .help("move it into one of the `variants`")
}

pub(super) fn no_place(span: Span, path: &str) -> Finding {
    Finding::new(Rule::WrongType, span, format!("`{path}` is not a path in a response"))
        .label("not a path")
        .help("write a member of the body, such as `error.code`, or a header, such as `header:x-request-id`")
}

pub(super) fn no_rule(span: Span, name: &str, nearest: Option<Near<'_>>) -> Finding {
    let finding =
        Finding::new(Rule::UnknownKey, span, format!("there is no rule `{name}`")).label("unknown rule");
    match nearest {
        Some(near) => finding.meant(span, near),
        None => finding.help("remove it; `errcat explain RULE` describes a rule"),
    }
}

pub(super) fn final_rule(span: Span, name: &str, level: &str, usual: Level) -> Finding {
    let usual = usual.as_str();
    wrong_type(span, &format!("the level `{usual}` for `{name}`"), &format!("`{level}`"))
        .help("remove the setting; this rule cannot be turned off")
}

pub(super) fn cut_text(comment: Span, text: Span, whole: &str) -> Finding {
    let quoted = double_quoted(whole);
    let fix = Fix::replace("quote the whole text", text.to(comment), quoted.as_str());
    Finding::new(Rule::YamlCutText, comment, "the text ends here because ` #` starts a comment")
        .label("not part of the text")
        .related(text, "the text")
        .help(format!("write {quoted} if all of it is text, or put a space after the `#` of a comment"))
        .fix(fix)
}

/// Returns the finding for `<<: *name`.
pub(super) fn merge(span: Span) -> Finding {
    syntax(span, "catalogs cannot merge maps with `<<`")
        .label("not part of catalogs")
        .help("write what several errors share under `defaults`, and the rest in each error")
}

/// Returns the finding for a translation whose texts are not under `errors`.
pub(super) fn without_errors(first: Span, keys: &[&str]) -> Finding {
    let named: Vec<String> = keys.iter().take(3).map(|key| format!("`{key}`")).collect();
    let more = match keys.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Finding::new(Rule::UnknownKey, first, format!("a translation has no key {}{more}", named.join(", ")))
        .label("unknown key")
        .help("write `errors:` above the texts, and indent them below it")
}

/// Returns the finding for entries that lost their indentation. `above` is the key without a value.
pub(super) fn lost_indentation(above: &str, first: Span, keys: &[(Span, &str)]) -> Finding {
    let named: Vec<String> = keys.iter().take(3).map(|(_, key)| format!("`{key}`")).collect();
    let (belong, them) = match (named.as_slice(), keys.len() - named.len()) {
        ([one], _) => (format!("{one} belongs"), "it"),
        ([first, second], _) => (format!("{first} and {second} belong"), "them"),
        (_, 0) => (format!("{} and {} belong", named[..2].join(", "), named[2]), "them"),
        (_, more) => (format!("{} and {more} more belong", named.join(", ")), "them"),
    };
    syntax(first, format!("{belong} to `{above}`"))
        .label(format!("in the column of `{above}`"))
        .help(format!("indent {them} below `{above}`"))
}

pub(super) fn too_many_lines(span: Span) -> Finding {
    syntax(span, format!("the ledger has more than {} lines", thousands(limits::MOST_LINES)))
        .label("the ledger is not read")
        .help("split its catalog into several")
}

pub(super) fn too_large(span: Span) -> Finding {
    syntax(span, format!("the file is larger than {} MiB", LARGEST_FILE >> 20))
        .help("split it into several families or catalogs")
}

pub(super) fn too_large_ledger(span: Span) -> Finding {
    too_large(span).help("split its catalog into several")
}

pub(super) fn no_line(span: Span, reason: &str) -> Finding {
    as_committed(syntax(span, format!("the line is not part of a ledger: {reason}")))
}

/// Adds the help for a line that `errcat release` wrote and nobody should edit by hand.
pub(super) fn as_committed(finding: Finding) -> Finding {
    finding.help("restore the committed line; `errcat release` writes ledgers, one JSON object per line")
}

/// Returns the finding for the unresolved merge conflicts of a ledger, which starts with the first.
pub(super) fn conflicts_of_ledger(span: Span, number: usize) -> Finding {
    conflicts(span, "ledger", number).help(
        "keep the lines of both sides; if both add the same code, give the unreleased error another one",
    )
}

/// The same for the other files.
pub(super) fn conflicts_of_file(span: Span, number: usize) -> Finding {
    conflicts(span, "file", number).help(
        "keep the lines of one side or of both, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    )
}

fn conflicts(span: Span, what: &str, number: usize) -> Finding {
    let message = match number {
        1 => format!("the {what} has an unresolved merge conflict"),
        _ => format!("the {what} has {number} unresolved merge conflicts"),
    };
    syntax(span, message).label(if number == 1 {
        "the conflict starts here"
    } else {
        "the first one starts here"
    })
}

/// Returns the finding for a ledger without a catalog.
#[must_use]
pub fn lone_ledger(span: Span) -> Finding {
    Finding::new(Rule::DanglingReference, span, "this ledger has no catalog")
        .label("its releases are not compared with anything")
        .help("move it next to its catalog, or remove it: `NAME.lock` belongs to `NAME.yaml`, and `NAME/errcat.lock` to `NAME/catalog.yaml`")
}

pub(super) fn headless(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "the ledger must start with a header, which has the key `errcat`")
        .help("restore the committed header; `errcat release` writes it")
}

pub(super) fn second_head(span: Span, first: Span) -> Finding {
    Finding::new(Rule::DuplicateKey, span, "the ledger has two headers that promise different things")
        .label("second header")
        .related(first, "first header")
        .help("remove the one with the earlier version")
}

/// Returns the finding for a line that this version cannot read. Nobody must remove it.
pub(super) fn newer_ledger(span: Span) -> Finding {
    Finding::new(Rule::WrongType, span, "the ledger was written by a newer errcat: update it")
        .label("not known to this version")
        .help("update errcat; the ledger is fine")
}

pub(super) fn released_twice(span: Span, first: Span, code: &str) -> Finding {
    Finding::new(Rule::DuplicateCode, span, format!("the released code `{code}` appears twice"))
        .label("second occurrence")
        .related(first, "first occurrence")
        .help("keep the line that describes the release, and give the other error another code")
}

pub(super) fn accepted_twice(span: Span, first: Span) -> Finding {
    Finding::new(Rule::DuplicateKey, span, "a change is accepted twice")
        .label("second acceptance")
        .related(first, "first acceptance")
        .help("remove one of the two")
}

pub(super) fn never_accepted(span: Span, rule: ChangeRule) -> Finding {
    let found = format!("`{}`", rule.as_str());
    wrong_type(span, "a change that may be accepted", &found)
        .help("give the new error an unused code; clients would confuse it with the old error")
}

pub(super) fn no_subject(span: Span, key: &str) -> Finding {
    Finding::new(Rule::UnknownKey, span, format!("an acceptance for the whole catalog has no key `{key}`"))
        .label("this change is not about one code")
        .help(format!("remove `{key}`"))
}

/// Formats a number with a comma between thousands.
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
