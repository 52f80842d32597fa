//! The error type of servers.

mod build;
mod carried;
mod ext;
mod masks;
mod outside;
mod shown;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::error::Error as StdError;
use core::fmt::Display;
use core::time::Duration;

#[cfg(feature = "actix_web4")]
#[doc(hidden)]
pub use self::ext::OfActix;
pub use self::ext::{Displayed, ResultExt};
pub use self::masks::assert_masks_hide;
use crate::answer::{FieldText, Named, Text};
use crate::envelope::TextFacts;
use crate::params::{Erased, Fields, filled, message};
use crate::shown::Escaped;
use crate::{ErrorCode, Fact, Link, Params, Retry, advice};

/// An error for use with `?`: a code, its message, and the facts of one occurrence.
///
/// An `Error` is two pointers wide, so that results stay small. It is converted from a code, or from
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
///         return Err(Error::from(Code::QuotaExceeded).with_detail("free", free).with_retry_after(Duration::from_secs(30)));
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
/// An error with only a code is made without an allocation. What is added to it takes one, parameters
/// another one, and short details two, however many they are. The message of a code without
/// parameters is never copied, and a message with parameters is written on demand.
pub struct Error<C: ErrorCode> {
    code: C,
    /// The language of outsiders: 0 if the server did not ask, 1 for that of the catalog, or else the
    /// position in `LANGUAGES` plus 2.
    language: u8,
    added: Option<Box<Added>>,
}

/// What was added to a code.
struct Added {
    status: Option<u16>,
    message: Option<Cow<'static, str>>,
    params: Option<Box<dyn Erased>>,
    details: Named,
    fields: Named,
    field_errors: Vec<FieldText>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    retry_after: Option<Duration>,
    texts: TextFacts<Box<str>>,
    challenge: Option<Cow<'static, str>>,
}

/// What a bare code has.
static NOTHING: Added = Added::NONE;

impl Added {
    const NONE: Self = Self {
        status: None,
        message: None,
        params: None,
        details: Named::NONE,
        fields: Named::NONE,
        field_errors: Vec::new(),
        source: None,
        retry_after: None,
        texts: TextFacts::NONE,
        challenge: None,
    };
}

impl<C: ErrorCode> Error<C> {
    /// Returns the actual code, even of a masked error.
    #[must_use]
    pub fn code(&self) -> C {
        self.code
    }

    /// Returns the message: that of the server, or else that of the catalog with its parameters.
    /// Returns `None` if the parameters are missing, because a template is no message.
    ///
    /// Allocates once for a message with parameters, and never otherwise.
    #[must_use]
    pub fn message(&self) -> Option<Cow<'_, str>> {
        match (&self.added().message, &self.added().params) {
            (Some(message), _) => Some(Cow::Borrowed(message)),
            (None, Some(_)) => Some(Cow::Owned(filled(self.code, &self.fields()?, None)?.to_text())),
            (None, None) if self.code.info().placeholders => None,
            (None, None) => self.code.message().map(Cow::Borrowed),
        }
    }

    /// Returns the parameters if the error was created from this struct.
    #[must_use]
    pub fn params<P: Params<Code = C>>(&self) -> Option<&P> {
        self.added().params.as_ref()?.as_any().downcast_ref()
    }

    /// Iterates over the added details, as names and JSON values.
    pub fn details(&self) -> impl Iterator<Item = (&str, &str)> {
        self.added().details.iter()
    }

    /// Returns the sentences of the catalog about what to do.
    #[must_use]
    pub fn help(&self) -> &'static [&'static str] {
        self.code.info().help
    }

    /// Returns the links of the catalog to further information.
    #[must_use]
    pub fn links(&self) -> &'static [Link] {
        self.code.info().links
    }

    /// Returns a fact that is a text.
    pub(crate) fn text(&self, fact: Fact<'_>) -> Option<&str> {
        self.added().texts.get(fact).map(|text| &**text)
    }

    /// Returns the time to wait before the next attempt, if one was set.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        self.added().retry_after
    }

    /// Returns the retry advice of the code, or else of its class, or else of its status.
    #[must_use]
    pub fn retry_advice(&self) -> Retry {
        {
            let code = self.code;
            advice::said(Some(code), Some(code.code()), self.status())
                .unwrap_or_else(|| Retry::of_status(self.status()))
        }
    }

    /// Returns `true` if the error lacks what its message or code needs: the parameters that the
    /// message shows, or the value that the code carries. Outsiders then get the description, or the
    /// code alone, or status 500 without a code.
    ///
    /// Such an error was made from a code rather than from the struct with its parameters.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        let (code, Added { message, params, .. }) = (self.code, self.added());
        (params.is_none() && message.is_none() && code.info().placeholders) || !self.is_complete()
    }

    /// Passes names and values to a log or span, using the names of OpenTelemetry where they exist.
    /// Sensitive values are redacted, and control and invisible characters are escaped. Details are
    /// not passed, because their number is not limited.
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
        tell("error.type", &Escaped(self.code_inside(fields.as_ref())));
        let text = self.inside(fields.as_ref());
        if !text.is_none() {
            tell("error.message", &Escaped(text));
        }
        tell("error.family", &self.code.family_id());
        tell("http.response.status_code", &self.status());
        for (name, text) in self.added().texts.iter() {
            if let Some(text) = text {
                tell(name, &Escaped(text));
            }
        }
        if let Some(source) = &self.added().source {
            tell("error.source", &Escaped(source));
        }
    }

    /// Returns what was added to the code.
    #[inline]
    fn added(&self) -> &Added {
        self.added.as_deref().unwrap_or(&NOTHING)
    }

    /// Returns the actual message.
    #[inline]
    fn inside<'a>(&'a self, fields: Option<&'a Fields<'a>>) -> Text<'a> {
        match &self.added().message {
            Some(message) => Text::Fixed(message),
            None => said(self.code, fields, None).unwrap_or_else(|| Text::fixed(fixed(self.code, None))),
        }
    }

    /// Returns the language of outsiders, unless it is that of the catalog.
    #[inline]
    fn language(&self) -> Option<&'static str> {
        // Without translations, nothing is left of this.
        if C::LANGUAGES.is_empty() {
            return None;
        }
        C::LANGUAGES.get(usize::from(self.language).checked_sub(2)?).copied()
    }

    /// Returns the values of the parameters, or `None` if the error has no parameters.
    #[inline]
    fn fields(&self) -> Option<Fields<'_>> {
        let params = self.added().params.as_ref()?;
        let mut fields = Fields::new();
        params.list(&mut fields);
        Some(fields)
    }
}

/// Returns the message of a code of the catalog with these parameters, if any.
#[inline]
fn said<'a, C: ErrorCode>(
    code: C,
    fields: Option<&'a Fields<'a>>,
    language: Option<&str>,
) -> Option<Text<'a>> {
    filled(code, fields?, language).map(Text::Filled)
}

/// Returns what the catalog says about a code whose parameters are not known: the message, unless it
/// has placeholders, or else the description.
#[inline]
fn fixed<C: ErrorCode>(code: C, language: Option<&str>) -> Option<&'static str> {
    let message = if code.info().placeholders { None } else { message(code, language) };
    message.or_else(|| described(code, language))
}

/// Returns the description of a code.
#[inline]
fn described<C: ErrorCode>(code: C, language: Option<&str>) -> Option<&'static str> {
    language.map_or_else(|| code.description(), |language| code.description_in(language))
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
