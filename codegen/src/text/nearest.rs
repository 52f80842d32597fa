//! Finds the word that somebody most likely meant.

/// The most likely intended word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near<'c> {
    /// The word.
    pub word: &'c str,
    /// Whether no other candidate is near, so that a program may use the word without asking.
    pub alone: bool,
}

/// Returns the candidate nearest to `word` if it is near enough to be a suggestion. The first
/// candidate wins a tie.
///
/// ```
/// use errcat_build::unstable::text::nearest::nearest;
///
/// let near = nearest("mesage", ["message", "status"]).expect("one is near");
/// assert_eq!((near.word, near.alone), ("message", true));
/// assert!(!nearest("code-3", ["code-1", "code-2"]).expect("two are near").alone);
/// assert_eq!(nearest("colour", ["message", "status"]), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<Near<'c>> {
    among(word, &mut candidates.into_iter())
}

fn among<'c>(word: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<Near<'c>> {
    let folded = word.to_lowercase();
    let length = word.chars().count();
    // Words of one letter have nothing in common if they differ.
    let limit = (length / 3).max(1).min(length.saturating_sub(1));
    let mut best: Option<(usize, &str)> = None;
    let mut runner_up: Option<usize> = None;
    for candidate in candidates {
        let known = best.is_some_and(|(_, best)| best == candidate);
        if known || candidate.chars().count().abs_diff(length) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&folded, &candidate.to_lowercase());
        if distance > limit {
            continue;
        }
        let beaten = match best {
            Some((least, _)) if distance >= least => Some(distance),
            _ => best.replace((distance, candidate)).map(|(least, _)| least),
        };
        runner_up = runner_up.into_iter().chain(beaten).min();
    }
    best.map(|(least, near)| {
        // A word that differs only by case was meant, even if others are near.
        let only = runner_up.is_none_or(|other| least == 0 && other > 0);
        // One of two letters is half of the word.
        let is_close = least * 3 <= length;
        Near { word: near, alone: only && is_close && numbers(word).eq(numbers(near)) }
    })
}

/// Iterates over the numbers in a word. A code with another number is not a misspelling.
fn numbers(word: &str) -> impl Iterator<Item = &str> {
    let digits = word.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.trim_start_matches('0'))
}
