//! Reads plain text, such as a page that lost its markup.

mod aligned;
mod glued;
mod labelled;
mod lines;
mod listed;
mod piped;
mod tree;

use self::lines::Lines;
use crate::draft::Draft;
use crate::failure::Failure;

/// Reads a text in the first layout that gives at least half as many rows as the best one. The
/// clearest layouts come first.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let lines = Lines::new(text);
    let readers: [fn(&Lines<'_>) -> Draft; 6] =
        [piped::read, labelled::read, glued::read, tree::read, aligned::read, listed::read];
    let drafts = readers.map(|reader| reader(&lines));
    let most = drafts.iter().map(Draft::len).max().unwrap_or_default();
    let best = drafts.into_iter().find(|draft| !draft.is_empty() && draft.len() * 2 >= most);
    let mut draft = best.ok_or_else(|| {
        Failure::new("no error codes found: no table, no labelled list and no lines that begin with a code")
    })?;
    if draft.title.is_none() {
        draft.title = lines.title().map(str::to_owned);
    }
    let first = draft.sections.first();
    if draft.sections.len() == 1 && first.is_some_and(|section| section.title == draft.title) {
        draft.sections[0].title = None;
    }
    draft.notes.extend(lines.damage());
    draft.notes.sort_by_key(|note| note.line);
    Ok(draft)
}
