//! Declares every key of every map of the format.
//!
//! The reader checks files against these tables. The reference, the JSON Schema, `errcat explain
//! KEY`, and the lists of valid keys in findings are generated from them.

mod catalog;
mod class;
mod code;
mod config;
mod derive;
mod envelope;
mod error;
mod fact;
mod family;
mod forms;
mod kind;
mod ledger;
mod link;
mod locale;
mod names;
mod notice;
mod params;
mod recorded;

pub use self::catalog::CATALOG;
pub use self::class::{CLASS, WHEN};
pub use self::code::CODE;
pub use self::config::{
    CONFIG, OUTPUT_CATALOGS, OUTPUT_LOCALES, OUTPUT_OPERATIONS, OUTPUT_VISIBILITY, OUTPUTS, RUST,
};
pub use self::derive::DERIVE;
pub use self::envelope::{ENVELOPE, ERROR_MARK, MEMBER};
pub use self::error::{DEFAULTS, ERROR, VARIANT};
pub use self::fact::FACT;
pub use self::family::FAMILY;
pub use self::forms::PATH;
pub(crate) use self::forms::RUNTIME;
pub use self::kind::{Definition, Kind, Names, TextForm};
pub use self::ledger::{ACCEPTANCE, HEAD, PARTS, PROMISE, REMAINS};
pub use self::link::LINK;
pub use self::locale::{LOCALE, TRANSLATION};
pub use self::names::{NAMES, PUBLISHED_NAME};
pub use self::notice::NOTICE;
pub use self::params::{LISTED_PARAM, PARAM, TYPE};

/// A map of the format: its name and its keys.
#[derive(Debug)]
pub struct Map {
    /// The name in the reference and in `errcat explain MAP.KEY`, such as `error`.
    pub name: &'static str,
    /// The name in findings, with an article, such as `an error`.
    pub place: &'static str,
    /// The purpose, in one or two sentences.
    pub doc: &'static str,
    /// The keys, in the order of the reference.
    pub keys: &'static [Key],
    /// Which other keys are allowed.
    pub others: Others,
}

/// How a map treats undeclared keys.
#[derive(Clone, Copy, Debug)]
pub enum Others {
    /// They are rejected.
    Refused,
    /// Keys that start with `x-` are kept, and others are rejected.
    Extensions,
    /// Keys that start with `x-` are kept, those in `facts` of the catalog are declared, and others
    /// are rejected.
    Facts,
    /// Any key is allowed, with values of this kind.
    Any(&'static Kind),
}

/// A key of a map.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key as written.
    pub name: &'static str,
    /// The kind of the value.
    pub kind: Kind,
    /// Whether the key is required.
    pub required: bool,
    /// Whether errors inherit the key from `defaults`.
    pub inherited: bool,
    /// The default value as YAML, or empty if there is none.
    pub default: &'static str,
    /// The meaning, in one line.
    pub doc: &'static str,
    /// Details and common mistakes, or empty.
    pub notes: &'static str,
    /// An example value in YAML, as written after `key:`. A value of several lines starts with a
    /// line break.
    pub example: &'static str,
    /// The version of the format that introduced the key.
    pub since: u32,
}

impl Key {
    /// An optional key of format version 1, for use in struct update syntax.
    pub const OPTIONAL: Self = Self {
        name: "",
        kind: Kind::Text,
        required: false,
        inherited: false,
        default: "",
        doc: "",
        notes: "",
        example: "",
        since: 1,
    };

    /// A required key of format version 1, used like [`OPTIONAL`](Self::OPTIONAL).
    pub const REQUIRED: Self = Self { required: true, ..Self::OPTIONAL };

    /// Returns the key with its example, as in a catalog.
    #[must_use]
    pub fn example_line(&self) -> String {
        let blank = if self.example.starts_with('\n') { "" } else { " " };
        format!("{}:{blank}{}", self.name, self.example)
    }

    /// Returns the key with its example in one line. Of a list or map of several lines, this is the
    /// first entry.
    #[must_use]
    pub fn one_line(&self) -> String {
        let Some(lines) = self.example.strip_prefix('\n') else { return self.example_line() };
        let first = lines.lines().next().unwrap_or_default().trim();
        match first.strip_prefix("- ") {
            Some(item) => format!("{}: [{item}]", self.name),
            None => format!("{}: {{ {first} }}", self.name),
        }
    }
}

impl Map {
    /// Returns the declaration of a key.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// Every map of the format, in the order of the reference.
pub static MAPS: [&Map; 29] = [
    &CATALOG,
    &CODE,
    &FACT,
    &DERIVE,
    &CLASS,
    &WHEN,
    &ENVELOPE,
    &MEMBER,
    &ERROR_MARK,
    &FAMILY,
    &DEFAULTS,
    &ERROR,
    &VARIANT,
    &NAMES,
    &PUBLISHED_NAME,
    &PARAM,
    &LISTED_PARAM,
    &LINK,
    &NOTICE,
    &LOCALE,
    &TRANSLATION,
    &CONFIG,
    &OUTPUTS,
    &RUST,
    &HEAD,
    &PARTS,
    &PROMISE,
    &REMAINS,
    &ACCEPTANCE,
];

/// The keys called `query`, which is the name of a key, or that of a map and a key: `error.params`.
pub fn find<'m>(
    query: &'m str,
    maps: impl IntoIterator<Item = &'static Map> + 'm,
) -> impl Iterator<Item = (&'static Map, &'static Key)> + 'm {
    let (map, key) = query.rsplit_once('.').map_or((None, query), |(map, key)| (Some(map), key));
    let maps = maps.into_iter().filter(move |known| map.is_none_or(|map| known.name == map));
    maps.filter_map(move |map| Some((map, map.key(key)?)))
}
