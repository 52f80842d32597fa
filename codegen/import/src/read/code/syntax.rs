//! Functions on syntax trees and literals that all languages share.

use tree_sitter::Node;

/// Returns the text of a node.
pub(super) fn text<'s>(node: Node<'_>, source: &'s str) -> &'s str {
    source.get(node.byte_range()).unwrap_or_default()
}

/// Returns the named children without comments.
pub(super) fn children(node: Node<'_>) -> Vec<Node<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|child| child.kind() != "comment").collect()
}

/// Returns the named children with their comments: the lines directly above one, or else the
/// comment after it on its line.
pub(super) fn commented<'t>(node: Node<'t>, source: &str) -> Vec<(Node<'t>, String)> {
    let mut cursor = node.walk();
    let mut found: Vec<(Node<'t>, String)> = Vec::new();
    let mut above: Vec<String> = Vec::new();
    let mut end = 0;
    for child in node.named_children(&mut cursor) {
        let is_after = found.last().is_some_and(|(last, _)| ends_in(*last) == child.start_position().row);
        let is_adjacent = child.start_position().row <= end + 1;
        if !is_adjacent {
            above.clear();
        }
        if child.kind() != "comment" {
            found.push((child, std::mem::take(&mut above).join("\n").trim().to_owned()));
        } else if is_after && above.is_empty() {
            if let Some((_, comment)) = found.last_mut().filter(|(_, comment)| comment.is_empty()) {
                stripped(text(child, source)).join("\n").trim().clone_into(comment);
            }
        } else {
            above.extend(stripped(text(child, source)));
        }
        end = ends_in(child);
    }
    found
}

/// Returns the row in which a node ends. Some nodes end with their line break.
fn ends_in(node: Node<'_>) -> usize {
    let end = node.end_position();
    if end.column == 0 && end.row > node.start_position().row { end.row - 1 } else { end.row }
}

/// The starts of comments that speak to tools.
const DIRECTIVES: [&str; 12] = [
    "fmt:",
    "noqa",
    "type:",
    "pylint:",
    "ruff:",
    "eslint",
    "prettier-ignore",
    "biome-ignore",
    "@ts-",
    "nolint",
    "go:",
    "pragma:",
];

/// Returns the lines of a comment without its marks. What speaks to tools has none.
fn stripped(comment: &str) -> Vec<String> {
    let comment = comment.trim();
    let inner = comment.trim_start_matches(['/', '*', '#', ' ']);
    if DIRECTIVES.iter().any(|directive| inner.starts_with(directive)) {
        return Vec::new();
    }
    if let Some(inner) = comment.strip_prefix("/*").and_then(|inner| inner.strip_suffix("*/")) {
        let line = |line: &str| {
            let line = line.trim();
            line.strip_prefix('*').unwrap_or(line).trim().to_owned()
        };
        return inner.trim_start_matches('*').lines().map(line).collect();
    }
    let line = comment.trim_start_matches('/').trim_start_matches('#');
    vec![line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()]
}

/// Returns the line of a node, from 1.
pub(super) fn line(node: Node<'_>) -> usize {
    node.start_position().row + 1
}

/// Replaces the escapes that the languages share. Returns `None` for an invalid one.
pub(super) fn unescaped(inner: &str) -> Option<String> {
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next()? {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            '0' => text.push('\0'),
            '\n' => {}
            'x' => text.push(char::from_u32(digits(&mut chars, 2)?)?),
            'u' if chars.as_str().starts_with('{') => {
                let (number, rest) = chars.as_str()[1..].split_once('}')?;
                text.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
                chars = rest.chars();
            }
            'u' => {
                let first = digits(&mut chars, 4)?;
                match char::from_u32(first) {
                    Some(c) => text.push(c),
                    // The first half of a surrogate pair.
                    None => {
                        chars = chars.as_str().strip_prefix("\\u")?.chars();
                        let pair = [u16::try_from(first).ok()?, u16::try_from(digits(&mut chars, 4)?).ok()?];
                        text.push(char::decode_utf16(pair).next()?.ok()?);
                    }
                }
            }
            'U' => text.push(char::from_u32(digits(&mut chars, 8)?)?),
            other => text.push(other),
        }
    }
    Some(text)
}

