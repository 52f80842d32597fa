//! Reads single values. Each function returns the value of a node, or reports the expected kind.

use super::super::ast::Text;
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use crate::diag::{Finding, Findings, Fix};
use crate::format::keys::TextForm;
use crate::format::limits::LONGEST_CODE;
use crate::format::synonyms;
use crate::format::vocabulary::{FactType, Scalar, Term};
use crate::source::Spanned;
use crate::text::nearest::nearest;
use crate::text::quote::double_quoted;

/// Reports that `node` is not a value of the expected kind.
pub(super) fn refuse<T>(node: &Node, wanted: &str, findings: &mut Findings) -> Option<T> {
    findings.extend(unexpected(node, wanted));
    None
}

/// The help for a key without a value.
pub(super) const ABSENT: &str = "give the key a value, or leave it out";

/// Returns the finding for a value that is not of the expected kind, unless it has been reported.
pub(super) fn unexpected(node: &Node, wanted: &str) -> Option<Finding> {
    let found = match &node.kind {
        NodeKind::Refused => return None,
        NodeKind::Absent => "nothing".to_owned(),
        NodeKind::Plain(word) if word.chars().count() <= 40 && !word.contains('\n') => format!("`{word}`"),
        NodeKind::Plain(_) => "a text".to_owned(),
        NodeKind::Quoted(_) => "a text in quotes".to_owned(),
        NodeKind::List(_) => "a list".to_owned(),
        NodeKind::Map(_) => "a map".to_owned(),
    };
    let help = matches!(node.kind, NodeKind::Absent).then(|| ABSENT.to_owned());
    Some(report::wrong_type(node.span, wanted, &found).maybe_help(help))
}

pub(super) fn is_null(word: &str) -> bool {
    matches!(word, "~" | "null" | "Null" | "NULL")
}

/// Returns the source text of a scalar, regardless of the type it has in YAML.
pub(super) fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Plain(text) | NodeKind::Quoted(text) => Some(text),
        _ => None,
    }
}

/// Reads a text: any scalar, including `no` and `08E01`, except an unquoted `null`.
pub(super) fn text(node: &Node, findings: &mut Findings) -> Option<Text> {
    match &node.kind {
        NodeKind::Plain(word) if is_null(word) => {
            let help = format!(
                "leave the key out if there is no text, or write {} if that is the text",
                double_quoted(word)
            );
            findings.push(report::wrong_type(node.span, "a text", &format!("`{word}`")).help(help));
            None
        }
        NodeKind::Plain(text) | NodeKind::Quoted(text) => Some(Spanned::new(text.clone(), node.span)),
        NodeKind::List(_) | NodeKind::Map(_) => {
            let found = if matches!(node.kind, NodeKind::List(_)) { "a list" } else { "a map" };
            findings.push(suggest_quotes(report::wrong_type(node.span, "a text", found), node));
            None
        }
        NodeKind::Absent | NodeKind::Refused => refuse(node, "a text", findings),
    }
}

/// Adds the quoted form of a list or map that may be meant as a text. A placeholder alone, as in
/// `{name}`, gets a fix.
pub(super) fn suggest_quotes(finding: Finding, node: &Node) -> Finding {
    let Some(written) = &node.written else {
        return finding.help("a text that begins with `[` or `{` needs quotes around it");
    };
    let quoted = double_quoted(written);
    let finding = finding.help(format!("put it in quotes if it is a text: {quoted}"));
    match &node.kind {
        NodeKind::Map(entries)
            if matches!(entries.as_slice(), [(_, Node { kind: NodeKind::Absent, .. })]) =>
        {
            finding.fix(Fix::replace("put the text in quotes", node.span, quoted))
        }
        _ => finding,
    }
}

