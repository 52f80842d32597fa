//! Escapes catalog texts for Markdown, so that they read as written.

use std::borrow::Cow;

use crate::text::reveal::{is_hidden, reveal};

/// Returns a text as lines of Markdown paragraphs, without blank lines at either end.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    let mut lines: Vec<String> = text.split('\n').map(markdown_line).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.split_off(blank)
}

/// Returns a text on one line of Markdown.
#[must_use]
pub fn inline(text: &str) -> String {
    if !text.contains('\n') {
        return markdown_line(text);
    }
    paragraphs(text).into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns a text as a code span, whatever it contains.
#[must_use]
pub fn code_span(text: &str) -> String {
    let shown = reveal(text);
    if shown.is_empty() {
        return "` `".to_owned();
    }
    // Markdown removes a blank from both ends, unless there is nothing else.
    let is_blank = shown.trim_matches(' ').is_empty();
    let is_padded = !is_blank && shown.starts_with(' ') && shown.ends_with(' ');
    if !shown.contains('`') && !is_padded {
        return format!("`{shown}`");
    }
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    format!("{fence} {shown} {fence}")
}

/// Returns an address as a link if Markdown can express it.
#[must_use]
pub fn link(url: &str) -> Option<String> {
    let plain = |c: char| !c.is_whitespace() && !is_hidden(c) && !matches!(c, '<' | '>' | '\\');
    let web = url.starts_with("https://") || url.starts_with("http://");
    (web && url.chars().all(plain)).then(|| format!("<{url}>"))
}

/// Whether a character may need escaping. An `h` may start an address.
fn is_special(c: char) -> bool {
    is_hidden(c) || "\\`*[]<>&|~\"'$^_#+=:-.)h".contains(c)
}

fn markdown_line(line: &str) -> String {
    let content = line.trim_start_matches([' ', '\t']);
    let mut escaped = "&nbsp;".repeat(if content.is_empty() { 0 } else { line.len() - content.len() });
    let content = content.trim_end();
    let mut rest = content;
    while let Some(at) = rest.find(is_special) {
        escaped.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(url) = leading_url(rest) {
            escaped.push('<');
            escaped.push_str(url);
            escaped.push('>');
            rest = &rest[url.len()..];
            continue;
        }
        let at = content.len() - rest.len();
        let Some(c) = rest.chars().next() else { break };
        push(&mut escaped, content, at, c);
        rest = &rest[c.len_utf8()..];
    }
    escaped.push_str(rest);
    escaped
}

/// Returns the address at the start of `text`, without the punctuation of the sentence around it.
fn leading_url(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let stops =
        |c: char| c.is_whitespace() || is_hidden(c) || matches!(c, '<' | '>' | '"' | '\'' | '`' | '\\');
    let length = text.len() - rest.len() + rest.find(stops).unwrap_or(rest.len());
    let url = text[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '*', '_']);
    (url.len() > text.len() - rest.len()).then_some(url)
}

/// Appends the character at byte `at` of `line`, escaped if Markdown requires it.
fn push(escaped: &mut String, line: &str, at: usize, c: char) {
    let before = line[..at].chars().next_back();
    let after = line[at + c.len_utf8()..].chars().next();
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let special = match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '"' | '\'' | '$' | '^' => true,
        '_' => !(in_word(before) && in_word(after)),
        '#' | '+' | '=' | ':' => at == 0,
        '-' => at == 0 || before == Some('-') || after == Some('-'),
        '.' => before == Some('.') || after == Some('.') || ends_list_number(line, at),
        ')' => ends_list_number(line, at),
        _ => false,
    };
    if is_hidden(c) {
        escaped.push('\\');
        escaped.extend(c.escape_unicode());
    } else {
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

fn ends_list_number(line: &str, at: usize) -> bool {
    at > 0 && line[..at].bytes().all(|b| b.is_ascii_digit())
}
