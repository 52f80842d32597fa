//! The trait of every generated enum of codes.

use core::fmt::{Debug, Display};
use core::hash::Hash;

use crate::{Class, CodePattern, Envelope, Info, Retry};

/// An error code of a catalog, and everything that the catalog says about it.
///
/// Every enum that errcat generates implements this trait. Code that is generic over it works with
/// the codes of any API, for example a logger, a documentation page, or a client that decides about
/// retries. It makes error values with `Error::new(code)`. The enums have inherent methods of the same names, most of them `const`. The trait is
/// needed only in generic code.
///
/// All texts are `'static`, and no method allocates or panics. `Display` writes the code and its
/// message on one line: `ERR-01-001: The requested node is not available`.
///
/// Only generated code should implement this trait. Compatible versions may add provided methods,
/// but no required ones.
///
/// # Guarantees
///
/// * `ALL` contains every value once.
/// * `from_code` always returns the same result for the same text.
/// * `from_code(c.code())` is `Some(c)`, unless several values have the same code. If they are
///   codes of several families, it is `None`, because an ambiguous code is never guessed. If the
///   catalog lists them as variants of one code, it is the first of them, which is the only
///   exception.
///   It is also `None` for a code with a [`pattern`](Self::pattern), because the pattern itself is
///   never sent.
///
/// # Examples
///
/// ```
#[doc = include_str!("example.txt")]
/// use errcat::ErrorCode;
///
/// /// A table of a catalog, whichever it is.
/// fn table<C: ErrorCode>() -> String {
///     let mut table = format!("# {}\n", C::CATALOG);
///     for code in C::ALL {
///         let status = code.status().map_or_else(String::new, |status| status.to_string());
///         table += &format!("{} {status} {}\n", code.code(), code.family_title());
///     }
///     table
/// }
///
/// assert_eq!(table::<Code>(), "# phala-cloud\nERR-01-001 404 Nodes\nERR-02-001 429 Quotas\n");
/// assert_eq!(Code::NodeNotFound.to_string(), "ERR-01-001: The requested node is not available");
/// ```
pub trait ErrorCode: Copy + Eq + Ord + Hash + Debug + Display + Send + Sync + 'static {
    /// The id of the catalog, for example `phala-cloud`.
    const CATALOG: &'static str;

    /// Every code, in published order.
    const ALL: &'static [Self];

    /// The classes into which the SDKs of the API sort failures, or [`NoClass`](crate::NoClass).
    type Class: Class;

    /// Whether codes are numbers on the wire. If only those of some families are, this is `true`,
    /// and [`number`](Self::number) tells them apart.
    const NUMERIC: bool = false;

    /// Whether several values may have the same code, see [`variants_of`](Self::variants_of).
    const VARIANTS: bool = false;

    /// Which member of a response body holds the code, the message, and so on.
    const ENVELOPE: &'static Envelope<'static> = &Envelope::DEFAULT;

    /// The address of the page about a code, with `{code}` in place of the code, and `{family}` in place of
    /// the id of its family.
    const DOCS: Option<&'static str> = None;

    /// The languages into which the texts are translated, sorted, such as `de` and `pt-BR`. Empty
    /// unless the generator was asked for translations.
    const LANGUAGES: &'static [&'static str] = &[];

    /// The language of the texts themselves, if the catalog says so and has translations.
    const LANGUAGE: Option<&'static str> = None;

    /// The code that outsiders get for an internal error without a mask. Without one, they get
    /// status 500 and no code.
    const INTERNAL: Option<Self> = None;

    /// Returns [`ENVELOPE`](Self::ENVELOPE). Tests that make up envelopes override it.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    fn envelope() -> &'static Envelope<'static> {
        Self::ENVELOPE
    }

    /// Returns [`DOCS`](Self::DOCS). Tests that make up catalogs override it.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    fn docs() -> Option<&'static str> {
        Self::DOCS
    }

    /// Returns the code with exactly this text. Case and white space matter.
    ///
    /// Aliases and retired codes are found, too. The [`code`](Self::code) of the result then
    /// differs from the alias. Any text is accepted, of any length and from any source.
    fn from_code(code: &str) -> Option<Self>;

    /// Returns every value with this code, in published order. A code that `from_code` does not find
    /// has none.
    #[must_use]
    fn variants_of(code: &str) -> &'static [Self] {
        let first = Self::from_code(code).and_then(|code| Self::ALL.iter().position(|known| *known == code));
        let Some(rest) = first.and_then(|first| Self::ALL.get(first..)) else { return &[] };
        let is_same = |other: &&Self| rest.first().is_some_and(|first| first.code() == other.code());
        rest.split_at(rest.iter().take_while(is_same).count()).0
    }

    /// Returns the code as it is sent, for example `ERR-01-001`.
    fn code(self) -> &'static str;

    /// Returns the code as a number, if it is one on the wire.
    fn number(self) -> Option<i64> {
        if Self::NUMERIC { crate::table::number(self.code()) } else { None }
    }

    /// Returns the name that the API publishes for the code, if any.
    fn name(self) -> Option<&'static str>;

    /// Returns the name of the variant, for example `NodeNotFound`.
    fn ident(self) -> &'static str;

    /// Returns the message of the error.
    ///
    /// If [`Info::dynamic`] is set, the server writes the message, and this text is only its start.
    fn message(self) -> Option<&'static str>;

    /// Returns a description of the error for documentation.
    fn description(self) -> Option<&'static str>;

    /// Returns the message in a language. If it is not translated into `pt-BR`, that is the one in
    /// `pt`, and then [`message`](Self::message).
    fn message_in(self, language: &str) -> Option<&'static str> {
        let _ = language;
        self.message()
    }

    /// Returns the description in a language, like [`message_in`](Self::message_in).
    fn description_in(self, language: &str) -> Option<&'static str> {
        let _ = language;
        self.description()
    }

    /// Returns the HTTP status of the error.
    fn status(self) -> Option<u16>;

    /// Returns the retry advice, or `None` if the catalog has none.
    fn retry(self) -> Option<Retry>;

    /// Returns the id of the family, which is a group of related codes.
    fn family_id(self) -> &'static str;

    /// Returns the title of the family.
    fn family_title(self) -> &'static str;

    /// Returns the code to show to outsiders: the mask of the code, or the code itself if it has
    /// none.
    #[must_use]
    fn public(self) -> Self;

    /// Returns how the code carries a value, or `None` for most codes.
    ///
    /// A code with a value, such as `FLOOD_WAIT_42`, is sent with the parameters of the error. Its
    /// [`code`](Self::code) is the pattern `FLOOD_WAIT_{seconds}`.
    fn pattern(self) -> Option<&'static CodePattern> {
        None
    }

    /// Returns the more general code that this one refines, if any.
    ///
    /// A program that does not know a code can treat it like its parent. No code is its own
    /// ancestor.
    fn parent(self) -> Option<Self> {
        None
    }

    /// Returns `true` if this is `other`, or refines it directly or through other codes.
    fn is_a(self, other: Self) -> bool {
        let mut code = Some(self);
        while let Some(known) = code {
            if known == other {
                return true;
            }
            code = known.parent();
        }
        false
    }

    /// Returns less common facts, such as tags, help, links and history.
    fn info(self) -> &'static Info;

    /// Returns `true` if the code stands for an error, rather than a success, a note or a warning.
    /// `false` only if a declared fact of the catalog says so.
    fn is_error(self) -> bool {
        true
    }

    /// Returns a label for metrics: the code, which has a limited number of values. Unknown codes
    /// get the label `_OTHER`, see `Wire::metric_label`.
    fn metric_label(self) -> &'static str {
        self.code()
    }
}
