//! The lines of a text, and traces of damage in them.

use crate::draft::Note;
use crate::words::is_title;

/// The lines of a text.
pub(super) struct Lines<'t> {
    pub(super) all: Vec<&'t str>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { all: text.lines().map(str::trim_end).collect() }
    }

    /// Returns the first line if it can be a title, and the text goes on after it.
    pub(super) fn title(&self) -> Option<&'t str> {
        let mut lines = self.all.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let first = lines.next()?;
        let second = lines.next().unwrap_or_default();
        // The title of a section is followed by its content, the title of a page by sentences.
        let is_sentence = second.ends_with(['.', ':']) && second.contains(' ');
        (is_title(first) && is_sentence && first.len() <= 60).then_some(first)
    }

    /// Returns the nearest line before a place that can be a title. Blank lines are skipped.
    pub(super) fn title_before(&self, at: usize) -> Option<&'t str> {
        let line = self.all[..at].iter().rev().map(|line| line.trim()).find(|line| !line.is_empty())?;
        is_title(line).then_some(line)
    }

    /// Returns notes about characters that converters put in place of others.
    pub(super) fn damage(&self) -> Vec<Note> {
        let kinds: [(&[char], &str); 3] = [
            (&['’', '‘'], "an apostrophe may have been `'` in the source"),
            (&['…'], "`…` may have been `...` in the source"),
            (&['“', '”'], "a quotation mark may have been `\"` in the source"),
        ];
        let mut notes = Vec::new();
        for (marks, text) in kinds {
            let mut places = self.all.iter().enumerate().filter(|(_, line)| line.contains(marks));
            let Some((first, _)) = places.next() else { continue };
            let more = places.count();
            let text = if more == 0 { text.to_owned() } else { format!("{text} (and in {more} more lines)") };
            notes.push(Note { line: first + 1, text });
        }
        notes
    }
}
