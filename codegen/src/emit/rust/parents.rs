//! Emits the methods for errors that refine others.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::tables::smallest;
use crate::model::Catalog;

/// Returns `true` if an error of the catalog refines another one.
pub(super) fn are_used(catalog: &Catalog) -> bool {
    catalog.errors.iter().any(|error| error.parent.is_some())
}

/// Returns the table of the parents of rows: for a row without a parent the row itself. `None` if
/// no row has a parent.
pub(super) fn table(scope: &Scope<'_>) -> Option<String> {
    let children = scope.entries.iter().filter_map(|error| Some((error, scope.entry(error.parent?.value))));
    let mut rows = String::new();
    for (child, parent) in children {
        let _ = writeln!(rows, "    (Code::{} as usize, Code::{} as usize),", child.ident, parent.ident);
    }
    let (ty, bits) = smallest(scope.entries.len());
    let table =
        format!("static PARENTS: [{ty}; Code::ALL.len()] = __errcat::table::parents{bits}(&[\n{rows}]);\n");
    (!rows.is_empty()).then_some(table)
}

/// Returns the methods of the enum of codes.
pub(super) fn methods(has_parents: bool) -> TokenStream {
    let (parent, is_a) = if has_parents {
        let parent = quote! {
            let parent = PARENTS[self.index()] as usize;
            if parent == self.index() {
                ::core::option::Option::None
            } else {
                ::core::option::Option::Some(Self::ALL[parent])
            }
        };
        let is_a = quote! {
            let mut code = self;
            loop {
                if code.index() == other.index() {
                    return true;
                }
                match code.parent() {
                    ::core::option::Option::Some(parent) => code = parent,
                    ::core::option::Option::None => return false,
                }
            }
        };
        (parent, is_a)
    } else {
        (quote!(let _ = self; ::core::option::Option::None), quote!(self.index() == other.index()))
    };
    both(&parent, &is_a)
}

fn both(parent: &TokenStream, is_a: &TokenStream) -> TokenStream {
    quote! {
        /// Returns the more general code that this one refines, if any.
        #[must_use]
        pub const fn parent(self) -> ::core::option::Option<Self> {
            #parent
        }

        /// Returns `true` if this is `other`, or refines it directly or through other codes.
        #[must_use]
        pub const fn is_a(self, other: Self) -> bool {
            #is_a
        }
    }
}
