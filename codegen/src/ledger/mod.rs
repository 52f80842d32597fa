//! The ledger of a catalog: every released code, and what clients rely on.

mod attributes;
mod kept;
mod matched;
mod meaning;
mod moves;
mod next;
mod pair;
mod pairs;
mod place;
mod published;
mod remains;
mod spellings;
mod tombstone;
mod write;

pub(crate) use self::attributes::is_usual;
pub(crate) use self::kept::kept;
pub(crate) use self::meaning::are_names_alike;
pub(crate) use self::moves::numbered;
pub use self::next::next;
pub(crate) use self::pair::Pair;
pub(crate) use self::pairs::pairs;
pub use self::place::{beside, is_ledger, is_ledger_text, is_of_folder, owners};
pub use self::published::PublishedName;
pub(crate) use self::published::names;
pub use self::remains::Remains;
pub(crate) use self::spellings::{GivenAway, given_away};
use crate::format::attributes::Attribute;
use crate::format::vocabulary::{
    ChangeRule, CodeType, Retry, Scalar, State, StatusPolicy, Unique, Visibility,
};
use crate::source::Span;
use crate::value::Value;

/// The promises of a catalog at one version.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts")]
pub struct Ledger {
    /// The location of its start.
    pub place: Span,
    /// The version, or `None` if the catalog has none yet.
    pub version: Option<String>,
    /// The properties of all codes, or `None` if they could not be read.
    pub contract: Option<Contract>,
    /// One promise per code.
    pub promises: Vec<Promise>,
    /// Accepted changes.
    pub accepted: Vec<Acceptance>,
    /// The classes, or `None` if it is not known whether there are any.
    pub classes: Option<Value>,
    /// The envelope, or `None` if it is not known whether there is one.
    pub envelope: Option<Value>,
    /// Whether the enum has no further codes for programs. Files of ledgers do not say it.
    pub exhaustive: bool,
    /// Whether lines of several ledgers were merged, which the next release tidies up.
    pub merged: bool,
    /// Whether a newer version of errcat wrote a part.
    pub newer: bool,
    /// Whether a part could not be read. Nothing must be reported as missing then.
    pub damaged: bool,
}

/// The properties of all codes of a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The type of codes on the wire.
    pub code_type: CodeType,
    /// The scope in which codes are unique.
    pub unique: Unique,
    /// Whether errors have statuses.
    pub status: StatusPolicy,
}

/// The facts of a code that clients rely on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The location.
    pub place: Span,
    /// The code on the wire.
    pub code: String,
    /// The family.
    pub family: String,
    /// The first version with the code, or `None` if it is not released yet.
    pub first: Option<String>,
    /// The version that last wrote the line, or `None` if it is not released yet.
    pub at: Option<String>,
    /// The state in the life cycle.
    pub state: State,
    /// The Rust variant.
    pub ident: String,
    /// The published name.
    pub name: Option<String>,
    /// Published names in other languages, sorted by language.
    pub names: Vec<(String, Vec<PublishedName>)>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The retry advice.
    pub retry: Option<Retry>,
    /// The parameters of the message, sorted by name.
    pub params: Vec<Param>,
    /// The details, sorted by name.
    pub details: Vec<Param>,
    /// The code that outsiders see instead.
    pub mask: Option<String>,
    /// Who may see the error.
    pub visibility: Visibility,
    /// The aliases, sorted.
    pub aliases: Vec<String>,
    /// The message.
    pub message: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The attributes without a field of their own, in the order of [`Attribute::recorded`], without
    /// usual values.
    pub facts: Vec<(Attribute, Value)>,
    /// The declared facts, sorted by name, except those that are `false`.
    pub declared: Vec<(String, Value)>,
    /// What its tombstone has for programs, or `None` if it is not retired or if the ledger does not
    /// say it.
    pub remains: Option<Box<Remains>>,
}

