//! Sets of bytes, for searching texts without decoding characters.

/// A set of ASCII bytes, with or without all other bytes. A match is therefore the start of a
/// character.
///
/// ```
/// use errcat_build::text::bytes::ByteSet;
///
/// const SPECIAL: ByteSet = ByteSet::of(b"\"\\").and_control().and_foreign();
/// assert_eq!(SPECIAL.find("say \"no\""), Some(4));
/// assert_eq!(SPECIAL.find("caf\u{e9}"), Some(3));
/// assert_eq!(SPECIAL.find("plain"), None);
/// ```
pub struct ByteSet([bool; 256]);

impl ByteSet {
    /// Creates the set of the bytes of `listed`, which is ASCII.
    #[must_use]
    pub const fn of(listed: &[u8]) -> Self {
        Self([false; 256]).with(listed, true)
    }

    /// Creates the set of all bytes except those of `listed`, which is ASCII.
    #[must_use]
    pub const fn all_but(listed: &[u8]) -> Self {
        Self([true; 256]).with(listed, false)
    }

    /// Adds the ASCII control characters.
    #[must_use]
    pub const fn and_control(mut self) -> Self {
        let mut byte = 0;
        while byte < 0x80_u8 {
            self.0[byte as usize] |= byte.is_ascii_control();
            byte += 1;
        }
        self
    }

    /// Adds all bytes beyond ASCII.
    #[must_use]
    pub const fn and_foreign(mut self) -> Self {
        let mut byte = 0x80;
        while byte < 0x100 {
            self.0[byte] = true;
            byte += 1;
        }
        self
    }

    /// Removes the bytes of `listed`.
    #[must_use]
    pub const fn without(self, listed: &[u8]) -> Self {
        self.with(listed, false)
    }

    const fn with(mut self, listed: &[u8], held: bool) -> Self {
        let mut at = 0;
        while at < listed.len() {
            self.0[listed[at] as usize] = held;
            at += 1;
        }
        self
    }

    /// Returns the offset of the first match in `text`.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        // Build scripts are not optimized, so an iterator would be several calls per byte.
        let mut at = 0;
        while at < bytes.len() {
            if self.0[bytes[at] as usize] {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Returns `true` if `text` contains a byte of the set.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}
