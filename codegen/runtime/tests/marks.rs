//! Tests of messages whose placeholders are not braces, against results of `printf` written by hand
//! and against `format!`.
#![cfg(feature = "alloc")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::time::Duration;

use errcat::params::{angle, indexed, mustache, percent, printf};
use errcat::{Fields, Sensitive, Value};
use proptest::prelude::*;

/// Returns the message with these values, which are called `arg1` and so on.
fn with(template: &str, values: &[&dyn Value]) -> String {
    const NAMES: [&str; 4] = ["arg1", "arg2", "arg3", "arg4"];
    let mut fields = Fields::new();
    for (name, value) in NAMES.into_iter().zip(values) {
        fields.value(name, *value);
    }
    let mut out = String::new();
    printf(template, fields.as_slice(), &mut out).unwrap();
    out
}

fn text(template: &str, value: &str) -> String {
    let mut fields = Fields::new();
    fields.text("table", value);
    let mut out = String::new();
    printf(template, fields.as_slice(), &mut out).unwrap();
    out
}

#[test]
fn texts() {
    let cases = [
        ("%s", "abc", "abc"),
        ("%5s|", "abc", "  abc|"),
        ("%-5s|", "abc", "abc  |"),
        ("%.2s|", "abc", "ab|"),
        ("%-.2s|", "abc", "ab|"),
        ("%-.192s", "abc", "abc"),
        ("%5.1s|", "abc", "    a|"),
        ("%.0s|", "abc", "|"),
        ("%.s|", "abc", "|"),
        ("%-6.2s|", "größe", "gr    |"),
        ("%.3s|", "größe", "grö|"),
        ("%v %T", "x", "x %T"),
        ("%.*s", "abc", "abc"),
        ("%-*s|", "abc", "abc|"),
        ("%1$s %1$s", "x", "x x"),
        ("%[1]s", "x", "x"),
        ("%q", "a\"\\\n\t\u{1}ü", "\"a\\\"\\\\\\n\\t\\x01ü\""),
        ("%x %X", "hi", "6869 %X"),
        ("%d", "no number", "no number"),
        ("%05d", "12", "00012"),
        ("%s", "%s %d %%", "%s %d %%"),
        ("%ls", "x", "x"),
    ];
    for (template, value, expected) in cases {
        assert_eq!(text(template, value), expected, "{template}");
    }
}

#[test]
fn literal_percent_signs() {
    let cases = [
        ("100% sure", "100% sure"),
        ("100%% sure", "100% sure"),
        ("%%%s%%", "%x%"),
        ("% d %", "% d %"),
        ("%0$s %-", "%0$s %-"),
        ("%y %.y %5", "%y %.y %5"),
        ("%1234s", "%1234s"),
        ("%s %s", "x %s"),
        ("%9$s", "%9$s"),
        ("ü%sü", "üxü"),
    ];
    for (template, expected) in cases {
        assert_eq!(text(template, "x"), expected, "{template}");
    }
}

#[test]
fn integers() {
    let cases = [
        ("%d", 42, "42"),
        ("%i|%1$5d|%1$-5d|", -42, "-42|  -42|-42  |"),
        ("%05d", -42, "-0042"),
        ("%+d %1$+d", 42, "+42 +42"),
        ("%+05d", 42, "+0042"),
        ("%-05d|", 42, "42   |"),
        ("%.5d", -42, "-00042"),
        ("%8.5d|", -42, "  -00042|"),
        ("%08.5d|", 42, "   00042|"),
        ("%.0d|", 0, "|"),
        ("%.d|", 0, "|"),
        ("%5.0d|", 0, "     |"),
        ("%ld %1$lld %1$zd %1$hhd", 300, "300 300 300 300"),
        ("%x %1$X %1$#x %1$#X", 255, "ff FF 0xff 0XFF"),
        ("%08x", 0x8007_0005, "80070005"),
        ("%#010x", 255, "0x000000ff"),
        ("%#x %1$#o", 0, "0 0"),
        ("%o %1$#o", 8, "10 010"),
        ("%.4x", 255, "00ff"),
        ("%#8.4x|", 255, "  0x00ff|"),
        ("%x", -1, "ffffffffffffffff"),
        ("%u", -1, "18446744073709551615"),
        ("%s %1$5s %1$v", -7, "-7    -7 -7"),
        ("%c", 65, "A"),
        ("%f", 2, "2.000000"),
    ];
    for (template, value, expected) in cases {
        let value: i64 = value;
        assert_eq!(with(template, &[&value]), expected, "{template}");
    }
    assert_eq!(with("%x %x %x", &[&-1_i8, &-2_i16, &-3_i32]), "ff fffe fffffffd");
    assert_eq!(with("%d %x", &[&u64::MAX, &u64::MAX]), "18446744073709551615 ffffffffffffffff");
    assert_eq!(with("%x %x", &[&Some(-1_i8), &None::<i8>]), "ff ");
}

