//! Emits the search for codes that carry a value, in catalogs that have such codes.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::scope::Scope;
use crate::model::{Catalog, Error};

/// Returns `true` if a code of the catalog carries a value.
pub(super) fn is_used(catalog: &Catalog) -> bool {
    catalog.errors.iter().any(|error| error.carried.is_some())
}

/// Returns the rows of codes with values, with the text before, the name of, and the text after the
/// value. `None` if there are no such codes.
pub(super) fn table(scope: &Scope<'_>) -> Option<String> {
    let mut table = String::from("static PATTERNS: &[(usize, __errcat::CodePattern)] = &[\n");
    for (error, arguments) in scope.entries.iter().filter_map(|error| Some((error, arguments(error)?))) {
        let _ =
            writeln!(table, "    (Code::{} as usize, __errcat::CodePattern::new({arguments})),", error.ident);
    }
    table.push_str("];\n");
    scope.any(|error| error.carried.is_some()).then_some(table)
}

fn arguments(error: &Error) -> Option<String> {
    let carried = error.carried.as_ref()?;
    let param = error.params.as_ref()?.get(carried.param)?;
    let [prefix, name, suffix] = [carried.prefix.as_str(), &param.name, &carried.suffix].map(literal::string);
    Some(format!("{prefix}, {name}, {suffix}, __errcat::Carried::{:?}", carried.kind))
}

/// Returns the body of `from_code` of an enum that has such codes.
pub(super) fn find() -> TokenStream {
    quote! {
        match lookup::find(code) {
            ::core::option::Option::Some(_) if __errcat::table::is_pattern(PATTERNS, code) => {
                ::core::option::Option::None
            }
            ::core::option::Option::Some(found) => ::core::option::Option::Some(found),
            ::core::option::Option::None => match __errcat::table::carrier(PATTERNS, code) {
                ::core::option::Option::Some(row) => ::core::option::Option::Some(Self::ALL[row]),
                ::core::option::Option::None => ::core::option::Option::None,
            },
        }
    }
}

/// Returns the method for the pattern of a code. `has_values` is whether a code of the enum has one.
pub(super) fn method(has_values: bool) -> TokenStream {
    let body = if has_values {
        quote!(__errcat::table::of_row(PATTERNS, self.index()))
    } else {
        quote!(let _ = self; ::core::option::Option::None)
    };
    quote! {
        /// Returns how the code carries a value, if it does.
        #[must_use]
        pub const fn pattern(self) -> ::core::option::Option<&'static __errcat::CodePattern> {
            #body
        }
    }
}
