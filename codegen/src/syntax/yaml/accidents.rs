//! Explains the usual accidents of YAML: tabs, columns, and unresolved merge conflicts.

use super::load::{Cause, Mistake};
use crate::diag::{Edit, Finding, Fix};
use crate::format::keys;
use crate::source::{FileId, Span};
use crate::syntax::report;

/// Returns the finding for the unresolved merge conflicts of a file, and its text without them.
pub(super) fn conflict(file: FileId, text: &str) -> Option<(Finding, String)> {
    let mut conflicts = Vec::new();
    let mut open = None;
    let mut middle = false;
    for (start, line) in lines(text) {
        match (line.trim_end(), open) {
            (line, None) if line.starts_with("<<<<<<< ") => (open, middle) = (Some(start), false),
            ("=======", Some(_)) => middle = true,
            (line, Some(first)) if middle && line.starts_with(">>>>>>> ") => {
                conflicts.push((first, start + line.len()));
                open = None;
            }
            _ => {}
        }
    }
    let (first, _) = *conflicts.first()?;
    let finding = report::syntax(span(file, first, first + 7), "the file has an unresolved merge conflict")
        .label("the conflict starts here")
        .help("keep the lines of one side or of both, and remove the three marked lines");
    let mut rest = text.to_owned();
    for (start, end) in conflicts {
        rest = without(&rest, start, end);
    }
    Some((finding, rest))
}

/// Returns the finding for an accident at `mistake`, and for a tab also the text without its lines.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Option<(Finding, Option<String>)> {
    if matches!(mistake.cause, Cause::OpenQuote | Cause::AfterQuotes | Cause::Ours) {
        return None;
    }
    let (start, line) = lines(text).take_while(|(start, _)| *start <= mistake.offset).last()?;
    let next = lines(&text[start..]).skip(1).find(|(_, line)| !is_empty(line));
    let next = next.map(|(offset, line)| (start + offset, line));
    if let Some((start, _)) =
        [Some((start, line)), next].into_iter().flatten().find(|(_, line)| has_tab(line))
    {
        return Some(tab(file, text, start));
    }
    Some((column(file, text, start, line)?, None))
}

/// Returns the finding for lines that are indented with tabs. `inside` is the start of one of them.
fn tab(file: FileId, text: &str, inside: usize) -> (Finding, Option<String>) {
    // The line above the tabs, and the lines from there to the one with the mistake.
    let mut above = None;
    let mut run: Vec<(usize, &str)> = Vec::new();
    for (start, line) in lines(text) {
        if line.trim().is_empty() {
            continue;
        }
        if has_tab(line) {
            run.push((start, line));
        } else if start > inside {
            break;
        } else {
            above = Some((start, line));
            run.clear();
        }
    }
    let first = run.first().map_or(inside, |(start, line)| start + indentation(line).find('\t').unwrap_or(0));
    let finding = report::syntax(span(file, first, first + 1), "the line is indented with a tab")
        .label("tab")
        .help("use spaces");
    let end = run.last().map_or(inside, |(start, line)| start + line.len());
    // The error above lacks what these lines say, so it is left out, too.
    let parent = above.filter(|(_, line)| line.trim_end().ends_with(':'));
    let start = parent.filter(|(_, line)| !indentation(line).is_empty()).map(|(start, _)| start);
    let start = start.or(run.first().map(|(start, _)| *start)).unwrap_or(inside);
    let rest = without(text, start, end);
    // The lines belong to the key above them.
    let Some((_, parent)) = parent else { return (finding, Some(rest)) };
    let edits = run.iter().map(|(start, line)| {
        let old = indentation(line);
        let tabs = old.matches('\t').count();
        let width = indentation(parent).len() + 2 * tabs;
        Edit { span: span(file, *start, start + old.len()), text: " ".repeat(width) }
    });
    let fix = Fix { message: "indent with spaces".to_owned(), edits: edits.collect() };
    (finding.fix(fix), Some(rest))
}

