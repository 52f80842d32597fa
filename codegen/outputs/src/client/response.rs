//! How clients read the responses of a catalog, as JSON: the places of facts and the rules of
//! classes.

use errcat_build::unstable::format::vocabulary::{Term, Unit};
use errcat_build::unstable::model::{
    Catalog, CodeCondition, Condition, Fact, FieldForm, Form, Path, Place, Step, TextPiece,
};
use serde_json::{Map, Value as Json, json};

/// The envelope of catalogs without one.
const USUAL: [&str; 4] = ["code", "message", "details", "request_id"];

/// Returns the places of each fact: `{"fact":"code","places":[{"path":["error","code"]}]}`.
pub(crate) fn envelope(catalog: &Catalog) -> Vec<Json> {
    let members = &catalog.envelope.members;
    if members.is_empty() {
        return USUAL.iter().map(|name| json!({ "fact": name, "places": [{ "path": [name] }] })).collect();
    }
    let slot = |member: &errcat_build::unstable::model::Member| {
        let name =
            if member.is_field { format!("field:{}", *member.name) } else { member.name.value.clone() };
        json!({ "fact": name, "places": member.places.iter().map(place).collect::<Vec<_>>() })
    };
    members.iter().map(slot).collect()
}

/// Returns `true` if a fact of the envelope has a form.
pub(crate) fn uses_form(catalog: &Catalog, wanted: impl Fn(&Form) -> bool) -> bool {
    let mut places = catalog.envelope.members.iter().flat_map(|member| &member.places);
    places.any(|place| wanted(&place.form))
}

/// Returns `true` if the code stands in an item of a list.
pub(crate) fn has_list(catalog: &Catalog) -> bool {
    let members = catalog.envelope.members.iter().filter(|member| member.fact() == Fact::Code);
    let mut steps =
        members.flat_map(|member| &member.places).filter_map(|place| place.path.steps()).flatten();
    steps.any(|step| !matches!(step, Step::Member(_)))
}

fn place(place: &Place) -> Json {
    let mut facts = path(&place.path);
    let form = match &place.form {
        Form::Plain => None,
        Form::Fields => Some(json!("fields")),
        Form::Beside => Some(json!("beside")),
        Form::Errors(FieldForm::Map) => Some(json!("map")),
        Form::Errors(FieldForm::List) => Some(json!("list")),
        Form::Errors(FieldForm::Loc) => Some(json!("loc")),
        Form::Errors(_) => Some(json!("pointer")),
        Form::Text(pieces) => Some(around(pieces)),
    };
    facts.extend(form.map(|form| ("as".to_owned(), form)));
    if place.unit != Unit::Seconds {
        facts.insert("unit".to_owned(), json!(place.unit.as_str()));
    }
    facts.extend(place.after.as_ref().map(|mark| ("after".to_owned(), json!(mark))));
    facts.extend(place.before.as_ref().map(|mark| ("before".to_owned(), json!(mark))));
    Json::Object(facts)
}

fn path(path: &Path) -> Map<String, Json> {
    let mut facts = Map::new();
    match path {
        Path::Body(steps) => {
            facts.insert("path".to_owned(), steps.iter().map(step).collect());
        }
        Path::Header(name) => {
            facts.insert("header".to_owned(), json!(name));
        }
        Path::Parameter(name, parameter) => {
            facts.insert("header".to_owned(), json!(name));
            facts.insert("parameter".to_owned(), json!(parameter));
        }
    }
    facts
}

fn step(step: &Step) -> Json {
    match step {
        Step::Member(name) => json!(name),
        Step::Index(index) => json!(index),
        Step::First(member, None) => json!({ "has": member }),
        Step::First(member, Some(value)) => json!({ "has": member, "is": value }),
    }
}

