//! The errors of a response that contains several.

use alloc::string::String;
use alloc::vec::Vec;

use super::decode::number;
use super::message::{self, plain};
use super::{ApiError, walk};
use crate::envelope::Path;
use crate::{ErrorCode, Fact, Form, Json, Place, Slot, Step, Wire};

/// One of the errors of a response.
#[derive(Clone)]
pub struct ErrorItem<'a, C> {
    code: Option<Wire<C>>,
    message: Option<String>,
    json: Option<Json<'a>>,
}

impl<'a, C: ErrorCode> ErrorItem<'a, C> {
    /// Returns the code as received, or `None` if the item has none.
    #[must_use]
    pub const fn code(&self) -> Option<&Wire<C>> {
        self.code.as_ref()
    }

    /// Returns the code to `match` on, or `None` if there is none or this version does not know it.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.code.as_ref().and_then(Wire::known)
    }

    /// Returns the message.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the item as JSON, or the body if the response has no list of errors.
    #[must_use]
    pub const fn json(&self) -> Option<Json<'a>> {
        self.json
    }
}

impl<C: ErrorCode> core::fmt::Debug for ErrorItem<'_, C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ErrorItem")
            .field("code", &self.code)
            .field("message", &self.message)
            .field("json", &self.json)
            .finish()
    }
}

/// Returns the error itself, and the other items of the list in which its code stands.
pub(super) fn all<C: ErrorCode>(error: &ApiError<C>) -> Vec<ErrorItem<'_, C>> {
    let own =
        |json| ErrorItem { code: error.code().cloned(), message: error.message().map(String::from), json };
    let envelope = C::envelope();
    let list = error.json().zip(envelope.slot(Fact::Code)).and_then(|(body, slot)| list(body, slot));
    let Some((outer, step, items)) = list else { return alloc::vec![own(error.json())] };
    let chosen = walk::find(items, &[*step]);
    let slots = [Fact::Code, Fact::Message].map(|fact| envelope.slot(fact));
    let read = |item: Json<'_>, slot: Option<&'static Slot<'static>>| {
        let mut places = slot?.places().iter();
        places.find_map(|place| {
            let value = walk::find(item, below(place, outer)?)?;
            let text = match slot?.fact() {
                Fact::Message => message::read(value)?,
                _ => plain(value).filter(|_| value.is_complete())?.into_owned(),
            };
            Some(String::from(place.cut(&text))).filter(|text| !text.is_empty())
        })
    };
    let is_chosen = |item: Json<'_>| chosen.is_some_and(|chosen| core::ptr::eq(chosen.raw(), item.raw()));
    let mut all = alloc::vec![own(chosen)];
    all.extend(items.items().filter(|item| !is_chosen(*item)).map(|item| {
        let code = read(item, slots[0]).map(|text| Wire::new(number::<C>(&text)));
        let form = slots[1].map_or(Form::Plain, Slot::form);
        let text = read(item, slots[1]);
        let text = text.and_then(|text| message::without_form(text, form, code.as_ref().map(Wire::as_str)));
        ErrorItem { code, message: text, json: Some(item) }
    }));
    all
}

/// The steps to a list, the step into it, and the list.
type List<'a> = (&'static [Step<'static>], &'static Step<'static>, Json<'a>);

/// Returns the first list that a place of the slot goes through.
#[inline]
fn list<'a>(body: Json<'a>, slot: &'static Slot<'static>) -> Option<List<'a>> {
    slot.places().iter().find_map(|place| {
        let Path::Steps(steps) = place.path() else { return None };
        let at = steps.iter().position(is_item)?;
        let (outer, rest) = steps.split_at_checked(at)?;
        let items = walk::find(body, outer)?;
        walk::find(items, rest)?;
        Some((outer, rest.first()?, items))
    })
}

/// Returns the steps of a place inside an item of the list.
#[inline]
fn below<'p>(place: &Place<'p>, outer: &[Step<'p>]) -> Option<&'p [Step<'p>]> {
    let Path::Steps(steps) = place.path() else { return None };
    match steps.strip_prefix(outer)? {
        [step, rest @ ..] if is_item(step) => Some(rest),
        _ => None,
    }
}

#[inline]
fn is_item(step: &Step<'_>) -> bool {
    matches!(step, Step::Index(_) | Step::First(..))
}
