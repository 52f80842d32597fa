//! Problem details: where each fact stands.

use std::time::Duration;

use errcat::{Envelope, Error, ErrorMark, Fact, FieldForm, Form, Part, Place, Slot, Step, Unit};

use crate::catalog::{Code, TooHeavy, set, set_docs};
use crate::{envelope, error, headers, slot};

const CODE: Slot<'static> = Slot::new(Fact::Code, &[Place::member("code")]);

/// Where each fact stands in problem details that have this envelope.
fn sent(envelope: Envelope<'static>) -> (String, Vec<String>) {
    set(envelope);
    let problem = Error::from(TooHeavy { weight: 40 })
        .with_detail("limit", 30)
        .with_request_id("r-1")
        .with_field_error("name", "is short")
        .with_retry_after(Duration::from_millis(1500))
        .into_problem()
        .with_instance("/x");
    (problem.body().into_owned(), headers(problem))
}

#[test]
fn facts_have_the_names_of_the_catalog_or_else_those_of_the_extensions() {
    const STANDARD: &str = r#""type":"about:blank","title":"Unprocessable Content","status":422,"detail":"It weighs 40 kg.","instance":"/x""#;
    const AFTER: &str = "retry-after: 2";
    let cases: [(Envelope<'static>, &str, &[&str]); 9] = [
        // No envelope: all facts are extensions.
        (
            envelope([]),
            r#""code":"too_heavy","params":{"weight":40},"details":{"limit":30},"request_id":"r-1","retry_after":2"#,
            &[AFTER],
        ),
        // Facts with other names are not there twice.
        (
            envelope([
                slot(Fact::Code, [Place::member("errorCode")]),
                slot(Fact::RequestId, [Place::steps(&[Step::Member("meta"), Step::Member("id")])]),
                slot(Fact::RetryAfter, [Place::member("wait_ms").in_unit(Unit::Milliseconds)]),
            ])
            .with_template(&[
                Part::Member(",\"errorCode\":", 0),
                Part::Object(",\"meta\":", &[Part::Member(",\"id\":", 1)]),
                Part::Member(",\"wait_ms\":", 2),
            ]),
            r#""errorCode":"too_heavy","meta":{"id":"r-1"},"wait_ms":1500,"params":{"weight":40},"details":{"limit":30}"#,
            &[AFTER],
        ),
        // Facts in headers are not in the body.
        (
            envelope([
                slot(Fact::Code, [Place::header("x-code")]),
                slot(Fact::RequestId, [Place::header("x-id")]),
                slot(Fact::RetryAfter, [Place::header("retry-after").in_unit(Unit::Seconds)]),
            ]),
            r#""params":{"weight":40},"details":{"limit":30}"#,
            &["x-code: too_heavy", "x-id: r-1", AFTER],
        ),
        // Facts in headers do not change where the others stand.
        (
            envelope([
                slot(Fact::Code, [Place::header("x-code")]),
                slot(Fact::RequestId, [Place::member("id")]),
            ])
            .with_template(&[Part::Member(",\"id\":", 1)]),
            r#""id":"r-1","params":{"weight":40},"details":{"limit":30},"retry_after":2"#,
            &["x-code: too_heavy", AFTER],
        ),
        // A name that another fact has is taken.
        (
            envelope([
                slot(Fact::Code, [Place::member("details")]),
                slot(Fact::RequestId, [Place::member("code")]),
            ])
            .with_template(&[Part::Member(",\"details\":", 0), Part::Member(",\"code\":", 1)]),
            r#""details":"too_heavy","code":"r-1","params":{"weight":40},"retry_after":2"#,
            &[AFTER],
        ),
        // The body is a list, which cannot have the members of problem details.
        (
            envelope([
                slot(Fact::Code, [Place::steps(&[Step::Index(0), Step::Member("type")])]),
                slot(Fact::RequestId, [Place::header("x-id")]),
            ])
            .with_template(&[Part::List("", &[Part::Object(",", &[Part::Member(",\"type\":", 0)])])]),
            r#""code":"too_heavy","params":{"weight":40},"details":{"limit":30},"retry_after":2"#,
            &[AFTER, "x-id: r-1"],
        ),
        // The details are the members of the body.
        (
            envelope([
                slot(Fact::Code, [Place::member("c")]),
                slot(Fact::Details, [Place::steps(&[])]).with_form(Form::Beside),
            ])
            .with_template(&[Part::Member(",\"c\":", 0), Part::Members(1)]),
            r#""c":"too_heavy","limit":30,"params":{"weight":40},"request_id":"r-1","retry_after":2"#,
            &[AFTER],
        ),
        // So are the mistakes in fields.
        (
            envelope([
                slot(Fact::Code, [Place::member("c")]),
                slot(Fact::FieldErrors, [Place::steps(&[])]).with_form(Form::Errors(FieldForm::Map)),
            ])
            .with_template(&[Part::Member(",\"c\":", 0), Part::Members(1)]),
            r#""c":"too_heavy","name":["is short"],"params":{"weight":40},"details":{"limit":30},"request_id":"r-1","retry_after":2"#,
            &[AFTER],
        ),
        // Details that are the whole body are not its members.
        (
            envelope([slot(Fact::Code, [Place::header("x-code")]), slot(Fact::Details, [Place::steps(&[])])])
                .with_template(&[Part::Member("", 1)]),
            r#""params":{"weight":40},"details":{"limit":30},"request_id":"r-1","retry_after":2"#,
            &[AFTER, "x-code: too_heavy"],
        ),
    ];
    for (envelope, members, lines) in cases {
        let (body, sent) = sent(envelope);
        assert_eq!(body, format!("{{{STANDARD},{members}}}"));
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        let mut sent = sent;
        sent.sort_unstable();
        assert_eq!(sent, lines, "{body}");
    }
}

#[test]
fn facts_may_have_the_names_of_the_members_of_the_rfc() {
    fn with<const N: usize>(slots: [Slot<'static>; N], parts: &'static [Part<'static>]) -> Envelope<'static> {
        envelope(slots).with_template(parts)
    }
    const MESSAGE: Fact<'static> = Fact::Message;
    let cases = [
        (
            with(
                [CODE, slot(MESSAGE, [Place::member("title")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"title\":", 1)],
            ),
            r#"{"type":"about:blank","status":409,"detail":"A plain text.","code":"plain","title":"A plain text."}"#,
        ),
        (
            with(
                [CODE, slot(MESSAGE, [Place::member("detail")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"detail\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"code":"plain","detail":"A plain text."}"#,
        ),
        (
            with(
                [CODE, slot(MESSAGE, [Place::member("text")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"text\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","code":"plain"}"#,
        ),
        (
            with(
                [slot(Fact::Code, [Place::member("type")]), slot(Fact::Status, [Place::member("status")])],
                &[Part::Member(",\"type\":", 0), Part::Member(",\"status\":", 1)],
            ),
            r#"{"title":"Conflict","detail":"A plain text.","type":"plain","status":409}"#,
        ),
        (
            with(
                [CODE, slot(Fact::Status, [Place::member("http")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"http\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","code":"plain"}"#,
        ),
        (
            with(
                [slot(Fact::Code, [Place::member("status")]), slot(Fact::Status, [Place::member("http")])],
                &[Part::Member(",\"status\":", 0), Part::Member(",\"http\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","detail":"A plain text.","status":"plain","http":409}"#,
        ),
        (
            with(
                [slot(Fact::Code, [Place::member("detail")]), slot(MESSAGE, [Place::member("text")])],
                &[Part::Member(",\"detail\":", 0), Part::Member(",\"text\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"plain","text":"A plain text."}"#,
        ),
        (
            with(
                [CODE, slot(MESSAGE, [Place::member("text"), Place::member("detail").after(":")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"text\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","code":"plain","text":"A plain text."}"#,
        ),
        (
            with(
                [CODE, slot(MESSAGE, [Place::member("text"), Place::member("title")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"text\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","code":"plain","text":"A plain text."}"#,
        ),
        (
            with(
                [CODE, slot(MESSAGE, [Place::member("text"), Place::member("detail")])],
                &[Part::Member(",\"code\":", 0), Part::Member(",\"text\":", 1)],
            ),
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","code":"plain"}"#,
        ),
    ];
    for (envelope, body) in cases {
        set(envelope);
        assert_eq!(error(Code::Plain).into_problem().body(), body);
    }
    // With a page, the title is the message, unless another fact has its name.
    set(with([slot(Fact::Code, [Place::member("title")])], &[Part::Member(",\"title\":", 0)]));
    set_docs("https://x.example/{code}");
    assert_eq!(
        error(Code::Plain).into_problem().body(),
        r#"{"type":"https://x.example/plain","status":409,"detail":"A plain text.","title":"plain"}"#
    );
    let instance = envelope([slot(Fact::Code, [Place::member("instance")])])
        .with_template(&[Part::Member(",\"instance\":", 0)])
        .with_error_mark(ErrorMark { place: Place::member("ok"), value: Some("false") });
    set(instance);
    assert_eq!(
        error(Code::Plain).into_problem().with_instance("/x").body(),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","instance":"plain"}"#
    );
}
