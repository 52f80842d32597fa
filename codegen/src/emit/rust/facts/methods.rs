//! Emits the methods of facts: one that returns each fact, lookups, and `is_error`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::scope::Scope;
use super::super::{doc, literal, pretty};
use super::column::Column;
use crate::format::vocabulary::{FactType, Lookup, Term};
use crate::model::{Catalog, DeclaredFact, FactKind};
use crate::value::Value;

/// The methods of an enum of a catalog without declared facts, all of whose codes are errors.
const ONLY_ERRORS: &str = "impl Code {
    /// Returns `true` if the code stands for an error, rather than a success, a note or a warning.
    #[must_use]
    #[inline]
    pub const fn is_error(self) -> bool {
        let _ = self;
        true
    }
}
";

/// Returns the methods of the enum of a scope, as text.
pub(in crate::emit::rust) fn methods(scope: &Scope<'_>) -> String {
    if scope.catalog.facts.is_empty() {
        return ONLY_ERRORS.to_owned();
    }
    let above = if scope.family.is_some() { quote!(super::) } else { TokenStream::new() };
    let columns = Column::all(scope.catalog, scope.entries);
    let accessors = columns.iter().filter(|column| column.has_accessor()).map(|column| {
        let body = if scope.entries.is_empty() { quote!(match self {}) } else { accessor(column, &above) };
        method(column.fact, &above, &body)
    });
    let lookups = columns.iter().filter_map(|column| lookup(column, &above));
    let is_error = is_error(scope.catalog, &above);
    pretty::items(quote! {
        impl Code {
            #is_error
            #(#accessors)*
            #(#lookups)*
        }
    })
}

