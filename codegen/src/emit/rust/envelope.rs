//! The envelope of an API: as a constant of generated code, and as what writes bodies beforehand.

use errcat_runtime as runtime;
use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::scope::Scope;
use crate::model::{Catalog, Entry, Fact, Form, Slot, TextPiece};
use crate::terms::{CodeType, Transport};

/// The constant of a catalog's module.
pub(super) fn emit(catalog: &Catalog) -> TokenStream {
    let value = if catalog.envelope.is_empty() {
        quote!(::errcat_runtime::Envelope::DEFAULT)
    } else {
        let slots = catalog.envelope.iter().map(slot);
        quote!(::errcat_runtime::Envelope::new(&[#(#slots),*]))
    };
    quote! {
        /// Where the API's responses keep what.
        pub const ENVELOPE: ::errcat_runtime::Envelope<'static> = #value;
    }
}

fn slot(slot: &Slot) -> TokenStream {
    let fact = match slot.fact {
        Fact::Code => quote!(Code),
        Fact::Message => quote!(Message),
        Fact::Details => quote!(Details),
        Fact::Params => quote!(Params),
        Fact::Suggestions => quote!(Suggestions),
        Fact::Links => quote!(Links),
        Fact::RequestId => quote!(RequestId),
        Fact::RetryAfter => quote!(RetryAfter),
        Fact::Status => quote!(Status),
        Fact::Field => {
            let name = literal::tokens(&slot.name);
            quote!(Field(#name))
        }
    };
    let paths = slot.paths.iter().map(|path| literal::tokens(path));
    let form = form(&slot.form);
    quote!(::errcat_runtime::Slot::new(::errcat_runtime::Fact::#fact, &[#(#paths),*]) #form)
}

fn form(form: &Form) -> TokenStream {
    let form = match form {
        Form::Plain => return TokenStream::new(),
        Form::Fields => quote!(Fields),
        Form::Text(pieces) => {
            let pieces = pieces.iter().map(|piece| match piece {
                TextPiece::Text(text) => {
                    let text = literal::tokens(text);
                    quote!(::errcat_runtime::TextPiece::Text(#text))
                }
                TextPiece::Code => quote!(::errcat_runtime::TextPiece::Code),
                TextPiece::Message => quote!(::errcat_runtime::TextPiece::Message),
            });
            quote!(Text(&[#(#pieces),*]))
        }
    };
    quote!(.with_form(::errcat_runtime::Form::#form))
}

/// Whether any error of the enum travels in the body of a response.
pub(super) fn has_bodies(scope: &Scope<'_>) -> bool {
    scope.any(|entry| scope.catalog.family_of(entry).transport == Transport::Json)
}

/// The bodies of bare codes, a row an error, written by the functions that write all other bodies.
pub(super) fn bodies(scope: &Scope<'_>) -> Vec<String> {
    let pieces: Vec<Vec<runtime::TextPiece<'_>>> = scope.catalog.envelope.iter().map(text_pieces).collect();
    let paths: Vec<Vec<&str>> =
        scope.catalog.envelope.iter().map(|slot| slot.paths.iter().map(String::as_str).collect()).collect();
    let slots: Vec<runtime::Slot<'_>> = scope
        .catalog
        .envelope
        .iter()
        .zip(paths.iter().zip(&pieces))
        .map(|(slot, (paths, pieces))| runtime_slot(slot, paths, pieces))
        .collect();
    let own = runtime::Envelope::new(&slots);
    let envelope = if slots.is_empty() { runtime::Envelope::DEFAULT } else { own };
    rows(scope, |_, content| runtime::answer::body(&envelope, content))
}

/// The problem details of bare codes, a row an error.
pub(super) fn problems(scope: &Scope<'_>) -> Vec<String> {
    rows(scope, |entry, content| {
        let page =
            scope.catalog.docs.as_ref().map(|template| runtime::answer::type_of(template, &entry.code));
        runtime::answer::problem(page.as_deref(), None, content)
    })
}

fn rows(scope: &Scope<'_>, write: impl Fn(&Entry, &runtime::answer::Content<'_>) -> String) -> Vec<String> {
    let numeric = scope.catalog.code_type == CodeType::Integer;
    let row = |entry: &Entry| {
        let description = entry.description.as_deref();
        let message = entry.message.as_ref().map(|text| text.as_str());
        let status = entry.status.map_or(500, |status| status.value);
        let help: Vec<&str> = entry.help.iter().map(String::as_str).collect();
        let links: Vec<(&str, &str)> =
            entry.links.iter().map(|link| (link.label.as_str(), link.url.as_str())).collect();
        let mut content =
            runtime::answer::Content::bare(&entry.code, numeric, status, message.or(description));
        content.title = if entry.dynamic { description } else { message.or(description) };
        content.help = &help;
        content.links = runtime::answer::Links::Pairs(&links);
        write(entry, &content)
    };
    scope.entries.iter().map(row).collect()
}

fn runtime_slot<'a>(
    slot: &'a Slot,
    paths: &'a [&'a str],
    pieces: &'a [runtime::TextPiece<'a>],
) -> runtime::Slot<'a> {
    let fact = match slot.fact {
        Fact::Code => runtime::Fact::Code,
        Fact::Message => runtime::Fact::Message,
        Fact::Details => runtime::Fact::Details,
        Fact::Params => runtime::Fact::Params,
        Fact::Suggestions => runtime::Fact::Suggestions,
        Fact::Links => runtime::Fact::Links,
        Fact::RequestId => runtime::Fact::RequestId,
        Fact::RetryAfter => runtime::Fact::RetryAfter,
        Fact::Status => runtime::Fact::Status,
        Fact::Field => runtime::Fact::Field(&slot.name.value),
    };
    runtime::Slot::new(fact, paths).with_form(match slot.form {
        Form::Plain => runtime::Form::Plain,
        Form::Fields => runtime::Form::Fields,
        Form::Text(_) => runtime::Form::Text(pieces),
    })
}

fn text_pieces(slot: &Slot) -> Vec<runtime::TextPiece<'_>> {
    let Form::Text(pieces) = &slot.form else { return Vec::new() };
    pieces.iter().map(text_piece).collect()
}

fn text_piece(piece: &TextPiece) -> runtime::TextPiece<'_> {
    match piece {
        TextPiece::Text(text) => runtime::TextPiece::Text(text),
        TextPiece::Code => runtime::TextPiece::Code,
        TextPiece::Message => runtime::TextPiece::Message,
    }
}
