//! The texts of an error that is kept elsewhere.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use super::occurrence::Occurrence;
use crate::{Error, ErrorCode, Retry};

/// The texts of an error.
pub(super) struct Texts {
    display: String,
    /// The text with the chain of sources.
    chain: String,
    debug: String,
    retry: Retry,
    facts: Vec<(&'static str, String)>,
}

impl Texts {
    pub(super) fn of<C: ErrorCode>(error: &Error<C>) -> Self {
        let mut facts = Vec::new();
        error.record(|name, value| facts.push((name, value.to_string())));
        let retry = error.retry_advice();
        let chain = alloc::format!("{error:#}");
        Self { display: error.to_string(), chain, debug: alloc::format!("{error:?}"), retry, facts }
    }
}

impl Occurrence for Texts {
    #[inline]
    fn retry(&self) -> Retry {
        self.retry
    }

    #[inline]
    fn tell(&self, tell: &mut dyn FnMut(&'static str, &dyn Display)) {
        for (name, value) in &self.facts {
            tell(name, value);
        }
    }
}

impl Display for Texts {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(if f.alternate() { &self.chain } else { &self.display })
    }
}

impl Debug for Texts {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.debug)
    }
}

impl StdError for Texts {}
