//! Every key of every map of the format, declared once.
//!
//! The reader checks files against these tables. The reference, the JSON Schema, `errcat explain
//! KEY` and the list of valid keys in a finding are made from them.

mod catalog;
mod class;
mod code;
mod config;
mod derive;
mod envelope;
mod error;
mod family;
mod forms;
mod kind;
mod ledger;
mod link;
mod locale;
mod notice;
mod params;

pub use self::catalog::CATALOG;
pub use self::class::{CLASS, WHEN};
pub use self::code::CODE;
pub use self::config::{CONFIG, OUTPUT_CATALOGS, OUTPUT_VISIBILITY, OUTPUTS, RUST};
pub use self::derive::DERIVE;
pub use self::envelope::{ENVELOPE, MEMBER};
pub use self::error::{DEFAULTS, ERROR};
pub use self::family::FAMILY;
pub use self::forms::PATH;
pub use self::kind::{Form, Kind, Names};
pub use self::ledger::{ACCEPTANCE, HEAD, PROMISE};
pub use self::link::LINK;
pub use self::locale::{LOCALE, TRANSLATION};
pub use self::notice::NOTICE;
pub use self::params::PARAM;

/// A map of the format: what it is called, and which keys it has.
#[derive(Debug)]
pub struct Map {
    /// Its name in the reference and in `errcat explain MAP.KEY`, such as `error`.
    pub name: &'static str,
    /// What a finding calls it, with an article: `an error`.
    pub place: &'static str,
    /// What it is for, in a sentence or two.
    pub doc: &'static str,
    /// Its keys, in the order in which the reference lists them.
    pub keys: &'static [Key],
    /// Which other keys may stand in it.
    pub others: Others,
}

/// What a map does with keys that its table does not list.
#[derive(Clone, Copy, Debug)]
pub enum Others {
    /// It refuses them.
    Refused,
    /// It keeps those that begin with `x-` and refuses the rest.
    Extensions,
    /// It takes any name, and the value is of this kind.
    Any(&'static Kind),
}

/// A key of a map.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key as it is written.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether the map needs it.
    pub required: bool,
    /// Whether an error without it takes the value from `defaults`.
    pub inherited: bool,
    /// The value that a missing key stands for, as YAML; empty if there is none.
    pub default: &'static str,
    /// What it means, in one line.
    pub doc: &'static str,
    /// More about it: details, and what is easy to get wrong; empty if there is nothing to add.
    pub notes: &'static str,
    /// A value in YAML, as it stands after `key:`. A value that takes several lines begins with a
    /// line feed.
    pub example: &'static str,
    /// The version of the format that brought it.
    pub since: u32,
}

impl Key {
    /// An optional key of format version 1, from which a row of a table takes what it does not say
    /// itself.
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

    /// The key with its example, as a catalog writes it.
    #[must_use]
    pub fn example_line(&self) -> String {
        let blank = if self.example.starts_with('\n') { "" } else { " " };
        format!("{}:{blank}{}", self.name, self.example)
    }
}

impl Map {
    /// The row of a key.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// Every map of the format, in the order in which the reference explains them.
pub static MAPS: [&Map; 21] = [
    &CATALOG,
    &CODE,
    &DERIVE,
    &CLASS,
    &WHEN,
    &ENVELOPE,
    &MEMBER,
    &FAMILY,
    &DEFAULTS,
    &ERROR,
    &PARAM,
    &LINK,
    &NOTICE,
    &LOCALE,
    &TRANSLATION,
    &CONFIG,
    &OUTPUTS,
    &RUST,
    &HEAD,
    &PROMISE,
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
