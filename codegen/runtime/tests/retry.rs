//! Tests of `Retry`.

use errcat::Retry;

const ADVICE: Option<Retry> = Retry::parse("backoff");
const WORD: &str = Retry::RetryAfter.as_str();
const AGAIN: bool = Retry::Never.is_retryable();

const ALL: [(&str, Retry, bool); 4] = [
    ("never", Retry::Never, false),
    ("immediately", Retry::Immediately, true),
    ("backoff", Retry::Backoff, true),
    ("retry-after", Retry::RetryAfter, true),
];

#[test]
fn words_round_trip() {
    for (word, retry, again) in ALL {
        assert_eq!(Retry::parse(word), Some(retry));
        assert_eq!(word.parse(), Ok(retry));
        assert_eq!(retry.as_str(), word);
        assert_eq!(retry.to_string(), word);
        assert_eq!(retry.is_retryable(), again);
    }
    assert_eq!(format!("{:>7}|{:-<7}", Retry::Never, Retry::Never), "  never|never--");
}

#[test]
fn works_in_constants() {
    assert_eq!(ADVICE, Some(Retry::Backoff));
    assert_eq!((WORD, AGAIN), ("retry-after", false));
}

#[test]
fn other_words_are_refused() {
    for word in ["", "Never", " never", "never ", "retry_after", "retry-afte", "retry-after-all"] {
        assert_eq!(Retry::parse(word), None);
        let result = word.parse::<Retry>().map_err(|error| format!("{error:>60}"));
        let expected = " expected `never`, `immediately`, `backoff` or `retry-after`";
        assert_eq!(result, Err(expected.to_owned()), "{word:?}");
    }
}

#[test]
fn most_failures_of_servers_may_pass() {
    let never = [501, 505, 506, 508, 510, 511];
    for status in 0..=1000 {
        let again = matches!(status, 408 | 425 | 429 | 500..=599) && !never.contains(&status);
        assert_eq!(Retry::of_status(status).is_retryable(), again, "{status}");
    }
}
