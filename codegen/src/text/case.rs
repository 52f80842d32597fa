//! One name in the cases that the outputs ask for.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// `snapshot_not_found` → `SnapshotNotFound`; an `E` goes in front of a digit.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    let camel = name.to_upper_camel_case();
    if camel.starts_with(|c: char| c.is_numeric()) { format!("E{camel}") } else { camel }
}

/// `CvmAppIdConflict` → `CVM_APP_ID_CONFLICT`.
#[must_use]
pub fn constant(name: &str) -> String {
    name.to_shouty_snake_case()
}

/// `phala-cloud` → `phala_cloud`; an `e` goes in front of a digit.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = name.to_snake_case();
    if snake.starts_with(|c: char| c.is_numeric()) { format!("e{snake}") } else { snake }
}
