//! The responses of a catalog: one per code, and one per way in which a response can differ.

use std::collections::BTreeMap;

use errcat_build::unstable::emit::json;
use errcat_build::unstable::format::vocabulary::{CodeType, Transport, Unique};
use errcat_build::unstable::model::{Catalog, Class, CodeCondition, Condition, Error, Fact, Path, Step};
use serde_json::{Value as Json, json};

use super::expect::{Expect, Known, class};
use super::paths::{self, Facts, Response};

/// A response, and what a client makes of it.
#[derive(Clone, Debug)]
pub(super) struct Vector {
    pub(super) name: String,
    pub(super) response: Response,
    pub(super) expect: Expect,
}

/// The message where the catalog has none.
const MESSAGE: &str = "Something is wrong.";

/// The status where the catalog has none.
const STATUS: u16 = 400;

/// Returns all vectors of a catalog.
pub(super) fn all(catalog: &Catalog) -> Vec<Vector> {
    let known = &Known::new(catalog);
    let mut variants: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for error in &catalog.errors {
        *variants.entry((&error.code, error.family)).or_default() += 1;
    }
    let is_alone = |error: &Error| variants.get(&(error.code.as_str(), error.family)) == Some(&1);
    let mut vectors: Vec<Vector> = catalog
        .errors
        .iter()
        .filter(|error| catalog.family_of(error).transport == Transport::Json)
        .filter_map(|error| of_error(known, error, is_alone(error)))
        .collect();
    vectors.extend(moved(known));
    let unknown = unknown(known);
    vectors.extend(plain(known, "an unknown code", 400, Some(&unknown), Some(MESSAGE)));
    vectors.extend(plain(known, "no code", 400, None, Some(MESSAGE)));
    vectors.extend(plain(known, "no code and no message", 500, None, None));
    vectors.extend(catalog.classes.iter().filter_map(|wanted| of_class(known, wanted, &unknown)));
    vectors.extend(waits(known, "Retry-After in seconds", 429, "7"));
    vectors.extend(waits(known, "Retry-After as a date", 503, "Fri, 31 Dec 2100 23:59:59 GMT"));
    vectors.extend(problem(known));
    let page = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    vectors.push(other(known, "an HTML page", 502, Some("text/html; charset=utf-8"), page, None));
    let text = "upstream connect error or disconnect/reset before headers. reset reason: overflow";
    vectors.push(other(known, "a text", 503, Some("text/plain"), text, Some(text)));
    vectors.push(other(known, "an empty body", 504, None, "", None));
    if let Some(first) = vectors.first() {
        // Cut off inside the name of the first member.
        let at = first.response.body.find('"').map_or(1, |at| at + 2);
        let cut = first.response.body.get(..at).unwrap_or("{").to_owned();
        vectors.push(other(known, "JSON that is cut off", 500, Some("application/json"), &cut, None));
    }
    vectors
}

/// Returns the response with an error of the catalog.
fn of_error(known: &Known<'_>, error: &Error, is_alone: bool) -> Option<Vector> {
    let catalog = known.catalog;
    let sent = sent(catalog, error);
    let status = error.status.as_ref().map_or(STATUS, |status| status.value);
    let message = message(catalog, error);
    let facts = Facts {
        status,
        code: Some(sent.clone()),
        message: message.as_deref(),
        help: &error.help,
        request_id: Some("req-1"),
        moved: None,
    };
    let response = paths::response(catalog, &facts)?;
    let mut name = error.code.value.clone();
    if catalog.unique == Unique::Family {
        name = format!("{}/{name}", catalog.family_of(error).id);
    }
    if !is_alone {
        name = format!("{name} {}", error.ident.as_str());
    }
    Some(vector(known, name, response, &facts))
}

/// Returns the code as the server sends it.
fn sent(catalog: &Catalog, error: &Error) -> Json {
    match &error.carried {
        Some(carried) => json!(carried.with("7")),
        None => json::value(&catalog.wire_code(error)),
    }
}

/// Returns a message that the place of the message can hold.
fn message(catalog: &Catalog, error: &Error) -> Option<String> {
    let own = error.message.as_ref().map(|message| message.value.clone());
    let message = own.or_else(|| error.description.clone())?;
    let is_in_header = catalog
        .envelope
        .members
        .iter()
        .filter(|member| member.fact() == Fact::Message)
        .any(|member| member.places.iter().any(|place| !matches!(place.path, Path::Body(_))));
    let is_plain = |text: &str| text.chars().all(|c| matches!(c, ' '..='~') && !matches!(c, '"' | '\\'));
    if is_in_header && !is_plain(&message) { Some(MESSAGE.to_owned()) } else { Some(message) }
}

