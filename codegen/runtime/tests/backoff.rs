//! Tests of `Backoff`.

use core::time::Duration;

use errcat::Backoff;
use proptest::prelude::*;

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

fn pauses(first: Duration, most: Duration, random: u64) -> Vec<Duration> {
    Backoff::new(first, most, || random).attempts(7).collect()
}

#[test]
fn the_limit_doubles_up_to_the_maximum() {
    assert_eq!(pauses(ms(100), ms(1_000), u64::MAX), [100, 200, 400, 800, 1_000, 1_000, 1_000].map(ms));
    assert_eq!(pauses(ms(100), ms(1_000), 1 << 63), [50, 100, 200, 400, 500, 500, 500].map(ms));
    assert_eq!(pauses(ms(100), ms(1_000), 0), [Duration::ZERO; 7]);
    assert_eq!(pauses(ms(5_000), ms(1_000), u64::MAX), [ms(1_000); 7]);
    assert_eq!(pauses(Duration::ZERO, ms(1_000), u64::MAX), [Duration::ZERO; 7]);
    assert_eq!(pauses(ms(100), Duration::ZERO, u64::MAX), [Duration::ZERO; 7]);
}

#[test]
fn the_longest_durations_do_not_overflow() {
    let longest = Duration::from_nanos(u64::MAX);
    assert_eq!(pauses(Duration::MAX, Duration::MAX, u64::MAX), [longest; 7]);
    let mut backoff = Backoff::new(Duration::MAX, Duration::MAX, || u64::MAX);
    assert_eq!(backoff.next_after(Duration::MAX), Some(Duration::MAX));
}

#[test]
fn attempts_are_limited() {
    let backoff = || Backoff::new(ms(1), ms(1), || 7);
    assert_eq!(backoff().count(), 5);
    assert_eq!(backoff().attempts(0).next(), None);
    assert!(backoff().attempts(1).next_after(ms(9)).is_some());
    let mut two = backoff().attempts(2);
    assert_eq!(two.size_hint(), (2, Some(2)));
    assert!(two.next_after(ms(3)).is_some() && two.next().is_some());
    assert_eq!((two.next(), two.next_after(ms(3)), two.next()), (None, None, None));
}

#[test]
fn randomness_is_used_once_per_pause() {
    let mut numbers = [u64::MAX, 0, 1 << 62].into_iter();
    let backoff = Backoff::new(ms(4), ms(1_000), || numbers.next().unwrap_or_default()).attempts(3);
    assert_eq!(backoff.collect::<Vec<_>>(), [ms(4), ms(0), ms(4)]);
    assert_eq!(numbers.next(), None);
}

#[test]
fn the_wait_of_the_server_is_the_minimum() {
    let mut backoff = Backoff::new(ms(100), ms(300), || u64::MAX);
    assert_eq!(backoff.next_after(ms(5_000)), Some(ms(5_100)));
    assert_eq!(backoff.next(), Some(ms(200)));
    assert_eq!(backoff.next_after(Duration::ZERO), Some(ms(300)));
}

#[test]
fn debug_shows_the_remaining_pauses() {
    let mut backoff = Backoff::new(ms(100), ms(300), || 0);
    backoff.next();
    assert_eq!(format!("{backoff:?}"), "Backoff { ceiling: 200ms, most: 300ms, left: 4, .. }");
}

proptest! {
    #[test]
    fn pauses_stay_below_their_limits(
        first in any::<Duration>(), most in any::<Duration>(), seed in any::<u64>(), floor in any::<Duration>(),
    ) {
        let mut state = seed;
        let random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state
        };
        let mut backoff = Backoff::new(first, most, random).attempts(100);
        let mut ceiling = first.min(most);
        while let Some(pause) = backoff.next_after(floor) {
            prop_assert!(floor <= pause && pause <= floor.saturating_add(ceiling));
            ceiling = ceiling.saturating_mul(2).min(most);
        }
    }
}
