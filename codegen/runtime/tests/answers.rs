//! Tests that servers write JSON like `serde_json`, that clients read all of it back, and that
//! masked and sensitive values never leave the server.

#![cfg(feature = "std")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "answers/catalogs.rs"]
mod catalogs;
#[path = "answers/decode.rs"]
mod decode;

use std::fmt;
use std::time::Duration;

use catalogs::{Values7, fields, nested, numeric, prefixed, status};
use errcat::{
    ApiError, Error, ErrorCode, FieldName, Json, JsonKind, Params, Problem, Response, Sensitive, Timestamp,
    assert_indistinguishable,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const SECRET: &str = "hunter2 hunter2";

/// The values of one occurrence of an error.
#[derive(Clone, Debug)]
struct Said {
    params: Option<Values7>,
    message: Option<String>,
    details: Vec<(String, Value)>,
    build: Option<String>,
    request_id: Option<String>,
    wait: Option<Duration>,
    status: Option<u16>,
}

fn add<C: ErrorCode>(mut error: Error<C>, said: &Said) -> Error<C> {
    for (name, value) in &said.details {
        let name = name.clone();
        error = match value {
            Value::String(text) => error.with_detail(name, text.clone()),
            Value::Bool(value) => error.with_detail(name, *value),
            Value::Number(number) if number.is_f64() => error.with_detail(name, number.as_f64().unwrap()),
            Value::Number(number) => error.with_detail(name, number.as_i64().unwrap()),
            Value::Array(list) => error.with_detail(
                name,
                list.iter().map(|text| text.as_str().unwrap().to_owned()).collect::<Vec<_>>(),
            ),
            _ => error.with_detail(name, None::<u8>),
        };
    }
    if let Some(message) = &said.message {
        error = error.with_message(message.clone());
    }
    if let Some(build) = &said.build {
        error = error.with_field(FieldName::new("build"), build.clone());
    }
    if let Some(id) = &said.request_id {
        error = error.with_request_id(id.clone());
    }
    if let Some(wait) = said.wait {
        error = error.with_retry_after(wait);
    }
    match said.status {
        Some(status) => error.with_status(status),
        None => error,
    }
}

fn params(said: &Said) -> Map<String, Value> {
    let Some(values) = &said.params else { return Map::new() };
    let Values7 { name, count, ratio, list, fatal, port, .. } = values;
    let all =
        json!({ "name": name, "count": count, "ratio": ratio, "list": list, "fatal": fatal, "port": port });
    let Value::Object(mut all) = all else { return Map::new() };
    all.retain(|_, value| !value.is_null());
    all
}

/// Returns the expected details. If parameters are in the same place, they win.
fn details<C: ErrorCode>(said: &Said) -> Map<String, Value> {
    let shared = said.params.is_some() && C::CATALOG != "nested";
    let taken =
        |name: &str| shared && ["name", "count", "ratio", "list", "fatal", "port", "who"].contains(&name);
    said.details.iter().filter(|(name, value)| !value.is_null() && !taken(name)).cloned().collect()
}

/// Returns the expected message, formatted by Rust.
fn text<C: ErrorCode>(code: C, said: &Said) -> Option<String> {
    let filled = said.params.as_ref().map(|values| {
        let Values7 { name, count, ratio, list, fatal, port, who } = values;
        let port = port.map_or_else(String::new, |port| port.to_string());
        format!("\"{{{name}}}\": {count} of {ratio} ({}) {fatal}{port} for {who}", list.join(", "))
    });
    said.message.clone().or(filled).or_else(|| code.message().map(str::to_owned))
}

fn number_or_text<C: ErrorCode>(code: C) -> Value {
    if C::NUMERIC { code.code().parse::<i64>().unwrap().into() } else { code.code().into() }
}

/// Returns an object without the absent members.
fn object(members: Vec<(&str, Value)>) -> Value {
    let there = members.into_iter().filter(|(_, value)| match value {
        Value::Null => false,
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    });
    Value::Object(there.map(|(name, value)| (name.to_owned(), value)).collect())
}

fn expected<C: ErrorCode>(code: C, shown_status: u16, said: &Said) -> Value {
    let shown = text(code, said);
    let params = params(said);
    let details = details::<C>(said);
    let both: Map<String, Value> = params.clone().into_iter().chain(details.clone()).collect();
    let code_text = number_or_text(code);
    let help = code.info().help;
    let links: Vec<Value> =
        code.info().links.iter().map(|link| json!({ "label": link.label, "url": link.url })).collect();
    let wait = said.wait.map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0));
    object(match C::CATALOG {
        "fields" => {
            let list =
                both.iter().map(|(name, value)| json!({ "field": name, "value": value, "message": null }));
            vec![
                ("error_code", code_text),
                ("message", shown.into()),
                ("details", list.collect()),
                ("suggestions", help.into()),
                ("links", links.into()),
                ("request_id", said.request_id.clone().into()),
            ]
        }
        "prefixed" => {
            let msg =
                shown.map_or_else(|| code.code().to_owned(), |shown| format!("{}: {shown}", code.code()));
            vec![("code", code_text), ("msg", msg.into()), ("context", both.into())]
        }
        "status" => vec![
            ("code", shown_status.into()),
            ("reason", code_text),
            ("message", shown.into()),
            ("metadata", both.into()),
            ("build", said.build.clone().into()),
            ("wait", wait.into()),
        ],
        "nested" => {
            let error = object(vec![
                ("code", code_text),
                ("message", shown.into()),
                ("params", params.into()),
                ("details", details.into()),
            ]);
            let request = object(vec![("id", said.request_id.clone().into())]);
            vec![("error", error), ("meta", object(vec![("request", request)]))]
        }
        _ => vec![
            ("code", code_text),
            ("message", shown.into()),
            ("details", both.into()),
            ("request_id", said.request_id.clone().into()),
        ],
    })
}

