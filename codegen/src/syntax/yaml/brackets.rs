//! Explains mistakes in lists and maps in brackets.

use super::cause::Cause;
use super::explained::Explained;
use super::load::Mistake;
use super::open;
use super::place::{Lines, key, span};
use crate::format::keys;
use crate::source::FileId;
use crate::syntax::report;
use crate::text::quote::double_quoted;

/// Returns the finding for a mistake whose cause is a bracket, a comma or a comment in brackets.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Option<Explained> {
    let offset = mistake.offset;
    if let Some(comment) = comment(text, offset) {
        let finding = report::syntax(
            span(file, comment.start, comment.start + 1),
            "a comment starts inside open brackets",
        );
        let quoted = double_quoted(comment.text);
        let finding = finding.label("the rest of the line is a comment").help(match comment.key {
            Some(key) => format!("quote the text: `{key}: {quoted}`"),
            None => format!("quote the text: `{quoted}`"),
        });
        return Some(finding.into());
    }
    let bracket = |at: usize| text[at..].chars().next();
    let open = open::at(text, offset).brackets.last().copied();
    let here = bracket(offset);
    match mistake.cause {
        // The parser points to the opening bracket.
        Cause::OpenBracket => Some(not_closed(file, text, offset, None)),
        Cause::OtherBracket => {
            let other = if here == Some('[') { "}" } else { "]" };
            Some(not_closed(file, text, offset, Some(other)))
        }
        Cause::NoValue if here == Some(',') => None,
        Cause::NoComma | Cause::NoValue | Cause::Colon | Cause::NoKey | Cause::ItemInBrackets => {
            let open = open?;
            let line = Lines(text).around(offset);
            if key_below(text, open, line) {
                return Some(not_closed(file, text, open, None));
            }
            let before = before_colon(text, offset);
            let next = (mistake.cause != Cause::ItemInBrackets).then_some(before).flatten();
            Some(no_comma(file, next?))
        }
        Cause::AfterQuotes => {
            open?;
            let next = next_entry(text, offset)?;
            Some(no_comma(file, next))
        }
        _ => None,
    }
}

/// Returns whether the line is an entry that cannot be inside of the brackets at `open`.
fn key_below(text: &str, open: usize, (start, line): (usize, &str)) -> bool {
    let (above, opening) = Lines(text).around(open);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    above < start && indent(line) <= indent(opening) && key(line).is_some()
}

fn not_closed(file: FileId, text: &str, open: usize, before: Option<&str>) -> Explained {
    let is_list = text[open..].starts_with('[');
    let (bracket, close, what) = if is_list { ("[", "]", "list") } else { ("{", "}", "map") };
    let message = match before {
        Some(other) => format!("`{bracket}` is not closed before `{other}`"),
        None => format!("`{bracket}` is not closed"),
    };
    let finding = report::syntax(span(file, open, open + 1), message).label("opened here").help(format!(
        "write `{close}` at the end of the {what}, or quote the text that the `{bracket}` belongs to"
    ));
    Explained::at(finding, open)
}

/// The start of a key that follows a value without a comma, and the key.
type Next<'t> = (usize, &'t str);

fn no_comma(file: FileId, (start, key): Next<'_>) -> Explained {
    let finding =
        report::syntax(span(file, start, start + key.len()), format!("a comma is missing before `{key}`"));
    let finding =
        finding.label("the next entry").help("write a comma before it, or quote the text if it goes on here");
    finding.into()
}

/// Returns the key before the colon at `offset`, if it is one of the format and follows a value.
fn before_colon(text: &str, offset: usize) -> Option<Next<'_>> {
    if !text[offset..].starts_with(':') {
        // After a quoted text, the parser points to the key.
        return next_entry(text, offset);
    }
    let before = &text[..offset];
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let start = before.trim_end_matches(is_word).len();
    let key = &before[start..];
    let value = before[..start].trim_end();
    let follows = !value.ends_with([',', '{', '[', ':']);
    (follows && is_key(key)).then_some((start, key))
}

/// Returns the entry that starts at `offset`: a key, or a text in quotes.
fn next_entry(text: &str, offset: usize) -> Option<Next<'_>> {
    let line = text[offset..].lines().next()?;
    let start = offset + line.len() - line.trim_start().len();
    let line = line.trim_start();
    if let Some(quote) = line.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let end = line[1..].find(quote)? + 2;
        return Some((start, &line[..end]));
    }
    // After a closed value, any key is one. A text can go on with a word and a colon.
    let is_closed = text[..start].trim_end().ends_with(['}', ']', '"', '\'']);
    let key = key(line).filter(|key| is_closed || is_key(key))?;
    Some((start, key))
}

fn is_key(word: &str) -> bool {
    word.starts_with("x-") || keys::MAPS.iter().any(|map| map.key(word).is_some())
}

/// A text in brackets that a ` #` cuts off together with its closing bracket.
struct Comment<'t> {
    start: usize,
    key: Option<&'t str>,
    text: &'t str,
}

/// Returns the comment that hides a closing bracket, in the line of the mistake or in the line
/// above it.
fn comment(text: &str, before: usize) -> Option<Comment<'_>> {
    let (own, _) = Lines(text).around(before);
    let (above, _) = Lines(text).around(text[..own].trim_end().len());
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
