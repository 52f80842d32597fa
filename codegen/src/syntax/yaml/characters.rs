//! Finds characters outside of quotes that YAML parsers disagree on or that nobody can see.

use super::{Node, NodeKind};
use crate::diag::{Finding, MOST_FINDINGS};
use crate::source::{FileId, Span};
use crate::syntax::report;

/// Reports the characters that a catalog must not contain unescaped.
pub(super) fn check(file: FileId, text: &str) -> Vec<Finding> {
    // Counting is faster than searching, because compilers use vectors for it.
    if text.bytes().filter(|byte| is_unusual(*byte)).count() == 0 {
        return Vec::new();
    }
    let returns = all_refused(text).filter(|(_, c, _)| *c == '\r').count();
    let finding = |(at, c, name): (usize, char, &str)| {
        let span = span(file, at, at + c.len_utf8());
        let finding = |message: String| report::syntax(span, message).label("not allowed here");
        if c == '\r' && returns > 1 {
            let message =
                format!("the file contains {returns} carriage returns without a line feed (U+000D)");
            return finding(message).help("save the file with line feeds at the ends of lines");
        }
        let message = format!("the file contains {name} (U+{:04X})", u32::from(c));
        finding(message).help(format!("remove it, or write `{}` inside double quotes", escape(c)))
    };
    // All carriage returns have one cause, and so have byte order marks in a row.
    let (mut is_first, mut last) = (true, None);
    let told = |(at, c, _): &(usize, char, &str)| match c {
        '\r' => std::mem::take(&mut is_first),
        '\u{FEFF}' => last.replace(at + c.len_utf8()) != Some(*at),
        _ => true,
    };
    all_refused(text).filter(told).map(finding).take(MOST_FINDINGS).collect()
}

/// Returns `true` if the characters of a text have two or four bytes each, as in UTF-16.
pub(super) fn are_wide(text: &str) -> bool {
    text.bytes().take(2).any(|byte| byte == 0)
}

/// Replaces refused characters by spaces, so that all offsets stay valid.
pub(super) fn blanked(text: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut end = 0;
    for (at, c, _) in all_refused(text) {
        blanked.push_str(&text[end..at]);
        // At the start of a line, blanks would be an indentation.
        let is_start = text[..at].chars().all(|c| c == '\u{FEFF}');
        let blank = if is_start { "\n" } else { " " };
        blanked.push_str(&blank.repeat(c.len_utf8()));
        end = at + c.len_utf8();
    }
    blanked.push_str(&text[end..]);
    blanked
}

/// Returns the offset, the character and its description for every refused character.
fn all_refused(text: &str) -> impl Iterator<Item = (usize, char, &'static str)> {
    text.bytes().enumerate().filter(|(_, byte)| is_unusual(*byte)).filter_map(|(at, _)| {
        let c = text.get(at..)?.chars().next()?;
        Some((at, c, refused(text, at, c)?))
    })
}

/// Returns `true` for a byte that may belong to a refused character.
const fn is_unusual(byte: u8) -> bool {
    !matches!(byte, b'\n' | b' '..=b'~')
}

/// Returns the description of a refused character.
fn refused(text: &str, at: usize, c: char) -> Option<&'static str> {
    match c {
        '\u{FEFF}' if at > 0 => Some("a byte order mark that is not at the start"),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some("a line break that only some YAML parsers recognize"),
        '\r' if text.as_bytes().get(at + 1) != Some(&b'\n') => Some("a carriage return without a line feed"),
        '\n' | '\r' | '\t' => None,
        c if c.is_control() => Some("a control character"),
        _ => None,
    }
}

/// Returns `true` if the line of an offset contains a refused character.
pub(super) fn are_in_line(text: &str, offset: usize) -> bool {
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].split('\n').next().unwrap_or_default();
    line.char_indices().any(|(at, c)| refused(text, start + at, c).is_some())
}

fn escape(c: char) -> String {
    let code = u32::from(c);
    if code <= 0xFF { format!("\\x{code:02X}") } else { format!("\\u{code:04X}") }
}

/// Reports tabs outside of quotes, block scalars and comments.
pub(super) fn tabs(file: FileId, text: &str, root: &Node) -> Vec<Finding> {
    if !text.contains('\t') {
        return Vec::new();
    }
    let mut quoted = Vec::new();
    collect_quoted(root, &mut quoted);
    let in_quotes = |at: usize| {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let after = quoted.partition_point(|span: &Span| span.start <= at);
        after > 0 && at < quoted[after - 1].end
    };
    let tab = |at: usize| {
        report::syntax(span(file, at, at + 1), "the file contains a tab outside of quotes")
            .label("tab")
            .help("use spaces, or write `\\t` inside double quotes")
    };
    let mut tabs = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + comment(text, line, start, &in_quotes);
        let outside = text[start..end].match_indices('\t').map(|(at, _)| start + at);
        tabs.extend(outside.filter(|&at| !in_quotes(at)).map(tab).take(MOST_FINDINGS - tabs.len()));
        start += line.len();
    }
    tabs
}

fn collect_quoted(node: &Node, spans: &mut Vec<Span>) {
    match &node.kind {
        // A text that is too long is refused, but may be quoted.
        NodeKind::Quoted(_) | NodeKind::Refused => spans.push(node.span),
        NodeKind::List(items) => items.iter().for_each(|item| collect_quoted(item, spans)),
        NodeKind::Map(entries) => {
            for (key, value) in entries {
                collect_quoted(key, spans);
                collect_quoted(value, spans);
            }
        }
        NodeKind::Absent | NodeKind::Plain(_) => {}
    }
}

/// Returns the offset of the comment in the line that starts at `start`, or the length of the line
/// if there is none.
fn comment(text: &str, line: &str, start: usize, in_quotes: &impl Fn(usize) -> bool) -> usize {
    let begins = |offset: &usize| {
        let before = text[start..start + offset].chars().next_back();
        before.is_none_or(char::is_whitespace) && !in_quotes(start + offset)
    };
    line.match_indices('#').map(|(offset, _)| offset).find(begins).unwrap_or(line.len())
}

fn span(file: FileId, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end) }
}
