//! The attributes of every error, in one table for JSON, `explain`, rustdoc, the ledger and `diff`.

use super::vocabulary::ChangeRule;

/// The way in which `errcat explain` shows an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Not shown, because another attribute shows it.
    No,
    /// In the first line.
    Heading,
    /// As paragraphs below the first line.
    Paragraphs,
    /// On a line with the label and this text, with the value in place of `{}`.
    Line(&'static str),
    /// On one line with the label per item of a list.
    EachItem,
}

/// The meaning of a change of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// None. The ledger does not contain the attribute.
    No,
    /// A change of this kind, with the old and new values. For `FactChanged`, the ledger records the
    /// attribute without code of its own.
    Whole(ChangeRule),
    /// One change per added, removed or changed item. `diff` knows their kinds.
    ByItem,
    /// A step in the life cycle of the code, which the ledger contains as its state.
    AsState,
}

/// The audience of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody.
    Everyone,
    /// The operators of the API. Public outputs leave the attribute out.
    Operators,
    /// The authors of the catalog. Only `print catalog --format json` shows the attribute.
    Authors,
}

/// The facts about an attribute that outputs need.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Row {
    /// The key in JSON and in the ledger. Also the key in a catalog, unless the attribute is
    /// derived.
    pub key: &'static str,
    /// The label in `errcat explain`.
    pub label: &'static str,
    /// The way in which `errcat explain` shows it.
    pub shown: Shown,
    /// The sentence in rustdoc, with the value in place of `{}`, or `None` if rustdoc shows it in
    /// another way or not at all.
    pub documented: Option<&'static str>,
    /// The meaning of a change.
    pub compared: Compared,
    /// Whether it is derived from something else, rather than written in the catalog.
    pub derived: bool,
    /// The audience.
    pub audience: Audience,
    /// The usual value, which `errcat explain` and the ledger leave out.
    pub usual: &'static str,
    /// Whether programs can ask for it: `Info` in the runtime has a field and a method `with_KEY`.
    pub at_run_time: bool,
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
            at_run_time: false,
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

    /// The ledger records the attribute, whatever its type, and `diff` reports each change of it.
    const fn recorded(self) -> Self {
        self.changes(ChangeRule::FactChanged)
    }

    /// Returns `true` if the ledger records the attribute generically.
    pub(super) const fn is_recorded(&self) -> bool {
        matches!(self.compared, Compared::Whole(ChangeRule::FactChanged))
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

    const fn at_run_time(self) -> Self {
        Self { at_run_time: true, ..self }
    }
}

