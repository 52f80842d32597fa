//! Tests of parsing codes.

use std::collections::BTreeMap;

use errcat::{ErrorCode, UnknownCode};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

const FOUND: Option<phala_cloud::Code> = phala_cloud::Code::from_code("ERR-03-001");
const MISSED: Option<phala_cloud::Code> = phala_cloud::Code::from_code("ERR-03-01");
const MESSAGE: Option<&str> = match FOUND {
    Some(code) => code.message(),
    None => None,
};
const AMBIGUOUS: Option<novita::Code> = novita::Code::from_code("RATE_LIMIT_EXCEEDED");
const CANDIDATES: usize = novita::Code::candidates("RATE_LIMIT_EXCEEDED").len();

#[test]
fn constants() {
    assert_eq!(FOUND, Some(phala_cloud::Code::CvmNotFound));
    assert_eq!(MISSED, None);
    assert_eq!(MESSAGE, Some("The requested CVM was not found"));
    assert_eq!(AMBIGUOUS, None);
    assert_eq!(CANDIDATES, 3);
}

/// Returns near misses of `code`: without one end, in another case, or with one character added,
/// removed or changed.
fn near(code: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for at in 0..code.len() {
        let (before, after) = (&code[..at], &code[at..]);
        let rest = &after[1..];
        let old = after.as_bytes()[0];
        texts.extend([before.to_owned(), rest.to_owned(), format!("{before}{rest}")]);
        let swapped =
            if old.is_ascii_lowercase() { old.to_ascii_uppercase() } else { old.to_ascii_lowercase() };
        texts.push(format!("{before}{}{rest}", char::from(swapped)));
        for new in (0..=0x7f_u8).map(char::from).chain(['é', '‐', '\u{ff21}']) {
            texts.push(format!("{before}{new}{rest}"));
            texts.push(format!("{before}{new}{after}"));
        }
    }
    let around = [" ", "\n", "\0", "\u{feff}", "0", "_", code];
    texts.extend(around.iter().flat_map(|extra| [format!("{code}{extra}"), format!("{extra}{code}")]));
    texts.extend([code.to_uppercase(), code.to_lowercase()]);
    texts
}

/// Checks near misses of all codes. Only those that are unique codes themselves may be found.
fn check_near<C: ErrorCode>() {
    let mut codes: BTreeMap<&str, Vec<C>> = BTreeMap::new();
    for &code in C::ALL {
        codes.entry(code.code()).or_default().push(code);
    }
    let mut missed = 0_usize;
    for &code in C::ALL {
        for text in near(code.code()) {
            let expected = match codes.get(text.as_str()).map(Vec::as_slice) {
                Some(&[only]) => Some(only),
                _ => None,
            };
            assert_eq!(C::from_code(&text), expected, "{text:?}");
            missed += usize::from(expected.is_none());
        }
    }
    assert!(missed > 1_000 * C::ALL.len(), "only {missed} texts were no code");
}

#[test]
fn near_misses() {
    check_near::<phala_cloud::Code>();
    check_near::<csghub::Code>();
    check_near::<nsrocks::Code>();
    check_near::<novita::Code>();
    check_near::<novita::image_video_audio::Code>();
    check_near::<novita::llm::Code>();
    check_near::<novita::gpu::Code>();
    check_near::<novita::billing::Code>();
}

fn check_strange<C: ErrorCode>() {
    let first = C::ALL[0].code();
    let long = "A".repeat(1 << 20);
    let texts = [
        String::new(),
        "\0".to_owned(),
        "é".to_owned(),
        "💥💥💥".to_owned(),
        "ＥＲＲ－０１－００１".to_owned(),
        "\u{202e}100-10-RRE".to_owned(),
        format!("{first}{long}"),
        format!("{long}{first}"),
        first.repeat((1 << 20) / first.len()),
        "é".repeat(1 << 19),
        long,
    ];
    for text in texts {
        assert_eq!(C::from_code(&text), None, "{}", text.chars().take(20).collect::<String>());
    }
}

#[test]
fn strange_texts() {
    check_strange::<phala_cloud::Code>();
    check_strange::<csghub::Code>();
    check_strange::<nsrocks::Code>();
    check_strange::<novita::Code>();
    check_strange::<novita::llm::Code>();
}

#[test]
fn parsing() {
    use phala_cloud::Code;

    assert_eq!("ERR-02-015".parse(), Ok(Code::QuotaExceeded));
    assert_eq!(Code::try_from("ERR-02-015"), Ok(Code::QuotaExceeded));
    let error: UnknownCode = "err-02-015".parse::<Code>().unwrap_err();
    assert_eq!(Code::try_from("err-02-015"), Err(error.clone()));
    assert_eq!(error.to_string(), "`err-02-015` is not a code of phala-cloud");
    assert_eq!((error.catalog(), error.text()), ("phala-cloud", Some("err-02-015")));
    assert!(!error.is_ambiguous());
}

