//! The error type of servers.

mod build;
mod carried;
mod ext;
mod outside;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter, Write as _};
use core::time::Duration;

pub use self::ext::ResultExt;
use crate::answer::{FieldText, Named, Text};
use crate::envelope::TextFacts;
use crate::params::{Erased, Fields, filled};
use crate::shown::Shown;
use crate::{ErrorCode, Fact, Link, Params, Retry, advice};

/// An error for use with `?`: a code, its message, and the facts of one occurrence.
///
/// An `Error` is one pointer wide, so that results stay small. It is converted from a code, or from
/// the struct of a code with parameters, and extended with builder methods. Code that is generic
/// over [`ErrorCode`] calls [`Error::new`].
///
/// ```
#[doc = include_str!("../example.txt")]
/// use core::time::Duration;
/// use errcat::{Error, Response, ResultExt};
///
/// fn reserve(free: u32) -> Result<u32, Error<Code>> {
///     if free == 0 {
///         return Err(Error::from(Code::QuotaExceeded).with_detail("free", free).retry_after(Duration::from_secs(30)));
///     }
///     let node = "7".parse::<u32>().or_code(Code::NodeNotFound)?;
///     Ok(node)
/// }
///
/// let error = reserve(0).unwrap_err();
/// assert_eq!(error.to_string(), "ERR-02-001: The quota is used up");
/// assert_eq!(error.code(), Code::QuotaExceeded);
///
/// let response = Response::from(error);
/// assert_eq!(response.status(), 429);
/// assert_eq!(response.body(), r#"{"code":"ERR-02-001","message":"The quota is used up","details":{"free":0}}"#);
/// ```
///
/// # Inside and outside
///
/// `Display`, `Debug`, [`code`](Self::code) and [`source`](StdError::source) show the actual error,
/// for logs. A [`Response`](crate::Response) or [`Problem`](crate::Problem) is for outsiders: if
/// the code is masked, they receive exactly the response of the mask, with nothing of this
/// occurrence but the request id. Sensitive parameters are `[redacted]` in all texts and missing
/// from responses.
///
/// # Cost
///
/// An error needs one allocation, and another one for parameters. The message of a code without
/// parameters is never copied, and a message with parameters is written on demand.
pub struct Error<C: ErrorCode>(Box<Inner<C>>);

struct Inner<C> {
    code: C,
    status: Option<u16>,
    message: Option<Cow<'static, str>>,
    params: Option<Box<dyn Erased>>,
    details: Vec<Named>,
    fields: Vec<Named>,
    field_errors: Vec<FieldText>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    retry_after: Option<Duration>,
    texts: TextFacts<Box<str>>,
    challenge: Option<Cow<'static, str>>,
}

impl<C: ErrorCode> Error<C> {
    /// Returns the actual code, even of a masked error.
    #[must_use]
    pub fn code(&self) -> C {
        self.0.code
    }

