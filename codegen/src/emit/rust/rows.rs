//! Tables as finished text: numbers in lines, texts in blobs.
//!
//! A number of a list takes rustc as long as a hundred bytes of a string. So places of texts, which are most of all numbers, are strings of bytes, and
//! so is what fits into one byte each; statuses and larger numbers are read as they are.

use std::fmt::Display;

use super::literal;

/// Eight numbers of four bytes.
const BYTES_A_LINE: usize = 32;

/// A table of texts that every row has.
pub(super) fn texts<'t>(name: &str, mut rows: impl Iterator<Item = &'t str>) -> String {
    table_of_texts(name, &mut rows, 0)
}

/// A table of texts that every row has, and so many bytes after them, for who reads more than a text.
pub(super) fn padded_texts<'t>(name: &str, mut rows: impl Iterator<Item = &'t str>, more: usize) -> String {
    table_of_texts(name, &mut rows, more)
}

/// A table of numbers below `count`, in the smallest type that takes them.
pub(super) fn below(name: &str, count: usize, rows: impl IntoIterator<Item = usize>) -> String {
    let byte = |row| u8::try_from(row).unwrap_or_else(|_| unreachable!("{row} is not below {count}"));
    match count {
        0..=0x100 => table_of_bytes(name, &rows.into_iter().map(byte).collect::<Vec<u8>>()),
        0x101..=0x1_0000 => integers(name, "u16", rows),
        _ => integers(name, "u32", rows),
    }
}

/// A table of numbers.
pub(super) fn integers<N: Display>(name: &str, ty: &str, rows: impl IntoIterator<Item = N>) -> String {
    table_of_integers(name, ty, &mut rows.into_iter().map(|row| row.to_string()))
}

fn table_of_texts(name: &str, rows: &mut dyn Iterator<Item = &str>, more: usize) -> String {
    let mut blob = String::new();
    let mut ends = four_bytes(0).to_vec();
    let mut end = 0;
    for row in rows {
        if !row.is_empty() {
            literal::push_blob_line(&mut blob, row);
        }
        end += row.len();
        ends.extend(four_bytes(end));
    }
    if more > 0 {
        literal::push_blob_line(&mut blob, &"-".repeat(more));
    }
    with_places("Texts", name, &blob, &ends)
}

/// A blob and where the texts in it are, as four bytes a number.
pub(super) fn with_places(ty: &str, name: &str, blob: &str, places: &[u8]) -> String {
    let places = literal_of(places);
    format!(
        "pub(super) static {name}: ::errcat::table::{ty} = ::errcat::table::{ty}::new(\n\"\\\n{blob}\",\n{places},\n);\n"
    )
}

/// A place in a blob or the length of a text, as the tables hold it.
pub(super) fn four_bytes(number: usize) -> [u8; 4] {
    // What does not fit stands in a file of more than 4 GiB, which rustc refuses.
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn table_of_bytes(name: &str, rows: &[u8]) -> String {
    format!("pub(super) static {name}: [u8; {}] = *{};\n", rows.len(), literal_of(rows))
}

/// The literal of a string of bytes, in lines of readable length.
fn literal_of(bytes: &[u8]) -> String {
    let mut text = String::from("b\"\\\n");
    for line in bytes.chunks(BYTES_A_LINE) {
        for byte in line {
            literal::push_byte(&mut text, *byte);
        }
        text.push_str("\\\n");
    }
    text.push('"');
    text
}

fn table_of_integers(name: &str, ty: &str, rows: &mut dyn Iterator<Item = String>) -> String {
    let mut count = 0;
    let lines = in_lines(&mut rows.inspect(|_| count += 1));
    format!("pub(super) static {name}: [{ty}; {count}] = [\n{lines}];\n")
}

/// Values separated by commas, in lines of readable length.
pub(super) fn in_lines(values: &mut dyn Iterator<Item = String>) -> String {
    let mut text = String::new();
    let mut width = 0;
    for shown in values {
        if width == 0 {
            text.push_str("    ");
        } else if width + shown.len() > 100 {
            text.push_str("\n    ");
            width = 0;
        } else {
            text.push(' ');
        }
        width += shown.len() + 2;
        text.push_str(&shown);
        text.push(',');
    }
    if width > 0 {
        text.push('\n');
    }
    text
}
