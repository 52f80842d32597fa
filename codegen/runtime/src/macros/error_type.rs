//! The error type of a program, which converts errors of other crates.

/// Defines the error type of a program, with one place that says which code an error of another crate
/// becomes.
///
/// `?` converts with `From`, and Rust allows `impl From<io::Error> for Error<Code>` to nobody but the
/// crates that define these types: both belong to other crates than yours. A type of your own is the
/// way out. Where only one function needs a conversion,
/// [`or_code`](crate::ResultExt::or_code) is shorter.
///
/// Each line is a type and the code that it becomes, with the original error as source. After `as NAME`,
/// the right side makes the whole error. The type converts from codes and from
/// [`Error`](crate::Error), too, and responds like them.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::Error;
/// use std::num::ParseIntError;
///
/// errcat::error_type! {
///     /// An error of this server.
///     struct AppError(Code);
///     ParseIntError => Code::NodeNotFound,
///     std::io::Error as error => Error::new(Code::QuotaExceeded).with_detail("kind", error.kind().to_string()),
/// }
///
/// fn node(id: &str) -> Result<u32, AppError> {
///     let id: u32 = id.parse()?;
///     if id > 9 {
///         return Err(Code::QuotaExceeded.into());
///     }
///     Ok(id)
/// }
///
/// assert_eq!(node("x").unwrap_err().code(), Code::NodeNotFound);
/// assert_eq!(node("10").unwrap_err().to_string(), "ERR-02-001: The quota is used up");
/// ```
#[macro_export]
macro_rules! error_type {
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident($code:ty);
        $($source:ty $(as $it:ident)? => $to:expr),* $(,)?
    ) => {
        $(#[$doc])*
        $vis struct $name($crate::Error<$code>);

        impl $name {
            /// Returns the error with its code.
            #[must_use]
            $vis fn into_error(self) -> $crate::Error<$code> {
                self.0
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = $crate::Error<$code>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        impl ::core::error::Error for $name {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                ::core::error::Error::source(&self.0)
            }
        }

        impl ::core::convert::From<$crate::Error<$code>> for $name {
            fn from(error: $crate::Error<$code>) -> Self {
                Self(error)
            }
        }

        impl ::core::convert::From<$code> for $name {
            fn from(code: $code) -> Self {
                Self($crate::Error::new(code))
            }
        }

        impl ::core::convert::From<$name> for $crate::Error<$code> {
            fn from(error: $name) -> Self {
                error.0
            }
        }

        $($crate::error_type! { @from $name, $source, ($($it)?), $to })*

        $crate::__actix! { error $name }
        $crate::__axum! { error $name }
        $crate::__tonic! { error $name }
    };
    (@from $name:ident, $source:ty, (), $to:expr) => {
        impl ::core::convert::From<$source> for $name {
            fn from(source: $source) -> Self {
                Self($crate::Error::from($to).with_source(source))
            }
        }
    };
    (@from $name:ident, $source:ty, ($it:ident), $to:expr) => {
        impl ::core::convert::From<$source> for $name {
            fn from($it: $source) -> Self {
                Self($crate::Error::from($to))
            }
        }
    };
}
