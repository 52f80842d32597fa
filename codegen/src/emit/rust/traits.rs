//! Emits the trait implementations of an enum of codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::pretty::{Formatted, with_alloc};
use super::scope::Scope;
use crate::format::vocabulary::{CodeType, StatusPolicy};
use crate::model::Catalog;

/// Returns all implementations for the enum `Code`, as text. `formatted` is of the same catalog.
pub(super) fn emit(scope: &Scope<'_>, formatted: &mut Formatted) -> String {
    let id = literal::string(&scope.id());
    // A text of the same length leads to the same line breaks.
    let same_length = "#".repeat(id.chars().count() - 2);
    let text = formatted.items(same_length.clone(), || all(scope, &same_length));
    text.replace(&format!("\"{same_length}\""), &id)
}

fn all(scope: &Scope<'_>, id: &str) -> TokenStream {
    let texts = texts();
    let debug = debug();
    let parsing = parsing(id);
    let error_code = error_code(scope.catalog, scope.family.is_some());
    quote! {
        #texts
        #debug
        #parsing
        #error_code
    }
}

/// Formats the name of the variant from a table. A derived `Debug` would take quadratic time to
/// compile.
fn debug() -> TokenStream {
    quote! {
        impl ::core::fmt::Debug for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.ident())
            }
        }
    }
}

/// Returns the implementations that format a code and compare it with text.
pub(super) fn texts() -> TokenStream {
    quote! {
        impl ::core::fmt::Display for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let text = match self.message() {
                    ::core::option::Option::Some(message) => ::core::option::Option::Some(message),
                    ::core::option::Option::None => self.description(),
                };
                ::errcat::table::display(f, self.code(), text)
            }
        }

        impl ::core::convert::AsRef<str> for Code {
            fn as_ref(&self) -> &str {
                self.code()
            }
        }

        impl ::core::cmp::PartialEq<str> for Code {
            fn eq(&self, text: &str) -> bool {
                self.code() == text
            }
        }

        impl ::core::cmp::PartialEq<&str> for Code {
            fn eq(&self, text: &&str) -> bool {
                self.code() == *text
            }
        }

        impl ::core::convert::From<Code> for &'static str {
            fn from(code: Code) -> Self {
                code.code()
            }
        }
    }
}

fn parsing(id: &str) -> TokenStream {
    parsing_with(&quote! {
        match Self::from_code(text) {
            ::core::option::Option::Some(code) => ::core::result::Result::Ok(code),
            ::core::option::Option::None => {
                ::core::result::Result::Err(::errcat::UnknownCode::new(#id, text))
            }
        }
    })
}

/// Returns the two parsing traits, which share one way to parse `text`.
pub(super) fn parsing_with(parse: &TokenStream) -> TokenStream {
    quote! {
        impl ::core::str::FromStr for Code {
            type Err = ::errcat::UnknownCode;

            fn from_str(text: &str) -> ::core::result::Result<Self, ::errcat::UnknownCode> {
                #parse
            }
        }

        impl<'a> ::core::convert::TryFrom<&'a str> for Code {
            type Error = ::errcat::UnknownCode;

            fn try_from(text: &'a str) -> ::core::result::Result<Self, ::errcat::UnknownCode> {
                <Self as ::core::str::FromStr>::from_str(text)
            }
        }
    }
}

/// Returns the implementation of `ErrorCode`.
pub(super) fn error_code(catalog: &Catalog, in_family: bool) -> TokenStream {
    let above = if in_family { quote!(super::) } else { TokenStream::new() };
    let class = if catalog.classes.is_empty() { quote!(::errcat::NoClass) } else { quote!(#above Class) };
    let numeric = catalog.code_type == CodeType::Integer;
    let docs = match &catalog.docs {
        Some(docs) => {
            let docs = literal::tokens(docs);
            quote!(::core::option::Option::Some(#docs))
        }
        None => quote!(::core::option::Option::None),
    };
    let of_family = |fact: TokenStream| {
        if catalog.families.is_empty() { quote!(match self {}) } else { quote!(self.family().#fact) }
    };
    let family_id = of_family(quote!(id()));
    let family_title = of_family(quote!(title()));
    let status = match catalog.status {
        StatusPolicy::None => quote!(::core::option::Option::None),
        StatusPolicy::Optional => quote!(self.status()),
        StatusPolicy::Required => quote!(::core::option::Option::Some(self.status())),
    };
    quote! {
        impl ::errcat::ErrorCode for Code {
            type Class = #class;

            const CATALOG: &'static str = Code::CATALOG;
            const ALL: &'static [Self] = Code::ALL;
            const NUMERIC: bool = #numeric;
            const ENVELOPE: &'static ::errcat::Envelope<'static> = &#above ENVELOPE;
            const DOCS: ::core::option::Option<&'static str> = #docs;

            fn from_code(code: &str) -> ::core::option::Option<Self> {
                Code::from_code(code)
            }

            fn code(self) -> &'static str {
                self.code()
            }

            fn name(self) -> ::core::option::Option<&'static str> {
                self.name()
            }

            fn ident(self) -> &'static str {
                self.ident()
            }

            fn message(self) -> ::core::option::Option<&'static str> {
                self.message()
            }

            fn description(self) -> ::core::option::Option<&'static str> {
                self.description()
            }

            fn status(self) -> ::core::option::Option<u16> {
                #status
            }

            fn retry(self) -> ::core::option::Option<::errcat::Retry> {
                self.retry()
            }

            fn family_id(self) -> &'static str {
                #family_id
            }

            fn family_title(self) -> &'static str {
                #family_title
            }

            fn public(self) -> Self {
                self.public()
            }

            fn info(self) -> &'static ::errcat::Info {
                self.info()
            }
        }

        ::errcat::integrate! { Code }
    }
}

/// Returns the types of the runtime for these codes, as text.
pub(super) fn types() -> String {
    with_alloc(
        "/// An error value with one of these codes, for use with `?`.\n\
         pub type Error = ::errcat::Error<Code>;\n\
         \n\
         /// An error value that responds with RFC 9457 problem details.\n\
         pub type Problem = ::errcat::Problem<Code>;\n\
         \n\
         /// An error response as a client received it.\n\
         pub type ApiError = ::errcat::ApiError<Code>;\n",
    )
}
