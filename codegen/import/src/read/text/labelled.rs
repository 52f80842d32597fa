//! Entries of labelled values: `- Error Code: X - Error Name: Y`, on one or several lines.

use std::collections::BTreeMap;

use errcat_build::unstable::value::Value;

use super::lines::Lines;
use crate::columns::Role;
use crate::draft::{Draft, Row, Section};
use crate::words::{is_title, words};

/// A label in the text.
struct Label<'t> {
    line: usize,
    /// The byte at which the bullet starts.
    start: usize,
    /// The byte after the colon.
    end: usize,
    name: &'t str,
}

pub(super) fn read(lines: &Lines<'_>) -> Draft {
    let labels = labels(lines);
    let mut draft = Draft::default();
    let Some(first) = labels.first().map(|label| label.name) else { return draft };
    let starts: Vec<usize> =
        labels.iter().enumerate().filter(|(_, label)| label.name == first).map(|(at, _)| at).collect();
    let mut title: Option<String> = None;
    for (number, &start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(labels.len());
        let mut row = Row::new(labels[start].line + 1);
        for at in start..end {
            let label = &labels[at];
            let is_last = at + 1 == end;
            let until = labels.get(at + 1).map_or((lines.all.len(), 0), |next| (next.line, next.start));
            let (text, after, breaks) = value(lines, label, until, is_last);
            if breaks > 0 {
                let code = row.fields.first().and_then(|(_, code)| match code {
                    Value::Text(code) => Some(code.as_str()),
                    _ => None,
                });
                let name = code.unwrap_or(label.name);
                draft.note(
                    label.line + 1,
                    format!("`{name}`: the text is broken into lines; compare it with the page"),
                );
            }
            row.push(label.name, Value::Text(text));
            if is_last {
                // The title of the next section and the heading of the next entry follow the text.
                add(&mut draft, title.as_ref(), std::mem::take(&mut row));
                title = after.or(title);
            }
        }
        if number == 0
            && let Some(first) = draft.sections.first_mut()
        {
            first.title = heading(lines, &labels[start]);
            title = title.or_else(|| first.title.clone());
        }
    }
    draft
}

fn add(draft: &mut Draft, title: Option<&String>, row: Row) {
    match draft.sections.last_mut() {
        Some(section) if section.title.as_ref() == title => section.rows.push(row),
        _ => draft.add(Section { title: title.cloned(), description: None, rows: vec![row] }),
    }
}

/// Finds labels that occur several times, if one of them can be a code.
fn labels<'t>(lines: &Lines<'t>) -> Vec<Label<'t>> {
    let mut labels = Vec::new();
    for (line, text) in lines.all.iter().enumerate() {
        for (start, _) in text.match_indices("- ") {
            let is_bullet = start == 0 || text[..start].ends_with(' ') || text[..start].trim().is_empty();
            let rest = &text[start + 2..];
            let Some(colon) = rest.find(':').filter(|colon| is_bullet && *colon <= 30) else { continue };
            let name = rest[..colon].trim();
            let after = rest[colon + 1..].chars().next();
            let is_name = name.starts_with(char::is_alphabetic)
                && name.split(' ').count() <= 4
                && name.chars().all(|c| c.is_alphanumeric() || c == ' ');
            if is_name && after.is_none_or(|c| c == ' ') {
                labels.push(Label { line, start, end: start + 2 + colon + 1, name });
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in &labels {
        *counts.entry(label.name).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    labels.retain(|label| counts[label.name] > 1 && counts[label.name] * 4 >= most);
    let has = |role: Role| {
        labels.iter().any(|label| Role::of(&words(label.name)).iter().any(|(own, _)| *own == role))
    };
    if has(Role::Code) || has(Role::Name) { labels } else { Vec::new() }
}

/// Returns the text of a label, the title after it, and the number of line breaks inside.
fn value(
    lines: &Lines<'_>,
    label: &Label<'_>,
    (until, column): (usize, usize),
    is_last: bool,
) -> (String, Option<String>, usize) {
    let mut parts: Vec<&str> = Vec::new();
    for line in label.line..=until.min(lines.all.len().saturating_sub(1)) {
        let text = lines.all[line];
        let start = if line == label.line { label.end } else { 0 };
        let end = if line == until { column } else { text.len() };
        parts.push(text.get(start..end).unwrap_or_default().trim());
    }
    let mut title = None;
    if is_last && until < lines.all.len() {
        let next = code_after(lines, until, column);
        while parts.last().is_some_and(|part| part.is_empty()) {
            parts.pop();
        }
        // The code of the next entry stands above it as a heading.
        if next.is_some() && parts.len() > 1 && parts.last().copied() == next {
            parts.pop();
        }
        while parts.len() > 1 && parts.last().is_some_and(|part| part.is_empty()) {
            parts.pop();
        }
        if parts.len() > 1
            && let Some(last) = parts.last().filter(|last| is_title(last) && last.len() <= 60)
        {
            let before = parts[..parts.len() - 1].iter().rev().find(|part| !part.is_empty());
            if before.is_none_or(|before| before.ends_with(['.', '!', '?', ')', '"', '\''])) {
                title = Some((*last).to_owned());
                parts.pop();
            }
        }
    }
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut text = String::new();
    for part in &parts {
        if !text.is_empty() && !text.ends_with(['(', '[', '{']) {
            text.push(' ');
        }
        text.push_str(part);
    }
    let breaks = parts.len().saturating_sub(1);
    (text, title, breaks)
}

/// Returns the value of the label at a place, if it is on its line or on the next one.
fn code_after<'t>(lines: &Lines<'t>, line: usize, column: usize) -> Option<&'t str> {
    let text = lines.all.get(line)?.get(column..)?;
    let after = text.split_once(':')?.1.trim();
    let own = if after.is_empty() { lines.all.get(line + 1)?.trim() } else { after };
    Some(own.split(" - ").next().unwrap_or(own).trim())
}

/// Returns the title above the first entry.
fn heading(lines: &Lines<'_>, label: &Label<'_>) -> Option<String> {
    let code = code_after(lines, label.line, label.start);
    let mut above =
        lines.all[..label.line].iter().rev().map(|line| line.trim()).filter(|line| !line.is_empty());
    let mut line = above.next()?;
    if Some(line) == code {
        line = above.next()?;
    }
    is_title(line).then(|| line.to_owned())
}
