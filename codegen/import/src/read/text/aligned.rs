//! Columns that are separated by tabs or several blanks, as in `errcodes.txt`.

use errcat_build::unstable::value::Value;

use super::lines::Lines;
use crate::columns::is_known;
use crate::draft::{Draft, Row, Section};
use crate::words::{is_code_like, is_token, numbered_title, words};

pub(super) fn read(lines: &Lines<'_>) -> Draft {
    let split: Vec<Vec<&str>> = lines.all.iter().map(|line| cells(line)).collect();
    let width = split.iter().map(Vec::len).max().unwrap_or_default();
    let mut draft = Draft::default();
    if width < 2 {
        return draft;
    }
    let mut header = named_in_comment(lines, width);
    let mut section = Section::default();
    for (at, cells) in split.iter().enumerate() {
        let line = lines.all[at].trim();
        if cells.len() < 2 {
            if let Some(title) = title(line) {
                if !section.rows.is_empty() {
                    draft.add(std::mem::take(&mut section));
                }
                section.title = Some(title.to_owned());
            }
            continue;
        }
        let known = cells.iter().filter(|cell| is_known(&words(cell))).count();
        if header.is_none() && draft.is_empty() && section.rows.is_empty() && known * 2 >= cells.len() {
            header = Some(cells.iter().map(|cell| (*cell).to_owned()).collect());
            continue;
        }
        if !is_token(cells[0]) || cells[0].ends_with(':') || !is_code_like(cells[0]) {
            continue;
        }
        let mut row = Row::new(at + 1);
        for (index, cell) in cells.iter().enumerate() {
            let name = header.as_ref().and_then(|names| names.get(index)).cloned();
            let name = name.unwrap_or_else(|| {
                if index == 0 { "code".to_owned() } else { format!("column {}", index + 1) }
            });
            row.push(name, Value::Text((*cell).to_owned()));
        }
        section.rows.push(row);
    }
    if !section.rows.is_empty() {
        draft.add(section);
    }
    if header.is_none() {
        name_columns(&mut draft);
    }
    draft
}

/// Splits a line at tabs and at two or more blanks. Comments have no cells.
fn cells(line: &str) -> Vec<&str> {
    if line.trim_start().starts_with(['#', ';']) || line.contains('|') {
        return Vec::new();
    }
    line.split('\t')
        .flat_map(|part| part.split("  "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

fn title(line: &str) -> Option<&str> {
    let own = line.strip_prefix("Section:").map(str::trim);
    own.or_else(|| numbered_title(line).map(|_| line)).filter(|title| !title.is_empty())
}

/// Finds the comment that names the columns: as many words, separated by commas.
fn named_in_comment(lines: &Lines<'_>, width: usize) -> Option<Vec<String>> {
    lines.all.iter().find_map(|line| {
        let inner = line.trim().strip_prefix('#')?.trim().trim_end_matches('.');
        let names: Vec<&str> = inner.split(',').map(str::trim).collect();
        let are_names = names.len() == width && names.iter().all(|name| is_token(name));
        let known = names.iter().any(|name| is_known(&words(name)));
        (are_names && known).then(|| names.into_iter().map(str::to_owned).collect())
    })
}

/// Names a second column of symbols, and the last column of prose.
fn name_columns(draft: &mut Draft) {
    let values = |draft: &Draft, name: &str| -> Vec<String> {
        let texts = draft.rows().filter_map(|row| match row.get(name) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        });
        texts.collect()
    };
    let is_symbol = |text: &String| {
        text.len() > 2
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && text.contains(|c: char| c.is_ascii_uppercase())
    };
    let rows = draft.len();
    let mut renames: Vec<(String, &str)> = Vec::new();
    for index in 2..=8 {
        let name = format!("column {index}");
        let texts = values(draft, &name);
        let has = |new: &str| renames.iter().any(|(_, other)| *other == new);
        if texts.len() * 10 >= rows * 9 && texts.iter().all(is_symbol) && !has("name") {
            renames.push((name, "name"));
        } else if !texts.is_empty()
            && texts.iter().filter(|text| text.contains(' ')).count() * 2 >= texts.len()
            && !has("description")
        {
            renames.push((name, "description"));
        }
    }
    for row in draft.sections.iter_mut().flat_map(|section| &mut section.rows) {
        for (field, _) in &mut row.fields {
            if let Some((_, new)) = renames.iter().find(|(old, _)| old == field) {
                *field = (*new).to_owned();
            }
        }
    }
}
