//! Writes keys and values as YAML.

use errcat_build::unstable::text::quote::scalar;
use errcat_build::unstable::value::Value;

use crate::operation::Style;

/// The maximum width of a line.
pub(crate) const WIDTH: usize = 100;

/// Writes a key. If its siblings are unquoted numbers, a number is not quoted, either.
pub(crate) fn key(key: &str, among_numbers: bool) -> String {
    if among_numbers && is_number(key) { key.to_owned() } else { scalar(key) }
}

/// Returns `true` if a text is a number as in catalogs.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.len() == 1 || !digits.starts_with('0'))
}

/// Writes a value on one line.
#[must_use]
pub fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(text) => scalar(text),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) if entries.is_empty() => "{}".to_owned(),
        Value::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", scalar(key), flow(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// The style of blocks in a document.
pub(crate) struct BlockStyle {
    /// The indentation of nested maps.
    pub(crate) step: usize,
    /// The line ending.
    pub(crate) eol: &'static str,
}

impl BlockStyle {
    /// Writes what follows `key:` for an entry in the column `indent`: a space and the value, or a
    /// line ending and its lines. `styles` are those of the value, of its values, and so on. `used`
    /// is the width of the line so far.
    pub(crate) fn after_key(&self, value: &Value, styles: &[Style], indent: usize, used: usize) -> String {
        if is_flow(value, styles, used) {
            return format!(" {}", flow(value));
        }
        let inner = indent + self.step;
        format!("{}{}{}", self.eol, " ".repeat(inner), self.block(value, styles, inner))
    }

    /// Writes what follows the `- ` of an item in the column `indent`.
    pub(crate) fn after_dash(&self, value: &Value, styles: &[Style], indent: usize) -> String {
        let inner = indent + 2;
        if is_flow(value, styles, inner) { flow(value) } else { self.block(value, styles, inner) }
    }

    /// Writes an entry in the column `indent`.
    pub(crate) fn entry(&self, key: &str, value: &Value, styles: &[Style], indent: usize) -> String {
        let used = indent + key.chars().count() + 1;
        format!("{key}:{}", self.after_key(value, styles, indent, used))
    }

    /// Writes an item in the column `indent`.
    pub(crate) fn item(&self, value: &Value, styles: &[Style], indent: usize) -> String {
        format!("- {}", self.after_dash(value, styles, indent))
    }

    /// Writes the lines of a map or list. All but the first are indented.
    pub(crate) fn block(&self, value: &Value, styles: &[Style], indent: usize) -> String {
        let inner = styles.get(1..).unwrap_or_default();
        let lines: Vec<String> = match value {
            Value::Map(entries) if !entries.is_empty() => {
                entries.iter().map(|(key, value)| self.entry(&scalar(key), value, inner, indent)).collect()
            }
            Value::List(items) if !items.is_empty() => {
                items.iter().map(|item| self.item(item, inner, indent)).collect()
            }
            other => return flow(other),
        };
        lines.join(&format!("{}{}", self.eol, " ".repeat(indent)))
    }
}

fn is_flow(value: &Value, styles: &[Style], used: usize) -> bool {
    let is_scalar = |value: &Value| !matches!(value, Value::List(_) | Value::Map(_));
    let (is_empty, is_flat) = match value {
        Value::List(items) => (items.is_empty(), items.iter().all(is_scalar)),
        Value::Map(entries) => (entries.is_empty(), entries.iter().all(|(_, value)| is_scalar(value))),
        _ => (true, true),
    };
    let fits = || is_flat && used + 1 + flow(value).chars().count() <= WIDTH;
    is_empty
        || match styles.first() {
            Some(Style::Flow) => true,
            Some(Style::Block) => false,
            Some(Style::Auto) | None => fits(),
        }
}
