//! The layout of the error responses of an API.

#[cfg(feature = "alloc")]
use core::array;

mod template;

pub use self::template::{BodyPiece, Part};

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
    bare_problem: &'a [BodyPiece<'a>],
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
        Self { slots, template: &[], bare: &[], bare_problem: &[], has_params }
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

/// Makes the enum of facts from a table: for each fact its documentation, its variant, and its name
/// in catalogs. Texts of one occurrence, which all code treats alike, also say whether a masked
/// error shows them.
macro_rules! facts {
    (
        $($(#[$doc:meta])+ $fact:ident $name:literal,)+
        texts: $($(#[$text_doc:meta])+ $text:ident $text_name:literal shown_if_masked: $masked:literal,)+
    ) => {
        /// A fact that a response can contain.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[non_exhaustive]
        pub enum Fact<'a> {
            $($(#[$doc])+ $fact,)+
            $($(#[$text_doc])+ $text,)+
            /// A member that is specific to the API, by its name.
            Field(&'a str),
        }

        impl<'a> Fact<'a> {
            /// All facts but the members that are specific to an API.
            #[doc(hidden)]
            pub const NAMED: &'static [Fact<'static>] = &[$(Fact::$fact,)+ $(Fact::$text,)+];

            /// Returns the fact that catalogs call `name`.
            #[doc(hidden)]
            #[must_use]
            pub fn named(name: &'a str) -> Self {
                match name {
                    $($name => Self::$fact,)+
                    $($text_name => Self::$text,)+
                    _ => Self::Field(name),
                }
            }

            /// Returns the name in catalogs.
            #[doc(hidden)]
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'a str {
                match self {
                    $(Self::$fact => $name,)+
                    $(Self::$text => $text_name,)+
                    Self::Field(name) => name,
                }
            }

            /// Returns the name of the variant, for generated code.
            #[doc(hidden)]
            #[must_use]
            pub const fn variant(self) -> &'static str {
                match self {
                    $(Self::$fact => stringify!($fact),)+
                    $(Self::$text => stringify!($text),)+
                    Self::Field(_) => "Field",
                }
            }
        }

        /// The facts that are texts of one occurrence, and whether a masked error shows them.
        #[cfg(feature = "alloc")]
        const TEXTS: &[(Fact<'static>, bool)] = &[$((Fact::$text, $masked)),+];

        /// Returns the index of a text.
        #[cfg(feature = "alloc")]
        #[inline]
        const fn index(fact: Fact<'_>) -> Option<usize> {
            enum Index { $($text),+ }
            match fact {
                $(Fact::$text => Some(Index::$text as usize),)+
                _ => None,
            }
        }

        /// The pattern of every text.
        #[cfg(feature = "alloc")]
        macro_rules! text_fact {
            () => { $($crate::Fact::$text)|+ };
        }
        #[cfg(feature = "alloc")]
        pub(crate) use text_fact;

        /// The envelope of problem details (RFC 9457), with the extensions that
        /// [`Problem`](crate::Problem) writes.
        #[cfg(feature = "alloc")]
        pub(crate) const PROBLEM: Envelope<'static> = Envelope::new(&[
            Slot::new(Fact::Code, &["code"]),
            Slot::new(Fact::Message, &["detail", "title"]),
            Slot::new(Fact::Params, &["params"]),
            Slot::new(Fact::Details, &["details"]),
            Slot::new(Fact::Suggestions, &["suggestions"]),
            $(Slot::new(Fact::$text, &[$text_name]),)+
            Slot::new(Fact::RetryAfter, &["retry_after"]),
        ]);
    };
}

facts! {
    /// `code`: the code.
    Code "code",
    /// `message`: the message.
    Message "message",
    /// `details`: values that are sent in addition to the message.
    Details "details",
    /// `params`: the parameters of the message. Envelopes without it send them as details.
    Params "params",
    /// `suggestions`: a list of sentences about what to do.
    Suggestions "suggestions",
    /// `links`: a list of labels and addresses of further information.
    Links "links",
    /// `retry_after`: how long to wait.
    RetryAfter "retry_after",
    /// `status`: the HTTP status.
    Status "status",
    texts:
    /// `request_id`: the id of the request, to quote in support requests.
    RequestId "request_id" shown_if_masked: true,
}

/// A value for each fact that is a text of one occurrence.
#[cfg(feature = "alloc")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextFacts<T>([Option<T>; TEXTS.len()]);

#[cfg(feature = "alloc")]
impl<T> TextFacts<T> {
    /// No values.
    pub const NONE: Self = Self([const { None }; TEXTS.len()]);

    /// Returns `true` if there are no values.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Returns the value of a fact.
    #[inline]
    pub(crate) fn get(&self, fact: Fact<'_>) -> Option<&T> {
        self.0.get(index(fact)?)?.as_ref()
    }

    /// Sets the value of a fact. Other facts than texts have none.
    #[inline]
    pub(crate) fn set(&mut self, fact: Fact<'_>, value: Option<T>) {
        if let Some(known) = index(fact).and_then(|index| self.0.get_mut(index)) {
            *known = value;
        }
    }

    /// Returns the names and values of all texts.
    #[inline]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, Option<&T>)> {
        TEXTS.iter().zip(&self.0).map(|((fact, _), value)| (fact.name(), value.as_ref()))
    }

    /// Returns another value for each of the values. `map` receives whether a masked error shows it.
    #[inline]
    pub(crate) fn map<'a, U>(
        &'a self,
        mut map: impl FnMut(Fact<'static>, bool, &'a T) -> Option<U>,
    ) -> TextFacts<U> {
        TextFacts(array::from_fn(|index| {
            let (fact, masked) = TEXTS[index];
            map(fact, masked, self.0[index].as_ref()?)
        }))
    }
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
