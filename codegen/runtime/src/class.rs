//! The classes into which an SDK sorts what it gets, and the rules by which it does.

use core::fmt::{Debug, Display};
use core::hash::Hash;

use crate::Retry;

/// A class of failures, as the SDKs of an API define them: `AuthError`, `ConflictError`, …
///
/// Every generated enum `Class` implements this trait. A catalog without classes has [`NoClass`] in
/// its place, which has no value.
///
/// The rules are tried in the order of the catalog, and the first that applies decides; so a class says
/// more than a code or a status alone. What is no response at all, a request that did not get through
/// or an answer that could not be understood, has a class too: [`of_transport`](Self::of_transport),
/// [`of_decode`](Self::of_decode).
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
/// assert!(Class::Coded.is_a(Class::Api));
/// assert!(!Class::Coded.is_a(Class::Conflict));
/// ```
pub trait Class: Copy + Eq + Ord + Hash + Debug + Display + Send + Sync + 'static {
    /// Every class, in the order of the catalog.
    const ALL: &'static [Self];

    /// What leads to which class; the first rule that applies decides.
    const RULES: &'static [ClassRule<Self>];

    /// The name that the SDK gives the class.
    fn name(self) -> &'static str;

    /// The class that this one is a kind of.
    fn parent(self) -> Option<Self>;

    /// What a client may do after any failure of this class; `None` where the catalog does not say.
    fn retry(self) -> Option<Retry>;

    /// The class with this name, letter by letter.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.name() == name)
    }

    /// Whether this is `other` or a kind of it, as `except other` would catch it.
    #[must_use]
    fn is_a(self, other: Self) -> bool {
        // No more steps than there are classes, so that a table with a cycle ends too.
        let mut class = Some(self);
        for _ in Self::ALL {
            match class {
                Some(known) if known == other => return true,
                Some(known) => class = known.parent(),
                None => return false,
            }
        }
        false
    }

    /// The class of a response with this status, and with this code if it has one.
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

    /// The class of a request that did not get through.
    #[must_use]
    fn of_transport() -> Option<Self> {
        first(|when| matches!(when, When::Transport | When::Any))
    }

    /// The class of an answer that could not be understood.
    #[must_use]
    fn of_decode() -> Option<Self> {
        first(|when| matches!(when, When::Decode | When::Any))
    }
}

fn first<C: Class>(holds: impl Fn(&When) -> bool) -> Option<C> {
    C::RULES.iter().find(|rule| holds(&rule.when)).map(|rule| rule.class)
}

/// One rule: what leads to a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ClassRule<C> {
    /// The class it leads to.
    pub class: C,
    /// When it applies.
    pub when: When,
}

impl<C> ClassRule<C> {
    /// What `when` describes is of the class `class`.
    #[must_use]
    pub const fn new(class: C, when: When) -> Self {
        Self { class, when }
    }
}

/// When a [`ClassRule`] applies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// The request did not get through.
    Transport,
    /// The answer could not be understood.
    Decode,
    /// Always.
    Any,
    /// There is a response like this.
    Response {
        /// First and last status of each range; none for any status.
        status: &'static [(u16, u16)],
        /// What its code must be like.
        code: CodeRule,
    },
}

/// What a rule asks of the code of a response.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeRule {
    /// Nothing.
    Any,
    /// There is one, known or not.
    Present,
    /// It is this one; letter case does not count, and the text is in lower case.
    Is(&'static str),
    /// It begins and ends like this; letter case does not count, and the texts are in lower case.
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

/// The classes of a catalog that has none.
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
