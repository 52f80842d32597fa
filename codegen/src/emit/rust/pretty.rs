//! Writes items as text: from `quote`, indented, and inside the macro that checks for an allocator.

use proc_macro2::{Span, TokenStream};

use super::inline::inline;

/// Writes every item of `tokens`, separated by blank lines. Every function gets `#[inline]`, so that
/// rustc compiles only those that a program calls.
pub(super) fn items(tokens: TokenStream) -> String {
    let texts: Vec<String> = inline(tokens).iter().map(text).collect();
    texts.join("\n")
}

/// Formats an item.
#[cfg(feature = "pretty")]
fn text(item: &TokenStream) -> String {
    match syn::parse2(item.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => unreachable!("the emitter wrote invalid Rust: {error}"),
    }
}

/// Writes an item on one line.
#[cfg(not(feature = "pretty"))]
fn text(item: &TokenStream) -> String {
    format!("{item}\n")
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
