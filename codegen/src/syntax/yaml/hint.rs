//! Explains syntax errors, and suggests quoting the text that is the usual cause.

use super::accidents;
use super::load::{Cause, Mistake};
use crate::diag::{Finding, Fix};
use crate::source::{FileId, Span};
use crate::syntax::report;
use crate::text::quote::double_quoted;

/// Returns the finding for a syntax error in `text`.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Finding {
    let span = |start: usize, end: usize| {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: offset(start), end: offset(end) }
    };
    if mistake.cause == Cause::OpenQuote
        && let Some(quote) = opening_quote(text, mistake.offset)
    {
        let inside = if text[quote..].starts_with('\'') { "''" } else { "\\\"" };
        return report::syntax(span(quote, quote + 1), "the quote is not closed")
            .label("opened here")
            .help(format!("close it at the end of the text; inside quotes, write a quote as `{inside}`"));
    }
    if let Some(comment) = comment_in_brackets(text, mistake.offset) {
        let finding =
            report::syntax(span(comment.start, comment.start + 1), "a comment starts inside open brackets")
                .label("the rest of the line is a comment");
        let quoted = double_quoted(comment.text);
        return finding.help(match comment.key {
            Some(key) => format!("quote the text: `{key}: {quoted}`"),
            None => format!("quote the text: `{quoted}`"),
        });
    }
    let start = mistake.offset;
    let end = text[start..].chars().next().filter(|c| *c != '\n').map_or(start, |c| start + c.len_utf8());
    let finding = match mistake.cause {
        Cause::Ours => report::syntax(span(start, end), &*mistake.message),
        Cause::AfterQuotes => report::syntax(span(start, end), &*mistake.message).label("after the quote"),
        _ => {
            let (meaning, help) = accidents::in_our_words(&mistake.message);
            report::syntax(span(start, end), meaning).label("not expected here").help(help)
        }
    };
    let Some(unquoted) = unquoted(text, mistake) else { return finding };
    // Quotes around the whole text are probably not part of it.
    let quoted = double_quoted(without_quotes(unquoted.text));
    let finding = finding.help(format!("quote the text: `{}: {quoted}`", unquoted.key));
    if unquoted.sure {
        let place = span(unquoted.start, unquoted.start + unquoted.text.len());
        finding.fix(Fix::replace("quote the text", place, quoted))
    } else {
        finding
    }
}

/// Returns a text without the quotes that were meant to be around it. In `'It's late`, the second
/// quote is an apostrophe, and the last one was forgotten.
fn without_quotes(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('\'') else { return text };
    let is_apostrophe = |rest: &str| rest.starts_with(char::is_alphanumeric);
    match inner.strip_suffix('\'') {
        Some(inner) => inner,
        None if inner.split_once('\'').is_some_and(|(_, rest)| is_apostrophe(rest)) => inner,
        None => text,
    }
}

/// A text that YAML reads as something else.
struct Unquoted<'t> {
    key: &'t str,
    text: &'t str,
    /// The offset of the text in the file.
    start: usize,
    /// Whether it can only be a text that ends with its line.
    sure: bool,
}

/// Returns the text in the line of a mistake if quotes could fix the mistake.
fn unquoted<'t>(text: &'t str, mistake: &Mistake) -> Option<Unquoted<'t>> {
    let line_start = text[..mistake.offset].rfind('\n').map_or(0, |end| end + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let in_flow = in_flow_map(line, mistake.offset - line_start);
    let (key, value) = in_flow.or_else(|| line.split_once(": "))?;
    let (key, value) = (key.trim(), value.trim());
    let after_quotes = mistake.cause == Cause::AfterQuotes;
    let block = value.starts_with(['|', '>']);
    let special = value.starts_with(['{', '[', '*', '&', '!', '%', '@', '`'])
        || (block && value.len() > 2)
        || (in_flow.is_some() && value.contains(['{', '[', '}', ']']));
    let cut = value.contains(": ") || value.ends_with(':') || value.contains(" #");
    let quoted = value.starts_with(['"', '\'']) && !after_quotes;
    if quoted || value.chars().count() > 200 || !(special || cut || after_quotes) {
        return None;
    }
    let start = line_start + (value.as_ptr() as usize - line.as_ptr() as usize);
    let sure = in_flow.is_none()
        && !after_quotes
        && !value.contains(" #")
        && !is_collection(value)
        && !block
        && !key.contains(['"', '\'', '{', '[', '#'])
        && !goes_on(text, line_start);
    Some(Unquoted { key, text: value, start, sure })
}

