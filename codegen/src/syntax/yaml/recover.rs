//! Recovers from syntax errors by blanking out the entry with the error.

use super::load::{Mistake, load};
use crate::source::FileId;

/// Returns `text` without the entry that contains `mistake`, if that lets the parser get further.
///
/// The cause may be in the entry before, for example an open bracket. The parser then reports the
/// same error again in the next entry, and the entry before is the one to blank out.
/// `known` is an offset in the entry with the cause, if that is known.
pub(super) fn without_mistaken_entry(
    file: FileId,
    text: &str,
    mistake: &Mistake,
    known: Option<usize>,
) -> Option<String> {
    let entries = entries(text);
    let around = |offset: usize| entries.iter().rposition(|entry| entry.start <= offset);
    let here = around(mistake.offset)?;
    let known = known.and_then(around).filter(|known| *known != here);
    let line = text[mistake.offset..].find('\n').map_or(text.len(), |end| mistake.offset + end);
    [known, Some(here), here.checked_sub(1)]
        .into_iter()
        .flatten()
        .map(|index| &entries[index])
        .filter(|entry| !entry.is_blank(text))
        .filter_map(|entry| {
            let blanked = blank(text, entry);
            let next = load(file, &blanked, text).mistake;
            let reached = next.as_ref().map_or(usize::MAX, |next| next.offset);
            let another = next.is_none_or(|next| next.cause != mistake.cause);
            (reached >= entry.end.max(line)).then_some(((another, reached), blanked))
        })
        .reduce(|best, other| if other.0 > best.0 { other } else { best })
        .map(|(_, blanked)| blanked)
}

/// Returns the start of a text, up to its last entry, which may go on.
pub(super) fn without_last_entry(text: &str) -> &str {
    entries(text).last().map_or("", |entry| &text[..entry.start])
}

/// A line and all lines that are indented below it.
struct Entry {
    start: usize,
    end: usize,
}

impl Entry {
    fn is_blank(&self, text: &str) -> bool {
        text[self.start..self.end].trim().is_empty()
    }
}

/// Returns the entries of a file: its top-level keys, and the single errors below `errors:`.
fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut depth = 0;
    let mut expecting_first_error = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let indent = line.len() - line.trim_start_matches(' ').len();
        let goes_on =
            content.starts_with(['}', ']']) || line.starts_with(|c: char| c != ' ' && c.is_whitespace());
        if !content.is_empty() && !content.starts_with('#') && !goes_on {
            // A lost line of a text is not the start of another part.
            if indent == 0 && (content.contains(':') || content.starts_with(['-', '{'])) {
                depth = 0;
                let rest = content.strip_prefix("errors:").map(str::trim_start);
                expecting_first_error = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
            } else if expecting_first_error {
                depth = indent;
                expecting_first_error = false;
            }
            if indent <= depth || entries.is_empty() {
                entries.push(Entry { start: at, end: at });
            }
        }
        at += line.len();
        if let Some(last) = entries.last_mut() {
            last.end = at;
        }
    }
    entries
}

fn blank(text: &str, entry: &Entry) -> String {
    let mut blanked = String::with_capacity(text.len());
    blanked.push_str(&text[..entry.start]);
    for byte in text[entry.start..entry.end].bytes() {
        blanked.push(if byte == b'\n' { '\n' } else { ' ' });
    }
    blanked.push_str(&text[entry.end..]);
    blanked
}