/// Reads `true` or `false`.
pub(super) fn boolean(node: &Node, findings: &mut Findings) -> Option<Spanned<bool>> {
    match &node.kind {
        NodeKind::Plain(word) if word == "true" => Some(Spanned::new(true, node.span)),
        NodeKind::Plain(word) if word == "false" => Some(Spanned::new(false, node.span)),
        NodeKind::Plain(word) | NodeKind::Quoted(word) => {
            let meant = match word.to_lowercase().as_str() {
                "true" | "yes" | "on" | "y" | "1" => Some("write `true`"),
                "false" | "no" | "off" | "n" | "0" => Some("write `false`"),
                _ => None,
            };
            let without = if matches!(node.kind, NodeKind::Quoted(_)) { " without quotes" } else { "" };
            let help = meant.map(|meant| format!("{meant}{without}"));
            let finding = unexpected(node, "`true` or `false`");
            findings.extend(finding.map(|finding| finding.maybe_help(help)));
            None
        }
        _ => refuse(node, "`true` or `false`", findings),
    }
}

/// Reads the exit status of a process, from 0 to 255.
pub(super) fn exit_code(node: &Node, findings: &mut Findings) -> Option<Spanned<u8>> {
    let number = integer(node, 0, u8::MAX.into(), findings)?;
    Some(Spanned::new(u8::try_from(number).ok()?, node.span))
}

/// Reads a decimal integer from `least` to `most`.
pub(super) fn integer(node: &Node, least: u64, most: u64, findings: &mut Findings) -> Option<u64> {
    let number: Option<u64> = match &node.kind {
        NodeKind::Plain(word) if is_decimal(word) => word.parse().ok(),
        _ => None,
    };
    match number.filter(|number| (least..=most).contains(number)) {
        Some(number) => Some(number),
        None => no_number(node, &format!("a whole number from {least} to {most}"), findings),
    }
}

/// Reports that `node` is not a number.
pub(super) fn no_number<T>(node: &Node, wanted: &str, findings: &mut Findings) -> Option<T> {
    let help = match &node.kind {
        NodeKind::Quoted(word) if word.parse::<i64>().is_ok() => {
            Some(format!("write `{word}` without quotes"))
        }
        _ => None,
    };
    findings.extend(unexpected(node, wanted).map(|finding| finding.maybe_help(help)));
    None
}

