//! Tests that `Json` reads valid documents like `serde_json`, and damaged ones as far as possible.

#![cfg(feature = "alloc")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use errcat::{Json, JsonKind};
use proptest::prelude::*;
use serde_json::Value;

fn json(text: &str) -> Json<'_> {
    Json::new(text.as_bytes()).unwrap_or_else(|| unreachable!("{text:?} begins no value"))
}

fn check_same(json: Json<'_>, value: &Value) {
    assert!(json.is_complete(), "{json:?}");
    assert_eq!(json.is_null(), value.is_null());
    assert_eq!(json.as_bool(), value.as_bool());
    assert_eq!(json.as_str().as_deref(), value.as_str());
    assert_eq!(json.items().count(), value.as_array().map_or(0, Vec::len));
    let kind = match value {
        Value::Null => JsonKind::Null,
        Value::Bool(_) => JsonKind::Bool,
        Value::Number(number) => {
            check_number(json, number);
            JsonKind::Number
        }
        Value::String(_) => JsonKind::String,
        Value::Array(values) => {
            json.items().zip(values).for_each(|(item, value)| check_same(item, value));
            JsonKind::Array
        }
        Value::Object(map) => {
            for (key, value) in map {
                check_same(json.get(key).unwrap(), value);
            }
            assert!(json.members().all(|(key, _)| map.contains_key(&*key)));
            assert!(json.members().count() >= map.len());
            JsonKind::Object
        }
    };
    assert_eq!(json.kind(), kind);
}

fn check_number(json: Json<'_>, number: &serde_json::Number) {
    let text = json.number_text().unwrap();
    if text != "-0" {
        assert_eq!((json.as_u64(), json.as_i64()), (number.as_u64(), number.as_i64()), "{text}");
    }
    // Without its feature `float_roundtrip`, serde_json may be off by one in the last place.
    let (read, other) = (json.as_f64().unwrap(), number.as_f64().unwrap());
    assert!((read - other).abs() <= other.abs() * 1e-15, "{text}: {read} and {other}");
    assert_eq!(text.parse(), Ok(read));
}

