//! A regular expression that must match a whole code.

use regex_lite::Regex;

/// A regular expression and its source.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    regex: Regex,
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// Returns the reason why the text is not a regular expression.
    pub fn new(text: &str) -> Result<Self, String> {
        // Compile it alone first, so that an unbalanced parenthesis cannot close the group around
        // it.
        Regex::new(text).map_err(|error| error.to_string())?;
        let regex = Regex::new(&format!("^(?:{text})$")).map_err(|error| error.to_string())?;
        Ok(Self { text: text.to_owned(), regex })
    }

    /// Returns the pattern as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns `true` if the pattern matches the whole `code`.
    #[must_use]
    pub fn matches(&self, code: &str) -> bool {
        self.regex.is_match(code)
    }
}
