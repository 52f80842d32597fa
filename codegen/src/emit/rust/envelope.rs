//! Emits the envelope of an API as a constant.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{body, doc, literal};
use crate::format::vocabulary::{Role, Unit};
use crate::model::{
    Catalog, Envelope, ErrorMark, Fact, FieldForm, Form, Member, Part, Path, Place, Step, TextPiece,
};
use crate::text::case;

/// Returns the constant of the catalog's module.
pub(super) fn emit(catalog: &Catalog) -> TokenStream {
    let envelope = &catalog.envelope;
    let value = if envelope.members.is_empty() { quote!(__errcat::Envelope::DEFAULT) } else { own(envelope) };
    // Pieces have no place for the advice of a code.
    let has_pieces = envelope.members.iter().all(|member| member.fact() != Fact::ShouldRetry);
    let bare = body::own(catalog).filter(|_| !envelope.members.is_empty() && has_pieces);
    let bare = bare.map(|pieces| quote!(.with_bare(#pieces)));
    let problem =
        body::problem(catalog).filter(|_| has_pieces).map(|pieces| quote!(.with_bare_problem(#pieces)));
    let media_type = envelope.media_type.as_deref().map(|media_type| {
        let media_type = literal::tokens(media_type);
        quote!(.with_media_type(#media_type))
    });
    let mark = envelope.is_error.as_ref().map(error_mark);
    let fields = fields(catalog);
    quote! {
        /// Which member of a response body holds the code, the message, and so on.
        pub const ENVELOPE: __errcat::Envelope<'static> = #value #bare #problem #media_type #mark;
        #fields
    }
}

/// Returns the names of the members that only this API has, for servers.
fn fields(catalog: &Catalog) -> Option<TokenStream> {
    let own = catalog.envelope.members.iter().filter(|member| member.is_field);
    let names: Vec<&str> = own.map(|member| member.name.as_str()).collect();
    if names.is_empty() || catalog.role == Role::Client {
        return None;
    }
    let mut constants: Vec<String> = Vec::new();
    for name in &names {
        let constant = format!("FIELD_{}", case::constant(name));
        let count = constants.iter().filter(|known| **known == constant).count();
        constants.push(if count == 0 { constant } else { format!("{constant}_{}", count + 1) });
    }
    let docs = names.iter().map(|name| format!(" The member {} of a body.", doc::code_span(name)));
    let constants = constants.iter().map(|constant| Ident::new(constant, Span::call_site()));
    let names = names.iter().map(|name| literal::tokens(name));
    Some(quote! {
        impl Code {
            #(
                #[doc = #docs]
                pub const #constants: __errcat::FieldName = __errcat::FieldName::new(#names);
            )*
        }
    })
}

fn own(envelope: &Envelope) -> TokenStream {
    let members = envelope.members.iter().map(member);
    let parts = envelope.body.iter().map(part);
    quote!(__errcat::Envelope::new(&[#(#members),*]).with_template(&[#(#parts),*]))
}

fn error_mark(mark: &ErrorMark) -> TokenStream {
    let place = path(&mark.path);
    let value = match mark.value.as_deref().map(literal::tokens) {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    };
    quote!(.with_error_mark(__errcat::ErrorMark { place: #place, value: #value }))
}

fn member(member: &Member) -> TokenStream {
    let fact = member.fact();
    let variant = Ident::new(fact.variant(), Span::call_site());
    let value = match fact {
        Fact::Field(name) => {
            let name = literal::tokens(name);
            quote!((#name))
        }
        _ => TokenStream::new(),
    };
    let places = member.places.iter().map(|place| self::place(place, member.form()));
    let form = form(member.form());
    quote!(__errcat::Slot::new(__errcat::Fact::#variant #value, &[#(#places),*]) #form)
}

/// Returns a place. `usual` is the format of its slot.
fn place(place: &Place, usual: &Form) -> TokenStream {
    let path = path(&place.path);
    let form = (place.form != *usual).then(|| form_value(&place.form)).flatten();
    let form = form.map(|form| quote!(.with_form(#form)));
    let unit = match place.unit {
        Unit::Seconds => None,
        Unit::Milliseconds => Some(quote!(.in_unit(__errcat::Unit::Milliseconds))),
        Unit::Date => Some(quote!(.in_unit(__errcat::Unit::Date))),
        Unit::Duration => Some(quote!(.in_unit(__errcat::Unit::Duration))),
    };
    let after = place.after.as_deref().map(literal::tokens).map(|mark| quote!(.after(#mark)));
    let before = place.before.as_deref().map(literal::tokens).map(|mark| quote!(.before(#mark)));
    quote!(#path #form #unit #after #before)
}

fn path(path: &Path) -> TokenStream {
    match path {
        Path::Header(name) => {
            let name = literal::tokens(name);
            quote!(__errcat::Place::header(#name))
        }
        Path::Parameter(name, parameter) => {
            let (name, parameter) = (literal::tokens(name), literal::tokens(parameter));
            quote!(__errcat::Place::parameter(#name, #parameter))
        }
        Path::Body(steps) => match steps.as_slice() {
            [Step::Member(name)] => {
                let name = literal::tokens(name);
                quote!(__errcat::Place::member(#name))
            }
            steps => {
                let steps = steps.iter().map(step);
                quote!(__errcat::Place::steps(&[#(#steps),*]))
            }
        },
    }
}

fn step(step: &Step) -> TokenStream {
    match step {
        Step::Member(name) => {
            let name = literal::tokens(name);
            quote!(__errcat::Step::Member(#name))
        }
        Step::Index(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote!(__errcat::Step::Index(#index))
        }
        Step::First(member, value) => {
            let member = member.iter().map(|name| literal::tokens(name));
            let value = match value.as_deref().map(literal::tokens) {
                Some(value) => quote!(::core::option::Option::Some(#value)),
                None => quote!(::core::option::Option::None),
            };
            quote!(__errcat::Step::First(&[#(#member),*], #value))
        }
    }
}

/// Returns a part of a body.
fn part(part: &Part) -> TokenStream {
    let container = |kind: TokenStream, name: &str, parts: &[Part]| {
        let name = literal::tokens(name);
        let parts = parts.iter().map(self::part);
        quote!(__errcat::Part::#kind(#name, &[#(#parts),*]))
    };
    let index = |slot: &usize| Literal::usize_unsuffixed(*slot);
    match part {
        Part::Member(name, slot) => {
            let (name, slot) = (literal::tokens(name), index(slot));
            quote!(__errcat::Part::Member(#name, #slot))
        }
        Part::Either(name, first, second) => {
            let (name, first, second) = (literal::tokens(name), index(first), index(second));
            quote!(__errcat::Part::Either(#name, #first, #second))
        }
        Part::Object(name, parts) => container(quote!(Object), name, parts),
        Part::List(name, parts) => container(quote!(List), name, parts),
        Part::Items(name, parts) => container(quote!(Items), name, parts),
        Part::Members(slot) => {
            let slot = index(slot);
            quote!(__errcat::Part::Members(#slot))
        }
        Part::Rest(slot) => {
            let slot = index(slot);
            quote!(__errcat::Part::Rest(#slot))
        }
        Part::Always(text) => {
            let text = literal::tokens(text);
            quote!(__errcat::Part::Always(#text))
        }
        Part::Tag(text) => {
            let text = literal::tokens(text);
            quote!(__errcat::Part::Tag(#text))
        }
    }
}

fn form(form: &Form) -> Option<TokenStream> {
    let form = form_value(form)?;
    Some(quote!(.with_form(#form)))
}

fn form_value(form: &Form) -> Option<TokenStream> {
    let form = match form {
        Form::Plain => return None,
        Form::Fields => quote!(Fields),
        Form::Beside => quote!(Beside),
        Form::Errors(form) => {
            let form = match form {
                FieldForm::List => quote!(List),
                FieldForm::Loc => quote!(Loc),
                FieldForm::Pointer => quote!(Pointer),
                _ => quote!(Map),
            };
            quote!(Errors(__errcat::FieldForm::#form))
        }
        Form::Text(pieces) => {
            let pieces = pieces.iter().map(|piece| match piece {
                TextPiece::Text(text) => {
                    let text = literal::tokens(text);
                    quote!(__errcat::TextPiece::Text(#text))
                }
                TextPiece::Code => quote!(__errcat::TextPiece::Code),
                TextPiece::Message => quote!(__errcat::TextPiece::Message),
            });
            quote!(Text(&[#(#pieces),*]))
        }
    };
    Some(quote!(__errcat::Form::#form))
}
