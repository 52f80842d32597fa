//! Tests how clients read documented responses of the APIs.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use errcat_catalogs::runtime::{ApiError, Class as _, ErrorCode};
use errcat_catalogs::{csghub, phala_cloud};
use serde_json::Value;

const CASES: &str = include_str!("wire/cases.json");

fn check<C: ErrorCode>(case: &Value) {
    let name = case["name"].as_str().unwrap();
    let headers = case["headers"].as_object().unwrap();
    let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap()));
    let body = case["body"].to_string();
    let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
    let error = ApiError::<C>::from_parts(status, headers, body.as_str());

    assert_eq!((error.status(), error.body()), (status, body.as_bytes()), "{name}");
    for (key, expected) in case["expect"].as_object().unwrap() {
        let found: Value = match key.as_str() {
            "class" => error.class().map(|class| class.name().to_owned()).into(),
            "error_code" | "code" => error.code().map(|code| code.as_str().to_owned()).into(),
            "request_id" => error.request_id().into(),
            "message" => error.message().into(),
            "retryable" => error.retry_advice().is_retryable().into(),
            "note" => continue,
            _ => panic!("{name}: what is `{key}`?"),
        };
        assert_eq!(&found, expected, "{name}: {key}");
    }
}

fn case(name: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    cases.into_iter().find(|case| case["name"] == name).unwrap()
}

fn phala(name: &str) -> phala_cloud::ApiError {
    let case = case(name);
    phala_cloud::ApiError::from_parts(
        u16::try_from(case["status"].as_u64().unwrap()).unwrap(),
        [("content-type", "application/json")],
        case["body"].to_string(),
    )
}

#[test]
fn cases() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert_eq!(cases.len(), 8);
    for case in cases {
        match case["system"].as_str().unwrap() {
            "phala" => check::<phala_cloud::Code>(&case),
            "csghub" => check::<csghub::Code>(&case),
            system => panic!("which catalog is `{system}`?"),
        }
    }
}

/// Checks all other facts of the richest case.
#[test]
fn nothing_is_lost() {
    let error = phala("structured_465");
    assert_eq!(error.known(), Some(phala_cloud::Code::HashRegistrationRequired));
    assert_eq!(error.message(), Some("Compose hash registration required on-chain"));
    assert_eq!(error.suggestions(), ["Register the compose hash on-chain"]);
    let links: Vec<_> = error.links().iter().map(|link| (link.label.as_str(), link.url.as_str())).collect();
    assert_eq!(links, [("Docs", "https://docs.example.com")]);
    let details = error.details().unwrap();
    assert_eq!(details.at("0.field").unwrap().as_str().unwrap(), "compose_hash");
    assert_eq!(details.at("3.value.chain_id").unwrap().as_u64(), Some(8453));
    assert_eq!(
        error.to_string(),
        "ERR-01-005: Compose hash registration required on-chain (HTTP 465, request rid-body-123)"
    );

    // The older form has its facts outside of the envelope, but they are in the body.
    let legacy = phala("legacy_flat_465");
    assert_eq!((legacy.message(), legacy.known()), (Some("need hash"), None));
    assert!(legacy.is_a(phala_cloud::Class::ApiError) && !legacy.is_a(phala_cloud::Class::AuthError));
    assert_eq!(legacy.json().unwrap().at("kms_info.id").unwrap().as_str().unwrap(), "legacy_kms");
}

/// Unknown codes stay as text, and the message loses the prefix of the API.
#[test]
fn unknown_codes_stay() {
    let case = case("localized_conflict");
    let error = csghub::ApiError::from_parts(409, [("", ""); 0], case["body"].to_string());
    let code = error.code().unwrap();
    assert!(!code.is_known() && code == "MIRROR-ERR-4" && code.metric_label() == "_OTHER");
    assert_eq!(error.message(), Some("仓库同步已取消。"));
}
