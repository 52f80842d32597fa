//! Replays the test vectors of the shipped catalogs with the Rust client.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::BTreeMap;

use errcat_catalogs::runtime::{ApiError, Class as _, ErrorCode};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};
use serde_json::{Value, json};

const VECTORS: &str = include_str!("../generated/vectors.json");

/// Returns what a client makes of the response of a vector.
fn replay<C: ErrorCode>(vector: &Value) -> Value {
    let headers = vector["headers"].as_object().unwrap();
    let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap()));
    let status = u16::try_from(vector["status"].as_u64().unwrap()).unwrap();
    let error = ApiError::<C>::from_parts(status, headers, vector["body"].as_str().unwrap());
    let help: Vec<&str> = match error.suggestions() {
        [] => error.known().map(|code| code.info().help.to_vec()).unwrap_or_default(),
        said => said.iter().map(String::as_str).collect(),
    };
    json!({
        "code": error.code().map(|code| code.as_str().to_owned()),
        "known": error.known().is_some(),
        "class": error.class().map(|class| class.name().to_owned()),
        "retry": error.retry_advice().as_str(),
        "message": error.message(),
        "help": help,
        "request_id": error.request_id(),
    })
}

#[test]
fn the_rust_client_replays_every_vector() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for vector in &vectors {
        let catalog = vector["catalog"].as_str().unwrap();
        let found = match catalog {
            "csghub" => replay::<csghub::Code>(vector),
            "novita" => replay::<novita::Code>(vector),
            "nsrocks" => replay::<nsrocks::Code>(vector),
            "phala-cloud" => replay::<phala_cloud::Code>(vector),
            _ => panic!("which catalog is `{catalog}`?"),
        };
        if found != vector["expect"] {
            wrong.push(format!("{vector}\n  read as {found}"));
        }
        *counts.entry(catalog).or_default() += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let fewest = [
        ("csghub", csghub::Code::ALL.len()),
        ("novita", novita::Code::ALL.len()),
        ("nsrocks", nsrocks::Code::ALL.len()),
        // The codes of one family do not travel in a body.
        ("phala-cloud", phala_cloud::Code::ALL.len() - phala_cloud::Family::Authentication.codes().len()),
    ];
    for (catalog, codes) in fewest {
        assert!(counts[catalog] > codes + 5, "{catalog}: {} vectors", counts[catalog]);
    }
}
