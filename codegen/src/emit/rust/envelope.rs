//! The envelope of an API as a constant of generated code.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use crate::model::{Catalog, Content, Form, Member, TextPiece};

/// The constant of a catalog's module.
pub(super) fn emit(catalog: &Catalog) -> TokenStream {
    let value = if catalog.envelope.is_empty() {
        quote!(::errcat::Envelope::DEFAULT)
    } else {
        let members = catalog.envelope.iter().map(member);
        quote!(::errcat::Envelope::new(&[#(#members),*]))
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
