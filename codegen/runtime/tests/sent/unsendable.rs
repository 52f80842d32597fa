//! Errors whose code cannot be sent: those whose value is missing, and internal ones.

use std::time::Duration;

use errcat::{
    Envelope, Error, ErrorMark, Fact, FieldForm, FieldName, Form, Part, Place, Problem, Response, Slot,
    assert_masks_hide,
};

use crate::catalog::{Code, Flood, set};
use crate::{envelope, error, headers, slot};

/// An envelope with a place for everything that a server can add.
const ALL: Envelope<'static> = Envelope::new(&[
    Slot::new(Fact::Code, &[Place::member("code")]),
    Slot::new(Fact::Message, &[Place::member("message")]),
    Slot::new(Fact::Params, &[Place::member("params")]),
    Slot::new(Fact::Details, &[Place::member("details")]),
    Slot::new(Fact::FieldErrors, &[Place::member("errors")]).with_form(Form::Errors(FieldForm::List)),
    Slot::new(Fact::RetryAfter, &[Place::member("wait")]),
    Slot::new(Fact::RequestId, &[Place::member("id")]),
    Slot::new(Fact::Field("build"), &[Place::member("build")]),
    Slot::new(Fact::Status, &[Place::member("status")]),
])
.with_template(&[
    Part::Member(",\"code\":", 0),
    Part::Member(",\"message\":", 1),
    Part::Member(",\"params\":", 2),
    Part::Member(",\"details\":", 3),
    Part::Member(",\"errors\":", 4),
    Part::Member(",\"wait\":", 5),
    Part::Member(",\"id\":", 6),
    Part::Member(",\"build\":", 7),
    Part::Member(",\"status\":", 8),
]);

/// Adds all that a server can add.
fn full(error: Error<Code>) -> Error<Code> {
    error
        .with_message("The truth.")
        .with_detail("limit", 3)
        .with_field_error("name", "is short")
        .with_retry_after(Duration::from_secs(9))
        .with_request_id("r-1")
        .with_field(FieldName::new("build"), "b7")
        .with_status(404)
        .with_challenge("Basic")
        .with_source("the reason")
}

#[test]
fn masks_hide_in_every_envelope() {
    let in_headers = envelope([
        slot(Fact::Code, [Place::header("x-code")]),
        slot(Fact::Message, [Place::header("x-text")]),
        slot(Fact::ShouldRetry, [Place::header("x-should-retry")]),
        slot(Fact::RetryAfter, [Place::header("retry-after")]),
        slot(Fact::RequestId, [Place::header("x-id")]),
    ]);
    for envelope in [ALL, in_headers, Envelope::DEFAULT] {
        set(envelope);
        assert_masks_hide::<Code>();
    }
}