fn vector(known: &Known<'_>, name: String, response: Response, facts: &Facts<'_>) -> Vector {
    let catalog = known.catalog;
    let has = |fact: Fact<'_>| catalog.envelope.members.iter().any(|member| member.fact() == fact);
    let is_usual = catalog.envelope.members.is_empty();
    let code = facts.code.as_ref().map(paths::text);
    let message = facts.message.filter(|_| is_usual || has(Fact::Message));
    let waits = response.headers.iter().any(|(name, _)| name == "retry-after");
    let mut expect = Expect::new(known, response.status, code.as_deref(), message, waits);
    if !facts.help.is_empty() && has(Fact::Suggestions) {
        expect.help = facts.help.to_vec();
    }
    expect.request_id = facts.request_id.filter(|_| is_usual || has(Fact::RequestId)).map(str::to_owned);
    Vector { name, response, expect }
}

/// Returns a response with a code, a message, both or none of them.
fn plain(
    known: &Known<'_>,
    name: &str,
    status: u16,
    code: Option<&Json>,
    message: Option<&str>,
) -> Option<Vector> {
    let facts = Facts { status, code: code.cloned(), message, ..Facts::default() };
    Some(vector(known, name.to_owned(), paths::response(known.catalog, &facts)?, &facts))
}

/// Returns responses with a fact at one of its further places.
fn moved(known: &Known<'_>) -> Vec<Vector> {
    let catalog = known.catalog;
    let Some(error) =
        catalog.errors.iter().find(|error| catalog.family_of(error).transport == Transport::Json)
    else {
        return Vec::new();
    };
    let (code, message) = (sent(catalog, error), message(catalog, error));
    let status = error.status.as_ref().map_or(STATUS, |status| status.value);
    let is_text = |fact| matches!(fact, Fact::Code | Fact::Message | Fact::RequestId);
    let members = catalog.envelope.members.iter().filter(|member| is_text(member.fact()));
    let places = members.flat_map(|member| (1..member.places.len()).map(move |index| (member, index)));
    places
        .filter_map(|(member, index)| {
            let facts = Facts {
                status,
                code: Some(code.clone()),
                message: message.as_deref(),
                request_id: Some("req-1"),
                moved: Some((member.fact(), index)),
                ..Facts::default()
            };
            let response = paths::response(catalog, &facts)?;
            let place = member.places.get(index)?;
            let name = format!("{} at {}", member.name.value, place.text.value);
            // Of an API of somebody else, another fact may stand at an earlier place.
            let wanted = match member.fact() {
                Fact::Code => Some(paths::text(&code)),
                Fact::Message => message.clone(),
                _ => facts.request_id.map(str::to_owned),
            };
            let is_plain = place.form_text.is_none();
            (is_plain && paths::read(&response, member) == wanted)
                .then(|| vector(known, name, response, &facts))
        })
        .collect()
}

/// Returns a code of a later version.
fn unknown(known: &Known<'_>) -> Json {
    let is_free = |code: &str| known.candidates(code).is_empty();
    if known.catalog.code_type == CodeType::Integer {
        let mut number = 987_654_321_i64;
        while !is_free(&number.to_string()) {
            number += 1;
        }
        return json!(number);
    }
    let mut code = "CODE_OF_A_LATER_VERSION".to_owned();
    while !is_free(&code) {
        code.push('_');
    }
    json!(code)
}

/// Returns a response of a class.
fn of_class(known: &Known<'_>, wanted: &Class, unknown: &Json) -> Option<Vector> {
    let catalog = known.catalog;
    let every = || vec![400, 404, 409, 422, 429, 500, 503, 418, 300];
    let (statuses, codes) = match &wanted.when.as_ref()?.value {
        Condition::Transport | Condition::Decode => return None,
        Condition::Any => (every(), vec![None, Some(unknown.clone())]),
        Condition::Response { status, code, .. } => {
            let ranges = status.iter().flat_map(|statuses| &statuses.ranges);
            let statuses: Vec<u16> = ranges.flat_map(|(_, first, last)| [*first, *last]).collect();
            let codes = match code {
                CodeCondition::Any => vec![None, Some(unknown.clone())],
                CodeCondition::Present => vec![Some(unknown.clone())],
                CodeCondition::Matches(pattern) => vec![matching(catalog, pattern)],
            };
            (if statuses.is_empty() { every() } else { statuses }, codes)
        }
    };
    let mut cases = statuses.into_iter().flat_map(|status| codes.iter().map(move |code| (status, code)));
    let (status, code) = cases.find(|(status, code)| {
        let text = code.as_ref().map(paths::text);
        let error = text.as_deref().and_then(|text| known.error(text, *status, Some(MESSAGE)));
        let found = class(catalog, error, text.as_deref(), *status);
        found.is_some_and(|found| found.name.value == wanted.name.value)
    })?;
    plain(known, &format!("the class {}", wanted.name.value), status, code.as_ref(), Some(MESSAGE))
}

