//! Lowers the envelope: parses paths and formats, plans the body, and reports what contradicts itself.

mod member;
mod overlap;
mod path;
mod tree;

use self::overlap::Reading;
use self::tree::{Constant, Kind, Leaf, Node, Tree};
use super::extensions::extensions;
use super::report::envelope as report;
use crate::diag::Findings;
use crate::format::vocabulary::CodeType;
use crate::model::{Catalog, Envelope, ErrorMark, Fact, Form, Member, Path, Place, TextPiece};
use crate::source::{Sources, Span};
use crate::syntax::ast;

/// What an envelope depends on.
#[derive(Clone, Copy)]
pub(super) struct Context<'s> {
    pub(super) sources: &'s Sources,
    pub(super) code_type: CodeType,
    /// Whether nothing is written by it.
    pub(super) is_client: bool,
}

/// Lowers the layout of error responses.
pub(super) fn lower(context: Context<'_>, source: &ast::Envelope, findings: &mut Findings) -> Envelope {
    let members = source.members.iter().filter_map(|source| member::lower(context, source, findings));
    let mut members: Vec<Member> = members.collect();
    member::set_beside(&mut members);
    let is_error = source.is_error.as_ref().and_then(|mark| error_mark(mark, findings));
    let before = findings.len();
    let tree = plan(&members, is_error.as_ref(), context, findings);
    let body = tree.parts();
    if !context.is_client && findings.len() == before {
        check(&tree, context, findings);
    }
    Envelope {
        body,
        members,
        is_error,
        media_type: source.media_type.as_ref().map(|text| text.value.clone()),
        extensions: extensions(&source.extensions),
    }
}

fn error_mark(source: &ast::ErrorMark, findings: &mut Findings) -> Option<ErrorMark> {
    let path = member::path(&source.path, findings)?;
    if source.value.is_some() && path == Path::Body(Vec::new()) {
        findings.push(report::whole_body(source.path.span));
        return None;
    }
    Some(ErrorMark {
        path,
        text: source.path.clone(),
        value: source.value.as_ref().map(|value| value.value.clone()),
        extensions: extensions(&source.extensions),
    })
}

/// Plans the body. What contradicts an earlier member is reported and left out.
fn plan<'m>(
    members: &'m [Member],
    is_error: Option<&ErrorMark>,
    context: Context<'_>,
    findings: &mut Findings,
) -> Tree<'m> {
    let mut tree = Tree { members, root: None };
    let mark = is_error.and_then(|mark| Some((mark, mark.path.steps()?, mark.value.clone()?)));
    if let Some((_, steps, value)) = mark {
        // The mark comes first, and nothing contradicts it yet.
        let _ = tree.add(members.len(), steps, &Leaf::Constant(value, Constant::Always));
    }
    for (index, member) in members.iter().enumerate() {
        let Some(place) = member.written() else { continue };
        let Some(steps) = place.path.steps() else { continue };
        let leaf = match place.form {
            Form::Beside => Leaf::Spread,
            Form::Errors(errcat::FieldForm::Map) if steps.is_empty() => Leaf::Spread,
            _ => Leaf::Fact,
        };
        if let Err(conflict) = tree.add(index, steps, &leaf)
            && !context.is_client
        {
            let (name, span) =
                owner(members, is_error, conflict.with).unwrap_or((&member.name, place.text.span));
            findings.push(report::conflict(place.text.span, &member.name, span, name, conflict.what));
        }
    }
    tree
}

/// Returns the name and the place of a member, or of the mark of errors after the last of them.
fn owner<'m>(
    members: &'m [Member],
    is_error: Option<&'m ErrorMark>,
    index: usize,
) -> Option<(&'m str, Span)> {
    match members.get(index) {
        Some(member) => {
            Some((&member.name, member.written().map_or(member.name.span, |place| place.text.span)))
        }
        None => is_error.map(|mark| ("is_error", mark.text.span)),
    }
}

