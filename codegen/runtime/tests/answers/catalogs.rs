//! A small catalog with every kind of envelope, written like generated code.

use core::fmt::{self, Display, Formatter};

use errcat::{
    Envelope, Error, ErrorCode, Fact, Fields, Form, Info, IntoError, Link, NoClass, Params, Part, Place,
    Retry, Sensitive, Slot, Step, Taking, TextPiece, table,
};

/// The message of every error with parameters.
const MESSAGE: &str = "\"{{{name}}}\": {count} of {ratio} ({list}) {fatal}{port} for {who}";

/// The values of a message.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Values7 {
    pub(crate) name: String,
    pub(crate) count: i64,
    pub(crate) ratio: f64,
    pub(crate) list: Vec<String>,
    pub(crate) fatal: bool,
    pub(crate) port: Option<u16>,
    pub(crate) who: Sensitive<String>,
}

impl Values7 {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.text("name", &self.name);
        fields.value("count", &self.count);
        fields.value("ratio", &self.ratio);
        fields.value("list", &self.list);
        fields.value("fatal", &self.fatal);
        fields.value("port", &self.port);
        fields.value("who", &self.who);
    }

    fn take(values: &mut Taking<'_>) -> Self {
        Self {
            name: values.take("name"),
            count: values.take("count"),
            ratio: values.take("ratio"),
            list: values.take("list"),
            fatal: values.take("fatal"),
            port: values.take("port"),
            who: values.take("who"),
        }
    }
}

const SLOTS: [Slot<'static>; 4] = [
    Slot::new(Fact::Suggestions, &[Place::member("suggestions")]),
    Slot::new(Fact::Links, &[Place::member("links")]),
    Slot::new(Fact::RequestId, &[Place::member("request_id"), Place::header("x-request-id")]),
    Slot::new(Fact::RetryAfter, &[Place::member("wait")]),
];

/// Details as a list of fields, with suggestions, links and a request id.
pub(crate) const FIELDS: Envelope<'static> = Envelope::new(&[
    Slot::new(Fact::Code, &[Place::member("error_code")]),
    Slot::new(Fact::Message, &[Place::member("message"), Place::member("detail")]),
    Slot::new(Fact::Details, &[Place::member("details")]).with_form(Form::Fields),
    SLOTS[0],
    SLOTS[1],
    SLOTS[2],
])
.with_template(&[
    Part::Member(",\"error_code\":", 0),
    Part::Member(",\"message\":", 1),
    Part::Member(",\"details\":", 2),
    Part::Member(",\"suggestions\":", 3),
    Part::Member(",\"links\":", 4),
    Part::Member(",\"request_id\":", 5),
]);

/// The message after the code.
pub(crate) const PREFIXED: Envelope<'static> = Envelope::new(&[
    Slot::new(Fact::Code, &[Place::member("code")]),
    Slot::new(Fact::Message, &[Place::member("msg")]).with_form(Form::Text(&[
        TextPiece::Code,
        TextPiece::Text(": "),
        TextPiece::Message,
    ])),
    Slot::new(Fact::Details, &[Place::member("context")]),
])
.with_template(&[
    Part::Member(",\"code\":", 0),
    Part::Member(",\"msg\":", 1),
    Part::Member(",\"context\":", 2),
]);

/// The status, and a member that is specific to the API.
pub(crate) const STATUS: Envelope<'static> = Envelope::new(&[
    Slot::new(Fact::Status, &[Place::member("code")]),
    Slot::new(Fact::Code, &[Place::member("reason")]),
    Slot::new(Fact::Message, &[Place::member("message")]),
    Slot::new(Fact::Details, &[Place::member("metadata")]),
    Slot::new(Fact::Field("build"), &[Place::member("build")]),
    SLOTS[3],
])
.with_template(&[
    Part::Member(",\"code\":", 0),
    Part::Member(",\"reason\":", 1),
    Part::Member(",\"message\":", 2),
    Part::Member(",\"metadata\":", 3),
    Part::Member(",\"build\":", 4),
    Part::Member(",\"wait\":", 5),
]);

