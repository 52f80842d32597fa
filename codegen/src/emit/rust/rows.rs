//! Tables as finished text: numbers in lines, texts in blobs.

use super::literal;

/// A table of texts that every row has.
pub(super) fn texts<'t>(name: &str, rows: impl Iterator<Item = &'t str>) -> String {
    let mut blob = String::new();
    let mut ends = vec![0];
    let mut end = 0;
    for row in rows {
        if !row.is_empty() {
            blob.push_str(&literal::blob_line(row));
        }
        end += row.len();
        ends.push(end);
    }
    let ends = numbers_in_lines(ends);
    format!(
        "pub(super) static {name}: ::errcat_runtime::table::Texts = ::errcat_runtime::table::Texts::new(\n\"\\\n{blob}\",\n&[\n{ends}],\n);\n"
    )
}

/// A table of numbers.
pub(super) fn integers<N: ToString>(name: &str, ty: &str, rows: impl IntoIterator<Item = N>) -> String {
    let rows: Vec<String> = rows.into_iter().map(|row| row.to_string()).collect();
    let count = rows.len();
    format!("pub(super) static {name}: [{ty}; {count}] = [\n{}];\n", in_lines(rows))
}

fn numbers_in_lines(numbers: Vec<usize>) -> String {
    in_lines(numbers.into_iter().map(|number| number.to_string()).collect())
}

/// Values separated by commas, in lines of readable length.
pub(super) fn in_lines(values: Vec<String>) -> String {
    let mut text = String::new();
    let mut width = 0;
    for value in values {
        if width == 0 {
            text.push_str("    ");
        } else if width + value.len() > 100 {
            text.push_str("\n    ");
            width = 0;
        } else {
            text.push(' ');
        }
        width += value.len() + 2;
        text.push_str(&value);
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
