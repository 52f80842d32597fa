//! Copies the `x-` keys of authors.

use crate::syntax::ast;
use crate::value::Value;

/// Returns the `x-` keys with their values.
pub(super) fn extensions(list: &[ast::Extension]) -> Vec<(String, Value)> {
    list.iter().map(|(key, value)| (key.value.clone(), value.clone())).collect()
}