/// Nested objects.
pub(crate) const NESTED: Envelope<'static> = Envelope::new(&[
    Slot::new(Fact::Code, &[Place::steps(&[Step::Member("error"), Step::Member("code")])]),
    Slot::new(
        Fact::RequestId,
        &[Place::steps(&[Step::Member("meta"), Step::Member("request"), Step::Member("id")])],
    ),
    Slot::new(Fact::Message, &[Place::steps(&[Step::Member("error"), Step::Member("message")])]),
    Slot::new(Fact::Params, &[Place::steps(&[Step::Member("error"), Step::Member("params")])]),
    Slot::new(Fact::Details, &[Place::steps(&[Step::Member("error"), Step::Member("details")])]),
])
.with_template(&[
    Part::Object(
        ",\"error\":",
        &[
            Part::Member(",\"code\":", 0),
            Part::Member(",\"message\":", 2),
            Part::Member(",\"params\":", 3),
            Part::Member(",\"details\":", 4),
        ],
    ),
    Part::Object(",\"meta\":", &[Part::Object(",\"request\":", &[Part::Member(",\"id\":", 1)])]),
]);

static INFO: [Info; 2] = [
    Info::new(),
    Info::new()
        .with_help(&["Do \"this\".", "Or\nthat."])
        .with_links(&[Link::new("L", "https://x.example/?a=\"b\"")]),
];

macro_rules! catalog {
    ($module:ident, $envelope:expr, $numeric:expr, $docs:expr, $codes:expr) => {
        pub(crate) mod $module {
            use super::*;

            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
            pub(crate) enum Code {
                Plain,
                Filled,
                Secret,
                Bare,
                Helpful,
                Hidden,
            }

            impl Display for Code {
                fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                    table::display(f, self.code(), self.message())
                }
            }

            impl IntoError for Code {
                type Code = Self;

                fn into_error(self) -> Error<Self> {
                    Error::new(self)
                }
            }

            impl ErrorCode for Code {
                type Class = NoClass;

                const CATALOG: &'static str = stringify!($module);
                const ALL: &'static [Self] =
                    &[Self::Plain, Self::Filled, Self::Secret, Self::Bare, Self::Helpful, Self::Hidden];
                const NUMERIC: bool = $numeric;
                const ENVELOPE: &'static Envelope<'static> = &$envelope;
                const DOCS: Option<&'static str> = $docs;

                fn from_code(code: &str) -> Option<Self> {
                    Self::ALL.iter().copied().find(|known| known.code() == code)
                }

                fn code(self) -> &'static str {
                    const CODES: [&str; 6] = $codes;
                    CODES[self as usize]
                }

                fn name(self) -> Option<&'static str> {
                    None
                }

                fn ident(self) -> &'static str {
                    ["Plain", "Filled", "Secret", "Bare", "Helpful", "Hidden"][self as usize]
                }

                fn message(self) -> Option<&'static str> {
                    let filled = Some(MESSAGE);
                    let helpful = Some("It is \"broken\".");
                    [Some("A fixed text"), filled, filled, None, helpful, helpful][self as usize]
                }

                fn description(self) -> Option<&'static str> {
                    None
                }

                fn status(self) -> Option<u16> {
                    [Some(404), Some(409), Some(409), None, Some(401), Some(401)][self as usize]
                }

                fn retry(self) -> Option<Retry> {
                    None
                }

                fn family_id(self) -> &'static str {
                    "all"
                }

                fn family_title(self) -> &'static str {
                    "All"
                }

                fn public(self) -> Self {
                    match self {
                        Self::Secret => Self::Filled,
                        Self::Hidden => Self::Helpful,
                        open => open,
                    }
                }

                fn info(self) -> &'static Info {
                    &INFO[usize::from(self == Self::Helpful)]
                }
            }

            catalog!(record Filled);
            catalog!(record Secret);
        }
    };
    (record $name:ident) => {
        #[derive(Clone, PartialEq, Debug)]
        pub(crate) struct $name(pub(crate) Values7);

        impl Params for $name {
            type Code = Code;

            const CODE: Code = Code::$name;

            fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
                self.0.fields(fields);
            }

            fn take(values: &mut Taking<'_>) -> Self {
                Self(Values7::take(values))
            }
        }
    };
}

catalog!(fields, FIELDS, false, None, ["E-1", "E-2", "E-3", "E-4", "E-5", "E-6"]);
catalog!(
    prefixed,
    PREFIXED,
    false,
    Some("https://x.example/{code}?q"),
    ["E-1", "E-2", "E\"\n3", "E-4", "E 5", "E-6"]
);
catalog!(status, STATUS, false, None, ["E1", "E\\\u{1}2", "E3", "é", "E:", "E6"]);
catalog!(nested, NESTED, false, Some("https://x.example/"), ["a.b", "b", "c", "d", "e", "f"]);
catalog!(numeric, Envelope::DEFAULT, true, None, ["1", "-2", "9223372036854775807", "0", "5", "6"]);
