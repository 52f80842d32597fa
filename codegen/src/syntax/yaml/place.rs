//! Finds lines and keys in the text of a file.

use crate::source::{FileId, Span};

/// The lines of a text.
#[derive(Clone, Copy)]
pub(super) struct Lines<'t>(pub(super) &'t str);

impl<'t> Lines<'t> {
    /// Returns the offset and text of every line, without its line feed.
    pub(super) fn all(self) -> impl Iterator<Item = (usize, &'t str)> {
        let mut start = 0;
        self.0.split_inclusive('\n').map(move |line| {
            let at = start;
            start += line.len();
            (at, line.trim_end_matches('\n'))
        })
    }

    /// Returns the line around an offset.
    pub(super) fn around(self, offset: usize) -> (usize, &'t str) {
        let start = self.0[..offset].rfind('\n').map_or(0, |end| end + 1);
        (start, self.0[start..].split('\n').next().unwrap_or_default())
    }
}

/// Returns the key of a line `key: value`, unless it is in quotes or has blanks.
pub(super) fn key(line: &str) -> Option<&str> {
    let content = line.trim_start();
    let (key, rest) = content.split_once(':')?;
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_key = !key.is_empty() && key.chars().all(is_word);
    (is_key && (rest.is_empty() || rest.starts_with([' ', '\r', '\n', '\t']))).then_some(key)
}

/// Returns `true` for blank lines and comments.
pub(super) fn is_empty(line: &str) -> bool {
    let content = line.trim();
    content.is_empty() || content.starts_with('#')
}

/// Returns `true` for a line that ends a YAML document.
pub(super) fn is_end(line: &str) -> bool {
    ["---", "..."].iter().any(|mark| {
        line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
}

/// Returns the blanks at the start of a line.
pub(super) fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Returns the text with spaces in place of a part.
pub(super) fn without(text: &str, start: usize, end: usize) -> String {
    let blank = text[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    text[..start].chars().chain(blank).chain(text[end..].chars()).collect()
}

/// Returns a part of a file.
pub(super) fn span(file: FileId, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end) }
}
