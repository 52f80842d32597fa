//! Tables whose cells lost every separator: `NOT_FOUND404No such page`.

use errcat_build::unstable::value::Value;

use super::lines::Lines;
use crate::columns::{Role, is_known};
use crate::draft::{Draft, Row, Section};
use crate::words::words;

pub(super) fn read(lines: &Lines<'_>) -> Draft {
    let mut draft = Draft::default();
    let mut at = 0;
    while at < lines.all.len() {
        let Some(header) = header(lines.all[at]) else {
            at += 1;
            continue;
        };
        let mut section = Section { title: lines.title_before(at).map(str::to_owned), ..Section::default() };
        let start = at;
        at += 1;
        while let Some(line) = lines.all.get(at) {
            let Some((token, status, text)) = cells(line) else { break };
            at += 1;
            let mut row = Row::new(at).with(header[0], token).with(header[1], status);
            if !text.is_empty() {
                row.push(header[2], Value::Text(text.to_owned()));
            }
            section.rows.push(row);
        }
        if !section.rows.is_empty() {
            if draft.notes.is_empty() {
                draft
                    .note(start + 1, "the columns lost their separators; the cells were split at the status");
            }
            draft.add(section);
        }
    }
    draft
}

/// Splits a header where a small letter meets a capital. It names a code, a status and a text.
fn header(line: &str) -> Option<[&str; 3]> {
    let line = line.trim();
    if line.len() > 80 {
        return None;
    }
    let mut names = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    for pair in chars.windows(2) {
        if pair[0].1.is_lowercase() && pair[1].1.is_uppercase() {
            names.push(&line[start..pair[1].0]);
            start = pair[1].0;
        }
    }
    names.push(&line[start..]);
    let [code, status, text] = names[..] else { return None };
    let is_status = Role::of(&words(status)).iter().any(|(role, _)| *role == Role::Status);
    (is_status && is_known(&words(code)) && is_known(&words(text))).then_some([code, status, text])
}

/// Splits a row at the three digits of the status, which follow the code.
fn cells(line: &str) -> Option<(&str, &str, &str)> {
    let line = line.trim();
    let head = line.find(' ').map_or(line, |end| &line[..end]);
    let bytes = head.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let status = at + digits.saturating_sub(3);
        let is_status = digits >= 3 && matches!(bytes[status], b'1'..=b'5');
        if is_status
            && status > 0
            && head[..status].bytes().all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b))
        {
            let end = at + digits;
            return Some((&line[..status], &line[status..end], line[end..].trim()));
        }
        at += digits;
    }
    None
}
