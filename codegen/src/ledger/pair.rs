//! A pair: what became of an error between two ledgers.

use super::Promise;

/// The fate or origin of an error.
pub(crate) enum Pair<'p> {
    /// The error no longer has an entry.
    Gone(&'p Promise),
    /// A tombstone without a released code.
    Out(&'p Promise),
    /// The code is new.
    New(&'p Promise),
    /// The code was out of use, and is in use again with the same meaning.
    Back(&'p Promise, &'p Promise),
    /// The code was out of use, and is in use again with another meaning.
    Reused(&'p Promise, &'p Promise),
    /// The code was in use, and has another meaning now.
    Replaced {
        /// The old error.
        old: &'p Promise,
        /// The error that has the code now.
        new: &'p Promise,
        /// Where the old error is now.
        home: &'p Promise,
    },
    /// The code is in use, and may have another meaning now.
    Doubtful(&'p Promise, &'p Promise),
    /// The error has another code.
    Rekeyed(&'p Promise, &'p Promise),
    /// The error is the same.
    Same(&'p Promise, &'p Promise),
}

impl<'p> Pair<'p> {
    /// Returns the older and the newer error.
    pub(crate) fn both(&self) -> (Option<&'p Promise>, Option<&'p Promise>) {
        match *self {
            Self::Gone(old) | Self::Out(old) => (Some(old), None),
            Self::New(new) => (None, Some(new)),
            Self::Back(old, new)
            | Self::Reused(old, new)
            | Self::Replaced { old, new, .. }
            | Self::Doubtful(old, new)
            | Self::Rekeyed(old, new)
            | Self::Same(old, new) => (Some(old), Some(new)),
        }
    }
}