/// Returns the finding for a key that is not in the column of its siblings.
fn column(file: FileId, text: &str, start: usize, line: &str) -> Option<Finding> {
    let is_item = line.trim_start().starts_with("- ");
    let key = if is_item { "-" } else { key(line)? };
    let own = indentation(line).len();
    let mut open: Vec<usize> = Vec::new();
    let mut before = "";
    for (at, line) in lines(text).filter(|(_, line)| !is_empty(line)) {
        if at >= start {
            break;
        }
        let indent = indentation(line).len();
        open.retain(|outer| *outer < indent);
        open.push(indent);
        before = line;
    }
    let is_known = keys::ERROR.key(key).is_some();
    let last = *open.last()?;
    let siblings = if own > last {
        // The line above has a value, so nothing can stand below it.
        let has_value = self::key(before).is_some() && !before.trim_end().ends_with(':');
        Some(last).filter(|_| has_value && is_known)
    } else if open.contains(&own) {
        None
    } else if is_known {
        open.iter().copied().find(|outer| *outer > own)
    } else {
        let outer = open.iter().copied().rev().find(|outer| *outer < own && *outer > 0);
        outer.or_else(|| open.iter().copied().find(|outer| *outer > own))
    };
    let message =
        format!("`{key}` starts in column {}; its siblings start in column {}", own + 1, siblings? + 1);
    let first = start + own;
    Some(
        report::syntax(span(file, first, first + key.len()), message)
            .label("another column")
            .help("indent it like its siblings"),
    )
}

/// Returns what a mistake means and what to do, in the words of the format.
pub(super) fn in_our_words(message: &str) -> (&'static str, &'static str) {
    const WORDS: [(&str, &str, &str); 9] = [
        ("tabs disallowed", "a tab cannot be here", "use spaces"),
        (
            "simple key expected",
            "the line is neither `key: value` nor part of a text",
            "write `key: value` with a space after the colon; indent the further lines of a text, or quote it",
        ),
        (
            "flow",
            "a bracket or brace is not closed, or a comma is missing",
            "close it, separate the entries with commas, and quote texts with brackets",
        ),
        ("mapping values", "a colon cannot be here", "quote the text if the colon belongs to it"),
        ("':'", "a colon cannot be here", "quote the text if the colon belongs to it"),
        (
            "block scalar",
            "a text after `|` or `>` starts in the same line",
            "start the text in the next line, and indent it; or quote it",
        ),
        (
            "escape",
            "the quotes contain an unknown escape",
            "write `\\\\` for a backslash, or use single quotes",
        ),
        ("unclosed", "a bracket or brace is not closed", "close it, or quote the text that it belongs to"),
        (
            "bracket",
            "a bracket or brace is not expected here",
            "remove it, or quote the text that it belongs to",
        ),
    ];
    let known = WORDS.iter().find(|(part, ..)| message.contains(part));
    known.map_or(
        (
            "this is not valid YAML",
            "write `key: value`, indent keys like their siblings, and quote special texts",
        ),
        |(_, meaning, help)| (meaning, help),
    )
}

/// Returns the key of a line `key: value`, unless it is in quotes or has blanks.
fn key(line: &str) -> Option<&str> {
    let content = line.trim_start();
    let (key, rest) = content.split_once(':')?;
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_key = !key.is_empty() && key.chars().all(is_word);
    (is_key && (rest.is_empty() || rest.starts_with([' ', '\r', '\n']))).then_some(key)
}

/// Returns `true` if a line is indented with a tab.
fn has_tab(line: &str) -> bool {
    indentation(line).contains('\t')
}

/// Returns `true` for blank lines and comments.
fn is_empty(line: &str) -> bool {
    let content = line.trim();
    content.is_empty() || content.starts_with('#')
}

fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Returns the offset and text of every line, without its line feed.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line.trim_end_matches('\n'))
    })
}

/// Returns the text with spaces in place of a part.
fn without(text: &str, start: usize, end: usize) -> String {
    let blank = text[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    text[..start].chars().chain(blank).chain(text[end..].chars()).collect()
}

fn span(file: FileId, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end) }
}
