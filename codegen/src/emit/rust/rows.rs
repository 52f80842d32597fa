//! Tables as finished text: numbers in lines, texts in blobs.

use std::fmt::Display;

use super::literal;

/// A table of texts that every row has.
pub(super) fn texts<'t>(name: &str, mut rows: impl Iterator<Item = &'t str>) -> String {
    table_of_texts(name, &mut rows, 0)
}

/// A table of texts that every row has, and so many bytes after them, for who reads more than a text.
pub(super) fn padded_texts<'t>(name: &str, mut rows: impl Iterator<Item = &'t str>, more: usize) -> String {
    table_of_texts(name, &mut rows, more)
}

/// A table of numbers.
pub(super) fn integers<N: Display>(name: &str, ty: &str, rows: impl IntoIterator<Item = N>) -> String {
    table_of_integers(name, ty, &mut rows.into_iter().map(|row| row.to_string()))
}

fn table_of_texts(name: &str, rows: &mut dyn Iterator<Item = &str>, more: usize) -> String {
    let mut blob = String::new();
    let mut ends = vec![0];
    let mut end = 0;
    for row in rows {
        if !row.is_empty() {
            literal::push_blob_line(&mut blob, row);
        }
        end += row.len();
        ends.push(end);
    }
    if more > 0 {
        literal::push_blob_line(&mut blob, &"-".repeat(more));
    }
    let ends = in_lines(&mut ends.iter().map(usize::to_string));
    format!(
        "pub(super) static {name}: ::errcat_runtime::table::Texts = ::errcat_runtime::table::Texts::new(\n\"\\\n{blob}\",\n&[\n{ends}],\n);\n"
    )
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

/// The smallest type of number that can count below `count`.
pub(super) fn smallest(count: usize) -> &'static str {
    match count {
        0..=0x100 => "u8",
        0x101..=0x1_0000 => "u16",
        _ => "u32",
    }
}
