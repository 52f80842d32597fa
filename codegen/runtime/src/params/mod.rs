//! Parameters of messages and details of errors, as structs with typed values.

mod fields;
#[doc(hidden)]
pub mod marks;
mod misfit;
mod object;
mod printf;
mod read;
mod render;
mod sensitive;
mod template;
mod value;
mod wrapped;

use alloc::string::String;
use core::any::Any;
use core::fmt::{self, Debug, Formatter};

#[doc(hidden)]
pub use self::fields::Render;
pub use self::fields::{Field, Fields};
pub use self::misfit::Misfit;
pub use self::object::Object;
pub use self::read::{Taking, Values};
#[doc(hidden)]
pub use self::render::{angle, indexed, mustache, percent, printf};
pub use self::sensitive::Sensitive;
pub use self::template::Filled;
pub use self::value::{Parameter, Value};
use crate::ErrorCode;

/// The parameters of a message, such as the struct `DuplicateName { name }` of the code
/// `DuplicateName`.
///
/// Errors with parameters are created from this struct, so that the compiler rejects missing or
/// wrong parameters. [`ApiError::known_params`](crate::ApiError::known_params) reads it back.
///
/// Generated code implements it with a list of the fields. This crate does everything else.
// The compiler asks for this trait where a type is not converted into an error, because it knows
// `IntoError` for every struct of parameters.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an enum of codes nor a struct of parameters",
    label = "not convertible into an `errcat::Error`",
    note = "in code that is generic over `ErrorCode`, call `Error::new(code)`"
)]
pub trait Params: Debug + Send + Sync + Sized + 'static {
    /// The enum of codes.
    type Code: ErrorCode;

    /// The code of the error.
    const CODE: Self::Code;

    /// Adds the values to `fields`, in the order of the catalog.
    fn fields<'a>(&'a self, fields: &mut Fields<'a>);

    /// Takes the values from a response. `values` remembers a value that does not fit, and returns
    /// a placeholder for it.
    fn take(values: &mut Taking<'_>) -> Self;

    /// Returns the message with the values filled in; empty for a code without a message.
    ///
    /// Messages with up to eight parameters usually need one allocation.
    #[inline]
    fn to_message(&self) -> String {
        let mut fields = Fields::new();
        self.fields(&mut fields);
        filled(Self::CODE, &fields, None).map_or_else(String::new, Filled::to_text)
    }

    /// Returns the message in a language with the values filled in, like
    /// [`message_in`](ErrorCode::message_in).
    #[inline]
    fn to_message_in(&self, language: &str) -> String {
        let mut fields = Fields::new();
        self.fields(&mut fields);
        filled(Self::CODE, &fields, Some(language)).map_or_else(String::new, Filled::to_text)
    }
}

/// The details of an error: typed values that are sent in addition to the message.
///
/// Generated code implements it with a list of the fields. This crate does everything else.
pub trait Details: Debug + Send + Sync + Sized + 'static {
    /// The enum of codes.
    type Code: ErrorCode;

    /// The code of the error.
    const CODE: Self::Code;

    /// Adds the values to `fields`, in the order of the catalog.
    fn fields<'a>(&'a self, fields: &mut Fields<'a>);

    /// Takes the values from a response. `values` remembers a value that does not fit, and returns
    /// a placeholder for it.
    fn take(values: &mut Taking<'_>) -> Self;
}

/// The object-safe part of [`Params`].
pub(crate) trait Erased: Debug + Send + Sync {
    /// [`Params::fields`]
    fn list<'a>(&'a self, fields: &mut Fields<'a>);
    /// Returns the struct, for downcasting.
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
    filled(P::CODE, &fields, None).map_or(Ok(()), |filled| f.write_str(&filled.to_text()))
}

/// `Debug` of the structs of parameters, with the names on the wire.
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

/// Returns the message of a code with these values, in a language.
#[inline]
pub(crate) fn filled<'a>(
    code: impl ErrorCode,
    fields: &'a Fields<'a>,
    language: Option<&str>,
) -> Option<Filled<'a>> {
    Some(Filled { template: message(code, language)?, fields: fields.as_slice(), render: fields.render() })
}

/// Returns the message of a code in a language, or in that of the catalog.
#[inline]
pub(crate) fn message(code: impl ErrorCode, language: Option<&str>) -> Option<&'static str> {
    language.map_or_else(|| code.message(), |language| code.message_in(language))
}
