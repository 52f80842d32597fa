//! Explains the other syntax errors, and suggests quoting the text that is the usual cause.

use super::cause::Cause;
use super::load::Mistake;
use super::place::span;
use crate::diag::{Finding, Fix};
use crate::source::FileId;
use crate::syntax::report;
use crate::text::quote::double_quoted;

/// Returns the finding for a syntax error in `text`.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Finding {
    let start = mistake.offset;
    let end = text[start..].chars().next().filter(|c| *c != '\n').map_or(start, |c| start + c.len_utf8());
    let label = if mistake.cause == Cause::AfterQuotes { "after the quote" } else { "not expected here" };
    // In brackets, a second colon ends the value as if a comma were missing.
    let is_colon = mistake.cause == Cause::NoComma && text[start..end] == *":";
    let after_bracket =
        mistake.cause == Cause::NoKey && text[..start].trim_end_matches(' ').ends_with(['}', ']']);
    let cause = match mistake.cause {
        _ if is_colon => Cause::Colon,
        _ if after_bracket => Cause::AfterBracket,
        cause => cause,
    };
    let finding = report::syntax(span(file, start, end), cause.meaning()).label(label).help(cause.help());
    let finding = match mistake.cause {
        _ if after_bracket && text[start..].starts_with(',') => {
            finding.help("remove the comma; entries in lines of their own have none")
        }
        Cause::Start => start_of_text(finding, text, start, end),
        _ => finding,
    };
    let Some(unquoted) = unquoted(text, mistake) else { return finding };
    // Quotes around the whole text are probably not part of it.
    let quoted = double_quoted(without_quotes(unquoted.text));
    let line = format!("`{}: {quoted}`", unquoted.key);
    let finding = finding.help(match mistake.cause {
        Cause::BlockMark => format!("start the text in the next line, and indent it; or quote it: {line}"),
        Cause::ItemInLine => {
            format!("start the list in the next line; or quote the text if it is one: {line}")
        }
        _ => format!("quote the text: {line}"),
    });
    if unquoted.sure {
        let place = span(file, unquoted.start, unquoted.start + unquoted.text.len());
        finding.fix(Fix::replace("quote the text", place, quoted))
    } else {
        finding
    }
}

/// Says which character a text or key cannot start with.
fn start_of_text(finding: Finding, text: &str, start: usize, end: usize) -> Finding {
    let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let is_key = text[line_start..start].trim_start_matches([' ', '-', '?']).is_empty();
    let what = if is_key { "key" } else { "text" };
    if text[start..].starts_with(['|', '>']) {
        let message = "a block text cannot be in brackets".to_owned();
        let help = "put the text in quotes, or write the map in several lines without brackets";
        return Finding { message, ..finding }.help(help);
    }
    let character = match &text[start..end] {
        "`" => "a backquote".to_owned(),
        character => format!("`{character}`"),
    };
    let message = format!("a {what} cannot start with {character}");
    let help = if is_key { "put the key in quotes" } else { Cause::Start.help() };
    Finding { message, ..finding }.help(help)
}

/// Returns a text without the quotes that were meant to be around it. In `'It's late`, the second
/// quote is an apostrophe, and the last one was forgotten.
fn without_quotes(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('\'') else { return without_double_quotes(text) };
    let is_apostrophe = |rest: &str| rest.starts_with(char::is_alphanumeric);
    match inner.strip_suffix('\'') {
        Some(inner) => inner,
        None if inner.split_once('\'').is_some_and(|(_, rest)| is_apostrophe(rest)) => inner,
        None => text,
    }
}

/// In `"He said "no""`, the second quote opens, so the first one is around the whole text.
fn without_double_quotes(text: &str) -> &str {
    let whole = text.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
    let opens = |inner: &str| {
        inner.split_once('"').is_some_and(|(before, after)| {
            before.ends_with(' ') && after.starts_with(char::is_alphanumeric) && !inner.contains('\\')
        })
    };
    whole.filter(|inner| opens(inner)).unwrap_or(text)
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
    let is_else = match mistake.cause {
        Cause::CommentSpace | Cause::NoSpace | Cause::NoValue | Cause::ItemInBrackets | Cause::Dash => true,
        Cause::ClosingBracket => in_flow.is_some(),
        // A list or map that something follows, such as the comma of JSON.
        Cause::NoKey => in_flow.is_some() || is_collection(value),
        // A quoted text of several lines ends before its own key.
        Cause::AfterQuotes => key.matches(['"', '\'']).count() == 1,
        _ => false,
    };
    if is_else {
        return None;
    }
    let after_quotes = mistake.cause == Cause::AfterQuotes;
    let block = value.starts_with(['|', '>']);
    let is_bracket = matches!(mistake.cause, Cause::OpenBracket | Cause::OtherBracket | Cause::NoComma);
    let special = value.starts_with(['{', '[', '*', '&', '!', '%', '@', '`', '}', ']'])
        || (block && value.len() > 2)
        || (value.starts_with("? ") && mistake.cause == Cause::Question)
        || (value.starts_with("- ") && mistake.cause == Cause::ItemInLine)
        || (in_flow.is_some() && value.contains(['{', '[', '}', ']']));
    let cut = value.contains(": ") || value.ends_with(':') || value.contains(" #");
    let quoted = value.starts_with(['"', '\'']) && !after_quotes;
    let lists = is_bracket && is_collection(value) && value.starts_with(['{', '[']);
    if quoted || lists || value.chars().count() > 200 || !(special || cut || after_quotes) {
        return None;
    }
    let start = line_start + (value.as_ptr() as usize - line.as_ptr() as usize);
    let sure = in_flow.is_none()
        && !after_quotes
        && !value.contains(" #")
        && !is_collection(value)
        && !block
        && mistake.cause != Cause::ItemInLine
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
    let (key, value) = line[start..].split_once(": ")?;
    let end = match quoted_end(value, column.saturating_sub(start + key.len() + 2)) {
        Some(end) => start + key.len() + 2 + end,
        None => end.map_or(line.len(), |(at, _)| start + at),
    };
    line[start..end].split_once(": ")
}

/// Returns the end of a quoted text in a map in braces, which may contain quotes and commas: the
/// first quote from `column` on after which the map goes on.
fn quoted_end(value: &str, column: usize) -> Option<usize> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let goes_on = |at: usize| {
        let rest = value[at + 1..].trim_start();
        let next = rest.strip_prefix(',').and_then(|rest| rest.split([',', '}']).next());
        rest.starts_with('}') || next.is_some_and(|entry| entry.contains(": "))
    };
    let mut quotes = value.match_indices(quote).map(|(at, _)| at).skip(1).filter(|at| *at >= column);
    quotes.find(|at| goes_on(*at)).map(|at| at + 1)
}
