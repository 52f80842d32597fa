//! Emits the methods for texts that an error may have: name, message, description.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::scope::Scope;
use crate::model::Error;

/// A text that an error may have.
#[derive(Clone, Copy)]
pub(super) enum Column {
    Name,
    Message,
    Description,
}

impl Column {
    pub(super) const ALL: [Self; 3] = [Self::Name, Self::Message, Self::Description];

    pub(super) fn of(self, error: &Error) -> Option<&str> {
        match self {
            Self::Name => error.name.as_ref().map(|name| name.as_str()),
            Self::Message => error.message.as_ref().map(|message| message.as_str()),
            Self::Description => error.description.as_deref(),
        }
    }

    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Name => "NAMES",
            Self::Message => "MESSAGES",
            Self::Description => "DESCRIPTIONS",
        }
    }

    /// Returns `true` if an error has the text.
    pub(super) fn is_used(self, scope: &Scope<'_>) -> bool {
        scope.any(|error| self.of(error).is_some())
    }

    /// Returns which errors have the text.
    pub(super) fn presence(self, scope: &Scope<'_>) -> Presence {
        if !self.is_used(scope) {
            return Presence::None;
        }
        if !scope.any(|error| self.of(error).is_none()) {
            return Presence::All;
        }
        let empty = scope.entries.iter().filter(|error| self.of(error) == Some(""));
        Presence::Some { empty: empty.map(|error| error.ident.to_string()).collect() }
    }

    /// Returns the body of the method that returns the text.
    pub(super) fn accessor(self, presence: &Presence) -> TokenStream {
        let table = Ident::new(self.table(), Span::call_site());
        match presence {
            Presence::None => quote! {
                let _ = self;
                ::core::option::Option::None
            },
            Presence::All => quote!(::core::option::Option::Some(Self::#table.get(self.index()))),
            Presence::Some { empty } if empty.is_empty() => quote!(Self::#table.some(self.index())),
            Presence::Some { empty } => {
                let empty = empty.iter().map(|variant| Ident::new(variant, Span::call_site()));
                quote! {
                    match self {
                        #(Self::#empty)|* => ::core::option::Option::Some(""),
                        _ => Self::#table.some(self.index()),
                    }
                }
            }
        }
    }
}

/// Which errors have a text.
#[derive(PartialEq)]
pub(super) enum Presence {
    None,
    All,
    Some {
        /// The variants whose text is empty. In the table, an absent text is empty, too.
        empty: Vec<String>,
    },
}
