//! Errors with parameters and details: a struct each.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::{Scope, is_deprecated};
use super::{bodies, doc, literal, pretty};
use crate::format::vocabulary::Scalar;
use crate::model::{Error, Param, Segment, Template};

/// The structs of all parameters, as finished text; nothing where no error has any.
pub(super) fn emit(scope: &Scope<'_>) -> Option<String> {
    let with = scope.entries.iter().filter(|entry| params(entry).is_some());
    let structs: Vec<String> = with.map(|entry| pretty::items(parameters(scope, entry))).collect();
    (!structs.is_empty()).then(|| within(&structs.join("\n")))
}

/// The module of the structs of all details; nothing where no error has any.
pub(super) fn details(scope: &Scope<'_>) -> Option<String> {
    let with = scope.entries.iter().filter(|entry| !entry.details.is_empty());
    let structs: Vec<String> = with.map(|entry| pretty::items(details_of(entry))).collect();
    (!structs.is_empty()).then(|| {
        let items = super::layout::indented(&structs.join("\n"), "    ");
        let about = "/// The details that travel beside the messages of some errors, a struct each.\n";
        within(&format!("{about}pub mod details {{\n{items}}}\n"))
    })
}

/// What needs an allocator, in the macro that knows whether there is one.
pub(super) fn within(items: &str) -> String {
    format!("::errcat::with_alloc! {{\n{items}}}\n")
}

fn params(entry: &Error) -> Option<&[Param]> {
    entry.params.as_deref().filter(|params| !params.is_empty())
}

fn parameters(scope: &Scope<'_>, entry: &Error) -> TokenStream {
    let params = params(entry).unwrap_or_default();
    let name = pretty::ident(&entry.ident);
    let about = format!(" The parameters of {}.", doc::code_span(&entry.code));
    let record = record(entry, params, &about);
    let pieces = pieces(entry.template.as_ref());
    let code = code(entry, &quote!(Code));
    let bodies = bodies::with_gaps(scope, entry);
    quote! {
        #record

        impl ::errcat::Params for #name {
            type Code = Code;

            const CODE: Code = #code;
            const MESSAGE: &'static [::errcat::Piece<'static>] = &[#(#pieces),*];
            #bodies
        }

        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::errcat::params::write_message(self, f)
            }
        }

        impl ::core::convert::From<#name> for ::errcat::Error<Code> {
            fn from(params: #name) -> Self {
                ::errcat::Error::with_params(params)
            }
        }
    }
}

fn details_of(entry: &Error) -> TokenStream {
    let name = pretty::ident(&entry.ident);
    let about = format!(" The details of {}.", doc::code_span(&entry.code));
    let record = record(entry, &entry.details, &about);
    let code = code(entry, &quote!(super::Code));
    quote! {
        #record

        impl ::errcat::Details for #name {
            type Code = super::Code;

            const CODE: super::Code = #code;
        }
    }
}

/// The code of a struct; naming a deprecated one warns.
fn code(entry: &Error, codes: &TokenStream) -> TokenStream {
    let variant = pretty::ident(&entry.ident);
    if is_deprecated(entry) {
        quote!({
            #[allow(deprecated)]
            const CODE: #codes = #codes::#variant;
            CODE
        })
    } else {
        quote!(#codes::#variant)
    }
}

/// The struct, and how its values are asked for by their place.
fn record(entry: &Error, params: &[Param], about: &str) -> TokenStream {
    let name = pretty::ident(&entry.ident);
    let names = params.iter().map(|param| param.name.as_str());
    let idents: Vec<_> = params.iter().map(field).collect();
    let types: Vec<_> = params.iter().map(ty).collect();
    let docs: Vec<_> = params.iter().map(documentation).collect();
    let places = 0..params.len();
    let reads = params.iter().map(|param| param.name.as_str());
    quote! {
        #[doc = #about]
        #[derive(Clone, PartialEq, Debug)]
        pub struct #name {
            #(#docs pub #idents: #types,)*
        }

        impl ::errcat::Record for #name {
            const NAMES: &'static [&'static str] = &[#(#names),*];

            fn value(&self, place: usize) -> ::core::option::Option<&dyn ::errcat::Value> {
                match place {
                    #(#places => ::core::option::Option::Some(&self.#idents),)*
                    _ => ::core::option::Option::None,
                }
            }

            fn read(
                values: &::errcat::Values<'_>,
            ) -> ::core::result::Result<Self, ::errcat::Misfit> {
                ::core::result::Result::Ok(Self { #(#idents: values.take(#reads)?,)* })
            }
        }
    }
}

fn field(param: &Param) -> proc_macro2::Ident {
    proc_macro2::Ident::new(&param.name, proc_macro2::Span::call_site())
}

fn documentation(param: &Param) -> TokenStream {
    let lines = param.description.as_deref().map(doc::paragraphs).unwrap_or_default();
    let mut lines = if lines.is_empty() { vec![doc::code_span(&param.name)] } else { lines };
    let unit = match param.scalar {
        Scalar::Url => Some("A URL."),
        Scalar::Uuid => Some("A UUID."),
        _ => None,
    };
    if let Some(unit) = unit {
        lines.extend([String::new(), unit.to_owned()]);
    }
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

fn ty(param: &Param) -> TokenStream {
    let mut ty = match param.scalar {
        Scalar::String | Scalar::Url | Scalar::Uuid => quote!(::errcat::alloc::string::String),
        Scalar::Bool => quote!(bool),
        Scalar::I8 => quote!(i8),
        Scalar::I16 => quote!(i16),
        Scalar::I32 => quote!(i32),
        Scalar::I64 => quote!(i64),
        Scalar::U8 => quote!(u8),
        Scalar::U16 => quote!(u16),
        Scalar::U32 => quote!(u32),
        Scalar::U64 => quote!(u64),
        Scalar::Float => quote!(f64),
        Scalar::Duration => quote!(::core::time::Duration),
        Scalar::Timestamp => quote!(::errcat::Timestamp),
    };
    if param.list {
        ty = quote!(::errcat::alloc::vec::Vec<#ty>);
    }
    if param.sensitive {
        ty = quote!(::errcat::Sensitive<#ty>);
    }
    if param.optional {
        ty = quote!(::core::option::Option<#ty>);
    }
    ty
}

/// The message in pieces.
fn pieces(template: Option<&Template>) -> Vec<TokenStream> {
    let segments = template.map(|template| template.segments.as_slice()).unwrap_or_default();
    let piece = |segment: &Segment| match segment {
        Segment::Text(text) => {
            let text = literal::tokens(text);
            quote!(::errcat::Piece::Text(#text))
        }
        Segment::Param(place) => quote!(::errcat::Piece::Value(#place)),
    };
    segments.iter().map(piece).collect()
}