#[test]
fn parsing_of_one_family() {
    assert_eq!("RATE_LIMIT_EXCEEDED".parse(), Ok(novita::llm::Code::RateLimitExceeded));
    let error = "TASK_FAILED".parse::<novita::llm::Code>().unwrap_err();
    assert_eq!(error.to_string(), "`TASK_FAILED` is not a code of novita/llm");
    assert!(!error.is_ambiguous());
}

#[test]
fn parsing_of_ambiguous_codes() {
    let error = "RATE_LIMIT_EXCEEDED".parse::<novita::Code>().unwrap_err();
    assert!(error.is_ambiguous());
    assert_eq!(error.to_string(), "`RATE_LIMIT_EXCEEDED` is a code of more than one family of novita");
    let error = novita::Code::try_from("RATE_LIMIT").unwrap_err();
    assert!(!error.is_ambiguous());
    assert_eq!(error.to_string(), "`RATE_LIMIT` is not a code of novita");
    let only = "MODEL_NOT_FOUND".parse::<novita::Code>();
    assert_eq!(only, Ok(novita::Code::Llm(novita::llm::Code::ModelNotFound)));
}

#[test]
fn errors_about_long_and_hostile_texts() {
    let long = "é".repeat(1 << 19).parse::<csghub::Code>().unwrap_err();
    assert_eq!(long.to_string(), format!("`{}…` is not a code of csghub", "é".repeat(128)));
    let hostile = "\u{1b}[31m`\u{202e}\n".parse::<csghub::Code>().unwrap_err();
    assert_eq!(hostile.to_string(), "`\\u{1b}[31m\\`\\u{202e}\\n` is not a code of csghub");
    let empty = "".parse::<nsrocks::Code>().unwrap_err();
    assert_eq!(empty.to_string(), "`` is not a code of nsrocks");
}

#[test]
fn candidates() {
    use novita::Code;

    let limits = Code::candidates("RATE_LIMIT_EXCEEDED");
    let all = [
        Code::ImageVideoAudio(novita::image_video_audio::Code::RateLimitExceeded),
        Code::Llm(novita::llm::Code::RateLimitExceeded),
        Code::Gpu(novita::gpu::Code::RateLimitExceeded),
    ];
    assert_eq!(limits.len(), 3);
    assert_eq!(limits.iter().collect::<Vec<_>>(), all);
    assert_eq!((limits.code(), limits.status()), (Some("RATE_LIMIT_EXCEEDED"), Some(429)));
    assert_eq!((limits.only(), limits.description(), limits.message()), (None, None, None));
    assert!(!limits.is_empty());
}

#[test]
fn candidates_of_every_text() {
    use novita::Code;
    use novita::Family::{Billing, Gpu, ImageVideoAudio, Llm};

    let mut ambiguous = BTreeMap::new();
    for &code in Code::ALL {
        let expected: Vec<Code> = Code::ALL.iter().copied().filter(|other| *other == code.code()).collect();
        let candidates = Code::candidates(code.code());
        assert_eq!(candidates.iter().collect::<Vec<_>>(), expected, "{}", code.code());
        assert_eq!(candidates.len(), expected.len());
        assert_eq!(candidates.only().is_some(), expected.len() == 1);
        if expected.len() > 1 {
            ambiguous.insert(code.code(), candidates.iter().map(Code::family).collect::<Vec<_>>());
        }
    }
    let known = [
        ("INVALID_API_KEY", vec![ImageVideoAudio, Llm]),
        ("INVALID_REQUEST_BODY", vec![ImageVideoAudio, Llm]),
        ("RATE_LIMIT_EXCEEDED", vec![ImageVideoAudio, Llm, Gpu]),
        ("UNKNOWN", vec![Gpu, Billing]),
    ];
    assert_eq!(ambiguous.into_iter().collect::<Vec<_>>(), known);
}

#[test]
fn candidates_of_one_or_none() {
    use novita::Code;

    let one = Code::candidates("TASK_FAILED");
    let code = Code::ImageVideoAudio(novita::image_video_audio::Code::TaskFailed);
    assert_eq!((one.len(), one.only()), (1, Some(code)));
    assert_eq!((one.status(), one.description()), (Some(500), Some("Task execution failed")));
    let none = Code::candidates("TASK");
    assert!(none.is_empty());
    assert_eq!((none.len(), none.only(), none.code(), none.status()), (0, None, None, None));
    assert_eq!(none.iter().next(), None);
}
