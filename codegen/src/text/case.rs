//! Case conversion of names.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Converts `snapshot_not_found` to `SnapshotNotFound`. A leading digit gets the prefix `E`.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    let camel = name.to_upper_camel_case();
    if camel.starts_with(|c: char| c.is_numeric()) { format!("E{camel}") } else { camel }
}

/// Converts `CvmAppIdConflict` to `CVM_APP_ID_CONFLICT`.
#[must_use]
pub fn constant(name: &str) -> String {
    name.to_shouty_snake_case()
}

/// Converts `phala-cloud` to `phala_cloud`. A leading digit gets the prefix `e`.
#[must_use]
pub fn snake(name: &str) -> String {
    let snake = name.to_snake_case();
    if snake.starts_with(|c: char| c.is_numeric()) { format!("e{snake}") } else { snake }
}
