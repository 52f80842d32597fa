//! An error whose catalog is not known.

use core::error::Error as StdError;
use core::fmt::Display;

use crate::{Error, ErrorCode, Retry};

/// An error of any catalog.
pub(super) trait Occurrence: StdError + Send + Sync + 'static {
    fn retry(&self) -> Retry;
    fn tell(&self, tell: &mut dyn FnMut(&'static str, &dyn Display));
}

impl<C: ErrorCode> Occurrence for Error<C> {
    /// Computed on demand, because evaluating class rules is not free.
    fn retry(&self) -> Retry {
        self.retry_advice()
    }

    fn tell(&self, tell: &mut dyn FnMut(&'static str, &dyn Display)) {
        self.record(tell);
    }
}
