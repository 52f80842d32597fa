//! Emits the methods for texts that an error may have: name, message, description.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::pretty;
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

    /// Returns the body of the method that returns the text.
    pub(super) fn accessor(self, scope: &Scope<'_>) -> TokenStream {
        if !self.is_used(scope) {
            return quote! {
                let _ = self;
                ::core::option::Option::None
            };
        }
        let table = Ident::new(self.table(), Span::call_site());
        if !scope.any(|error| self.of(error).is_none()) {
            return quote!(::core::option::Option::Some(#table.get(self.index())));
        }
        // In the table, an absent text is empty.
        let empty = scope.entries.iter().filter(|error| self.of(error) == Some(""));
        let empty: Vec<Ident> = empty.map(|error| pretty::ident(&error.ident)).collect();
        let some = quote!(#table.some(self.index()));
        if empty.is_empty() {
            return some;
        }
        quote! {
            match self {
                #(Self::#empty)|* => ::core::option::Option::Some(""),
                _ => #some,
            }
        }
    }
}
