//! Explains quotes that are not closed, and escapes that there are not.

use super::cause::Cause;
use super::explained::Explained;
use super::load::Mistake;
use super::open;
use super::place::{Lines, is_empty, is_end, key, span, without};
use crate::diag::Finding;
use crate::source::FileId;
use crate::syntax::report;

/// Returns the finding for a mistake in quotes.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Option<Explained> {
    let is_quote = |at: usize| text[at..].starts_with(['"', '\'']);
    let quote =
        if is_quote(mistake.offset) { Some(mistake.offset) } else { open::at(text, mistake.offset).quote };
    match mistake.cause {
        Cause::OpenQuote => {
            let quote = quote?;
            Some(match unindented(text, quote, mistake.offset) {
                Some((start, end)) => {
                    let rest = without(text, Lines(text).around(quote).0, end);
                    Explained::leaving(not_indented(file, text, start), rest)
                }
                // What follows the end of a document is not read.
                None if is_end(Lines(text).around(mistake.offset).1) => {
                    let rest = without(text, Lines(text).around(quote).0, text.len());
                    Explained::leaving(not_closed(file, text, quote), rest)
                }
                None => Explained::at(not_closed(file, text, quote), quote),
            })
        }
        // The text goes on to the opening quote of another one.
        Cause::AfterQuotes => {
            let quote = open::at(text, mistake.offset).closed?;
            let mut inside = Lines(&text[quote..mistake.offset]).all().skip(1);
            let is_closed = !inside.any(|(_, line)| key(line.trim_start_matches(['"', '\''])).is_some());
            (!is_closed).then(|| Explained::at(not_closed(file, text, quote), quote))
        }
        Cause::Escape => {
            let (start, end, meaning) = bad_escape(text, quote?)?;
            let is_character = meaning.ends_with("character");
            let help = if is_character { "write the character itself" } else { Cause::Escape.help() };
            let finding = report::syntax(span(file, start, end), meaning).label("not expected here");
            Some(finding.help(help).into())
        }
        _ => None,
    }
}

fn not_closed(file: FileId, text: &str, quote: usize) -> Finding {
    let inside = if text[quote..].starts_with('\'') { "''" } else { "\\\"" };
    report::syntax(span(file, quote, quote + 1), Cause::OpenQuote.meaning())
        .label("opened here")
        .help(format!("{}; inside quotes, write a quote as `{inside}`", Cause::OpenQuote.help()))
}

fn not_indented(file: FileId, text: &str, start: usize) -> Finding {
    let (_, line) = Lines(text).around(start);
    let end = start + line.trim_end().len();
    report::syntax(span(file, start, end), "a line of a text in quotes is not indented")
        .label("goes on here")
        .help("indent it more than the key of the text")
}

/// Returns the line at `offset` and the end of the text in quotes, if only the indentation of the
/// text is wrong: then it is closed before the next key.
fn unindented(text: &str, quote: usize, offset: usize) -> Option<(usize, usize)> {
    let end = closing(text, quote)?;
    let (start, _) = Lines(text).around(offset);
    let after = text[end..].lines().next().unwrap_or_default();
    let is_text = |line: &str| key(line).is_none() && !is_end(line);
    let goes_on =
        start > quote && end > start && Lines(&text[start..end]).all().all(|(_, line)| is_text(line));
    (goes_on && is_empty(after)).then_some((start, end))
}

/// Returns the end of the text whose quote is at `quote`.
fn closing(text: &str, quote: usize) -> Option<usize> {
    let mut chars = text[quote..].char_indices().peekable();
    let (_, mark) = chars.next()?;
    while let Some((at, c)) = chars.next() {
        match (mark, c) {
            ('"', '\\') => drop(chars.next()),
            ('\'', '\'') if chars.next_if(|(_, next)| *next == '\'').is_some() => {}
            (mark, c) if mark == c => return Some(quote + at + 1),
            _ => {}
        }
    }
    None
}

/// Returns the place of the first unknown escape in double quotes, and what is wrong with it.
fn bad_escape(text: &str, quote: usize) -> Option<(usize, usize, String)> {
    let mut at = quote + 1;
    loop {
        at += text[at..].find(['\\', '"'])?;
        if text[at..].starts_with('"') {
            return None;
        }
        let letter = text[at + 1..].chars().next()?;
        let after = at + 1 + letter.len_utf8();
        let digits = match letter {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            letter if is_known(letter) => {
                at = after;
                continue;
            }
            _ => {
                let escape = &text[at..after];
                return Some((at, after, format!("`{escape}` is not an escape")));
            }
        };
        let Some(number) = hex(text, after, digits) else {
            let message = format!("`\\{letter}` needs {digits} hexadecimal digits");
            return Some((at, after, message));
        };
        let end = after + digits;
        let escape = &text[at..end];
        at = match number {
            0xD800..0xDC00 => {
                let low = text[end..].strip_prefix("\\u").and_then(|_| hex(text, end + 2, 4));
                if !low.is_some_and(|low| (0xDC00..0xE000).contains(&low)) {
                    return Some((at, end, format!("`{escape}` is half of a character")));
                }
                end + 6
            }
            0xDC00..0xE000 => return Some((at, end, format!("`{escape}` is half of a character"))),
            number if char::from_u32(number).is_none() => {
                return Some((at, end, format!("`{escape}` is not a character")));
            }
            _ => end,
        };
    }
}

/// Returns whether a backslash before a character is an escape of YAML without digits.
const fn is_known(c: char) -> bool {
    matches!(
        c,
        '0' | 'a'
            | 'b'
            | 't'
            | '\t'
            | 'n'
            | 'v'
            | 'f'
            | 'r'
            | 'e'
            | ' '
            | '"'
            | '/'
            | '\\'
            | 'N'
            | '_'
            | 'L'
            | 'P'
            | '\n'
            | '\r'
    )
}

fn hex(text: &str, start: usize, digits: usize) -> Option<u32> {
    let digits = text.get(start..start + digits)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}