/// Returns `true` if a text that starts with a bracket could be meant as a list or map.
fn is_collection(text: &str) -> bool {
    let Some(open) = text.chars().next().filter(|c| matches!(c, '{' | '[')) else { return false };
    let close = if open == '{' { '}' } else { ']' };
    match text[1..].split_once(close) {
        // A word in brackets, followed by more text.
        Some((inner, rest)) => inner.contains([':', ',', '{', '[']) || rest.trim().is_empty(),
        None => true,
    }
}

/// Returns `true` if the value of the line at `start` continues in the next line.
fn goes_on(text: &str, start: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let mut lines = text[start..].lines();
    let own = lines.next().map_or(0, indent);
    lines.find(|line| !line.trim().is_empty()).is_some_and(|line| indent(line) > own)
}

/// A text in brackets that a ` #` cuts off together with its closing bracket.
struct Comment<'t> {
    start: usize,
    key: Option<&'t str>,
    text: &'t str,
}

/// Returns the comment that hides a closing bracket, in the line of the mistake or in the line
/// above it.
fn comment_in_brackets(text: &str, before: usize) -> Option<Comment<'_>> {
    let own = text[..before].rfind('\n').map_or(0, |end| end + 1);
    let above = text[..own].trim_end();
    let above = above.rfind('\n').map_or(0, |end| end + 1);
    [own, above].into_iter().find_map(|start| {
        let line = text[start..].lines().next()?;
        let at = line.find(" #")? + 1;
        let (code, comment) = line.split_at(at);
        let open = code.rfind(['{', '['])?;
        let closed = code[open..].contains(['}', ']']) || !comment.contains(['}', ']']);
        if closed || code.contains(['"', '\'']) {
            return None;
        }
        let piece = code[open + 1..].rfind(',').map_or(open + 1, |comma| open + comma + 2);
        let end = comment.find([',', '}', ']']).map_or(line.len(), |end| at + end);
        let entry = line.get(piece..end)?;
        let (key, text) = match entry.split_once(": ") {
            Some((key, text)) => (Some(key.trim()), text.trim()),
            None => (None, entry.trim()),
        };
        (!text.is_empty()).then_some(Comment { start: start + at, key, text })
    })
}

/// Returns the offset of the opening quote of an unclosed text before `before`.
fn opening_quote(text: &str, before: usize) -> Option<usize> {
    let mut end = before;
    for line in text[..before].rsplit('\n').take(MOST_LINES) {
        let start = end - line.len();
        if let Some(at) = unclosed(line) {
            return Some(start + at);
        }
        end = start.saturating_sub(1);
    }
    None
}

/// The number of lines above a mistake that are searched for an opening quote.
const MOST_LINES: usize = 200;

/// Returns the column of a quote that is not closed within its line.
fn unclosed(line: &str) -> Option<usize> {
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match open {
            Some((_, '"')) if escaped => escaped = false,
            Some((_, '"')) if c == '\\' => escaped = true,
            Some((_, quote)) if c == quote => open = None,
            None if c == '#' && before == ' ' => break,
            None if matches!(c, '"' | '\'') && matches!(before, ' ' | '[' | '{' | ',') => {
                open = Some((at, c));
            }
            Some(_) | None => {}
        }
        before = c;
    }
    open.map(|(at, _)| at)
}

/// Returns the key and text of the entry around `column` if it is in a map in braces.
fn in_flow_map(line: &str, column: usize) -> Option<(&str, &str)> {
    let before = line.get(..column)?;
    let open = before.find(": {").map(|at| at + 3).or_else(|| before.find("- {").map(|at| at + 3))?;
    let start = before[open..].rfind(',').map_or(open, |comma| open + comma + 1);
    // Braces inside the text belong to it.
    let mut depth = 0;
    let end = line[start..].char_indices().find(|&(at, c)| {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' => return start + at >= column,
            _ => {}
        }
        false
    });
    line[start..end.map_or(line.len(), |(at, _)| start + at)].split_once(": ")
}
