//! Converts between days and dates of the Gregorian calendar.

const SECONDS_A_DAY: i64 = 86_400;
/// The calendar repeats every 400 years.
const DAYS_A_CYCLE: i64 = 146_097;
/// The days from March 1st of year 0 to January 1st of 1970.
const DAYS_TO_EPOCH: i64 = 719_468;

/// A date and time of day in UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Civil {
    pub(super) year: i64,
    /// The month, from 1.
    pub(super) month: u8,
    /// The day of the month, from 1.
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
}

impl Civil {
    /// Returns the date and time at this number of seconds since the epoch.
    #[inline]
    pub(super) fn from_unix(seconds: i64) -> Self {
        let (year, month, day) = date(seconds.div_euclid(SECONDS_A_DAY));
        let of_day = seconds.rem_euclid(SECONDS_A_DAY);
        let [hour, minute, second] = [of_day / 3600, of_day / 60 % 60, of_day % 60].map(small);
        Self { year, month, day, hour, minute, second }
    }

    /// Returns the seconds since the epoch, or `None` if the date is not valid or not in the years
    /// 0 to 9999. A leap second counts as the second before it.
    #[inline]
    pub(super) fn to_unix(self) -> Option<i64> {
        let sound = (0..=9999).contains(&self.year)
            && (1..=12).contains(&self.month)
            && (1..=days_of_month(self.year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second <= 60;
        let minutes = i64::from(self.hour) * 60 + i64::from(self.minute);
        let of_day = minutes * 60 + i64::from(self.second.min(59));
        sound.then(|| days(self.year, self.month, self.day) * SECONDS_A_DAY + of_day)
    }
}

/// Returns the day of the week, from 0 for Sunday.
#[inline]
pub(super) fn weekday(seconds: i64) -> usize {
    // The epoch was a Thursday.
    usize::from(small((seconds.div_euclid(SECONDS_A_DAY) + 4).rem_euclid(7)))
}

/// Returns the days since the epoch. Years start in March here, so that the leap day is their last
/// day.
#[inline]
fn days(year: i64, month: u8, day: u8) -> i64 {
    let (year, month) =
        if month > 2 { (year, i64::from(month) - 3) } else { (year - 1, i64::from(month) + 9) };
    let (cycle, year) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
    cycle * DAYS_A_CYCLE + year * 365 + year / 4 - year / 100 + of_year - DAYS_TO_EPOCH
}

/// Returns the year, month and day at this number of days since the epoch.
#[inline]
fn date(days: i64) -> (i64, u8, u8) {
    let days = days + DAYS_TO_EPOCH;
    let (cycle, of_cycle) = (days.div_euclid(DAYS_A_CYCLE), days.rem_euclid(DAYS_A_CYCLE));
    // Without earlier leap days, every year has 365 days.
    let year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / (DAYS_A_CYCLE - 1)) / 365;
    let of_year = of_cycle - (year * 365 + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (cycle * 400 + year + i64::from(month <= 2), small(month), small(day))
}

#[inline]
const fn days_of_month(year: i64, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Converts a number that is known to be below 100.
#[inline]
fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
