//! Tests of what outsiders get, and of what they never get.
#![cfg(feature = "std")]

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;
use std::time::Duration;

use errcat::{
    Error, ErrorCode, Fields, Info, NoClass, Params, Problem, Response, Retry, Taking, UnknownCode,
    assert_masks_hide,
};

/// A catalog. `INTERNAL` says whether it has a code for internal errors.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Code<const INTERNAL: bool> {
    TooHeavy,
    Bare,
    Stock,
    Failed,
    Anything,
    Hidden,
    Login,
    Empty,
}

use Code::{Anything, Bare, Empty, Failed, Hidden, Login, Stock, TooHeavy};

static TEMPLATE: Info = Info::new().with_placeholders();
static INTERNAL: Info = Info::new().with_internal();
static PLAIN: Info = Info::new();

impl<const INTERNAL: bool> ErrorCode for Code<INTERNAL> {
    type Class = NoClass;

    const CATALOG: &'static str = "shop";
    const ALL: &'static [Self] = &[TooHeavy, Bare, Stock, Failed, Anything, Hidden, Login, Empty];
    const INTERNAL: Option<Self> = if INTERNAL { Some(Failed) } else { None };

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }
    fn code(self) -> &'static str {
        ["too_heavy", "bare", "stock", "failed", "anything", "hidden", "login", "empty"][self as usize]
    }
    fn name(self) -> Option<&'static str> {
        None
    }
    fn ident(self) -> &'static str {
        ["TooHeavy", "Bare", "Stock", "Failed", "Anything", "Hidden", "Login", "Empty"][self as usize]
    }
    fn message(self) -> Option<&'static str> {
        match self {
            TooHeavy | Bare | Stock => Some("It weighs {weight} kg."),
            Failed => Some("Something failed."),
            Hidden | Login => Some("Log in."),
            Anything | Empty => None,
        }
    }
    fn description(self) -> Option<&'static str> {
        (self == TooHeavy).then_some("The parcel is too heavy.")
    }
    fn status(self) -> Option<u16> {
        match self {
            TooHeavy | Bare => Some(422),
            Stock => Some(409),
            Failed => Some(503),
            Hidden | Login => Some(401),
            Empty => Some(204),
            Anything => None,
        }
    }
    fn retry(self) -> Option<Retry> {
        None
    }
    fn family_id(self) -> &'static str {
        "shop"
    }
    fn family_title(self) -> &'static str {
        "Shop"
    }
    fn public(self) -> Self {
        if self == Hidden { Login } else { self }
    }
    fn info(self) -> &'static Info {
        match self {
            TooHeavy | Bare => &TEMPLATE,
            Stock => &self::INTERNAL,
            _ => &PLAIN,
        }
    }
}

impl<const INTERNAL: bool> Display for Code<INTERNAL> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<const INTERNAL: bool> FromStr for Code<INTERNAL> {
    type Err = UnknownCode;
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::from_code(text).ok_or_else(|| UnknownCode::new("shop", text))
    }
}

type Shop = Code<false>;

/// The parameters of an internal error.
#[derive(Debug)]
struct StockParams {
    weight: u32,
}

impl Params for StockParams {
    type Code = Code<true>;
    const CODE: Self::Code = Stock;
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.value("weight", &self.weight);
    }
    fn take(values: &mut Taking<'_>) -> Self {
        Self { weight: values.take("weight") }
    }
}

/// A source whose text would start a line of its own in a log.
#[derive(Debug)]
struct Hostile;

impl Display for Hostile {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("deep\nERROR \u{202e}all is well\u{2028}")
    }
}

impl std::error::Error for Hostile {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&fmt::Error)
    }
}

#[test]
fn a_template_never_goes_out() {
    for (code, shown) in [(TooHeavy, Some("The parcel is too heavy.")), (Bare, None)] {
        let error = Error::<Shop>::new(code);
        assert!(error.is_incomplete());
        assert_eq!(error.message(), None);
        let responses = [
            Response::from(code),
            Response::from(&error),
            Response::from(Problem::from(Error::<Shop>::new(code))),
        ];
        for response in responses {
            assert_eq!(response.status(), 422);
            assert!(!response.body().contains("{weight}"), "{}", response.body());
            assert_eq!(response.body().contains("too heavy"), shown.is_some(), "{}", response.body());
        }
        assert!(!format!("{error} {error:#}").contains("{weight}"));
    }
    // A message of the server is complete.
    let error = Error::<Shop>::new(TooHeavy).with_message("40 kg are too much.");
    assert!(!error.is_incomplete());
    assert!(Response::from(error).body().contains("40 kg"));
    assert!(!Error::<Shop>::new(Failed).is_incomplete());
}

