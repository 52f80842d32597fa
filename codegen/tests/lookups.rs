//! Tests of lookup plans for sets of every kind. `lookups/NAME.rs` is the part of the generated
//! file that finds the codes of the set NAME. `compiled.rs` tests that lookups are correct; changes
//! of a plan, which affect speed, are visible here.
//!
//! `UPDATE=1` updates the expected files.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::rust::{Layout, Root, emit};
use errcat_build::unstable::source::Sources;

/// Returns the lookup of a catalog with these codes and the keys of their errors.
fn lookup(errors: impl IntoIterator<Item = (String, &'static str)>) -> String {
    let mut catalog = "errcat: 1\ntitle: Codes\nerrors:\n".to_owned();
    for (index, (code, keys)) in errors.into_iter().enumerate() {
        writeln!(catalog, "  {code}: {{ ident: V{index}, message: Problem {index}{keys} }}").unwrap();
    }
    let mut sources = Sources::default();
    sources.add("catalogs/codes.yaml", catalog);
    let compiled = analyze(&sources);
    assert!(!compiled.findings.has_errors());
    let root = Root { name: "lib.rs".to_owned(), ..Root::default() };
    let emitted = emit(&compiled.model, &Layout::Crate(root));
    let (_, lookup) = emitted.get("codes/lookup.rs").unwrap().split_once("\n\n").unwrap();
    lookup.to_owned()
}

fn check(name: &str, errors: impl IntoIterator<Item = (String, &'static str)>) {
    let path = Path::new("tests/lookups").join(name).with_extension("rs");
    let actual = lookup(errors);
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &actual).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(actual == expected, "{} says:\n{expected}\nbut generated is:\n{actual}", path.display());
}

fn codes(codes: impl IntoIterator<Item = String>) -> impl Iterator<Item = (String, &'static str)> {
    codes.into_iter().map(|code| (code, ""))
}

/// Generates codes like `cart_item_gone`, unordered.
fn words(count: usize) -> impl Iterator<Item = String> {
    let first = ["cart", "customer", "delivery_address", "gift", "order", "payment_method", "voucher"];
    let middle = ["", "_item", "_number", "_identification", "_of_yesterday"];
    let last = ["_gone", "_not_found", "_expired", "_is_not_available_anymore", "_in_use"];
    let code = move |n: usize| [first[n % 7], middle[n / 7 % 5], last[n / 35 % 5]].concat();
    (0..count).map(move |n| code(n * 37 % 175))
}

#[test]
fn a_code_alone() {
    check("one", codes(["lonely".to_owned()]));
}

#[test]
fn codes_shorter_than_a_window() {
    check("short", codes((1..=20).map(|n| format!("E{}", n * n * n))));
}

#[test]
fn codes_of_one_length() {
    check("even", codes((0..150).map(|n| format!("ERR-{:02}-{:03}", n / 30, n % 30))));
}

#[test]
fn codes_as_long_as_a_window_and_longer() {
    check("few_words", codes(words(40)));
}

#[test]
fn more_codes_than_a_table_twice_as_large_is_likely_to_take() {
    check("roomy", codes(words(60)));
    // A smaller table is likely to exist, but is not found.
    check("no_tight_table", codes(words(66).map(|code| format!("{code}_4"))));
}

#[test]
fn codes_as_long_as_two_windows_and_longer() {
    check("many_words", codes(words(150).map(|code| format!("online_shop_{code}"))));
}

#[test]
fn codes_of_two_windows_and_codes_of_more() {
    check(
        "two_windows",
        codes(["password_expired", "username_invalid", "session_outdated"].map(String::from)),
    );
    check(
        "two_windows_and_more",
        codes(["password_expired", "username_invalid", "account_suspended"].map(String::from)),
    );
}

#[test]
fn codes_that_differ_before_their_end() {
    let places = ["shop", "marketplace", "auction_house"].into_iter().cycle();
    check(
        "before_the_end",
        codes((1..=9).zip(places).map(|(n, place)| format!("{place}_{}is_empty", 40_000_000 + n))),
    );
}

#[test]
fn codes_of_the_same_parts() {
    // Common differences would cancel out if the parts were added without rotation.
    let parts = [
        ["customer", "customer"],
        ["supplier", "supplier"],
        ["customer", "supplier"],
        ["supplier", "customer"],
    ];
    check("same_parts", codes(parts.map(|parts| parts.concat())));
}

#[test]
fn short_and_long_codes_with_aliases() {
    let aliases =
        [", aliases: [old]", ", aliases: [older_than_that, '1']"].into_iter().chain(std::iter::repeat(""));
    check("aliases", words(12).chain(["gone".to_owned()]).zip(aliases));
}

#[test]
fn codes_of_any_length() {
    check("long", codes((1..=8).map(|n| format!("{}{n}", "a_long_code_".repeat(n * 2)))));
}

/// Returns a code of `windows` windows that differs from all others in the one at `place`, if it
/// has one.
fn scattered(windows: usize) -> impl Iterator<Item = String> {
    let code = move |place: usize| {
        (0..windows).map(|at| if at == place { "ABCDEFGH" } else { "abcdefgh" }).collect()
    };
    (0..=windows).map(code)
}

#[test]
fn codes_that_differ_in_many_places() {
    check("five_windows", codes(scattered(5)));
}

#[test]
fn codes_that_differ_in_too_many_places() {
    check("twelve_windows", codes(scattered(12)));
}
