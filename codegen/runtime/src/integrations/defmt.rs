//! defmt: codes as text in the logs of embedded devices.

pub use defmt::{Format, Formatter};

use crate::Retry;
#[cfg(feature = "alloc")]
use crate::{ErrorCode, Wire};

impl Format for Retry {
    #[inline]
    fn format(&self, f: Formatter<'_>) {
        self.as_str().format(f);
    }
}

/// Formats the text as received.
#[cfg(feature = "alloc")]
impl<C: ErrorCode> Format for Wire<C> {
    fn format(&self, f: Formatter<'_>) {
        self.as_str().format(f);
    }
}

/// Formats the text of the code.
#[doc(hidden)]
#[macro_export]
macro_rules! __defmt {
    ($code:ident) => {
        impl $crate::integrations::defmt::Format for $code {
            fn format(&self, f: $crate::integrations::defmt::Formatter<'_>) {
                $crate::integrations::defmt::Format::format($crate::ErrorCode::code(*self), f);
            }
        }
    };
}
