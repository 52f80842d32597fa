//! What follows from a code, a class and a status.

use crate::{Class, ErrorCode, Retry};

/// The class of a response: the one that the catalog gives the code, else by the rules.
pub(crate) fn class<C: ErrorCode>(known: Option<C>, code: Option<&str>, status: u16) -> Option<C::Class> {
    let own = known.and_then(|code| code.info().class).and_then(C::Class::from_name);
    own.or_else(|| C::Class::of_response(status, code))
}

/// What the catalog says about trying again: of the code, else of its class.
pub(crate) fn said<C: ErrorCode>(known: Option<C>, code: Option<&str>, status: u16) -> Option<Retry> {
    known.and_then(C::retry).or_else(|| class(known, code, status).and_then(Class::retry))
}
