//! Formats items: from `quote`, indented, and inside the macro that checks for an allocator.

use proc_macro2::{Span, TokenStream};
use syn::{AttrStyle, Attribute, ImplItem, Item, Meta};

/// Formats every item of `tokens`, separated by blank lines. Every function gets `#[inline]`, so
/// that rustc compiles only those that a program calls.
pub(super) fn items(tokens: TokenStream) -> String {
    let file: syn::File = match syn::parse2(tokens) {
        Ok(file) => file,
        Err(error) => unreachable!("the emitter wrote invalid Rust: {error}"),
    };
    let texts: Vec<String> = file
        .items
        .into_iter()
        .map(|mut item| {
            inline(&mut item);
            prettyplease::unparse(&syn::File {
                shebang: None,
                frontmatter: None,
                attrs: Vec::new(),
                items: vec![item],
            })
        })
        .collect();
    texts.join("\n")
}

/// Formatted items, so that enums with the same items need no second formatting.
pub(super) struct Formatted<K>(Vec<(K, String)>);

impl<K> Default for Formatted<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> Formatted<K> {
    /// Returns the text that is known by `key`, or else formats its items.
    pub(super) fn items(&mut self, key: K, tokens: fn(&K) -> TokenStream) -> &str {
        let known = self.0.iter().position(|(known, _)| *known == key);
        let at = known.unwrap_or_else(|| {
            let text = items(tokens(&key));
            self.0.push((key, text));
            self.0.len() - 1
        });
        &self.0[at].1
    }
}

/// Adds `#[inline]` to the functions of an item.
fn inline(item: &mut Item) {
    let mark = || Attribute {
        pound_token: <syn::Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta: Meta::Path(proc_macro2::Ident::new("inline", Span::call_site()).into()),
    };
    match item {
        Item::Fn(function) => function.attrs.push(mark()),
        Item::Impl(block) => {
            for item in &mut block.items {
                if let ImplItem::Fn(function) = item {
                    function.attrs.push(mark());
                }
            }
        }
        _ => {}
    }
}

/// Returns a checked name as a token.
pub(super) fn ident(name: &crate::text::ident::Ident) -> proc_macro2::Ident {
    proc_macro2::Ident::new(name.as_str(), Span::call_site())
}

/// Wraps items that need an allocator in the macro that checks for one.
pub(super) fn with_alloc(items: &str) -> String {
    format!("__errcat::with_alloc! {{\n{items}}}\n")
}

/// Indents every line that is not empty. Lines inside long literals may be indented, too, because
/// white space at their start is ignored.
pub(super) fn indented(text: &str, indent: &str) -> String {
    let mut all = String::with_capacity(text.len());
    push_indented(text, indent, &mut all);
    all
}

/// Appends the text with every line that is not empty indented.
pub(super) fn push_indented(text: &str, indent: &str, all: &mut String) {
    for line in text.split_inclusive('\n') {
        if line != "\n" {
            all.push_str(indent);
        }
        all.push_str(line);
    }
}
