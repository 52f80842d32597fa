//! The envelope of an API as a constant of generated code.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal;
use crate::model::{Catalog, Content, Form, Member, TextPiece};

/// The constant of a catalog's module.
pub(super) fn emit(catalog: &Catalog) -> TokenStream {
    let value = if catalog.envelope.is_empty() {
        quote!(::errcat::Envelope::DEFAULT)
    } else {
        let members = catalog.envelope.iter().map(member);
        let template = template(&catalog.envelope);
        quote!(::errcat::Envelope::new(&[#(#members),*]).with_template(#template))
    };
    quote! {
        /// Where the API's responses keep what.
        pub const ENVELOPE: ::errcat::Envelope<'static> = #value;
    }
}

fn member(member: &Member) -> TokenStream {
    let fact = match member.fact {
        Content::Code => quote!(Code),
        Content::Message => quote!(Message),
        Content::Details => quote!(Details),
        Content::Params => quote!(Params),
        Content::Suggestions => quote!(Suggestions),
        Content::Links => quote!(Links),
        Content::RequestId => quote!(RequestId),
        Content::RetryAfter => quote!(RetryAfter),
        Content::Status => quote!(Status),
        Content::Field => {
            let name = literal::tokens(&member.name);
            quote!(Field(#name))
        }
    };
    let paths = member.paths.iter().map(|path| literal::tokens(path));
    let form = form(&member.form);
    quote!(::errcat::Slot::new(::errcat::Fact::#fact, &[#(#paths),*]) #form)
}

/// The members of a body with their names written out. What stands in a header is no member.
fn template(envelope: &[Member]) -> TokenStream {
    let places = envelope.iter().enumerate().filter_map(|(slot, member)| {
        let path = member.paths.first().filter(|path| !path.starts_with("header:"))?;
        Some((path.as_str(), slot))
    });
    parts(&places.collect::<Vec<_>>())
}

/// The members of one object, given by their paths within it. Those of a deeper object stand where the first of them does.
fn parts(places: &[(&str, usize)]) -> TokenStream {
    let mut parts = Vec::new();
    let mut opened: Vec<&str> = Vec::new();
    for &(path, slot) in places {
        let Some((name, _)) = path.split_once('.') else {
            let name = member_name(path);
            let slot = Literal::usize_unsuffixed(slot);
            parts.push(quote!(::errcat::Part::Member(#name, #slot)));
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
        parts.push(quote!(::errcat::Part::Object(#name, #members)));
    }
    quote!(&[#(#parts),*])
}

/// `,"name":`
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
                    quote!(::errcat::TextPiece::Text(#text))
                }
                TextPiece::Code => quote!(::errcat::TextPiece::Code),
                TextPiece::Message => quote!(::errcat::TextPiece::Message),
            });
            quote!(Text(&[#(#pieces),*]))
        }
    };
    quote!(.with_form(::errcat::Form::#form))
}
