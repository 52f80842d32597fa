//! Bodies of errors with parameters, written beforehand by the functions that write all others.

use errcat as runtime;
use proc_macro2::TokenStream;
use quote::quote;

use super::gaps::{self, Gaps};
use super::scope::Scope;
use crate::format::vocabulary::{CodeType, Transport};
use crate::model::{Content, Error, Form, Member, TextPiece};

/// Whether any error of the enum travels in the body of a response.
fn has_bodies(scope: &Scope<'_>) -> bool {
    scope.any(|entry| scope.catalog.family_of(entry).transport == Transport::Json)
}

/// The bodies of an error with parameters, with gaps for their values; nothing where more than the values decides what they
/// look like.
pub(super) fn with_gaps(scope: &Scope<'_>, entry: &Error) -> TokenStream {
    let params = entry.params.as_deref().unwrap_or_default();
    if !has_bodies(scope) || params.iter().any(|param| param.optional || param.sensitive) {
        return TokenStream::new();
    }
    let gaps = Gaps::new(entry);
    let facts = Facts::new(entry);
    let mut content = facts.content(scope, entry);
    let docs = scope.catalog.docs.as_deref();
    let bare = with_envelope(scope, |envelope| runtime::answer::body(envelope, &content))
        + &runtime::answer::problem(docs, None, &content);
    if bare.contains(gaps::OPEN_ESCAPED) {
        // A text of the catalog looks like a gap.
        return TokenStream::new();
    }
    content.params = Some(runtime::answer::Parameters(&gaps));
    if !gaps.is_silent() {
        content.text = runtime::answer::Text::Filled(runtime::answer::Parameters(&gaps));
    }
    content.title = entry.description.as_deref();
    let own = with_envelope(scope, |envelope| runtime::answer::body(envelope, &content));
    let body = gaps::writer("body", &own, entry);
    let problem = gaps::writer("problem", &runtime::answer::problem(docs, None, &content), entry);
    quote! {
        #body
        #problem
    }
}

/// What the content of an error borrows.
struct Facts<'m> {
    help: Vec<&'m str>,
    links: Vec<(&'m str, &'m str)>,
}

impl<'m> Facts<'m> {
    fn new(entry: &'m Error) -> Self {
        Self {
            help: entry.help.iter().map(String::as_str).collect(),
            links: entry.links.iter().map(|link| (link.label.as_str(), link.url.as_str())).collect(),
        }
    }

    /// What a response says of a bare code.
    fn content<'c>(&'c self, scope: &Scope<'_>, entry: &'c Error) -> runtime::answer::Content<'c> {
        let numeric = scope.catalog.code_type == CodeType::Integer;
        let description = entry.description.as_deref();
        let text = entry.message.as_ref().map(|text| text.as_str()).or(description);
        let status = entry.status.map_or(500, |status| status.value);
        let mut content = runtime::answer::Content::bare(&entry.code, numeric, status, text);
        content.title = if entry.dynamic { description } else { text };
        content.help = &self.help;
        content.links = runtime::answer::Links::Pairs(&self.links);
        content
    }
}

/// The catalog's envelope as the runtime knows it.
fn with_envelope<T>(scope: &Scope<'_>, make: impl FnOnce(&runtime::Envelope<'_>) -> T) -> T {
    let list = &scope.catalog.envelope;
    if list.is_empty() {
        return make(&runtime::Envelope::DEFAULT);
    }
    let pieces: Vec<Vec<runtime::TextPiece<'_>>> = list.iter().map(text_pieces).collect();
    let paths: Vec<Vec<&str>> =
        list.iter().map(|member| member.paths.iter().map(String::as_str).collect()).collect();
    let member = |(member, (paths, pieces))| runtime_slot(member, paths, pieces);
    let members: Vec<runtime::Slot<'_>> = list.iter().zip(paths.iter().zip(&pieces)).map(member).collect();
    make(&runtime::Envelope::new(&members))
}

fn runtime_slot<'a>(
    member: &'a Member,
    paths: &'a Vec<&'a str>,
    pieces: &'a Vec<runtime::TextPiece<'a>>,
) -> runtime::Slot<'a> {
    let fact = match member.fact {
        Content::Code => runtime::Fact::Code,
        Content::Message => runtime::Fact::Message,
        Content::Details => runtime::Fact::Details,
        Content::Params => runtime::Fact::Params,
        Content::Suggestions => runtime::Fact::Suggestions,
        Content::Links => runtime::Fact::Links,
        Content::RequestId => runtime::Fact::RequestId,
        Content::RetryAfter => runtime::Fact::RetryAfter,
        Content::Status => runtime::Fact::Status,
        Content::Field => runtime::Fact::Field(&member.name.value),
    };
    runtime::Slot::new(fact, paths).with_form(match member.form {
        Form::Plain => runtime::Form::Plain,
        Form::Fields => runtime::Form::Fields,
        Form::Text(_) => runtime::Form::Text(pieces),
    })
}

fn text_pieces(member: &Member) -> Vec<runtime::TextPiece<'_>> {
    let Form::Text(pieces) = &member.form else { return Vec::new() };
    pieces.iter().map(text_piece).collect()
}

fn text_piece(piece: &TextPiece) -> runtime::TextPiece<'_> {
    match piece {
        TextPiece::Text(text) => runtime::TextPiece::Text(text),
        TextPiece::Code => runtime::TextPiece::Code,
        TextPiece::Message => runtime::TextPiece::Message,
    }
}
