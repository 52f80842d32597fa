//! The ledger of a catalog: every code that was ever released, with what clients were promised of it.

mod attributes;
mod kept;
mod matched;
mod meaning;
mod next;
mod pairs;
mod place;
mod spellings;
mod write;

pub(crate) use self::kept::kept;
pub use self::next::next;
pub(crate) use self::pairs::{Pair, pairs};
pub use self::place::{beside, is_ledger, is_ledger_text, is_of_folder, owners};
pub(crate) use self::spellings::{GivenAway, given_away};
use crate::format::vocabulary::{
    ChangeRule, CodeType, Retry, Scalar, State, StatusPolicy, Unique, Visibility,
};
use crate::source::Span;

/// What a catalog promised at one version.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// Where it begins.
    pub place: Span,
    /// The version; a catalog that is not released yet may have none.
    pub version: Option<String>,
    /// What holds for all codes; nothing where it could not be read.
    pub contract: Option<Contract>,
    /// A promise for every code.
    pub promises: Vec<Promise>,
    /// Changes that somebody intends.
    pub accepted: Vec<Acceptance>,
    /// Whether a part could not be read, so that nothing should be said of what seems to be missing.
    pub damaged: bool,
}

/// What a catalog promises of all its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// What codes are on the wire.
    pub code_type: CodeType,
    /// Where a code is the only one of its kind.
    pub unique: Unique,
    /// Whether errors have statuses.
    pub status: StatusPolicy,
}

/// What clients of a code rely on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Where it stands.
    pub place: Span,
    /// The exact text on the wire.
    pub code: String,
    /// Its family.
    pub family: String,
    /// The first version that had it; nothing where it is not released yet.
    pub first: Option<String>,
    /// How far it has come.
    pub state: State,
    /// The Rust variant.
    pub ident: String,
    /// The published name.
    pub name: Option<String>,
    /// Published names in other languages, ordered by language.
    pub names: Vec<(String, String)>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// What a client may do.
    pub retry: Option<Retry>,
    /// The parameters of the message, ordered by name.
    pub params: Vec<Param>,
    /// What travels beside the message, ordered by name.
    pub details: Vec<Param>,
    /// The code that outsiders see instead.
    pub mask: Option<String>,
    /// Who may learn that it exists.
    pub visibility: Visibility,
    /// Other spellings, in order.
    pub aliases: Vec<String>,
    /// The short text.
    pub message: Option<String>,
    /// The long text.
    pub description: Option<String>,
}

/// A parameter or detail, as far as clients rely on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// The type of the value, or of each value of a list.
    pub scalar: Scalar,
    /// Whether it is a list.
    pub list: bool,
    /// Whether it may be missing.
    pub optional: bool,
    /// Whether it must not be shown.
    pub sensitive: bool,
}

/// A change that somebody intends, and why.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// Where it stands.
    pub place: Span,
    /// What kind of change.
    pub rule: ChangeRule,
    /// Of which family and code; of the catalog as a whole where there is none.
    pub subject: Option<(String, String)>,
    /// Why.
    pub reason: String,
}

impl Ledger {
    /// Whether all families share their codes.
    pub(crate) fn is_unique_by_catalog(&self) -> bool {
        self.contract.is_some_and(|contract| contract.unique == Unique::Catalog)
    }
}

impl Promise {
    /// What people call the error: its published name, else its name in Rust.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.ident)
    }

    /// Whether `text` is one of the aliases.
    pub(crate) fn has_alias(&self, text: &str) -> bool {
        self.aliases.binary_search_by(|alias| alias.as_str().cmp(text)).is_ok()
    }

    /// Whether the code is all that is known of the error: no name, and no text.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.name.is_none() && self.message.is_none() && self.description.is_none()
    }

    /// Whether nobody gets the error any more.
    #[must_use]
    pub fn is_out_of_use(&self) -> bool {
        matches!(self.state, State::Retired | State::Removed)
    }
}
