//! Writes the time to wait in the unit of its place.

use alloc::string::{String, ToString as _};
use core::fmt::Write as _;
use core::time::Duration;

use crate::json::write;
use crate::{Timestamp, Unit};

/// Writes a delay as JSON. Returns `false` for a date if there is no clock.
#[inline]
pub(super) fn json(out: &mut String, delay: Duration, unit: Unit) -> bool {
    match unit {
        Unit::Seconds => write::unsigned(out, seconds(delay)),
        Unit::Milliseconds => write::unsigned(out, milliseconds(delay)),
        Unit::Duration => write::string(out, &duration(delay)),
        Unit::Date => match at(delay) {
            Some(time) => write::string(out, &time.to_string()),
            None => return false,
        },
    }
    true
}

/// Returns a delay as the text of a header.
#[inline]
pub(super) fn text(delay: Duration, unit: Unit) -> Option<String> {
    match unit {
        Unit::Seconds => Some(seconds(delay).to_string()),
        Unit::Milliseconds => Some(milliseconds(delay).to_string()),
        Unit::Duration => Some(duration(delay)),
        Unit::Date => at(delay).map(|time| time.to_http_date().to_string()),
    }
}

/// Returns the whole seconds, rounded up.
#[inline]
pub(crate) fn seconds(delay: Duration) -> u64 {
    delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0))
}

#[inline]
fn milliseconds(delay: Duration) -> u64 {
    u64::try_from(delay.as_nanos().div_ceil(1_000_000)).unwrap_or(u64::MAX)
}

/// Returns a duration such as `3.5s`.
#[inline]
fn duration(delay: Duration) -> String {
    let mut text = delay.as_secs().to_string();
    if delay.subsec_nanos() > 0 {
        // Writing to a `String` does not fail.
        let _ = write!(text, ".{:09}", delay.subsec_nanos());
        text.truncate(text.trim_end_matches('0').len());
    }
    text.push('s');
    text
}

/// Returns the time after a delay, rounded up to whole seconds.
#[inline]
fn at(delay: Duration) -> Option<Timestamp> {
    let now = now()?;
    let nanos = u64::from(now.subsec_nanos()) + u64::from(delay.subsec_nanos());
    let whole = i64::try_from(delay.as_secs() + nanos.div_ceil(1_000_000_000)).ok()?;
    let at = now.unix_seconds().checked_add(whole)?;
    // The last second of the year 9999.
    Some(Timestamp::from_unix(at.min(253_402_300_799), 0))
}

#[cfg(feature = "std")]
#[inline]
#[expect(clippy::unnecessary_wraps, reason = "without the standard library, there is no clock")]
fn now() -> Option<Timestamp> {
    Some(std::time::SystemTime::now().into())
}

#[cfg(not(feature = "std"))]
#[inline]
const fn now() -> Option<Timestamp> {
    None
}
