//! Conversions from and to the clock of the standard library.

use core::error::Error;
use core::fmt::{self, Display, Formatter};
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Timestamp;

/// ```
/// use std::time::SystemTime;
/// use errcat::Timestamp;
///
/// let now = Timestamp::from(SystemTime::now());
/// assert!(now > Timestamp::from_unix(1_700_000_000, 0));
/// ```
impl From<SystemTime> for Timestamp {
    #[inline]
    fn from(time: SystemTime) -> Self {
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self::from_unix(seconds(after), after.subsec_nanos()),
            Err(error) => {
                let before = error.duration();
                match before.subsec_nanos() {
                    0 => Self::from_unix(-seconds(before), 0),
                    nanos => Self::from_unix(-seconds(before) - 1, 1_000_000_000 - nanos),
                }
            }
        }
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = TimestampOutOfRange;

    #[inline]
    fn try_from(time: Timestamp) -> Result<Self, TimestampOutOfRange> {
        let seconds = Duration::from_secs(time.unix_seconds().unsigned_abs());
        let whole = if time.unix_seconds() < 0 {
            UNIX_EPOCH.checked_sub(seconds)
        } else {
            UNIX_EPOCH.checked_add(seconds)
        };
        let nanos = Duration::new(0, time.subsec_nanos());
        whole.and_then(|whole| whole.checked_add(nanos)).ok_or(TimestampOutOfRange(()))
    }
}

/// The error if a [`Timestamp`] is out of range for `SystemTime`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimestampOutOfRange(());

impl Display for TimestampOutOfRange {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad("the time is out of the range of the system clock")
    }
}

impl Error for TimestampOutOfRange {}
