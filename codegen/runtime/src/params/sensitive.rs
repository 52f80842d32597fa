//! Values that must not be shown.

use core::fmt::{self, Debug, Display, Formatter};

/// A value that is never shown. `Display` and `Debug` write `[redacted]`, and responses do not
/// contain it.
///
/// Clients therefore receive it without a value, which is called *withheld*.
///
/// ```
/// use errcat::Sensitive;
///
/// let email = Sensitive::new("reader@example.com");
/// assert_eq!(format!("{email} {email:?}"), "[redacted] [redacted]");
/// assert_eq!(email.expose(), Some(&"reader@example.com"));
/// assert_eq!(Sensitive::<&str>::withheld().expose(), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sensitive<T>(Option<T>);

impl<T> Sensitive<T> {
    /// The text that is shown instead of the value.
    pub const REDACTED: &'static str = "[redacted]";

    /// Wraps a value.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(Some(value))
    }

    /// Creates a withheld value.
    #[must_use]
    pub const fn withheld() -> Self {
        Self(None)
    }

    /// Returns the value, or `None` if it is withheld. The caller is responsible for keeping it
    /// secret.
    #[must_use]
    pub const fn expose(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl From<&str> for Sensitive<alloc::string::String> {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value.into())
    }
}

impl<T> Display for Sensitive<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(Self::REDACTED)
    }
}

impl<T> Debug for Sensitive<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(Self::REDACTED)
    }
}
