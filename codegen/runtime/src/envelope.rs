//! Where an API's responses keep what.

/// The shape of an API's error responses: which fact stands where in the body, or in which header.
///
/// Written by a server, read by a client: a server uses the first path of a slot, a client tries all
/// of them in order, so that older forms are still understood. Made by generated code, in constants:
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
}

impl Envelope<'static> {
    /// What a catalog without an `envelope` has: every fact under its own name.
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
    ]);
}

impl<'a> Envelope<'a> {
    /// An envelope of these slots, in the order in which a body lists them.
    #[inline]
    #[must_use]
    pub const fn new(slots: &'a [Slot<'a>]) -> Self {
        Self { slots, template: &[] }
    }

    /// The same envelope with the members of a body written out; generated code calls it.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn with_template(mut self, template: &'a [Part<'a>]) -> Self {
        self.template = template;
        self
    }

    /// The members of a body; empty unless they are written out.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn template(&self) -> &'a [Part<'a>] {
        self.template
    }

    /// The slots in the order in which a body lists them.
    #[inline]
    #[must_use]
    pub const fn slots(&self) -> &'a [Slot<'a>] {
        self.slots
    }
}

/// A member of a body, with its name as JSON: `,"code":`. The first member of an object leaves out the comma.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part<'a> {
    /// The fact of the slot with this index.
    Member(&'a str, usize),
    /// An object of these members, which is left out if all of them are absent.
    Object(&'a str, &'a [Part<'a>]),
}

/// One fact of a response and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot<'a> {
    fact: Fact<'a>,
    paths: &'a [&'a str],
    form: Form<'a>,
}

impl<'a> Slot<'a> {
    /// `fact` stands at the first of `paths` that has it: `error.code` in the body, or a header behind
    /// `header:`.
    #[inline]
    #[must_use]
    pub const fn new(fact: Fact<'a>, paths: &'a [&'a str]) -> Self {
        Self { fact, paths, form: Form::Plain }
    }

    /// The same slot, written in another form.
    #[inline]
    #[must_use]
    pub const fn with_form(mut self, form: Form<'a>) -> Self {
        self.form = form;
        self
    }

    /// What stands here.
    #[inline]
    #[must_use]
    pub const fn fact(&self) -> Fact<'a> {
        self.fact
    }

    /// Where it may stand, the best place first.
    #[inline]
    #[must_use]
    pub const fn paths(&self) -> &'a [&'a str] {
        self.paths
    }

    /// How it is written.
    #[inline]
    #[must_use]
    pub const fn form(&self) -> Form<'a> {
        self.form
    }
}

/// What a response can say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Fact<'a> {
    /// `code`: the code.
    Code,
    /// `message`: the text for people.
    Message,
    /// `details`: values that travel beside the message.
    Details,
    /// `params`: the parameters of the message; where an envelope has no place for them, they are
    /// among the details.
    Params,
    /// `suggestions`: what to do about it, a list of sentences.
    Suggestions,
    /// `links`: where to read on, a list of labels and addresses.
    Links,
    /// `request_id`: what to tell the support.
    RequestId,
    /// `retry_after`: how long to wait.
    RetryAfter,
    /// `status`: the HTTP status once more.
    Status,
    /// A field of the API's own, known by its name.
    Field(&'a str),
}

/// How a fact is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Form<'a> {
    /// As it is: texts as strings, details as an object.
    Plain,
    /// A text in which other facts stand, too: `CODE: message`.
    Text(&'a [TextPiece<'a>]),
    /// Details as a list of objects with `field`, `value` and `message`.
    Fields,
}

/// A piece of a [`Form::Text`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextPiece<'a> {
    /// Text as it is.
    Text(&'a str),
    /// The code.
    Code,
    /// The message.
    Message,
}
