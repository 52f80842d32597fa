//! Compares the case conversion for ASCII names with `heck`, which is used for all other names.

use errcat_build::text::case;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn names_are_split_into_words_like_heck(name in "[a-cA-C0-1_. -]{0,12}") {
        let camel = case::upper_camel(&name);
        prop_assert_eq!(without(&camel, 'E'), name.to_upper_camel_case());
        let snake = case::snake(&name);
        prop_assert_eq!(without(&snake, 'e'), name.to_snake_case());
        prop_assert_eq!(case::constant(&name), name.to_shouty_snake_case());
    }
}

/// Returns the name without `letter` before digits.
fn without(name: &str, letter: char) -> &str {
    name.strip_prefix(letter).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(name)
}
