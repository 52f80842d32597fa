//! The error of reading typed values from a response.

use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// Says why a response could not be read into the struct asked for.
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
    /// The response has another code than the one whose values were asked for, or none.
    OtherCode {
        /// The code whose values were asked for.
        expected: &'static str,
    },
    /// A value is not there.
    Missing {
        /// Its name.
        name: &'static str,
    },
    /// The response ends in the middle of a value.
    CutOff {
        /// Its name.
        name: &'static str,
    },
    /// A value is of another type.
    WrongType {
        /// Its name.
        name: &'static str,
        /// What it should have been.
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
