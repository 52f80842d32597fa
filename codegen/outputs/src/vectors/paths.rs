//! Writes facts to the places of an envelope, and reads them back.

use errcat_build::unstable::model::{Catalog, Fact, Form, Member, Path, Place, Step, TextPiece};
use serde_json::{Map, Value as Json, json};

/// A response.
#[derive(Clone, Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

/// The facts of a response.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts<'f> {
    pub(super) status: u16,
    /// The code as JSON.
    pub(super) code: Option<Json>,
    pub(super) message: Option<&'f str>,
    pub(super) help: &'f [String],
    pub(super) request_id: Option<&'f str>,
    /// The fact that stands at another of its places, and the index of that place.
    pub(super) moved: Option<(Fact<'f>, usize)>,
}

/// Returns the response with these facts, or `None` if two of them need the same place.
pub(super) fn response(catalog: &Catalog, facts: &Facts<'_>) -> Option<Response> {
    let envelope = &catalog.envelope;
    let mut body = Json::Null;
    let media_type = envelope.media_type.as_deref().unwrap_or("application/json");
    let mut headers = vec![("content-type".to_owned(), media_type.to_owned())];
    if envelope.members.is_empty() {
        body = usual(facts);
    }
    if let Some(mark) = &envelope.is_error
        && let (Some(steps), Some(value)) = (mark.path.steps(), &mark.value)
    {
        put(&mut body, steps, serde_json::from_str(value).ok()?).then_some(())?;
    }
    let mut written: Vec<(&Place, Json)> = Vec::new();
    for member in &envelope.members {
        let index = match facts.moved {
            Some((fact, index)) if fact == member.fact() => index,
            _ => 0,
        };
        let Some(place) = member.places.get(index) else { continue };
        written.extend(value(facts, member, place).map(|value| (place, value)));
    }
    // An item is found by a member of it, so that member is written first.
    written.sort_by_key(|(place, _)| !place.path.steps().is_some_and(selects_itself));
    for (place, value) in written {
        match &place.path {
            Path::Body(steps) => put(&mut body, steps, value).then_some(())?,
            Path::Header(name) => headers.push((name.clone(), text(&value))),
            Path::Parameter(name, parameter) => {
                let scheme = if name == "www-authenticate" { "Bearer " } else { "" };
                headers.push((name.clone(), format!("{scheme}{parameter}=\"{}\"", text(&value))));
            }
        }
    }
    let body = if body.is_null() { json!({}) } else { body };
    Some(Response { status: facts.status, headers, body: body.to_string() })
}

/// Returns the body in the envelope of catalogs without one.
fn usual(facts: &Facts<'_>) -> Json {
    let mut body = Map::new();
    body.extend(facts.code.clone().map(|code| ("code".to_owned(), code)));
    body.extend(facts.message.map(|message| ("message".to_owned(), json!(message))));
    body.extend(facts.request_id.map(|id| ("request_id".to_owned(), json!(id))));
    Json::Object(body)
}

fn value(facts: &Facts<'_>, member: &Member, place: &Place) -> Option<Json> {
    match member.fact() {
        Fact::Code => facts.code.clone(),
        Fact::Message => facts.message.map(|message| json!(formatted(facts, message, &place.form))),
        Fact::Status => Some(json!(facts.status)),
        Fact::Suggestions if !facts.help.is_empty() => place.path.steps().map(|_| json!(facts.help)),
        Fact::RequestId => facts.request_id.map(|id| json!(id)),
        _ => None,
    }
}

fn formatted(facts: &Facts<'_>, message: &str, form: &Form) -> String {
    let (Form::Text(pieces), Some(code)) = (form, &facts.code) else { return message.to_owned() };
    let code = text(code);
    let piece = |piece: &TextPiece| match piece {
        TextPiece::Text(text) => text.clone(),
        TextPiece::Code => code.clone(),
        TextPiece::Message => message.to_owned(),
    };
    pieces.iter().map(piece).collect()
}

/// Returns a string as its text, and a number as written.
pub(super) fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns `true` if a path leads to the member by which its item is selected.
fn selects_itself(steps: &[Step]) -> bool {
    steps.iter().enumerate().any(|(at, step)| match step {
        Step::First(member, None) => {
            let rest = steps.iter().skip(at + 1).map(|step| match step {
                Step::Member(name) => Some(name),
                _ => None,
            });
            rest.eq(member.iter().map(Some))
        }
        _ => false,
    })
}

/// Puts a value at the end of a path. Returns `false` if another value is in the way.
fn put(body: &mut Json, steps: &[Step], value: Json) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        let is_free = body.is_null();
        if is_free {
            *body = value;
        }
        return is_free;
    };
    if body.is_null() {
        *body = match step {
            Step::Member(_) => json!({}),
            Step::Index(_) | Step::First(..) => json!([]),
        };
    }
    match (step, body) {
        (Step::Member(name), Json::Object(members)) => {
            put(members.entry(name.as_str()).or_insert(Json::Null), rest, value)
        }
        (Step::Index(index), Json::Array(items)) => {
            while items.len() <= *index {
                items.push(Json::Null);
            }
            items.get_mut(*index).is_some_and(|item| put(item, rest, value))
        }
        (Step::First(member, wanted), Json::Array(items)) => {
            if !items.iter().any(|item| has(item, member, wanted.as_deref())) {
                let mut item = json!({});
                if let Some(wanted) = wanted {
                    let steps: Vec<Step> = member.iter().cloned().map(Step::Member).collect();
                    put(&mut item, &steps, json!(wanted));
                }
                items.push(item);
                return items.last_mut().is_some_and(|item| put(item, rest, value));
            }
            let mut items = items.iter_mut();
            items.find(|item| has(item, member, wanted.as_deref())).is_some_and(|item| put(item, rest, value))
        }
        _ => false,
    }
}

/// Returns `true` if an item has a member, and it has this value.
fn has(item: &Json, member: &[String], wanted: Option<&str>) -> bool {
    let found = member.iter().try_fold(item, |item, name| item.get(name));
    found.is_some_and(|found| wanted.map_or(!found.is_null(), |wanted| text(found) == wanted))
}

/// Returns the text of a fact, as a client finds it at the first of its places.
pub(super) fn read(response: &Response, member: &Member) -> Option<String> {
    let body: Json = serde_json::from_str(&response.body).ok()?;
    member.places.iter().find_map(|place| {
        let found = match &place.path {
            Path::Body(steps) => {
                let found = steps.iter().try_fold(&body, |body, step| match step {
                    Step::Member(name) => body.get(name),
                    Step::Index(index) => body.get(index),
                    Step::First(member, wanted) => {
                        body.as_array()?.iter().find(|item| has(item, member, wanted.as_deref()))
                    }
                })?;
                (found.is_string() || found.is_number()).then(|| text(found))?
            }
            Path::Header(name) => {
                response.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())?
            }
            // A parameter is read only from the header to which it was written.
            Path::Parameter(name, parameter) => {
                let start = format!("{parameter}=\"");
                let (_, value) =
                    response.headers.iter().find(|(known, value)| known == name && value.contains(&start))?;
                value.split_once(&start)?.1.strip_suffix('"')?.to_owned()
            }
        };
        (!found.is_empty()).then_some(found)
    })
}
