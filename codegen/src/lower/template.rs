//! Parses texts with placeholders in braces.

use super::report::placeholders as report;
use crate::diag::{Finding, Findings};
use crate::index::Index;
use crate::model::{Segment, Template};
use crate::source::{Sources, Span};
use crate::syntax::ast::Text;
use crate::text::nearest::{Near, nearest};

/// A piece of a text.
enum Piece<'t> {
    Text(&'t str),
    Brace(char),
    Placeholder { name: &'t str, at: usize },
    Lone { brace: char, at: usize },
}

/// Splits a text into pieces. Never fails.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(offset) = rest.find(['{', '}']) else {
            pieces.push(Piece::Text(rest));
            break;
        };
        if offset > 0 {
            pieces.push(Piece::Text(&rest[..offset]));
        }
        at += offset;
        let rest = &text[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            pieces.push(Piece::Brace(if rest.starts_with('{') { '{' } else { '}' }));
            at += 2;
        } else if let Some(length) = placeholder(rest) {
            pieces.push(Piece::Placeholder { name: &rest[1..length - 1], at });
            at += length;
        } else {
            pieces.push(Piece::Lone { brace: if rest.starts_with('{') { '{' } else { '}' }, at });
            at += 1;
        }
    }
    pieces
}

/// Returns the length of the placeholder at the start of `text`, including its braces.
fn placeholder(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let end = inner.find(['{', '}'])?;
    inner[end..].starts_with('}').then_some(end + 2)
}

/// Parses a text and reports every placeholder that is not one of `names`. Words of the format are
/// never wrong themselves, so that a placeholder that is nearly one gets a fix.
///
/// `advice` returns the help for a placeholder without a near match.
pub(super) fn parse_words(
    sources: &Sources,
    text: &Text,
    names: &[&str],
    advice: &dyn Fn(&str) -> String,
    findings: &mut Findings,
) -> Template {
    parse_with(sources, text, (names, true), advice, findings)
}

/// Parses a text and reports every placeholder that is not one of `names`, which the author chose.
///
/// `advice` returns the help for a placeholder without a near match.
pub(super) fn parse(
    sources: &Sources,
    text: &Text,
    names: &[&str],
    advice: &dyn Fn(&str) -> String,
    findings: &mut Findings,
) -> Template {
    parse_with(sources, text, (names, false), advice, findings)
}

fn parse_with(
    sources: &Sources,
    text: &Text,
    (names, are_certain): (&[&str], bool),
    advice: &dyn Fn(&str) -> String,
    findings: &mut Findings,
) -> Template {
    let (mut segments, mut misspelt): (Vec<Segment>, Vec<usize>) = (Vec::new(), Vec::new());
    let push_text = |segments: &mut Vec<Segment>, more: &str| match segments.last_mut() {
        Some(Segment::Text(text)) => text.push_str(more),
        _ => segments.push(Segment::Text(more.to_owned())),
    };
    let (mut unknown, mut index): (Vec<(&str, Vec<Span>)>, Index<'_>) = Default::default();
    for piece in pieces(text) {
        match piece {
            Piece::Text(more) => push_text(&mut segments, more),
            Piece::Brace(brace) => push_text(&mut segments, brace.encode_utf8(&mut [0; 4])),
            Piece::Placeholder { name, at } => match names.iter().position(|known| *known == name) {
                Some(param) => segments.push(Segment::Param(param)),
                None => {
                    let span = within(sources, text, at, name.len() + 2);
                    match index.add("", name, unknown.len()) {
                        Some(first) => unknown[first].1.push(span),
                        None => unknown.push((name, vec![span])),
                    }
                }
            },
            Piece::Lone { brace, at } => {
                let meant = names.iter().position(|name| half_written(text, brace, at, name));
                misspelt.extend(meant);
                let name = meant.map(|index| names[index]);
                findings.push(report::lone_brace(within(sources, text, at, 1), brace, name));
            }
        }
    }
    let mut strangers = Vec::new();
    for (name, spans) in &unknown {
        let Some(near) = near(name, names) else {
            strangers.push((*name, spans));
            continue;
        };
        misspelt.extend(names.iter().position(|known| *known == near.word));
        let finding = unknown_param(spans, name, report::did_you_mean(near));
        let exact = spans.iter().all(|span| sources.slice(*span) == format!("{{{name}}}"));
        // If the parameter is used nowhere else, its name may be the wrong one.
        let is_certain = are_certain || text.contains(&format!("{{{}}}", near.word));
        findings.push(if near.alone && exact && is_certain {
            finding.fix(report::rename_param(spans, near.word))
        } else {
            finding
        });
    }
    let is_hidden = |param: &usize| !segments.contains(&Segment::Param(*param)) && !misspelt.contains(param);
    // Words of the format need not be used.
    let is_asked = !strangers.is_empty() && !are_certain;
    let hidden: Vec<usize> = (0..names.len()).filter(|param| is_asked && is_hidden(param)).collect();
    for (name, spans) in &strangers {
        let help = match hidden.as_slice() {
            // Without a name, it may stand for any of them.
            [first, ..] if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                if !misspelt.contains(first) {
                    misspelt.extend(&hidden);
                }
                report::nameless(names[*first])
            }
            [only] if strangers.len() == 1 => {
                misspelt.push(*only);
                report::only_hidden(names[*only])
            }
            _ => advice(name),
        };
        findings.push(unknown_param(spans, name, help));
    }
    Template { segments, misspelt }
}

