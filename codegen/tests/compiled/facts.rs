//! Tests of generated code from a user's perspective, run inside the crate that `compiled.rs`
//! writes.

use errcat::{ErrorCode, Retry};

use crate::open::{empty, hostile, lonely, many, numbers, sharing, sharing_too, statusless, traps, void};

const FIRST: Option<many::Code> = many::Code::from_code("ERR-00-001");

#[test]
fn codes_are_found_in_constants() {
    assert_eq!(FIRST, Some(many::Code::CartProblem000));
    assert_eq!(FIRST.unwrap().code(), "ERR-00-001");
}

#[test]
fn an_enum_is_as_small_as_it_can_be() {
    assert_eq!(size_of::<many::Code>(), 2);
    assert_eq!(size_of::<Option<many::Code>>(), 2);
    assert_eq!(size_of::<hostile::Code>(), 1);
    assert_eq!(size_of::<Option<hostile::Code>>(), 1);
}

#[test]
fn all_three_hundred_codes_lead_to_themselves_and_nothing_else_does() {
    assert_eq!(many::Code::ALL.len(), 300);
    for (index, &code) in many::Code::ALL.iter().enumerate() {
        let text = format!("ERR-{:02}-{:03}", index / 100, index % 100 + 1);
        assert_eq!(code.code(), text);
        assert_eq!(many::Code::from_code(&text), Some(code));
        assert_eq!(text.parse(), Ok(code));
        assert_eq!(code.name(), Some(format!("CartProblem{index:03}Error")).as_deref());
        assert_eq!(code.ident(), format!("CartProblem{index:03}"));
        assert_eq!(code.message(), (index % 3 != 0).then(|| format!("Problem {index}")).as_deref());
        let derived = format!("The code is {}.", text.to_lowercase().replace('-', " "));
        let own = (index % 5 == 0).then(|| format!("What {index} means"));
        assert_eq!(code.description(), Some(own.unwrap_or(derived)).as_deref());
        assert_eq!(code.status().map(usize::from), (index % 2 == 0).then_some(400 + index % 100));
        assert_eq!(code.retry(), (index % 7 == 0).then_some(Retry::RetryAfter));
        assert_eq!(code.family().id(), ["cart", "order", "user"][index / 100]);
        assert_eq!(code.family().codes().len(), 100);
        assert_eq!(code.family().codes()[index % 100], code);
        assert_eq!(code.public(), code);
        let alias = format!("alias-{index}");
        let found = (index % 10 == 0).then_some(code);
        assert_eq!(many::Code::from_code(&alias), found);
        // Near misses of a code are not codes.
        for other in [text.to_lowercase(), format!("{text} "), format!(" {text}"), format!("{text}0"), text[..9].to_owned(), text.replace('0', "O")] {
            assert_eq!(many::Code::from_code(&other), None, "{other:?}");
        }
    }
    for other in ["", "E", "ERR-", "alias-", "alias-1", "\0", "é", "ERR-00-000", "ERR-03-001", "ERR-00-0011"] {
        assert_eq!(many::Code::from_code(other), None, "{other:?}");
    }
    assert_eq!(many::Code::from_code(&"ERR-00-001".repeat(1000)), None);
}

#[test]
fn names_of_the_language_are_ordinary_variants() {
    use hostile::Code;
    let expected = [
        (Code::Ok, "ok"),
        (Code::None, "none"),
        (Code::Some, "some"),
        (Code::Err, "err"),
        (Code::String, "string"),
        (Code::Option, "option"),
        (Code::Box, "box"),
        (Code::Error, "error"),
        (Code::Result, "result"),
        (Code::Default, "default"),
        (Code::SelfItself, "self"),
        (Code::All, "all"),
        (Code::Code, "code"),
        (Code::Family, "family"),
        (Code::API, "api"),
        (Code::E22003, "22003"),
    ];
    for (code, text) in expected {
        assert_eq!(Code::from_code(text), Some(code));
        assert_eq!(code.code(), text);
        assert_eq!(format!("{code:?}"), code.ident());
        assert_eq!(Code::try_from(text), Ok(code));
    }
}

#[test]
fn texts_arrive_exactly() {
    let texts = hostile::Code::ALL.iter().filter(|code| code.ident().starts_with("Text"));
    let texts: Vec<_> = texts.map(|code| (code.message(), code.description())).collect();
    let expected = crate::TEXTS.map(|text| (Some(text), Some(text)));
    assert_eq!(texts, expected);
}

