//! Tests that reading a response never fails, keeps every byte, and never takes something cut off
//! for something else.

use errcat::{ApiError, Error, ErrorCode, Misfit, Params, Response, Retry, Timestamp};
use proptest::prelude::*;

use crate::catalogs::{Values7, fields, nested, numeric, prefixed, status};

type Headers = Vec<(String, Vec<u8>)>;

fn read<C: ErrorCode>(status: u16, headers: &Headers, body: &[u8]) {
    let error = ApiError::<C>::from_parts(status, headers.iter().map(|(name, value)| (name, value)), body);
    assert_eq!((error.status(), error.body()), (status, body));
    assert!(error.headers().eq(headers.iter().map(|(name, value)| (name.as_str(), value.as_slice()))));
    for shown in [error.to_string(), format!("{error:?}")] {
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
        assert!(shown.chars().count() < 20_000 + 4 * headers.len(), "{}", shown.len());
    }
    assert_eq!(error.known(), error.code().and_then(|code| C::from_code(code.as_str())));
    let waits = error.retry_after(Timestamp::from_unix(1_795_262_400, 0)).is_some();
    assert!(waits || error.retry_advice() != Retry::RetryAfter);
    assert_eq!(error.metric_label() == "_OTHER", error.known().is_none());
    for link in error.links() {
        assert!(!link.url.is_empty() || !body.is_empty());
    }
    assert_eq!(error.into_body(), body);
}

fn read_by_all(status: u16, headers: &Headers, body: &[u8]) {
    read::<fields::Code>(status, headers, body);
    read::<prefixed::Code>(status, headers, body);
    read::<status::Code>(status, headers, body);
    read::<nested::Code>(status, headers, body);
    read::<numeric::Code>(status, headers, body);
}

/// Generates pieces of envelopes and separators in random order.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "null",
            "true",
            "1e9",
            "-0",
            " ",
            "\"error_code\"",
            "\"code\"",
            "\"message\"",
            "\"detail\"",
            "\"msg\"",
            "\"details\"",
            "\"field\"",
            "\"value\"",
            "\"error\"",
            "\"E-1\"",
            "\"request_id\"",
            "\"links\"",
            "\"url\"",
            "\"suggestions\"",
            "\"wait\"",
            "\"type\"",
            "\"title\"",
            "\"loc\"",
            "\\u",
            "d800",
            "\u{feff}",
            "404",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn headers() -> impl Strategy<Value = Headers> {
    let name = prop_oneof![
        any::<String>(),
        prop::sample::select(vec!["content-type", "Retry-After", "x-request-id"]).prop_map(str::to_owned),
    ];
    let value = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..20),
        prop::sample::select(vec![
            "application/problem+json",
            "application/json",
            "7",
            "Sun, 06 Nov 1994 08:49:37 GMT"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop::collection::vec((name, value), 0..4)
}

/// Cuts a response at every byte. The result is the code or none, and the parameters or a reason,
/// but never a wrong value.
fn cut<P: Params + PartialEq>(params: impl Fn() -> P) {
    let response =
        Response::from(Error::with_params(params()).with_request_id("r-77").with_detail("left", 5_u8));
    let whole = response.body().as_bytes();
    let read =
        |body: &[u8]| ApiError::<P::Code>::from_parts(409, [("content-type", "application/json")], body);
    let wanted = read(whole).known_params::<P>().unwrap();
    for end in 0..whole.len() {
        let error = read(&whole[..end]);
        let code = error.code().map(|code| code.as_str().to_owned());
        assert!(
            code.is_none_or(|code| code == P::CODE.code()),
            "{:?}",
            String::from_utf8_lossy(&whole[..end])
        );
        assert!(error.request_id().is_none_or(|id| id == "r-77"));
        match error.known_params::<P>() {
            // An optional or sensitive value that is cut off looks absent.
            Ok(found) => assert_eq!(format!("{found:?}").replace("None", "Some(1)"), format!("{wanted:?}")),
            Err(Misfit::OtherCode { .. }) => assert_eq!(error.known(), None),
            Err(Misfit::Missing { .. } | Misfit::CutOff { .. }) => {}
            Err(misfit) => assert_eq!(Some(misfit), None, "{:?}", String::from_utf8_lossy(&whole[..end])),
        }
    }
}

fn seven() -> Values7 {
    let (name, who) = ("web \"1\"".to_owned(), "nobody".into());
    let list = vec!["a,b".to_owned(), "]".to_owned()];
    Values7 { name, count: -12_345, ratio: 0.25, list, fatal: true, port: Some(1), who }
}

#[test]
fn cut_off_responses() {
    cut(|| fields::Filled(seven()));
    cut(|| prefixed::Filled(seven()));
    cut(|| status::Filled(seven()));
    cut(|| nested::Filled(seven()));
    cut(|| numeric::Filled(seven()));
}

#[test]
fn values_that_do_not_fit() {
    let misfit = |values: &str| {
        let body = format!(r#"{{"code":"E-2","context":{values}}}"#);
        ApiError::<prefixed::Code>::from_parts(409, [("", ""); 0], body)
            .known_params::<prefixed::Filled>()
            .unwrap_err()
            .to_string()
    };
    let rest = r#""ratio":1,"list":[],"fatal":false"#;
    assert_eq!(misfit("{}"), "`name` is missing");
    assert_eq!(misfit("null"), "`name` is missing");
    assert_eq!(misfit("7"), "`name` is missing");
    assert_eq!(misfit(r#"{"name":7}"#), "`name` is not a text");
    assert_eq!(misfit(r#"{"name":"x","count":1.5}"#), "`count` is not a whole number (i64)");
    assert_eq!(misfit(r#"{"name":"x","count":9223372036854775808}"#), "`count` is not a whole number (i64)");
    assert_eq!(misfit(r#"{"name":"x","count":1,"ratio":1e999}"#), "`ratio` is not a number");
    assert_eq!(
        misfit(r#"{"name":"x","count":1,"ratio":1,"list":"x"}"#),
        "`list` is not a list of values of one type"
    );
    assert_eq!(
        misfit(r#"{"name":"x","count":1,"ratio":1,"list":["x",1]}"#),
        "`list` is not a list of values of one type"
    );
    assert_eq!(
        misfit(&format!(r#"{{"name":"x","count":1,{rest},"port":65536}}"#)),
        "`port` is not a whole number (u16)"
    );
    assert_eq!(misfit(r#"{"name":"x"#), "`name` is cut off");
    let other = ApiError::<prefixed::Code>::from_parts(404, [("", ""); 0], r#"{"code":"E-1"}"#);
    assert_eq!(other.known_params::<prefixed::Filled>(), Err(Misfit::OtherCode { expected: "E-2" }));
}

proptest! {
    #[test]
    fn any_bytes(status in any::<u16>(), headers in headers(), body in prop::collection::vec(any::<u8>(), 0..200)) {
        read_by_all(status, &headers, &body);
    }

    #[test]
    fn any_pieces(status in any::<u16>(), headers in headers(), body in pieces()) {
        read_by_all(status, &headers, &body);
    }
}