#[test]
fn what_is_sent_of_each_kind_of_error() {
    set(ALL);
    let everything = r#""details":{"limit":3},"errors":[{"field":"name","message":"is short"}],"wait":9,"id":"r-1","build":"b7""#;
    let always = r#""id":"r-1","build":"b7""#;
    let cases = [
        (
            error(Code::Plain),
            409,
            format!(r#"{{"code":"plain","message":"The truth.",{everything},"status":409}}"#),
        ),
        (
            error(Code::Silent),
            404,
            format!(r#"{{"code":"silent","message":"The truth.",{everything},"status":404}}"#),
        ),
        (
            Error::from(Flood { seconds: 7 }),
            420,
            format!(
                r#"{{"code":"FLOOD_7","message":"The truth.","params":{{"seconds":7}},{everything},"status":420}}"#
            ),
        ),
        // A mask: what every response has, and nothing of this one.
        (
            error(Code::Expired),
            401,
            format!(r#"{{"code":"login","message":"Log in.",{always},"status":401}}"#),
        ),
        (
            error(Code::OnceToo),
            503,
            format!(r#"{{"code":"once","message":"Not again.",{always},"status":503}}"#),
        ),
        // The mask has no status, so that of the server counts.
        (error(Code::Veiled), 404, format!(r#"{{"code":"silent",{always},"status":404}}"#)),
        // An internal error: the status of the server is that of the inside.
        (error(Code::Stock), 500, format!(r#"{{"code":"silent",{always},"status":500}}"#)),
        // The value of the code is missing, or does not fit.
        (error(Code::Flood), 500, format!(r#"{{"message":"Internal Server Error",{always},"status":500}}"#)),
        (
            Error::from(Flood { seconds: -7 }),
            500,
            format!(r#"{{"message":"Internal Server Error",{always},"status":500}}"#),
        ),
    ];
    for (error, status, body) in cases {
        let error = full(error);
        assert_eq!(error.status(), status, "{error:?}");
        let response = Response::from(&error);
        assert_eq!((response.status(), response.body()), (status, body.as_str()));
        assert_eq!(error.body(), body);
        let waits = body.contains("\"wait\"");
        let lines = headers(response);
        assert_eq!(lines.contains(&"retry-after: 9".to_owned()), waits, "{lines:?}");
        assert_eq!(lines.contains(&"www-authenticate: Basic".to_owned()), status == 401, "{lines:?}");
        assert_eq!(lines.len(), usize::from(waits) + usize::from(status == 401));
        let mut logged = String::new();
        error.record(|name, value| logged += &format!("{name}={value} "));
        assert!(logged.contains(&format!("http.response.status_code={status} ")), "{logged}");
        assert!(logged.contains("error.message=The truth. "), "{logged}");
    }
}

#[test]
fn an_error_lacks_a_value() {
    set(Envelope::DEFAULT);
    for (error, lacks) in [
        (error(Code::Plain), false),
        (error(Code::Flood), true),
        (error(Code::Flood).with_message("Slow down."), true),
        (Error::from(Flood { seconds: 0 }), false),
        (Error::from(Flood { seconds: -1 }), true),
        (error(Code::Stock), false),
        (error(Code::TooHeavy), true),
        (error(Code::TooHeavy).with_message("40 kg."), false),
        (Error::from(crate::catalog::TooHeavy { weight: 40 }), false),
    ] {
        assert_eq!(error.is_incomplete(), lacks, "{error:?}");
    }
    for seconds in [0, 7, 4_294_967_295] {
        let error = Error::from(Flood { seconds });
        let response = Response::from(&error);
        let body = format!(
            r#"{{"code":"FLOOD_{seconds}","message":"Slow down.","details":{{"seconds":{seconds}}}}}"#
        );
        assert_eq!((response.status(), response.body()), (420, body.as_str()));
        assert_eq!(error.to_string(), format!("FLOOD_{seconds}: Slow down."));
    }
    for error in [Error::from(Flood { seconds: 4_294_967_296 }), error(Code::Flood)] {
        assert_eq!(error.to_string(), "FLOOD_{seconds}: Slow down.");
        let problem = Response::from(Problem::from(error));
        assert_eq!(
            (problem.status(), problem.body()),
            (500, r#"{"type":"about:blank","title":"Internal Server Error","status":500}"#)
        );
    }
    let response = Response::from(Code::Flood);
    assert_eq!((response.status(), response.body()), (500, r#"{"message":"Internal Server Error"}"#));
    let response = Response::from(Code::Stock);
    assert_eq!((response.status(), response.body()), (500, r#"{"code":"silent"}"#));
}

#[test]
fn a_server_may_not_choose_every_status() {
    set(Envelope::DEFAULT);
    for (code, chosen, sent) in [
        (Code::Silent, 400, 400),
        (Code::Silent, 599, 599),
        (Code::Silent, 399, 500),
        (Code::Silent, 600, 500),
        (Code::Plain, 404, 409),
        (Code::Stock, 404, 500),
        (Code::Flood, 404, 500),
        (Code::OnceToo, 404, 503),
        (Code::Note, 404, 200),
    ] {
        assert_eq!(error(code).with_status(chosen).status(), sent, "{code:?} {chosen}");
        assert_eq!(Response::from(error(code).with_status(chosen)).status(), sent, "{code:?} {chosen}");
    }
    for (code, sent) in [(Code::Silent, 500), (Code::Note, 200), (Code::Stock, 500), (Code::Expired, 401)] {
        assert_eq!((Response::from(code).status(), error(code).status()), (sent, sent), "{code:?}");
    }
    // With a mark of its own, an error may have the status of a success if the catalog says so.
    let mark = ErrorMark { place: Place::member("ok"), value: Some("false") };
    set(Envelope::DEFAULT.with_error_mark(mark));
    assert_eq!((error(Code::Silent).status(), error(Code::Nothing).status()), (200, 204));
    for (chosen, sent) in [(400, 400), (599, 599), (200, 500), (399, 500), (600, 500), (100, 500)] {
        assert_eq!(error(Code::Silent).with_status(chosen).status(), sent, "{chosen}");
    }
}
