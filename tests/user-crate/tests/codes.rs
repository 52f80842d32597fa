//! Tests of the codes of this crate.

#![deny(warnings)]

use errcat::{ErrorCode, Link, Notice, Retry, Wire};
use user_crate::errors::{machine, shop};

const EMPTY: Option<shop::Code> = shop::Code::from_code("cart_empty");
const OPEN: Option<machine::door::Code> = machine::door::Code::from_number(1);

#[test]
fn one_file() {
    use shop::{Code, Family};

    assert_eq!(EMPTY, Some(Code::CartEmpty));
    assert_eq!(Code::ALL, [Code::CartEmpty, Code::OutOfStock, Code::SoldOut, Code::Unknown]);
    assert_eq!(Code::CartEmpty.to_string(), "cart_empty: The cart is empty.");
    assert_eq!(Code::Unknown.to_string(), "UNKNOWN");
    assert_eq!((Code::CartEmpty.status(), Code::OutOfStock.status()), (None, Some(409)));
    assert_eq!((Code::CartEmpty.retry(), Code::OutOfStock.retry()), (None, Some(Retry::Backoff)));
    assert_eq!((Code::CartEmpty.info().exit, Code::OutOfStock.info().exit), (None, Some(75)));
    assert_eq!((Code::SoldOut.public(), Code::CartEmpty.public()), (Code::OutOfStock, Code::CartEmpty));
    assert_eq!((Family::ALL, Family::Shop.title()), (&[Family::Shop][..], "Shop API"));
    assert_eq!(Family::Shop.codes(), Code::ALL);
}

#[test]
fn numbers() {
    use machine::{door, motor};

    assert_eq!(OPEN, Some(door::Code::Open));
    let numbers: Vec<i64> = motor::Code::ALL.iter().map(|code| code.number()).collect();
    assert_eq!(numbers, [1, 2, -3, 1004, 77]);
    for &code in motor::Code::ALL {
        assert_eq!(motor::Code::from_number(code.number()), Some(code));
        assert_eq!(code.code(), code.number().to_string());
    }
    for number in [0, -1, 3, 4, 1003, 1005, i64::MIN, i64::MAX] {
        assert_eq!(motor::Code::from_number(number), None);
    }
    assert_eq!(machine::Code::Door(door::Code::Hostile).number(), 2);
}

#[test]
fn families() {
    use machine::{Code, Family, door, motor, spare};

    assert_eq!(Code::from_code("1"), None);
    assert_eq!(Code::candidates("1").len(), 2);
    assert_eq!(Code::from_code("1004"), Some(Code::Motor(motor::Code::Halted)));
    // The other code `2` is internal, so no client receives it.
    assert_eq!("2".parse(), Ok(Code::Door(door::Code::Hostile)));
    assert!("1".parse::<Code>().unwrap_err().is_ambiguous());
    assert_eq!((spare::Code::ALL.len(), spare::Code::from_code("1")), (0, None));
    assert_eq!((Family::Spare.codes().len(), Family::Spare.title()), (0, "Spare"));
    assert_eq!(Family::ALL, [Family::Motor, Family::Door, Family::Spare]);
    assert_eq!(Code::ALL.len(), motor::Code::ALL.len() + door::Code::ALL.len());
    assert_eq!(size_of::<Option<door::Code>>(), 1);
}

#[test]
fn aliases() {
    use machine::{door, motor};

    for (alias, number) in [("41", 41), ("-42", -42)] {
        assert_eq!(motor::Code::from_code(alias), Some(motor::Code::Overheated));
        assert_eq!(motor::Code::from_number(number), Some(motor::Code::Overheated));
        let wire = Wire::<motor::Code>::new(alias);
        assert!(wire == motor::Code::Overheated && wire == alias && wire != "1");
    }
    assert_eq!(door::Code::from_code("41"), None);
    assert_eq!(machine::Code::from_code("41"), Some(machine::Code::Motor(motor::Code::Overheated)));
    assert_eq!(machine::Code::from_number(41), Some(machine::Code::Motor(motor::Code::Overheated)));
    assert_eq!(machine::Code::candidates_by_number(1).len(), 2);
}

#[test]
fn facts() {
    use machine::motor::Code;

    let info = Code::Overheated.info();
    assert_eq!(info.help, ["Switch it off.", "Wait \"long\" \\ enough."]);
    assert_eq!(info.links, [Link::new("Manual, page [5]", "https://example.com/manual?page=5&x=%3Cy%3E")]);
    assert_eq!(info.tags, ["safety", "quote\"d"]);
    assert_eq!((info.since, info.exit, info.internal), (Some("1.1.0"), Some(3), false));
    assert_eq!(Code::Overheated.retry(), Some(Retry::RetryAfter));
    assert_eq!((Code::Stalled.public(), Code::Stalled.info().internal), (Code::Halted, true));
    assert_eq!(ErrorCode::status(Code::Halted), None);
    assert_eq!(Code::Halted.message(), Some("It does not turn."));
}

#[test]
#[allow(deprecated)]
fn life_cycle() {
    use machine::motor::Code;

    let notice = Notice::new(Some("1.2.0"), Some("2"), Some("Sent as \"2\" now.\nSince long."));
    assert_eq!(Code::Reversed.info().deprecated, Some(notice));
    assert_eq!(Code::Rattling.info().retired, Some(Notice::new(Some("2019"), Some("1"), None)));
    assert_eq!(Code::from_code("77"), Some(Code::Rattling));
    assert_eq!(Code::from_number(78), Some(Code::Rattling));
    assert_eq!(machine::motor::codes::REVERSED, Code::Reversed);
}

#[test]
fn hostile_texts() {
    use machine::door::Code;

    let message = "\"quoted\" \\ back\\n {brace} {{ */ /* // #\" r#\"\"# ${x} %s <script>alert(1)</script> `tick ``ticks`";
    assert_eq!(Code::Hostile.message(), Some(message));
    let description = "line one\nline two\r\n\r\n- item\n1. one\n# heading\n\tTab \0 nul \u{1b}[31m bell \u{7} \u{202e} override \
        \u{feff} \u{1f4a5} é [link][Self::Gone] ![x](y) ~~~ ```rust\nfn main() {}\n```";
    assert_eq!(Code::Hostile.description(), Some(description));
    assert_eq!(Code::Hostile.name(), Some("*/ }\"#"));
    assert_eq!(Code::Hostile.info().help, ["'single' \"double\" `back`", " leading and trailing ", "\n"]);
    assert_eq!((Code::Blank.message(), Code::Blank.description()), (Some(" "), Some("")));
    assert_eq!(machine::Family::Door.title(), "Door */ #[doc] \"quoted\" \\");
}