fn digits(chars: &mut std::str::Chars<'_>, count: usize) -> Option<u32> {
    let digits: String = chars.take(count).collect();
    if digits.len() < count { None } else { u32::from_str_radix(&digits, 16).ok() }
}

/// Parses a whole number. Returns the number of its digits, too, if it is written in hexadecimal.
pub(super) fn integer(written: &str) -> Option<(i64, Option<usize>)> {
    let written = written.replace('_', "").to_lowercase();
    let written = written.strip_suffix('n').unwrap_or(&written);
    let in_base = |mark: &str, base: u32| {
        written.strip_prefix(mark).map(|digits| (i64::from_str_radix(digits, base).ok(), digits.len()))
    };
    if let Some((number, digits)) = in_base("0x", 16) {
        return Some((number?, Some(digits)));
    }
    let (number, _) = in_base("0o", 8)
        .or_else(|| in_base("0b", 2))
        .unwrap_or_else(|| (written.parse().ok(), written.len()));
    Some((number?, None))
}

/// Returns the status that a library names: `StatusNotFound`, `NOT_FOUND`, `HTTP_404_NOT_FOUND`.
pub(super) fn status(name: &str) -> Option<u16> {
    const NAMES: [(&str, u16); 46] = [
        ("ok", 200),
        ("created", 201),
        ("accepted", 202),
        ("nocontent", 204),
        ("movedpermanently", 301),
        ("found", 302),
        ("seeother", 303),
        ("notmodified", 304),
        ("badrequest", 400),
        ("unauthorized", 401),
        ("paymentrequired", 402),
        ("forbidden", 403),
        ("notfound", 404),
        ("methodnotallowed", 405),
        ("notacceptable", 406),
        ("proxyauthrequired", 407),
        ("requesttimeout", 408),
        ("conflict", 409),
        ("gone", 410),
        ("lengthrequired", 411),
        ("preconditionfailed", 412),
        ("requestentitytoolarge", 413),
        ("payloadtoolarge", 413),
        ("contenttoolarge", 413),
        ("requesturitoolong", 414),
        ("unsupportedmediatype", 415),
        ("requestedrangenotsatisfiable", 416),
        ("expectationfailed", 417),
        ("teapot", 418),
        ("imateapot", 418),
        ("misdirectedrequest", 421),
        ("unprocessableentity", 422),
        ("unprocessablecontent", 422),
        ("locked", 423),
        ("faileddependency", 424),
        ("tooearly", 425),
        ("upgraderequired", 426),
        ("preconditionrequired", 428),
        ("toomanyrequests", 429),
        ("unavailableforlegalreasons", 451),
        ("internalservererror", 500),
        ("notimplemented", 501),
        ("badgateway", 502),
        ("serviceunavailable", 503),
        ("gatewaytimeout", 504),
        ("insufficientstorage", 507),
    ];
    let name = name.strip_prefix("Status").unwrap_or(name).replace('_', "").to_lowercase();
    if let Some(rest) = name.strip_prefix("http")
        && let Some(status) = rest.get(..3).and_then(|digits| digits.parse().ok())
    {
        return (100..600).contains(&status).then_some(status);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, status)| *status)
}

/// Returns the first node that could not be parsed.
pub(super) fn first_mistake(root: Node<'_>) -> Option<Node<'_>> {
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        if node.is_error() || node.is_missing() {
            return Some(node);
        }
        if node.has_error() {
            let mut cursor = node.walk();
            let children: Vec<Node<'_>> = node.children(&mut cursor).collect();
            pending.extend(children.into_iter().rev());
        }
    }
    None
}
