//! Tests of several errors under one code, run inside the crate that `compiled.rs` writes.

use errcat::{ApiError, Error, ErrorCode};

use crate::open::{many, variants, variants_by_family, variants_of_numbers, void};

const OF_DENIED: &[variants::Code] = variants::Code::variants_of("AccessDenied");

#[test]
fn a_code_alone_is_its_first_variant() {
    use variants::Code;
    let all = [Code::ErrAccessDenied, Code::ErrKeyDisabled, Code::KeyExpired];
    assert_eq!(Code::ALL, [Code::Other, all[0], all[1], all[2], Code::Gone]);
    assert_eq!(OF_DENIED, all);
    assert!(all.iter().all(|code| code.code() == "AccessDenied"));
    assert_eq!(Code::from_code("AccessDenied"), Some(all[0]));
    assert_eq!(Code::from_code("denied"), Some(all[0]));
    assert_eq!(Code::variants_of("denied"), all);
    assert_eq!(<Code as ErrorCode>::variants_of("AccessDenied"), all);
    assert_eq!(Code::variants_of("Gone"), [Code::Gone]);
    assert!(Code::variants_of("gone").is_empty());
    assert_eq!(all.map(Code::status), [Some(403), Some(400), Some(400)]);
}

#[test]
fn every_enum_lists_the_variants_of_a_code() {
    assert_eq!(many::Code::variants_of("ERR-00-001"), [many::Code::CartProblem000]);
    assert!(void::Code::variants_of("x").is_empty());
    assert!(variants_by_family::none::Code::variants_of("x").is_empty());
}

#[test]
fn an_enum_over_families_lists_them_too() {
    use variants_by_family::{Code, keys, plain};
    let found = Code::variants_of("AccessDenied");
    let expected = [keys::Code::ErrAccessDenied, keys::Code::ErrKeyDisabled, keys::Code::KeyExpired];
    assert_eq!(found, expected.map(Code::Keys));
    assert_eq!(Code::from_code("AccessDenied"), Some(found[0]));
    assert_eq!(Code::variants_of("Here"), [Code::Plain(plain::Code::Here)]);
    // Two families have it.
    assert!(Code::variants_of("Gone").is_empty());
}

#[test]
fn a_number_alone_is_its_first_variant() {
    use variants_of_numbers::Code;
    assert_eq!(Code::from_number(5), Some(Code::Five));
    assert_eq!(Code::from_number(4), Some(Code::Four));
    assert_eq!(Code::from_number(6), Some(Code::Four));
    assert_eq!(Code::from_code("5"), Some(Code::Five));
    assert_eq!(Code::variants_of("5"), [Code::Five, Code::OtherFive]);
    assert_eq!(Code::OtherFive.number(), 5);
}

#[test]
fn clients_tell_variants_apart_by_status_and_message() {
    use variants::Code;
    let known = |status: u16, message: &str| {
        let body = format!(r#"{{"code":"AccessDenied","message":"{message}"}}"#);
        ApiError::<Code>::from_parts(status, [("content-type", "application/json")], body).known()
    };
    assert_eq!(known(403, "Access denied."), Some(Code::ErrAccessDenied));
    assert_eq!(known(403, "The key has expired."), Some(Code::ErrAccessDenied));
    assert_eq!(known(400, "The key has expired."), Some(Code::KeyExpired));
    assert_eq!(known(400, "Something else."), Some(Code::ErrKeyDisabled));
    assert_eq!(known(500, "The key has expired."), Some(Code::KeyExpired));
    assert_eq!(known(500, "Something else."), Some(Code::ErrAccessDenied));
    let sent = Error::from(Code::ErrKeyDisabled);
    assert!(sent.body().contains("AccessDenied"), "{}", sent.body());
}
