//! The columns of a draft, and what their values look like.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::value::Value;

use crate::draft::Draft;
use crate::words::{is_token, words};

/// A column and counts of its values.
#[derive(Debug)]
pub(crate) struct Column {
    /// The name, as the source writes it.
    pub(crate) name: String,
    /// The name in lower-case words.
    pub(crate) words: String,
    /// The number of rows with a value that is not empty.
    pub(crate) count: usize,
    /// The values without blanks.
    pub(crate) tokens: usize,
    /// The whole numbers.
    pub(crate) integers: usize,
    /// The values that are an HTTP status, or begin with one.
    pub(crate) statuses: usize,
    /// The different values.
    pub(crate) distinct: usize,
    /// The scalars.
    pub(crate) scalars: usize,
    /// The names of constants, such as `NOT_FOUND`.
    pub(crate) constants: usize,
}

/// Returns the columns in the order of their first row.
pub(crate) fn columns(draft: &Draft) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut values: Vec<BTreeSet<String>> = Vec::new();
    for (name, value) in draft.rows().flat_map(|row| &row.fields) {
        let at = *places.entry(name).or_insert_with(|| {
            columns.push(Column::new(name));
            values.push(BTreeSet::new());
            columns.len() - 1
        });
        let column = &mut columns[at];
        let Some(text) = scalar(value) else {
            column.count += 1;
            continue;
        };
        column.scalars += 1;
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        column.count += 1;
        column.tokens += usize::from(is_token(text));
        column.integers += usize::from(is_integer(text));
        column.statuses += usize::from(starts_with_status(text));
        column.constants += usize::from(is_constant(text));
        values[at].insert(text.to_owned());
    }
    for (column, values) in columns.iter_mut().zip(values) {
        column.distinct = values.len();
    }
    columns
}

impl Column {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            words: words(name),
            count: 0,
            tokens: 0,
            integers: 0,
            statuses: 0,
            distinct: 0,
            scalars: 0,
            constants: 0,
        }
    }

    /// Returns `true` if nearly all values are tokens.
    pub(crate) fn is_tokens(&self) -> bool {
        self.count > 0 && self.tokens * 10 >= self.count * 9
    }

    /// Returns `true` if at least half of the values have blanks.
    pub(crate) fn is_prose(&self) -> bool {
        self.scalars > 0 && self.count > 0 && self.tokens * 2 <= self.count
    }

    /// Returns `true` if all values are whole numbers.
    pub(crate) fn is_integers(&self) -> bool {
        self.count > 0 && self.integers == self.count
    }

    /// Returns `true` if at least half of the values are statuses.
    pub(crate) fn is_statuses(&self) -> bool {
        self.count > 0 && self.statuses * 2 >= self.count
    }
}

/// Returns the text of a scalar.
pub(crate) fn scalar(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text),
        Value::Bool(true) => Some("true"),
        Value::Bool(false) => Some("false"),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

/// Returns `true` if a text is a whole number as in catalogs.
pub(crate) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.len() == 1 || !digits.starts_with('0'))
        && text.parse::<i64>().is_ok()
}

fn starts_with_status(text: &str) -> bool {
    let text = text.strip_prefix("HTTP").map_or(text, str::trim_start);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && matches!(text.as_bytes()[0], b'1'..=b'5')
}

fn is_constant(text: &str) -> bool {
    text.len() > 2
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.contains('_')
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}
