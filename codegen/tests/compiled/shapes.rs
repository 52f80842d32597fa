//! Tests that codes of every length are found and near misses are not, run inside the crate that
//! `compiled.rs` writes.

use std::collections::BTreeMap;

use errcat::ErrorCode;

use crate::open::{aliased, brim, even, hundreds, long, many, numbers, shaped, short, spread, thousands};

/// Looks up every code, every prefix of a code, and every code with one changed bit or without its
/// last byte.
fn check<C: ErrorCode>() {
    let mut known: BTreeMap<&str, Option<C>> = BTreeMap::new();
    for &code in C::ALL {
        known.entry(code.code()).and_modify(|owner| *owner = None).or_insert(Some(code));
    }
    let ask = |text: &str| {
        let found = C::from_code(text);
        if let Some(&expected) = known.get(text) {
            assert_eq!(found, expected, "{text}");
        } else if let Some(found) = found {
            assert!(text.starts_with("alias-"), "{text}: {found}");
        }
    };
    for code in C::ALL {
        let code = code.code();
        ask(code);
        for at in 0..code.len() {
            ask(&code[..at]);
            for bit in 0..7 {
                let mut other = code.as_bytes().to_vec();
                other[at] ^= 1 << bit;
                ask(std::str::from_utf8(&other).unwrap());
            }
        }
        for other in [format!("{code}{code}"), format!("{code}\0"), format!("{code}{}", "x".repeat(1 << 16))] {
            ask(&other);
        }
    }
}

#[test]
fn every_shape_of_codes_is_found() {
    check::<short::Code>();
    check::<spread::Code>();
    check::<even::Code>();
    check::<long::Code>();
    check::<hundreds::Code>();
    check::<thousands::Code>();
    check::<aliased::Code>();
    check::<many::Code>();
    check::<numbers::Code>();
    check::<shaped::Code>();
    check::<shaped::few::Code>();
    check::<shaped::more::Code>();
}

#[test]
fn the_last_of_many_long_codes_is_found() {
    for &code in brim::Code::ALL {
        assert_eq!(brim::Code::from_code(code.code()), Some(code));
        assert_eq!(brim::Code::from_code(&code.code()[1..]), None);
    }
    for (number, &code) in brim::Code::ALL.iter().take(7).enumerate() {
        let alias = format!("alias-{number:05}{}", "-x".repeat(122));
        assert_eq!(brim::Code::from_code(&alias), Some(code));
        assert_eq!(brim::Code::from_code(&alias.replace('x', "y")), None);
    }
}

#[test]
fn aliases_lead_to_their_codes() {
    for &code in long::Code::ALL {
        assert_eq!(long::Code::from_code(&format!("alias-{}", code.code())), Some(code));
    }
    for &code in aliased::Code::ALL {
        assert_eq!(aliased::Code::from_code(&code.code().replace("codes", "alias")), Some(code));
    }
    assert_eq!(shaped::Code::from_code("alias-1"), Some(shaped::Code::Few(shaped::few::Code::A1)));
    assert_eq!(shaped::Code::from_code("both"), None);
    assert_eq!(shaped::Code::candidates("both").len(), 2);
    assert_eq!(shaped::Code::Few(shaped::few::Code::A1).info().aliases, ["alias-1"]);
    assert!("both".parse::<shaped::Code>().unwrap_err().is_ambiguous());
    assert!(!"neither".parse::<shaped::Code>().unwrap_err().is_ambiguous());
}
