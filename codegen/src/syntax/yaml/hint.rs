//! A mistake of form in words, with the quoted form of the text that most often is the cause.

use super::load::Mistake;
use crate::diag::Finding;
use crate::source::{FileId, Span};
use crate::syntax::rules;
use crate::text::quote::double_quoted;

/// The finding for a mistake in `text`.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Finding {
    let line_start = text[..mistake.offset].rfind('\n').map_or(0, |end| end + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let start = mistake.offset;
    let end = text[start..].chars().next().filter(|c| *c != '\n').map_or(start, |c| start + c.len_utf8());
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let span = Span { file, start: offset(start), end: offset(end) };
    rules::syntax(span, format!("this is not valid YAML: {}", mistake.message))
        .label("understood up to here")
        .maybe_help(quoting(line, mistake.offset - line_start))
}

/// How the text before `column` of a line reads in quotes, if it is one that YAML takes for something else.
fn quoting(line: &str, column: usize) -> Option<String> {
    let (key, text) = in_flow_map(line, column).or_else(|| line.trim().split_once(": "))?;
    let (key, text) = (key.trim(), text.trim());
    let special = text.starts_with(['{', '[', '*', '&', '!', '%', '@', '`', '|', '>']);
    let cut = text.contains(": ") || text.ends_with(':') || text.contains(" #");
    let quoted = text.starts_with(['"', '\'']);
    let readable = text.chars().count() <= 200;
    (!quoted && readable && (special || cut))
        .then(|| format!("put the text in quotes: `{key}: {}`", double_quoted(text)))
}

/// Key and text of the entry around `column`, where that lies in a map in braces.
fn in_flow_map(line: &str, column: usize) -> Option<(&str, &str)> {
    let before = line.get(..column)?;
    let open = before.find(": {").map(|at| at + 3).or_else(|| before.find("- {").map(|at| at + 3))?;
    let start = before[open..].rfind(',').map_or(open, |comma| open + comma + 1);
    let end = line[column..].find([',', '}']).map_or(line.len(), |end| column + end);
    line[start..end].split_once(": ")
}
