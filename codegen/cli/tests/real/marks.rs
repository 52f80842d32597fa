//! Finds the marks of parameters in messages, apart from the library.

use crate::rows::Row;

/// The names that printf gives to unnamed parameters.
const UNNAMED: [&str; 9] = ["arg1", "arg2", "arg3", "arg4", "arg5", "arg6", "arg7", "arg8", "arg9"];

/// Returns the parameters of a message with their types.
pub(crate) fn marks<'r>(row: &'r Row, placeholders: Option<&str>) -> Vec<(&'r str, &'static str)> {
    let message = row.message.as_deref().unwrap_or_default();
    match placeholders {
        Some("angle") => named(message, '<', '>'),
        Some("percent") => named(message, '%', '%'),
        Some(_) => UNNAMED.into_iter().zip(conversions(message)).collect(),
        None => Vec::new(),
    }
}

/// Returns words between two characters, each once.
fn named(message: &str, open: char, close: char) -> Vec<(&str, &'static str)> {
    let mut names = Vec::new();
    for (start, _) in message.match_indices(open) {
        let rest = &message[start + 1..];
        let Some(end) = rest.find(close) else { continue };
        let name = &rest[..end];
        let is_word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_word && !names.contains(&(name, "string")) {
            names.push((name, "string"));
        }
    }
    names
}

/// Returns the types of the conversions of printf.
fn conversions(message: &str) -> Vec<&'static str> {
    let mut types = Vec::new();
    for rest in message.split('%').skip(1) {
        let rest = rest.trim_start_matches(['-', '+', '#', '0', '.']);
        let letter = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').chars().next();
        match letter {
            Some('d' | 'x') => types.push("i64"),
            Some('f') => types.push("float"),
            Some('s' | 'v' | 'T') => types.push("string"),
            _ => {}
        }
    }
    types
}
