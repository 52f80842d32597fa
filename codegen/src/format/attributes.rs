//! What is known of every error, as one table: JSON, `explain`, rustdoc, the ledger and `diff` walk it.

use super::vocabulary::ChangeRule;

/// How people see the value of an attribute in `errcat explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Not at all: another attribute says the same.
    No,
    /// In the first line.
    Heading,
    /// As paragraphs under the first line.
    Paragraphs,
    /// On a line with the label: this text, with the value in place of `{}`.
    Line(&'static str),
    /// One line with the label for each item of a list.
    EachItem,
}

/// What it means that an attribute differs between two releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Nothing, so the ledger does not hold it.
    No,
    /// A change of this kind, which names the old and the new value.
    Whole(ChangeRule),
    /// One change per item that was added, removed or altered; `diff` knows which kind.
    ByItem,
    /// A step in the life of the code, which the ledger holds as its state.
    AsState,
}

/// Whom an attribute concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody who meets the error.
    Everyone,
    /// The people who run the API. Public outputs leave it out.
    Operators,
    /// The people who edit the catalog. Only `print catalog --format json` shows it.
    Authors,
}

/// Everything that outputs need to know about an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its key in JSON and in the ledger; the key of an error in a catalog, unless it is derived.
    pub key: &'static str,
    /// What `errcat explain` calls it.
    pub label: &'static str,
    /// How `errcat explain` shows it.
    pub shown: Shown,
    /// The sentence about it in rustdoc, with the value in place of `{}`; `None` if rustdoc shows it otherwise or not at all.
    pub documented: Option<&'static str>,
    /// What a change of it means.
    pub compared: Compared,
    /// Whether it follows from something else, so that no catalog says it as such.
    pub derived: bool,
    /// Whom it concerns.
    pub audience: Audience,
    /// The value that goes without saying, so that `errcat explain` and the ledger leave it out.
    pub usual: &'static str,
}

impl Row {
    const fn new(key: &'static str) -> Self {
        Self {
            key,
            label: key,
            shown: Shown::Line("{}"),
            documented: None,
            compared: Compared::No,
            derived: false,
            audience: Audience::Everyone,
            usual: "",
        }
    }

    const fn label(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    const fn shown(self, shown: Shown) -> Self {
        Self { shown, ..self }
    }

    const fn documented(self, sentence: &'static str) -> Self {
        Self { documented: Some(sentence), ..self }
    }

    const fn changes(self, rule: ChangeRule) -> Self {
        Self { compared: Compared::Whole(rule), ..self }
    }

    const fn changes_by_item(self) -> Self {
        Self { compared: Compared::ByItem, ..self }
    }

    const fn changes_state(self) -> Self {
        Self { compared: Compared::AsState, ..self }
    }

    const fn derived(self) -> Self {
        Self { derived: true, ..self }
    }

    const fn only_for(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    const fn usual(self, usual: &'static str) -> Self {
        Self { usual, ..self }
    }
}

macro_rules! attributes {
    ($($(#[$doc:meta])* $name:ident: $row:expr,)+) => {
        /// Something that is known of every error, or known to be absent.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Attribute { $($(#[$doc])* $name,)+ }

        static ROWS: &[Row] = &[$($row,)+];

        impl Attribute {
            /// All of them, in the order of `print catalog`.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

attributes! {
    /// The family's id.
    Family: Row::new("family").shown(Shown::No).derived(),
    /// The family's title.
    FamilyTitle: Row::new("family_title").shown(Shown::Heading).documented("Family: {}.").derived(),
    /// The exact text on the wire; a number where codes are numbers.
    Code: Row::new("code").shown(Shown::Heading).derived(),
    /// The Rust variant.
    Ident: Row::new("ident").shown(Shown::No).changes(ChangeRule::NameChanged).derived(),
    /// The published name.
    Name: Row::new("name").shown(Shown::Heading).documented("Published as {}.").changes(ChangeRule::NameChanged),
    /// Published names in other languages.
    Names: Row::new("names").changes(ChangeRule::NameChanged),
    /// The HTTP status.
    Status: Row::new("status").documented("HTTP status {}.").changes(ChangeRule::StatusChanged),
    /// The short text for the API's user.
    Message: Row::new("message").shown(Shown::Paragraphs).changes(ChangeRule::TextChanged),
    /// The longer text for documentation.
    Description: Row::new("description").shown(Shown::Paragraphs).changes(ChangeRule::TextChanged),
    /// Whether the description follows from the code by a rule.
    DescriptionDerived: Row::new("description_derived")
        .label("description")
        .shown(Shown::Line("derived from the code"))
        .derived(),
    /// Whether the server writes the message, and the catalog knows only its beginning.
    Dynamic: Row::new("dynamic")
        .label("message")
        .shown(Shown::Line("written by the server; the text shown is its start"))
        .documented("The server writes the message, which begins like this."),
    /// What a client may do.
    Retry: Row::new("retry").documented("Retry: {}.").changes(ChangeRule::RetryChanged),
    /// The SDK class that overrides the rules.
    Class: Row::new("class").documented("Class: {}."),
    /// The parameters of the message.
    Params: Row::new("params").changes_by_item(),
    /// What travels beside the message.
    Details: Row::new("details").changes_by_item(),
    /// What to do about it.
    Help: Row::new("help").shown(Shown::EachItem).documented("{}"),
    /// Pages that help.
    Links: Row::new("links").label("link").shown(Shown::EachItem).documented("{}"),
    /// Tags.
    Tags: Row::new("tags").documented("Tags: {}."),
    /// The code that outsiders get instead.
    Mask: Row::new("mask")
        .shown(Shown::Line("shown to outsiders as {}"))
        .documented("Outsiders see {}.")
        .changes(ChangeRule::MaskChanged)
        .only_for(Audience::Operators),
    /// Who may learn that the error exists.
    Visibility: Row::new("visibility").changes(ChangeRule::VisibilityChanged).usual("public").only_for(Audience::Operators),
    /// How the errors of the family travel.
    Transport: Row::new("transport").usual("json").derived(),
    /// The exit status of a command-line client.
    Exit: Row::new("exit").documented("Exit status {}."),
    /// The version that brought it.
    Since: Row::new("since").documented("Since {}."),
    /// Why it should not be used any more.
    Deprecated: Row::new("deprecated").changes_state(),
    /// Why it is not sent any more.
    Retired: Row::new("retired").changes_state(),
    /// Other spellings.
    Aliases: Row::new("aliases").documented("Also accepted: {}.").changes_by_item(),
    /// The place in its family, from 1.
    Index: Row::new("index").shown(Shown::No).derived(),
    /// Lint rules that do not apply to it, with the reasons.
    Allow: Row::new("allow").shown(Shown::No).only_for(Audience::Authors),
}

impl Attribute {
    /// The attribute with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|attribute| attribute.row().key == key)
    }

    /// What outputs need to know about it.
    #[must_use]
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The attributes whose changes concern clients, in the order in which the ledger holds them: long texts last.
    pub fn promised() -> impl Iterator<Item = Self> {
        let ordered = |long: bool| {
            let is_long = |attribute: &Self| matches!(attribute.row().shown, Shown::Paragraphs);
            Self::ALL.iter().copied().filter(move |attribute| is_long(attribute) == long)
        };
        let all = ordered(false).chain(ordered(true));
        all.filter(|attribute| matches!(attribute.row().compared, Compared::Whole(_) | Compared::ByItem))
    }
}
