//! Facts in headers, and the challenge of status 401.

use errcat::{
    ApiError, BodyPiece, Envelope, ErrorMark, Fact, FieldName, Form, Part, Place, Response, Slot, TextPiece,
    Wire,
};

use crate::catalog::{Code, set};
use crate::{envelope, error, headers, slot};

const BODY: &[Part<'static>] = &[Part::Member(",\"text\":", 0)];

const TEXT: Slot<'static> = Slot::new(Fact::Message, &[Place::member("text")]);

/// Returns a challenge as it is sent.
fn challenge(code: Code, set: &'static str) -> Vec<String> {
    headers(error(code).with_challenge(set))
}

#[test]
fn a_challenge_is_the_value_of_a_header() {
    set(Envelope::DEFAULT);
    for (set, sent) in [
        ("Basic realm=\"a\"", "Basic realm=\"a\""),
        ("Basic\trealm=\"a\"", "Basic\trealm=\"a\""),
        (" ~", " ~"),
        ("Basic\nrealm", "Bearer"),
        ("Basic\rrealm", "Bearer"),
        ("Basic\0", "Bearer"),
        ("Basic \u{7f}", "Bearer"),
        ("Basic \u{1f}", "Bearer"),
        ("Basic realm=\"é\"", "Bearer"),
    ] {
        for code in [Code::Login, Code::Expired] {
            assert_eq!(challenge(code, set), [format!("www-authenticate: {sent}")], "{set:?}");
        }
        assert_eq!(challenge(Code::Plain, set), [""; 0]);
    }
    assert_eq!(headers(Code::Login), ["www-authenticate: Bearer"]);
    assert_eq!(headers(Code::Expired), ["www-authenticate: Bearer"]);
    assert_eq!(headers(error(Code::Silent).with_status(401)), ["www-authenticate: Bearer"]);
}

#[test]
fn facts_are_parameters_of_a_challenge() {
    set(envelope([
        TEXT,
        slot(Fact::Code, [Place::parameter("www-authenticate", "error")]),
        slot(Fact::RequestId, [Place::parameter("www-authenticate", "id")]),
    ])
    .with_template(BODY));
    for (set, sent) in [
        ("Bearer", "Bearer error=\"login\""),
        ("Bearer  ", "Bearer error=\"login\""),
        ("Basic realm=\"a\"", "Basic error=\"login\", realm=\"a\""),
        ("Basic   realm=\"a b\" ", "Basic error=\"login\", realm=\"a b\""),
        ("Basic\u{7f}", "Bearer error=\"login\""),
    ] {
        assert_eq!(challenge(Code::Login, set), [format!("www-authenticate: {sent}")]);
        assert_eq!(challenge(Code::Expired, set), [format!("www-authenticate: {sent}")]);
    }
    assert_eq!(headers(Code::Login), ["www-authenticate: Bearer error=\"login\""]);
    // The first parameter with a name counts, so the last one that is written comes first.
    let sent = headers(error(Code::Login).with_request_id("r 1").with_challenge("Basic realm=\"a\""));
    assert_eq!(sent, ["www-authenticate: Basic id=\"r 1\", error=\"login\", realm=\"a\""]);
    // A status without a challenge of its own gets one.
    assert_eq!(headers(Code::Plain), ["www-authenticate: Bearer error=\"plain\""]);
}

#[test]
fn facts_are_parameters_of_other_headers() {
    set(envelope([
        TEXT,
        slot(Fact::Code, [Place::parameter("x-error", "code")]),
        slot(Fact::Status, [Place::parameter("x-error", "status")]),
        slot(Fact::RequestId, [Place::parameter("x-error", "id")]),
        slot(Fact::Field("build"), [Place::member("build")]),
    ])
    .with_template(BODY)
    .with_error_mark(ErrorMark {
        place: Place::parameter("x-error", "kind"),
        value: Some("\"f\\\"a\\til\""),
    }));
    for (id, sent) in
        [("r-1", r#""r-1""#), ("a \"b\" \\ c", r#""a \"b\" \\ c""#), ("a\r\nb", "\"a b\""), ("é", "\"é\"")]
    {
        let lines = headers(error(Code::Plain).with_request_id(id));
        let line = format!("x-error: code=\"plain\", status=\"409\", id={sent}, kind=\"f\\\"a il\"");
        assert_eq!(lines, [line.as_str()]);
    }
    assert_eq!(headers(Code::Quoted), [r#"x-error: code="quo\"t/~d", status="409", kind="f\"a il""#]);
    assert_eq!(headers(Code::Note), [r#"x-error: code="note", status="200", kind="f\"a il""#]);
}

#[test]
fn facts_are_headers() {
    set(envelope([
        TEXT,
        slot(Fact::Code, [Place::header("x-code"), Place::member("code")]),
        slot(Fact::RequestId, [Place::header("x-id")]),
        slot(Fact::Status, [Place::member("status"), Place::header("x-status")]),
    ])
    .with_template(BODY)
    .with_bare(&[BodyPiece::Text("{\"text\":\""), BodyPiece::Message, BodyPiece::Text("\"}")])
    .with_error_mark(ErrorMark { place: Place::header("x-failed"), value: Some("true") }));
    // A code alone has them, too.
    for response in [
        Response::from(Code::Plain),
        Response::from(error(Code::Plain)),
        Response::from(error(Code::Plain).with_detail("limit", 3)),
        Response::from(error(Code::Plain).with_field(FieldName::new("build"), 7)),
    ] {
        assert_eq!((response.status(), response.body()), (409, "{\"text\":\"A plain text.\"}"));
        assert_eq!(headers(response), ["x-code: plain", "x-failed: true"]);
    }
    let sent = ["www-authenticate: Bearer", "x-code: login", "x-failed: true"];
    assert_eq!(
        (headers(Code::Expired), headers(Code::Login)),
        (sent.map(str::to_owned).to_vec(), headers(Code::Expired))
    );
    assert_eq!(headers(Code::Helpful), ["x-code: helpful", "x-failed: true"]);
    assert_eq!(headers(Code::Flood), ["x-failed: true"]);
    // Line breaks and other control characters are blanks.
    for (id, sent) in [
        ("r-1", Some("r-1")),
        ("a\r\nset-cookie: b", Some("a set-cookie: b")),
        ("\n a\tb \u{7f}", Some("a b")),
        ("a\n \nb", Some("a   b")),
        ("a\u{85}\u{1}b", Some("a b")),
        ("a  b", Some("a  b")),
        ("Grüße", Some("Grüße")),
        ("", None),
        ("\t\n", None),
    ] {
        let mut lines = vec!["x-code: plain".to_owned()];
        lines.extend(sent.map(|sent| format!("x-id: {sent}")));
        lines.push("x-failed: true".to_owned());
        assert_eq!(headers(error(Code::Plain).with_request_id(id)), lines, "{id:?}");
    }
}

#[test]
fn a_message_in_a_header_has_its_format() {
    const PLACE: &[Place<'static>] = &[Place::header("x-text")];
    const PLAIN: Envelope<'static> = Envelope::new(&[Slot::new(Fact::Message, PLACE)]);
    const BOTH: Envelope<'static> =
        Envelope::new(&[Slot::new(Fact::Message, PLACE).with_form(Form::Text(&[
            TextPiece::Text("["),
            TextPiece::Code,
            TextPiece::Text("] "),
            TextPiece::Message,
        ]))]);
    const AROUND: Envelope<'static> = Envelope::new(&[Slot::new(Fact::Message, PLACE)
        .with_form(Form::Text(&[TextPiece::Text("Error: "), TextPiece::Message]))]);
    let text = |text: &'static str| error(Code::Plain).with_message(text);
    for (error, plain, both, around) in [
        (error(Code::Plain), "A plain text.", "[plain] A plain text.", "Error: A plain text."),
        (text(" a\r\nb "), "a b", "[plain] a b", "Error: a b"),
        (text("\n"), "", "plain", ""),
        (error(Code::Silent), "", "silent", ""),
        (error(Code::Stock), "", "silent", ""),
        (error(Code::OnceToo), "Not again.", "[once] Not again.", "Error: Not again."),
        // Without a code, there is nothing to put the format around.
        (error(Code::Flood), "Internal Server Error", "Internal Server Error", "Internal Server Error"),
    ] {
        for (envelope, sent) in [(PLAIN, plain), (BOTH, both), (AROUND, around)] {
            set(envelope);
            let lines: Vec<String> = Some(sent)
                .filter(|sent| !sent.is_empty())
                .map(|sent| format!("x-text: {sent}"))
                .into_iter()
                .collect();
            assert_eq!(headers(&error), lines);
        }
    }
}

#[test]
fn a_mark_without_a_value_is_not_sent() {
    set(envelope([TEXT])
        .with_template(BODY)
        .with_error_mark(ErrorMark { place: Place::header("x-failed"), value: None }));
    assert_eq!(headers(Code::Plain), [""; 0]);
    set(envelope([TEXT])
        .with_template(BODY)
        .with_error_mark(ErrorMark { place: Place::header("x-failed"), value: Some("1") }));
    assert_eq!(headers(Code::Plain), ["x-failed: 1"]);
    assert_eq!(headers(error(Code::Plain).into_problem()), ["x-failed: 1"]);
    let mark = ErrorMark { place: Place::header("x-failed"), value: Some("\"a\\nb\"") };
    set(envelope([TEXT]).with_template(BODY).with_error_mark(mark));
    assert_eq!(headers(Code::Plain), ["x-failed: a b"]);
}

#[test]
fn parameters_are_read() {
    set(envelope([
        TEXT,
        slot(Fact::Code, [Place::parameter("www-authenticate", "error")]),
        slot(Fact::RequestId, [Place::parameter("x-error", "id")]),
    ]));
    for (header, code) in [
        ("Bearer error=\"login\"", Some("login")),
        ("Bearer realm=\"a\", error=login, x=y", Some("login")),
        ("Bearer realm=\"a\";ERROR=\"login\"", Some("login")),
        ("Bearer error=\"a \\\"b\\\" \\\\ c\"", Some("a \"b\" \\ c")),
        ("Bearer realm=\"error=no, \\\" error=no\", error=\"login\"", Some("login")),
        ("Bearer \"error=no, error=no\" error=\"login\"", Some("login")),
        ("Bearer error=\"a\", error=\"b\"", Some("a")),
        ("Bearer error=\"a", Some("a")),
        ("Bearer no_error=\"a\"", None),
        ("Bearer error", None),
        ("", None),
    ] {
        let headers = [("WWW-Authenticate", header), ("X-Error", "id=\"r 1\"")];
        let read = ApiError::<Code>::from_parts(401, headers, "{}");
        assert_eq!((read.code().map(Wire::as_str), read.request_id()), (code, Some("r 1")), "{header}");
    }
}
