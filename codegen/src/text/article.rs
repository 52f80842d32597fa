//! The English indefinite article.

/// `an` before a word that begins with a vowel letter, else `a`.
#[must_use]
pub fn indefinite(words: &str) -> &'static str {
    match words.chars().next() {
        Some('a' | 'e' | 'i' | 'o' | 'u' | 'A' | 'E' | 'I' | 'O' | 'U') => "an",
        _ => "a",
    }
}
