//! The English indefinite article.

/// Starts of words whose sound differs from their first letter.
const SPOKEN_AS_CONSONANT: [&str; 6] = ["eu", "one", "uni", "us", "uti", "uuid"];
const SPOKEN_AS_VOWEL: [&str; 4] = ["heir", "honest", "honor", "hour"];

/// Returns `an` before words that start with a vowel sound, else `a`.
#[must_use]
pub fn indefinite(words: &str) -> &'static str {
    let words = words.to_lowercase();
    let begins = |with: &[&str]| with.iter().any(|beginning| words.starts_with(beginning));
    let vowel = words.starts_with(['a', 'e', 'i', 'o', 'u']) && !begins(&SPOKEN_AS_CONSONANT);
    if vowel || begins(&SPOKEN_AS_VOWEL) { "an" } else { "a" }
}