/// The facts of a parameter or detail that clients rely on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// The name.
    pub name: String,
    /// The type of the value.
    pub ty: Type,
    /// Whether the value may be absent.
    pub optional: bool,
    /// Whether the value must not be shown.
    pub sensitive: bool,
}

/// The type of a parameter or detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// One value.
    Scalar(Scalar),
    /// A list of values of one type.
    List(Box<Self>),
    /// An object with these members, sorted by name.
    Object(Vec<Param>),
}

/// An accepted change.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The location.
    pub place: Span,
    /// The kind of change.
    pub rule: ChangeRule,
    /// The family and code, or `None` for a change of the whole catalog.
    pub subject: Option<(String, String)>,
    /// The reason.
    pub reason: String,
}

impl Ledger {
    /// Returns `true` if all families share their codes.
    pub(crate) fn is_unique_by_catalog(&self) -> bool {
        self.contract.is_some_and(|contract| contract.unique == Unique::Catalog)
    }
}

impl Promise {
    /// Returns the published name of the error, or else its Rust name.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.ident)
    }

    /// Returns the name that programs know: that of the tombstone, if there is one.
    #[must_use]
    pub fn last_label(&self) -> &str {
        self.remains.as_deref().map_or_else(|| self.label(), Remains::label)
    }

    /// Returns the names that the error had before, in order.
    pub fn former_names(&self) -> impl Iterator<Item = &str> {
        let found = self.facts.iter().find(|(attribute, _)| *attribute == Attribute::Formerly);
        let names = match found {
            Some((_, Value::List(names))) => names.as_slice(),
            _ => &[],
        };
        names.iter().filter_map(|name| match name {
            Value::Text(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Returns `true` if the error had this name before.
    #[must_use]
    pub fn was_called(&self, name: &str) -> bool {
        self.former_names().any(|former| former == name)
    }

    /// Returns `true` if two lines say the same, whichever release wrote them.
    #[must_use]
    pub fn is_equal(&self, other: &Self) -> bool {
        self.first == other.first && self.promises_like(other)
    }

    /// Returns `true` if two lines promise the same, whenever that was released.
    pub(crate) fn promises_like(&self, other: &Self) -> bool {
        let Self {
            place: _,
            code,
            family,
            first: _,
            at: _,
            state,
            ident,
            name,
            names,
            status,
            retry,
            params,
            details,
            mask,
            visibility,
            aliases,
            message,
            description,
            facts,
            declared,
            remains,
        } = self;
        // Ledgers of older versions of errcat do not have it.
        let differ = remains.as_ref().zip(other.remains.as_ref()).is_some_and(|(one, other)| one != other);
        (code, family, *state, ident) == (&other.code, &other.family, other.state, &other.ident)
            && (name, names, *status, *retry) == (&other.name, &other.names, other.status, other.retry)
            && (params, details, mask) == (&other.params, &other.details, &other.mask)
            && (*visibility, aliases) == (other.visibility, &other.aliases)
            && (message, description) == (&other.message, &other.description)
            && (facts, declared) == (&other.facts, &other.declared)
            && !differ
    }

    /// Returns `true` if two lines have the same code and the same names.
    pub(crate) fn is_called_like(&self, other: &Self) -> bool {
        (&self.code, &self.ident, &self.name) == (&other.code, &other.ident, &other.name)
    }

    /// Returns `true` if `text` is an alias.
    pub(crate) fn has_alias(&self, text: &str) -> bool {
        self.aliases.binary_search_by(|alias| alias.as_str().cmp(text)).is_ok()
    }

    /// Returns `true` if only the code is known, without a name or text.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.name.is_none() && self.message.is_none() && self.description.is_none()
    }

    /// Returns `true` if outsiders ever receive the error.
    pub(crate) fn is_public(&self) -> bool {
        self.visibility == Visibility::Public && self.mask.is_none()
    }

    /// Returns `true` if the error is no longer in use.
    #[must_use]
    pub fn is_out_of_use(&self) -> bool {
        matches!(self.state, State::Retired | State::Removed)
    }
}
