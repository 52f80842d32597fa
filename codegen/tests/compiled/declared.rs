//! Tests of declared facts, run inside the crate that `compiled.rs` writes.
#![expect(deprecated, reason = "deprecated codes have facts, too")]

use errcat::ErrorCode;

use crate::open::declared::{Code, Option as Choice, Severity};
use crate::open::{declared_families, declared_notes, declared_nothing, hostile};

#[test]
fn facts_are_the_declared_ones() {
    const SEVERITY: Severity = Code::One.severity();
    assert_eq!(SEVERITY, Severity::Warning);
    assert_eq!(Code::ALL.iter().map(|code| code.severity().as_str()).collect::<Vec<_>>(), [
        "warning", "success", "3D", "*/ \"x\"", "ERROR",
    ]);
    assert_eq!(Severity::ALL, [Severity::Success, Severity::Warning, Severity::Error, Severity::E3d, Severity::X]);
    assert_eq!(format!("{:>8}", Severity::Success), " success");
    assert_eq!(Code::One.option(), Some(Choice::Some));
    assert_eq!(Code::Two.option(), None);
    assert_eq!(Code::One.sqlstate(), Some("01000"));
    assert_eq!(Code::Four.sqlstate(), None);
    assert_eq!(Code::ALL.iter().map(|code| code.text()).collect::<Vec<_>>(), [
        "\"*/ \u{2028}", "", "\"*/ \u{2028}", "a\nb", "\"*/ \u{2028}",
    ]);
    assert_eq!(Code::One.number(), Some(i64::MIN));
    assert_eq!(Code::Two.number(), Some(0));
    assert_eq!(Code::Five.number(), None);
    assert_eq!(Code::One.large(), Some(u64::MAX));
    assert_eq!(Code::Three.large(), Some(1 << 63));
    assert_eq!((Code::One.small(), Code::Two.small()), (-128, 127));
    assert_eq!((Code::One.value(), Code::Two.value(), Code::Four.value()), (None, Some(u16::MAX), Some(0)));
    assert_eq!(Code::ALL.iter().filter(|code| code.throttling()).count(), 1);
    assert_eq!(Code::ALL.iter().filter(|code| !code.usual()).collect::<Vec<_>>(), [&Code::Three]);
    assert_eq!(Code::One.unsaid(), None);
    assert_eq!(Code::One.constant(), 7);
}

#[test]
fn codes_are_found_by_their_facts() {
    const FOUND: Option<Code> = Code::from_number(7);
    assert_eq!(FOUND, Some(Code::Three));
    assert_eq!(Code::from_number(i64::MIN), Some(Code::One));
    assert_eq!(Code::from_number(1), None);
    assert_eq!(Code::from_value(0), Some(Code::Four));
    assert_eq!(Code::from_value(u16::MAX), Some(Code::Two));
    assert_eq!(Code::from_value(1), None);
    const MANY: &[Code] = Code::from_sqlstate("42K04");
    assert_eq!(MANY, [Code::Two, Code::Three]);
    for wrong in ["", "42K0", "42K044", "00000", "ZZZZZ"] {
        assert!(Code::from_sqlstate(wrong).is_empty(), "{wrong}");
    }
    assert_eq!(Code::from_severity(Severity::Error), [Code::Five]);
    assert_eq!(Code::from_severity(Severity::X), [Code::Four]);
    assert_eq!(Code::from_large(u64::MAX), [Code::One]);
    assert_eq!(Code::from_large(1 << 63), [Code::Three]);
    assert_eq!(Code::from_large(0), [Code::Two]);
    assert_eq!(Code::from_throttling(true), [Code::Three]);
    assert_eq!(Code::from_throttling(false).len(), 4);
    assert_eq!(Code::from_text(""), [Code::Two]);
    assert_eq!(Code::from_text("\"*/ \u{2028}"), [Code::One, Code::Three, Code::Five]);
    assert_eq!(Code::from_constant(7), Code::ALL);
    assert_eq!(Code::from_name("Second"), Some(Code::Two));
    assert_eq!(Code::from_name("second"), None);
}

#[test]
fn a_fact_says_which_codes_are_errors() {
    fn errors<C: ErrorCode>() -> Vec<C> {
        C::ALL.iter().copied().filter(|code| code.is_error()).collect()
    }
    const IS_ERROR: bool = Code::One.is_error();
    assert!(!IS_ERROR);
    assert_eq!(errors::<Code>(), [Code::Three, Code::Five]);
    assert_eq!(errors::<declared_families::Code>().len(), 2);
    assert!(errors::<declared_families::first::Code>().is_empty());
    assert_eq!(errors::<declared_notes::Code>(), [declared_notes::Code::B]);
    assert_eq!(errors::<hostile::Code>(), hostile::Code::ALL);
    assert!(hostile::Code::Ok.is_error());
}

#[test]
fn families_have_and_inherit_facts() {
    use declared_families::{Code, first, second, third};
    assert_eq!(first::Code::from_sqlstate("01000"), [first::Code::One]);
    assert!(second::Code::from_sqlstate("01000").is_empty());
    assert_eq!(Code::from_sqlstate("01000"), [Code::First(first::Code::One)]);
    assert_eq!(Code::from_sqlstate("42K04"), [Code::First(first::Code::Two), Code::Second(second::Code::Three)]);
    assert_eq!(Code::from_number(7), Some(Code::Second(second::Code::Three)));
    assert_eq!(Code::from_name("First"), Some(Code::First(first::Code::One)));
    assert_eq!(Code::Second(second::Code::Five).sqlstate(), Some("ZZZZZ"));
    assert_eq!(second::Code::Four.throttling(), true);
    assert_eq!(Code::from_throttling(true).len(), 3);
    assert_eq!(Code::First(first::Code::One).severity(), declared_families::Severity::Warning);
    assert_eq!(third::Code::from_number(7), None);
    assert!(third::Code::from_sqlstate("ZZZZZ").is_empty());
    assert!(declared_nothing::Code::from_constant(7).is_empty());
}
