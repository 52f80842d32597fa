//! Lines of a text.

/// Returns the start of the first line, after a byte order mark.
pub(crate) fn top(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

/// Returns the start of the line that contains `at`.
pub(crate) fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(top(text), |end| end + 1)
}

/// Returns the end of the line that contains `at`, without its line ending.
pub(crate) fn end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if end > at && text.as_bytes()[end - 1] == b'\r' { end - 1 } else { end }
}

/// Returns the start of the line after the one that contains `at`.
pub(crate) fn next(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length + 1)
}

/// Returns `true` if there are only blanks before `at` in its line.
pub(crate) fn begins(text: &str, at: usize) -> bool {
    text[start(text, at)..at].trim().is_empty()
}

/// Returns `true` if a part of a text contains an empty line.
pub(crate) fn has_blank(part: &str) -> bool {
    let mut lines = part.split('\n');
    lines.next();
    lines.next_back();
    lines.any(|line| line.trim().is_empty())
}

/// Returns the line ending of a text.
pub(crate) fn ending(text: &str) -> &'static str {
    if text[..next(text, 0)].ends_with("\r\n") { "\r\n" } else { "\n" }
}
