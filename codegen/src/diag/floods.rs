//! Sums up many findings of one rule in one file, for people.

use super::{Finding, Findings, Rule};
use crate::source::{FileId, Sources};
use crate::text::reveal::reveal;

/// The number of findings per rule and file that are shown one by one.
const SHOWN: usize = 3;

/// A line of a report for people.
#[derive(Clone, Copy, Debug)]
pub enum Line<'f> {
    /// A finding.
    Finding(&'f Finding),
    /// The number of further findings of a rule in a file.
    More(Rule, FileId, usize),
}

/// Returns the findings, which are sorted by file, with the first three per rule and file and the
/// number of the others.
#[must_use]
pub fn summed_up(findings: &Findings) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut counts: Vec<(Rule, FileId, usize)> = Vec::new();
    for finding in findings {
        let file = finding.primary.span.file;
        if counts.first().is_some_and(|(_, last, _)| *last != file) {
            finish(&mut counts, &mut lines);
        }
        let known = counts.iter().position(|(rule, ..)| *rule == finding.rule);
        let position = known.unwrap_or(counts.len());
        if known.is_none() {
            counts.push((finding.rule, file, 0));
        }
        counts[position].2 += 1;
        if counts[position].2 <= SHOWN {
            lines.push(Line::Finding(finding));
        }
    }
    finish(&mut counts, &mut lines);
    lines
}

fn finish(counts: &mut Vec<(Rule, FileId, usize)>, lines: &mut Vec<Line<'_>>) {
    let more = counts.drain(..).filter(|(_, _, count)| *count > SHOWN);
    lines.extend(more.map(|(rule, file, count)| Line::More(rule, file, count - SHOWN)));
}

/// Returns the number of further findings in words, such as `and 333 more [missing-text] in PATH`.
#[must_use]
pub fn more(sources: &Sources, rule: Rule, file: FileId, count: usize) -> String {
    let line = format!("and {count} more [{}] in {}", rule.code(), sources.path(file));
    reveal(&line).into_owned()
}
