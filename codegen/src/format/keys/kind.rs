//! The kinds of values of keys.

use super::Map;
use crate::format::vocabulary::Term;

/// The kind of a value.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An absent value.
    Nothing,
    /// A text: any scalar except `null`, as written.
    Text,
    /// A code: any scalar, as written.
    Code,
    /// `true` or `false`.
    Bool,
    /// A decimal integer.
    Integer {
        /// The minimum.
        least: u64,
        /// The maximum.
        most: u64,
    },
    /// One of several words.
    Word {
        /// The name of the vocabulary, with an article.
        what: &'static str,
        /// The words.
        words: &'static [&'static str],
    },
    /// A text with a certain form.
    Form(&'static TextForm),
    /// A list.
    List(&'static Kind),
    /// A list of at least one item.
    ListOfSome(&'static Kind),
    /// A list of exactly one item.
    ListOfOne(&'static Kind),
    /// A kind with a name, which may contain itself.
    Defined(&'static Definition),
    /// A map with declared keys.
    Map(&'static Map),
    /// A map whose keys are chosen by the author.
    Named {
        /// The meaning of the keys.
        names: Names,
        /// The kind of the values.
        value: &'static Kind,
    },
    /// A value of any of these kinds.
    OneOf(&'static [Kind]),
}

/// A kind with a name.
#[derive(Debug)]
pub struct Definition {
    /// The name in the JSON Schema.
    pub name: &'static str,
    /// The name in the reference, with an article.
    pub what: &'static str,
    /// The kind.
    pub kind: &'static Kind,
}

/// A form that a text can have.
#[derive(Debug)]
pub struct TextForm {
    /// The name of the form, with an article.
    pub what: &'static str,
    /// A regular expression for the form, as in JSON Schema.
    pub pattern: &'static str,
    /// The range of numbers with this form, or `None` if numbers do not have it.
    pub numbers: Option<(u64, u64)>,
    /// Whether a text has the form.
    pub holds: fn(&str) -> bool,
    /// The help if a text does not have the form.
    pub help: &'static str,
}

/// The meaning of keys that are chosen by the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Codes.
    Code,
    /// Codes, or ranges `FIRST..LAST`.
    Range,
    /// Names of lint rules. Unknown names are reported later, with a suggestion.
    Rule,
    /// Names of existing lint rules.
    KnownRule,
    /// Tags.
    Tag,
    /// Parameters, which are `{name}` in a message and members in a response.
    Param,
    /// Members of an object, of which there is at least one.
    Member,
    /// Languages and other outputs that use a name.
    Language,
    /// Declared facts.
    Fact,
}

impl Names {
    /// Returns the meaning in one or two words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Range => "code or range",
            Self::Rule | Self::KnownRule => "rule",
            Self::Tag => "tag",
            Self::Param | Self::Member => "name",
            Self::Language => "language",
            Self::Fact => "fact",
        }
    }
}

impl Kind {
    /// Returns the kind for a vocabulary.
    #[must_use]
    pub const fn word<T: Term>() -> Self {
        Self::Word { what: T::NAME, words: T::WORDS }
    }

    /// A list of texts.
    pub const TEXTS: Self = Self::List(&Self::Text);

    /// One text, or a list of them.
    pub const TEXT_OR_TEXTS: Self = Self::OneOf(&[Self::Text, Self::TEXTS]);

    /// Returns a description with an article, such as `a text or a list of texts`.
    #[must_use]
    pub fn describe(&self) -> String {
        match self {
            Self::Nothing => "nothing".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::Code => "a code".to_owned(),
            Self::Bool => "`true` or `false`".to_owned(),
            Self::Integer { least, most } => format!("a whole number from {least} to {most}"),
            Self::Word { what, words } if words.len() > FEW => (*what).to_owned(),
            Self::Word { words, .. } => {
                choice(words.iter().map(|word| format!("`{word}`")).collect(), " or ")
            }
            Self::Form(form) => form.what.to_owned(),
            Self::List(Self::Text) | Self::ListOfSome(Self::Text) => "a list of texts".to_owned(),
            Self::List(Self::Code) => "a list of codes".to_owned(),
            Self::List(Self::Map(map)) | Self::ListOfSome(Self::Map(map)) => {
                format!("a list of maps with the keys of `{}`", map.name)
            }
            Self::List(item) | Self::ListOfSome(item) => {
                format!("a list of values, each {}", item.describe())
            }
            Self::ListOfOne(item) => format!("{} in brackets", item.describe()),
            Self::Defined(definition) => definition.what.to_owned(),
            Self::Map(map) => format!("a map with the keys of `{}`", map.name),
            Self::Named { names, value } => format!("a map from {} to {}", names.as_str(), value.describe()),
            Self::OneOf(kinds) => {
                let describe = |kind: &Self| kind.describe();
                let mut words: Vec<String> = kinds.iter().map(describe).collect();
                if let Some((Self::List(item) | Self::ListOfSome(item), others)) = kinds.split_last() {
                    let items = item.alternatives().iter().map(describe);
                    let is_plain = matches!(**item, Self::Text | Self::Code | Self::Map(_));
                    if !is_plain && items.eq(others.iter().map(describe)) {
                        words.truncate(others.len());
                        words.push("a list of these".to_owned());
                    }
                }
                choice(words, ", or ")
            }
        }
    }

    /// Returns the kinds of which a value has one.
    fn alternatives(&self) -> &[Self] {
        if let Self::OneOf(kinds) = self { kinds } else { std::slice::from_ref(self) }
    }

    /// Returns the words of a vocabulary that is too long for [`describe`](Self::describe).
    #[must_use]
    pub fn words(&self) -> Option<&'static [&'static str]> {
        match self {
            Self::Word { words, .. } => Some(words).copied().filter(|words| words.len() > FEW),
            Self::OneOf(kinds) => kinds.iter().find_map(Self::words),
            Self::Named { value, .. } => value.words(),
            Self::Defined(definition) => definition.kind.words(),
            _ => None,
        }
    }

    /// Returns the maps that a value of this kind is or contains, each of them once.
    #[must_use]
    pub fn maps(&self) -> Vec<&'static Map> {
        match self {
            Self::Map(map) => vec![map],
            Self::List(kind)
            | Self::ListOfSome(kind)
            | Self::ListOfOne(kind)
            | Self::Named { value: kind, .. } => kind.maps(),
            Self::OneOf(kinds) => {
                let mut maps: Vec<&'static Map> = Vec::new();
                for map in kinds.iter().flat_map(Self::maps) {
                    if maps.iter().all(|known| known.name != map.name) {
                        maps.push(map);
                    }
                }
                maps
            }
            _ => Vec::new(),
        }
    }
}

/// The number of words up to which all of them are listed.
const FEW: usize = 5;

/// Joins words as `a, b or c`, with the given text before the last one.
fn choice(mut words: Vec<String>, or: &str) -> String {
    match words.pop() {
        Some(last) if !words.is_empty() => format!("{}{or}{last}", words.join(", ")),
        last => last.unwrap_or_default(),
    }
}
