//! Parameters of messages and details of errors: structs with named, typed values.

mod fields;
mod misfit;
mod read;
mod sensitive;
mod template;
mod value;

use alloc::string::String;
use core::any::Any;
use core::fmt::{self, Debug, Formatter};

pub use self::fields::{Field, Fields};
pub use self::misfit::Misfit;
pub use self::read::{Taking, Values};
pub use self::sensitive::Sensitive;
pub use self::template::Filled;
pub use self::value::{Parameter, Value};
use crate::ErrorCode;

/// The parameters of an error's message: the struct `DuplicateName { name }` for the code
/// `DuplicateName`.
///
/// A parameterised error is made from this struct, so that a wrong or forgotten parameter does not
/// compile, and read back into it with [`ApiError::known_params`](crate::ApiError::known_params).
///
/// Generated code implements it by a list of the fields; everything else is done by this crate.
pub trait Params: Debug + Send + Sync + Sized + 'static {
    /// The enum of codes.
    type Code: ErrorCode;

    /// The code whose message has these parameters.
    const CODE: Self::Code;

    /// Adds the values to `fields`, in the order of the catalog.
    fn fields<'a>(&'a self, fields: &mut Fields<'a>);

    /// Takes the values out of a response. What does not fit is remembered by `values`, and a placeholder stands for it.
    fn take(values: &mut Taking<'_>) -> Self;

    /// Returns the message with the values filled in; empty for a code without a message.
    ///
    /// The text has exactly the room that it needs. With up to eight parameters, it is the only allocation.
    #[inline]
    fn to_message(&self) -> String {
        let mut fields = Fields::new();
        self.fields(&mut fields);
        filled(Self::CODE, &fields).map_or_else(String::new, Filled::to_text)
    }
}

/// The details of an error: typed values that travel beside the message.
///
/// Generated code implements it by a list of the fields; everything else is done by this crate.
pub trait Details: Debug + Send + Sync + Sized + 'static {
    /// The enum of codes.
    type Code: ErrorCode;

    /// The code whose details these are.
    const CODE: Self::Code;

    /// Adds the values to `fields`, in the order of the catalog.
    fn fields<'a>(&'a self, fields: &mut Fields<'a>);

    /// Takes the values out of a response. What does not fit is remembered by `values`, and a placeholder stands for it.
    fn take(values: &mut Taking<'_>) -> Self;
}

/// What is left of [`Params`] when their type is forgotten.
pub(crate) trait Erased: Debug + Send + Sync {
    /// [`Params::fields`]
    fn list<'a>(&'a self, fields: &mut Fields<'a>);
    /// The struct, to be found again by its type.
    fn as_any(&self) -> &dyn Any;
}

impl<P: Params> Erased for P {
    #[inline]
    fn list<'a>(&'a self, fields: &mut Fields<'a>) {
        self.fields(fields);
    }

    #[inline]
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// `Display` of the structs of parameters: the message with the values filled in.
///
/// # Errors
/// Returns the errors of the formatter.
#[inline]
pub fn display<P: Params>(params: &P, f: &mut Formatter<'_>) -> fmt::Result {
    let mut fields = Fields::new();
    params.fields(&mut fields);
    filled(P::CODE, &fields).map_or(Ok(()), |filled| filled.write(f))
}

/// `Debug` of the structs of parameters: as if it was derived.
///
/// # Errors
/// Returns the errors of the formatter.
#[inline]
pub fn debug<P: Params>(params: &P, name: &str, f: &mut Formatter<'_>) -> fmt::Result {
    let mut fields = Fields::new();
    params.fields(&mut fields);
    let mut shown = f.debug_struct(name);
    for field in fields.as_slice() {
        shown.field(field.name(), field.held());
    }
    shown.finish()
}

/// The message of a code with these values.
#[inline]
pub(crate) fn filled<'a>(code: impl ErrorCode, fields: &'a Fields<'a>) -> Option<Filled<'a>> {
    Some(Filled { template: code.message()?, fields: fields.as_slice() })
}
