//! Lowers one fact of an envelope: its places and their formats.

use super::super::extensions::extensions;
use super::super::report::envelope as report;
use super::super::template;
use super::path::Mistake;
use super::{Context, path};
use crate::diag::Findings;
use crate::format::vocabulary::Unit;
use crate::model::{Fact, FieldForm, Form, Member, Path, Place, Segment, Step, TextPiece};
use crate::syntax::ast::{self, Text};

/// The headers that servers send for other reasons.
const TAKEN: [&str; 9] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "keep-alive",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

pub(super) fn lower(context: Context<'_>, source: &ast::Member, findings: &mut Findings) -> Option<Member> {
    let fact = if source.is_field { Fact::Field(&source.fact) } else { Fact::named(&source.fact) };
    let mut places: Vec<Place> = Vec::new();
    let mut sound = true;
    for (index, place) in source.places.iter().enumerate() {
        let earlier = index.checked_sub(1).and_then(|index| source.places.get(index));
        let same_form = earlier.is_some_and(|earlier| earlier.form == place.form);
        let form = match (&place.form, places.last()) {
            (Some(_), Some(earlier)) if same_form => Some(earlier.form.clone()),
            (Some(text), _) => form(context, fact, text, findings),
            (None, _) => Some(default_form(fact)),
        };
        let path = path(&place.path, findings);
        let (Some(form), Some(path)) = (form, path) else {
            sound = false;
            continue;
        };
        let place = Place {
            path,
            text: place.path.clone(),
            form,
            form_text: place.form.as_ref().map(|text| text.value.clone()),
            unit: place.unit.map_or(Unit::Seconds, |unit| unit.value),
            after: place.after.as_ref().map(|text| text.value.clone()),
            before: place.before.as_ref().map(|text| text.value.clone()),
        };
        let is_written = index == 0 && !context.is_client;
        sound &= is_sound(source, fact, index, &place, is_written, context, findings);
        places.push(place);
    }
    let member = Member {
        name: source.fact.clone(),
        is_field: source.is_field,
        places,
        extensions: extensions(&source.extensions),
    };
    sound.then_some(member)
}

/// Parses a path, or reports why it is none.
pub(super) fn path(text: &Text, findings: &mut Findings) -> Option<Path> {
    match path::parse(text) {
        Ok(path) => Some(path),
        Err(mistake) => {
            findings.push(match mistake {
                Mistake::Path(what) => report::no_path(text.span, text, what),
                Mistake::Prefix(instead) => {
                    let what = "a header is written `header:NAME`";
                    report::no_prefix(text.span, text, what, instead.as_deref())
                }
            });
            None
        }
    }
}

/// Reports what does not fit a place.
fn is_sound(
    source: &ast::Member,
    fact: Fact<'_>,
    index: usize,
    place: &Place,
    is_written: bool,
    context: Context<'_>,
    findings: &mut Findings,
) -> bool {
    let before = findings.len();
    let span = place.text.span;
    let Some(written) = source.places.get(index) else { return false };
    let is_text = !matches!(
        fact,
        Fact::Details | Fact::Params | Fact::Suggestions | Fact::Links | Fact::FieldErrors | Fact::Field(_)
    );
    if let Some(unit) = written.unit.filter(|_| fact != Fact::RetryAfter) {
        findings.push(report::no_unit(unit.span));
    }
    for mark in [&written.after, &written.before].into_iter().flatten() {
        let is_mixed = match fact {
            Fact::RetryAfter => mark.chars().all(|c| occurs_in_waits(place.unit, c)),
            _ => matches!(place.form, Form::Text(_)),
        };
        if !is_text
            || matches!(fact, Fact::Status | Fact::ShouldRetry)
            || mark.is_empty()
            || (is_written && is_mixed)
        {
            findings.push(report::no_mark(mark.span, &source.fact));
        }
    }
    if let Path::Header(name) | Path::Parameter(name, _) = &place.path {
        let never = matches!(fact, Fact::Details | Fact::Params | Fact::FieldErrors | Fact::Field(_));
        if never || (is_written && !is_text) {
            findings.push(report::no_header(span, &source.fact));
        } else if !context.is_client && is_taken(fact, place, name) {
            findings.push(report::taken_header(span, name));
        }
        if let Some(form) = written.form.as_ref().filter(|form| in_header(form) != form.value) {
            findings.push(report::no_form(form.span, form, "a text without blanks at its ends"));
        }
    }
    if let (Fact::RetryAfter, Path::Body(steps)) = (fact, &place.path)
        && let [Step::Member(name)] = steps.as_slice()
        && is_header_like(name)
    {
        findings.push(report::like_a_header(span, name));
    }
    findings.len() == before
}

