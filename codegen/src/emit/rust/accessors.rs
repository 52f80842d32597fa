//! Emits the inherent methods of the enum of codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::columns::Column;
use super::pretty::Formatted;
use super::scope::Scope;
use super::tables;
use crate::format::vocabulary::{CodeType, StatusPolicy};

/// Stands for the family in the methods of an enum for one family.
const OF_FAMILY: &str = "FamilyOfTheseCodes";

/// Returns the other inherent items, as text.
pub(super) fn emit(scope: &Scope<'_>, formatted: &mut Formatted) -> String {
    let tokens = methods(scope);
    let text = formatted.items(tokens.to_string(), || tokens);
    match scope.family {
        // A path at the end of a block is never broken into lines, so its length does not matter.
        Some(family) => text.replace(OF_FAMILY, family.variant.as_str()),
        None => text.to_owned(),
    }
}

fn methods(scope: &Scope<'_>) -> TokenStream {
    let catalog = &scope.catalog.id;
    let lookup = lookup();
    let index = index(scope);
    let texts = texts(scope);
    let status = status(scope);
    let retry = retry(scope);
    let family = family(scope);
    let public = public(scope);
    let number = number(scope);
    let info = info(scope);
    quote! {
        impl Code {
            /// The id of the catalog.
            pub const CATALOG: &'static str = #catalog;

            #lookup
            #index
            #texts
            #number
            #status
            #retry
            #family
            #public
            #info
        }
    }
}

fn lookup() -> TokenStream {
    quote! {
        /// Returns the code with exactly this text. Aliases and retired codes are included.
        #[must_use]
        pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
            lookup::find(code)
        }
    }
}

/// Returns the row of a code in the tables.
fn index(scope: &Scope<'_>) -> TokenStream {
    let body = if scope.entries.is_empty() { quote!(match self {}) } else { quote!(self as usize) };
    quote! {
        const fn index(self) -> usize {
            #body
        }
    }
}

fn texts(scope: &Scope<'_>) -> TokenStream {
    let [name, message, description] = Column::ALL.map(|column| column.accessor(scope));
    quote! {
        /// Returns the code as it is sent.
        #[must_use]
        pub const fn code(self) -> &'static str {
            CODES.get(self.index())
        }

        /// Returns the published name, if any.
        #[must_use]
        pub const fn name(self) -> ::core::option::Option<&'static str> {
            #name
        }

        /// Returns the name of the variant.
        #[must_use]
        pub const fn ident(self) -> &'static str {
            IDENTS.get(self.index())
        }

        /// Returns the message of the error.
        #[must_use]
        pub const fn message(self) -> ::core::option::Option<&'static str> {
            #message
        }

        /// Returns a description of the error for documentation.
        #[must_use]
        pub const fn description(self) -> ::core::option::Option<&'static str> {
            #description
        }
    }
}

/// Returns the body of a method for a fact that no code of the enum has.
fn none() -> TokenStream {
    quote! {
        let _ = self;
        ::core::option::Option::None
    }
}

/// Returns the methods for numbers, if codes are integers.
fn number(scope: &Scope<'_>) -> TokenStream {
    if scope.catalog.code_type != CodeType::Integer {
        return TokenStream::new();
    }
    quote! {
        /// Returns the code as a number, as it is sent.
        #[must_use]
        pub const fn number(self) -> i64 {
            NUMBERS[self.index()]
        }

        /// Returns the code with this number.
        #[must_use]
        pub const fn from_number(number: i64) -> ::core::option::Option<Self> {
            match ::errcat::table::position_of_number(&NUMBERS, BY_NUMBER, number) {
                ::core::option::Option::Some(index) => ::core::option::Option::Some(Self::ALL[index]),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }
    }
}

fn status(scope: &Scope<'_>) -> TokenStream {
    match scope.catalog.status {
        StatusPolicy::None => TokenStream::new(),
        StatusPolicy::Required => quote! {
            /// Returns the HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 {
                STATUSES[self.index()]
            }
        },
        StatusPolicy::Optional => {
            let body = if scope.any(|entry| entry.status.is_some()) {
                quote!(::errcat::table::status(&STATUSES, self.index()))
            } else {
                none()
            };
            quote! {
                /// Returns the HTTP status, if one is published.
                #[must_use]
                pub const fn status(self) -> ::core::option::Option<u16> {
                    #body
                }
            }
        }
    }
}

fn retry(scope: &Scope<'_>) -> TokenStream {
    let body = if scope.any(|entry| entry.retry.is_some()) {
        quote!(::errcat::table::retry(&RETRIES, self.index()))
    } else {
        none()
    };
    quote! {
        /// Returns the retry advice, if known.
        #[must_use]
        pub const fn retry(self) -> ::core::option::Option<::errcat::Retry> {
            #body
        }
    }
}

fn family(scope: &Scope<'_>) -> TokenStream {
    let (ty, body) = match scope.family {
        None if scope.entries.is_empty() => (quote!(Family), quote!(match self {})),
        None => (quote!(Family), quote!(Family::ALL[FAMILIES[self.index()] as usize])),
        Some(_) => {
            let variant = proc_macro2::Ident::new(OF_FAMILY, proc_macro2::Span::call_site());
            (quote!(super::Family), quote!(let _ = self; super::Family::#variant))
        }
    };
    quote! {
        /// Returns the family of the code.
        #[must_use]
        pub const fn family(self) -> #ty {
            #body
        }
    }
}

fn public(scope: &Scope<'_>) -> TokenStream {
    let body = if scope.any(|entry| entry.mask.is_some()) {
        quote!(Self::ALL[MASKS[self.index()] as usize])
    } else {
        quote!(self)
    };
    quote! {
        /// Returns the code to show to outsiders: the mask of the code, or the code itself if it
        /// has none.
        #[must_use]
        pub const fn public(self) -> Self {
            #body
        }
    }
}

fn info(scope: &Scope<'_>) -> TokenStream {
    let body = if tables::has_facts(scope) {
        quote!(&INFOS[INFO_OF[self.index()] as usize])
    } else {
        quote!(let _ = self; &NO_INFO)
    };
    quote! {
        /// Returns less common facts: exit code, tags, help, links, life cycle.
        #[must_use]
        pub const fn info(self) -> &'static ::errcat::Info {
            #body
        }
    }
}
