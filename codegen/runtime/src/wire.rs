//! A code as received.

use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::convert::Infallible;
use core::fmt::{self, Debug, Display, Formatter};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::ErrorCode;

/// A code as received: a known code, or any other text.
///
/// Servers can be newer than their clients, so reading a code must not fail and must not lose
/// anything. [`new`](Self::new) accepts any text, [`as_str`](Self::as_str) returns exactly that
/// text, and [`known`](Self::known) returns the code if this version knows it. There is
/// deliberately no variant for unknown codes: a program that compares such a code as text keeps
/// working when a later version knows the code.
///
/// # Comparing
///
/// * With a code, by meaning: `wire == Code::NodeNotFound` is also true for an alias of the code.
/// * With a text or another `Wire`, by text: an alias differs from the code that it stands for.
///   Order and hash use the text, too, so that a map with `Wire` keys can be queried with a `&str`.
///
/// Comparisons by text therefore give the same result after an upgrade that knows more codes. To
/// compare two values by meaning, compare their [`known`](Self::known) codes.
///
/// # Printing
///
/// `Display` writes the text as received, without escaping. A text from outside may contain control
/// characters and have any length. Use `Debug`, which escapes, if that matters.
///
/// # Examples
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
    /// The text of a known code.
    Known(C),
    /// Any other text: an unknown code, or an alias, which is looked up on demand. A third variant
    /// would make the type larger.
    Text(Box<str>),
}

/// The label of all unknown codes.
pub(crate) const OTHER: &str = "_OTHER";

impl<C: ErrorCode> Wire<C> {
    /// Reads a code. Never fails.
    ///
    /// Allocates only if the text is not exactly the code of a variant.
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

    /// Returns the code if this version knows it. An alias returns the code that it stands for.
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

    /// Returns `true` if this version knows the code.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.known().is_some()
    }

    /// Returns the text as received.
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

    /// Returns a label for metrics: the code, or `_OTHER` if it is unknown. There are therefore
    /// only as many labels as codes, plus one.
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

/// Compares by meaning, so that an alias equals its code.
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
            (Repr::Text(text), Some(code)) if code.pattern().is_some_and(|it| it.value(text).is_some()) => {
                f.debug_tuple("Known").field(text).field(&code).finish()
            }
            (Repr::Text(text), Some(code)) => f.debug_tuple("Alias").field(text).field(&code).finish(),
            (Repr::Text(text), None) => f.debug_tuple("Unknown").field(text).finish(),
        }
    }
}
