//! A catalog of rows, whose envelope and documentation are set by each test.

use std::cell::Cell;
use std::fmt::{self, Display, Formatter};

use errcat::{
    Carried, Class, ClassRule, CodePattern, CodeRule, Envelope, ErrorCode, Fields, Info, Link, Params, Retry,
    Taking, When,
};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Code {
    Plain,
    Silent,
    TooHeavy,
    Flood,
    Dynamic,
    Login,
    Expired,
    Stock,
    Helpful,
    Busy,
    Once,
    OnceToo,
    Throttled,
    Down,
    Quoted,
    Note,
    Conflict,
    Veiled,
    Linked,
    Nothing,
}

struct Row {
    code: &'static str,
    message: Option<&'static str>,
    description: Option<&'static str>,
    status: Option<u16>,
    retry: Option<Retry>,
    info: Info,
}

const fn row(code: &'static str, message: &'static str, status: u16) -> Row {
    Row {
        code,
        message: Some(message),
        description: None,
        status: Some(status),
        retry: None,
        info: Info::new(),
    }
}

static ROWS: [Row; 20] = [
    row("plain", "A plain text.", 409),
    Row { message: None, status: None, ..row("silent", "", 0) },
    Row {
        description: Some("The parcel is too heavy."),
        info: Info::new().with_placeholders(),
        ..row("too_heavy", "It weighs {weight} kg.", 422)
    },
    row("FLOOD_{seconds}", "Slow down.", 420),
    Row {
        description: Some("What is always true."),
        info: Info::new().with_dynamic(),
        ..row("dynamic", "What is usual.", 400)
    },
    row("login", "Log in.", 401),
    row("expired", "The token expired.", 401),
    Row { info: Info::new().with_internal(), ..row("stock", "The shelf is empty.", 409) },
    Row { info: Info::new().with_help(&["Try again."]), ..row("helpful", "Read on.", 400) },
    Row { retry: Some(Retry::Backoff), ..row("busy", "Busy.", 400) },
    Row { retry: Some(Retry::Never), ..row("once", "Not again.", 503) },
    Row { retry: Some(Retry::Immediately), ..row("once_too", "Secret.", 503) },
    row("throttled", "Throttled.", 400),
    row("down", "Down.", 503),
    row("quo\"t/~d", "A \"quoted\" text.", 409),
    row("note", "No error.", 200),
    // The message is the name of the status.
    row("conflict", "Conflict", 409),
    Row {
        info: Info::new()
            .with_help(&["Look behind."])
            .with_links(&[Link::new("Veil", "https://x.example/veil")]),
        ..row("veiled", "Veiled.", 403)
    },
    Row {
        info: Info::new().with_links(&[Link::new("Help", "https://x.example/")]),
        ..row("linked", "Read on.", 400)
    },
    row("nothing", "Nothing.", 204),
];

pub(crate) static FLOOD: CodePattern = CodePattern::new("FLOOD_", "seconds", "", Carried::U32);

