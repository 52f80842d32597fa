//! Emits the enum of classes and their rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, literal, pretty};
use crate::emit::words::class_rule;
use crate::format::vocabulary::{Retry, Term};
use crate::model::{Catalog, Class, CodeCondition, Condition};

/// Returns the enum as text, or `None` if the catalog has no classes.
pub(super) fn emit(catalog: &Catalog) -> Option<String> {
    if catalog.classes.is_empty() {
        return None;
    }
    let title = doc::inline(&catalog.title);
    let about = [
        format!("A class of failures of {title}, as in its SDKs."),
        String::new(),
        "A response belongs to the first class whose rule matches, and to all of its ancestors.".to_owned(),
    ];
    let mut text = doc::comment("", &about);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]\n#[non_exhaustive]\n");
    text.push_str("pub enum Class {\n");
    for class in &catalog.classes {
        doc::push_comment(&mut text, "    ", &about_class(catalog, class));
        text.push_str(&format!("    {},\n", class.variant));
    }
    text.push_str("}\n");
    Some(text)
}

/// Returns the docs of a class: its place in the tree, then its rule and its retry advice.
fn about_class(catalog: &Catalog, class: &Class) -> Vec<String> {
    let name = doc::code_span(&class.name);
    let place = match class.parent.map(|parent| &catalog.classes[parent]) {
        Some(parent) => format!("{name}, a subclass of [`{0}`](Self::{0}).", parent.variant),
        None => format!("{name}."),
    };
    let rule = match class_rule(class) {
        Some(rule) => format!("Rule: {}.", doc::inline(&rule)),
        None => "No rule: a response has this class only through a subclass.".to_owned(),
    };
    let retry = class.retry.map(|advice| format!(" Retry: `{}`.", advice.as_str()));
    vec![place, String::new(), rule + &retry.unwrap_or_default()]
}

/// Returns the methods of the enum.
pub(super) fn methods(catalog: &Catalog) -> TokenStream {
    let variants: Vec<_> = catalog.classes.iter().map(|class| pretty::ident(&class.variant)).collect();
    let names = catalog.classes.iter().map(|class| literal::tokens(&class.name));
    let parents = catalog.classes.iter().map(|class| match class.parent {
        Some(parent) => {
            let parent = &variants[parent];
            quote!(::core::option::Option::Some(Self::#parent))
        }
        None => quote!(::core::option::Option::None),
    });
    let retries = catalog.classes.iter().map(|class| retry(class.retry));
    let rules = catalog.classes.iter().zip(&variants).filter_map(|(class, variant)| {
        let when = when(&class.when.as_ref()?.value);
        Some(quote!(__errcat::ClassRule::new(Self::#variant, #when)))
    });
    quote! {
        impl Class {
            /// Returns the name of the class in the SDKs.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { #(Self::#variants => #names,)* }
            }

            /// Returns the parent class, if any.
            #[must_use]
            pub const fn parent(self) -> ::core::option::Option<Self> {
                match self { #(Self::#variants => #parents,)* }
            }

            /// Iterates over this class and its ancestors, this class first.
            pub fn ancestors(self) -> impl ::core::iter::Iterator<Item = Self> {
                __errcat::Class::ancestors(self)
            }

            /// Returns `true` if this class is `other` or one of its descendants.
            #[must_use]
            pub fn is_a(self, other: Self) -> bool {
                __errcat::Class::is_a(self, other)
            }

            /// Returns the class of a response with this status and code.
            #[must_use]
            pub fn of_response(status: u16, code: ::core::option::Option<&str>) -> ::core::option::Option<Self> {
                __errcat::Class::of_response(status, code)
            }
        }

        impl __errcat::Class for Class {
            const ALL: &'static [Self] = &[#(Self::#variants),*];
            const RULES: &'static [__errcat::ClassRule<Self>] = &[#(#rules),*];

            fn name(self) -> &'static str {
                self.name()
            }

            fn parent(self) -> ::core::option::Option<Self> {
                self.parent()
            }

            fn retry(self) -> ::core::option::Option<__errcat::Retry> {
                match self { #(Self::#variants => #retries,)* }
            }
        }

        impl ::core::fmt::Display for Class {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    }
}

fn retry(retry: Option<Retry>) -> TokenStream {
    let advice = match retry {
        None => return quote!(::core::option::Option::None),
        Some(Retry::Never) => quote!(Never),
        Some(Retry::Immediately) => quote!(Immediately),
        Some(Retry::Backoff) => quote!(Backoff),
        Some(Retry::RetryAfter) => quote!(RetryAfter),
    };
    quote!(::core::option::Option::Some(__errcat::Retry::#advice))
}

fn when(condition: &Condition) -> TokenStream {
    match condition {
        Condition::Transport => quote!(__errcat::When::Transport),
        Condition::Decode => quote!(__errcat::When::Decode),
        Condition::Any => quote!(__errcat::When::Any),
        Condition::Response { status, code, .. } => {
            let ranges = status
                .iter()
                .flat_map(|statuses| &statuses.ranges)
                .map(|(_, first, last)| quote!((#first, #last)));
            let code = code_rule(code);
            quote!(__errcat::When::Response { status: &[#(#ranges),*], code: #code })
        }
    }
}

fn code_rule(condition: &CodeCondition) -> TokenStream {
    match condition {
        CodeCondition::Any => quote!(__errcat::CodeRule::Any),
        CodeCondition::Present => quote!(__errcat::CodeRule::Present),
        CodeCondition::Matches(pattern) => match pattern.split_once('*') {
            Some((head, tail)) => {
                let (head, tail) = (literal::tokens(head), literal::tokens(tail));
                quote!(__errcat::CodeRule::Like(#head, #tail))
            }
            None => {
                let code = literal::tokens(pattern);
                quote!(__errcat::CodeRule::Is(#code))
            }
        },
    }
}
