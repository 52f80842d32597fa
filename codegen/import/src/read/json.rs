//! Reads JSON and JSON lines.

use errcat_build::unstable::value::Value;

use super::value::Ordered;
use super::{own, tree};
use crate::draft::Draft;
use crate::failure::Failure;

/// Reads one value.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let mut value = value(text)?;
    own::without_derived(&mut value);
    tree::read(&value)
}

/// Reads one object per line.
pub(crate) fn read_lines(text: &str) -> Result<Draft, Failure> {
    let mut items = Vec::new();
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let Ordered(value) = serde_json::from_str(line)
            .map_err(|error| Failure::at(index + 1, format!("this is not JSON: {}", reason(&error))))?;
        items.push(value);
        lines.push(index + 1);
    }
    let mut items = Value::List(items);
    own::without_derived(&mut items);
    let mut draft = tree::read_numbered(&items)?;
    let rows = draft.sections.iter_mut().flat_map(|section| &mut section.rows);
    for row in rows {
        row.line = lines.get(row.line.wrapping_sub(1)).copied().unwrap_or_default();
    }
    Ok(draft)
}

/// Parses JSON.
pub(super) fn value(text: &str) -> Result<Value, Failure> {
    let Ordered(value) = serde_json::from_str(text).map_err(|error| {
        let reason = if error.is_eof() {
            "the JSON ends too early".to_owned()
        } else {
            format!("this is not JSON: {}", reason(&error))
        };
        Failure::at(error.line(), reason)
    })?;
    Ok(value)
}

/// Returns the reason without the place.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}
