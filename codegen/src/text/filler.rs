//! Recognizes texts that hold the place of one that is not written yet.

/// Words that stand alone for such a text.
const WORDS: [&str; 6] = ["todo", "tbd", "tba", "fixme", "xxx", "n/a"];

/// Returns `true` if a text holds the place of one that is not written yet, such as `TODO` or `…`.
///
/// ```
/// use errcat_build::unstable::text::filler::is_filler;
///
/// assert!(["TODO", "tbd.", "<FIXME>", "...", " - "].into_iter().all(is_filler));
/// assert!(!["", "TODO comments are not allowed.", "{n}", "不"].into_iter().any(is_filler));
/// ```
#[must_use]
pub fn is_filler(text: &str) -> bool {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    if word.is_empty() {
        let is_mark = |c: char| c.is_ascii_punctuation() || matches!(c, '…' | '–' | '—');
        return text.contains(is_mark) && text.chars().all(|c| is_mark(c) || c.is_whitespace());
    }
    WORDS.iter().any(|filler| filler.eq_ignore_ascii_case(word))
}
