//! Emits what codes that are numbers have in addition: their lookup by number.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::{Numbers, Scope, is_numeric};
use super::{literal, pretty};
use crate::model::{Catalog, Family};
use crate::order;

/// Returns the tables of numbers, as text.
pub(super) fn tables(scope: &Scope<'_>) -> Vec<String> {
    let mut tables = Vec::new();
    if scope.numbers() == Numbers::All && !scope.has_variants() {
        let numbers: Vec<i64> = scope.entries.iter().map(|error| error.number.unwrap_or_default()).collect();
        let order = order::positions(numbers.len(), &|a, b| numbers[a].cmp(&numbers[b]));
        tables.push(format!("static BY_NUMBER: &[u8] = {};\n", literal::positions(&order)));
    }
    let more = more(scope);
    if !more.is_empty() {
        let mut table = format!("static MORE_NUMBERS: [(i64, u32); {}] = [\n", more.len());
        for (number, row) in more {
            table.push_str(&format!("    ({number}, {row}),\n"));
        }
        table.push_str("];\n");
        tables.push(table);
    }
    tables
}

/// Returns the numbers and rows that `BY_NUMBER` does not contain, sorted by number: those of
/// aliases, and also those of codes if other codes are texts or several errors share a code.
fn more(scope: &Scope<'_>) -> Vec<(i64, usize)> {
    let with_codes = scope.numbers() == Numbers::Some || scope.has_variants();
    let mut more = Vec::new();
    for (row, error) in scope.entries.iter().enumerate() {
        let code = error.number.filter(|_| with_codes && error.variant == 0);
        more.extend(code.into_iter().chain(error.alias_numbers.iter().copied()).map(|number| (number, row)));
    }
    order::sort(&mut more, &Ord::cmp);
    more
}

/// Returns the methods for numbers, if some codes are integers.
pub(super) fn methods(scope: &Scope<'_>) -> TokenStream {
    let in_more = quote! {
        match __errcat::table::row_of_number(&MORE_NUMBERS, number) {
            ::core::option::Option::Some(index) => ::core::option::Option::Some(Self::ALL[index]),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    };
    let has_more = !more(scope).is_empty();
    match scope.numbers() {
        Numbers::None => TokenStream::new(),
        Numbers::All => {
            let rest = if has_more { in_more.clone() } else { quote!(::core::option::Option::None) };
            let found = quote! {
                match __errcat::table::position_of_number(Self::NUMBERS, BY_NUMBER, number) {
                    ::core::option::Option::Some(index) => ::core::option::Option::Some(Self::ALL[index]),
                    ::core::option::Option::None => #rest,
                }
            };
            let found = if scope.has_variants() { in_more } else { found };
            quote! {
                /// Returns the code as a number, as it is sent.
                #[must_use]
                pub const fn number(self) -> i64 {
                    Self::NUMBERS[self.index()]
                }

                /// Returns the code with this number.
                #[must_use]
                pub const fn from_number(number: i64) -> ::core::option::Option<Self> {
                    #found
                }
            }
        }
        Numbers::Some => {
            let numeric = numeric(scope.families());
            let found = if has_more { in_more } else { quote!(let _ = number; ::core::option::Option::None) };
            quote! {
                /// Returns the code as a number, if it is sent as one.
                #[must_use]
                pub const fn number(self) -> ::core::option::Option<i64> {
                    match self.family() {
                        #(Family::#numeric)|* => __errcat::table::number(self.code()),
                        _ => ::core::option::Option::None,
                    }
                }

                /// Returns the code with this number. Codes that are texts are not found.
                #[must_use]
                pub const fn from_number(number: i64) -> ::core::option::Option<Self> {
                    #found
                }
            }
        }
    }
}

fn numeric(families: &[Family]) -> Vec<proc_macro2::Ident> {
    families.iter().filter(|family| is_numeric(family)).map(|family| pretty::ident(&family.variant)).collect()
}

/// Returns the body of `from_code`. A hexadecimal number is found in other notations, too.
pub(super) fn find(scope: &Scope<'_>) -> TokenStream {
    let widths = widths(scope.families());
    if widths.is_empty() {
        return quote!(lookup::find(code));
    }
    quote! {
        match lookup::find(code) {
            ::core::option::Option::Some(code) => ::core::option::Option::Some(code),
            ::core::option::Option::None => match __errcat::table::number_of_width(code, &[#(#widths),*]) {
                ::core::option::Option::Some(number) => Self::from_number(number),
                ::core::option::Option::None => ::core::option::Option::None,
            },
        }
    }
}

/// Returns each number of hexadecimal digits.
fn widths(families: &[Family]) -> Vec<Literal> {
    let mut widths: Vec<usize> = families.iter().filter_map(|family| family.notation.width()).collect();
    order::sort(&mut widths, &Ord::cmp);
    widths.dedup();
    widths.into_iter().map(Literal::usize_unsuffixed).collect()
}

/// Returns `true` if a family has hexadecimal codes.
pub(super) fn has_widths(catalog: &Catalog) -> bool {
    !widths(&catalog.families).is_empty()
}

/// The lookup of an enum over families with hexadecimal codes, which have several notations.
pub(super) const FIND_OVER: &str = "use super::Code;\n\n\
    pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {\n    \
    Code::candidates(code).only()\n}\n";

/// Returns the methods for numbers of an enum over families, if some codes are integers.
pub(super) fn over(catalog: &Catalog) -> TokenStream {
    let numbers = Numbers::of_catalog(catalog);
    if numbers == Numbers::None {
        return TokenStream::new();
    }
    let found = catalog.families.iter().map(|family| {
        let (variant, module) = (pretty::ident(&family.variant), pretty::ident(&family.module));
        if !is_numeric(family) {
            return quote!(::core::option::Option::None);
        }
        quote! {
            match #module::Code::from_number(number) {
                ::core::option::Option::Some(code) => ::core::option::Option::Some(Self::#variant(code)),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }
    });
    let ignore = catalog.families.is_empty().then(|| quote!(let _ = number;));
    let number = (numbers == Numbers::Some).then(|| {
        let numeric = numeric(&catalog.families);
        quote! {
            /// Returns the code as a number, if it is sent as one.
            #[must_use]
            pub const fn number(self) -> ::core::option::Option<i64> {
                match self {
                    #(Self::#numeric(code) => ::core::option::Option::Some(code.number()),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    });
    quote! {
        impl Code {
            #number

            /// Returns every code with this number, in published order.
            #[must_use]
            pub const fn candidates_by_number(number: i64) -> Candidates {
                #ignore
                Candidates::new([#(#found),*])
            }

            /// Returns the code with this number if only one family has it.
            #[must_use]
            pub const fn from_number(number: i64) -> ::core::option::Option<Self> {
                Self::candidates_by_number(number).only()
            }
        }
    }
}
