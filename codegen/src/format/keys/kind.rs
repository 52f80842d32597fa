//! The kinds of values that a key can have.

use super::{Map, forms};
use crate::format::vocabulary::Term;

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Nothing after the colon.
    Nothing,
    /// A text: any scalar but `null`, exactly as it is written.
    Text,
    /// A code: any scalar at all, exactly as it is written.
    Code,
    /// `true` or `false`.
    Bool,
    /// A whole number in decimal.
    Integer {
        /// The least one.
        least: u64,
        /// The greatest one.
        most: u64,
    },
    /// One of a few words.
    Word {
        /// What such a word is called, with an article.
        what: &'static str,
        /// The words.
        words: &'static [&'static str],
    },
    /// A text of a certain form.
    Form(&'static Form),
    /// A list.
    List(&'static Kind),
    /// A list of exactly one item.
    ListOfOne(&'static Kind),
    /// A map with declared keys.
    Map(&'static Map),
    /// A map whose keys are names that the author chooses.
    Named {
        /// What the keys are.
        names: Names,
        /// What stands under each of them.
        value: &'static Kind,
    },
    /// A value of any of these kinds.
    OneOf(&'static [Kind]),
}

/// A form that a text can have.
#[derive(Debug)]
pub struct Form {
    /// What such a text is called, with an article.
    pub what: &'static str,
    /// A regular expression that matches such texts and nothing else, as JSON Schema writes it.
    pub pattern: &'static str,
    /// The numbers, first and last, that such a text can be; `None` if no number is of this form.
    pub numbers: Option<(u64, u64)>,
}

/// What the keys of a map are that the author chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Codes.
    Code,
    /// Codes, or ranges `FIRST..LAST`.
    Range,
    /// Names of lint rules. Another name is reported later, with a suggestion.
    Rule,
    /// Names of lint rules, and no others.
    KnownRule,
    /// Tags.
    Tag,
    /// Parameters, as `{name}` in a message and as members of a response.
    Param,
    /// Languages and other places that use a name.
    Language,
}

impl Names {
    /// What the key is, in one or two words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Range => "code or range",
            Self::Rule | Self::KnownRule => "rule",
            Self::Tag => "tag",
            Self::Param => "name",
            Self::Language => "language",
        }
    }
}

impl Kind {
    /// One of the words of a vocabulary.
    #[must_use]
    pub const fn word<T: Term>() -> Self {
        Self::Word { what: T::NAME, words: T::WORDS }
    }

    /// A path below the folder of the project.
    pub const PATH: Self = forms::PATH;

    /// Whether this is [`PATH`](Self::PATH).
    #[must_use]
    pub fn is_path(&self) -> bool {
        matches!(self, Self::Form(form) if form.what == forms::PATH_NAME)
    }

    /// A list of texts.
    pub const TEXTS: Self = Self::List(&Self::Text);

    /// One text, or a list of them.
    pub const TEXT_OR_TEXTS: Self = Self::OneOf(&[Self::Text, Self::TEXTS]);
}
