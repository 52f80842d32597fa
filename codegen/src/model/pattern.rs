//! A regular expression that a whole code must match.

use regex_lite::Regex;

/// A checked pattern and the text it was made from.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    regex: Regex,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Says why the text is no regular expression.
    pub fn new(text: &str) -> Result<Self, String> {
        // On its own first, so that an unbalanced parenthesis cannot close the group around it.
        Regex::new(text).map_err(|error| error.to_string())?;
        let regex = Regex::new(&format!("^(?:{text})$")).map_err(|error| error.to_string())?;
        Ok(Self { text: text.to_owned(), regex })
    }

    /// The pattern as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the whole `code` matches.
    #[must_use]
    pub fn matches(&self, code: &str) -> bool {
        self.regex.is_match(code)
    }
}
