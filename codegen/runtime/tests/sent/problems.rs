//! Problem details: titles, pages and bare codes.

use std::time::Duration;

use errcat::{
    ApiError, BodyPiece, Envelope, Error, Fact, FieldName, Form, Part, Place, Problem, Response, Slot,
};

use crate::catalog::{Code, Flood, TooHeavy, set, set_docs};
use crate::{envelope, error, headers, slot};

const CODE: Slot<'static> = Slot::new(Fact::Code, &[Place::member("code")]);

/// Problem details with nothing but their own members.
const IN_HEADERS: Envelope<'static> = Envelope::new(&[
    Slot::new(Fact::Code, &[Place::header("x-code")]),
    Slot::new(Fact::Params, &[Place::header("x-params")]),
]);

#[test]
fn titles_are_the_same_for_every_occurrence() {
    let text = |code| error(code).with_message("What happened.");
    // The error, the code in its address, the status, the title of its page, and the message.
    let cases = [
        (error(Code::Plain), "plain", 409, "A plain text.", Some("A plain text.")),
        (text(Code::Plain), "plain", 409, "A plain text.", Some("What happened.")),
        (error(Code::Dynamic), "dynamic", 400, "What is always true.", Some("What is usual.")),
        (text(Code::Dynamic), "dynamic", 400, "What is always true.", Some("What happened.")),
        (
            error(Code::TooHeavy),
            "too_heavy",
            422,
            "The parcel is too heavy.",
            Some("The parcel is too heavy."),
        ),
        (
            Error::from(TooHeavy { weight: 40 }),
            "too_heavy",
            422,
            "The parcel is too heavy.",
            Some("It weighs 40 kg."),
        ),
        (error(Code::Silent), "silent", 500, "Internal Server Error", None),
        (text(Code::Silent).with_status(404), "silent", 404, "Not Found", Some("What happened.")),
        (error(Code::Expired), "login", 401, "Log in.", Some("Log in.")),
        (text(Code::Expired), "login", 401, "Log in.", Some("Log in.")),
        (error(Code::Stock), "silent", 500, "Internal Server Error", None),
        (error(Code::Quoted), "quo%22t%2F~d", 409, "A \\\"quoted\\\" text.", Some("A \\\"quoted\\\" text.")),
        (error(Code::Note), "note", 200, "No error.", Some("No error.")),
    ];
    let phrase = |status| match status {
        200 => "Success",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        409 => "Conflict",
        422 => "Unprocessable Content",
        _ => "Internal Server Error",
    };
    for (error, code, status, title, message) in cases {
        let problem = error.into_problem();
        let phrase = phrase(status);
        let expected = |kind: &str, title: &str| {
            let detail = message.filter(|message| *message != title);
            let detail = detail.map_or(String::new(), |text| format!(",\"detail\":\"{text}\""));
            format!("{{\"type\":\"{kind}\",\"title\":\"{title}\",\"status\":{status}{detail}}}")
        };
        set(IN_HEADERS);
        assert_eq!(problem.body(), expected("about:blank", phrase), "{problem:?}");
        set_docs("https://x.example/{code}?q#\"");
        let title = if code == "silent" { phrase } else { title };
        assert_eq!(
            problem.body(),
            expected(&format!("https://x.example/{code}?q#\\\""), title),
            "{problem:?}"
        );
        set_docs("https://x.example/{x}");
        assert_eq!(problem.body(), expected("https://x.example/{x}", title), "{problem:?}");
        set_docs("https://x.example/{family}/{x}/{code}");
        assert_eq!(problem.body(), expected(&format!("https://x.example/all/{{x}}/{code}"), title));
    }
}

#[test]
fn an_error_without_a_code_has_no_page() {
    set(IN_HEADERS);
    set_docs("https://x.example/{code}");
    let problem = error(Code::Flood).with_request_id("r-1").into_problem().with_instance("/a \"b\"");
    let body = r#"{"type":"about:blank","title":"Internal Server Error","status":500,"instance":"/a \"b\"","request_id":"r-1"}"#;
    assert_eq!(problem.body(), body);
    assert_eq!(headers(problem), [""; 0]);
    let sent = Problem::from(Error::from(Flood { seconds: 7 }));
    let body =
        r#"{"type":"https://x.example/FLOOD_7","title":"Client Error","status":420,"detail":"Slow down."}"#;
    assert_eq!(sent.body(), body);
    assert_eq!(headers(sent), ["x-code: FLOOD_7"]);
}

