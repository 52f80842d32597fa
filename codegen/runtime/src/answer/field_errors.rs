//! Writes mistakes in fields of the request.

use alloc::string::{String, ToString as _};

use super::{FieldText, Members, list};
use crate::json::write;
use crate::{FieldForm, Form};

/// Writes all mistakes in the form of their slot.
#[inline]
pub(super) fn write(out: &mut String, form: Form<'_>, errors: &[FieldText]) -> bool {
    if errors.is_empty() {
        return false;
    }
    if form == Form::Errors(FieldForm::Map) {
        let mut members = Members::open(out);
        each(errors, |field, texts| list(members.name(field), texts, write::string));
        members.close();
    } else {
        out.push('[');
        items(out, form, errors, true);
        out.push(']');
    }
    true
}

/// Writes the mistakes as items of a list that was opened.
#[inline]
pub(super) fn items(out: &mut String, form: Form<'_>, errors: &[FieldText], first: bool) {
    for (index, (field, text)) in errors.iter().enumerate() {
        if index > 0 || !first {
            out.push(',');
        }
        let mut members = Members::open(out);
        let place = match form {
            Form::Errors(FieldForm::Loc) => {
                list(members.plain("loc"), field.split('.'), step);
                "msg"
            }
            Form::Errors(FieldForm::Pointer) => {
                let mut source = Members::open(members.plain("source"));
                write::string(source.plain("pointer"), field);
                source.close();
                "detail"
            }
            _ => {
                write::string(members.plain("field"), field);
                "message"
            }
        };
        write::string(members.plain(place), text);
        members.close();
    }
}

/// Passes each field once, with all its texts.
pub(super) fn each<'e>(
    errors: &'e [FieldText],
    mut pass: impl FnMut(&'e str, &mut dyn Iterator<Item = &'e str>),
) {
    for (index, (field, _)) in errors.iter().enumerate() {
        if errors.iter().take(index).all(|(earlier, _)| earlier != field) {
            let same = errors.iter().filter(|(other, _)| other == field);
            pass(field, &mut same.map(|(_, text)| &**text));
        }
    }
}

/// Writes a step of a path: a number for an index.
#[inline]
fn step(out: &mut String, step: &str) {
    match step.parse::<u64>() {
        Ok(index) if index.to_string() == step => write::unsigned(out, index),
        _ => write::string(out, step),
    }
}