/// Returns whether `word` consists of digits without a leading zero.
pub(super) fn is_decimal(word: &str) -> bool {
    word == "0" || (!word.starts_with('0') && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads a word of a vocabulary.
pub(super) fn term<T: Term>(node: &Node, findings: &mut Findings) -> Option<Spanned<T>> {
    let position = word(node, T::NAME, T::WORDS, findings)?;
    T::ALL.get(position).map(|term| Spanned::new(*term, node.span))
}

/// Reads one of `words` and returns its position.
pub(super) fn word(node: &Node, what: &str, words: &[&str], findings: &mut Findings) -> Option<usize> {
    let Some(word) = scalar(node) else {
        let help = format!("write one of {}", listed(words));
        findings.extend(unexpected(node, what).map(|finding| finding.help(help)));
        return None;
    };
    let position = words.iter().position(|known| *known == word);
    if position.is_none() {
        findings.push(no_term(node, word, what, words));
    }
    position
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn no_term(node: &Node, word: &str, wanted: &str, words: &[&str]) -> Finding {
    let all = listed(words);
    let finding = report::wrong_type(node.span, wanted, &format!("`{word}`"));
    if let Some(meant) = synonyms::of_type(word).filter(|_| wanted == Scalar::NAME) {
        return finding
            .help(format!("did you mean `{meant}`? The types are {all}, lists `[…]` and maps of them"));
    }
    let meant = match wanted {
        FactType::NAME => synonyms::of_fact_type(word, FactType::WORDS),
        _ => synonyms::of_word(word, words),
    };
    if let Some(meant) = meant {
        return finding.help(format!("did you mean `{meant}`? It is one of {all}"));
    }
    if let Some((kind, ty)) = marked(word).filter(|_| wanted == Scalar::NAME) {
        let ty = synonyms::of_type(ty).filter(|meant| words.contains(meant)).unwrap_or(ty);
        // What is inside may be another mistake.
        let near = nearest(ty, words.iter().copied()).map_or("string", |near| near.word);
        let ty = if words.contains(&ty) { ty } else { near };
        return finding.help(match kind {
            Marked::Optional => {
                format!("write `{{ type: {ty}, optional: true }}` if the value may be missing")
            }
            Marked::List => format!("write `[{ty}]` for a list"),
        });
    }
    match nearest(word, words.iter().copied()) {
        Some(near) => {
            let help = format!("did you mean `{}`? It is one of {all}", near.word);
            finding.meant(node.span, near).help(help)
        }
        None => finding.help(format!("write one of {all}")),
    }
}

/// Returns `true` if a word is the name of a type, here or in a programming language.
pub(super) fn is_like_type(word: &str) -> bool {
    let ty = marked(word).map_or(word, |(_, ty)| ty);
    Scalar::parse(ty).is_some() || synonyms::of_type(ty).is_some()
}

/// What a programming language says about a type.
#[derive(Clone, Copy)]
enum Marked {
    Optional,
    List,
}

/// Returns the type inside of a form that programming languages have, such as `u8?`, `Option<u8>`,
/// `u8[]` or `Vec<u8>`.
fn marked(word: &str) -> Option<(Marked, &str)> {
    if let Some(ty) = word.strip_suffix('?') {
        return Some((Marked::Optional, ty));
    }
    if let Some(ty) = word.strip_suffix("[]").or_else(|| word.strip_prefix("[]")) {
        return Some((Marked::List, ty));
    }
    if word.starts_with('[') || (word.ends_with(']') && !word.contains('[')) {
        return Some((Marked::List, word.trim_matches(['[', ']'])));
    }
    let (outer, inner) = word.split_once(['<', '['])?;
    let kind = match outer.to_lowercase().as_str() {
        "option" | "optional" | "maybe" => Marked::Optional,
        "vec" | "list" | "array" | "set" | "slice" => Marked::List,
        _ => return None,
    };
    Some((kind, inner.trim_end_matches(['>', ']'])))
}

/// Reads the items of a list with `item`.
pub(super) fn list<T>(
    node: &Node,
    wanted: &str,
    findings: &mut Findings,
    mut item: impl FnMut(&Node, &mut Findings) -> Option<T>,
) -> Option<Vec<T>> {
    match &node.kind {
        NodeKind::List(items) => Some(items.iter().filter_map(|node| item(node, findings)).collect()),
        _ => refuse(node, wanted, findings),
    }
}

/// Returns the node, or reports that it has more than `most` entries.
pub(super) fn at_most<'n>(
    most: usize,
    place: &str,
    node: &'n Node,
    findings: &mut Findings,
) -> Option<&'n Node> {
    let length = match &node.kind {
        NodeKind::List(items) => items.len(),
        NodeKind::Map(entries) => entries.len(),
        _ => 0,
    };
    if length <= most {
        return Some(node);
    }
    findings.push(report::too_many_entries(node.span, place, most));
    None
}

/// Reads a text of a certain form.
pub(super) fn form(node: &Node, form: &TextForm, findings: &mut Findings) -> Option<Text> {
    let text = text(node, findings)?;
    if (form.holds)(&text) {
        return Some(text);
    }
    let short = text.chars().count() <= 40 && !text.contains(char::is_control);
    let found = match text.trim() {
        "" => "an empty text".to_owned(),
        _ if short => format!("`{}`", text.value),
        _ => "another text".to_owned(),
    };
    findings.push(report::wrong_type(text.span, form.what, &found).help(form.help));
    None
}

/// Reads a code in the place of a value, regardless of the type it has in YAML.
pub(super) fn code(node: &Node, findings: &mut Findings) -> Option<Text> {
    let Some(code) = scalar(node) else { return refuse(node, "a code", findings) };
    code_at(&Spanned::new(code, node.span), findings)
}

/// Returns the code, or reports that it is too long.
pub(super) fn code_at(code: &Spanned<&str>, findings: &mut Findings) -> Option<Text> {
    if code.len() > LONGEST_CODE {
        findings.push(report::too_long_code(code.span));
        return None;
    }
    Some(Spanned::new(code.value.to_owned(), code.span))
}

/// Reads a list of texts.
pub(super) fn texts(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    list(node, "a list of texts", findings, text)
}

/// Reads a text or a list of texts.
pub(super) fn text_or_texts(node: &Node, findings: &mut Findings) -> Option<Vec<Text>> {
    match node.kind {
        NodeKind::List(_) => texts(node, findings),
        _ => text(node, findings).map(|one| vec![one]),
    }
}
