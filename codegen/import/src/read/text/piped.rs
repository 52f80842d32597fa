//! Tables whose cells are separated by `|`, also those that lost their outer marks.

use errcat_build::unstable::value::Value;

use super::lines::Lines;
use crate::columns::is_known;
use crate::draft::{Draft, Row, Section};
use crate::words::words;

pub(super) fn read(lines: &Lines<'_>) -> Draft {
    let mut draft = Draft::default();
    let mut at = 0;
    while at < lines.all.len() {
        match table(lines, at, &mut draft) {
            Some(next) => at = next,
            None => at += 1,
        }
    }
    draft
}

/// Reads the table whose header is at a line, and returns the line after it.
fn table(lines: &Lines<'_>, at: usize, draft: &mut Draft) -> Option<usize> {
    let header = cells(lines.all[at])?;
    let rule = lines.all.get(at + 1).filter(|line| is_rule(line));
    let known = header.iter().any(|name| is_known(&words(name)));
    if is_rule(lines.all[at]) || !known || header.len() < 2 {
        return None;
    }
    let mut next = at + 1 + usize::from(rule.is_some());
    if let Some(rule) = rule {
        let count = rule.matches("---").count();
        if count != header.len() {
            draft.note(
                at + 2,
                format!("the rule below the header has {count} columns, the header has {}", header.len()),
            );
        }
    }
    let mut section = Section { title: lines.title_before(at).map(str::to_owned), ..Section::default() };
    while let Some(line) = lines.all.get(next) {
        let Some(mut row_cells) = cells(line) else {
            if line.trim().is_empty() && lines.all.get(next + 1).is_some_and(|line| cells(line).is_some()) {
                next += 1;
                continue;
            }
            break;
        };
        if lines.all.get(next + 1).is_some_and(|line| is_rule(line)) {
            break;
        }
        next += 1;
        if row_cells.len() > header.len() {
            draft.note(
                next,
                format!("the row has {} cells, but there are {} columns", row_cells.len(), header.len()),
            );
            let rest = row_cells.split_off(header.len() - 1).join(" | ");
            row_cells.push(rest);
        }
        let mut row = Row::new(next);
        for (name, cell) in header.iter().zip(row_cells) {
            if !cell.is_empty() {
                row.push(name.clone(), Value::Text(cell));
            }
        }
        section.rows.push(row);
    }
    if section.rows.is_empty() {
        return None;
    }
    draft.add(section);
    Some(next)
}

/// Splits a line into cells. `\|` is a character of a cell.
fn cells(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    if !line.contains('|') {
        return None;
    }
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = if inner.ends_with("\\|") { inner } else { inner.strip_suffix('|').unwrap_or(inner) };
    let mut cells = vec![String::new()];
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek() == Some(&'|') => {
                chars.next();
                if let Some(cell) = cells.last_mut() {
                    cell.push('|');
                }
            }
            '|' => cells.push(String::new()),
            c => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    Some(cells.iter().map(|cell| cell.trim().to_owned()).collect())
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.contains('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}
