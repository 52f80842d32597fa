//! Constructors and builder methods of errors.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::error::Error as StdError;
use core::time::Duration;

use super::{Added, Error};
use crate::language::accepted;
use crate::params::Fields;
use crate::{Details, ErrorCode, Fact, FieldName, Params, Value};

impl<C: ErrorCode> Error<C> {
    /// Creates an error with a code, like `from`.
    #[must_use]
    pub fn new(code: C) -> Self {
        Self { code, language: 0, added: None }
    }

    /// Returns the place for what is added to the code.
    fn add(&mut self) -> &mut Added {
        self.added.get_or_insert_with(|| Box::new(Added::NONE))
    }

    /// Creates an error from a parameter struct. Generated code has a `From` that calls this.
    #[must_use]
    pub fn with_params<P: Params<Code = C>>(params: P) -> Self {
        let mut error = Self::new(P::CODE);
        error.add().params = Some(Box::new(params));
        error
    }

    /// Chooses the language of the response from the header `Accept-Language` of the request, among
    /// that of the catalog and its translations. A message that the server sets stays as it is.
    ///
    /// If the catalog has translations, the response has the headers `Content-Language` and `Vary`.
    /// If a message is not translated, the language is that of the catalog, and if the server sets the
    /// message, it is not known.
    ///
    /// Logs stay in the language of the catalog: `Display`, [`message`](Self::message) and
    /// [`record`](Self::record) do not change.
    ///
    /// ```
    #[doc = include_str!("../example.txt")]
    /// use errcat::Error;
    ///
    /// // This catalog has no translations.
    /// let error = Error::from(Code::NodeNotFound).accept_language("de-CH, de;q=0.9, en;q=0.5");
    /// assert!(error.body().contains("The requested node is not available"));
    /// ```
    #[must_use]
    pub fn accept_language(mut self, header: &str) -> Self {
        if !C::LANGUAGES.is_empty() {
            self.language = u8::try_from(accepted(header, C::LANGUAGES, C::LANGUAGE) + 1).unwrap_or(1);
        }
        self
    }

    /// Sets the source, for logs. It is never sent.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.add().source = Some(source.into());
        self
    }

    /// Sets the message, if the server writes it (`dynamic` in the catalog). Replaces the message
    /// of the catalog.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.add().message = Some(message.into());
        self
    }

    /// Adds a detail. A repeated name replaces the value. Sensitive and absent values are not
    /// added, nor are names of parameters if both are in the same place.
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
    pub fn with_detail(mut self, name: impl AsRef<str>, value: impl Value) -> Self {
        self.add().details.set(name.as_ref(), |json| value.json(json));
        self
    }

    /// Adds the details that the catalog declares for a code.
    ///
    /// Details of another code are added, too. The struct only defines the names of its values.
    #[must_use]
    pub fn with_details<D: Details<Code = C>>(mut self, details: &D) -> Self {
        let mut fields = Fields::new();
        details.fields(&mut fields);
        for field in fields.as_slice() {
            self.add().details.set(field.name(), |json| field.json(json));
        }
        self
    }

    /// Sets a member that is specific to the API. The enum of codes has the names, such as
    /// `Code::FIELD_REGION`.
    ///
    /// It is something that every response of a server has, such as its build. So masked errors have
    /// it, too. What is about one occurrence is a [detail](Self::with_detail).
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "`with_detail(\"limit\", 3)` reads better than a borrowed 3"
    )]
    pub fn with_field(mut self, name: FieldName, value: impl Value) -> Self {
        self.add().fields.set(name.as_str(), |json| value.json(json));
        self
    }

    /// Adds a mistake in a field of the request. It is sent if the catalog says where such mistakes
    /// stand (`field_errors` of the envelope). A field may have several.
    ///
    /// In the form `loc`, the field is a path with dots, such as `body.items.0.price`. In the form
    /// `pointer`, it is a JSON pointer.
    #[must_use]
    pub fn with_field_error(
        mut self,
        field: impl Into<Cow<'static, str>>,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.add().field_errors.push((field.into(), text.into()));
        self
    }

    /// Sets the time to wait before the next attempt. It is sent in the header `Retry-After` in
    /// whole seconds, rounded up.
    #[must_use]
    pub fn with_retry_after(mut self, delay: Duration) -> Self {
        self.add().retry_after = Some(delay);
        self
    }

    /// Sets a fact that is a text.
    #[must_use]
    pub(crate) fn with_text(mut self, fact: Fact<'_>, text: String) -> Self {
        self.add().texts.set(fact, Some(text.into_boxed_str()));
        self
    }

    /// Sets the HTTP status, for a code without one in the catalog. A published status is not
    /// replaced.
    ///
    /// It is one from 400 to 599. Any other is a mistake of the server, and the response has status
    /// 500.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.add().status = Some(status);
        self
    }

    /// Sets the header `WWW-Authenticate` of status 401, which is `Bearer` by default, and if the
    /// text is not ASCII. Masked errors have it, too.
    #[must_use]
    pub fn with_challenge(mut self, challenge: impl Into<Cow<'static, str>>) -> Self {
        self.add().challenge = Some(challenge.into());
        self
    }
}