/// Returns the lookups of the enum over families as text, or `None` if there are none.
pub(in crate::emit::rust) fn lookups_over(catalog: &Catalog) -> Option<String> {
    let columns = Column::all(catalog, &catalog.errors);
    let lookups: Vec<TokenStream> =
        columns.iter().filter_map(|column| lookup(column, &TokenStream::new())).collect();
    (!lookups.is_empty()).then(|| pretty::items(quote!(impl Code { #(#lookups)* })))
}

/// Returns the rows of the facts for the enum over families: their documentation, name and type.
pub(in crate::emit::rust) fn rows_over(catalog: &Catalog) -> String {
    let mut text = String::new();
    for fact in catalog.facts.iter().filter(|fact| fact.kind.is_own()) {
        let ty = match &fact.kind {
            FactKind::Choice { ty, .. } => ty.as_str(),
            FactKind::Typed(FactType::String) | FactKind::Name => "&'static str",
            FactKind::Typed(ty) => ty.as_str(),
        };
        let ty = if fact.is_total() { ty.to_owned() } else { format!("::core::option::Option<{ty}>") };
        text.push_str(&doc::comment("    ", &[about(fact)]));
        text.push_str(&format!("    {} -> {ty};\n", fact.name.value));
    }
    text
}

fn about(fact: &DeclaredFact) -> String {
    let rest = if fact.is_total() { "" } else { ", if the error has it" };
    format!("Returns the fact {}{rest}.", doc::code_span(&fact.name))
}

/// Returns the type of a value.
fn ty(fact: &DeclaredFact, above: &TokenStream) -> TokenStream {
    match &fact.kind {
        FactKind::Choice { ty, .. } => {
            let ty = pretty::ident(ty);
            quote!(#above #ty)
        }
        FactKind::Typed(FactType::String) | FactKind::Name => quote!(&'static str),
        FactKind::Typed(ty) => {
            let ty = format_ident!("{}", ty.as_str());
            quote!(#ty)
        }
    }
}

fn result(fact: &DeclaredFact, above: &TokenStream) -> TokenStream {
    let ty = ty(fact, above);
    if fact.is_total() { ty } else { quote!(::core::option::Option<#ty>) }
}

fn method(fact: &DeclaredFact, above: &TokenStream, body: &TokenStream) -> TokenStream {
    let (name, about) = (format_ident!("{}", fact.name.as_str()), format!(" {}", about(fact)));
    let result = result(fact, above);
    quote! {
        #[doc = #about]
        #[must_use]
        pub const fn #name(self) -> #result {
            #body
        }
    }
}

/// Returns the body of the method that returns a fact.
fn accessor(column: &Column<'_>, above: &TokenStream) -> TokenStream {
    let fact = column.fact;
    let resting = match &column.fact.default {
        Some(value) => constant(fact, value, above),
        None => quote!(::core::option::Option::None),
    };
    if !column.is_said() {
        return quote!(let _ = self; #resting);
    }
    let of = column.ident("OF");
    if let (FactKind::Typed(FactType::Bool), Some(Value::Bool(resting))) = (&fact.kind, &column.fact.default)
    {
        return if *resting { quote!(#of[self.index()] == 0) } else { quote!(#of[self.index()] != 0) };
    }
    let table = column.ident("VALUES");
    let value = match &fact.kind {
        FactKind::Choice { .. } => {
            let ty = ty(fact, above);
            quote!(#ty::ALL[value as usize - 1])
        }
        FactKind::Typed(FactType::String) | FactKind::Name => quote!(#table.get(value as usize - 1)),
        FactKind::Typed(FactType::I64) => quote!(#table[value as usize - 1]),
        FactKind::Typed(_) => {
            let ty = ty(fact, above);
            quote!(#table[value as usize - 1] as #ty)
        }
    };
    let value = if fact.is_total() { value } else { quote!(::core::option::Option::Some(#value)) };
    quote! {
        match #of[self.index()] {
            0 => #resting,
            value => #value,
        }
    }
}

/// Returns a value as an expression.
fn constant(fact: &DeclaredFact, value: &Value, above: &TokenStream) -> TokenStream {
    match (&fact.kind, value) {
        (FactKind::Choice { choices, .. }, Value::Text(text)) => {
            let ty = ty(fact, above);
            let variant = choices.iter().find(|choice| choice.text == *text);
            let variant = variant.map(|choice| pretty::ident(&choice.variant));
            quote!(#ty::#variant)
        }
        (_, Value::Text(text)) => literal::tokens(text),
        (_, Value::Bool(flag)) => quote!(#flag),
        (_, Value::Number(number)) => number.parse().unwrap_or_default(),
        _ => TokenStream::new(),
    }
}

/// Returns the method that finds codes by a fact.
fn lookup(column: &Column<'_>, above: &TokenStream) -> Option<TokenStream> {
    let fact = column.fact;
    let lookup = fact.lookup?;
    let (name, argument) =
        (format_ident!("from_{}", fact.name.as_str()), format_ident!("{}", fact.name.as_str()));
    let span = doc::code_span(&fact.name);
    let (about, result, nothing) = match lookup {
        Lookup::One => (
            format!(" Returns the code with this {span}."),
            quote!(::core::option::Option<Self>),
            quote!(::core::option::Option::None),
        ),
        Lookup::Many => (
            format!(" Returns every code with this {span}, in published order."),
            quote!(&'static [Self]),
            quote!(&[]),
        ),
    };
    let argument_type = match &fact.kind {
        FactKind::Typed(FactType::String) | FactKind::Name => quote!(&str),
        FactKind::Choice { .. } | FactKind::Typed(_) => ty(fact, above),
    };
    let body = if column.values.iter().all(|(_, errors)| errors.is_empty()) {
        quote!(let _ = #argument; #nothing)
    } else {
        let (codes, starts, values) = (column.ident("CODES"), column.ident("STARTS"), column.ident("VALUES"));
        let found = |value: TokenStream| match lookup {
            Lookup::One => quote!(__errcat::table::member(&#codes, &#starts, #value)),
            Lookup::Many => quote!(__errcat::table::members(&#codes, &#starts, #value)),
        };
        let position = match &fact.kind {
            FactKind::Choice { .. } | FactKind::Typed(FactType::Bool) => None,
            FactKind::Typed(FactType::String) | FactKind::Name => {
                Some(quote!(__errcat::table::position_of_text(&#values, #argument)))
            }
            FactKind::Typed(FactType::I64) => {
                Some(quote!(__errcat::table::position_of_number(&#values, &[], #argument)))
            }
            FactKind::Typed(_) => {
                Some(quote!(__errcat::table::position_of_number(&#values, &[], #argument as i64)))
            }
        };
        match position {
            None => found(quote!(#argument as usize)),
            Some(position) => {
                let found = found(quote!(value));
                quote! {
                    match #position {
                        ::core::option::Option::Some(value) => #found,
                        ::core::option::Option::None => #nothing,
                    }
                }
            }
        }
    };
    Some(quote! {
        #[doc = #about]
        #[must_use]
        pub const fn #name(#argument: #argument_type) -> #result {
            #body
        }
    })
}

/// Returns the method that says whether a code stands for an error.
fn is_error(catalog: &Catalog, above: &TokenStream) -> TokenStream {
    let body = match catalog.error_fact() {
        None => quote!(let _ = self; true),
        Some((index, choices)) => {
            let fact = &catalog.facts[index];
            let (ty, method) = (ty(fact, above), format_ident!("{}", fact.name.as_str()));
            let others = choices.iter().filter(|choice| !choice.is_error);
            let others = others.map(|choice| {
                let variant = pretty::ident(&choice.variant);
                if fact.is_total() {
                    quote!(#ty::#variant)
                } else {
                    quote!(::core::option::Option::Some(#ty::#variant))
                }
            });
            if fact.is_total() && choices.iter().all(|choice| !choice.is_error) {
                quote!(let _ = self; false)
            } else {
                quote!(!::core::matches!(self.#method(), #(#others)|*))
            }
        }
    };
    quote! {
        /// Returns `true` if the code stands for an error, rather than a success, a note or a
        /// warning.
        #[must_use]
        pub const fn is_error(self) -> bool {
            #body
        }
    }
}
