//! Reads comma- and tab-separated values.

use errcat_build::unstable::value::Value;

use crate::columns::is_known;
use crate::draft::{Draft, Row, Section};
use crate::failure::Failure;
use crate::words::words;

/// Reads a table. Empty cells are absent values.
pub(crate) fn read(text: &str, tabs: bool) -> Result<Draft, Failure> {
    let delimiter = if tabs { b'\t' } else { delimiter(text) };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut draft = Draft::default();
    let mut section = Section::default();
    let mut header: Option<Vec<String>> = None;
    let mut last = (0, 1);
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            Failure::at(usize::try_from(line).unwrap_or(1), "the table cannot be read from here")
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let line = usize::try_from(line).unwrap_or(1);
        let start = record.position().map_or(0, csv::Position::byte);
        last = (usize::try_from(start).unwrap_or_default(), line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(names) = &header else {
            header = Some(names(&record, line)?);
            continue;
        };
        let mut row = Row::new(line);
        for (name, cell) in names.iter().zip(&record) {
            if !cell.is_empty() {
                row.push(name.clone(), Value::Text(cell.to_owned()));
            }
        }
        if record.len() > names.len() {
            draft.note(
                line,
                format!("the row has {} cells, but there are {} columns", record.len(), names.len()),
            );
        }
        section.rows.push(row);
    }
    if header.is_none() {
        return Err(Failure::new("the table has no header"));
    }
    let (start, line) = last;
    if ends_in_quotes(text.get(start..).unwrap_or_default(), delimiter) {
        return Err(Failure::at(
            line,
            "the file ends inside a quoted text of this row; it seems to be cut off",
        ));
    }
    if section.rows.is_empty() {
        return Err(Failure::new("the table has a header, but no rows"));
    }
    draft.sections.push(section);
    Ok(draft)
}

/// Returns `true` if the last row ends inside quotation marks: if a line after it would belong to it.
fn ends_in_quotes(row: &str, delimiter: u8) -> bool {
    let longer = format!("{row}\nx");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(longer.as_bytes());
    reader.records().count() < 2
}

fn names(header: &csv::StringRecord, line: usize) -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = Vec::new();
    for (index, cell) in header.iter().enumerate() {
        let name = match cell.trim() {
            "" => format!("column {}", index + 1),
            name => name.to_owned(),
        };
        if names.contains(&name) {
            return Err(Failure::at(line, format!("two columns have the name `{name}`")));
        }
        names.push(name);
    }
    if !names.iter().any(|name| is_known(&words(name))) && names.iter().any(|name| name.len() > 60) {
        return Err(Failure::at(line, "the first line does not name columns"));
    }
    Ok(names)
}

/// Returns the delimiter that occurs most in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    if count(b';') > count(b',') { b';' } else { b',' }
}
