//! A small catalog, written like generated code.

use core::fmt::{self, Display, Formatter};

use errcat::table::{self, Texts};
use errcat::{ErrorCode, Info, Notice, Retry};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub(crate) enum Code {
    NodeNotFound,
    QuotaExceeded,
    Secret,
    Gone,
}

// Four codes, and an alias of the first.
static CODES: Texts = Texts::new("ERR-01-001ERR-02-001E3GONEnode_not_found", &[0, 10, 20, 22, 26, 40]);
// Sorted by code.
static ORDER: [u8; 10] = [2, 0, 0, 0, 1, 0, 3, 0, 4, 0];
static MESSAGES: Texts = Texts::new("The node is not availableThe quota is used up", &[0, 25, 45, 45, 45]);
static STATUS: [u16; 4] = [404, 429, 0, 0];
static RETRY: [u8; 4] = [1, 4, 0, 0];
static INFO: [Info; 3] = [
    Info::new(),
    Info::new().with_aliases(&["node_not_found"]),
    Info::new().with_retired(Notice::new(Some("2.0"), None, None)),
];

impl Code {
    pub(crate) const fn from_code(code: &str) -> Option<Self> {
        table::search(&CODES, &ORDER, &[0], code, Self::ALL)
    }

    pub(crate) const fn code(self) -> &'static str {
        CODES.get(self as usize)
    }

    pub(crate) const fn message(self) -> Option<&'static str> {
        MESSAGES.some(self as usize)
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        table::display(f, self.code(), self.message())
    }
}

impl core::str::FromStr for Code {
    type Err = errcat::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_code(text).ok_or_else(|| errcat::UnknownCode::new(Self::CATALOG, text))
    }
}

impl ErrorCode for Code {
    type Class = errcat::NoClass;

    const CATALOG: &'static str = "example";
    const ALL: &'static [Self] = &[Self::NodeNotFound, Self::QuotaExceeded, Self::Secret, Self::Gone];

    fn from_code(code: &str) -> Option<Self> {
        Self::from_code(code)
    }

    fn code(self) -> &'static str {
        self.code()
    }

    fn name(self) -> Option<&'static str> {
        (self == Self::QuotaExceeded).then_some("QuotaExceededError")
    }

    fn ident(self) -> &'static str {
        ["NodeNotFound", "QuotaExceeded", "Secret", "Gone"][self as usize]
    }

    fn message(self) -> Option<&'static str> {
        self.message()
    }

    fn description(self) -> Option<&'static str> {
        (self == Self::QuotaExceeded).then_some("Delete something.")
    }

    fn status(self) -> Option<u16> {
        table::status(&STATUS, self as usize)
    }

    fn retry(self) -> Option<Retry> {
        table::retry(&RETRY, self as usize)
    }

    fn family_id(self) -> &'static str {
        "all"
    }

    fn family_title(self) -> &'static str {
        "All codes"
    }

    fn public(self) -> Self {
        if self == Self::Secret { Self::NodeNotFound } else { self }
    }

    fn info(self) -> &'static Info {
        &INFO[[1, 0, 0, 2][self as usize]]
    }
}

errcat::integrate! { Code }
