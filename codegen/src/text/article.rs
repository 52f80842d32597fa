//! The English indefinite article.

/// Beginnings that are spoken otherwise than their first letter says.
const SPOKEN_AS_CONSONANT: [&str; 6] = ["eu", "one", "uni", "us", "uti", "uuid"];
const SPOKEN_AS_VOWEL: [&str; 4] = ["heir", "honest", "honor", "hour"];

/// `an` before words that begin with a vowel as they are spoken, else `a`.
#[must_use]
pub fn indefinite(words: &str) -> &'static str {
    let words = words.to_lowercase();
    let begins = |with: &[&str]| with.iter().any(|beginning| words.starts_with(beginning));
    let vowel = words.starts_with(['a', 'e', 'i', 'o', 'u']) && !begins(&SPOKEN_AS_CONSONANT);
    if vowel || begins(&SPOKEN_AS_VOWEL) { "an" } else { "a" }
}
