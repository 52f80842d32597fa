//! Reads TOML.

use super::tree;
use super::value::Ordered;
use crate::draft::Draft;
use crate::failure::Failure;

/// Reads a document.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let Ordered(value) = toml::from_str(text).map_err(|error: toml::de::Error| {
        let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        Failure { line, reason: format!("this is not TOML: {}", error.message()) }
    })?;
    tree::read(&value)
}
