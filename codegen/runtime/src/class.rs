//! The classes into which SDKs sort failures, and the rules for them.

use core::fmt::{Debug, Display};
use core::hash::Hash;

use crate::Retry;

/// A class of failures, as the SDKs of an API define them, such as `AuthError` or `ConflictError`.
///
/// Every generated enum `Class` implements this trait. Catalogs without classes use [`NoClass`],
/// which has no value.
///
/// Rules are tried in the order of the catalog, and the first match wins. Failures without a
/// response have a class, too: [`of_transport`](Self::of_transport) for a request that failed,
/// [`of_decode`](Self::of_decode) for a response that could not be understood.
///
/// ```
/// use errcat::{Class as _, ClassRule, CodeRule, Retry, When};
///
/// #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
/// enum Class { Api, Business, Conflict, Coded }
/// # impl core::fmt::Display for Class {
/// #     fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result { f.write_str(self.name()) }
/// # }
/// impl errcat::Class for Class {
///     const ALL: &'static [Self] = &[Self::Api, Self::Business, Self::Conflict, Self::Coded];
///     const RULES: &'static [ClassRule<Self>] = &[
///         ClassRule::new(Self::Coded, When::Response { status: &[], code: CodeRule::Present }),
///         ClassRule::new(Self::Conflict, When::Response { status: &[(409, 409)], code: CodeRule::Any }),
///         ClassRule::new(Self::Business, When::Response { status: &[(400, 499)], code: CodeRule::Any }),
///         ClassRule::new(Self::Api, When::Any),
///     ];
///     fn name(self) -> &'static str { ["Api", "Business", "Conflict", "Coded"][self as usize] }
///     fn parent(self) -> Option<Self> {
///         [None, Some(Self::Api), Some(Self::Business), Some(Self::Business)][self as usize]
///     }
///     fn retry(self) -> Option<Retry> { (self == Self::Conflict).then_some(Retry::Backoff) }
/// }
///
/// assert_eq!(Class::of_response(409, None), Some(Class::Conflict));
/// assert_eq!(Class::of_response(409, Some("ERR-03-007")), Some(Class::Coded));
/// assert!(Class::Coded.ancestors().eq([Class::Coded, Class::Business, Class::Api]));
/// assert!(Class::Coded.is_a(Class::Api));
/// assert!(!Class::Coded.is_a(Class::Conflict));
/// ```
pub trait Class: Copy + Eq + Ord + Hash + Debug + Display + Send + Sync + 'static {
    /// Every class, in the order of the catalog.
    const ALL: &'static [Self];

    /// The rules, of which the first match wins.
    const RULES: &'static [ClassRule<Self>];

    /// Returns the name of the class in the SDK.
    fn name(self) -> &'static str;

    /// Returns the parent class, if any.
    fn parent(self) -> Option<Self>;

    /// Returns the retry advice for failures of this class, or `None` if the catalog has none.
    fn retry(self) -> Option<Retry>;

    /// Returns the class with exactly this name.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.name() == name)
    }

    /// Iterates over this class and its ancestors, this class first.
    ///
    #[must_use]
    fn ancestors(self) -> impl Iterator<Item = Self> {
        // At most as many steps as there are classes, so that a cycle cannot loop forever.
        core::iter::successors(Some(self), |class| class.parent()).take(Self::ALL.len())
    }

    /// Returns `true` if this class is `other` or one of its descendants, as `except other` would
    /// catch it.
    #[must_use]
    fn is_a(self, other: Self) -> bool {
        self.ancestors().any(|class| class == other)
    }

    /// Returns the class of a response with this status and code.
    #[must_use]
    fn of_response(status: u16, code: Option<&str>) -> Option<Self> {
        first(|when| match when {
            When::Any => true,
            When::Response { status: wanted, code: rule } => {
                (wanted.is_empty() || wanted.iter().any(|(first, last)| (*first..=*last).contains(&status)))
                    && rule.holds(code)
            }
            When::Transport | When::Decode => false,
        })
    }

    /// Returns the class of a request that failed without a response.
    #[must_use]
    fn of_transport() -> Option<Self> {
        first(|when| matches!(when, When::Transport | When::Any))
    }

    /// Returns the class of a response that could not be understood.
    #[must_use]
    fn of_decode() -> Option<Self> {
        first(|when| matches!(when, When::Decode | When::Any))
    }
}

fn first<C: Class>(holds: impl Fn(&When) -> bool) -> Option<C> {
    C::RULES.iter().find(|rule| holds(&rule.when)).map(|rule| rule.class)
}

/// A rule that assigns a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ClassRule<C> {
    /// The class.
    pub class: C,
    /// The condition.
    pub when: When,
}

impl<C> ClassRule<C> {
    /// Creates a rule that assigns `class` if `when` matches.
    #[must_use]
    pub const fn new(class: C, when: When) -> Self {
        Self { class, when }
    }
}

/// The condition of a [`ClassRule`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum When {
    /// The request failed without a response.
    Transport,
    /// The response could not be understood.
    Decode,
    /// Always matches.
    Any,
    /// A response with this status and code.
    Response {
        /// The first and last status of each range. An empty slice matches any status.
        status: &'static [(u16, u16)],
        /// The condition for the code.
        code: CodeRule,
    },
}

/// The condition of a rule for the code of a response.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum CodeRule {
    /// Any code, or none.
    Any,
    /// Any code, known or not.
    Present,
    /// Exactly this code, ignoring case. The text is in lower case.
    Is(&'static str),
    /// A code with this start and end, ignoring case. The texts are in lower case.
    Like(&'static str, &'static str),
}

impl CodeRule {
    #[inline]
    fn holds(self, code: Option<&str>) -> bool {
        let Some(code) = code else { return self == Self::Any };
        match self {
            Self::Any | Self::Present => true,
            Self::Is(wanted) => lower(code).eq(wanted.chars()),
            Self::Like(head, tail) => {
                let (mut letters, mut rest) = (lower(code), lower(code));
                let length = rest.by_ref().count();
                let (head_length, tail_length) = (head.chars().count(), tail.chars().count());
                length >= head_length + tail_length
                    && letters.by_ref().take(head_length).eq(head.chars())
                    && letters.skip(length - head_length - tail_length).eq(tail.chars())
            }
        }
    }
}

#[inline]
fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// The class type of catalogs without classes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NoClass {}

impl Display for NoClass {
    #[inline]
    fn fmt(&self, _: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match *self {}
    }
}

impl Class for NoClass {
    const ALL: &'static [Self] = &[];
    const RULES: &'static [ClassRule<Self>] = &[];

    #[inline]
    fn name(self) -> &'static str {
        match self {}
    }

    #[inline]
    fn parent(self) -> Option<Self> {
        match self {}
    }

    #[inline]
    fn retry(self) -> Option<Retry> {
        match self {}
    }
}