/// The number of repeated places that a finding shows.
const REPEATED: usize = 3;

/// Returns the finding for a placeholder that appears at `spans`.
fn unknown_param(spans: &[Span], name: &str, help: String) -> Finding {
    let (first, again) = (spans[0], &spans[1..]);
    let again = again.iter().filter(|span| **span != first).take(REPEATED);
    again.fold(report::unknown_param(first, name, help), |finding, span| finding.related(*span, "again here"))
}

/// Returns the name that a placeholder was probably meant to have.
fn near<'n>(name: &str, names: &[&'n str]) -> Option<Near<'n>> {
    // A placeholder has no format, as in `{n:?}`.
    let bare = name.split([':', '!', ',']).next().unwrap_or(name).trim();
    match names.iter().find(|known| **known == bare) {
        Some(word) => Some(Near { word, alone: false }),
        None => nearest(name, names.iter().copied()),
    }
}

/// Returns `true` if the brace at `at` is next to the whole name, as in `{name` or `name}`.
fn half_written(text: &str, brace: char, at: usize, name: &str) -> bool {
    let beyond = match brace {
        '{' => text[at + 1..].strip_prefix(name).map(|rest| rest.chars().next()),
        _ => text[..at].strip_suffix(name).map(|rest| rest.chars().next_back()),
    };
    beyond.is_some_and(|next| !next.is_some_and(|c| c == '_' || c.is_alphanumeric()))
}

/// Replaces every placeholder. Returns `None` if one has no value.
pub(super) fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    pieces(text).into_iter().try_fold(String::new(), |mut filled, piece| {
        match piece {
            Piece::Text(more) => filled.push_str(more),
            Piece::Brace(brace) | Piece::Lone { brace, .. } => filled.push(brace),
            Piece::Placeholder { name, .. } => filled.push_str(&value(name)?),
        }
        Some(filled)
    })
}

/// Returns the span of a part of a text. It is exact if the text appears unescaped in the source,
/// else the span of the whole text.
pub(super) fn within(sources: &Sources, text: &Text, at: usize, length: usize) -> Span {
    let written = sources.slice(text.span);
    let quoted = written.get(1..written.len().saturating_sub(1));
    let before = match () {
        () if written == text.value => 0,
        () if quoted == Some(&text.value) => 1,
        () => return text.span,
    };
    let offset = |at: usize| u32::try_from(at + before).unwrap_or(u32::MAX);
    Span { start: text.span.start + offset(at), end: text.span.start + offset(at + length), ..text.span }
}