/// Sends an error from server to client, both in the envelope and as problem details.
fn crosses<C: ErrorCode>(code: C, make: impl Fn() -> Error<C>, said: &Said) -> [ApiError<C>; 2] {
    let error = make();
    let response = Response::from(&error);
    let wanted = expected(code, response.status(), said);
    assert_eq!(response.body(), wanted.to_string());
    let problem = Response::from(Problem::from(make()).with_instance("/a \"b\""));
    assert!(serde_json::from_str::<Value>(problem.body()).unwrap().is_object(), "{}", problem.body());

    [response, problem].map(|response| {
        assert!(!format!("{response:?}").contains(SECRET));
        let back = ApiError::<C>::from_parts(
            response.status(),
            response.headers().map(|(name, value)| (name, value.into_owned())),
            response.body(),
        );
        assert_eq!(back.known(), Some(code));
        // An empty message counts as absent, and in problem details the title is enough.
        if response.headers().next().unwrap().1 == "application/json" {
            assert_eq!(back.message().map(str::to_owned), text(code, said).filter(|text| !text.is_empty()));
        } else if let Some(text) = text(code, said).filter(|text| !text.is_empty()) {
            assert_eq!(back.message(), Some(text.as_str()));
        }
        let wait_read = back.retry_after(Timestamp::from_unix(0, 0)).map(|after| (after.wait, after.capped));
        let wait = said.wait.map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0));
        let day = Duration::from_secs(86_400);
        assert_eq!(wait_read, wait.map(|wait| (Duration::from_secs(wait).min(day), wait > 86_400)));
        for (name, value) in details::<C>(said) {
            let all = back.details().unwrap();
            let field = |item: &Json<'_>| item.get("field").unwrap().as_str().unwrap() == name;
            let found = match all.kind() {
                JsonKind::Array => all.items().find(field).unwrap().get("value"),
                _ => all.get(&name),
            };
            assert_eq!(found.unwrap().raw(), value.to_string().as_bytes());
        }
        let slots = C::ENVELOPE.slots().iter();
        let mut ids = slots.filter(|slot| slot.fact() == errcat::Fact::RequestId);
        if ids.next().is_some() {
            assert_eq!(back.request_id(), said.request_id.as_deref().filter(|id| !id.is_empty()));
        }
        back
    })
}

/// Compares parameters that were read back. Sensitive ones must be absent.
fn check_params<P: Params + PartialEq>(back: &[ApiError<P::Code>; 2], said: &Said, make: fn(Values7) -> P) {
    let Some(values) = said.params.clone() else { return };
    for back in back {
        let values = Values7 { who: Sensitive::withheld(), ..values.clone() };
        assert_eq!(back.known_params::<P>(), Ok(make(values)));
    }
}

fn visible(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}')
    })
}

