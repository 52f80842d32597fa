//! Tests of codes that are numbers, run inside the crate that `compiled.rs` writes.

use errcat::{ApiError, Error, ErrorCode, Wire};

use crate::open::{errno, hex, mixed_by_catalog, mixed_by_family, numbers};

const BY_ALIAS: Option<errno::Code> = errno::Code::from_number(35);

#[test]
fn aliases_are_found_by_number() {
    use errno::Code;
    assert_eq!(BY_ALIAS, Some(Code::Eagain));
    assert_eq!(Code::from_number(-11), Some(Code::Eagain));
    assert_eq!(Code::Eagain.info().aliases, ["35", "-11"]);
    assert_eq!(Code::from_code("35"), Some(Code::Eagain));
    assert_eq!(Code::Eagain.number(), 11);
    assert_eq!(Code::from_number(-1), Some(Code::Eperm));
    assert_eq!(Code::from_number(1), Some(Code::E1));
    assert_eq!(Code::from_number(36), None);
    assert_eq!(numbers::Code::from_number(i64::MIN), Some(numbers::Code::Smallest));
}

#[test]
fn hexadecimal_codes_are_found_in_every_notation() {
    use hex::Code;
    let code = Code::AccessViolation;
    assert_eq!(code.code(), "0xC0000005");
    assert_eq!(code.number(), 0xC000_0005);
    assert_eq!(Code::Success.to_string(), "0x00000000: Done.");
    assert_eq!(Code::E0x0000ABCD.number(), 0xABCD);
    for text in ["0xC0000005", "0xc0000005", "0XC0000005", "3221225477", "998", "0x000003E6", "10", "0x0000000A"] {
        assert_eq!(Code::from_code(text), Some(code), "{text}");
        assert_eq!(text.parse(), Ok(code), "{text}");
    }
    for text in ["C0000005", "0xC5", "0x0C0000005", "03221225477", "+10", "", "0x", "-10", "0x-0000001"] {
        assert_eq!(Code::from_code(text), None, "{text}");
    }
    assert_eq!(Code::from_number(0xC000_0005), Some(code));
    assert_eq!(Code::from_number(998), Some(code));
    assert!(code.info().aliases.iter().all(|alias| Code::from_code(alias) == Some(code)));
    assert_eq!(code.info().aliases.len(), 2);
    assert_eq!(Code::from_number(11), None);
    assert!(Wire::<Code>::new("3221225477") == code);
}

#[test]
fn bodies_carry_the_number() {
    let body = Error::from(hex::Code::AccessViolation).body().into_owned();
    assert!(body.contains(":3221225477"), "{body}");
    let back = ApiError::<hex::Code>::from_parts(500, [("content-type", "application/json")], body);
    assert_eq!(back.known(), Some(hex::Code::AccessViolation));

    let body = Error::from(mixed_by_catalog::Code::E7).body();
    assert!(body.contains(":\"7\""), "{body}");
    let body = Error::from(mixed_by_catalog::Code::NotFound).body();
    assert!(body.contains(":404"), "{body}");
}

#[test]
fn families_may_have_codes_of_another_type() {
    use mixed_by_catalog::Code;
    assert_eq!(Code::E7.number(), None);
    assert_eq!(Code::NotFound.number(), Some(404));
    assert_eq!(ErrorCode::number(Code::E0x80FF), Some(0x80FF));
    assert_eq!(Code::from_number(404), Some(Code::NotFound));
    assert_eq!(Code::from_number(410), Some(Code::NotFound));
    assert_eq!(Code::from_number(0x80FF), Some(Code::E0x80FF));
    assert_eq!(Code::from_number(7), None);
    assert_eq!(Code::from_code("7"), Some(Code::E7));
    assert_eq!(Code::from_code("0x80ff"), Some(Code::E0x80FF));
    assert_eq!(Code::from_code("33023"), Some(Code::E0x80FF));
    assert_eq!(Code::from_code("0x10"), None);
}

#[test]
fn an_enum_over_families_finds_numbers() {
    use mixed_by_family::{Code, Family, numbers, windows};
    let code = Code::Numbers(numbers::Code::NotFound);
    assert_eq!(code.number(), Some(404));
    assert_eq!(Code::from_number(404), Some(code));
    assert_eq!(Code::candidates_by_number(410).only(), Some(code));
    assert!(Code::candidates_by_number(7).is_empty());
    assert_eq!(Code::from_code("7").map(Code::family), Some(Family::Words));
    assert_eq!(Code::from_code("33023"), Some(Code::Windows(windows::Code::E0x80FF)));
    assert_eq!(windows::Code::E0x80FF.number(), 0x80FF);
}
