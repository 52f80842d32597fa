//! Emits the inherent methods of the enum of codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::columns::{Column, Presence};
use super::pretty::Formatted;
use super::scope::Scope;
use super::{numbers, parents, patterns, tables};
use crate::format::vocabulary::StatusPolicy;

/// Stands for the family in the methods of an enum for one family.
const OF_FAMILY: &str = "FamilyOfTheseCodes";

/// What the methods of an enum depend on. Enums with equal properties have the same methods, which
/// are formatted once.
#[derive(PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is independent of the others")]
pub(super) struct Properties {
    catalog: String,
    find: String,
    numbers: String,
    status: StatusPolicy,
    texts: [Presence; 3],
    is_empty: bool,
    in_family: bool,
    has_statuses: bool,
    has_retries: bool,
    has_masks: bool,
    has_facts: bool,
    has_parents: bool,
    /// Whether a code of the enum carries a value.
    has_values: bool,
    /// Whether a code of the catalog carries a value.
    has_values_in_catalog: bool,
}

impl Properties {
    fn of(scope: &Scope<'_>) -> Self {
        let has_values = scope.any(|error| error.carried.is_some());
        Self {
            catalog: scope.catalog.id.clone(),
            find: if has_values { patterns::find() } else { numbers::find(scope) }.to_string(),
            numbers: numbers::methods(scope).to_string(),
            status: scope.catalog.status,
            texts: Column::ALL.map(|column| column.presence(scope)),
            is_empty: scope.entries.is_empty(),
            in_family: scope.family.is_some(),
            has_statuses: scope.any(|error| error.status.is_some()),
            has_retries: scope.any(|error| error.retry.is_some()),
            has_masks: scope.any(|error| error.mask.is_some()),
            has_facts: tables::has_facts(scope),
            has_parents: scope.any(|error| error.parent.is_some()),
            has_values,
            has_values_in_catalog: patterns::is_used(scope.catalog),
        }
    }
}

/// Returns the other inherent items, as text.
pub(super) fn emit(scope: &Scope<'_>, formatted: &mut Formatted<Properties>) -> String {
    let text = formatted.items(Properties::of(scope), methods);
    match scope.family {
        // A path at the end of a block is never broken into lines, so its length does not matter.
        Some(family) => text.replace(OF_FAMILY, family.variant.as_str()),
        None => text.to_owned(),
    }
}

fn methods(of: &Properties) -> TokenStream {
    let catalog = &of.catalog;
    let lookup = lookup(of);
    let pattern = if of.has_values_in_catalog { patterns::method(of.has_values) } else { TokenStream::new() };
    let index = index(of);
    let texts = texts(of);
    let status = status(of);
    let retry = retry(of);
    let family = family(of);
    let public = public(of);
    let number: TokenStream = of.numbers.parse().unwrap_or_default();
    let parents = parents::methods(of.has_parents);
    let info = info(of);
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
            #parents
            #pattern
            #info
        }
    }
}

fn lookup(of: &Properties) -> TokenStream {
    let find: TokenStream = of.find.parse().unwrap_or_default();
    quote! {
        /// Returns the code with exactly this text. Aliases and retired codes are included.
        #[must_use]
        pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
            #find
        }
    }
}

/// Returns the row of a code in the tables.
fn index(of: &Properties) -> TokenStream {
    let body = if of.is_empty { quote!(match self {}) } else { quote!(self as usize) };
    // The enum over families asks for it, too.
    let visibility = of.in_family.then(|| quote!(pub(super)));
    quote! {
        #visibility const fn index(self) -> usize {
            #body
        }
    }
}

fn texts(of: &Properties) -> TokenStream {
    let [name, message, description] = Column::ALL.map(|column| column.accessor(&of.texts[column as usize]));
    quote! {
        /// Returns the code as it is sent.
        #[must_use]
        pub const fn code(self) -> &'static str {
            Self::CODES.get(self.index())
        }

        /// Returns the published name, if any.
        #[must_use]
        pub const fn name(self) -> ::core::option::Option<&'static str> {
            #name
        }

        /// Returns the name of the variant.
        #[must_use]
        pub const fn ident(self) -> &'static str {
            Self::IDENTS.get(self.index())
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

fn status(of: &Properties) -> TokenStream {
    match of.status {
        StatusPolicy::None => TokenStream::new(),
        StatusPolicy::Required => quote! {
            /// Returns the HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 {
                Self::STATUSES[self.index()]
            }
        },
        StatusPolicy::Optional => {
            let body = if of.has_statuses {
                quote!(__errcat::table::status(Self::STATUSES, self.index()))
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

fn retry(of: &Properties) -> TokenStream {
    let body =
        if of.has_retries { quote!(__errcat::table::retry(Self::RETRIES, self.index())) } else { none() };
    quote! {
        /// Returns the retry advice, if known.
        #[must_use]
        pub const fn retry(self) -> ::core::option::Option<__errcat::Retry> {
            #body
        }
    }
}

fn family(of: &Properties) -> TokenStream {
    let (ty, body) = match of.in_family {
        false if of.is_empty => (quote!(Family), quote!(match self {})),
        false => (quote!(Family), quote!(Family::ALL[Self::FAMILIES[self.index()] as usize])),
        true => {
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

fn public(of: &Properties) -> TokenStream {
    let body =
        if of.has_masks { quote!(Self::ALL[Self::MASKS[self.index()] as usize]) } else { quote!(self) };
    quote! {
        /// Returns the code to show to outsiders: the mask of the code, or the code itself if it
        /// has none.
        #[must_use]
        pub const fn public(self) -> Self {
            #body
        }
    }
}

fn info(of: &Properties) -> TokenStream {
    let body = if of.has_facts {
        quote!(&INFOS[Self::INFO_OF[self.index()] as usize])
    } else {
        quote!(let _ = self; &NO_INFO)
    };
    quote! {
        /// Returns less common facts: exit code, tags, help, links, life cycle.
        #[must_use]
        pub const fn info(self) -> &'static __errcat::Info {
            #body
        }
    }
}
