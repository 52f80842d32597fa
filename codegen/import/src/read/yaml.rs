//! Reads YAML.

use errcat_build::unstable::value::Value;

use super::tree;
use super::value::{Ordered, end_with_text};
use crate::draft::Draft;
use crate::failure::Failure;
use crate::words::opens_too_much;

/// Reads a document.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    tree::read(&value(text)?)
}

/// Parses a document.
pub(super) fn value(text: &str) -> Result<Value, Failure> {
    if opens_too_much(text) {
        return Err(Failure::new("this is not YAML that can be read: it is nested too deeply"));
    }
    let Ordered(mut value) = serde_yaml::from_str(text).map_err(|error| {
        let line = error.location().map(|place| place.line());
        let text = error.to_string();
        let reason = text.split(" at line ").next().unwrap_or_default();
        Failure { line, reason: format!("this is not YAML: {reason}") }
    })?;
    end_with_text(&mut value);
    Ok(value)
}
