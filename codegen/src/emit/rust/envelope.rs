//! Emits the envelope of an API as a constant.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{body, literal};
use crate::model::{Catalog, Fact, Form, Member, TextPiece};

/// Returns the constant of the catalog's module.
pub(super) fn emit(catalog: &Catalog) -> TokenStream {
    let value = if catalog.envelope.is_empty() {
        quote!(__errcat::Envelope::DEFAULT)
    } else {
        let members = catalog.envelope.iter().map(member);
        let template = template(&catalog.envelope);
        let bare = body::own(catalog).map(|pieces| quote!(.with_bare(#pieces)));
        quote!(__errcat::Envelope::new(&[#(#members),*]).with_template(#template) #bare)
    };
    let problem = body::problem(catalog).map(|pieces| quote!(.with_bare_problem(#pieces)));
    quote! {
        /// Which member of a response body holds the code, the message, and so on.
        pub const ENVELOPE: __errcat::Envelope<'static> = #value #problem;
    }
}

fn member(member: &Member) -> TokenStream {
    let fact = member.fact();
    let variant = Ident::new(fact.variant(), Span::call_site());
    let value = match fact {
        Fact::Field(name) => {
            let name = literal::tokens(name);
            quote!((#name))
        }
        _ => TokenStream::new(),
    };
    let paths = member.paths.iter().map(|path| literal::tokens(path));
    let form = form(&member.form);
    quote!(__errcat::Slot::new(__errcat::Fact::#variant #value, &[#(#paths),*]) #form)
}

/// Returns the template of a body. Facts in headers are not members.
fn template(envelope: &[Member]) -> TokenStream {
    let places = envelope.iter().enumerate().filter_map(|(slot, member)| {
        let path = member.paths.first().filter(|path| !path.starts_with("header:"))?;
        Some((path.as_str(), slot))
    });
    parts(&places.collect::<Vec<_>>())
}

/// Returns the members of an object, given by their paths within it. A nested object is in the
/// position of its first member.
fn parts(places: &[(&str, usize)]) -> TokenStream {
    let mut parts = Vec::new();
    let mut opened: Vec<&str> = Vec::new();
    for &(path, slot) in places {
        let Some((name, _)) = path.split_once('.') else {
            let name = member_name(path);
            let slot = Literal::usize_unsuffixed(slot);
            parts.push(quote!(__errcat::Part::Member(#name, #slot)));
            continue;
        };
        if opened.contains(&name) {
            continue;
        }
        opened.push(name);
        let below = |&(path, slot): &(_, usize)| -> Option<(&str, usize)> {
            let (first, rest) = str::split_once(path, '.')?;
            (first == name).then_some((rest, slot))
        };
        let members = self::parts(&places.iter().filter_map(below).collect::<Vec<_>>());
        let name = member_name(name);
        parts.push(quote!(__errcat::Part::Object(#name, #members)));
    }
    quote!(&[#(#parts),*])
}

/// Returns `,"name":`.
fn member_name(name: &str) -> TokenStream {
    let mut text = String::from(",");
    errcat::json::write::string(&mut text, name);
    text.push(':');
    literal::tokens(&text)
}

fn form(form: &Form) -> TokenStream {
    let form = match form {
        Form::Plain => return TokenStream::new(),
        Form::Fields => quote!(Fields),
        Form::Text(pieces) => {
            let pieces = pieces.iter().map(|piece| match piece {
                TextPiece::Text(text) => {
                    let text = literal::tokens(text);
                    quote!(__errcat::TextPiece::Text(#text))
                }
                TextPiece::Code => quote!(__errcat::TextPiece::Code),
                TextPiece::Message => quote!(__errcat::TextPiece::Message),
            });
            quote!(Text(&[#(#pieces),*]))
        }
    };
    quote!(.with_form(__errcat::Form::#form))
}