/// A code alone is written from pieces, and must read as if it was not.
#[test]
fn a_bare_code_is_written_like_any_other() {
    const SLOTS: &[Slot<'static>] = &[CODE, Slot::new(Fact::Field("build"), &[Place::member("build")])];
    const PARTS: &[Part<'static>] = &[Part::Member(",\"code\":", 0), Part::Member(",\"build\":", 1)];
    const BLANK: &[BodyPiece<'static>] = &[
        BodyPiece::Text("{\"type\":\"about:blank\",\"title\":\""),
        BodyPiece::Phrase,
        BodyPiece::Text("\",\"status\":"),
        BodyPiece::Status,
        BodyPiece::Text(",\"detail\":\""),
        BodyPiece::Message,
        BodyPiece::Text("\",\"code\":\""),
        BodyPiece::Code,
        BodyPiece::Text("\"}"),
    ];
    const PAGE: &[BodyPiece<'static>] = &[
        BodyPiece::Text("{\"type\":\"https://x.example/errors\",\"title\":\""),
        BodyPiece::Message,
        BodyPiece::Text("\",\"status\":"),
        BodyPiece::Status,
        BodyPiece::Text(",\"code\":\""),
        BodyPiece::Code,
        BodyPiece::Text("\"}"),
    ];
    let all = || {
        [
            error(Code::Plain),
            error(Code::Plain).with_message("Conflict"),
            error(Code::Plain).with_detail("limit", 3),
            error(Code::Plain).with_field(FieldName::new("build"), 7),
            error(Code::Plain).with_retry_after(Duration::from_secs(1)),
            error(Code::Silent).with_status(404),
            error(Code::TooHeavy),
            error(Code::Dynamic),
            error(Code::Dynamic).with_message("What happened."),
            error(Code::Expired).with_message("What happened."),
            error(Code::Helpful),
            error(Code::Linked),
            error(Code::Stock),
            error(Code::Flood),
            error(Code::Conflict),
        ]
        .map(Problem::from)
    };
    for (docs, pieces) in [(None, BLANK), (Some("https://x.example/errors"), PAGE)] {
        for problem in all() {
            let body = |pieces| {
                set(Envelope::new(SLOTS).with_template(PARTS).with_bare_problem(pieces));
                docs.into_iter().for_each(set_docs);
                problem.body()
            };
            assert_eq!(body(pieces), body(&[]), "{problem:?}");
        }
        set(Envelope::new(SLOTS).with_template(PARTS).with_bare_problem(pieces));
        let problem = Problem::from(Code::Plain).with_instance("/x");
        assert!(problem.body().contains(r#""instance":"/x""#), "{}", problem.body());
    }
}

#[test]
fn a_problem_is_its_error() {
    set(Envelope::DEFAULT);
    let problem = error(Code::Plain).with_source("the reason").into_problem().with_instance("/x");
    assert_eq!(problem.to_string(), "plain: A plain text.");
    assert_eq!(problem.error().code(), Code::Plain);
    assert!(std::error::Error::source(&problem).is_some());
    assert!(format!("{problem:?}").contains("instance: \"/x\""), "{problem:?}");
    let response = Response::from(&problem);
    assert_eq!(response.headers().next().unwrap().1, "application/problem+json");
    assert_eq!(problem.into_error().code(), Code::Plain);
}

#[test]
fn details_beside_the_members_do_not_replace_them() {
    const BESIDE: &[Part<'static>] = &[Part::Member(",\"c\":", 0), Part::Members(1)];
    set(envelope([
        slot(Fact::Code, [Place::member("c")]),
        slot(Fact::Details, [Place::steps(&[])]).with_form(Form::Beside),
    ])
    .with_template(BESIDE));
    let names =
        ["type", "title", "status", "detail", "instance", "params", "code", "retry_after", "c", "own"];
    let error = || names.iter().fold(error(Code::Plain), |error, name| error.with_detail(*name, 1));
    assert_eq!(
        error().into_problem().body(),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"A plain text.","c":"plain","own":1}"#
    );
    assert_eq!(
        error().body(),
        r#"{"c":"plain","type":1,"title":1,"status":1,"detail":1,"instance":1,"params":1,"code":1,"retry_after":1,"own":1}"#
    );
}

#[test]
fn the_media_type_may_have_parameters() {
    set(envelope([slot(Fact::Code, [Place::member("c")])]));
    let body = r#"{"type":"about:blank","title":"Conflict","code":"plain"}"#;
    for (kind, known) in [
        ("application/problem+json", true),
        ("Application/Problem+JSON; charset=utf-8", true),
        (" application/problem+json ;charset=utf-8", true),
        ("application/json", false),
        ("application/problem+json2", false),
    ] {
        let read = ApiError::<Code>::from_parts(409, [("content-type", kind)], body);
        assert_eq!(read.known().is_some(), known, "{kind}");
    }
}
