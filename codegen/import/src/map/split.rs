//! Texts that a scrape joined: two texts in one cell, without the line break between them.

/// Finds the word with which the second text begins in every cell. At least once, it follows a word
/// without a full stop, so that it cannot be the next sentence of the same text.
pub(crate) fn joint(cells: &[&str]) -> Option<String> {
    if cells.len() < 3 {
        return None;
    }
    let (first, rest) = cells.split_first()?;
    let starts = first.match_indices(' ').filter_map(|(at, _)| word_at(first, at + 1));
    for word in starts {
        let mark = format!(" {word} ");
        let places = rest.iter().map(|cell| cell.find(&mark).map(|at| &cell[..at]));
        let Some(before) = places.collect::<Option<Vec<&str>>>() else { continue };
        let before = before.into_iter().chain(first.find(&mark).map(|at| &first[..at]));
        let mut is_joined = false;
        let mut is_early = false;
        for text in before {
            is_joined |= !text.ends_with(['.', '!', '?', ':']);
            is_early |= text.is_empty();
        }
        if is_joined && !is_early {
            return Some(word.to_owned());
        }
    }
    None
}

/// Returns the capitalised word at a place.
fn word_at(text: &str, at: usize) -> Option<&str> {
    let word = text[at..].split(' ').next()?;
    let is_word = word.len() >= 4
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word[1..].bytes().all(|byte| byte.is_ascii_lowercase());
    is_word.then_some(word)
}

/// Splits a cell before a word.
pub(crate) fn split<'c>(cell: &'c str, word: &str) -> (&'c str, &'c str) {
    match cell.find(&format!(" {word} ")) {
        Some(at) => (&cell[..at], &cell[at + 1..]),
        None => (cell, ""),
    }
}

/// Returns the known beginning of a dynamic message: `(dynamic: Rate limit exceeded …)`.
pub(crate) fn dynamic(message: &str) -> Option<&str> {
    let inner = message.trim().strip_prefix('(')?.strip_suffix(')')?;
    let inner = inner.strip_prefix("dynamic").or_else(|| inner.strip_prefix("Dynamic"))?;
    let inner = inner.strip_prefix(':').unwrap_or(inner).trim_start();
    Some(inner.strip_suffix('…').or_else(|| inner.strip_suffix("...")).unwrap_or(inner))
}