/// Returns a code that matches a pattern with at most one `*`.
fn matching(catalog: &Catalog, pattern: &str) -> Option<Json> {
    if catalog.code_type == CodeType::Integer {
        return pattern.replace('*', "0").parse::<i64>().ok().map(|number| json!(number));
    }
    Some(json!(pattern.replace('*', "x")))
}

/// Returns a response with a time to wait in its header.
fn waits(known: &Known<'_>, name: &str, status: u16, value: &str) -> Option<Vector> {
    let facts = Facts { status, message: Some(MESSAGE), ..Facts::default() };
    let mut response = paths::response(known.catalog, &facts)?;
    response.headers.push(("retry-after".to_owned(), value.to_owned()));
    Some(vector(known, name.to_owned(), response, &facts))
}

/// Returns problem details of RFC 9457: with the code at its own place, and in `type`.
fn problem(known: &Known<'_>) -> Vec<Vector> {
    let catalog = known.catalog;
    let members = &catalog.envelope.members;
    let is_other = |steps: &[Step], name: &str| match steps.first() {
        Some(Step::Member(known)) => known != name,
        Some(_) => true,
        None => false,
    };
    let is_free = |name: &str| {
        let mut places = members.iter().flat_map(|member| &member.places);
        places.all(|place| place.path.steps().is_none_or(|steps| is_other(steps, name)))
    };
    let Some(error) = catalog
        .errors
        .iter()
        .find(|error| catalog.family_of(error).transport == Transport::Json && error.carried.is_none())
    else {
        return Vec::new();
    };
    let status = error.status.as_ref().map_or(STATUS, |status| status.value);
    let code = sent(catalog, error);
    let facts = Facts { status, code: Some(code.clone()), ..Facts::default() };
    let mut vectors = Vec::new();
    let standard = ["type", "title", "status", "detail"];
    if !standard.iter().all(|name| is_free(name) || *name == "detail" || *name == "status") {
        return vectors;
    }
    let add = |body: &mut Json, name: &str, value: Json| match body {
        Json::Object(members) => {
            members.entry(name).or_insert(value);
            true
        }
        _ => false,
    };
    let write = |mut body: Json, page: &str| {
        let is_object = add(&mut body, "type", json!(page))
            && add(&mut body, "title", json!(errcat::status_phrase(status)))
            && add(&mut body, "status", json!(status))
            && add(&mut body, "detail", json!(MESSAGE));
        is_object.then(|| body.to_string())
    };
    let own = paths::response(catalog, &facts).and_then(|response| {
        let body = write(serde_json::from_str(&response.body).ok()?, "about:blank")?;
        Some(Response { body, ..response })
    });
    let has_page = catalog.docs.as_ref().is_some_and(|docs| docs.contains("{code}"));
    let by_type = catalog.docs_of(error).filter(|_| has_page).and_then(|page| {
        let is_plain = paths::text(&code).chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c));
        let body = write(json!({}), &page).filter(|_| is_plain)?;
        Some(Response { status, headers: Vec::new(), body })
    });
    for (name, response) in
        [("problem details", own), ("problem details with the code in their type", by_type)]
    {
        let Some(mut response) = response else { continue };
        response.headers.retain(|(name, _)| name != "content-type");
        response.headers.insert(0, ("content-type".to_owned(), "application/problem+json".to_owned()));
        let text = paths::text(&code);
        let expect = Expect::new(known, status, Some(&text), Some(MESSAGE), false);
        vectors.push(Vector { name: name.to_owned(), response, expect });
    }
    vectors
}

/// Returns a response that is not in the envelope.
fn other(
    known: &Known<'_>,
    name: &str,
    status: u16,
    media_type: Option<&str>,
    body: &str,
    message: Option<&str>,
) -> Vector {
    let headers = media_type.map(|media_type| ("content-type".to_owned(), media_type.to_owned()));
    let response = Response { status, headers: headers.into_iter().collect(), body: body.to_owned() };
    let expect = Expect::new(known, status, None, message, false);
    Vector { name: name.to_owned(), response, expect }
}