thread_local! {
    static ENVELOPE: Cell<&'static Envelope<'static>> = const { Cell::new(&Envelope::DEFAULT) };
    static DOCS: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Gives the catalog an envelope, in this thread.
pub(crate) fn set(envelope: Envelope<'static>) {
    ENVELOPE.set(Box::leak(Box::new(envelope)));
    DOCS.set(None);
}

/// Gives the catalog the address of its pages, in this thread.
pub(crate) fn set_docs(docs: &'static str) {
    DOCS.set(Some(docs));
}

impl Code {
    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl ErrorCode for Code {
    type Class = Kind;

    const CATALOG: &'static str = "sent";
    const ALL: &'static [Self] = &[
        Self::Plain,
        Self::Silent,
        Self::TooHeavy,
        Self::Flood,
        Self::Dynamic,
        Self::Login,
        Self::Expired,
        Self::Stock,
        Self::Helpful,
        Self::Busy,
        Self::Once,
        Self::OnceToo,
        Self::Throttled,
        Self::Down,
        Self::Quoted,
        Self::Note,
        Self::Conflict,
        Self::Veiled,
        Self::Linked,
        Self::Nothing,
    ];
    const INTERNAL: Option<Self> = Some(Self::Silent);

    const LANGUAGES: &'static [&'static str] = &["de"];
    const LANGUAGE: Option<&'static str> = Some("en");

    fn envelope() -> &'static Envelope<'static> {
        ENVELOPE.get()
    }

    fn docs() -> Option<&'static str> {
        DOCS.get()
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }

    fn code(self) -> &'static str {
        self.row().code
    }

    fn name(self) -> Option<&'static str> {
        None
    }

    fn ident(self) -> &'static str {
        "Made"
    }

    fn message(self) -> Option<&'static str> {
        self.row().message
    }

    fn description(self) -> Option<&'static str> {
        self.row().description
    }

    fn message_in(self, language: &str) -> Option<&'static str> {
        if (self, language) == (Self::Plain, "de") { Some("Ein Text.") } else { self.message() }
    }

    fn status(self) -> Option<u16> {
        self.row().status
    }

    fn retry(self) -> Option<Retry> {
        self.row().retry
    }

    fn family_id(self) -> &'static str {
        "all"
    }

    fn family_title(self) -> &'static str {
        "All"
    }

    fn public(self) -> Self {
        match self {
            Self::Expired => Self::Login,
            Self::OnceToo => Self::Once,
            Self::Veiled => Self::Silent,
            open => open,
        }
    }

    fn pattern(self) -> Option<&'static CodePattern> {
        (self == Self::Flood).then_some(&FLOOD)
    }

    fn info(self) -> &'static Info {
        &self.row().info
    }

    fn is_error(self) -> bool {
        !matches!(self, Self::Note | Self::Nothing)
    }
}

/// Classes with rules for two codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Kind {
    Passing,
    Limit,
}

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Class for Kind {
    const ALL: &'static [Self] = &[Self::Passing, Self::Limit];
    const RULES: &'static [ClassRule<Self>] = &[
        ClassRule::new(Self::Limit, When::Response { status: &[], code: CodeRule::Is("throttled") }),
        ClassRule::new(Self::Limit, When::Response { status: &[], code: CodeRule::Is("flood_7") }),
    ];

    fn name(self) -> &'static str {
        ["Passing", "Limit"][self as usize]
    }

    fn parent(self) -> Option<Self> {
        (self == Self::Limit).then_some(Self::Passing)
    }

    fn retry(self) -> Option<Retry> {
        (self == Self::Passing).then_some(Retry::Backoff)
    }
}

/// The value that the code of a flood carries, or one that does not fit.
#[derive(Debug)]
pub(crate) struct Flood {
    pub(crate) seconds: i64,
}

impl Params for Flood {
    type Code = Code;
    const CODE: Code = Code::Flood;

    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.value("seconds", &self.seconds);
    }

    fn take(values: &mut Taking<'_>) -> Self {
        Self { seconds: values.take("seconds") }
    }
}

/// A parameter that no message shows.
#[derive(Debug)]
pub(crate) struct Plain {
    pub(crate) limit: u32,
}

impl Params for Plain {
    type Code = Code;
    const CODE: Code = Code::Plain;

    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.value("limit", &self.limit);
    }

    fn take(values: &mut Taking<'_>) -> Self {
        Self { limit: values.take("limit") }
    }
}

/// The parameters of a message.
#[derive(Debug)]
pub(crate) struct TooHeavy {
    pub(crate) weight: u32,
}

impl Params for TooHeavy {
    type Code = Code;
    const CODE: Code = Code::TooHeavy;

    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.value("weight", &self.weight);
    }

    fn take(values: &mut Taking<'_>) -> Self {
        Self { weight: values.take("weight") }
    }
}
