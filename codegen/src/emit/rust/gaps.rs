//! Texts with gaps: what is written of an error whose parameters have no values yet.

use std::fmt;

use errcat::Value;
use errcat::params::{Filled, Piece};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::literal;
use crate::model::{Error, Segment};

/// What begins and ends a gap: control characters, which JSON never holds as they are.
const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';

/// What becomes of them inside a JSON string.
pub(super) const OPEN_ESCAPED: &str = "\\u0001";
const CLOSE_ESCAPED: &str = "\\u0002";

/// The parameters of an error, each value a gap.
#[derive(Debug)]
pub(super) struct Gaps<'m> {
    names: Vec<&'m str>,
    pieces: Vec<Piece<'m>>,
    values: Vec<Gap>,
}

#[derive(Debug)]
struct Gap(usize);

impl<'m> Gaps<'m> {
    pub(super) fn new(entry: &'m Error) -> Self {
        let params = entry.params.as_deref().unwrap_or_default();
        let names: Vec<&str> = params.iter().map(|param| param.name.as_str()).collect();
        let template = entry.template.as_ref();
        let segments = template.map(|template| template.segments.as_slice()).unwrap_or_default();
        let piece = |segment: &'m Segment| match segment {
            Segment::Text(text) => Piece::Text(text),
            Segment::Param(place) => Piece::Value(*place),
        };
        Self {
            values: (0..names.len()).map(Gap).collect(),
            pieces: segments.iter().map(piece).collect(),
            names,
        }
    }

    /// Whether there is no message.
    pub(super) fn is_silent(&self) -> bool {
        self.pieces.is_empty()
    }
}

impl Filled for Gaps<'_> {
    fn names(&self) -> &[&str] {
        &self.names
    }

    fn value_at(&self, place: usize) -> Option<&dyn Value> {
        self.values.get(place).map(|gap| gap as &dyn Value)
    }

    fn pieces(&self) -> &[Piece<'_>] {
        &self.pieces
    }
}

impl Value for Gap {
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{OPEN}{}{CLOSE}", self.0)
    }

    fn json(&self, out: &mut String) -> bool {
        out.push_str(&format!("{OPEN}{}{CLOSE}", self.0));
        true
    }
}

/// The method that writes a document around the values of its struct.
pub(super) fn writer(name: &str, document: &str, entry: &Error) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    let params = entry.params.as_deref().unwrap_or_default();
    let fields: Vec<Ident> = params.iter().map(|param| Ident::new(&param.name, Span::call_site())).collect();
    let mut steps = Vec::new();
    let mut sizes = Vec::new();
    let mut fixed = 0;
    let mut text = |text: &str, steps: &mut Vec<TokenStream>| {
        if !text.is_empty() {
            fixed += text.len();
            let text = literal::tokens(text);
            steps.push(quote!(out.push_str(#text);));
        }
    };
    let mut rest = document;
    while let Some((at, method, open, close)) = next(rest) {
        let Some((place, after)) = rest[at + open..].split_once(close) else { break };
        let Some(field) = place.parse().ok().and_then(|place: usize| fields.get(place)) else { break };
        text(&rest[..at], &mut steps);
        let method = Ident::new(method, Span::call_site());
        steps.push(quote!(::errcat::Value::#method(&self.#field, &mut out);));
        sizes.push(quote!(::errcat::Value::size(&self.#field)));
        rest = after;
    }
    text(rest, &mut steps);
    let fixed = Literal::usize_unsuffixed(fixed);
    quote! {
        fn #name(&self) -> ::core::option::Option<::errcat::alloc::string::String> {
            let mut out = ::errcat::alloc::string::String::with_capacity(#fixed #(+ #sizes)*);
            #(#steps)*
            ::core::option::Option::Some(out)
        }
    }
}

/// The next gap: where it begins, what fills it, and how it is fenced.
fn next(document: &str) -> Option<(usize, &'static str, usize, &'static str)> {
    let json = document.find(OPEN).map(|at| (at, "json", OPEN.len_utf8(), "\u{2}"));
    let shown = document.find(OPEN_ESCAPED).map(|at| (at, "show_escaped", OPEN_ESCAPED.len(), CLOSE_ESCAPED));
    [json, shown].into_iter().flatten().min_by_key(|(at, ..)| *at)
}