macro_rules! check {
    ($catalog:ident, $said:expr) => {{
        use $catalog::{Code, Filled, Secret};
        let said: &Said = $said;
        let from = |values: Values7| Error::with_params(Filled(values));
        let back = crosses(
            Code::Filled,
            || add(said.params.clone().map_or_else(|| Code::Filled.into(), from), said),
            said,
        );
        check_params(&back, said, Filled);
        let plain = Said { params: None, ..said.clone() };
        for code in [Code::Plain, Code::Bare, Code::Helpful] {
            crosses(code, || add(Error::new(code), &plain), &plain);
        }

        let masked = || {
            let bare = said
                .params
                .clone()
                .map_or_else(|| Error::new(Code::Secret), |values| Error::with_params(Secret(values)));
            add(bare.with_source(SECRET).with_challenge(SECRET), said)
        };
        let mask = || {
            let bare = said.params.clone().map_or_else(|| Error::new(Code::Filled), from);
            // What every response of a server has.
            let bare = said.request_id.iter().fold(bare, |mask, id| mask.with_request_id(id.clone()));
            said.build
                .iter()
                .fold(bare, |mask, build| mask.with_field(FieldName::new("build"), build.clone()))
        };
        assert_indistinguishable(masked(), mask());
        assert_indistinguishable(masked().into_problem(), mask().into_problem());
        // Every response with the status has the challenge.
        let challenge = "Basic realm=\"all\"";
        let hidden = add(
            Error::new(Code::Hidden).with_source(SECRET).with_challenge(challenge),
            &Said { request_id: None, build: None, ..plain.clone() },
        );
        let helpful = || Error::new(Code::Helpful).with_challenge(challenge);
        assert_indistinguishable(&hidden, helpful());
        assert_indistinguishable(hidden.into_problem(), Problem::from(helpful()));

        let error = add(said.params.clone().map_or_else(|| Code::Filled.into(), from), said);
        for shown in [error.to_string(), format!("{error:?}"), format!("{:?}", Problem::from(error))] {
            assert!(visible(&shown) && !shown.contains(SECRET), "{shown:?}");
        }
    }};
}

/// Generates short and long texts, with and without characters to escape.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\u{0}-\u{30}\"\\\\{}:]{0,12}", Just(String::new()), "[a-z]{1,9}"]
}

fn floats() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("JSON has no other", |number| number.is_finite())
}

/// Generated structs of parameters have a `Debug` of the runtime instead of a derived one.
#[test]
fn debug_is_like_a_derived_one() {
    struct Shown(fields::Filled);

    impl fmt::Debug for Shown {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            errcat::params::debug(&self.0, "Values7", f)
        }
    }

    let values = Values7 {
        name: "a \"b\"\n".to_owned(),
        count: -3,
        ratio: 0.5,
        list: vec![String::new(), "x".to_owned()],
        fatal: true,
        port: Some(80),
        who: Sensitive::new(SECRET.to_owned()),
    };
    let shown = Shown(fields::Filled(values.clone()));
    assert_eq!(format!("{shown:?}"), format!("{values:?}"));
    assert_eq!(format!("{shown:#?}"), format!("{values:#?}"));
    assert!(!format!("{values:?}").contains(SECRET));
}

fn values() -> impl Strategy<Value = Values7> {
    let six = (
        texts(),
        any::<i64>(),
        floats(),
        prop::collection::vec(texts(), 0..4),
        any::<bool>(),
        any::<Option<u16>>(),
    );
    six.prop_map(|(name, count, ratio, list, fatal, port)| Values7 {
        name,
        count,
        ratio,
        list,
        fatal,
        port,
        who: SECRET.into(),
    })
}

fn detail() -> impl Strategy<Value = Value> {
    prop_oneof![
        texts().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        floats().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        prop::collection::vec(texts(), 0..3).prop_map(Value::from),
        Just(Value::Null),
    ]
}

fn said() -> impl Strategy<Value = Said> {
    let names = prop_oneof![4 => texts(), 1 => Just("name".to_owned()), 1 => Just("who".to_owned()), 1 => Just("field".to_owned())];
    let details = prop::collection::vec((names, detail()), 0..4);
    let wait = prop::option::of(
        (0..100_000_u64, 0..1_000_000_000_u32).prop_map(|(secs, nanos)| Duration::new(secs, nanos)),
    );
    let status = prop::option::of(400..600_u16);
    let text = || prop::option::of(texts());
    (prop::option::of(values()), prop::option::weighted(0.2, texts()), details, text(), text(), wait, status)
        .prop_map(|(params, message, details, build, request_id, wait, status)| {
            // A repeated name replaces the value.
            let mut once: Vec<(String, Value)> = Vec::new();
            for (name, value) in details {
                match once.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, known)) => *known = value,
                    None => once.push((name, value)),
                }
            }
            Said { params, message, details: once, build, request_id, wait, status }
        })
}

proptest! {
    #[test]
    fn servers_and_clients_agree(said in said()) {
        check!(fields, &said);
        check!(prefixed, &said);
        check!(status, &said);
        check!(nested, &said);
        check!(numeric, &said);
    }
}
