//! Case conversion of names.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Converts `snapshot_not_found` to `SnapshotNotFound`. A leading digit gets the prefix `E`.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    let camel = if name.is_ascii() { ascii_camel(name) } else { name.to_upper_camel_case() };
    if camel.starts_with(|c: char| c.is_numeric()) { format!("E{camel}") } else { camel }
}

/// Converts `CvmAppIdConflict` to `CVM_APP_ID_CONFLICT`.
#[must_use]
pub fn constant(name: &str) -> String {
    if name.is_ascii() { ascii_words(name).to_uppercase() } else { name.to_shouty_snake_case() }
}

/// Converts `phala-cloud` to `phala_cloud`. A leading digit gets the prefix `e`.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = if name.is_ascii() { ascii_words(name).to_lowercase() } else { name.to_snake_case() };
    if snake.starts_with(|c: char| c.is_numeric()) { format!("e{snake}") } else { snake }
}

/// Does the same as `heck` for ASCII, but faster.
fn ascii_camel(name: &str) -> String {
    let small = name.to_lowercase();
    let mut camel = String::with_capacity(name.len());
    each_word(name, |start, end| {
        camel.push(char::from(small.as_bytes()[start].to_ascii_uppercase()));
        camel.push_str(&small[start + 1..end]);
    });
    camel
}

/// Joins the words of a name with `_`.
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

/// Calls `word` for each word of a name, like `heck`: a word ends before a character that is
/// neither letter nor digit, before a capital letter after a small one, and before the last of
/// several capital letters if a small one follows.
fn each_word(name: &str, mut word: impl FnMut(usize, usize)) {
    let bytes = name.as_bytes();
    let (mut start, mut at) = (0, 0);
    // Whether the last letter of the current word is a capital.
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
