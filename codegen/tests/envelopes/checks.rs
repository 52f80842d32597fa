//! Compares what a client reads with what a server was told.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use errcat::{ApiError, Error, FieldName, Json, JsonKind, Problem, Response, RetryAfter};
use errcat_build::unstable::format::vocabulary::Unit;
use errcat_build::unstable::model::{Catalog, Fact, FieldForm, Form, Member, Path, Place, Step, TextPiece};
use serde_json::Value;

use crate::fixture::{Code, catalog as entries};
use crate::random::Said;

/// Checks one error, in the envelope and as problem details.
pub(crate) fn all<const NUMERIC: bool>(catalog: &Catalog, said: &Said) {
    let response = Response::from(error::<NUMERIC>(said));
    let body: Value = serde_json::from_str(response.body()).unwrap_or_else(|_| panic!("{}", response.body()));
    let expected = Expected { catalog, said };
    expected.containers(&body);
    let read = read::<NUMERIC>(&response);
    if catalog.envelope.is_error.as_ref().is_some_and(|mark| mark.value.is_some()) {
        let headers = response.headers().map(|(name, value)| (name, value.into_owned()));
        assert!(ApiError::<Code<NUMERIC>>::is_error(200, headers, response.body().as_bytes()));
    }
    let shown = || format!("{} {:?}", response.body(), response.headers().collect::<Vec<_>>());
    expected.check(&read, false, &shown);

    let problem = Response::from(Problem::from(error::<NUMERIC>(said)).with_instance("/x"));
    let body: Value = serde_json::from_str(problem.body()).unwrap_or_else(|_| panic!("{}", problem.body()));
    assert!(body.is_object());
    let read = self::read::<NUMERIC>(&problem);
    let shown = || format!("problem {} {:?}", problem.body(), problem.headers().collect::<Vec<_>>());
    if !expected.reads_standard_members() {
        expected.check(&read, true, &shown);
    }

    // A code to which nothing was added is written from pieces in generated code.
    let bare = Response::from(Error::new(Code::<NUMERIC>(said.code)));
    assert_eq!(self::read::<NUMERIC>(&bare).known(), Some(Code(said.code)));
}

fn error<const NUMERIC: bool>(said: &Said) -> Error<Code<NUMERIC>> {
    let mut error = Error::new(Code::<NUMERIC>(said.code));
    if let Some(message) = &said.message {
        error = error.with_message(message.clone());
    }
    for (name, value) in &said.details {
        error = error.with_detail(name.clone(), value.clone());
    }
    if let Some(value) = &said.field {
        error = error.with_field(FieldName::new("own"), value.clone());
    }
    for (field, text) in &said.field_errors {
        error = error.with_field_error(field.clone(), text.clone());
    }
    if let Some(id) = &said.request_id {
        error = error.with_request_id(id.clone());
    }
    match said.delay {
        Some(delay) => error.with_retry_after(delay),
        None => error,
    }
}

fn read<const NUMERIC: bool>(response: &Response) -> ApiError<Code<NUMERIC>> {
    let headers = response.headers().map(|(name, value)| (name, value.into_owned().into_bytes()));
    ApiError::from_parts(response.status(), headers, response.body())
}

struct Expected<'c> {
    catalog: &'c Catalog,
    said: &'c Said,
}

