//! The error for texts that are not a code of a catalog.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// The error of parsing a generated enum: the text is not a code of the catalog.
///
/// The text may come from anywhere. Only its first 128 characters are kept, and `Display` escapes
/// control, bidirectional, combining and invisible characters. It is therefore safe to print to a
/// terminal or log. Without the feature `alloc`, the text is not kept at all.
///
/// Two errors are equal if they have the same catalog and the same kept text.
///
/// ```
/// use errcat::UnknownCode;
///
/// let error = UnknownCode::new("phala-cloud", "ERR-99-999");
/// # #[cfg(feature = "alloc")]
/// assert_eq!(error.to_string(), "`ERR-99-999` is not a code of phala-cloud");
///
/// let hostile = UnknownCode::new("phala-cloud", "\u{202e}\u{1b}[31m");
/// # #[cfg(feature = "alloc")]
/// assert_eq!(hostile.to_string(), r"`\u{202e}\u{1b}[31m` is not a code of phala-cloud");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownCode {
    catalog: &'static str,
    ambiguous: bool,
    #[cfg(feature = "alloc")]
    text: Box<str>,
    #[cfg(feature = "alloc")]
    cut: bool,
}

impl UnknownCode {
    /// Creates the error for a `text` that is not a code of `catalog`.
    ///
    /// Reads no more of the text than it keeps.
    #[must_use]
    #[cfg_attr(
        not(feature = "alloc"),
        expect(unused_variables, reason = "nothing is kept without an allocator")
    )]
    pub fn new(catalog: &'static str, text: &str) -> Self {
        #[cfg(feature = "alloc")]
        let kept = beginning(text);
        Self {
            catalog,
            ambiguous: false,
            #[cfg(feature = "alloc")]
            text: kept.into(),
            #[cfg(feature = "alloc")]
            cut: kept.len() < text.len(),
        }
    }

    /// Creates the error for a `text` that is a code in several families of `catalog`, and is
    /// therefore ambiguous.
    ///
    /// ```
    /// use errcat::UnknownCode;
    ///
    /// let error = UnknownCode::ambiguous("novita", "RATE_LIMIT_EXCEEDED");
    /// assert!(error.is_ambiguous());
    /// # #[cfg(feature = "alloc")]
    /// assert_eq!(
    ///     error.to_string(),
    ///     "`RATE_LIMIT_EXCEEDED` is a code of more than one family of novita",
    /// );
    /// ```
    #[inline]
    #[must_use]
    pub fn ambiguous(catalog: &'static str, text: &str) -> Self {
        Self { ambiguous: true, ..Self::new(catalog, text) }
    }

    /// Returns `true` if the text is a code of several families, rather than of none.
    #[inline]
    #[must_use]
    pub const fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }

    /// Returns the id of the catalog.
    ///
    /// ```
    /// use errcat::UnknownCode;
    ///
    /// assert_eq!(UnknownCode::new("phala-cloud", "ERR-99-999").catalog(), "phala-cloud");
    /// ```
    #[inline]
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }

    /// Returns the text, not escaped, or its first 128 characters if it is longer.
    ///
    /// Returns `None` without the feature `alloc`.
    ///
    /// ```
    /// use errcat::UnknownCode;
    ///
    /// let error = UnknownCode::new("phala-cloud", &"é".repeat(1_000_000));
    /// # #[cfg(feature = "alloc")]
    /// assert_eq!(error.text().map(|text| text.chars().count()), Some(128));
    /// ```
    #[inline]
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        #[cfg(feature = "alloc")]
        return Some(&self.text);
        #[cfg(not(feature = "alloc"))]
        return None;
    }
}

impl UnknownCode {
    #[inline]
    const fn reason(&self) -> &'static str {
        if self.ambiguous { "a code of more than one family of" } else { "not a code of" }
    }
}

impl Display for UnknownCode {
    #[inline]
    #[cfg(feature = "alloc")]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("`")?;
        for c in self.text.chars() {
            escape(f, c)?;
        }
        let end = if self.cut { "…" } else { "" };
        write!(f, "{end}` is {} {}", self.reason(), self.catalog)
    }

    #[inline]
    #[cfg(not(feature = "alloc"))]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.reason(), self.catalog)
    }
}

impl Error for UnknownCode {}

/// Returns the first 128 characters.
#[inline]
#[cfg(feature = "alloc")]
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(128).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or(text)
}

/// Writes a character, escaped if it is invisible, affects the text around it, or could end the
/// quotation.
#[inline]
#[cfg(feature = "alloc")]
fn escape(f: &mut Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '\'' | '"' => write!(f, "{c}"),
        '`' => f.write_str("\\`"),
        // Blank characters in categories of letters and symbols.
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => {
            write!(f, "{}", c.escape_unicode())
        }
        _ => write!(f, "{}", c.escape_debug()),
    }
}
