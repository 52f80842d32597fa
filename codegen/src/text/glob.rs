//! Patterns with at most one `*`.

/// Returns the part of `text` that the `*` of `pattern` matches, or the whole text if the pattern
/// has no `*`. Returns `None` if the pattern does not match.
#[must_use]
pub fn capture<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    match pattern.split_once('*') {
        None => (pattern == text).then_some(text),
        Some((before, after)) => text.strip_prefix(before)?.strip_suffix(after),
    }
}
