//! How an error value is made.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error as StdError;
use core::time::Duration;

use super::{Error, Inner};
use crate::answer::Named;
use crate::params::Fields;
use crate::{Details, ErrorCode, Params, Value};

impl<C: ErrorCode> Error<C> {
    /// An error with this code and nothing else; the same as `from`.
    #[must_use]
    pub fn new(code: C) -> Self {
        Self(Box::new(Inner {
            code,
            status: None,
            message: None,
            params: None,
            details: Vec::new(),
            fields: Vec::new(),
            source: None,
            retry_after: None,
            request_id: None,
            challenge: None,
        }))
    }

    /// An error with the code and the values of a parameter struct; generated code has a `From` that calls it.
    #[must_use]
    pub fn with_params<P: Params<Code = C>>(params: P) -> Self {
        let mut error = Self::new(P::CODE);
        error.0.params = Some(Box::new(params));
        error
    }

    /// What led to it, for logs: never shown outside.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The message, where the server writes it (`dynamic` in the catalog). Takes the place of the catalog's own.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.0.message = Some(message.into());
        self
    }

    /// One more value that travels beside the message. A name that was given before gets the new value; a value that is
    /// sensitive or absent is left out, and so is one with the name of a parameter where both stand in the same place.
    ///
    /// ```
    #[doc = include_str!("../example.txt")]
    /// use errcat::Error;
    ///
    /// let nodes = ["n-1", "n-2", "n-3"];
    /// let error = Error::from(Code::QuotaExceeded).with_detail("running", nodes.len()).with_detail("unit", "nodes");
    /// assert_eq!(error.details().collect::<Vec<_>>(), [("running", "3"), ("unit", "\"nodes\"")]);
    /// ```
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "`with_detail(\"limit\", 3)` reads better than a borrowed 3"
    )]
    pub fn with_detail(mut self, name: impl Into<Cow<'static, str>>, value: impl Value) -> Self {
        let mut json = String::new();
        if value.json(&mut json) {
            set(&mut self.0.details, name.into(), json);
        }
        self
    }

    /// The details that the catalog declares for a code.
    ///
    /// Those of another code than the error's own are added, too: the struct says what its values are called, not more.
    #[must_use]
    pub fn with_details<D: Details<Code = C>>(mut self, details: &D) -> Self {
        let mut fields = Fields::new();
        details.fields(&mut fields);
        for field in fields.as_slice() {
            let mut json = String::new();
            if field.json(&mut json) {
                set(&mut self.0.details, Cow::Borrowed(field.name()), json);
            }
        }
        self
    }

    /// The value of a field that the API's envelope has of its own, by the name that the catalog gives it.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "`with_detail(\"limit\", 3)` reads better than a borrowed 3"
    )]
    pub fn with_field(mut self, name: impl Into<Cow<'static, str>>, value: impl Value) -> Self {
        let mut json = String::new();
        if value.json(&mut json) {
            set(&mut self.0.fields, name.into(), json);
        }
        self
    }

    /// How long to wait before the next attempt: the header `Retry-After`, in whole seconds, rounded up.
    #[must_use]
    pub fn retry_after(mut self, delay: Duration) -> Self {
        self.0.retry_after = Some(delay);
        self
    }

    /// What to tell the support.
    #[must_use]
    pub fn with_request_id(mut self, id: impl Into<String>) -> Self {
        self.0.request_id = Some(id.into().into_boxed_str());
        self
    }

    /// The HTTP status for a code of which the catalog does not say one. A published status stays.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    /// The header `WWW-Authenticate` of a 401, which is `Bearer` if nobody says otherwise.
    #[must_use]
    pub fn with_challenge(mut self, challenge: impl Into<Cow<'static, str>>) -> Self {
        self.0.challenge = Some(challenge.into());
        self
    }
}

#[inline]
fn set(list: &mut Vec<Named>, name: Cow<'static, str>, json: String) {
    match list.iter_mut().find(|(known, _)| *known == name) {
        Some((_, known)) => *known = json,
        None => list.push((name, json)),
    }
}
