//! Escapes texts for Markdown as GitHub, mdBook and Docusaurus read it. A reader's parser returns
//! every text as it was, except that NUL becomes `\u{0}`.

use std::fmt::Write;

use errcat_build::unstable::text::reveal::is_hidden;

/// Returns a text on one line.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_line(&mut escaped, text);
    escaped
}

/// Returns a text on a line that has begun, so that a number at its start is no marker of a list.
pub(super) fn rest_of_line(text: &str) -> String {
    let escaped = inline(text);
    let digits = escaped.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &escaped[..escaped.len() - digits.len()];
    match digits.strip_prefix("\\.") {
        Some(rest) if !number.is_empty() && !rest.starts_with('.') => format!("{number}.{rest}"),
        _ => escaped,
    }
}

/// Returns a text as paragraphs, whose lines start with `indent`, except for the first line.
pub(super) fn block(text: &str, indent: &str) -> String {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let lines: Vec<Vec<&str>> = paragraphs.iter().map(|part| part.split('\n').collect()).collect();
    // Markdown has no place for other empty lines.
    if lines.iter().flatten().any(|line| line.trim().is_empty()) {
        return inline(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, lines) in lines.iter().enumerate() {
        if at > 0 {
            escaped.push_str("\n\n");
            escaped.push_str(indent);
        }
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                escaped.push_str("\\\n");
                escaped.push_str(indent);
            }
            push_line(&mut escaped, line);
        }
    }
    escaped
}

/// Returns a text as a code span. Hidden characters are shown as `\u{…}`.
pub(super) fn code(text: &str) -> String {
    errcat_build::unstable::emit::markdown::code_span(text)
}

/// Returns a link.
pub(super) fn link(label: &str, target: &str) -> String {
    format!("[{}]({})", inline(label), destination(target))
}

/// Returns an anchor, the only HTML in a document.
pub(super) fn anchor(id: &str) -> String {
    format!("<a id=\"{id}\"></a>")
}

/// Returns an address as the target of a link.
fn destination(url: &str) -> String {
    let mut target = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' | ')' | '\\' | '*' | '_' | '[' | ']' | '`' | '~' | '|' => {
                target.push('\\');
                target.push(c);
            }
            '&' => target.push_str("&amp;"),
            '<' | '>' | '"' | '{' | '}' | ' ' => percent(&mut target, c),
            c if is_hidden(c) || c.is_whitespace() => percent(&mut target, c),
            c => target.push(c),
        }
    }
    target
}

fn percent(target: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a string does not fail.
        let _ = write!(target, "%{byte:02X}");
    }
}

fn push_line(escaped: &mut String, line: &str) {
    let text = line.trim_end_matches([' ', '\t']);
    let content = text.trim_start_matches([' ', '\t']);
    let start = text.len() - content.len();
    // Markdown removes blanks at both ends of a line.
    for c in text[..start].chars() {
        reference(escaped, c);
    }
    let mut at = start;
    while let Some(c) = text[at..].chars().next() {
        if let Some(url) = address(&text[at..]) {
            escaped.push('[');
            for (offset, c) in url.char_indices() {
                push(escaped, text, start, at + offset, c);
            }
            escaped.push_str("](");
            escaped.push_str(&destination(url));
            escaped.push(')');
            at += url.len();
        } else {
            push(escaped, text, start, at, c);
            at += c.len_utf8();
        }
    }
    for c in line[text.len()..].chars() {
        reference(escaped, c);
    }
}

/// Appends the character at byte `at` of a line whose content starts at `start`.
fn push(escaped: &mut String, line: &str, start: usize, at: usize, c: char) {
    let before = line[start..at].chars().next_back();
    let after = line[at + c.len_utf8()..].chars().next();
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let special = match c {
        '\0' => {
            escaped.push_str("\\\\u\\{0\\}");
            return;
        }
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '"' | '\'' | '$' | '^' | '{' | '}' => {
            true
        }
        '_' => !(in_word(before) && in_word(after)),
        '#' | '+' | '=' | ':' => at == start || before == Some(c) || after == Some(c),
        '-' => at == start || before == Some('-') || after == Some('-'),
        '.' => {
            let is_host = line[start..at].ends_with("www");
            is_host || before == Some('.') || after == Some('.') || ends_number(&line[start..at])
        }
        ')' => ends_number(&line[start..at]),
        '!' => after == Some('['),
        c if is_hidden(c) || (c != ' ' && c.is_whitespace()) => {
            reference(escaped, c);
            return;
        }
        _ => false,
    };
    if special {
        escaped.push('\\');
    }
    escaped.push(c);
}

/// Returns `true` if a line so far is a number, as in the marker of a list.
fn ends_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit())
}

/// Appends a character by its number.
fn reference(escaped: &mut String, c: char) {
    // Writing to a string does not fail.
    let _ = write!(escaped, "&#{};", u32::from(c));
}

/// Returns the address at the start of a text, without the punctuation of the sentence around it.
fn address(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let stops = |c: char| c.is_whitespace() || is_hidden(c) || "<>\"'`\\[]{}|^".contains(c);
    let length = text.len() - rest.len() + rest.find(stops).unwrap_or(rest.len());
    let url = text[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_', '~']);
    (url.len() > text.len() - rest.len()).then_some(url)
}
