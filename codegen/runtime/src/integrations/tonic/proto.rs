//! Writes messages of Protocol Buffers. The types of other crates keep maps in no fixed order.

use alloc::vec::Vec;

/// A message that is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Message(pub(super) Vec<u8>);

impl Message {
    /// Adds a field with a number. Zero is absent.
    #[inline]
    pub(super) fn number(mut self, field: u8, value: u64) -> Self {
        if value != 0 {
            self.0.push(field << 3);
            self.varint(value);
        }
        self
    }

    /// Adds a field with bytes. An empty text is absent.
    #[inline]
    pub(super) fn text(self, field: u8, value: &str) -> Self {
        if value.is_empty() { self } else { self.bytes(field, value.as_bytes()) }
    }

    /// Adds a field with a message.
    #[inline]
    pub(super) fn message(self, field: u8, value: &Self) -> Self {
        self.bytes(field, &value.0)
    }

    #[inline]
    fn bytes(mut self, field: u8, value: &[u8]) -> Self {
        self.0.push(field << 3 | 2);
        self.varint(u64::try_from(value.len()).unwrap_or(u64::MAX));
        self.0.extend_from_slice(value);
        self
    }

    #[inline]
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(u8::try_from(value & 0x7f).unwrap_or(0) | 0x80);
            value >>= 7;
        }
        self.0.push(u8::try_from(value).unwrap_or(0));
    }
}
