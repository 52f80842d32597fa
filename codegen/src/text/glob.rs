//! Patterns with at most one `*`, as catalogs use them to speak of many codes at once.

/// What the `*` of `pattern` stands for in `text`: the whole text where the pattern has no `*`, and nothing where it does not match.
#[must_use]
pub fn capture<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    match pattern.split_once('*') {
        None => (pattern == text).then_some(text),
        Some((before, after)) => text.strip_prefix(before)?.strip_suffix(after),
    }
}
