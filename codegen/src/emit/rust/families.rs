//! Emits the enum of families.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, literal, pretty};
use crate::format::vocabulary::Unique;
use crate::model::{Catalog, Family};

/// Returns the enum as text.
pub(super) fn emit(catalog: &Catalog) -> String {
    let title = doc::inline(&catalog.title);
    let mut text = doc::comment("", &[format!("A family of the errors of {title}.")]);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]\n#[non_exhaustive]\n");
    if catalog.families.is_empty() {
        text.push_str("pub enum Family {}\n");
        return text;
    }
    text.push_str("pub enum Family {\n");
    for family in &catalog.families {
        text.push_str(&doc::comment("    ", &documentation(family)));
        text.push_str("    ");
        text.push_str(family.variant.as_str());
        text.push_str(",\n");
    }
    text.push_str("}\n");
    text
}

fn documentation(family: &Family) -> Vec<String> {
    let mut lines = vec![match doc::inline(&family.title) {
        title if title.is_empty() => doc::code_span(&family.id),
        title => title,
    }];
    let description = family.description.as_deref().map(doc::paragraphs).unwrap_or_default();
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    lines
}

/// Returns the methods of the enum.
pub(super) fn methods(catalog: &Catalog) -> TokenStream {
    let variants: Vec<_> = catalog.families.iter().map(|family| pretty::ident(&family.variant)).collect();
    let ids = catalog.families.iter().map(|family| family.id.as_str());
    let titles = catalog.families.iter().map(|family| family.title.as_str());
    let by_variant = |values: Vec<TokenStream>| {
        if values.is_empty() {
            quote!(match self {})
        } else {
            quote!(match self { #(Self::#variants => #values,)* })
        }
    };
    let id = by_variant(ids.map(literal::tokens).collect());
    let title = by_variant(titles.map(literal::tokens).collect());
    let codes = if catalog.families.is_empty() {
        quote!(match self {})
    } else {
        quote! {
            let family = self as usize;
            Code::ALL.split_at(Self::STARTS[family + 1]).0.split_at(Self::STARTS[family]).1
        }
    };
    let starts = starts(catalog);
    quote! {
        impl Family {
            /// Every family, in published order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            #starts

            /// Returns the id of the family.
            #[must_use]
            pub const fn id(self) -> &'static str {
                #id
            }

            /// Returns the title of the family.
            #[must_use]
            pub const fn title(self) -> &'static str {
                #title
            }

            /// Returns the codes of the family, in published order.
            #[must_use]
            pub const fn codes(self) -> &'static [Code] {
                #codes
            }
        }

        impl ::core::fmt::Display for Family {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.title())
            }
        }
    }
}

/// Returns the start of each family in the list of all codes, and the end of the last one.
fn starts(catalog: &Catalog) -> TokenStream {
    if catalog.families.is_empty() {
        return TokenStream::new();
    }
    let values = match catalog.unique {
        Unique::Catalog => {
            let starts =
                catalog.families.iter().map(|family| match catalog.errors.get(family.errors.start) {
                    Some(first) => {
                        let first = pretty::ident(&first.ident);
                        quote!(Code::#first as usize)
                    }
                    None => quote!(Code::ALL.len()),
                });
            quote!([#(#starts,)* Code::ALL.len()])
        }
        Unique::Family => {
            let modules = catalog.families.iter().map(|family| pretty::ident(&family.module));
            quote!(__errcat::table::starts([0 #(, #modules::Code::ALL.len())*]))
        }
    };
    let count = proc_macro2::Literal::usize_unsuffixed(catalog.families.len() + 1);
    quote!(const STARTS: [usize; #count] = #values;)
}
