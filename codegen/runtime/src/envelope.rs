//! The layout of the error responses of an API.

/// The layout of the error responses of an API: the place of each fact in the body or headers.
///
/// Servers write each fact to the first path of its slot. Clients try all paths in order, so that
/// older layouts are still understood. Generated code contains envelopes as constants:
///
/// ```
/// use errcat::{Envelope, Fact, Form, Slot};
///
/// const ENVELOPE: Envelope<'static> = Envelope::new(&[
///     Slot::new(Fact::Code, &["error_code"]),
///     Slot::new(Fact::Message, &["message", "detail"]),
///     Slot::new(Fact::RequestId, &["request_id", "header:x-request-id"]),
/// ]);
///
/// assert_eq!(ENVELOPE.slots()[1].paths(), ["message", "detail"]);
/// assert_eq!(ENVELOPE.slots()[1].form(), Form::Plain);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Envelope<'a> {
    slots: &'a [Slot<'a>],
    template: &'a [Part<'a>],
    bare: &'a [BodyPiece<'a>],
    /// Whether parameters have a place of their own, outside of the details.
    has_params: bool,
}

impl Envelope<'static> {
    /// The envelope of catalogs without one, in which every fact has its own name.
    pub const DEFAULT: Self = Self::new(&[
        Slot::new(Fact::Code, &["code"]),
        Slot::new(Fact::Message, &["message"]),
        Slot::new(Fact::Details, &["details"]),
        Slot::new(Fact::RequestId, &["request_id"]),
    ])
    .with_template(&[
        Part::Member(",\"code\":", 0),
        Part::Member(",\"message\":", 1),
        Part::Member(",\"details\":", 2),
        Part::Member(",\"request_id\":", 3),
    ])
    .with_bare(&[
        BodyPiece::Text("{\"code\":\""),
        BodyPiece::Code,
        BodyPiece::Text("\",\"message\":\""),
        BodyPiece::Message,
        BodyPiece::Text("\"}"),
    ]);
}

impl<'a> Envelope<'a> {
    /// Creates an envelope from slots, in the order of the members of a body.
    #[inline]
    #[must_use]
    pub const fn new(slots: &'a [Slot<'a>]) -> Self {
        let mut has_params = false;
        let mut rest = slots;
        while let [slot, tail @ ..] = rest {
            has_params |= matches!(slot.fact, Fact::Params);
            rest = tail;
        }
        Self { slots, template: &[], bare: &[], has_params }
    }

    /// Returns the envelope with a template of its body. Only generated code calls this.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn with_template(mut self, template: &'a [Part<'a>]) -> Self {
        self.template = template;
        self
    }

    /// Returns the template of the body, which is empty if there is none.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn template(&self) -> &'a [Part<'a>] {
        self.template
    }

    /// Returns `true` if parameters have a place of their own, outside of the details.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn has_params(&self) -> bool {
        self.has_params
    }

    /// Returns the envelope with the body of a code to which nothing was added. Only generated code
    /// calls this.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn with_bare(mut self, bare: &'a [BodyPiece<'a>]) -> Self {
        self.bare = bare;
        self
    }

    /// Returns the body of a code to which nothing was added, which is empty if it is not known.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn bare(&self) -> &'a [BodyPiece<'a>] {
        self.bare
    }

    /// Returns the slots, in the order of the members of a body.
    #[inline]
    #[must_use]
    pub const fn slots(&self) -> &'a [Slot<'a>] {
        self.slots
    }
}

/// A piece of the body of a code to which nothing was added.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BodyPiece<'a> {
    /// JSON that is the same for all codes.
    Text(&'a str),
    /// The code, inside a JSON string.
    Code,
    /// The message, inside a JSON string.
    Message,
    /// The HTTP status.
    Status,
}

/// A member of a body, with its name as JSON: `,"code":`. The first member of an object has no
/// comma.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part<'a> {
    /// The fact of the slot with this index.
    Member(&'a str, usize),
    /// An object of these members, which is left out if all of them are absent.
    Object(&'a str, &'a [Part<'a>]),
}

/// A fact of a response and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot<'a> {
    fact: Fact<'a>,
    paths: &'a [&'a str],
    form: Form<'a>,
}

impl<'a> Slot<'a> {
    /// Creates a slot for `fact`, which is at the first of `paths` that exists: a member of the
    /// body such as `error.code`, or a header such as `header:x-request-id`.
    #[inline]
    #[must_use]
    pub const fn new(fact: Fact<'a>, paths: &'a [&'a str]) -> Self {
        Self { fact, paths, form: Form::Plain }
    }

    /// Returns the slot with another format.
    #[inline]
    #[must_use]
    pub const fn with_form(mut self, form: Form<'a>) -> Self {
        self.form = form;
        self
    }

    /// Returns the fact.
    #[inline]
    #[must_use]
    pub const fn fact(&self) -> Fact<'a> {
        self.fact
    }

    /// Returns the possible places, in order of preference.
    #[inline]
    #[must_use]
    pub const fn paths(&self) -> &'a [&'a str] {
        self.paths
    }

    /// Returns the format of the fact.
    #[inline]
    #[must_use]
    pub const fn form(&self) -> Form<'a> {
        self.form
    }
}

/// A fact that a response can contain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Fact<'a> {
    /// `code`: the code.
    Code,
    /// `message`: the message.
    Message,
    /// `details`: values that are sent in addition to the message.
    Details,
    /// `params`: the parameters of the message. Envelopes without it send them as details.
    Params,
    /// `suggestions`: a list of sentences about what to do.
    Suggestions,
    /// `links`: a list of labels and addresses of further information.
    Links,
    /// `request_id`: the id of the request, to quote in support requests.
    RequestId,
    /// `retry_after`: how long to wait.
    RetryAfter,
    /// `status`: the HTTP status.
    Status,
    /// A member that is specific to the API, by its name.
    Field(&'a str),
}

/// The format of a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Form<'a> {
    /// The plain value: a string for texts, an object for details.
    Plain,
    /// A text that contains other facts, such as `CODE: message`.
    Text(&'a [TextPiece<'a>]),
    /// Details as a list of objects with `field`, `value` and `message`.
    Fields,
}

/// A piece of a [`Form::Text`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextPiece<'a> {
    /// Literal text.
    Text(&'a str),
    /// The code.
    Code,
    /// The message.
    Message,
}
