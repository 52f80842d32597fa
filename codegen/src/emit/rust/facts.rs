//! The texts that an error may have: its name, its message, its description.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use errcat::table::SomeTexts;

use super::literal;
use super::rows::{four_bytes, texts, with_places};
use super::scope::Scope;
use crate::index::Index;
use crate::model::Error;

/// A text that an error may have.
#[derive(Clone, Copy)]
pub(super) enum Fact {
    Name,
    Message,
    Description,
}

impl Fact {
    pub(super) const ALL: [Self; 3] = [Self::Name, Self::Message, Self::Description];

    fn of(self, entry: &Error) -> Option<&str> {
        match self {
            Self::Name => entry.name.as_ref().map(|name| name.as_str()),
            Self::Message => entry.message.as_ref().map(|message| message.as_str()),
            Self::Description => entry.description.as_deref(),
        }
    }

    fn table(self) -> &'static str {
        match self {
            Self::Name => "NAMES",
            Self::Message => "MESSAGES",
            Self::Description => "DESCRIPTIONS",
        }
    }

    /// The body of the method that tells the text of a code.
    pub(super) fn accessor(self, scope: &Scope<'_>) -> TokenStream {
        let table = Ident::new(self.table(), Span::call_site());
        match self.kept(scope) {
            Kept::Nothing => quote! {
                let _ = self;
                ::core::option::Option::None
            },
            Kept::One => quote!(::core::option::Option::Some(tables::#table.get(self.index()))),
            Kept::Some => quote!(tables::#table.get(self.index())),
        }
    }

    /// The table of the texts; nothing where no error has one.
    pub(super) fn emit(self, scope: &Scope<'_>) -> Option<String> {
        let rows = scope.entries.iter().map(|entry| self.of(entry));
        match self.kept(scope) {
            Kept::Nothing => None,
            Kept::One => Some(texts(self.table(), rows.flatten())),
            Kept::Some => Some(some_texts(self.table(), rows)),
        }
    }

    fn kept(self, scope: &Scope<'_>) -> Kept {
        let texts: Vec<&str> = scope.entries.iter().filter_map(|entry| self.of(entry)).collect();
        let count = texts.len();
        let mut known = Index::with_capacity(count);
        let mut repeated = 0;
        for (position, text) in texts.into_iter().enumerate() {
            if known.add("", text, position).is_some() {
                repeated += text.len();
            }
        }
        match count {
            0 => Kept::Nothing,
            // The end of each text takes four bytes; where it begins and how long it is take eight, but then equal texts lie in one place.
            _ if count == scope.entries.len() && repeated <= 4 * count => Kept::One,
            _ => Kept::Some,
        }
    }
}

/// How the texts of an enum are kept.
enum Kept {
    Nothing,
    /// Every error has one.
    One,
    Some,
}

/// A table of texts that some rows have; equal texts are stored once.
fn some_texts<'m>(name: &str, rows: impl Iterator<Item = Option<&'m str>>) -> String {
    let mut blob = String::new();
    let mut length = 0;
    let mut known = Index::default();
    let mut spans = Vec::new();
    for row in rows {
        let Some(text) = row else {
            spans.extend(four_bytes(0));
            spans.extend(SomeTexts::ABSENT.to_le_bytes());
            continue;
        };
        let start = known.add("", text, length).unwrap_or_else(|| {
            let start = length;
            if !text.is_empty() {
                literal::push_blob_line(&mut blob, text);
            }
            length += text.len();
            start
        });
        spans.extend(four_bytes(start));
        spans.extend(four_bytes(text.len()));
    }
    with_places("SomeTexts", name, &blob, &spans)
}
