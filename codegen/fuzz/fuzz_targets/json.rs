//! Reads any bytes as a response. JSON values must be inside their parents, and times and waits are
//! read or refused.
#![no_main]

use std::time::Duration;

use errcat::json::write;
use errcat::{Json, JsonKind, RetryAfter, Timestamp};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((json, rest)) = Json::with_rest(bytes) {
        assert!(json.is_complete() || rest.is_empty() || json.kind() == JsonKind::Number);
        assert!(bytes.ends_with(rest) && json.raw().len() + rest.len() <= bytes.len());
        walk(json, 32);
    }
    if let Ok(value) = serde_json::from_slice(bytes) {
        same(Json::new(bytes).expect("serde_json reads it"), &value);
    }
    let text = String::from_utf8_lossy(bytes);
    let mut written = String::new();
    write::string(&mut written, &text);
    assert_eq!(Json::new(written.as_bytes()).and_then(|json| json.as_str()).as_deref(), Some(&*text));
    times(&text);
});

fn walk(json: Json<'_>, depth: u32) {
    let raw = json.raw().as_ptr_range();
    let _ = (json.as_bool(), json.as_i64(), json.as_u64(), json.as_f64(), json.as_str());
    assert!(format!("{json:?}").chars().all(|c| !c.is_control()));
    let mut end = raw.start;
    for inner in json.items().chain(json.members().map(|(_, value)| value)) {
        let inner_raw = inner.raw().as_ptr_range();
        assert!(end < inner_raw.start && inner_raw.end <= raw.end);
        end = inner_raw.end;
        if depth > 0 {
            walk(inner, depth - 1);
        }
    }
}

fn same(json: Json<'_>, value: &serde_json::Value) {
    use serde_json::Value;
    assert!(json.is_complete());
    match value {
        Value::Null => assert!(json.is_null()),
        Value::Bool(value) => assert_eq!(json.as_bool(), Some(*value)),
        Value::Number(number) => {
            let text = json.number_text().expect("a number");
            assert!(text == "-0" || (json.as_i64(), json.as_u64()) == (number.as_i64(), number.as_u64()));
            assert!(json.as_f64().is_some());
        }
        Value::String(text) => assert_eq!(json.as_str().as_deref(), Some(text.as_str())),
        Value::Array(values) => {
            assert_eq!(json.items().count(), values.len());
            json.items().zip(values).for_each(|(item, value)| same(item, value));
        }
        Value::Object(map) => {
            assert!(json.members().all(|(key, _)| map.contains_key(&*key)));
            map.iter().for_each(|(key, value)| same(json.get(key).expect("a member"), value));
        }
    }
}

fn times(text: &str) {
    let now = Timestamp::from_unix(1_795_262_242, 500_000_000);
    let wait = RetryAfter::parse(text, now).map_or(Duration::ZERO, |after| after.wait);
    assert!(wait <= RetryAfter::MAX_WAIT && wait.subsec_nanos() == 0);
    if let Some(time) = Timestamp::parse(text) {
        assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
    }
    if let Some(time) = Timestamp::parse_http_date(text, now) {
        assert_eq!(Timestamp::parse_http_date(&time.to_http_date().to_string(), now), Some(time));
    }
}
