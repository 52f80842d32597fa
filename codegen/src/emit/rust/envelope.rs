//! The envelope of an API as a constant of generated code.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use crate::model::{Catalog, Fact, Form, Slot, TextPiece};

/// The constant of a catalog's module.
pub(super) fn emit(catalog: &Catalog) -> TokenStream {
    let value = if catalog.envelope.is_empty() {
        quote!(::errcat::Envelope::DEFAULT)
    } else {
        let slots = catalog.envelope.iter().map(slot);
        quote!(::errcat::Envelope::new(&[#(#slots),*]))
    };
    quote! {
        /// Where the API's responses keep what.
        pub const ENVELOPE: ::errcat::Envelope<'static> = #value;
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
