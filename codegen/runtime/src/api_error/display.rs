//! Formats a received error safely, whatever it contains.

use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use super::ApiError;
use crate::{ErrorCode, shown, status};

/// Formats the code, message, status and request id: `ERR-01-001: The node is not available (HTTP
/// 404, request r-1)`.
///
/// Values from outside are escaped and limited to 1,000 characters.
impl<C: ErrorCode> Display for ApiError<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let status = self.status();
        match (self.code(), self.message()) {
            (None, None) => write!(f, "HTTP {status} {}", status::phrase(status))?,
            (code, message) => {
                if let Some(code) = code {
                    shown::write(f, code.as_str(), 200)?;
                }
                if let Some(message) = message {
                    f.write_str(if code.is_some() { ": " } else { "" })?;
                    shown::write(f, message, 1000)?;
                }
                write!(f, " (HTTP {status}")?;
                if let Some(id) = self.request_id() {
                    f.write_str(", request ")?;
                    shown::write(f, id, 200)?;
                }
                return f.write_str(")");
            }
        }
        match self.request_id() {
            Some(id) => {
                f.write_str(" (request ")?;
                shown::write(f, id, 200)?;
                f.write_str(")")
            }
            None => Ok(()),
        }
    }
}

impl<C: ErrorCode> Debug for ApiError<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ApiError");
        shown.field("status", &self.status()).field("code", &self.code()).field("message", &self.message());
        for (name, text) in self.0.texts.iter() {
            shown.field(name, &text);
        }
        shown
            .field("body_state", &self.body_state())
            .field("body", &Beginning(self.body()))
            .field("body_length", &self.body().len())
            .field("cut", &self.is_cut())
            .finish_non_exhaustive()
    }
}

impl<C: ErrorCode> StdError for ApiError<C> {}

/// The number of bytes of a body that are shown.
const SHOWN: usize = 200;

/// The beginning of a body. Bytes that are no text are shown as `\xNN`.
struct Beginning<'a>(&'a [u8]);

impl Debug for Beginning<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let start = self.0.get(..SHOWN).unwrap_or(self.0);
        // A character may be cut at the end.
        let chunks = start.utf8_chunks().map(|chunk| (chunk.valid(), chunk.invalid()));
        f.write_str("\"")?;
        for (valid, invalid) in chunks {
            for c in valid.chars() {
                match c {
                    '"' | '\\' => write!(f, "\\{c}")?,
                    _ => shown::character(f, c)?,
                }
            }
            for byte in invalid {
                write!(f, "\\x{byte:02x}")?;
            }
        }
        f.write_str(if start.len() < self.0.len() { "…\"" } else { "\"" })
    }
}