#[test]
fn floats() {
    let cases = [
        ("%f", 1.5, "1.500000"),
        ("%.2f", 2.675, "2.67"),
        ("%.0f %1$#.0f", 2.5, "2 2."),
        ("%8.2f|%1$-8.2f|", -1.0, "   -1.00|-1.00   |"),
        ("%08.2f", -1.0, "-0001.00"),
        ("%+.1f", 0.25, "+0.2"),
        ("%f", -0.0, "-0.000000"),
        ("%.3e", 12345.678, "1.235e+04"),
        ("%E", 0.000_123, "1.230000E-04"),
        ("%e", 1e100, "1.000000e+100"),
        ("%.0e %1$#.0e", 5.0, "5e+00 5.e+00"),
        ("%g", 0.0001, "0.0001"),
        ("%g", 0.000_01, "1e-05"),
        ("%g", 123_456.0, "123456"),
        ("%g", 1_234_567.0, "1.23457e+06"),
        ("%g", 100.0, "100"),
        ("%.3g %1$#.3g", 1.0, "1 1.00"),
        ("%.0g", 123.0, "1e+02"),
        ("%G", 1e-10, "1E-10"),
        ("%g", 0.0, "0"),
        ("%5f|%1$05f", f64::INFINITY, "  inf|  inf"),
        ("%F", f64::NEG_INFINITY, "-INF"),
        ("%f", f64::NAN, "nan"),
        ("%d", 1.5, "1.5"),
        ("%s", 0.1, "0.1"),
    ];
    for (template, value, expected) in cases {
        assert_eq!(with(template, &[&value]), expected, "{template}");
    }
}

#[test]
fn other_types() {
    let wait = Duration::from_millis(1500);
    assert_eq!(with("%s|%8v|%t", &[&wait, &wait, &true]), "1.5 s|   1.5 s|true");
    assert_eq!(with("%d %x", &[&true, &vec![1_u8, 2]]), "true 1, 2");
    let secret = Sensitive::new("swordfish".to_owned());
    assert_eq!(with("%s %x %q", &[&secret, &secret, &secret]), "[redacted] [redacted] \"[redacted]\"");
}

#[test]
fn numbers_of_parameters() {
    let values: [&dyn Value; 3] = [&1_u8, &2_u8, &3_u8];
    assert_eq!(with("%2$d %d %3$d %d", &values), "2 1 3 2");
    let mut fields = Fields::new();
    fields.text("arg1", "a");
    fields.text("arg3", "c");
    let mut out = String::new();
    printf("%3$s %1$s %2$s", fields.as_slice(), &mut out).unwrap();
    assert_eq!(out, "c a c", "without a parameter of the number, the place counts");
}