#[test]
#[expect(deprecated, reason = "they still arrive")]
fn the_life_cycle_is_told() {
    use hostile::Code;
    let old = Code::Old.info().deprecated.unwrap();
    assert_eq!((old.since, old.instead, old.note), (Some("1.2.0"), Some("ok"), Some("use \"ok\"")));
    assert_eq!(Code::Gone.info().retired.unwrap().instead, Some("none"));
    assert_eq!(Code::from_code("gone"), Some(Code::Gone));
    assert!(Code::Secret.info().internal);
    assert_eq!(Code::Masked.public(), Code::Ok);
    assert_eq!(Code::Ok.info().exit, Some(69));
    assert_eq!(Code::Ok.info().links[0].url, "https://example.com/a_(b)");
    assert_eq!(hostile::codes::NOT_OK, Code::Err);
    assert_eq!(hostile::codes::ERR, Code::Err);
    for alias in ["22_003", "a \"b\"", "é💥", "a b", "\"", "\\", "{}", "#"] {
        assert_eq!(Code::from_code(alias), Some(Code::E22003), "{alias}");
    }
    #[allow(deprecated, reason = "a deprecated constant is still a pattern")]
    let old = matches!(Code::Err, hostile::codes::NOT_FINE);
    assert!(old);
    assert_eq!(hostile::codes::GONE, Code::Gone);
}

#[test]
fn numbers_are_codes() {
    use numbers::Code;
    assert_eq!(Code::from_number(404), Some(Code::NotFound));
    assert_eq!(Code::from_number(-5), Some(Code::MinusFive));
    assert_eq!(Code::from_number(i64::MAX), Some(Code::Largest));
    assert_eq!(Code::from_number(i64::MIN), Some(Code::Smallest));
    assert_eq!(Code::from_number(405), None);
    assert_eq!(Code::NotFound.number(), 404);
    assert_eq!(Code::MinusFive.code(), "-5");
    for &code in Code::ALL {
        assert_eq!(Code::from_number(code.number()), Some(code));
    }
}

#[test]
fn a_catalog_without_statuses_has_none() {
    assert_eq!(ErrorCode::status(statusless::Code::A), None);
}

#[test]
fn families_with_the_names_of_the_language_are_modules() {
    use traps::{Code, Family};
    let found = Code::candidates("SAME");
    assert_eq!(found.len(), 9);
    assert_eq!(Code::from_code("SAME"), None);
    assert_eq!(found.status(), Some(404));
    assert_eq!(Code::from_code("ONLY_CORE"), Some(Code::Core(traps::core::Code::OnlyCore)));
    assert_eq!(traps::str_::Code::Same.family(), Family::Str);
    assert_eq!(Code::from(traps::type_::Code::Same).family(), Family::Type);
    assert_eq!(traps::lookup_::Code::Same.status(), 404);
    assert!(Family::Empty.codes().is_empty());
    assert!(traps::empty::Code::ALL.is_empty());
    assert_eq!(traps::empty::Code::from_code("SAME"), None);
    assert_eq!(Code::ALL.len(), 10);
    assert_eq!(Family::ALL.len(), 10);
    let ids: Vec<&str> = Code::ALL.iter().map(|code| code.family().id()).collect();
    assert_eq!(ids, ["str", "u16", "core", "core", "std", "codes", "lookup", "type", "errcat", "option"]);
    assert!("SAME".parse::<Code>().is_err());
    assert_eq!("ONLY_CORE".parse::<Code>().unwrap().code(), "ONLY_CORE");
}

#[test]
fn catalogs_without_errors_are_empty() {
    assert!(empty::Code::ALL.is_empty());
    assert_eq!(empty::Code::from_code(""), None);
    assert_eq!(empty::Family::ALL.len(), 1);
    assert!(void::Code::ALL.is_empty());
    assert!(void::Family::ALL.is_empty());
    assert_eq!(lonely::Code::from_code("A"), Some(lonely::lonely::Code::A.into()));
}

#[test]
fn every_catalog_has_its_own_codes_of_a_shared_family() {
    fn rows<C: ErrorCode>(codes: &[C]) -> Vec<[&'static str; 4]> {
        let row = |code: &C| [C::CATALOG, code.family_id(), code.family_title(), code.code()];
        codes.iter().map(row).collect()
    }
    let own = ["sharing", "own", "Own", "A"];
    assert_eq!(rows(sharing::Code::ALL), [own, ["sharing", "auth", "Authentication", "A"]]);
    assert_eq!(rows(sharing_too::Code::ALL), [["sharing-too", "auth", "Authentication", "A"]]);
    assert_eq!(rows(sharing_too::auth::Code::ALL).len(), 1);
}
