//! Reads codes that are numbers.

/// Returns the number that a text stands for: decimal digits without a leading zero, with a minus
/// sign for negative numbers, or hexadecimal digits after `0x`.
#[inline]
#[must_use]
pub const fn number(text: &str) -> Option<i64> {
    match text.as_bytes() {
        [b'0', b'x' | b'X', digits @ ..] => digits_of(digits, 16, false),
        b"0" => Some(0),
        [b'-', digits @ ..] => match digits {
            [b'1'..=b'9', ..] => digits_of(digits, 10, true),
            _ => None,
        },
        digits => match digits {
            [b'1'..=b'9', ..] => digits_of(digits, 10, false),
            _ => None,
        },
    }
}

/// Like [`number`], but a hexadecimal text must have one of these numbers of digits.
#[inline]
#[must_use]
pub const fn number_of_width(text: &str, widths: &[usize]) -> Option<i64> {
    if let [b'0', b'x' | b'X', digits @ ..] = text.as_bytes() {
        let mut i = 0;
        while i < widths.len() && widths[i] != digits.len() {
            i += 1;
        }
        if i == widths.len() {
            return None;
        }
    }
    number(text)
}

#[inline]
const fn digits_of(digits: &[u8], radix: u32, negative: bool) -> Option<i64> {
    if digits.is_empty() {
        return None;
    }
    let (mut number, mut i) = (0_i64, 0);
    while i < digits.len() {
        let Some(digit) = (digits[i] as char).to_digit(radix) else { return None };
        let Some(more) = number.checked_mul(radix as i64) else { return None };
        let sum = if negative { more.checked_sub(digit as i64) } else { more.checked_add(digit as i64) };
        let Some(sum) = sum else { return None };
        number = sum;
        i += 1;
    }
    Some(number)
}

/// Returns the row of a number. `rows` are pairs of number and row, sorted by number.
#[inline]
#[must_use]
pub const fn row_of_number(rows: &[(i64, u32)], wanted: i64) -> Option<usize> {
    let (mut start, mut end) = (0, rows.len());
    while start < end {
        let middle = start + (end - start) / 2;
        let (number, row) = rows[middle];
        if number == wanted {
            return Some(row as usize);
        }
        if number < wanted {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    None
}