/// Reports what a client of the same catalog would misread.
fn check(tree: &Tree<'_>, context: Context<'_>, findings: &mut Findings) {
    let members = tree.members;
    let reading = Reading { members, numeric: context.code_type == CodeType::Integer };
    if let Some(root) = &tree.root {
        lists(&reading, root, findings);
    }
    for (index, member) in members.iter().enumerate() {
        let headers = members.iter().take(index).find(|other| {
            let both = member.written().zip(other.written());
            both.is_some_and(|(one, other)| overlap::same_header(&one.path, &other.path))
        });
        if let (Some(other), Some(place)) = (headers, member.written()) {
            let span = other.written().map_or(other.name.span, |place| place.text.span);
            let what = "both have the same header";
            findings.push(report::conflict(place.text.span, &member.name, span, &other.name, what));
            continue;
        }
        // Every response has a code and a status, so their other places are read from elsewhere.
        if matches!(member.fact(), Fact::Code | Fact::Status | Fact::ShouldRetry) {
            continue;
        }
        for place in member.places.iter().skip(1) {
            if let Some(other) = reading.mistaken(index, tree.root.as_ref(), &place.path) {
                let (name, span) = members.get(other).map_or(("is_error", place.text.span), |other| {
                    let span = other.written().map_or(other.name.span, |place| place.text.span);
                    (other.name.as_str(), span)
                });
                findings.push(report::misread(place.text.span, &member.name, span, name));
            }
        }
    }
}

/// Reports lists with gaps, and items that are not found.
fn lists(reading: &Reading<'_>, node: &Node, findings: &mut Findings) {
    let span = |by: usize| {
        let member = reading.members.get(by)?;
        Some((member.name.as_str(), member.written()?.text.span))
    };
    if let Some(((name, place), (other, related))) =
        reading.looks_like_errors(node).and_then(|(one, other)| Some((span(one)?, span(other)?)))
    {
        findings.push(report::misread(related, other, place, name));
    }
    match &node.kind {
        Kind::Object(entries, _) => entries.iter().for_each(|(_, node)| lists(reading, node, findings)),
        Kind::List(items, _) => {
            let gap = items.iter().enumerate().find(|(place, (index, _))| place != *index);
            if let Some((missing, (_, node))) = gap
                && let Some((name, place)) = span(node.by)
            {
                findings.push(report::gap(place, name, missing));
            }
            for node in items.values() {
                lists(reading, node, findings);
            }
        }
        Kind::Items(items, _) => {
            if let Some((one, other)) = reading.unselected(items)
                && let Some((name, place)) = span(one)
            {
                findings.push(match other.map(|other| span(other).unwrap_or(("is_error", place))) {
                    None => report::unfound(place, name),
                    Some((other, related)) => {
                        let what = "a selector could fit the item of another path";
                        report::conflict(place, name, related, other, what)
                    }
                });
            }
            for item in items {
                lists(reading, &item.node, findings);
            }
        }
        Kind::Fact | Kind::Either(..) | Kind::Constant(..) => {}
    }
}

/// Reports codes that their place in a response would change.
pub(super) fn check_codes(catalog: &Catalog, findings: &mut Findings) {
    // A message in a header is changed together with the code in it.
    let changes = |place: &&Place| match &place.form {
        Form::Text(pieces) => place.path.steps().is_none() && pieces.contains(&TextPiece::Code),
        _ => false,
    };
    let of = |fact| catalog.envelope.members.iter().filter(move |member| member.fact() == fact);
    let codes = of(Fact::Code).flat_map(|member| &member.places);
    let messages = of(Fact::Message).flat_map(|member| &member.places).filter(changes);
    for place in codes.chain(messages) {
        for error in &catalog.errors {
            if let Some(changed) = member::changed(place, &error.code) {
                findings.push(report::changed_code(error.code.span, &error.code, &changed, place.text.span));
            }
        }
    }
}
