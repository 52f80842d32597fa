//! Well-known APIs as catalogs, and what a client makes of their responses.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use errcat::{ApiError, Error, Response, Timestamp};
use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::concise;
use errcat_build::unstable::source::Sources;
use serde_json::{Value, json};

use crate::fixture::{self, Code};

type Received = ApiError<Code<false>>;

#[test]
fn responses_of_well_known_apis_are_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/envelopes/apis");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    assert_eq!(files.len(), 12);
    let mut wrong = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut sources = Sources::default();
        sources.add(format!("catalogs/{name}.yaml"), fs::read_to_string(&file).unwrap());
        let analysis = analyze(&sources);
        let findings = analysis.findings.iter().filter(|finding| finding.rule.code() == "envelope");
        wrong.extend(findings.map(|finding| concise(&sources, finding)));
        fixture::set(&analysis.model.catalogs[0]);
        let cases = fs::read_to_string(file.with_extension("json")).unwrap();
        let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
        assert_eq!(cases.len(), 3, "{name}");
        for (index, case) in cases.iter().enumerate() {
            wrong.extend(mistakes(case).into_iter().map(|text| format!("{name} {index}: {text}")));
        }
        for code in 0..3 {
            let response = Response::from(Error::new(Code::<false>(code)));
            let headers = response.headers().map(|(name, value)| (name, value.into_owned()));
            let read = Received::from_parts(response.status(), headers, response.body());
            let message = fixture::catalog().errors[code].message;
            if (read.known(), read.message()) != (Some(Code(code)), message) {
                wrong.push(format!("{name}: {} is read as {read:?}", response.body()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns what differs from the expectations of a case.
fn mistakes(case: &Value) -> Vec<String> {
    let none = serde_json::Map::new();
    let headers = case.get("headers").and_then(Value::as_object).unwrap_or(&none);
    let headers: Vec<(&str, &str)> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
    let body =
        case.get("text").map_or_else(|| case["body"].to_string(), |text| text.as_str().unwrap().to_owned());
    let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
    let error = Received::from_parts(status, headers.clone(), body.as_str());
    let now = Timestamp::from_unix(case.get("now").and_then(Value::as_i64).unwrap_or(0), 0);
    let expected = case["expect"].as_object().unwrap().iter();
    let differs = expected.filter_map(|(key, wanted)| {
        let found = match key.as_str() {
            "code" => error.code().map(|code| code.as_str().to_owned()).into(),
            "message" => error.message().into(),
            "request_id" => error.request_id().into(),
            "is_error" => Received::is_error(status, headers.clone(), body.as_bytes()).into(),
            "retry_after_ms" => {
                error.retry_after(now).map(|after| u64::try_from(after.wait.as_millis()).unwrap()).into()
            }
            "errors" => error
                .errors()
                .map(|item| json!([item.code().map(|code| code.as_str().to_owned()), item.message()]))
                .collect(),
            "field_errors" => {
                error.field_errors().into_iter().map(|error| json!([error.field, error.message])).collect()
            }
            "links" => error.links().iter().map(|link| json!([link.label, link.url])).collect(),
            "details" => {
                error.details().map_or(Value::Null, |json| serde_json::from_slice(json.raw()).unwrap())
            }
            "fields" => {
                let names = wanted.as_object().unwrap().keys();
                let text = |name: &str| error.field(name).and_then(|json| json.as_str().map(Cow::into_owned));
                names
                    .map(|name| (name.clone(), Value::from(text(name))))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }
            _ => panic!("what is `{key}`?"),
        };
        (found != *wanted).then(|| format!("{key} is {found}, not {wanted}"))
    });
    differs.collect()
}
