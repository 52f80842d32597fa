//! Lowers the envelope: parses formats and reports members that exclude each other.

use super::extensions::extensions;
use super::{report, template};
use crate::diag::Findings;
use crate::model::{Fact, Form, Member, Segment, TextPiece};
use crate::source::Sources;
use crate::syntax::ast::{self, Text};

/// Lowers the members of an envelope.
pub(super) fn lower(sources: &Sources, list: &[ast::Member], findings: &mut Findings) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for source in list {
        let Some(member) = member(sources, source, findings) else { continue };
        let path = written(&member);
        let taken =
            |member: &&Member| written(member).zip(path).is_some_and(|(other, path)| exclude(other, path));
        match members.iter().find(taken) {
            Some(earlier) => {
                let place = source.paths.first().unwrap_or(&source.fact).span;
                findings.push(report::same_place(place, earlier.name.span, &earlier.name, &member.name));
            }
            None => members.push(member),
        }
    }
    members
}

fn member(sources: &Sources, source: &ast::Member, findings: &mut Findings) -> Option<Member> {
    let fact = Fact::named(&source.fact);
    for path in &source.paths {
        let body = path.strip_prefix("header:").is_none();
        let name = path.strip_prefix("header:").unwrap_or(path);
        let sound = if body { path.split('.').all(|step| !step.is_empty()) } else { is_header_name(name) };
        if !sound {
            findings.push(report::no_path(path.span, path));
            return None;
        }
    }
    if source.paths.is_empty() {
        findings.push(report::no_path(source.fact.span, "[]"));
        return None;
    }
    let form = source.form.as_ref().and_then(|text| form(sources, fact, text, findings));
    Some(Member {
        name: source.fact.clone(),
        paths: source.paths.iter().map(|path| path.value.clone()).collect(),
        form: form.unwrap_or(Form::Plain),
        form_text: source.form.as_ref().map(|text| text.value.clone()),
        extensions: extensions(&source.extensions),
    })
}

fn is_header_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Parses `as`, whose values depend on the fact.
fn form(sources: &Sources, fact: Fact<'_>, text: &Text, findings: &mut Findings) -> Option<Form> {
    match (fact, text.as_str()) {
        (Fact::Details, "map") => Some(Form::Plain),
        (Fact::Details, "fields") => Some(Form::Fields),
        (Fact::Details, _) => {
            findings.push(report::no_form(text.span, text, "`map` or `fields`"));
            None
        }
        (Fact::Message, _) => {
            let names = ["code", "message"];
            let advice = |_: &str| "use `{code}` and `{message}`".to_owned();
            let before = findings.len();
            let template = template::parse(sources, text, &names, &advice, findings);
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
            Some(Form::Text(pieces))
        }
        _ => {
            findings.push(report::one_form(text.span));
            None
        }
    }
}

/// Returns the path in the body at which a server writes the fact, if any.
fn written(member: &Member) -> Option<&str> {
    member.paths.first().map(String::as_str).filter(|path| !path.starts_with("header:"))
}

/// Returns `true` if one response cannot contain values at both paths.
fn exclude(one: &str, other: &str) -> bool {
    let below =
        |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
    one == other || below(one, other) || below(other, one)
}
