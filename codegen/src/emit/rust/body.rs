//! Emits the body of a code to which nothing was added, as pieces that only code, message and status
//! complete.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::scope::Numbers;
use crate::model::{Catalog, Fact, Form, Member, TextPiece};

/// Returns the pieces in the order of the envelope, or none if codes are numbers.
pub(super) fn own(catalog: &Catalog) -> Option<TokenStream> {
    let mut body = Body::of(catalog)?;
    let places = catalog.envelope.iter().filter_map(|member| {
        let path = member.paths.first().filter(|path| !path.starts_with("header:"))?;
        let is_known = matches!(member.fact(), Fact::Code | Fact::Message | Fact::Status);
        is_known.then_some((path.as_str(), member))
    });
    body.object(&places.collect::<Vec<_>>());
    Some(body.finish())
}

/// Returns the pieces of problem details, or none if codes are numbers or need escapes in a URL.
/// With `docs`, the title is the message; otherwise it is the name of the status, as RFC 9457
/// requires.
pub(super) fn problem(catalog: &Catalog) -> Option<TokenStream> {
    let mut body = Body::of(catalog)?;
    body.text.push_str("{\"type\":\"");
    match catalog.docs.as_deref() {
        Some(docs) => {
            let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            let mut errors = catalog.errors.iter().filter(|error| error.carried.is_none());
            if !errors.all(|error| error.code.bytes().all(is_unreserved)) {
                return None;
            }
            let (head, tail) =
                docs.split_once("{code}").map_or((docs, None), |(head, tail)| (head, Some(tail)));
            errcat::json::write::escaped(&mut body.text, head);
            if let Some(tail) = tail {
                body.push(&quote!(PlainCode));
                errcat::json::write::escaped(&mut body.text, tail);
            }
            body.text.push_str("\",\"title\":");
            body.quoted(&[TextPiece::Message]);
        }
        None => {
            body.text.push_str("about:blank\",\"title\":\"");
            body.push(&quote!(Phrase));
            body.text.push('"');
        }
    }
    body.text.push_str(",\"status\":");
    body.push(&quote!(Status));
    if catalog.docs.is_none() {
        body.text.push_str(",\"detail\":");
        body.quoted(&[TextPiece::Message]);
    }
    body.text.push_str(",\"code\":");
    body.quoted(&[TextPiece::Code]);
    body.text.push('}');
    Some(body.finish())
}

/// Returns `true` if no character of a text needs an escape in JSON.
fn is_plain(text: &str) -> bool {
    let mut escaped = String::new();
    errcat::json::write::escaped(&mut escaped, text);
    escaped == text
}

/// The pieces so far, and the text after the last of them.
#[derive(Default)]
struct Body {
    pieces: Vec<TokenStream>,
    text: String,
    plain_codes: bool,
    plain_messages: bool,
}

impl Body {
    /// Starts a body of a catalog, unless its codes are numbers.
    fn of(catalog: &Catalog) -> Option<Self> {
        // A code with a value is never written without it.
        let mut errors = catalog.errors.iter().filter(|error| error.carried.is_none());
        let plain_codes = errors.clone().all(|error| is_plain(&error.code));
        let plain_messages = errors.all(|error| {
            error.message.as_ref().is_none_or(|text| is_plain(text))
                && error.description.as_deref().is_none_or(is_plain)
        });
        let body = Self { plain_codes, plain_messages, ..Self::default() };
        (Numbers::of_catalog(catalog) == Numbers::None).then_some(body)
    }

    /// Returns the list of all pieces.
    fn finish(mut self) -> TokenStream {
        self.flush();
        let pieces = self.pieces;
        quote!(&[#(#pieces),*])
    }

    /// Appends the members of an object, given by their paths within it. A nested object is in the
    /// position of its first member.
    fn object(&mut self, members: &[(&str, &Member)]) {
        let mut opened: Vec<&str> = Vec::new();
        for &(path, member) in members {
            let (name, nested) = path.split_once('.').map_or((path, false), |(name, _)| (name, true));
            if nested && opened.contains(&name) {
                continue;
            }
            self.text.push(if opened.is_empty() { '{' } else { ',' });
            opened.push(name);
            errcat::json::write::string(&mut self.text, name);
            self.text.push(':');
            if nested {
                let below = members.iter().filter_map(|&(path, member)| {
                    let (first, rest) = path.split_once('.')?;
                    (first == name).then_some((rest, member))
                });
                self.object(&below.collect::<Vec<_>>());
            } else {
                self.value(member);
            }
        }
        self.text.push_str(if opened.is_empty() { "{}" } else { "}" });
    }

    fn value(&mut self, member: &Member) {
        match (member.fact(), &member.form) {
            (Fact::Status, _) => self.push(&quote!(Status)),
            (Fact::Code, _) => self.quoted(&[TextPiece::Code]),
            (_, Form::Text(pieces)) => self.quoted(pieces),
            _ => self.quoted(&[TextPiece::Message]),
        }
    }

    /// Appends a JSON string.
    fn quoted(&mut self, pieces: &[TextPiece]) {
        self.text.push('"');
        for piece in pieces {
            match piece {
                TextPiece::Text(text) => errcat::json::write::escaped(&mut self.text, text),
                TextPiece::Code if self.plain_codes => self.push(&quote!(PlainCode)),
                TextPiece::Code => self.push(&quote!(Code)),
                TextPiece::Message if self.plain_messages => self.push(&quote!(PlainMessage)),
                TextPiece::Message => self.push(&quote!(Message)),
            }
        }
        self.text.push('"');
    }

    fn push(&mut self, piece: &TokenStream) {
        self.flush();
        self.pieces.push(quote!(__errcat::BodyPiece::#piece));
    }

    /// Makes a piece of the text.
    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = literal::tokens(&std::mem::take(&mut self.text));
            self.pieces.push(quote!(__errcat::BodyPiece::Text(#text)));
        }
    }
}
