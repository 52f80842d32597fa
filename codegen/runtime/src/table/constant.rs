//! The constant of a code, made from its variant.

use alloc::string::String;

/// Converts `CvmAppIdConflict` to `CVM_APP_ID_CONFLICT`.
#[must_use]
#[inline]
pub fn constant(ident: &str) -> String {
    let mut constant = String::with_capacity(ident.len() + 8);
    let mut letters = ident.chars().peekable();
    // Whether the last letter was a capital. Digits belong to the word before them.
    let mut was_capital = None;
    while let Some(c) = letters.next() {
        let starts_word = match was_capital {
            Some(true) => c.is_ascii_uppercase() && letters.peek().is_some_and(char::is_ascii_lowercase),
            Some(false) => c.is_ascii_uppercase(),
            None => false,
        };
        if starts_word {
            constant.push('_');
        }
        if c.is_ascii_alphabetic() {
            was_capital = Some(c.is_ascii_uppercase());
        }
        constant.push(c.to_ascii_uppercase());
    }
    constant
}
