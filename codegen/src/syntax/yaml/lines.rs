//! Parses files with one value per line, in which a mistake in one line does not affect others.

use std::borrow::Cow;

use super::cause::Cause;
use super::load::{Mistake, load_part};
use super::{Node, NodeKind, characters, conflict, place, written};
use crate::diag::{Finding, Findings};
use crate::format::limits::MOST_LINES;
use crate::source::{FileId, LARGEST_FILE, Sources, Span};
use crate::syntax::report;

/// The values of a file that could be parsed.
pub(in crate::syntax) struct Lines {
    /// The maps, in order.
    pub(in crate::syntax) maps: Vec<Node>,
    /// Whether a line could not be parsed.
    pub(in crate::syntax) damaged: bool,
}

/// Parses the lines of a file and reports every syntax error.
pub(in crate::syntax) fn read(sources: &Sources, file: FileId, findings: &mut Findings) -> Lines {
    let original = sources.text(file);
    let mut lines = Lines { maps: Vec::new(), damaged: true };
    if sources.is_dangling(file) {
        findings.push(report::dangling_link(Span::top(file)));
        return lines;
    }
    if original.len() > LARGEST_FILE {
        findings.push(report::too_large_ledger(Span::top(file)));
        return lines;
    }
    if original.contains('\r') && !original.contains('\n') {
        findings.push(report::as_committed(report::old_line_ends(Span::top(file))));
        return lines;
    }
    if original.lines().nth(MOST_LINES).is_some() {
        findings.push(report::too_many_lines(Span::top(file)));
        return lines;
    }
    if characters::are_wide(original) {
        findings.push(report::not_utf_8(Span::top(file)));
        return lines;
    }
    let mut refused: Vec<Finding> =
        characters::check(file, original).into_iter().map(report::as_committed).collect();
    refused.extend(sources.invalid_from(file).map(report::not_utf_8));
    lines.damaged = !refused.is_empty();
    findings.extend(refused);

    let mut text =
        if lines.damaged { Cow::Owned(characters::blanked(original)) } else { Cow::Borrowed(original) };
    if sources.invalid_from(file).is_some() {
        // The last line may go on.
        text = Cow::Owned(text.rfind('\n').map_or("", |end| &text[..=end]).to_owned());
    }
    let conflicts = conflict::all(&text);
    if let Some(first) = conflicts.first() {
        lines.damaged = true;
        let place = place::span(file, first.start, first.mark_end);
        findings.push(report::conflicts_of_ledger(place, conflicts.len()));
    }
    // A person has to decide which side is right.
    for conflict in &conflicts {
        let (start, end) = conflict.unreadable;
        text = Cow::Owned(place::without(&text, start, end));
    }
    let is_clean = !lines.damaged;
    let mut walk = Walk { file, original, is_clean, lines, findings };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let skipped = if at == 0 && line.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        walk.line(at + skipped, line[skipped..].trim_end());
        at += line.len();
    }
    walk.lines
}

struct Walk<'s, 'f> {
    file: FileId,
    original: &'s str,
    /// Whether nothing is blanked out.
    is_clean: bool,
    lines: Lines,
    findings: &'f mut Findings,
}

impl Walk<'_, '_> {
    fn line(&mut self, start: usize, line: &str) {
        let content = line.trim_start();
        if content.is_empty() {
            return;
        }
        let start = start + line.len() - content.len();
        if self.is_clean
            && let Some(map) = written::object(self.file, content, start)
        {
            self.lines.maps.push(map);
            return;
        }
        let place = self.span(start, start + content.len());
        if !content.starts_with('{') {
            self.refuse(report::no_line(place, "every line must be an object in braces"));
            return;
        }
        let loaded = load_part(self.file, content, start, self.original);
        let sound = loaded.mistake.is_none() && loaded.refused.is_empty() && !loaded.is_cut;
        if let Some(Mistake { offset, cause }) = loaded.mistake {
            let at = offset.clamp(start, start + content.len());
            self.refuse(report::no_line(self.span(at, at), cause.meaning()));
        }
        for finding in loaded.refused {
            self.refuse(finding);
        }
        match loaded.root.kind {
            NodeKind::Map(_) if sound && content.ends_with('}') => self.lines.maps.push(loaded.root),
            _ if sound => {
                let trailing = self.span(loaded.root.span.end as usize, start + content.len());
                self.refuse(report::no_line(trailing, Cause::AfterValue.meaning()));
            }
            _ => {}
        }
    }

    fn refuse(&mut self, finding: Finding) {
        self.lines.damaged = true;
        self.findings.push(finding);
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { file: self.file, start: at(start), end: at(end) }
    }
}
