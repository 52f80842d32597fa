//! Lines that begin with a code: `E1001: The file is missing`.

use errcat_build::unstable::value::Value;

use super::lines::Lines;
use crate::draft::{Draft, Row, Section};
use crate::words::{is_code_like, is_title};

pub(super) fn read(lines: &Lines<'_>) -> Draft {
    let mut draft = Draft::default();
    let mut section = Section::default();
    let mut other = 0;
    for (at, line) in lines.all.iter().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        match entry(line) {
            Some((code, text)) => {
                let mut row = Row::new(at + 1).with("code", code);
                if !text.is_empty() {
                    row.push("message", Value::Text(text.to_owned()));
                }
                section.rows.push(row);
            }
            None if is_title(line) => {
                if !section.rows.is_empty() {
                    draft.add(std::mem::take(&mut section));
                }
                section.title = Some(line.trim_end_matches(':').to_owned());
            }
            None => other += 1,
        }
    }
    if !section.rows.is_empty() {
        draft.add(section);
    }
    // In prose, a few lines begin like this by chance.
    if draft.len() < 2 || draft.len() < other { Draft::default() } else { draft }
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let line = ["- ", "* ", "• "].iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line);
    let separators = [": ", " - ", " – ", " — ", " = ", "\t", "  "];
    let (code, text) = separators
        .iter()
        .filter_map(|separator| line.split_once(separator))
        .min_by_key(|(code, _)| code.len())?;
    let code = code.trim().trim_matches('`');
    is_code_like(code).then(|| (code, text.trim()))
}
