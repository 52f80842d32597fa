//! The closed vocabularies of the catalog format.

/// An enum whose values are words of the catalog format.
pub trait Term: Copy + Sized + 'static {
    /// The name of the vocabulary in findings.
    const NAME: &'static str;
    /// Every value, in the order of the documentation.
    const ALL: &'static [Self];
    /// The word of each value, in the same order.
    const WORDS: &'static [&'static str];

    /// Returns the word for this value.
    fn as_str(self) -> &'static str;

    /// Returns the value of a word.
    #[must_use]
    fn parse(word: &str) -> Option<Self> {
        position(Self::WORDS, word).and_then(|position| Self::ALL.get(position)).copied()
    }
}

fn position(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

macro_rules! terms {
    ($(
        $(#[$doc:meta])*
        $name:ident ($what:literal) { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl Term for $name {
            const NAME: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            const WORDS: &'static [&'static str] = &[$($word,)+];

            fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    )+};
}

terms! {
    /// What a code is on the wire.
    CodeType ("a type of code") {
        /// A text.
        String = "string",
        /// A number.
        Integer = "integer",
    }
    /// Where a code must be the only one of its kind.
    Unique ("a scope of uniqueness") {
        /// In the whole catalog.
        Catalog = "catalog",
        /// In its family only.
        Family = "family",
    }
    /// What a catalog promises about HTTP statuses.
    StatusPolicy ("a status policy") {
        /// No error has one.
        None = "none",
        /// Some errors have one.
        Optional = "optional",
        /// Every error has one.
        Required = "required",
    }
    /// What a client may do after the error.
    Retry ("retry advice") {
        /// The same request fails again.
        Never = "never",
        /// The same request may succeed at once.
        Immediately = "immediately",
        /// The same request may succeed after a growing pause.
        Backoff = "backoff",
        /// The response says when to try again.
        RetryAfter = "retry-after",
    }
    /// How the errors of a family travel.
    Transport ("a transport") {
        /// In the body of an HTTP response.
        Json = "json",
        /// In the parameters of a redirect.
        Redirect = "redirect",
        /// In a log only.
        Log = "log",
        /// In the output of a command.
        Cli = "cli",
    }
    /// Who may learn that an error exists.
    Visibility ("a visibility") {
        /// Everybody.
        Public = "public",
        /// Only the people who run the API.
        Internal = "internal",
    }
    /// How much a rule weighs.
    Level ("a level") {
        /// Its findings are errors: nothing is generated until they are mended.
        Deny = "deny",
        /// Its findings are warnings.
        Warn = "warn",
        /// It is not looked for.
        Off = "off",
    }
    /// The type of a parameter or a detail.
    Scalar ("a parameter type") {
        /// Text.
        String = "string",
        /// True or false.
        Bool = "bool",
        /// 8 bits, signed.
        I8 = "i8",
        /// 16 bits, signed.
        I16 = "i16",
        /// 32 bits, signed.
        I32 = "i32",
        /// 64 bits, signed.
        I64 = "i64",
        /// 8 bits, unsigned.
        U8 = "u8",
        /// 16 bits, unsigned.
        U16 = "u16",
        /// 32 bits, unsigned.
        U32 = "u32",
        /// 64 bits, unsigned.
        U64 = "u64",
        /// A floating-point number.
        Float = "float",
        /// A length of time.
        Duration = "duration",
        /// A moment.
        Timestamp = "timestamp",
        /// An absolute URL.
        Url = "url",
        /// A UUID in its usual spelling.
        Uuid = "uuid",
    }
    /// How far a published code has come in its life.
    State ("a state of a code") {
        /// It is answered with.
        Active = "active",
        /// It is on its way out.
        Deprecated = "deprecated",
        /// It is not answered with any more, and its entry says so.
        Retired = "retired",
        /// It has no entry any more.
        Removed = "removed",
    }
    /// What can become of a published code, or of its catalog.
    ChangeRule ("a kind of change") {
        /// A code that no release had.
        CodeAdded = "code-added",
        /// A code without an entry, and without a tombstone.
        CodeRemoved = "code-removed",
        /// A retired or removed code that means something else now.
        CodeReused = "code-reused",
        /// A code in use that means something else now.
        MeaningChanged = "meaning-changed",
        /// The same error under another code.
        CodeRekeyed = "code-rekeyed",
        /// Another name.
        NameChanged = "name-changed",
        /// Other words for the same.
        TextChanged = "text-changed",
        /// Another HTTP status.
        StatusChanged = "status-changed",
        /// Other advice on another attempt.
        RetryChanged = "retry-changed",
        /// One more parameter or detail.
        ParamAdded = "param-added",
        /// One parameter or detail less.
        ParamRemoved = "param-removed",
        /// A parameter or detail of another type, or one that became required.
        ParamChanged = "param-changed",
        /// Outsiders see another error, or the error itself.
        MaskChanged = "mask-changed",
        /// Others may learn of it.
        VisibilityChanged = "visibility-changed",
        /// On its way out.
        Deprecated = "deprecated",
        /// Out of use, with a tombstone.
        Retired = "retired",
        /// One more spelling.
        AliasAdded = "alias-added",
        /// One spelling less.
        AliasRemoved = "alias-removed",
        /// Another promise of the whole catalog: type, uniqueness or statuses.
        ContractChanged = "contract-changed",
        /// Other classes.
        ClassChanged = "class-changed",
        /// Another response body.
        EnvelopeChanged = "envelope-changed",
        /// The same code in another family.
        FamilyMoved = "family-moved",
    }
}

impl ChangeRule {
    /// Whether it is about the catalog as a whole, and not about one code.
    #[must_use]
    pub fn is_of_catalog(self) -> bool {
        matches!(self, Self::ContractChanged | Self::ClassChanged | Self::EnvelopeChanged)
    }

    /// Whether nobody can accept it: clients would take one error for another, silently.
    #[must_use]
    pub fn is_never_accepted(self) -> bool {
        matches!(self, Self::CodeReused | Self::MeaningChanged)
    }
}
