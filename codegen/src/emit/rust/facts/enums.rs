//! Emits an enum for every closed list.

use std::fmt::Write;

use quote::quote;

use super::super::{doc, literal, pretty};
use crate::model::{Catalog, Choice, DeclaredFact, FactKind};
use crate::text::ident::Ident;

/// Returns the enum of every closed list, as text.
pub(in crate::emit::rust) fn enums(catalog: &Catalog) -> Vec<String> {
    let closed = catalog.facts.iter().filter_map(|fact| match &fact.kind {
        FactKind::Choice { ty, choices } => Some((fact, ty, choices)),
        FactKind::Typed(_) | FactKind::Name => None,
    });
    closed
        .flat_map(|(fact, ty, choices)| [declaration(fact, ty.as_str(), choices), methods_of(ty, choices)])
        .collect()
}

fn declaration(fact: &DeclaredFact, ty: &str, choices: &[Choice]) -> String {
    let about = format!("A value of the fact {}.", doc::code_span(&fact.name));
    let mut text = doc::comment("", &[about]);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]\n#[non_exhaustive]\n");
    let _ = writeln!(text, "pub enum {ty} {{");
    for choice in choices {
        text.push_str(&doc::comment("    ", &[doc::code_span(&choice.text)]));
        let _ = writeln!(text, "    {},", choice.variant);
    }
    text.push_str("}\n");
    text
}

fn methods_of(ty: &Ident, choices: &[Choice]) -> String {
    let ty = pretty::ident(ty);
    let variants: Vec<_> = choices.iter().map(|choice| pretty::ident(&choice.variant)).collect();
    let texts = choices.iter().map(|choice| literal::tokens(&choice.text));
    pretty::items(quote! {
        impl #ty {
            /// Every value, in the order of the catalog.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// Returns the value as the catalog writes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #texts,)* }
            }
        }

        impl ::core::fmt::Display for #ty {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    })
}