macro_rules! attributes {
    ($($(#[$doc:meta])* $name:ident: $row:expr,)+) => {
        /// An attribute of an error.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Attribute { $($(#[$doc])* $name,)+ }

        pub(super) const ROWS: &[Row] = &[$($row,)+];

        impl Attribute {
            /// Every attribute, in the order of `print catalog`.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

attributes! {
    /// The id of the family.
    Family: Row::new("family").shown(Shown::No).derived(),
    /// The title of the family.
    FamilyTitle: Row::new("family_title").shown(Shown::Heading).documented("Family: {}.").derived(),
    /// The code on the wire, which is a number if codes are integers.
    Code: Row::new("code").shown(Shown::Heading).derived(),
    /// The Rust variant.
    Ident: Row::new("ident").shown(Shown::No).changes(ChangeRule::NameChanged).derived(),
    /// The published name.
    Name: Row::new("name").shown(Shown::Heading).documented("Published as {}.").changes(ChangeRule::NameChanged),
    /// Published names in other languages.
    Names: Row::new("names").changes(ChangeRule::NameChanged),
    /// Earlier published names.
    Formerly: Row::new("formerly").documented("Formerly {}.").recorded(),
    /// The HTTP status.
    Status: Row::new("status").documented("HTTP status {}.").changes(ChangeRule::StatusChanged),
    /// The message.
    Message: Row::new("message").shown(Shown::Paragraphs).changes(ChangeRule::TextChanged),
    /// The description.
    Description: Row::new("description").shown(Shown::Paragraphs).changes(ChangeRule::TextChanged),
    /// Whether the description is from a `derive` rule.
    DescriptionDerived: Row::new("description_derived")
        .label("description")
        .shown(Shown::Line("derived from the code"))
        .derived(),
    /// Whether the server writes the message, so that the catalog has only its start.
    Dynamic: Row::new("dynamic")
        .label("message")
        .shown(Shown::Line("written by the server; the text shown is its start"))
        .documented("The server writes the message, which starts like this.")
        .recorded()
        .at_run_time(),
    /// The retry advice.
    Retry: Row::new("retry").documented("Retry: {}.").changes(ChangeRule::RetryChanged),
    /// The SDK class, if it overrides the rules.
    Class: Row::new("class").documented("Class: {}.").recorded().at_run_time(),
    /// The parameters of the message.
    Params: Row::new("params").changes_by_item(),
    /// The details.
    Details: Row::new("details").changes_by_item(),
    /// Sentences about what to do.
    Help: Row::new("help").shown(Shown::EachItem).documented("{}").recorded().at_run_time(),
    /// Links to further information.
    Links: Row::new("links").label("link").shown(Shown::EachItem).documented("{}").recorded().at_run_time(),
    /// The tags.
    Tags: Row::new("tags").documented("Tags: {}.").recorded().at_run_time(),
    /// The declared facts.
    Facts: Row::new("facts").documented("Facts: {}.").changes_by_item().derived(),
    /// The error that it refines.
    Parent: Row::new("parent").documented("Refines {}.").recorded(),
    /// The code that outsiders see instead.
    Mask: Row::new("mask")
        .shown(Shown::Line("shown to outsiders as {}"))
        .documented("Shown to outsiders as {}.")
        .changes(ChangeRule::MaskChanged)
        .only_for(Audience::Operators),
    /// Who may see the error.
    Visibility: Row::new("visibility").changes(ChangeRule::VisibilityChanged).usual("public").only_for(Audience::Operators),
    /// How clients receive the errors of the family.
    Transport: Row::new("transport").usual("json").derived().recorded(),
    /// The exit code of command-line clients.
    Exit: Row::new("exit").documented("Exit code {}.").recorded().at_run_time(),
    /// The version that introduced it.
    Since: Row::new("since").documented("Since {}.").recorded().at_run_time(),
    /// The deprecation notice.
    Deprecated: Row::new("deprecated").changes_state().at_run_time(),
    /// The retirement notice.
    Retired: Row::new("retired").changes_state().at_run_time(),
    /// Other spellings of the code.
    Aliases: Row::new("aliases").documented("Also accepted: {}.").changes_by_item().at_run_time(),
    /// The syntax of the placeholders in the message, if it has any.
    Placeholders: Row::new("placeholders").shown(Shown::No).derived(),
    /// The position in the family, from 1.
    Index: Row::new("index").shown(Shown::No).derived(),
    /// Lint rules that are allowed, with reasons.
    Allow: Row::new("allow").shown(Shown::No).only_for(Audience::Authors),
}

impl Attribute {
    /// Returns the attribute with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|attribute| attribute.row().key == key)
    }

    /// Returns the facts about the attribute.
    #[must_use]
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Returns the attributes that clients rely on, in the order of the ledger, with long texts
    /// last.
    pub fn promised() -> impl Iterator<Item = Self> {
        let ordered = |long: bool| {
            let is_long = |attribute: &Self| matches!(attribute.row().shown, Shown::Paragraphs);
            Self::ALL.iter().copied().filter(move |attribute| is_long(attribute) == long)
        };
        let all = ordered(false).chain(ordered(true));
        all.filter(|attribute| matches!(attribute.row().compared, Compared::Whole(_) | Compared::ByItem))
    }

    /// Returns the attributes that the ledger records generically.
    pub fn recorded() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|attribute| attribute.row().is_recorded())
    }
}