/// Reads every value. Children must be inside their parents and in order.
fn walk(json: Json<'_>, depth: u32) {
    let raw = json.raw().as_ptr_range();
    assert!(!json.raw().is_empty());
    let _ = (json.as_bool(), json.as_i64(), json.as_u64(), json.as_f64(), json.number_text(), json.as_str());
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

fn walk_bytes(bytes: &[u8]) {
    if let Some((json, rest)) = Json::with_rest(bytes) {
        assert!(bytes.ends_with(rest) && bytes.ends_with(&[json.raw(), rest].concat()));
        assert!(json.is_complete() || rest.is_empty() || json.kind() == JsonKind::Number);
        walk(json, 40);
    }
}

#[test]
fn texts_without_a_value_are_none() {
    let texts: [&[u8]; 17] = [
        b"",
        b" \n",
        b"\xef\xbb\xbf",
        b"<html>",
        b"Not Found",
        b"nope",
        b"nulls",
        b"true1",
        b"false_",
        b"-x",
        b"+1",
        b".5",
        b"NaN",
        b"'a'",
        b"}",
        b"\xff{}",
        b"\0",
    ];
    for text in texts {
        assert!(Json::new(text).is_none(), "{text:?}");
    }
}

#[test]
fn kinds_and_completeness() {
    use JsonKind::{Array, Bool, Null, Number, Object, String};
    let cases = [
        ("null", Null, true, ""),
        ("nu", Null, false, ""),
        ("true,", Bool, true, ","),
        ("fals", Bool, false, ""),
        ("0", Number, true, ""),
        ("-", Number, false, ""),
        ("-0.5e+10 x", Number, true, " x"),
        ("1.", Number, false, ""),
        ("1e", Number, false, ""),
        ("01", Number, false, ""),
        ("1.5.5", Number, false, ""),
        ("\"\"", String, true, ""),
        ("\"", String, false, ""),
        ("\"a\\\"", String, false, ""),
        ("\"a\\\\\" ", String, true, " "),
        ("[", Array, false, ""),
        ("[\"]\"", Array, false, ""),
        ("[\"]\"]]", Array, true, "]"),
        ("{\"a\":{}}{", Object, true, "{"),
    ];
    for (text, kind, complete, rest) in cases {
        let (json, found) = Json::with_rest(text.as_bytes()).unwrap();
        assert_eq!((json.kind(), json.is_complete(), found), (kind, complete, rest.as_bytes()), "{text}");
    }
}

#[test]
fn texts_with_escapes() {
    let cases = [
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u00e9\u00C9""#, "éÉ"),
        (r#""\ud83d\ude00!""#, "😀!"),
        (r#""\ud83d!""#, "\u{fffd}!"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ud83d\q""#, "\u{fffd}\\q"),
        (r#""\x41 \' \u12G4 \u+123""#, r"\x41 \' \u12G4 \u+123"),
        ("\"line\nfeed\"", "line\nfeed"),
        (r#""cut off"#, "cut off"),
        (r#""cut \"#, "cut \u{fffd}"),
        (r#""cut \u00"#, "cut \u{fffd}"),
        (r#""cut \ud83d\ude"#, "cut \u{fffd}\u{fffd}"),
    ];
    for (text, expected) in cases {
        assert_eq!(json(text).as_str().unwrap(), expected, "{text}");
    }
    let damaged = Json::new(b"\"a\xff\xc3\\n\x80\"").unwrap();
    assert_eq!(damaged.as_str().unwrap(), "a\u{fffd}\u{fffd}\n\u{fffd}");
}

#[test]
fn iterators_stop_at_damage() {
    let cases: [(&str, &[&str]); 12] = [
        ("[1,2", &["1", "2"]),
        ("[1,2,", &["1", "2"]),
        ("[1,]", &["1"]),
        ("[,1]", &[]),
        ("[1 2]", &["1"]),
        ("[1,NaN,3]", &["1"]),
        ("[1}", &["1"]),
        ("[01, 2]", &["01", "2"]),
        ("[[1}, 2]", &["[1}", "2"]),
        ("[[1, [2", &["[1, [2"]),
        ("[\"a, b", &["\"a, b"]),
        ("[tru", &["tru"]),
    ];
    for (text, expected) in cases {
        let items: Vec<&[u8]> = json(text).items().map(|item| item.raw()).collect();
        assert_eq!(items, expected.iter().map(|item| item.as_bytes()).collect::<Vec<_>>(), "{text}");
    }
    for text in ["{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\": }", "{a: 1}", "{1: 1}", "{\"a\" 1}", "{,\"a\":1}"]
    {
        assert_eq!(json(text).members().count(), 0, "{text}");
    }
    let mut items = json("[1 2, 3]").items();
    assert!(items.next().is_some() && items.next().is_none() && items.next().is_none());
}

#[test]
fn a_number_that_may_be_cut_off_has_no_value() {
    for text in ["[12", "{\"a\": 12", "[12."] {
        let cut = json(text).items().chain(json(text).members().map(|(_, value)| value)).next().unwrap();
        assert!(!cut.is_complete());
        assert_eq!((cut.as_i64(), cut.as_u64(), cut.as_f64()), (None, None, None));
        assert!(cut.number_text().unwrap().starts_with("12"));
    }
    assert_eq!(json("{\"a\": 12 ").get("a").unwrap().as_i64(), Some(12));
    assert_eq!(json("1e999").as_f64(), None);
    assert_eq!(
        (json("18446744073709551615").as_u64(), json("18446744073709551616").as_u64()),
        (Some(u64::MAX), None)
    );
    assert_eq!(json("-9223372036854775808").as_i64(), Some(i64::MIN));
}

#[test]
fn paths() {
    let json = json(r#"{"a": {"b": [{"c": 1}, 2], "": 3}, "a.b": 4, "x": 5, "x": 6, "\u0079": 7}"#);
    let at = |path| json.at(path).and_then(|json| json.as_u64());
    assert_eq!(
        (at("a.b.0.c"), at("a.b.1"), at("a."), at("x"), at("y")),
        (Some(1), Some(2), Some(3), Some(6), Some(7))
    );
    assert_eq!((at("a.b.2"), at("a.b.c"), at("a.b.0.c.d"), at("."), at("z")), (None, None, None, None, None));
    assert_eq!(json.at("").unwrap().raw(), json.raw());
    assert_eq!(json.get("a.b").unwrap().as_u64(), Some(4));
}

#[test]
fn debug_output_is_short_and_escaped() {
    assert_eq!(format!("{:?}", json("{\"a\": 'b\u{202e}\u{1b}\n}")), r#"Json({"a": 'b\u{202e}\u{1b}\n})"#);
    let long = format!("\"{}\"", "😀".repeat(200));
    assert_eq!(format!("{:?}", json(&long)), format!("Json(\"{}…)", "😀".repeat(127)));
    assert_eq!(format!("{:?}", Json::new(b"\"\xff\xc3").unwrap()), "Json(\"\u{fffd}\u{fffd})");
}

#[test]
fn deep_and_long_documents_are_read() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        let deep = open.repeat(50_000);
        let cut = json(&deep);
        assert!(!cut.is_complete() && cut.raw().len() == deep.len());
        walk(cut, 10);
        let whole = format!("{deep}1{}", close.repeat(50_000));
        assert!(json(&whole).is_complete());
        walk(json(&whole), 10);
    }
    let long = format!("{{\"a\": \"{}\\n\", \"code\": \"E1\"", "x".repeat(10_000_000));
    assert_eq!(json(&long).get("a").unwrap().as_str().unwrap().len(), 10_000_001);
    assert_eq!(json(&long).get("code").unwrap().as_str().unwrap(), "E1");
    let digits = "7".repeat(1_000_000);
    assert_eq!((json(&digits).as_u64(), json(&digits).as_f64()), (None, None));
    let escapes = format!("\"{}", "\\u00".repeat(300_000));
    assert_eq!(json(&escapes).as_str().unwrap().len(), escapes.len() - 5 + 3);
}

/// Generates JSON in many notations, with duplicate keys.
fn document() -> impl Strategy<Value = String> {
    let space = || "[ \t\r\n]{0,2}";
    let escape = r#"\\["\\/bfnrt]|\\u00[0-7][0-9a-fA-F]|\\ud83d\\ude0[0-9a-f]"#;
    let string = move || {
        let piece = prop_oneof![Just("a".to_owned()), "[ !#-\\[\\]-~é-\u{2fff}😀]{0,12}", escape];
        prop::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
    };
    let number = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        (-1e300..1e300).prop_map(|number: f64| format!("{number:e}")),
        "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?",
    ];
    let word = prop_oneof![Just("null"), Just("true"), Just("false")].prop_map(str::to_owned);
    prop_oneof![string(), number, word].prop_recursive(5, 60, 6, move |inner| {
        let spaced = (space(), inner, space()).prop_map(|(a, value, b)| [a, value, b].concat());
        let key = (space(), string(), space()).prop_map(|(a, value, b)| [a, value, b].concat());
        let member = (key, spaced.clone()).prop_map(|(key, value)| format!("{key}:{value}"));
        prop_oneof![
            prop::collection::vec(spaced, 1..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 1..6).prop_map(|members| format!("{{{}}}", members.join(","))),
            space().prop_map(|space| format!("[{space}]")),
            space().prop_map(|space| format!("{{{space}}}")),
        ]
    })
}

proptest! {
    #[test]
    fn valid_documents_are_read_like_serde_json(text in document()) {
        let value: Value = serde_json::from_str(&text).unwrap();
        check_same(json(&text), &value);
        let pretty = format!("\u{feff}\n{value:#}\n");
        check_same(json(&pretty), &value);
        walk_bytes(text.as_bytes());
    }

    #[test]
    fn a_cut_off_document_has_no_other_values_than_the_whole(text in document(), cut in any::<prop::sample::Index>()) {
        let cut = &text.as_bytes()[..cut.index(text.len() + 1)];
        walk_bytes(cut);
        check_beginning(Json::new(cut), json(&text));
    }

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>()) {
        walk_bytes(&bytes);
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        walk_bytes(&pieces.concat());
    }
}

const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u",
    b"d83d",
    b"\"a\":",
    b"\"code\"",
    b"1",
    b"-",
    b".",
    b"e",
    b" ",
    b"null",
    b"tru",
    b"\xff",
    b"\xf0\x9f",
    b"\n",
    b"\0",
];

/// Checks that a value of a cut-off document is either equal to the whole value or its start.
fn check_beginning(cut: Option<Json<'_>>, whole: Json<'_>) {
    let Some(cut) = cut else { return };
    assert_eq!(cut.kind(), whole.kind());
    assert!(whole.raw().starts_with(cut.raw()));
    for (cut, whole) in cut.items().zip(whole.items()) {
        check_beginning(Some(cut), whole);
    }
    for ((key, cut), (same, whole)) in cut.members().zip(whole.members()) {
        assert_eq!(key, same);
        if cut.is_complete() {
            assert_eq!(cut.raw(), whole.raw());
        }
        check_beginning(Some(cut), whole);
    }
}
