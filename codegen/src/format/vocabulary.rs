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
    /// The type of codes on the wire.
    CodeType ("a type of code") {
        /// A text.
        String = "string",
        /// A number.
        Integer = "integer",
    }
    /// How numbers are written.
    CodeFormat ("a format of numbers") {
        /// Hexadecimal digits after `0x`.
        Hex = "hex",
    }
    /// The unit of a time to wait.
    Unit ("a unit of a time to wait") {
        /// Whole seconds.
        Seconds = "s",
        /// Whole milliseconds.
        Milliseconds = "ms",
        /// The time at which to try again.
        Date = "date",
        /// A duration such as `3.5s`.
        Duration = "duration",
    }
    /// The scope in which codes are unique.
    Unique ("a scope of uniqueness") {
        /// Unique in the whole catalog.
        Catalog = "catalog",
        /// Unique only in their family.
        Family = "family",
    }
    /// What variants are made from.
    IdentFrom ("a source of Rust names") {
        /// From the published name, if there is one.
        Name = "name",
        /// From the code.
        Code = "code",
    }
    /// Whether errors have an HTTP status.
    StatusPolicy ("a status policy") {
        /// No error has one.
        None = "none",
        /// Some errors have one.
        Optional = "optional",
        /// Every error has one.
        Required = "required",
    }
    /// Advice about sending the request again.
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
    /// Who uses the generated code of a catalog.
    Role ("a role") {
        /// Servers and clients.
        Both = "both",
        /// Only clients of somebody else's API.
        Client = "client",
        /// Only servers.
        Server = "server",
    }
    /// How clients receive the errors of a family.
    Transport ("a transport") {
        /// In the body of an HTTP response.
        Json = "json",
        /// In the parameters of a redirect.
        Redirect = "redirect",
        /// Only in a log.
        Log = "log",
        /// In the output of a command.
        Cli = "cli",
    }
    /// Who may see an error.
    Visibility ("a visibility") {
        /// Everybody.
        Public = "public",
        /// Only the operators of the API.
        Internal = "internal",
    }
    /// The level of a rule.
    Level ("a level") {
        /// Findings are errors. Nothing is generated until they are fixed.
        Deny = "deny",
        /// Findings are warnings.
        Warn = "warn",
        /// The rule is not checked.
        Off = "off",
    }
    /// How messages mark their parameters.
    Placeholders ("a placeholder syntax") {
        /// `{name}`, in errors with `params`.
        Braces = "braces",
        /// `%s`, `%d`, `%-.192s`, `%1$s`.
        Printf = "printf",
        /// `{0}`.
        Indexed = "indexed",
        /// `<name>`.
        Angle = "angle",
        /// `%name%`.
        Percent = "percent",
        /// `{{name}}`.
        Mustache = "mustache",
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
        /// A period of time.
        Duration = "duration",
        /// A point in time.
        Timestamp = "timestamp",
        /// An absolute URL.
        Url = "url",
        /// A UUID in the usual notation.
        Uuid = "uuid",
    }
    /// The type of a declared fact.
    FactType ("a type of fact") {
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
    }
    /// How codes are found by a fact.
    Lookup ("a kind of lookup") {
        /// One code has each value.
        One = "one",
        /// Several codes may have a value.
        Many = "many",
    }
    /// The life cycle state of a published code.
    State ("a state of a code") {
        /// The code is in use.
        Active = "active",
        /// The code is in use but deprecated.
        Deprecated = "deprecated",
        /// The code is no longer sent, and its entry says so.
        Retired = "retired",
        /// The code no longer has an entry.
        Removed = "removed",
    }
    /// A change of a published code or of its catalog.
    ChangeRule ("a kind of change") {
        /// A new code.
        CodeAdded = "code-added",
        /// A code whose entry was removed instead of retired.
        CodeRemoved = "code-removed",
        /// A retired or removed code with a new meaning.
        CodeReused = "code-reused",
        /// A code in use with a new meaning.
        MeaningChanged = "meaning-changed",
        /// A code in use that may have a new meaning.
        MeaningDoubtful = "meaning-doubtful",
        /// An error with a new code.
        CodeRekeyed = "code-rekeyed",
        /// A new name.
        NameChanged = "name-changed",
        /// A former name that is no longer listed.
        NameRemoved = "name-removed",
        /// A new wording.
        TextChanged = "text-changed",
        /// A new HTTP status.
        StatusChanged = "status-changed",
        /// New retry advice.
        RetryChanged = "retry-changed",
        /// A new parameter or detail.
        ParamAdded = "param-added",
        /// A removed parameter or detail.
        ParamRemoved = "param-removed",
        /// A parameter or detail with a new type, or one that became required.
        ParamChanged = "param-changed",
        /// A mask that was added, changed or removed.
        MaskChanged = "mask-changed",
        /// A new visibility.
        VisibilityChanged = "visibility-changed",
        /// Another documented attribute with a new value.
        FactChanged = "fact-changed",
        /// A code that was deprecated.
        Deprecated = "deprecated",
        /// A code that was retired.
        Retired = "retired",
        /// A new alias.
        AliasAdded = "alias-added",
        /// A removed alias.
        AliasRemoved = "alias-removed",
        /// A change of the catalog: the type of codes, their uniqueness, or the status policy.
        ContractChanged = "contract-changed",
        /// A change of the classes.
        ClassChanged = "class-changed",
        /// A change of the envelope.
        EnvelopeChanged = "envelope-changed",
        /// A code that moved to another family.
        FamilyMoved = "family-moved",
    }
}

impl FactType {
    /// Returns the integers of the type, or `None` if its values are no integers.
    #[must_use]
    pub fn range(self) -> Option<std::ops::RangeInclusive<i128>> {
        Some(match self {
            Self::String | Self::Bool => return None,
            Self::I8 => i8::MIN.into()..=i8::MAX.into(),
            Self::I16 => i16::MIN.into()..=i16::MAX.into(),
            Self::I32 => i32::MIN.into()..=i32::MAX.into(),
            Self::I64 => i64::MIN.into()..=i64::MAX.into(),
            Self::U8 => 0..=u8::MAX.into(),
            Self::U16 => 0..=u16::MAX.into(),
            Self::U32 => 0..=u32::MAX.into(),
            Self::U64 => 0..=u64::MAX.into(),
        })
    }
}

impl ChangeRule {
    /// Returns `true` if the change concerns the catalog rather than a code.
    #[must_use]
    pub fn is_of_catalog(self) -> bool {
        matches!(self, Self::ContractChanged | Self::ClassChanged | Self::EnvelopeChanged)
    }

    /// Returns `true` if the change can never be accepted, because clients would silently confuse
    /// two errors.
    #[must_use]
    pub fn is_never_accepted(self) -> bool {
        matches!(self, Self::CodeReused | Self::MeaningChanged)
    }
}
