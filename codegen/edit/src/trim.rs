//! Removes the blanks at the ends of a text.

use errcat_build::unstable::diag::Fix;
use errcat_build::unstable::source::{Sources, Span};

/// Returns the removal of the blanks at the ends of the text at `span`, if it can be written without
/// them in the same style.
pub(crate) fn trim(sources: &Sources, span: Span) -> Option<Fix> {
    if let Some(header) = header(sources, span) {
        return block(sources, span, header);
    }
    let written = sources.slice(span);
    let quote = written.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
    let new = trimmed(inner, quote == '"');
    (new != inner).then(|| Fix::replace("remove the blanks", span, format!("{quote}{new}{quote}")))
}

/// Returns the location of the `|` or `>`, with the marks after it, of the block at `span`.
fn header(sources: &Sources, span: Span) -> Option<Span> {
    let before = sources.text(span.file).get(..span.start as usize)?.trim_end();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before[start..].split(" #").next()?.trim_end();
    let header = line.trim_end_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
    let style = header.strip_suffix(['|', '>']).filter(|key| key.ends_with(' '))?;
    let at = |length: usize| u32::try_from(start + length).ok();
    Some(Span { start: at(style.len())?, end: at(line.len())?, ..span })
}

/// Returns the change of the header of a block, so that the line breaks after the text are left out.
fn block(sources: &Sources, span: Span, header: Span) -> Option<Fix> {
    let last = sources.slice(span).lines().rfind(|line| !line.trim().is_empty())?;
    if last.ends_with([' ', '\t']) {
        return None;
    }
    let old = sources.slice(header);
    let new = format!("{}-", old.replace(['+', '-'], ""));
    (new != old).then(|| Fix::replace(format!("write `{new}`"), header, new))
}

/// Returns the inside of quotes without blanks and line breaks at its ends.
fn trimmed(inner: &str, escapes: bool) -> &str {
    let mut rest = inner.trim();
    while let Some(shorter) = without_escape(rest).filter(|_| escapes) {
        rest = shorter.trim();
    }
    rest
}

/// Returns a text without an escaped blank at its end or beginning.
fn without_escape(text: &str) -> Option<&str> {
    ["\\n", "\\t", "\\r"].iter().find_map(|escape| {
        let before = text.strip_suffix(escape).filter(|before| is_escape(before));
        before.or_else(|| text.strip_prefix(escape))
    })
}

/// Returns whether a backslash after this text begins an escape, and is not escaped itself.
fn is_escape(before: &str) -> bool {
    (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
}