impl Expected<'_> {
    fn slot(&self, fact: Fact<'_>) -> Option<&Member> {
        self.catalog.envelope.members.iter().find(|member| member.fact() == fact)
    }

    /// The catalog without an envelope has the usual names.
    fn has(&self, fact: Fact<'_>) -> bool {
        self.slot(fact).is_some()
    }

    fn code(&self) -> &str {
        entries().errors[self.said.code].code
    }

    fn message(&self) -> Option<&str> {
        self.said.message.as_deref().or(entries().errors[self.said.code].message)
    }

    /// Checks that the code is where its path says, whatever the runtime thinks of paths.
    fn containers(&self, body: &Value) {
        for (fact, wanted) in
            [(Fact::Code, Some(self.code())), (Fact::RequestId, self.said.request_id.as_deref())]
        {
            let Some(place) = self.slot(fact).and_then(Member::written) else { continue };
            let Some(steps) = place.path.steps() else { continue };
            let found = steps.iter().try_fold(body, |value, step| match step {
                Step::Member(name) => value.as_object()?.get(name),
                Step::Index(index) => value.as_array()?.get(*index),
                Step::First(member, wanted) => value.as_array()?.iter().find(|item| {
                    let found = member.iter().try_fold(*item, |value, name| value.as_object()?.get(name));
                    match wanted {
                        Some(wanted) => found.and_then(Value::as_str) == Some(wanted),
                        None => found.is_some_and(|found| !found.is_null()),
                    }
                }),
            });
            let found = found
                .filter(|value| !value.is_null())
                .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            assert_eq!(found.as_deref(), wanted, "{} in {body}", place.text.value);
        }
        let Some(mark) = &self.catalog.envelope.is_error else { return };
        if let (Some(Step::Member(name)), Some(value)) =
            (mark.path.steps().and_then(<[Step]>::first), &mark.value)
        {
            assert_eq!(body[name].to_string(), *value, "{body}");
        }
    }

    fn check<const NUMERIC: bool>(
        &self,
        read: &ApiError<Code<NUMERIC>>,
        is_problem: bool,
        shown: &dyn Fn() -> String,
    ) {
        let said = self.said;
        assert_eq!(read.known(), Some(Code(said.code)), "{}", shown());
        self.check_message(read, is_problem, shown);
        if let Some(member) = self.slot(Fact::RequestId) {
            let wanted = said.request_id.as_deref().map(|id| placed(member, id));
            // Problem details are an object, so facts of a list have no marks in them.
            let is_elsewhere = is_problem && !self.is_object() && first_is_body(member);
            let wanted = if is_elsewhere { said.request_id.clone() } else { wanted };
            // The same path may be tried again with other marks.
            let again = || said.request_id.as_deref().and_then(|id| placed_again(member, id));
            let wanted = wanted.filter(|id| !id.is_empty()).or_else(again);
            assert_eq!(read.request_id(), wanted.as_deref(), "{}", shown());
        }
        self.check_wait(read, is_problem, shown);
        let entry = entries().errors[said.code];
        if self.has(Fact::Suggestions) {
            assert_eq!(read.suggestions(), entry.info.help, "{}", shown());
        }
        if self.has(Fact::Links) && (!is_problem || self.is_object()) {
            let links: Vec<_> =
                read.links().iter().map(|link| (link.label.as_str(), link.url.as_str())).collect();
            let wanted: Vec<_> = entry.info.links.iter().map(|link| (link.label, link.url)).collect();
            assert_eq!(links, wanted, "{}", shown());
        }
        self.check_details(read, is_problem, shown);
        if self.has(Fact::Field("own")) && (!is_problem || self.is_object()) {
            let found = read.field("own").and_then(|json| json.as_str().map(Cow::into_owned));
            assert_eq!(found, said.field, "{}", shown());
        }
        self.check_field_errors(read, is_problem, shown);
        let first = read.errors().next().unwrap();
        assert_eq!((first.known(), first.message()), (read.known(), read.message()), "{}", shown());
    }

    fn check_message<const NUMERIC: bool>(
        &self,
        read: &ApiError<Code<NUMERIC>>,
        is_problem: bool,
        shown: &dyn Fn() -> String,
    ) {
        let Some(member) = self.slot(Fact::Message) else { return };
        let errors = self.slot(Fact::FieldErrors).filter(|_| !self.said.field_errors.is_empty());
        let wanted = self.message().map(|message| placed(member, message)).filter(|text| !text.is_empty());
        if wanted.is_none() && is_read_twice(member) {
            return;
        }
        if is_problem {
            // In problem details, the title is enough.
            if let Some(wanted) = wanted {
                let found = read.message().unwrap_or_default();
                assert!(
                    Some(found) == self.message() || found == wanted || errors.is_some(),
                    "{found:?} {}",
                    shown()
                );
            }
            return;
        }
        let shares = errors.and_then(Member::written).map(|place| &place.path)
            == member.written().map(|place| &place.path);
        match (wanted, errors) {
            (Some(wanted), _) if !shares => assert_eq!(read.message(), Some(wanted.as_str()), "{}", shown()),
            (_, Some(_)) => {}
            (wanted, None) => assert_eq!(read.message(), wanted.as_deref(), "{}", shown()),
        }
    }

    fn check_wait<const NUMERIC: bool>(
        &self,
        read: &ApiError<Code<NUMERIC>>,
        is_problem: bool,
        shown: &dyn Fn() -> String,
    ) {
        let now = SystemTime::now();
        let found = read.retry_after(now).map(|after| after.wait);
        let unit =
            self.slot(Fact::RetryAfter).and_then(Member::written).map_or(Unit::Seconds, |place| place.unit);
        let seconds =
            |delay: Duration| Duration::from_secs(delay.as_secs() + u64::from(delay.subsec_nanos() > 0));
        let Some(delay) = self.said.delay else { return assert_eq!(found, None, "{}", shown()) };
        let wanted = match unit {
            _ if is_problem && !self.is_object() => seconds(delay),
            Unit::Seconds | Unit::Date => seconds(delay),
            Unit::Milliseconds => {
                Duration::from_millis(u64::try_from(delay.as_nanos().div_ceil(1_000_000)).unwrap())
            }
            Unit::Duration => delay,
        };
        let wanted = wanted.min(RetryAfter::MAX_WAIT);
        let found = found.unwrap_or_else(|| panic!("no time to wait: {}", shown()));
        if unit == Unit::Date || is_problem {
            // The clock goes on, and dates are whole seconds.
            assert!(found.abs_diff(wanted) <= Duration::from_secs(2), "{found:?} {wanted:?} {}", shown());
        } else {
            assert_eq!(found, wanted, "{}", shown());
        }
    }

    fn check_details<const NUMERIC: bool>(
        &self,
        read: &ApiError<Code<NUMERIC>>,
        is_problem: bool,
        shown: &dyn Fn() -> String,
    ) {
        let Some(place) = self.slot(Fact::Details).and_then(Member::written) else { return };
        for (name, value) in &self.said.details {
            if place.form == Form::Beside && self.is_taken(place, name, is_problem) {
                continue;
            }
            let all = read.details().unwrap_or_else(|| panic!("no details: {}", shown()));
            let is_it =
                |item: &Json<'_>| item.get("field").and_then(|name| name.as_str()).as_deref() == Some(name);
            let found = match all.kind() {
                JsonKind::Array => all.items().find(is_it).and_then(|item| item.get("value")),
                _ => all.get(name),
            };
            let found = found.and_then(|found| found.as_str().map(Cow::into_owned));
            assert_eq!(found.as_deref(), Some(value.as_str()), "{name}: {}", shown());
        }
    }

    /// Returns `true` if a member of the object at a place is that of another fact.
    fn is_taken(&self, container: &Place, name: &str, is_problem: bool) -> bool {
        let envelope = &self.catalog.envelope;
        let is_problem = is_problem || envelope.media_type.as_deref() == Some("application/problem+json");
        let container = container.path.steps().unwrap();
        let places = envelope.members.iter().flat_map(|member| &member.places).map(|place| &place.path);
        let mut places = places.chain(envelope.is_error.as_ref().map(|mark| &mark.path));
        places.any(|path| match path.steps().and_then(|steps| steps.strip_prefix(container)) {
            Some([Step::Member(known), ..]) => known == name,
            _ => false,
        }) || is_problem
            && [
                "type",
                "title",
                "status",
                "detail",
                "instance",
                "code",
                "params",
                "details",
                "suggestions",
                "request_id",
                "retry_after",
            ]
            .contains(&name)
    }

    fn check_field_errors<const NUMERIC: bool>(
        &self,
        read: &ApiError<Code<NUMERIC>>,
        is_problem: bool,
        shown: &dyn Fn() -> String,
    ) {
        let Some(place) = self.slot(Fact::FieldErrors).and_then(Member::written) else { return };
        if is_problem && !self.is_object() {
            return;
        }
        let is_map = place.form == Form::Errors(FieldForm::Map);
        let mut wanted: Vec<(String, String)> = Vec::new();
        for (index, (field, text)) in self.said.field_errors.iter().enumerate() {
            let known = |(known, _): &(String, String)| known == field;
            let last = wanted.iter().rposition(known).filter(|_| is_map);
            if is_map && place.path == Path::Body(Vec::new()) && self.is_taken(place, field, is_problem) {
                continue;
            }
            let at = last.map_or(wanted.len(), |last| last + 1);
            wanted.insert(at.min(wanted.len()), self.said.field_errors[index].clone());
            let _ = text;
        }
        let found: Vec<(String, String)> =
            read.field_errors().into_iter().map(|error| (error.field, error.message)).collect();
        assert_eq!(found, wanted, "{}", shown());
    }

    /// Returns `true` if a fact is also read from a member of problem details, which is there for
    /// another reason.
    fn reads_standard_members(&self) -> bool {
        let members = self.catalog.envelope.members.iter().filter(|member| member.fact() != Fact::Message);
        let mut places = members.flat_map(|member| member.places.iter().skip(1));
        places.any(|place| match place.path.steps() {
            Some([Step::Member(name), ..]) => {
                ["type", "title", "status", "detail", "instance"].contains(&name.as_str())
            }
            Some([]) => true,
            _ => false,
        })
    }

    /// Returns `true` if the body is an object, so that problem details can have its members.
    fn is_object(&self) -> bool {
        self.catalog.envelope.members.iter().all(|member| {
            let Some(place) = member.written() else { return true };
            let is_spread = matches!(place.form, Form::Beside | Form::Errors(FieldForm::Map));
            match place.path.steps() {
                Some([]) => is_spread,
                Some([step, ..]) => matches!(step, Step::Member(_)),
                None => true,
            }
        })
    }
}