#[test]
fn an_internal_error_stays_inside() {
    let error = || {
        Error::from(StockParams { weight: 7 })
            .with_detail("shelf", 3)
            .with_status(418)
            .with_retry_after(Duration::from_secs(9))
    };
    let expected = Response::from(Code::<true>::Failed);
    assert_eq!(
        (expected.status(), expected.body()),
        (503, r#"{"code":"failed","message":"Something failed."}"#)
    );
    assert_eq!(Response::from(error()), expected);
    assert_eq!(Response::from(Code::<true>::Stock), expected);
    assert_eq!(Response::from(Problem::from(error())), Response::from(Problem::from(Code::<true>::Failed)));
    // It is there for logs.
    assert_eq!(error().to_string(), "stock: It weighs 7 kg.");

    let alone = Response::from(Error::<Shop>::new(Stock).with_detail("shelf", 3).with_status(404));
    assert_eq!((alone.status(), alone.body()), (500, r#"{"message":"Internal Server Error"}"#));
    assert_eq!(Response::from(Shop::Stock), alone);
    assert_eq!(Error::<Shop>::new(Stock).with_status(404).status(), 500);
}

#[test]
fn a_status_is_that_of_an_error_everywhere() {
    for (given, sent) in [
        (400, 400),
        (468, 468),
        (599, 599),
        (0, 500),
        (99, 500),
        (100, 500),
        (200, 500),
        (304, 500),
        (399, 500),
        (600, 500),
        (999, 500),
        (65_535, 500),
    ] {
        let error = || Error::<Shop>::new(Anything).with_status(given);
        let mut logged = String::new();
        error().record(|name, value| logged += &format!("{name}={value} "));
        assert!(logged.contains(&format!("http.response.status_code={sent} ")), "{logged}");
        assert_eq!((error().status(), Response::from(error()).status()), (sent, sent));
        let problem = Response::from(error().into_problem());
        assert_eq!(problem.status(), sent);
        assert!(problem.body().contains(&format!("\"status\":{sent}")), "{}", problem.body());
    }
    // The catalog says 204, which would have no body.
    assert_eq!(Response::from(Shop::Empty).status(), 500);
    assert_eq!(Error::<Shop>::new(Failed).with_status(404).status(), 503);
}

#[test]
fn masks_hide() {
    assert_masks_hide::<Shop>();
    let realm = |code| Response::from(Error::<Shop>::new(code).with_challenge("Basic realm=\"a\""));
    assert_eq!(realm(Hidden), realm(Login));
    assert!(realm(Hidden).headers().any(|(_, value)| value == "Basic realm=\"a\""));
    let foreign = Response::from(Error::<Shop>::new(Login).with_challenge("Basic realm=\"é\""));
    assert_eq!(foreign, Response::from(Shop::Login));
}

#[test]
fn a_log_has_one_line_per_error() {
    let error = Error::<Shop>::new(Anything)
        .with_message("a\r\nb\u{85}c\u{2029}\u{200b}")
        .with_request_id("r\n1")
        .with_source(Hostile);
    let mut recorded = Vec::new();
    error.record(|name, value| recorded.push(format!("{name}={value}")));
    let shown = [error.to_string(), format!("{error:#}")];
    for text in recorded.iter().chain(&shown) {
        assert!(
            !text.chars().any(|c| c.is_control() || "\u{2028}\u{2029}\u{202e}\u{200b}".contains(c)),
            "{text:?}"
        );
    }
    assert!(
        recorded.contains(&r"error.source=deep\nERROR \u{202e}all is well\u{2028}".to_owned()),
        "{recorded:?}"
    );
    assert!(
        !shown[0].contains("deep")
            && shown[1].contains(": deep")
            && shown[1].ends_with(&fmt::Error.to_string())
    );
    assert!(error.to_string().starts_with(r"anything: a\r\nb"), "{error}");
}

#[test]
fn texts_of_every_length_are_shown_with_hostile_characters_escaped() {
    let shown = |text: &str| Error::<Shop>::new(Anything).with_message(text.to_owned()).to_string();
    for length in 0..300 {
        let text = "x".repeat(length);
        assert_eq!(shown(&text), format!("anything: {text}"));
    }
    let characters = [
        ('\u{1b}', r"\u{1b}"),
        ('\n', r"\n"),
        ('\0', r"\0"),
        ('\u{7f}', r"\u{7f}"),
        ('\u{80}', r"\u{80}"),
        ('\u{202e}', r"\u{202e}"),
        (' ', " "),
        ('~', "~"),
        ('é', "é"),
        ('界', "界"),
        ('🦀', "🦀"),
    ];
    for before in 0..150 {
        for (character, expected) in characters {
            for after in ["", "y", "yyyyyyyyyyyyyyyyy"] {
                let before = "x".repeat(before);
                let text = shown(&format!("{before}{character}{after}"));
                assert_eq!(text, format!("anything: {before}{expected}{after}"));
            }
        }
    }
}

#[test]
fn details_have_any_name() {
    let name = String::from("built at run time");
    let error = Error::<Shop>::new(Failed).with_detail(name.as_str(), 1).with_detail(name.clone() + "!", 2);
    assert_eq!(
        error.details().map(|(name, _)| name.to_owned()).collect::<Vec<_>>(),
        [name.clone(), name + "!"]
    );
    let _ = error.details().next().unwrap();
}
