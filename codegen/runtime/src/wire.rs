//! A code as received, known or not.

use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::convert::Infallible;
use core::fmt::{self, Debug, Display, Formatter};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::ErrorCode;

/// A code as it was received: a known one, or any other text, kept letter by letter.
///
/// A server may be newer than its client. So reading a code must not fail, and must lose nothing:
/// [`new`](Self::new) takes every text, [`as_str`](Self::as_str) gives back exactly that text, and
/// [`known`](Self::known) gives the code to `match` on, if this version knows it. There is
/// deliberately no variant for unknown codes to match on: when the next version learns the code, a
/// program that compared it as text still works.
///
/// # Comparing
///
/// * With a code, by meaning: `wire == Code::NodeNotFound` holds for an alias of the code too.
/// * With a text, and with another `Wire`, by the text: an alias differs from the code that it
///   stands for. Order and hash go by the text as well, as if the value were a [`str`], so that a
///   map keyed by `Wire` can be asked with a `&str`.
///
/// So what compares by text compares the same after an upgrade, when more codes are known. To compare
/// two values by meaning, compare what is [`known`](Self::known).
///
/// # Printing
///
/// `Display` writes the text as received and escapes nothing. A text from outside may hold control
/// characters and be of any length: use `Debug`, which escapes, where that matters.
///
/// # Example
///
/// ```
#[doc = include_str!("example.txt")]
/// use errcat::Wire;
///
/// let wire = Wire::<Code>::new("ERR-01-001");
/// let advice = match wire.known() {
///     Some(Code::NodeNotFound) => "choose another node",
///     Some(_) => "ask for help",
///     None => "upgrade to learn more about this code",
/// };
/// assert_eq!(advice, "choose another node");
/// assert!(wire == Code::NodeNotFound);
///
/// let unknown = Wire::<Code>::new("ERR-77-001");
/// assert_eq!(unknown.known(), None);
/// assert!(unknown == "ERR-77-001");
///
/// let alias = Wire::<Code>::new("node_not_found");
/// assert!(alias == Code::NodeNotFound);
/// assert_eq!(alias.as_str(), "node_not_found");
/// ```
#[derive(Clone)]
pub struct Wire<C>(Repr<C>);

#[derive(Clone)]
enum Repr<C> {
    /// Received as the text that the code itself has.
    Known(C),
    /// Any other text: an unknown code, or an alias, which is looked up again when asked for. A
    /// third case would cost a word.
    Text(Box<str>),
}

/// The label of whatever is no known code.
pub(crate) const OTHER: &str = "_OTHER";

impl<C: ErrorCode> Wire<C> {
    /// Reads a code; succeeds for every text.
    ///
    /// Allocates only for a text that is not, letter by letter, the code of a variant.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// use errcat::Wire;
    ///
    /// assert!(Wire::<Code>::new("ERR-01-001").is_known());
    /// assert!(!Wire::<Code>::new("").is_known());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::known_as(text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }

    /// The code, if it is known to this version; an alias gives the code that it stands for.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// use errcat::Wire;
    ///
    /// assert_eq!(Wire::<Code>::new("ERR-02-001").known(), Some(Code::QuotaExceeded));
    /// assert_eq!(Wire::<Code>::new("ERR-02-002").known(), None);
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<C> {
        match &self.0 {
            Repr::Known(code) => Some(*code),
            Repr::Text(text) => C::from_code(text),
        }
    }

    /// Whether the code is known to this version.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.known().is_some()
    }

    /// The text as received.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// use errcat::Wire;
    ///
    /// assert_eq!(Wire::<Code>::new(" err-01-001\n").as_str(), " err-01-001\n");
    /// assert_eq!(Wire::from(Code::NodeNotFound).as_str(), "ERR-01-001");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Known(code) => code.code(),
            Repr::Text(text) => text,
        }
    }

    /// A label for metrics that has as many values as the catalog has codes, and one more: `_OTHER`, for every text that is
    /// none of them.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// use errcat::Wire;
    ///
    /// assert_eq!(Wire::<Code>::new("node_not_found").metric_label(), "ERR-01-001");
    /// assert_eq!(Wire::<Code>::new("anything else").metric_label(), "_OTHER");
    /// ```
    #[must_use]
    pub fn metric_label(&self) -> &'static str {
        self.known().map_or(OTHER, C::metric_label)
    }

    fn known_as(text: &str) -> Option<Self> {
        C::from_code(text).filter(|code| code.code() == text).map(Self::from)
    }
}

impl<C: ErrorCode> From<C> for Wire<C> {
    fn from(code: C) -> Self {
        Self(Repr::Known(code))
    }
}

impl<C: ErrorCode> From<&str> for Wire<C> {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl<C: ErrorCode> From<String> for Wire<C> {
    fn from(text: String) -> Self {
        Self::known_as(&text).unwrap_or_else(|| Self(Repr::Text(text.into_boxed_str())))
    }
}

impl<C: ErrorCode> FromStr for Wire<C> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::new(text))
    }
}

impl<C: ErrorCode> AsRef<str> for Wire<C> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<C: ErrorCode> Borrow<str> for Wire<C> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<C: ErrorCode> PartialEq for Wire<C> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<C: ErrorCode> Eq for Wire<C> {}

/// By meaning: an alias equals its code.
impl<C: ErrorCode> PartialEq<C> for Wire<C> {
    fn eq(&self, code: &C) -> bool {
        self.known() == Some(*code)
    }
}

impl<C: ErrorCode> PartialEq<str> for Wire<C> {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == text
    }
}

impl<C: ErrorCode> PartialEq<&str> for Wire<C> {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == *text
    }
}

impl<C: ErrorCode> PartialOrd for Wire<C> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<C: ErrorCode> Ord for Wire<C> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl<C: ErrorCode> Hash for Wire<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<C: ErrorCode> Display for Wire<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<C: ErrorCode> Debug for Wire<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (&self.0, self.known()) {
            (Repr::Known(code), _) => f.debug_tuple("Known").field(code).finish(),
            (Repr::Text(text), Some(code)) => f.debug_tuple("Alias").field(text).field(&code).finish(),
            (Repr::Text(text), None) => f.debug_tuple("Unknown").field(text).finish(),
        }
    }
}
