//! Codes that source code writes in hexadecimal.

use errcat_build::unstable::value::Value;

use crate::draft::Draft;

/// Returns a code as it is written: with the number of its digits if it is hexadecimal.
pub(super) fn code(number: i64, digits: Option<usize>) -> Value {
    match digits {
        Some(digits) if number >= 0 && digits <= 16 => Value::Number(format!("0x{number:0digits$X}")),
        _ => Value::number(number),
    }
}

/// Decides about codes that are written in hexadecimal. They stay so if all codes have the same number
/// of digits, at least two. Otherwise they are plain numbers.
pub(super) fn settle(draft: &mut Draft) {
    let mut codes = Vec::new();
    for row in draft.sections.iter_mut().flat_map(|section| &mut section.rows) {
        codes.extend(row.fields.iter_mut().filter(|(name, _)| name == "code").map(|(_, value)| value));
    }
    let digits = |value: &Value| match value {
        Value::Number(number) => number.strip_prefix("0x").map(str::len),
        _ => None,
    };
    let first = codes.first().and_then(|code| digits(code)).filter(|digits| *digits > 1);
    let is_kept = first.is_some() && codes.iter().all(|code| digits(code) == first);
    for code in codes {
        let Value::Number(number) = code else { continue };
        let Some(hex) = number.strip_prefix("0x") else { continue };
        *code = match i64::from_str_radix(hex, 16) {
            Ok(number) if !is_kept => Value::number(number),
            _ => Value::Text(number.clone()),
        };
    }
}