/// Returns `true` if a header already means something else.
fn is_taken(fact: Fact<'_>, place: &Place, name: &str) -> bool {
    match name {
        "retry-after" => {
            fact != Fact::RetryAfter
                || !matches!(place.path, Path::Header(_))
                || !matches!(place.unit, Unit::Seconds | Unit::Date)
        }
        "www-authenticate" => matches!(place.path, Path::Header(_)),
        _ => TAKEN.contains(&name),
    }
}

/// Returns `true` if servers write a character in times to wait of this unit.
fn occurs_in_waits(unit: Unit, c: char) -> bool {
    match unit {
        Unit::Seconds | Unit::Milliseconds => c.is_ascii_digit(),
        Unit::Duration => c.is_ascii_digit() || c == '.' || c == 's',
        Unit::Date => c.is_ascii_alphanumeric() || "-:, +.".contains(c),
    }
}

/// Returns `true` if a name is that of a header with a time to wait.
fn is_header_like(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "retry-after" || ["retry-after-", "x-", "ratelimit-"].iter().any(|start| name.starts_with(start))
}

/// Makes details members of an object, if other facts stand in it.
pub(super) fn set_beside(members: &mut [Member]) {
    let paths: Vec<Path> =
        members.iter().flat_map(|member| &member.places).map(|place| place.path.clone()).collect();
    for place in members.iter_mut().flat_map(|member| &mut member.places) {
        let Path::Body(steps) = &place.path else { continue };
        let mut others = paths.iter().filter_map(Path::steps);
        let is_shared = steps.is_empty()
            || others
                .any(|other| matches!(other.strip_prefix(steps.as_slice()), Some([Step::Member(_), ..])));
        if place.form == Form::Fields && is_shared {
            place.form = Form::Beside;
        }
    }
}

fn default_form(fact: Fact<'_>) -> Form {
    if fact == Fact::FieldErrors { Form::Errors(FieldForm::Map) } else { Form::Plain }
}

/// Parses `as`, whose values depend on the fact.
fn form(context: Context<'_>, fact: Fact<'_>, text: &Text, findings: &mut Findings) -> Option<Form> {
    let wanted = match (fact, text.as_str()) {
        (Fact::Details, "map") => return Some(Form::Plain),
        (Fact::Details, "fields") => return Some(Form::Fields),
        (Fact::FieldErrors, "map") => return Some(Form::Errors(FieldForm::Map)),
        (Fact::FieldErrors, "list") => return Some(Form::Errors(FieldForm::List)),
        (Fact::FieldErrors, "loc") => return Some(Form::Errors(FieldForm::Loc)),
        (Fact::FieldErrors, "pointer") => return Some(Form::Errors(FieldForm::Pointer)),
        (Fact::Message, _) => return text_form(context, text, findings),
        (Fact::Details, _) => "`map` or `fields`",
        (Fact::FieldErrors, _) => "`map`, `list`, `loc` or `pointer`",
        _ => {
            findings.push(report::one_form(text.span));
            return None;
        }
    };
    findings.push(report::no_form(text.span, text, wanted));
    None
}

/// Parses the text around a message.
fn text_form(context: Context<'_>, text: &Text, findings: &mut Findings) -> Option<Form> {
    let names = ["code", "message"];
    let advice = |_: &str| "use `{code}` and `{message}`".to_owned();
    let before = findings.len();
    let template = template::parse_words(context.sources, text, &names, &advice, findings);
    if findings.len() > before {
        return None;
    }
    let pieces: Vec<TextPiece> = template
        .segments
        .into_iter()
        .map(|segment| match segment {
            Segment::Text(text) => TextPiece::Text(text),
            Segment::Param(0) => TextPiece::Code,
            Segment::Param(_) => TextPiece::Message,
        })
        .collect();
    if pieces.iter().filter(|piece| **piece == TextPiece::Message).count() != 1 {
        findings.push(report::no_form(text.span, text, "a text that contains `{message}` once"));
        return None;
    }
    // Nothing around the message is no format.
    Some(if pieces.len() == 1 { Form::Plain } else { Form::Text(pieces) })
}

/// Returns a text as the value of a header: control characters become one blank, and the ends are
/// trimmed.
fn in_header(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}

/// Returns the code as a client reads it, if its place changes it.
pub(super) fn changed(place: &Place, code: &str) -> Option<String> {
    let in_header = place.path.steps().is_none().then(|| in_header(code));
    let mut read = in_header.as_deref().unwrap_or(code);
    if let Some(mark) = &place.after {
        read = read.split_once(mark.as_str()).map_or(read, |(_, rest)| rest);
    }
    if let Some(mark) = &place.before {
        read = read.split_once(mark.as_str()).map_or(read, |(rest, _)| rest);
    }
    (read != code).then(|| read.to_owned())
}
