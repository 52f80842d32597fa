//! Tests of codes and related types with serde.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use common::Code;
use errcat::{Retry, Sensitive, Timestamp, Wire};
use serde_json::{Value, from_str, json, to_value};

fn refused<T: serde_core::de::DeserializeOwned>(json: &str) -> String {
    from_str::<T>(json).err().unwrap().to_string()
}

#[test]
fn a_code_is_written_as_text() {
    assert_eq!(to_value(Code::NodeNotFound).unwrap(), json!("ERR-01-001"));
    assert_eq!(from_str::<Code>(r#""ERR-02-001""#).unwrap(), Code::QuotaExceeded);
    assert_eq!(from_str::<Code>(r#""node_not_found""#).unwrap(), Code::NodeNotFound);
    // Serialization is for insiders, so it shows the actual code.
    assert_eq!(to_value(Code::Secret).unwrap(), json!("E3"));
    assert_eq!(from_str::<std::collections::BTreeMap<Code, u8>>(r#"{"GONE":1}"#).unwrap()[&Code::Gone], 1);
}

#[test]
fn an_unknown_code_is_shown_safely() {
    let error = refused::<Code>(r#""ERR-99\u001b[31m""#);
    assert!(error.starts_with(r"`ERR-99\u{1b}[31m` is not a code of example"), "{error}");
    assert!(refused::<Code>(&format!("{:?}", "x".repeat(10_000))).len() < 300);
    assert!(refused::<Code>("7").contains("expected a code of example"));
    assert!(refused::<Code>("null").contains("expected a code of example"));
}

#[test]
fn an_integer_code_is_a_number_and_read_from_both() {
    use numeric::Code;
    assert_eq!(to_value(<Code as errcat::ErrorCode>::ALL).unwrap(), json!([-32700, 404, 404]));
    assert_eq!(from_str::<Code>("-32700").unwrap(), Code::Parse);
    assert_eq!(from_str::<Code>(r#""-32700""#).unwrap(), Code::Parse);
    assert!(refused::<Code>("404").starts_with("`404` is a code of more than one family of num-eric"));
    assert!(refused::<Code>("18446744073709551615").starts_with("`18446744073709551615` is not"));
    assert!(refused::<Code>("1.5").contains("expected a code of num-eric"));
    assert!(refused::<Code>("true").contains("expected a code of num-eric"));
}

#[test]
fn codes_are_read_from_cbor_and_messagepack() {
    fn both<T: serde_core::Serialize, U: serde_core::de::DeserializeOwned>(value: &T) -> [Option<U>; 2] {
        let mut cbor = Vec::new();
        ciborium::into_writer(value, &mut cbor).unwrap();
        let pack = rmp_serde::to_vec(value).unwrap();
        [ciborium::from_reader(cbor.as_slice()).ok(), rmp_serde::from_slice(&pack).ok()]
    }
    // As an API writes them.
    assert_eq!(both(&-32700), [Some(numeric::Code::Parse); 2]);
    assert_eq!(both(&"-32700"), [Some(numeric::Code::Parse); 2]);
    assert_eq!(both::<_, numeric::Code>(&7), [None; 2]);
    for number in [0_u64, 7, 404, u64::MAX] {
        let read = both::<_, Wire<numeric::Code>>(&number);
        assert_eq!(
            read.map(|wire| wire.unwrap().as_str().to_owned()),
            [number.to_string(), number.to_string()]
        );
    }
    assert_eq!(both(&"ERR-02-001"), [Some(Code::QuotaExceeded); 2]);
    // As we do.
    assert_eq!(both(&numeric::Code::Parse), [Some(-32700_i64); 2]);
    assert_eq!(both(&Code::Gone), [Some("GONE".to_owned()), Some("GONE".to_owned())]);
    assert_eq!(both(&numeric::Code::Parse), [Some(numeric::Code::Parse); 2]);
    let unknown = Wire::<Code>::new("ERR-99");
    assert_eq!(both(&unknown), [Some(unknown.clone()), Some(unknown)]);
}

#[test]
fn received_codes_are_written_unchanged() {
    for json in [json!("ERR-01-001"), json!("node_not_found"), json!("ERR-99"), json!(""), json!(" \u{0} ")] {
        let wire: Wire<Code> = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(to_value(&wire).unwrap(), json);
    }
    let number: Wire<Code> = from_str("42").unwrap();
    assert_eq!(number.as_str(), "42");
    for json in
        [json!(-32700), json!(7), json!("007"), json!("+7"), json!("-0"), json!("seven"), json!(u64::MAX)]
    {
        let wire: Wire<numeric::Code> = serde_json::from_value(json.clone()).unwrap();
        let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
        assert_eq!(wire.as_str(), text);
        let expected = if json == json!(u64::MAX) { Value::String(text) } else { json };
        assert_eq!(to_value(&wire).unwrap(), expected);
    }
    assert!(refused::<Wire<Code>>("[]").contains("expected a code of example"));
}

#[test]
fn advice_and_times_are_texts() {
    let all = json!(["never", "immediately", "backoff", "retry-after"]);
    let read: Vec<Retry> = serde_json::from_value(all.clone()).unwrap();
    assert_eq!(to_value(read).unwrap(), all);
    assert!(refused::<Retry>(r#""Never""#).contains("expected a word for retry advice"));

    let time: Timestamp = from_str(r#""2026-11-21T12:57:22.5+01:00""#).unwrap();
    assert_eq!(to_value(time).unwrap(), json!("2026-11-21T11:57:22.500Z"));
    assert!(refused::<Timestamp>(r#""now\u001b""#).contains("expected a time in the form of RFC 3339"));
    assert!(serde_json::to_string(&Timestamp::from_unix(i64::MAX, 0)).is_err());
}

#[test]
fn a_sensitive_value_is_never_written() {
    let secret: Sensitive<String> = from_str(r#""hunter2""#).unwrap();
    assert_eq!(secret.expose().map(String::as_str), Some("hunter2"));
    assert_eq!(to_value(&secret).unwrap(), Value::Null);
    assert_eq!(from_str::<Sensitive<String>>("null").unwrap(), Sensitive::withheld());
}
