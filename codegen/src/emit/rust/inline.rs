//! Splits tokens into items, and adds `#[inline]` to functions.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

/// What an item is. Only what may hold functions matters.
#[derive(PartialEq)]
enum Item {
    Function,
    Impl,
    Other,
}

/// Returns the items, with `#[inline]` before every function and method.
pub(super) fn inline(tokens: TokenStream) -> Vec<TokenStream> {
    split(tokens).into_iter().map(marked).collect()
}

/// Splits tokens after each semicolon and each pair of braces, which is where items end. The value of a
/// constant must not contain braces.
fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut items = vec![Vec::new()];
    for token in tokens {
        let is_end = match &token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        if let Some(item) = items.last_mut() {
            item.push(token);
        }
        if is_end {
            items.push(Vec::new());
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

/// Adds `#[inline]` after the attributes of a function, or to the functions of an implementation.
fn marked(mut item: Vec<TokenTree>) -> TokenStream {
    let is_attribute = |pair: &[TokenTree]| matches!(pair, [TokenTree::Punct(hash), TokenTree::Group(_)] if hash.as_char() == '#');
    let attributes = 2 * item.chunks(2).take_while(|pair| is_attribute(pair)).count();
    match kind(&item[attributes..]) {
        Item::Function => {
            item.splice(attributes..attributes, quote!(#[inline]));
        }
        Item::Impl => {
            if let Some(TokenTree::Group(body)) = item.last_mut() {
                let functions = inline(body.stream()).into_iter().collect();
                *body = Group::new(Delimiter::Brace, functions);
            }
        }
        Item::Other => {}
    }
    item.into_iter().collect()
}

/// Returns what an item without its attributes is. Its first word that is no modifier says so.
fn kind(item: &[TokenTree]) -> Item {
    let words = item.iter().filter_map(|token| match token {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let mut words = words.filter(|word| *word != "pub" && *word != "const");
    match words.next() {
        Some(word) if word == "fn" => Item::Function,
        Some(word) if word == "impl" => Item::Impl,
        _ => Item::Other,
    }
}
