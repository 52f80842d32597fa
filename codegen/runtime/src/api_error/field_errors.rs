//! Reads mistakes in fields of the request.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::body::Reader;
use super::message::plain;
use crate::envelope::Path;
use crate::{Fact, FieldForm, Form, Json, JsonKind, Place, Slot, answer};

/// A mistake in a field of the request.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct FieldError {
    /// The field, as the API names it.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

/// Returns all mistakes in the order of the body.
#[inline]
pub(super) fn all(reader: &Reader<'_>) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let Some((slot, value)) = value(reader) else { return errors };
    let mut add = |field: Cow<'_, str>, message: Cow<'_, str>| {
        errors.push(FieldError { field: field.into_owned(), message: message.into_owned() });
    };
    if slot.form() == Form::Errors(FieldForm::Map) {
        for (field, value) in members(reader, slot, value) {
            match value.kind() {
                JsonKind::Array => {
                    value.items().filter_map(|item| text(item)).for_each(|text| add(field.clone(), text));
                }
                _ => value.as_str().into_iter().for_each(|text| add(field.clone(), text)),
            }
        }
        return errors;
    }
    for item in value.items() {
        if let Some((field, message)) = field(item, slot.form()).zip(text(item)) {
            add(field, message);
        }
    }
    errors
}

/// Returns the mistakes as a message: `title: is missing; handle: is taken`.
#[inline]
pub(super) fn message(reader: &Reader<'_>) -> Option<String> {
    let (_, value) = value(reader)?;
    let mut out = String::new();
    let mut add = |parts: &[&str], separator: &str| {
        if !out.is_empty() {
            out.push_str(separator);
        }
        out.extend(parts.iter().copied());
    };
    let errors = all(reader);
    if errors.is_empty() {
        let texts = value.items().filter_map(|item| item.as_str());
        texts.filter(|text| !text.is_empty()).for_each(|text| add(&[&text], "; "));
        return (!out.is_empty()).then_some(out);
    }
    for (index, error) in errors.iter().enumerate() {
        let is_new = |index: usize| errors.iter().take(index).all(|earlier| earlier.field != error.field);
        if !is_new(index) {
            continue;
        }
        let mut same = errors.iter().filter(|other| other.field == error.field);
        if let Some(first) = same.next() {
            match first.field.as_str() {
                "" => add(&[&first.message], "; "),
                field => add(&[field, ": ", &first.message], "; "),
            }
        }
        same.for_each(|more| add(&[&more.message], " "));
    }
    Some(out)
}

/// Returns the list or map of mistakes.
#[inline]
fn value<'a>(reader: &Reader<'a>) -> Option<(&'static Slot<'static>, Json<'a>)> {
    let slot = reader.envelope.slot(Fact::FieldErrors)?;
    Some((slot, reader.find(Fact::FieldErrors)?))
}

/// Returns the members that are fields. Of the members of the whole body, these are the lists of
/// texts that are no other fact.
#[inline]
fn members<'a>(
    reader: &Reader<'a>,
    slot: &Slot<'_>,
    value: Json<'a>,
) -> impl Iterator<Item = (Cow<'a, str>, Json<'a>)> {
    const ROOT: Place<'static> = Place::steps(&[]);
    let is_body = slot.places().first().is_some_and(|place| place.path() == Path::Steps(&[]));
    let envelope = reader.envelope;
    let is_problem = reader.is_problem;
    value.members().filter(move |(name, value)| {
        let is_list = || {
            value.kind() == JsonKind::Array
                && value.items().next().is_some()
                && value.items().all(|item| item.kind() == JsonKind::String)
        };
        let is_named = || {
            let mark = envelope.error_mark().map(|mark| mark.place);
            let mut places = envelope.slots().iter().flat_map(Slot::places).chain(&mark);
            places.any(|place| place.inside(&ROOT) == Some(name.as_ref()))
                || (is_problem && answer::is_standard(name))
        };
        !is_body || (is_list() && !is_named())
    })
}

/// Returns the field of an item of a list.
#[inline]
fn field<'a>(item: Json<'a>, form: Form<'_>) -> Option<Cow<'a, str>> {
    match form {
        Form::Errors(FieldForm::Loc) => {
            let mut path: Option<String> = None;
            for step in item.get("loc")?.items().filter_map(plain) {
                match &mut path {
                    Some(path) => {
                        path.push('.');
                        path.push_str(&step);
                    }
                    None => path = Some(step.into_owned()),
                }
            }
            path.map(Cow::Owned)
        }
        Form::Errors(FieldForm::Pointer) => {
            let source = item.get("source")?;
            ["pointer", "parameter", "header"].iter().find_map(|name| source.get(name)?.as_str())
        }
        _ => ["field", "name", "path"].iter().find_map(|name| item.get(name)?.as_str()),
    }
}

/// Returns the text of an item: itself, or a member.
#[inline]
fn text(item: Json<'_>) -> Option<Cow<'_, str>> {
    match item.kind() {
        JsonKind::Object => {
            let names = ["message", "msg", "detail", "description", "reason", "title", "code"];
            names.iter().find_map(|name| item.get(name)?.as_str())
        }
        _ => item.as_str(),
    }
}
