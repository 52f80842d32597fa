//! Hierarchies that are drawn with lines.

use errcat_build::unstable::value::Value;

use super::lines::Lines;
use crate::draft::{Draft, Row, Section};
use crate::words::is_title;

pub(super) fn read(lines: &Lines<'_>) -> Draft {
    let mut draft = Draft { classes: true, ..Draft::default() };
    let mut at = 0;
    while at < lines.all.len() {
        if branch(lines.all[at]).is_none() {
            at += 1;
            continue;
        }
        let mut section = Section { title: title(lines, at), ..Section::default() };
        // The names above the current one, with their columns.
        let mut above: Vec<(usize, String)> = Vec::new();
        if let Some(root) = at.checked_sub(1).filter(|at| !lines.all[*at].trim().is_empty()) {
            let (name, text) = named(lines.all[root]);
            if is_name(name) {
                above.push((0, name.to_owned()));
                section.rows.push(row(root + 1, name, text, None));
            }
        }
        let is_rooted = !above.is_empty();
        while let Some((column, content)) = lines.all.get(at).and_then(|line| branch(line)) {
            at += 1;
            let (name, text) = named(content);
            if !is_name(name) {
                continue;
            }
            let level = column + 1;
            while above.last().is_some_and(|(other, _)| *other >= level) {
                above.pop();
            }
            let parent = above.last().map(|(_, name)| name.as_str());
            section.rows.push(row(at, name, text, parent));
            above.push((level, name.to_owned()));
        }
        if is_rooted && section.rows.len() > 1 {
            draft.add(section);
        }
    }
    draft
}

fn row(line: usize, name: &str, text: &str, parent: Option<&str>) -> Row {
    let mut row = Row::new(line).with("code", name);
    if !text.is_empty() {
        row.push("description", Value::Text(text.to_owned()));
    }
    match parent {
        Some(parent) => row.with("parent", parent),
        None => row,
    }
}

/// Returns the column of a branch and what follows it.
fn branch(line: &str) -> Option<(usize, &str)> {
    const MARKS: [&str; 8] = ["├──", "└──", "├─", "└─", "|--", "+--", "`--", "\\--"];
    MARKS.iter().find_map(|mark| {
        let at = line.find(mark)?;
        let is_first = line[..at].chars().all(|c| matches!(c, ' ' | '│' | '|' | '\u{a0}'));
        is_first.then(|| {
            (line[..at].chars().count(), line[at + mark.len()..].trim_start_matches(['─', '-', ' ']))
        })
    })
}

/// Splits a line into a name and the text after a dash or in brackets.
fn named(line: &str) -> (&str, &str) {
    let line = line.trim();
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let rest = rest.trim();
    let text =
        ["—", "–", "-", ":", "#"].iter().find_map(|dash| rest.strip_prefix(dash)).unwrap_or(rest).trim();
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    (name.trim_end_matches(':'), inner.unwrap_or(text))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ':' | '-'))
}

/// Returns the nearest title that stands alone above a tree.
fn title(lines: &Lines<'_>, at: usize) -> Option<String> {
    let is_alone = |line: usize| {
        let blank = |line: Option<&&str>| line.is_none_or(|line| line.trim().is_empty());
        let before = line.checked_sub(1).and_then(|before| lines.all.get(before));
        blank(before) && blank(lines.all.get(line + 1))
    };
    (0..at.saturating_sub(1))
        .rev()
        .take(12)
        .find(|line| is_title(lines.all[*line]) && is_alone(*line))
        .map(|line| lines.all[line].trim().to_owned())
}
