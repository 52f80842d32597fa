//! Derives the class and retry advice of a response.

use crate::{Class, ErrorCode, Retry};

/// Returns the class of a response: the one that the catalog assigns to the code, or else the first
/// that matches.
pub(crate) fn class<C: ErrorCode>(known: Option<C>, code: Option<&str>, status: u16) -> Option<C::Class> {
    let own = known.and_then(|code| code.info().class).and_then(C::Class::from_name);
    own.or_else(|| C::Class::of_response(status, code))
}

/// Returns the retry advice of the code, or else of its class.
pub(crate) fn said<C: ErrorCode>(known: Option<C>, code: Option<&str>, status: u16) -> Option<Retry> {
    known.and_then(C::retry).or_else(|| class(known, code, status).and_then(of_class))
}

/// Returns the retry advice of a class, or else of its nearest ancestor that has one.
pub(crate) fn of_class<C: Class>(class: C) -> Option<Retry> {
    class.ancestors().find_map(C::retry)
}
