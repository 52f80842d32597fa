//! Reads values without a declared kind: those of `x-` keys.

use super::super::yaml::{Node, NodeKind};
use super::{entries, value};
use crate::diag::Findings;
use crate::source::Spanned;
use crate::value::Value;

/// Reads any value.
pub(super) fn anything(node: &Node, findings: &mut Findings) -> Value {
    match &node.kind {
        NodeKind::Absent | NodeKind::Refused => Value::Null,
        NodeKind::Plain(word) => match word.as_str() {
            word if value::is_null(word) => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            word if is_number(word) => Value::Number(word.to_owned()),
            word => Value::Text(word.to_owned()),
        },
        NodeKind::Quoted(text) => Value::Text(text.clone()),
        NodeKind::List(items) => Value::List(items.iter().map(|item| anything(item, findings)).collect()),
        NodeKind::Map(_) => {
            let map = entries::map(node, findings).unwrap_or_default();
            let named =
                |(key, node): (Spanned<&str>, &Node)| (key.value.to_owned(), anything(node, findings));
            Value::Map(map.into_iter().map(named).collect())
        }
    }
}

/// Returns whether `word` is a number in JSON.
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
    value::is_decimal(whole)
        && !whole.is_empty()
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
