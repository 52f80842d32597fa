//! Limits on the content of catalogs, so that any file is read in bounded time and memory. The
//! limit on the size of files is [`LARGEST_FILE`](crate::source::LARGEST_FILE).

/// The maximum nesting of lists and maps.
pub(crate) const DEEPEST: usize = 128;

/// The maximum number of keys, texts, lists and maps in a file.
pub(crate) const MOST_VALUES: usize = 3_000_000;

/// The maximum length of a text in bytes.
pub(crate) const LONGEST_TEXT: usize = 1 << 20;

/// The maximum length of a code or alias in bytes.
pub(crate) const LONGEST_CODE: usize = 1 << 10;

/// The maximum number of codes and aliases in a catalog.
pub(crate) const MOST_CODES: usize = 200_000;

/// The maximum number of lines in a ledger: released codes and accepted changes.
pub(crate) const MOST_LINES: usize = 400_000;

/// The maximum length of a list that is compared with every error.
pub(crate) const MOST_RULES: usize = 256;

/// The maximum number of places of facts in an envelope.
pub(crate) const MOST_PLACES: usize = 256;

/// The maximum number of steps of a path in a response.
pub(crate) const MOST_STEPS: usize = 32;

/// The maximum number of reserved codes and ranges in one place.
pub(crate) const MOST_RESERVED: usize = 4_096;

/// The maximum bytes of text that the errors of a catalog inherit from `defaults` and `derive`.
pub(crate) const MOST_INHERITED: usize = 64 << 20;

/// The maximum number of syntax errors reported per file.
pub const MOST_MISTAKES: usize = 20;
