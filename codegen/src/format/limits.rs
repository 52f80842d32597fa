//! How much a catalog may hold, so that any file comes to an end in bounded time and memory. The size of a file is
//! [`LARGEST_FILE`](crate::source::LARGEST_FILE).

/// How deep lists and maps may lie in each other.
pub(crate) const DEEPEST: usize = 128;

/// How many keys, texts, lists and maps a file may hold.
pub(crate) const MOST_VALUES: usize = 3_000_000;

/// How many bytes a text may have.
pub(crate) const LONGEST_TEXT: usize = 1 << 20;

/// How many bytes a code or an alias may have.
pub(crate) const LONGEST_CODE: usize = 1 << 10;

/// How many codes and aliases a catalog may have.
pub(crate) const MOST_CODES: usize = 200_000;

/// How many lines a ledger may have: codes that were released at some time, and accepted changes.
pub(crate) const MOST_LINES: usize = 400_000;

/// How many entries a list may have that every error is held against.
pub(crate) const MOST_RULES: usize = 256;

/// How many codes and ranges may be reserved in one place.
pub(crate) const MOST_RESERVED: usize = 4_096;

/// How many bytes of text the errors of a catalog may get from `defaults` and `derive`.
pub(crate) const MOST_INHERITED: usize = 64 << 20;

/// How many syntax mistakes of one file are told.
pub const MOST_MISTAKES: usize = 20;
