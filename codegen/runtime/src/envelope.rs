//! The layout of the error responses of an API.

mod fact;
mod form;
mod members;
mod place;
mod slot;
mod template;
#[cfg(feature = "alloc")]
mod texts;

pub use self::fact::Fact;
#[cfg(feature = "alloc")]
pub(crate) use self::fact::{PROBLEM, text_fact};
pub use self::form::{FieldForm, Form, TextPiece};
pub(crate) use self::members::ProblemMembers;
#[cfg(feature = "alloc")]
pub(crate) use self::place::Path;
pub use self::place::{ErrorMark, Place, Step, Unit};
pub use self::slot::{FieldName, Slot};
pub use self::template::{BodyPiece, Part};
#[cfg(feature = "alloc")]
pub(crate) use self::texts::TextFacts;

/// The layout of the error responses of an API: the place of each fact in the body or headers.
///
/// Servers write each fact to the first path of its slot. Clients try all paths in order, so that
/// older layouts are still understood. Generated code contains envelopes as constants:
///
/// ```
/// use errcat::{Envelope, Fact, Form, Place, Slot};
///
/// const ENVELOPE: Envelope<'static> = Envelope::new(&[
///     Slot::new(Fact::Code, &[Place::member("error_code")]),
///     Slot::new(Fact::Message, &[Place::member("message"), Place::member("detail")]),
///     Slot::new(Fact::RequestId, &[Place::member("request_id"), Place::header("x-request-id")]),
/// ]);
///
/// assert_eq!(ENVELOPE.slots()[1].places(), [Place::member("message"), Place::member("detail")]);
/// assert_eq!(ENVELOPE.slots()[1].form(), Form::Plain);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Envelope<'a> {
    slots: &'a [Slot<'a>],
    template: &'a [Part<'a>],
    bare: &'a [BodyPiece<'a>],
    bare_problem: &'a [BodyPiece<'a>],
    media_type: &'a str,
    error_mark: Option<ErrorMark<'a>>,
    /// Whether parameters have a place of their own, outside of the details.
    has_params: bool,
    /// Whether servers write a fact to a header.
    has_headers: bool,
    /// Whether responses say if the request may be sent again.
    has_should_retry: bool,
    /// The members of problem details in which servers write a fact.
    problem_members: ProblemMembers,
}

/// Returns `true` if a header holds the time to wait in another unit than seconds.
#[inline]
const fn has_other_unit(mut places: &[Place<'_>]) -> bool {
    while let [place, rest @ ..] = places {
        if place.is_header() && !matches!(place.unit(), Unit::Seconds) {
            return true;
        }
        places = rest;
    }
    false
}

impl Envelope<'static> {
    /// The envelope of catalogs without one, in which every fact has its own name.
    pub const DEFAULT: Self = Self::new(&[
        Slot::new(Fact::Code, &[Place::member("code")]),
        Slot::new(Fact::Message, &[Place::member("message")]),
        Slot::new(Fact::Details, &[Place::member("details")]),
        Slot::new(Fact::RequestId, &[Place::member("request_id")]),
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
        let (mut has_params, mut has_headers, mut has_should_retry) = (false, false, false);
        let mut problem_members = ProblemMembers::NONE;
        let mut rest = slots;
        while let [slot, tail @ ..] = rest {
            has_params |= matches!(slot.fact(), Fact::Params);
            has_should_retry |= matches!(slot.fact(), Fact::ShouldRetry);
            has_headers |= matches!(slot.fact(), Fact::RetryAfter) && has_other_unit(slot.places());
            if let [place, ..] = slot.places() {
                has_headers |= place.is_header();
                problem_members = problem_members.or(place.problem_member());
            }
            rest = tail;
        }
        Self {
            slots,
            template: &[],
            bare: &[],
            bare_problem: &[],
            media_type: "application/json",
            error_mark: None,
            has_params,
            has_headers,
            has_should_retry,
            problem_members,
        }
    }

    /// Returns the envelope with another media type of its bodies.
    #[inline]
    #[must_use]
    pub const fn with_media_type(mut self, media_type: &'a str) -> Self {
        self.media_type = media_type;
        self
    }

    /// Returns the media type that servers send.
    #[inline]
    #[must_use]
    pub const fn media_type(&self) -> &'a str {
        self.media_type
    }

    /// Returns the envelope with a mark of errors, which may have a status below 400.
    #[inline]
    #[must_use]
    pub const fn with_error_mark(mut self, mark: ErrorMark<'a>) -> Self {
        self.has_headers |= mark.place.is_header() && mark.value.is_some();
        self.error_mark = Some(mark);
        self
    }

    /// Returns the mark of errors, if any.
    #[inline]
    #[must_use]
    pub const fn error_mark(&self) -> Option<ErrorMark<'a>> {
        self.error_mark
    }

    /// Returns `true` if responses say if the request may be sent again.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn has_should_retry(&self) -> bool {
        self.has_should_retry
    }

    /// Returns `true` if servers write a fact to a header.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn has_headers(&self) -> bool {
        self.has_headers
    }

    /// Returns the members of problem details in which servers write a fact.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn problem_members(&self) -> ProblemMembers {
        self.problem_members
    }

    /// Returns the slot of a fact.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) fn slot(&self, fact: Fact<'_>) -> Option<&'a Slot<'a>> {
        self.slots.iter().find(|slot| slot.fact() == fact)
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

    /// Returns the envelope with the problem details of a code to which nothing was added. Only
    /// generated code calls this.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn with_bare_problem(mut self, bare: &'a [BodyPiece<'a>]) -> Self {
        self.bare_problem = bare;
        self
    }

    /// Returns the problem details of a code to which nothing was added, which are empty if they are
    /// not known.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) const fn bare_problem(&self) -> &'a [BodyPiece<'a>] {
        self.bare_problem
    }

    /// Returns the slots, in the order of the members of a body.
    #[inline]
    #[must_use]
    pub const fn slots(&self) -> &'a [Slot<'a>] {
        self.slots
    }
}