    /// Returns the message: that of the server, or else that of the catalog with its parameters.
    ///
    /// Allocates once for a message with parameters, and never otherwise.
    #[must_use]
    pub fn message(&self) -> Option<Cow<'_, str>> {
        match (&self.0.message, &self.0.params) {
            (Some(message), _) => Some(Cow::Borrowed(message)),
            (None, Some(_)) => Some(Cow::Owned(filled(self.0.code, &self.fields())?.to_text())),
            (None, None) => self.0.code.message().map(Cow::Borrowed),
        }
    }

    /// Returns the parameters if the error was created from this struct.
    #[must_use]
    pub fn params<P: Params<Code = C>>(&self) -> Option<&P> {
        self.0.params.as_ref()?.as_any().downcast_ref()
    }

    /// Iterates over the added details, as names and JSON values.
    pub fn details(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.details.iter().map(|(name, value)| (name.as_ref(), value.as_str()))
    }

    /// Returns the sentences of the catalog about what to do.
    #[must_use]
    pub fn help(&self) -> &'static [&'static str] {
        self.0.code.info().help
    }

    /// Returns the links of the catalog to further information.
    #[must_use]
    pub fn links(&self) -> &'static [Link] {
        self.0.code.info().links
    }

    /// Returns a fact that is a text.
    pub(crate) fn text(&self, fact: Fact<'_>) -> Option<&str> {
        self.0.texts.get(fact).map(|text| &**text)
    }

    /// Returns the time to wait before the next attempt, if one was set.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Returns the retry advice of the code, or else of its class, or else of its status.
    #[must_use]
    pub fn retry_advice(&self) -> Retry {
        {
            let code = self.0.code;
            advice::said(Some(code), Some(code.code()), self.status())
                .unwrap_or_else(|| Retry::of_status(self.status()))
        }
    }

    /// Returns the HTTP status of the response: that of the catalog, or else the one set by
    /// [`with_status`](Self::with_status), or else 500. It is also 500 if the code carries a value
    /// that is missing, because such a code cannot be sent.
    #[must_use]
    pub fn status(&self) -> u16 {
        if !self.is_complete() {
            return 500;
        }
        self.0.code.public().status().or(self.0.status).unwrap_or(500)
    }

    /// Passes names and values to a log or span, using the names of OpenTelemetry where they exist.
    /// Sensitive values are redacted. Details are not passed, because their number is not limited.
    ///
    /// ```
    #[doc = include_str!("../example.txt")]
    /// use errcat::Error;
    ///
    /// let mut line = String::new();
    /// Error::from(Code::QuotaExceeded).record(|name, value| line += &format!("{name}={value} "));
    /// assert_eq!(
    ///     line,
    ///     "error.type=ERR-02-001 error.message=The quota is used up error.family=quotas \
    ///      http.response.status_code=429 ",
    /// );
    /// ```
    ///
    /// With `tracing`: `error.record(|name, value| { span.record(name, tracing::field::display(value)); })`.
    pub fn record(&self, mut tell: impl FnMut(&'static str, &dyn Display)) {
        let fields = self.fields();
        tell("error.type", &self.code_inside(&fields));
        let text = self.inside(&fields);
        if !text.is_none() {
            tell("error.message", &text);
        }
        tell("error.family", &self.0.code.family_id());
        tell("http.response.status_code", &self.status());
        for (name, text) in self.0.texts.iter() {
            if let Some(text) = text {
                tell(name, text);
            }
        }
        if let Some(source) = &self.0.source {
            tell("error.source", source);
        }
    }

    /// Returns the actual message.
    fn inside<'a>(&'a self, fields: &'a Fields<'a>) -> Text<'a> {
        match &self.0.message {
            Some(message) => Text::Fixed(message),
            None => self
                .filled(fields)
                .unwrap_or_else(|| Text::fixed(self.0.code.message().or(self.0.code.description()))),
        }
    }

    /// Returns the values of the parameters.
    fn fields(&self) -> Fields<'_> {
        let mut fields = Fields::new();
        if let Some(params) = &self.0.params {
            params.list(&mut fields);
        }
        fields
    }

    /// Returns the message of the catalog with these parameters, if any.
    fn filled<'a>(&self, fields: &'a Fields<'a>) -> Option<Text<'a>> {
        self.0.params.as_ref()?;
        filled(self.0.code, fields).map(Text::Filled)
    }
}

/// Formats the code and message on one line: `ERR-01-001: The requested node is not available`.
///
/// Parameters may come from outside, so control and invisible characters are escaped.
/// [`message`](Self::message) returns the unescaped text.
impl<C: ErrorCode> Display for Error<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut out = Shown(f);
        let fields = self.fields();
        out.write_str(&self.code_inside(&fields))?;
        match self.inside(&fields) {
            Text::None => Ok(()),
            text => write!(out, ": {text}"),
        }
    }
}

impl<C: ErrorCode> Debug for Error<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Inner {
            code,
            status,
            message,
            params,
            details,
            fields,
            field_errors,
            source,
            retry_after,
            texts,
            ..
        } = &*self.0;
        let mut shown = f.debug_struct("Error");
        shown.field("code", code);
        if let Some(status) = status {
            shown.field("status", status);
        }
        if let Some(message) = message {
            shown.field("message", message);
        }
        if let Some(params) = params {
            shown.field("params", params);
        }
        for (name, named) in [("details", details), ("fields", fields)] {
            if !named.is_empty() {
                shown.field(name, named);
            }
        }
        if !field_errors.is_empty() {
            shown.field("field_errors", field_errors);
        }
        if let Some(source) = source {
            shown.field("source", source);
        }
        if let Some(delay) = retry_after {
            shown.field("retry_after", delay);
        }
        for (name, text) in texts.iter() {
            if let Some(text) = text {
                shown.field(name, text);
            }
        }
        shown.finish()
    }
}

impl<C: ErrorCode> StdError for Error<C> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

/// A type that `?` converts into an [`Error`]: an enum of codes, or the struct of a code with
/// parameters.
///
/// One `From` implementation serves all of them, because one per struct would take rustc longer.
///
/// Code that is generic over [`ErrorCode`] calls [`Error::new`], because not every type that
/// implements that trait implements this one.
pub trait IntoError {
    /// The enum of codes.
    type Code: ErrorCode;

    /// Returns the error value.
    fn into_error(self) -> Error<Self::Code>;
}

impl<P: Params> IntoError for P {
    type Code = P::Code;

    fn into_error(self) -> Error<P::Code> {
        Error::with_params(self)
    }
}

impl<T: IntoError> From<T> for Error<T::Code> {
    fn from(value: T) -> Self {
        value.into_error()
    }
}

/// Makes a code an error with `?`.
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    ($code:ident) => {
        impl $crate::IntoError for $code {
            type Code = Self;

            #[inline]
            fn into_error(self) -> $crate::Error<Self> {
                $crate::Error::new(self)
            }
        }
    };
}
