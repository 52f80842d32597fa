//! The envelope of a catalog, as a ledger records it.

use crate::format::vocabulary::{Term, Unit};
use crate::model::{Catalog, Member, Place};
use crate::value::Value;

/// Returns the facts with their places, in alphabetical order.
pub(super) fn envelope(catalog: &Catalog) -> Value {
    let envelope = &catalog.envelope;
    let fact = |member: &Member| {
        let prefix = if member.is_field { "fields." } else { "" };
        (format!("{prefix}{}", member.name.value), places(&member.places))
    };
    let mut facts: Vec<(String, Value)> = envelope.members.iter().map(fact).collect();
    if let Some(mark) = &envelope.is_error {
        let value = mark.value.as_deref().map(|value| ("value".to_owned(), Value::from(value)));
        let path = ("path".to_owned(), mark.text.as_str().into());
        facts.push(("is_error".to_owned(), Value::Map(std::iter::once(path).chain(value).collect())));
    }
    let media_type = envelope.media_type.as_deref().map(Value::from);
    facts.extend(media_type.map(|media_type| ("media_type".to_owned(), media_type)));
    crate::order::sort(&mut facts, &|(a, _), (b, _)| a.cmp(b));
    Value::Map(facts)
}

/// Returns one place as such, and several as a list.
fn places(places: &[Place]) -> Value {
    match places {
        [one] => place(one),
        several => Value::List(several.iter().map(place).collect()),
    }
}

fn place(place: &Place) -> Value {
    let unit = (place.unit != Unit::Seconds).then(|| place.unit.as_str());
    let forms = [
        ("as", place.form_text.as_deref()),
        ("unit", unit),
        ("after", place.after.as_deref()),
        ("before", place.before.as_deref()),
    ];
    let forms = forms.into_iter().filter_map(|(key, text)| Some((key.to_owned(), Value::from(text?))));
    let forms: Vec<_> = forms.collect();
    let path = Value::from(place.text.as_str());
    if forms.is_empty() {
        return path;
    }
    Value::Map(std::iter::once(("path".to_owned(), path)).chain(forms).collect())
}
