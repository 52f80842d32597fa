//! Finds codes in what people paste: JSON bodies and lines of logs.

use errcat_build::unstable::model::{Catalog, Error, Step};
use serde_json::Value;

/// Returns the errors of `known` whose code is in a text, or an empty list. `known` is a catalog and
/// its error.
pub(crate) fn find<'k, K>(
    known: &'k [K],
    entry: impl Fn(&'k K) -> (&'k Catalog, &'k Error),
    text: &str,
) -> Vec<&'k K> {
    let text = text.trim();
    if text.starts_with(['{', '['])
        && let Ok(body) = serde_json::from_str::<Value>(text)
    {
        return in_body(known, &entry, &body);
    }
    in_line(known, &entry, text)
}

/// Returns the errors whose code a body contains. Of several, those count whose code stands where the
/// envelope of their catalog has it, and whose message is in the body.
fn in_body<'k, K>(
    known: &'k [K],
    entry: &impl Fn(&'k K) -> (&'k Catalog, &'k Error),
    body: &Value,
) -> Vec<&'k K> {
    let mut values = Vec::new();
    collect(body, "", &mut values);
    let holds = |catalog: &Catalog, error: &Error, everywhere: bool| {
        let key = code_key(catalog);
        values.iter().any(|(name, value)| match value {
            Value::String(text) => (everywhere || *name == key) && is_code(error, text),
            Value::Number(number) => *name == key && is_code(error, &number.to_string()),
            _ => false,
        })
    };
    let found = |everywhere: bool| -> Vec<&'k K> {
        let holds = |known: &&'k K| {
            let (catalog, error) = entry(*known);
            holds(catalog, error, everywhere)
        };
        known.iter().filter(holds).collect()
    };
    let found = Some(found(false)).filter(|found| !found.is_empty()).unwrap_or_else(|| found(true));
    let says = |known: &&&'k K| {
        let message = entry(**known).1.message.as_ref();
        message.is_some_and(|message| values.iter().any(|(_, value)| value.as_str() == Some(&message.value)))
    };
    let saying: Vec<&'k K> = found.iter().filter(says).copied().collect();
    if saying.is_empty() { found } else { saying }
}

/// Collects the texts and numbers of a value, each with the name of its member.
fn collect<'v>(value: &'v Value, name: &'v str, values: &mut Vec<(&'v str, &'v Value)>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| collect(value, name, values)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, name, values)),
        _ => values.push((name, value)),
    }
}

/// Returns the name of the member that has the code.
fn code_key(catalog: &Catalog) -> &str {
    let codes =
        catalog.envelope.members.iter().filter(|member| !member.is_field && member.name.value == "code");
    let steps = codes.flat_map(|member| &member.places).filter_map(|place| place.path.steps());
    let mut members = steps.filter_map(|steps| match steps.last() {
        Some(Step::Member(name)) => Some(name.as_str()),
        _ => None,
    });
    members.next().unwrap_or("code")
}

/// Returns the errors whose code is a word of a line.
fn in_line<'k, K>(
    known: &'k [K],
    entry: &impl Fn(&'k K) -> (&'k Catalog, &'k Error),
    line: &str,
) -> Vec<&'k K> {
    if !line.contains(char::is_whitespace) {
        return Vec::new();
    }
    // The longest code counts: `cart_not_found` contains no `not_found`.
    let found: Vec<(usize, &K)> = known
        .iter()
        .filter_map(|known| {
            let (_, error) = entry(known);
            let texts = std::iter::once(&error.code).chain(&error.aliases).map(|text| text.as_str());
            let length = texts.filter(|text| is_word_of(text, line)).map(str::len).max();
            let carried =
                || line.split(|c: char| !is_part(c)).find(|word| is_carried(error, word)).map(str::len);
            Some((length.or_else(carried)?, known))
        })
        .collect();
    let longest = found.iter().map(|(length, _)| *length).max();
    found.into_iter().filter(|(length, _)| Some(*length) == longest).map(|(_, known)| known).collect()
}

fn is_code(error: &Error, text: &str) -> bool {
    error.code.value == text
        || error.aliases.iter().any(|alias| alias.value == text)
        || is_carried(error, text)
}

fn is_carried(error: &Error, text: &str) -> bool {
    error.carried.as_ref().is_some_and(|carried| carried.matches(text))
}

/// Returns whether a character may be a part of a code.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

/// Returns whether a code stands in a line, not as a part of a longer word. A short number is not a
/// code there, because lines of logs are full of them.
fn is_word_of(code: &str, line: &str) -> bool {
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    if code.is_empty() || (is_number && code.len() < 4) {
        return false;
    }
    line.match_indices(code).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + code.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}
