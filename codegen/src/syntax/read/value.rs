//! Single values: each function takes a node and gives what it holds, or reports what it should hold.

use super::super::ast::Text;
use super::super::report;
use super::super::yaml::{Kind, Node};
use crate::diag::{Finding, Findings, Fix};
use crate::format::limits::LONGEST_CODE;
use crate::format::vocabulary::Term;
use crate::source::Spanned;
use crate::text::nearest::nearest;
use crate::text::quote::double_quoted;
use crate::value::Value;

/// Reports that `node` is not what was wanted.
pub(super) fn refuse<T>(node: &Node, wanted: &str, findings: &mut Findings) -> Option<T> {
    report(node, wanted, findings);
    None
}

fn report(node: &Node, wanted: &str, findings: &mut Findings) {
    let found = match &node.kind {
        Kind::Refused => return,
        Kind::Absent => "nothing".to_owned(),
        Kind::Plain(word) if word.chars().count() <= 40 && !word.contains('\n') => format!("`{word}`"),
        Kind::Plain(_) => "a text".to_owned(),
        Kind::Quoted(_) => "a text in quotes".to_owned(),
        Kind::List(_) => "a list".to_owned(),
        Kind::Map(_) => "a map".to_owned(),
    };
    let help = matches!(node.kind, Kind::Absent).then(|| "give the key a value, or leave it out".to_owned());
    findings.push(report::wrong_type(node.span, wanted, &found).maybe_help(help));
}

fn is_null(word: &str) -> bool {
    matches!(word, "~" | "null" | "Null" | "NULL")
}

/// The source text of a scalar, whatever another reader would make of it.
pub(super) fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Plain(text) | Kind::Quoted(text) => Some(text),
        _ => None,
    }
}

/// Any text, `no` and `08E01` included, but not a plain `null`.
pub(super) fn text(node: &Node, findings: &mut Findings) -> Option<Text> {
    match &node.kind {
        Kind::Plain(word) if is_null(word) => {
            let help = format!(
                "leave the key out if there is no text, or write {} if that is the text",
                double_quoted(word)
            );
            findings.push(report::wrong_type(node.span, "a text", &format!("`{word}`")).help(help));
            None
        }
        Kind::Plain(text) | Kind::Quoted(text) => Some(Spanned::new(text.clone(), node.span)),
        Kind::List(_) | Kind::Map(_) => {
            let found = if matches!(node.kind, Kind::List(_)) { "a list" } else { "a map" };
            findings.push(suggest_quotes(report::wrong_type(node.span, "a text", found), node));
            None
        }
        Kind::Absent | Kind::Refused => refuse(node, "a text", findings),
    }
}

/// Shows how a list or map looks as a text, and offers to make one of a placeholder alone, as in `{name}`.
pub(super) fn suggest_quotes(finding: Finding, node: &Node) -> Finding {
    let Some(written) = &node.written else {
        return finding.help("a text that begins with `[` or `{` needs quotes around it");
    };
    let quoted = double_quoted(written);
    let finding = finding.help(format!("put it in quotes if it is a text: {quoted}"));
    match &node.kind {
        Kind::Map(entries) if matches!(entries.as_slice(), [(_, Node { kind: Kind::Absent, .. })]) => {
            finding.fix(Fix::replace("put the text in quotes", node.span, quoted))
        }
        _ => finding,
    }
}

/// `true` or `false`.
pub(super) fn boolean(node: &Node, findings: &mut Findings) -> Option<Spanned<bool>> {
    match &node.kind {
        Kind::Plain(word) if word == "true" => Some(Spanned::new(true, node.span)),
        Kind::Plain(word) if word == "false" => Some(Spanned::new(false, node.span)),
        _ => refuse(node, "`true` or `false`", findings),
    }
}

/// A whole number in decimal: what a process can exit with.
pub(super) fn exit_code(node: &Node, findings: &mut Findings) -> Option<Spanned<u8>> {
    let number = match &node.kind {
        Kind::Plain(word) if is_decimal(word) => word.parse().ok(),
        _ => None,
    };
    match number {
        Some(number) => Some(Spanned::new(number, node.span)),
        None => refuse(node, "a whole number from 0 to 255", findings),
    }
}

