//! Emits the body of a code to which nothing was added, as pieces that only code, message and status
//! complete.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::scope::Numbers;
use crate::model::{Catalog, Fact, Form, Member, Part, Step, TextPiece};

/// Returns the pieces in the order of the envelope, or none if codes are numbers.
pub(super) fn own(catalog: &Catalog) -> Option<TokenStream> {
    let mut body = Body::of(catalog)?;
    let members = &catalog.envelope.members;
    match catalog.envelope.body.as_slice() {
        [
            root @ (Part::Member(name, _)
            | Part::Either(name, ..)
            | Part::List(name, _)
            | Part::Items(name, _)),
        ] if name.is_empty() => {
            if !is_present(root, members) {
                return None;
            }
            body.part(root, members);
        }
        parts => body.object(parts, members),
    }
    Some(body.finish())
}

/// Returns `true` if a body of a code to which nothing was added has this part.
fn is_present(part: &Part, members: &[Member]) -> bool {
    match part {
        Part::Member(_, slot) => {
            let fact = members.get(*slot).map(Member::fact);
            matches!(fact, Some(Fact::Code | Fact::Message | Fact::Status))
        }
        Part::Either(..) | Part::Always(_) => true,
        Part::Object(_, parts) | Part::List(_, parts) | Part::Items(_, parts) => {
            parts.iter().any(|part| is_present(part, members))
        }
        Part::Members(_) | Part::Rest(_) | Part::Tag(_) => false,
    }
}

/// Returns the names of the members in which problem details contain the code, unless other facts
/// of the catalog change the rest of them.
fn code_in_problem(catalog: &Catalog) -> Option<Vec<&str>> {
    const STANDARD: [&str; 5] = ["type", "title", "status", "detail", "instance"];
    let envelope = &catalog.envelope;
    if envelope.members.is_empty() {
        return Some(vec!["code"]);
    }
    let mut written =
        envelope.members.iter().filter_map(Member::written).filter_map(|place| place.path.steps());
    let is_usual = written.all(|steps| match steps.first() {
        Some(Step::Member(name)) => !STANDARD.contains(&name.as_str()),
        _ => false,
    });
    let code = envelope.members.iter().find(|member| member.fact() == Fact::Code)?.written()?;
    let names = code.path.steps()?.iter().map(|step| match step {
        Step::Member(name) => Some(name.as_str()),
        Step::Index(_) | Step::First(..) => None,
    });
    names.collect::<Option<Vec<_>>>().filter(|_| is_usual && envelope.is_error.is_none())
}

/// Returns the pieces of problem details, or none if codes are numbers or need escapes in a URL, or the
/// URL has a family.
/// With `docs`, the title is the message; otherwise it is the name of the status, as RFC 9457
/// requires.
pub(super) fn problem(catalog: &Catalog) -> Option<TokenStream> {
    let mut body = Body::of(catalog)?;
    let code = code_in_problem(catalog)?;
    body.text.push_str("{\"type\":\"");
    match catalog.docs.as_deref() {
        Some(docs) => {
            let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            let mut errors = catalog.errors.iter().filter(|error| error.carried.is_none());
            if docs.contains("{family}") || !errors.all(|error| error.code.bytes().all(is_unreserved)) {
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
    for (index, name) in code.iter().enumerate() {
        body.text.push(if index == 0 { ',' } else { '{' });
        errcat::json::write::string(&mut body.text, name);
        body.text.push(':');
    }
    body.quoted(&[TextPiece::Code]);
    body.text.push_str(&"}".repeat(code.len()));
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

    /// Appends an object.
    fn object(&mut self, parts: &[Part], members: &[Member]) {
        self.text.push('{');
        self.parts(parts, members, None);
        self.text.push('}');
    }

    /// Appends the members of an object or the items of a list that was just opened. Absent items
    /// of a list are written as `absent` says.
    fn parts(&mut self, parts: &[Part], members: &[Member], absent: Option<fn(&Part) -> &'static str>) {
        let last = parts.iter().rposition(|part| is_present(part, members));
        let mut first = true;
        for (index, part) in parts.iter().enumerate() {
            let is_needed = is_present(part, members) || matches!(part, Part::Tag(_));
            let Some(absent) = absent.filter(|_| !is_needed && Some(index) <= last) else {
                if is_needed {
                    self.named(part, members, first);
                    first = false;
                }
                continue;
            };
            self.text.push_str(if first { "" } else { "," });
            self.text.push_str(absent(part));
            first = false;
        }
    }

    /// Appends a part without the comma before it if it is the first.
    fn named(&mut self, part: &Part, members: &[Member], first: bool) {
        let name = match part {
            Part::Member(name, _)
            | Part::Either(name, ..)
            | Part::Object(name, _)
            | Part::List(name, _)
            | Part::Items(name, _) => name,
            Part::Always(text) | Part::Tag(text) => text,
            Part::Members(_) | Part::Rest(_) => return,
        };
        self.text.push_str(name.get(usize::from(first)..).unwrap_or_default());
        self.part(part, members);
    }

    /// Appends the value of a part.
    fn part(&mut self, part: &Part, members: &[Member]) {
        match part {
            Part::Member(_, slot) | Part::Either(_, _, slot) => {
                if let Some(member) = members.get(*slot) {
                    self.value(member);
                }
            }
            Part::Object(_, parts) => self.object(parts, members),
            Part::List(_, parts) | Part::Items(_, parts) => {
                let absent: fn(&Part) -> &'static str = |part| match part {
                    Part::Object(..) => "{}",
                    Part::List(..) | Part::Items(..) => "[]",
                    _ => "null",
                };
                let is_list = matches!(part, Part::List(..));
                self.text.push('[');
                self.parts(parts, members, is_list.then_some(absent));
                self.text.push(']');
            }
            Part::Members(_) | Part::Rest(_) | Part::Always(_) | Part::Tag(_) => {}
        }
    }

    fn value(&mut self, member: &Member) {
        match (member.fact(), member.form()) {
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