type Fill = fn(&str, &[errcat::Field<'_>], &mut dyn std::fmt::Write) -> std::fmt::Result;

#[test]
fn names() {
    let cases: [(Fill, &str, &str); 16] = [
        (indexed, "{0} {1} {0} {2}", "X Y X {2}"),
        (indexed, "{} {a} {00} {01} {-1} {{0}} {999999}", "{} {a} {00} {01} {-1} {X} {999999}"),
        (angle, "<a-b> <größe> <other>", "X Y <other>"),
        (angle, "<<a-b>> < a-b> <a-b", "<X> < a-b> <a-b"),
        (angle, "1 < 2 > <1> </a-b> ü<a-b>ü", "1 < 2 > <1> </a-b> üXü"),
        (percent, "%a-b% is %a-b%%a-b%", "X is XX"),
        (percent, "50% or 60% of %a-b%", "50% or 60% of X"),
        (percent, "%größe%", "%größe%"),
        (percent, "%a-b%%", "X%"),
        (mustache, "{{a-b}} {{ größe }} {{{a-b}}}", "X Y {X}"),
        (mustache, "{a-b} {{#a-b}} {{/a-b}} {{a b}} {{", "{a-b} {{#a-b}} {{/a-b}} {{a b}} {{"),
        (mustache, "{{a-b} {{a-b}}}", "{{a-b} X}"),
        (mustache, "{{other}}", "{{other}}"),
        (angle, "", ""),
        (angle, "plain", "plain"),
        (percent, "%%", "%%"),
    ];
    for (fill, template, expected) in cases {
        let mut fields = Fields::new();
        fields.text("a-b", "X");
        fields.text("größe", "Y");
        let mut out = String::new();
        fill(template, fields.as_slice(), &mut out).unwrap();
        assert_eq!(out, expected, "{template}");
    }
}

proptest! {
    #[test]
    fn integers_are_like_format(number: i64, width in 0_usize..30, left: bool, plus: bool, zero: bool) {
        let flags = format!("{}{}{}", if left { "-" } else { "" }, if plus { "+" } else { "" }, if zero { "0" } else { "" });
        let template = format!("<%{flags}{}d>", if width == 0 { String::new() } else { width.to_string() });
        let expected = match (left, plus, zero) {
            (true, true, _) => format!("<{number:<+width$}>"),
            (true, false, _) => format!("<{number:<width$}>"),
            (false, true, true) => format!("<{number:+0width$}>"),
            (false, true, false) => format!("<{number:+width$}>"),
            (false, false, true) => format!("<{number:0width$}>"),
            (false, false, false) => format!("<{number:width$}>"),
        };
        prop_assert_eq!(with(&template, &[&number]), expected);
        prop_assert_eq!(with("%x %X %#x", &[&number, &number, &number]), format!("{number:x} {number:X} {}", if number == 0 { "0".to_owned() } else { format!("{number:#x}") }));
    }

    #[test]
    fn floats_are_like_format(number in any::<f64>(), width in 1_usize..40, precision in 0_usize..20) {
        prop_assume!(number.is_finite());
        let template = format!("%{width}.{precision}f %0{width}.{precision}f %.{precision}e");
        let short = format!("{number:.precision$e}");
        let (mantissa, exponent) = short.split_once('e').unwrap();
        let exponent: i32 = exponent.parse().unwrap();
        let sign = if exponent < 0 { '-' } else { '+' };
        let expected = format!("{number:width$.precision$} {number:0width$.precision$} {mantissa}e{sign}{:02}", exponent.abs());
        prop_assert_eq!(with(&template, &[&number, &number, &number]), expected);
    }

    #[test]
    fn texts_are_like_format(value in "\\PC{0,20}", width in 1_usize..30, precision in 0_usize..30) {
        let template = format!("<%{width}.{precision}s>%<%-{width}.{precision}s>");
        let expected = format!("<{value:>width$.precision$}>%<{value:<width$.precision$}>");
        prop_assert_eq!(with(&template, &[&value, &value]), expected);
    }

    #[test]
    fn any_template_is_written(template in "[%{}<>a-c0-9$.*#+ -sdxq\\[\\]ü]{0,40}", value in "\\PC{0,5}") {
        for fill in [printf, indexed, angle, percent, mustache] {
            let mut fields = Fields::new();
            fields.text("a", &value);
            let mut out = String::new();
            fill(&template, fields.as_slice(), &mut out).unwrap();
        }
    }
}
