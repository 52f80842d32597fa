//! Tests that `json::write` produces the same bytes as `serde_json`.

#![cfg(feature = "alloc")]
#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use errcat::json::write;
use proptest::prelude::*;

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut out = "before ".to_owned();
    write(&mut out);
    out.strip_prefix("before ").expect("what stood there stays").to_owned()
}

fn check_text(text: &str) {
    let expected = serde_json::to_string(text).expect("a text");
    assert_eq!(written(|out| write::string(out, text)), expected);
    let inside = &expected[1..expected.len() - 1];
    assert_eq!(written(|out| write::escaped(out, text)), inside);
    let longer = format!("{text}{}", text.chars().next().unwrap_or('x'));
    let shown = written(|out| {
        let start = out.len();
        out.push_str(&longer);
        write::escape_from(out, start);
    });
    assert_eq!(format!("\"{shown}\""), serde_json::to_string(&longer).expect("a text"));
}

fn check_float(number: f64) {
    assert_eq!(
        written(|out| write::float(out, number)),
        serde_json::to_string(&number).expect("a number"),
        "{number:?}"
    );
}

#[test]
fn every_character_at_every_offset() {
    for c in (0..0x3000).filter_map(char::from_u32).chain(['\u{ffff}', '\u{1f600}', '\u{10ffff}']) {
        check_text(&c.to_string());
    }
    for special in ['\0', '\u{1f}', ' ', '"', '\\', '\n', '\u{7f}', '\u{80}', 'é', '\u{2028}'] {
        for length in 0..20 {
            for place in 0..=length {
                let text = format!("{}{special}{}", "a".repeat(place), "ö".repeat(length - place));
                check_text(&text);
                check_text(&format!("{text}{special}"));
            }
        }
    }
}

/// Of two equally short and equally near numbers, the even one is written.
#[test]
fn numbers_between_two_texts() {
    for exponent in 12..19 {
        let large = 10_f64.powi(exponent);
        for step in 0..3_000_u32 {
            for eighths in 1..8 {
                check_float(large + f64::from(step) * 977.0 + f64::from(eighths) / 8.0);
            }
            check_float(large * 8.0 - f64::from(step));
        }
    }
    check_float(174_014_641_502_800.13);
}

#[test]
fn numbers_of_interest() {
    let powers = (-330..=308).map(|power| format!("1e{power}").parse().expect("a number"));
    let others =
        [0.0, -0.0, 1.5, 0.1, 1e15 + 0.5, 123_456.789, f64::MIN_POSITIVE, 5e-324, f64::MAX, f64::EPSILON];
    let thirds = (-330..=308).map(|power| format!("-1.2345678901234567e{power}").parse().expect("a number"));
    for number in powers.chain(others).chain(thirds) {
        check_float(number);
        check_float(-number);
        check_float(f64::from_bits(number.to_bits().wrapping_add(1)));
        check_float(f64::from_bits(number.to_bits().wrapping_sub(1)));
    }
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        check_float(number);
    }
    for number in [i64::MIN, -1, 0, 1, i64::MAX] {
        assert_eq!(written(|out| write::signed(out, number)), number.to_string());
    }
    for number in [0, 9, 10, u64::MAX] {
        assert_eq!(written(|out| write::unsigned(out, number)), number.to_string());
    }
    assert_eq!(written(|out| write::boolean(out, true)), "true");
    assert_eq!(written(|out| write::boolean(out, false)), "false");
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        check_text(&text);
    }

    #[test]
    fn any_text_with_many_escapes(text in "[\u{0}-\u{30}\"\\\\\u{7e}-\u{82}]{0,64}") {
        check_text(&text);
    }

    #[test]
    fn any_float(bits in any::<u64>()) {
        check_float(f64::from_bits(bits));
    }

    #[test]
    fn any_float_of_usual_size(number in -1e18_f64..1e18) {
        check_float(number);
        check_float(number / 1e18);
    }
}
