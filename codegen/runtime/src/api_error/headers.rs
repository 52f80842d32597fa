//! The headers of a response, in one allocation.

use alloc::vec::Vec;

/// The names and values of all headers in order, each after its length.
#[derive(Default)]
pub(super) struct Headers(Vec<u8>);

/// The space for a header that is reserved in advance.
const TYPICAL: usize = 64;

impl Headers {
    pub(super) fn new<N: AsRef<str>, V: AsRef<[u8]>>(headers: impl IntoIterator<Item = (N, V)>) -> Self {
        let headers = headers.into_iter();
        let mut bytes = Vec::with_capacity(headers.size_hint().0.min(TYPICAL) * TYPICAL);
        for (name, value) in headers {
            for part in [name.as_ref().as_bytes(), value.as_ref()] {
                bytes.extend_from_slice(&part.len().to_ne_bytes());
                bytes.extend_from_slice(part);
            }
        }
        Self(bytes)
    }

    /// Iterates over the names and values. The names are UTF-8.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let mut rest = self.0.as_slice();
        core::iter::from_fn(move || {
            let name;
            let value;
            (name, rest) = part(rest)?;
            (value, rest) = part(rest)?;
            Some((name, value))
        })
    }

    /// Returns the first header with this name. Case is ignored.
    #[inline]
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        self.all(name).next()
    }

    /// Returns all headers with this name. Case is ignored.
    #[inline]
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        let is_it = move |known: &[u8]| known.eq_ignore_ascii_case(name.as_bytes());
        self.iter().filter(move |(known, _)| is_it(known)).map(|(_, value)| value)
    }
}

/// Splits a part that stands after its length from the rest.
#[inline]
fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::from_ne_bytes(*len))
}
