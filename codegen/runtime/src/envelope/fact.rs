//! The facts that a response can contain.

#[cfg(feature = "alloc")]
use super::{Envelope, Place, Slot};

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
        pub(super) const TEXTS: &[(Fact<'static>, bool)] = &[$((Fact::$text, $masked)),+];

        /// Returns the index of a text.
        #[cfg(feature = "alloc")]
        #[inline]
        pub(super) const fn index(fact: Fact<'_>) -> Option<usize> {
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

        /// The members of problem details: those of RFC 9457, and the extensions that
        /// [`Problem`](crate::Problem) writes.
        pub(super) const MEMBERS: &[&str] = &[
            "type", "title", "status", "detail", "instance",
            "code", "params", "details", "suggestions", $($text_name,)+ "retry_after",
        ];

        /// The envelope of problem details (RFC 9457), with the extensions that
        /// [`Problem`](crate::Problem) writes.
        #[cfg(feature = "alloc")]
        pub(crate) const PROBLEM: Envelope<'static> = Envelope::new(&[
            Slot::new(Fact::Code, &[Place::member("code")]),
            Slot::new(Fact::Message, &[Place::member("detail"), Place::member("title")]),
            Slot::new(Fact::Params, &[Place::member("params")]),
            Slot::new(Fact::Details, &[Place::member("details")]),
            Slot::new(Fact::Suggestions, &[Place::member("suggestions")]),
            $(Slot::new(Fact::$text, &[Place::member($text_name)]),)+
            Slot::new(Fact::RetryAfter, &[Place::member("retry_after")]),
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
    /// `should_retry`: whether the same request may be sent again, `true` or `false`.
    ShouldRetry "should_retry",
    /// `status`: the HTTP status.
    Status "status",
    /// `field_errors`: mistakes in single fields of the request.
    FieldErrors "field_errors",
    texts:
    /// `request_id`: the id of the request, to quote in support requests.
    RequestId "request_id" shown_if_masked: true,
}
