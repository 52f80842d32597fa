//! Emits the enum over families whose codes are unique only within a family.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{doc, lookup, pretty, traits};
use crate::format::vocabulary::{CodeType, StatusPolicy};
use crate::model::{Catalog, Error, Family};
use crate::order;

/// Returns the enum as text, with one variant per family.
pub(super) fn emit(catalog: &Catalog) -> String {
    let mut about = vec![
        format!("An error code of {}, together with its family.", doc::inline(&catalog.title)),
        String::new(),
        "Several families may have the same code with different meanings, so a text does not always"
            .to_owned(),
        "identify a code; see [`Code::candidates`].".to_owned(),
    ];
    let description = catalog.description.as_deref().map(doc::paragraphs).unwrap_or_default();
    if !description.is_empty() {
        about.push(String::new());
        about.extend(description);
    }
    let mut text = doc::comment("", &about);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[non_exhaustive]\n");
    if catalog.families.is_empty() {
        text.push_str("pub enum Code {}\n");
        return text;
    }
    text.push_str("pub enum Code {\n");
    for family in &catalog.families {
        let title = doc::inline(&family.title);
        text.push_str(&doc::comment("    ", &[format!("A code of the family {title}.")]));
        text.push_str("    ");
        text.push_str(family.variant.as_str());
        text.push('(');
        text.push_str(family.module.as_str());
        text.push_str("::Code),\n");
    }
    text.push_str("}\n");
    text
}

/// Returns the list of all codes as text, one line per error.
pub(super) fn all(catalog: &Catalog) -> String {
    let mut text = String::new();
    if catalog.errors.iter().any(Error::is_deprecated) {
        text.push_str("#[allow(deprecated, reason = \"deprecated codes still arrive\")]\n");
    }
    text.push_str("impl Code {\n    /// Every code, in published order.\n");
    text.push_str("    pub const ALL: &'static [Self] = ::errcat::list![\n");
    for family in &catalog.families {
        for entry in catalog.errors_of(family) {
            let (variant, module) = (&family.variant, &family.module);
            let row = format!("        Self::{variant}({module}::Code::{}),\n", entry.ident);
            text.push_str(&row);
        }
    }
    text.push_str("    ];\n}\n");
    text
}

/// Returns the methods and traits.
pub(super) fn items(catalog: &Catalog) -> TokenStream {
    let parts: Vec<Part> = catalog.families.iter().map(Part::new).collect();
    let methods = methods(catalog, &parts);
    let conversions = parts.iter().map(conversion);
    let texts = traits::texts();
    let debug = debug(&parts);
    let error_code = traits::error_code(catalog, false);
    let parsing = parsing(&catalog.id);
    let candidates = candidates(&parts);
    quote! {
        #methods
        #candidates
        #(#conversions)*
        #texts
        #debug
        #parsing
        #error_code
    }
}

/// A family as tokens.
struct Part {
    variant: Ident,
    module: Ident,
    /// Whether the family has no codes.
    empty: bool,
}

impl Part {
    fn new(family: &Family) -> Self {
        Self {
            variant: pretty::ident(&family.variant),
            module: pretty::ident(&family.module),
            empty: family.errors.is_empty(),
        }
    }
}

