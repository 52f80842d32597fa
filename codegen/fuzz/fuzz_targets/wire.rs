//! Reads any bytes as a response with a client of each shipped catalog. Nothing may be lost or
//! shown unescaped.
#![no_main]

use errcat_catalogs::runtime::{ApiError, ErrorCode, Retry, Timestamp};

/// Splits the input into two bytes of status, one header per line, an empty line, and the body.
fn parts(bytes: &[u8]) -> Option<(u16, Vec<(String, &[u8])>, &[u8])> {
    let (status, rest) = bytes.split_first_chunk::<2>()?;
    let end = rest.windows(2).position(|pair| pair == b"\n\n");
    let (head, body) = end.map_or((&[][..], rest), |end| (&rest[..end], &rest[end + 2..]));
    let headers = head.split(|byte| *byte == b'\n').filter_map(|line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        Some((String::from_utf8_lossy(&line[..colon]).into_owned(), &line[colon + 1..]))
    });
    Some((u16::from_le_bytes(*status), headers.collect(), body))
}

fn check<C: ErrorCode>(status: u16, headers: &[(String, &[u8])], body: &[u8]) -> Option<String> {
    let error = ApiError::<C>::from_parts(status, headers.iter().map(|(name, value)| (name, value)), body);
    assert_eq!((error.status(), error.body()), (status, body));
    assert!(error.headers().eq(headers.iter().map(|(name, value)| (name.as_str(), *value))));

    let shown = error.to_string();
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    assert_eq!(error.known(), error.code().and_then(|code| C::from_code(code.as_str())));
    assert!(error.message() != Some("") && error.code().is_none_or(|code| code != ""));
    let class = error.class();
    assert!(class.is_none_or(|class| error.is_a(class)));
    let advice = error.retry_advice();
    let wait = error.retry_after(Timestamp::from_unix(1_795_262_400, 0));
    assert!(advice != Retry::RetryAfter || wait.is_some() || error.known().and_then(C::retry) == Some(advice));
    assert!(error.metric_label() == "_OTHER" || error.known().is_some());
    let _ = (format!("{error:?}"), error.details().map(|details| details.items().count()));
    error.code().map(|code| code.as_str().to_owned())
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((status, headers, body)) = parts(bytes) else { return };
    check::<errcat_catalogs::phala_cloud::Code>(status, &headers, body);
    check::<errcat_catalogs::csghub::Code>(status, &headers, body);
    check::<errcat_catalogs::nsrocks::Code>(status, &headers, body);
    if let Some(code) = check::<errcat_catalogs::novita::Code>(status, &headers, body) {
        let candidates = errcat_catalogs::novita::Code::candidates(&code);
        assert_eq!(candidates.len() == 1, errcat_catalogs::novita::Code::from_code(&code).is_some());
        assert!(candidates.iter().all(|candidate| candidate.code() == code));
    }
    check::<errcat_catalogs::novita::gpu::Code>(status, &headers, body);
});
