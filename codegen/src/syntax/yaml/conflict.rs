//! Finds unresolved merge conflicts.

/// A conflict, or a mark that was left of one. The places are offsets.
pub(super) struct Conflict {
    /// The start of its first mark.
    pub(super) start: usize,
    /// The end of the first mark, without the rest of its line.
    pub(super) mark_end: usize,
    /// The part of the file that nobody can read before the conflict is resolved.
    pub(super) unreadable: (usize, usize),
}

/// The marks of git, in the order in which they appear.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Returns the conflicts of a file, in order.
pub(super) fn all(text: &str) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    // Most files have none, and need not be split into lines.
    if !MARKS.iter().any(|mark| text.contains(mark)) {
        return conflicts;
    }
    let mut open = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        match (mark(line), open, conflicts.last_mut()) {
            (Some(0), ..) => {
                open = true;
                conflicts.push(lone(start, end));
            }
            // One of the marks between the two ends: the other side is the one to read.
            (Some(1 | 2), true, Some(last)) => last.unreadable.1 = end,
            (Some(3), true, Some(last)) => {
                last.unreadable.1 = end;
                open = false;
            }
            (Some(2), false, _) if closes_later(&text[start + line.len()..]) => {
                open = true;
                conflicts.push(lone(start, end));
            }
            (Some(_), ..) => conflicts.push(lone(start, end)),
            (None, ..) => {}
        }
        start += line.len();
    }
    conflicts
}

/// Returns a conflict of which only the first mark is known.
fn lone(start: usize, end: usize) -> Conflict {
    Conflict { start, mark_end: start + MARKS[0].len(), unreadable: (start, end) }
}

/// Returns the number of the mark at the start of a line.
fn mark(line: &str) -> Option<usize> {
    MARKS.iter().position(|mark| {
        let rest = line.strip_prefix(mark);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
}

/// Returns whether the next mark is the one that ends a conflict.
fn closes_later(text: &str) -> bool {
    text.split_inclusive('\n').find_map(mark) == Some(3)
}
