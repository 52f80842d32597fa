//! The error that says that a text is no code of a catalog.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// A text is no code of the catalog: the error of parsing a generated enum.
///
/// The text may come from anywhere, so it is handled with care. At most its first 128 characters
/// are kept, however long it is, and `Display` writes it with control, bidirectional, combining and
/// invisible characters escaped: it is safe to print to a terminal or a log. Without the feature
/// `alloc` nothing of the text is kept.
///
/// Two errors are equal if they name the same catalog and show the same: texts that differ only
/// after what is kept count as one.
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
    /// Says that `text` is no code of the catalog with the id `catalog`.
    ///
    /// Looks at no more of the text than it keeps.
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

    /// Says that `text` is a code of more than one family of the catalog, and so is none of the
    /// catalog's own.
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

    /// Whether the text is a code of several families, rather than of none.
    #[inline]
    #[must_use]
    pub const fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }

    /// The id of the catalog that has no such code.
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

    /// The text that is no code, as it was given and not escaped: all of it, or the first 128
    /// characters of a longer one.
    ///
    /// `None` without the feature `alloc`.
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

/// The first 128 characters.
#[inline]
#[cfg(feature = "alloc")]
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(128).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or(text)
}

/// Writes a character so that it shows, changes nothing around it and cannot end the quotation.
#[inline]
#[cfg(feature = "alloc")]
fn escape(f: &mut Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '\'' | '"' => write!(f, "{c}"),
        '`' => f.write_str("\\`"),
        // Letters and symbols by their category, yet blank.
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => {
            write!(f, "{}", c.escape_unicode())
        }
        _ => write!(f, "{}", c.escape_debug()),
    }
}
