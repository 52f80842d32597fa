//! Tests how clients read responses, complete and damaged.
//!
//! Each row of the tables contains: name, status, headers, body; then class, code (`?` before an
//! unknown one), message, request id, and retry advice. `-` is an absent value. `⟨…⟩` contains
//! hexadecimal bytes, or a size such as `⟨10 MB⟩` of text.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use errcat_catalogs::runtime::{ApiError, Class as _, ErrorCode, RetryAfter, Timestamp};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

/// The time at which every response is received.
const NOW: &str = "2026-11-21T12:00:00Z";

/// Converts a text of the table to bytes.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟨') {
        let (inside, after) = after.split_once('⟩').unwrap();
        out.extend_from_slice(before.as_bytes());
        match inside {
            "10 MB" => out.resize(out.len() + 10_000_000, b'x'),
            _ => out.extend(inside.split_whitespace().map(|hex| u8::from_str_radix(hex, 16).unwrap())),
        }
        rest = after;
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

fn text(column: &str) -> Option<String> {
    (column != "-").then(|| String::from_utf8(bytes(column)).unwrap())
}

/// Formats the retry advice, such as `retry-after 7`.
fn attempt<C: ErrorCode>(error: &ApiError<C>) -> String {
    let advice = error.retry_advice();
    let wait = error.retry_after(Timestamp::parse(NOW).unwrap());
    match wait {
        Some(RetryAfter { wait, capped: false, .. }) => format!("{advice} {}", wait.as_secs()),
        Some(RetryAfter { wait, .. }) => format!("{advice} {} capped", wait.as_secs()),
        None => advice.to_string(),
    }
}

/// Returns the differences from a row.
fn mistakes<C: ErrorCode>(row: &str) -> Vec<String> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [name, status, headers, body, class, code, message, request_id, again] = columns[..] else {
        return vec![format!("{row}: {} columns", columns.len())];
    };
    let headers = headers.split("; ").filter_map(|header| header.split_once(": "));
    let headers: Vec<_> = headers.map(|(name, value)| (name, bytes(value))).collect();
    let body = if body == "-" { Vec::new() } else { bytes(body) };
    let error = ApiError::<C>::from_parts(status.parse().unwrap(), headers.clone(), body.clone());

    assert_eq!(error.body(), body, "{name}");
    assert_eq!(error.headers().count(), headers.len(), "{name}");
    let shown = error.to_string();
    assert!(!shown.chars().any(char::is_control) && shown.chars().count() < 4000, "{name}: {shown}");

    let found = [
        ("class", error.class().map(|class| class.name().to_owned())),
        (
            "code",
            error.code().map(|code| format!("{}{code}", if error.known().is_some() { "" } else { "?" })),
        ),
        ("message", error.message().map(str::to_owned)),
        ("request id", error.request_id().map(str::to_owned)),
        ("retry", Some(attempt(&error))),
    ];
    let wanted = [class, code, message, request_id, again].map(text);
    let differs = |((what, found), wanted): ((&str, Option<String>), Option<String>)| {
        (found != wanted).then(|| format!("{name}: {what} is {found:.200?}, not {wanted:.200?}"))
    };
    found.into_iter().zip(wanted).filter_map(differs).collect()
}

fn check<C: ErrorCode>(table: &str) -> (usize, Vec<String>) {
    let rows: Vec<&str> = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    (rows.len(), rows.iter().flat_map(|row| mistakes::<C>(row)).collect())
}

#[test]
fn responses() {
    let results = [
        check::<phala_cloud::Code>(include_str!("responses/phala-cloud.tsv")),
        check::<csghub::Code>(include_str!("responses/csghub.tsv")),
        check::<nsrocks::Code>(include_str!("responses/nsrocks.tsv")),
        check::<novita::Code>(include_str!("responses/novita.tsv")),
    ];
    let mistakes: Vec<String> = results.iter().flat_map(|(_, mistakes)| mistakes.clone()).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    assert!(results.iter().map(|(rows, _)| rows).sum::<usize>() >= 200);
}