fn first_is_body(member: &Member) -> bool {
    member.written().is_some_and(|place| place.path.steps().is_some())
}

/// Returns `true` if another place of the fact has the same path, and other marks.
fn is_read_twice(member: &Member) -> bool {
    let first = member.written().map(|place| &place.path);
    member.places.iter().skip(1).any(|place| Some(&place.path) == first)
}

/// Returns a text as it is read from the first place of a fact: after the normalisations that the
/// reference of the format names.
fn placed(member: &Member, text: &str) -> String {
    let place = member.written().unwrap();
    let mut text = text.to_owned();
    if place.path.steps().is_none() {
        let mut clean = String::new();
        for c in text.chars() {
            match c.is_control() {
                false => clean.push(c),
                true if clean.ends_with('\0') => {}
                true => clean.push('\0'),
            }
        }
        clean.replace('\0', " ").trim().clone_into(&mut text);
    }
    if matches!(&place.form, Form::Text(pieces) if pieces.contains(&TextPiece::Message)) {
        return text;
    }
    cut(place, &text).to_owned()
}

/// Returns the part of a text that another place with the path of the first one has, if any.
fn placed_again(member: &Member, text: &str) -> Option<String> {
    let first = member.written().filter(|place| place.path.steps().is_some())?;
    let places = member.places.iter().skip(1).filter(|place| place.path == first.path);
    places.map(|place| cut(place, text)).find(|part| !part.is_empty()).map(str::to_owned)
}

/// Returns the part of a text between the marks of a place.
fn cut<'t>(place: &Place, text: &'t str) -> &'t str {
    let after = place.after.as_ref().and_then(|mark| text.split_once(mark.as_str()));
    let text = after.map_or(text, |(_, rest)| rest);
    let before = place.before.as_ref().and_then(|mark| text.split_once(mark.as_str()));
    before.map_or(text, |(start, _)| start)
}