/// Returns what a text has before and after the message. 0 is the code.
fn around(pieces: &[TextPiece]) -> Json {
    let at = pieces.iter().position(|piece| *piece == TextPiece::Message).unwrap_or(pieces.len());
    let piece = |piece: &TextPiece| match piece {
        TextPiece::Text(text) => Some(json!(text)),
        TextPiece::Code => Some(json!(0)),
        TextPiece::Message => None,
    };
    let (before, after) = pieces.split_at(at);
    let list = |pieces: &[TextPiece]| pieces.iter().filter_map(piece).collect::<Vec<_>>();
    json!({ "before": list(before), "after": list(after) })
}

/// Returns the place of the mark of errors.
pub(crate) fn mark(catalog: &Catalog) -> Option<Json> {
    catalog.envelope.is_error.as_ref().map(|mark| Json::Object(path(&mark.path)))
}

/// Returns the value of the mark of errors, if only one value is the mark. That of a header is a
/// text.
pub(crate) fn mark_value(catalog: &Catalog) -> Option<Json> {
    let mark = catalog.envelope.is_error.as_ref()?;
    let value = mark.value.as_deref()?;
    let json = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
    Some(match (&mark.path, json) {
        (Path::Body(_), json) | (_, json @ Json::String(_)) => json,
        (_, json) => json!(json.to_string()),
    })
}

/// Returns the rules of classes for responses: `{"class":"AuthError","status":[[401,401]]}`. `code`
/// is the whole code, or its beginning and its end.
pub(crate) fn rules(catalog: &Catalog) -> Vec<Json> {
    let mut rules = Vec::new();
    for class in &catalog.classes {
        let mut rule = Map::from_iter([("class".to_owned(), json!(class.name.value))]);
        match class.when.as_ref().map(|when| &when.value) {
            None | Some(Condition::Transport | Condition::Decode) => continue,
            Some(Condition::Any) => {}
            Some(Condition::Response { status, code, .. }) => {
                let ranges = status.iter().flat_map(|status| &status.ranges);
                let ranges: Vec<_> = ranges.map(|(_, first, last)| json!([first, last])).collect();
                if !ranges.is_empty() {
                    rule.insert("status".to_owned(), json!(ranges));
                }
                let code = match code {
                    CodeCondition::Any => None,
                    CodeCondition::Present => Some(json!(["", ""])),
                    CodeCondition::Matches(pattern) => match pattern.split_once('*') {
                        Some((start, end)) => Some(json!([start, end])),
                        None => Some(json!([pattern])),
                    },
                };
                rule.extend(code.map(|code| ("code".to_owned(), code)));
            }
        }
        rules.push(Json::Object(rule));
    }
    rules
}

/// Returns the pattern of the pages of codes, as a regular expression with one group for the code.
/// All engines read it alike.
pub(crate) fn docs(catalog: &Catalog) -> Option<String> {
    let docs = catalog.docs.as_ref()?;
    let (before, after) = docs.split_once("{code}")?;
    let part = |text: &str| text.split("{family}").map(escaped).collect::<Vec<_>>().join("[^/]+");
    Some(format!("^{}(.+){}$", part(before), part(after)))
}

/// Returns the patterns of codes that carry a value: the index of the error, and a regular expression.
pub(crate) fn carried(catalog: &Catalog) -> Vec<(usize, String)> {
    let pattern = |(at, error): (usize, &errcat_build::unstable::model::Error)| {
        let carried = error.carried.as_ref()?;
        let value = match carried.kind {
            errcat::Carried::U32 | errcat::Carried::U64 => "(?:0|[1-9][0-9]*)",
            errcat::Carried::I32 | errcat::Carried::I64 => "(?:0|-?[1-9][0-9]*)",
            _ => "(?:.|\\n)+",
        };
        Some((at, format!("^{}{value}{}$", escaped(&carried.prefix), escaped(&carried.suffix))))
    };
    catalog.errors.iter().enumerate().filter_map(pattern).collect()
}

/// Escapes what is special in regular expressions.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\.+*?()|[]{}^$/".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