/// Digits without a leading zero.
fn is_decimal(word: &str) -> bool {
    word == "0" || (!word.starts_with('0') && word.bytes().all(|b| b.is_ascii_digit()))
}

/// A word of one of the format's vocabularies.
pub(super) fn term<T: Term>(node: &Node, findings: &mut Findings) -> Option<Spanned<T>> {
    let word = word(node, T::NAME, T::WORDS, findings)?;
    T::parse(word).map(|term| Spanned::new(term, node.span))
}

/// One of a few words, which together are called `wanted`.
pub(super) fn word(
    node: &Node,
    wanted: &str,
    words: &[&'static str],
    findings: &mut Findings,
) -> Option<&'static str> {
    let Some(found) = scalar(node) else { return refuse(node, wanted, findings) };
    let known = words.iter().find(|word| **word == found);
    if known.is_none() {
        findings.push(no_term(node, found, wanted, words));
    }
    known.copied()
}

fn no_term(node: &Node, word: &str, wanted: &str, words: &[&str]) -> Finding {
    let all = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let finding = report::wrong_type(node.span, wanted, &format!("`{word}`"));
    match nearest(word, words.iter().copied()) {
        Some(near) => {
            let help = format!("did you mean `{}`? It is one of {all}", near.word);
            finding.meant(node.span, near).help(help)
        }
        None => finding.help(format!("write one of {all}")),
    }
}

/// The items of a list, each read by `item`.
pub(super) fn list<T>(
    node: &Node,
    wanted: &str,
    findings: &mut Findings,
    mut item: impl FnMut(&Node, &mut Findings) -> Option<T>,
) -> Option<Vec<T>> {
    match &node.kind {
        Kind::List(items) => Some(items.iter().filter_map(|node| item(node, findings)).collect()),
        _ => refuse(node, wanted, findings),
    }
}

/// The node, unless it is a list or map of more than `most` entries, which is reported.
pub(super) fn at_most<'n>(
    most: usize,
    place: &str,
    node: &'n Node,
    findings: &mut Findings,
) -> Option<&'n Node> {
    let length = match &node.kind {
        Kind::List(items) => items.len(),
        Kind::Map(entries) => entries.len(),
        _ => 0,
    };
    if length <= most {
        return Some(node);
    }
    findings.push(report::too_many_entries(node.span, place, most));
    None
}

/// A code that stands as a value: its source text, whatever YAML would make of it.
pub(super) fn code(node: &Node, findings: &mut Findings) -> Option<Text> {
    let Some(code) = scalar(node) else { return refuse(node, "a code", findings) };
    code_at(&Spanned::new(code, node.span), findings)
}

/// A code, unless it is too long for one.
pub(super) fn code_at(code: &Spanned<&str>, findings: &mut Findings) -> Option<Text> {
    if code.len() > LONGEST_CODE {
        findings.push(report::too_long_code(code.span));
        return None;
    }
    Some(Spanned::new(code.value.to_owned(), code.span))
}

/// A list of texts.
pub(super) fn texts(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    list(node, "a list of texts", findings, text)
}

/// One text, or a list of them.
pub(super) fn text_or_texts(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    match node.kind {
        Kind::List(_) => texts(node, findings),
        _ => text(node, findings).map(|one| vec![one]),
    }
}

/// Anything: the value of an `x-…` key.
pub(super) fn anything(node: &Node, findings: &mut Findings) -> Value {
    match &node.kind {
        Kind::Absent | Kind::Refused => Value::Null,
        Kind::Plain(word) => match word.as_str() {
            word if is_null(word) => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            word if is_number(word) => Value::Number(word.to_owned()),
            word => Value::Text(word.to_owned()),
        },
        Kind::Quoted(text) => Value::Text(text.clone()),
        Kind::List(items) => Value::List(items.iter().map(|item| anything(item, findings)).collect()),
        Kind::Map(_) => {
            let entries = super::fields::map(node, findings).unwrap_or_default();
            let named =
                |(key, node): (Spanned<&str>, &Node)| (key.value.to_owned(), anything(node, findings));
            Value::Map(entries.into_iter().map(named).collect())
        }
    }
}

/// A number as JSON writes it: sign, digits without a leading zero, fraction, exponent.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    is_decimal(whole)
        && !whole.is_empty()
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
