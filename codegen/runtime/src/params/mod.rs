//! Parameters of messages and details of errors: structs with named, typed values.

mod misfit;
mod read;
mod sensitive;
mod value;

use alloc::string::String;
use core::fmt::{self, Debug};

pub use self::misfit::Misfit;
pub use self::read::Values;
pub use self::sensitive::Sensitive;
pub use self::value::{Parameter, Value};
use crate::ErrorCode;

/// A struct of named values that can stand in a response and be read back from one.
///
/// Implemented by generated code for the parameters and the details of an error.
pub trait Record: Debug + Send + Sync + Sized + 'static {
    /// The names, in the order of the catalog.
    const NAMES: &'static [&'static str];

    /// The value at a place of [`NAMES`](Self::NAMES).
    fn value(&self, place: usize) -> Option<&dyn Value>;

    /// Reads the values of a response.
    ///
    /// # Errors
    /// A [`Misfit`] names the first value that is missing or of another type.
    fn read(values: &Values<'_>) -> Result<Self, Misfit>;
}

/// The parameters of an error's message: the struct `DuplicateName { name }` for the code
/// `DuplicateName`.
///
/// A parameterised error is made from this struct, so that a wrong or forgotten parameter does not
/// compile, and read back into it with [`ApiError::known_params`](crate::ApiError::known_params).
pub trait Params: Record {
    /// The enum of codes.
    type Code: ErrorCode;

    /// The code whose message has these parameters.
    const CODE: Self::Code;

    /// The message; empty for a code without one.
    const MESSAGE: &'static [Piece<'static>];

    /// The body of a response with nothing but the parameters; nothing where what it looks like depends on more than the values.
    #[doc(hidden)]
    fn body(&self) -> Option<String> {
        None
    }

    /// The same for problem details.
    #[doc(hidden)]
    fn problem(&self) -> Option<String> {
        None
    }

    /// The message with the values filled in.
    ///
    /// Allocates exactly once, and exactly as much as is needed; not at all for an empty message.
    fn to_message(&self) -> String {
        filled(Self::MESSAGE, self)
    }
}

/// The details of an error: typed values that travel beside the message.
pub trait Details: Record {
    /// The enum of codes.
    type Code: ErrorCode;

    /// The code whose details these are.
    const CODE: Self::Code;
}

/// A piece of a message with parameters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    /// Text as it is.
    Text(&'a str),
    /// The value at this place among the parameters.
    Value(usize),
}

/// Values by place, whatever their struct: what is left of [`Params`] when their type is forgotten.
#[doc(hidden)]
pub trait Filled: Debug + Send + Sync {
    /// The names of the values.
    fn names(&self) -> &[&str];
    /// The value at a place of the names.
    fn value_at(&self, place: usize) -> Option<&dyn Value>;
    /// The message.
    fn pieces(&self) -> &[Piece<'_>];
    /// [`Params::body`]
    fn body(&self) -> Option<String> {
        None
    }
    /// [`Params::problem`]
    fn problem(&self) -> Option<String> {
        None
    }
    /// The struct, to be found again by its type.
    fn as_any(&self) -> Option<&dyn core::any::Any> {
        None
    }
}

impl<P: Params> Filled for P {
    fn names(&self) -> &[&str] {
        P::NAMES
    }

    fn value_at(&self, place: usize) -> Option<&dyn Value> {
        self.value(place)
    }

    fn pieces(&self) -> &[Piece<'_>] {
        P::MESSAGE
    }

    fn body(&self) -> Option<String> {
        P::body(self)
    }

    fn problem(&self) -> Option<String> {
        P::problem(self)
    }

    fn as_any(&self) -> Option<&dyn core::any::Any> {
        Some(self)
    }
}

/// Writes a message with its values: what `Display` of a parameter struct does.
///
/// # Errors
/// Those of `out`.
pub fn write_message<P: Params>(params: &P, out: &mut dyn fmt::Write) -> fmt::Result {
    write_filled(params, out)
}

#[inline]
pub(crate) fn write_filled(filled: &dyn Filled, out: &mut dyn fmt::Write) -> fmt::Result {
    for piece in filled.pieces() {
        match piece {
            Piece::Text(text) => out.write_str(text)?,
            Piece::Value(place) => {
                if let Some(value) = filled.value_at(*place) {
                    value.show(out)?;
                }
            }
        }
    }
    Ok(())
}

/// How many bytes [`write_filled`] writes.
#[inline]
pub(crate) fn filled_len(filled: &dyn Filled) -> usize {
    let mut length = Length(0);
    match write_filled(filled, &mut length) {
        Ok(()) => length.0,
        Err(_) => 0,
    }
}

fn filled<P: Params>(pieces: &[Piece<'_>], params: &P) -> String {
    if pieces.is_empty() {
        return String::new();
    }
    let mut text = String::with_capacity(filled_len(params));
    // Writing to a string does not fail.
    let _ = write_filled(params, &mut text);
    text
}

/// Counts what is written.
struct Length(usize);

impl fmt::Write for Length {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}
