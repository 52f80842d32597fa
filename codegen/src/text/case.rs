//! Case conversion of names.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Converts `snapshot_not_found` to `SnapshotNotFound`. A leading digit gets the prefix `E`.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    let camel = if is_plain(name) { joined(name) } else { name.to_upper_camel_case() };
    if camel.starts_with(|c: char| c.is_numeric()) { format!("E{camel}") } else { camel }
}

/// Converts a code like [`upper_camel`]. A minus sign counts, so that `-1` becomes `EMinus1`.
/// Hexadecimal digits stay as they are, so that `0xC00000BB` becomes `E0xC00000BB`.
#[must_use]
pub fn of_code(code: &str) -> String {
    if code.strip_prefix("0x").is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit())) {
        return format!("E{code}");
    }
    match code.strip_prefix('-') {
        Some(number) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("EMinus{}", number.to_upper_camel_case())
        }
        _ => upper_camel(code),
    }
}

/// Converts `CvmAppIdConflict` to `CVM_APP_ID_CONFLICT`.
#[must_use]
pub fn constant(name: &str) -> String {
    if is_camel(name) { separated(name) } else { name.to_shouty_snake_case() }
}

/// Converts `phala-cloud` to `phala_cloud`. A leading digit gets the prefix `e`.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = if is_snake(name) { name.to_owned() } else { name.to_snake_case() };
    if snake.starts_with(|c: char| c.is_numeric()) { format!("e{snake}") } else { snake }
}

// Most codes and variants consist of plain ASCII words, which are converted faster below.

/// Returns `true` for words such as `snapshot_not_found`.
fn is_snake(name: &str) -> bool {
    let plain = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    name.split('_').all(plain)
}

/// Returns `true` for words such as `snapshot_not_found`, `NOT-FOUND` and `ERR-01-001`.
fn is_plain(name: &str) -> bool {
    let lower = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let upper = |word: &str| word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    name.split(['_', '-']).all(|word| !word.is_empty() && (lower(word) || upper(word)))
}

/// Returns `true` for words such as `SnapshotNotFound`, each of which starts with two letters.
fn is_camel(name: &str) -> bool {
    let bytes = name.as_bytes();
    let followed = |(at, byte): (usize, &u8)| {
        !byte.is_ascii_uppercase() || bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase)
    };
    bytes.first().is_some_and(u8::is_ascii_uppercase)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes.iter().enumerate().all(followed)
}

/// Joins the words of [`is_plain`], each with a capital.
fn joined(name: &str) -> String {
    let mut camel = String::with_capacity(name.len() + 1);
    for word in name.split(['_', '-']) {
        let start = camel.len();
        camel.push_str(word);
        if let Some((first, rest)) = camel.get_mut(start..).and_then(|word| word.split_at_mut_checked(1)) {
            first.make_ascii_uppercase();
            rest.make_ascii_lowercase();
        }
    }
    camel
}

/// Separates the words of [`is_camel`] by underscores.
fn separated(name: &str) -> String {
    let mut constant = String::with_capacity(name.len() + 8);
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            constant.push('_');
        }
        constant.push(c.to_ascii_uppercase());
    }
    constant
}
