//! One name in the cases that the outputs ask for.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// `snapshot_not_found` → `SnapshotNotFound`; an `E` goes in front of a digit.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    let camel = if name.is_ascii() { ascii_camel(name) } else { name.to_upper_camel_case() };
    if camel.starts_with(|c: char| c.is_numeric()) { format!("E{camel}") } else { camel }
}

/// `CvmAppIdConflict` → `CVM_APP_ID_CONFLICT`.
#[must_use]
pub fn constant(name: &str) -> String {
    if name.is_ascii() { ascii_words(name).to_uppercase() } else { name.to_shouty_snake_case() }
}

/// `phala-cloud` → `phala_cloud`; an `e` goes in front of a digit.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = if name.is_ascii() { ascii_words(name).to_lowercase() } else { name.to_snake_case() };
    if snake.starts_with(|c: char| c.is_numeric()) { format!("e{snake}") } else { snake }
}

/// What `heck` does with a name, which takes it longer than all else that is done with one.
fn ascii_camel(name: &str) -> String {
    let small = name.to_lowercase();
    let mut camel = String::with_capacity(name.len());
    each_word(name, |start, end| {
        camel.push(char::from(small.as_bytes()[start].to_ascii_uppercase()));
        camel.push_str(&small[start + 1..end]);
    });
    camel
}

/// The words of a name with a `_` between two of them.
fn ascii_words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 8);
    each_word(name, |start, end| {
        if !words.is_empty() {
            words.push('_');
        }
        words.push_str(&name[start..end]);
    });
    words
}

/// Where the words of a name begin and end, as `heck` tells them: a word ends before what is neither letter nor digit, before a capital letter
/// behind a small one, and before the last of several capital letters if a small one follows.
fn each_word(name: &str, mut word: impl FnMut(usize, usize)) {
    let bytes = name.as_bytes();
    let (mut start, mut at) = (0, 0);
    // Whether the last letter of the word so far is a capital one.
    let mut capital = None;
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' => capital = Some(false),
            b'0'..=b'9' => {}
            b'A'..=b'Z' => {
                let before_small = matches!(bytes.get(at + 1), Some(b'a'..=b'z'));
                if capital == Some(false) || (capital == Some(true) && before_small) {
                    word(start, at);
                    start = at;
                }
                capital = Some(true);
            }
            _ => {
                if start < at {
                    word(start, at);
                }
                start = at + 1;
                capital = None;
            }
        }
        at += 1;
    }
    if start < at {
        word(start, at);
    }
}