fn methods(catalog: &Catalog, parts: &[Part]) -> TokenStream {
    let id = &catalog.id;
    let family = each(parts, &|Part { variant, .. }| quote!(Self::#variant(_) => Family::#variant));
    let public = each(parts, &|Part { variant, empty, .. }| {
        if *empty {
            quote!(Self::#variant(code) => match code {})
        } else {
            quote!(Self::#variant(code) => Self::#variant(code.public()))
        }
    });
    let text = quote!(&'static str);
    let maybe_text = quote!(::core::option::Option<&'static str>);
    let mut accessors = vec![
        accessor(parts, "code", "Returns the code as it is sent.", &text),
        accessor(parts, "name", "Returns the published name, if any.", &maybe_text),
        accessor(parts, "ident", "Returns the name of the variant in the enum of its family.", &text),
        accessor(parts, "message", "Returns the message of the error.", &maybe_text),
        accessor(parts, "description", "Returns a description of the error for documentation.", &maybe_text),
    ];
    match catalog.status {
        StatusPolicy::None => {}
        StatusPolicy::Required => {
            accessors.push(accessor(parts, "status", "Returns the HTTP status.", &quote!(u16)));
        }
        StatusPolicy::Optional => accessors.push(accessor(
            parts,
            "status",
            "Returns the HTTP status, if one is published.",
            &quote!(::core::option::Option<u16>),
        )),
    }
    if catalog.code_type == CodeType::Integer {
        accessors.push(accessor(
            parts,
            "number",
            "Returns the code as a number, as it is sent.",
            &quote!(i64),
        ));
    }
    let advice = quote!(::core::option::Option<::errcat::Retry>);
    let info = quote!(&'static ::errcat::Info);
    accessors.push(accessor(parts, "retry", "Returns the retry advice, if known.", &advice));
    accessors.push(accessor(
        parts,
        "info",
        "Returns less common facts: exit code, tags, help, links, life cycle.",
        &info,
    ));
    quote! {
        impl Code {
            /// The id of the catalog.
            pub const CATALOG: &'static str = #id;

            #(#accessors)*

            /// Returns the family of the code.
            #[must_use]
            pub const fn family(self) -> Family {
                #family
            }

            /// Returns the code to show to outsiders: the mask of the code, or the code itself if
            /// it has none.
            #[must_use]
            pub const fn public(self) -> Self {
                #public
            }
        }
    }
}

/// Returns a method that delegates to the code of the family.
fn accessor(parts: &[Part], name: &str, about: &str, ty: &TokenStream) -> TokenStream {
    let name = Ident::new(name, proc_macro2::Span::call_site());
    let about = format!(" {about}");
    let body = each(parts, &|Part { variant, .. }| quote!(Self::#variant(code) => code.#name()));
    quote! {
        #[doc = #about]
        #[must_use]
        pub const fn #name(self) -> #ty {
            #body
        }
    }
}

fn each(parts: &[Part], arm: &dyn Fn(&Part) -> TokenStream) -> TokenStream {
    let arms = parts.iter().map(arm);
    quote!(match self { #(#arms,)* })
}

fn candidates(parts: &[Part]) -> TokenStream {
    let count = parts.len();
    let found = parts.iter().map(|Part { variant, module, .. }| {
        quote! {
            match #module::Code::from_code(code) {
                ::core::option::Option::Some(code) => ::core::option::Option::Some(Self::#variant(code)),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }
    });
    let ignore = parts.is_empty().then(|| quote!(let _ = code;));
    quote! {
        /// The codes that a text may stand for, at most one per family.
        pub type Candidates = ::errcat::Candidates<Code, #count>;

        impl Code {
            /// Returns every code with exactly this text, in published order.
            #[must_use]
            pub const fn candidates(code: &str) -> Candidates {
                #ignore
                Candidates::new([#(#found),*])
            }

            /// Returns the code with exactly this text if only one family has it. An ambiguous text
            /// is never guessed.
            #[must_use]
            pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
                lookup::find(code)
            }
        }
    }
}

/// Returns the tables of the lookup. One table over all families takes one step, while asking each
/// family would take one step per family.
pub(super) fn lookup(catalog: &Catalog) -> String {
    let mut owners: Vec<(&str, usize)> = Vec::new();
    let mut row = 0;
    for family in &catalog.families {
        for entry in catalog.errors_of(family) {
            let aliases = entry.aliases.iter().map(|alias| alias.value.as_str());
            for spelling in std::iter::once(entry.code.value.as_str()).chain(aliases) {
                owners.push((spelling, row));
            }
            row += 1;
        }
    }
    order::sort(&mut owners, &|(a, _), (b, _)| a.cmp(b));
    let (mut spellings, mut rows) = (Vec::new(), Vec::new());
    for same in owners.chunk_by(|(a, _), (b, _)| a == b) {
        // A text that several families have is left out.
        if let [(spelling, row)] = same {
            spellings.push(*spelling);
            rows.push(*row);
        }
    }
    lookup::emit_over(&spellings, &rows)
}

fn conversion(Part { variant, module, .. }: &Part) -> TokenStream {
    quote! {
        impl ::core::convert::From<#module::Code> for Code {
            fn from(code: #module::Code) -> Self {
                Self::#variant(code)
            }
        }
    }
}

/// Formats `Gpu(NotFound)`, because several families may have the same variant.
fn debug(parts: &[Part]) -> TokenStream {
    let arms = parts.iter().map(|Part { variant, .. }| {
        let name = variant.to_string();
        quote!(Self::#variant(code) => f.debug_tuple(#name).field(code).finish())
    });
    let body = match parts {
        [] => quote!(let _ = f; match *self {}),
        _ => quote!(match self { #(#arms,)* }),
    };
    quote! {
        impl ::core::fmt::Debug for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}

fn parsing(id: &str) -> TokenStream {
    traits::parsing_with(&quote! {
        match Self::from_code(text) {
            ::core::option::Option::Some(code) => ::core::result::Result::Ok(code),
            ::core::option::Option::None if Self::candidates(text).is_empty() => {
                ::core::result::Result::Err(::errcat::UnknownCode::new(#id, text))
            }
            ::core::option::Option::None => {
                ::core::result::Result::Err(::errcat::UnknownCode::ambiguous(#id, text))
            }
        }
    })
}
