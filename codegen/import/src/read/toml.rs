//! Reads TOML.

use super::tree;
use super::value::{Ordered, end_with_text};
use crate::draft::Draft;
use crate::failure::Failure;

/// Reads a document.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let Ordered(mut value) = toml::from_str(text).map_err(|error: toml::de::Error| {
        let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        Failure { line, reason: format!("this is not TOML: {}", error.message()) }
    })?;
    end_with_text(&mut value);
    tree::read(&value)
}
