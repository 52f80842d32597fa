//! The error of reading typed values from a response.

use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// The reason why the values of a response do not fit a struct.
///
/// ```
/// use errcat::Misfit;
///
/// let misfit = Misfit::WrongType { name: "limit", expected: "a whole number" };
/// assert_eq!(misfit.to_string(), "`limit` is not a whole number");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Misfit {
    /// The response has another code, or none.
    OtherCode {
        /// The code of the struct.
        expected: &'static str,
    },
    /// A value is missing.
    Missing {
        /// The name of the value.
        name: &'static str,
    },
    /// The response is cut off inside a value.
    CutOff {
        /// The name of the value.
        name: &'static str,
    },
    /// A value has another type.
    WrongType {
        /// The name of the value.
        name: &'static str,
        /// The expected type.
        expected: &'static str,
    },
}

impl Display for Misfit {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherCode { expected } => write!(f, "the code is not `{expected}`"),
            Self::Missing { name } => write!(f, "`{name}` is missing"),
            Self::CutOff { name } => write!(f, "`{name}` is cut off"),
            Self::WrongType { name, expected } => write!(f, "`{name}` is not {expected}"),
        }
    }
}

impl Error for Misfit {}
