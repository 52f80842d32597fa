//! Writes bodies of codes to which nothing was added, from pieces that are the same for a catalog.

use alloc::string::String;

use crate::BodyPiece;
use crate::json::write;
use crate::status::phrase;

/// The room for characters that have to be escaped, and for the status.
const SPARE: usize = 32;

/// Returns the body that the pieces describe.
#[inline]
#[must_use]
pub(crate) fn bare(pieces: &[BodyPiece<'_>], code: &str, message: &str, status: impl Fn() -> u16) -> String {
    let size = pieces.iter().fold(SPARE, |size, piece| {
        size + match piece {
            BodyPiece::Text(text) => text.len(),
            BodyPiece::Code | BodyPiece::PlainCode => code.len(),
            BodyPiece::Message | BodyPiece::PlainMessage => message.len(),
            BodyPiece::Status | BodyPiece::Phrase => 0,
        }
    });
    let mut out = String::with_capacity(size);
    for piece in pieces {
        match piece {
            BodyPiece::Text(text) => out.push_str(text),
            BodyPiece::PlainCode => out.push_str(code),
            BodyPiece::PlainMessage => out.push_str(message),
            BodyPiece::Code => write::escaped(&mut out, code),
            BodyPiece::Message => write::escaped(&mut out, message),
            BodyPiece::Status => write::unsigned(&mut out, status().into()),
            BodyPiece::Phrase => out.push_str(phrase(status())),
        }
    }
    out
}
