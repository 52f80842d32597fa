//! A short text on the stack, which allows padding without an allocator.

use core::fmt::{self, Write};

/// Holds up to 39 bytes, the length of the longest time.
#[derive(Default)]
pub(crate) struct Buffer {
    bytes: [[u8; 8]; 5],
    len: usize,
}

impl Buffer {
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        let written = self.bytes.as_flattened().get(..self.len).unwrap_or_default();
        core::str::from_utf8(written).unwrap_or_default()
    }
}

impl Write for Buffer {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        let place = self.bytes.as_flattened_mut().get_mut(self.len..end).ok_or(fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}
