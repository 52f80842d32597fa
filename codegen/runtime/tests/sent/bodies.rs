//! Bodies: codes to which nothing was added, and mistakes in fields.

use std::time::Duration;

use errcat::{
    BodyPiece, Envelope, Error, Fact, FieldForm, FieldName, Form, Part, Place, Response, Slot, Step,
};

use crate::catalog::{Code, Plain, TooHeavy, set};
use crate::{envelope, error, slot};

const CODE: Slot<'static> = Slot::new(Fact::Code, &[Place::member("code")]);

/// The envelope that catalogs have by default, with a status, its own member, and all its pieces.
const BARE: Envelope<'static> = Envelope::new(&[
    CODE,
    Slot::new(Fact::Message, &[Place::member("message")]),
    Slot::new(Fact::Status, &[Place::member("status")]),
    Slot::new(Fact::Details, &[Place::member("details")]),
    Slot::new(Fact::RequestId, &[Place::member("id")]),
    Slot::new(Fact::Field("build"), &[Place::member("build")]),
    Slot::new(Fact::FieldErrors, &[Place::member("errors")]).with_form(Form::Errors(FieldForm::Map)),
    Slot::new(Fact::RetryAfter, &[Place::member("wait")]),
    Slot::new(Fact::Suggestions, &[Place::member("help")]),
    Slot::new(Fact::Links, &[Place::member("links")]),
])
.with_template(&[
    Part::Member(",\"code\":", 0),
    Part::Member(",\"message\":", 1),
    Part::Member(",\"status\":", 2),
    Part::Member(",\"details\":", 3),
    Part::Member(",\"id\":", 4),
    Part::Member(",\"build\":", 5),
    Part::Member(",\"errors\":", 6),
    Part::Member(",\"wait\":", 7),
    Part::Member(",\"help\":", 8),
    Part::Member(",\"links\":", 9),
])
.with_bare(&[
    BodyPiece::Text("{\"code\":\""),
    BodyPiece::Code,
    BodyPiece::Text("\",\"message\":\""),
    BodyPiece::Message,
    BodyPiece::Text("\",\"status\":"),
    BodyPiece::Status,
    BodyPiece::Text("}"),
]);

#[test]
fn a_bare_code_is_written_like_any_other() {
    let without = BARE.with_bare(&[]);
    let build = FieldName::new("build");
    let plain = |rest: &str| format!(r#"{{"code":"plain","message":"A plain text.","status":409{rest}}}"#);
    let cases = [
        (error(Code::Plain), plain("")),
        (error(Code::Plain).with_source("the reason").with_challenge("Basic").with_status(404), plain("")),
        (error(Code::Plain).with_detail("limit", 3), plain(r#","details":{"limit":3}"#)),
        (error(Code::Plain).with_request_id("r-1"), plain(r#","id":"r-1""#)),
        (error(Code::Plain).with_field(build, 7), plain(r#","build":7"#)),
        (error(Code::Plain).with_field_error("name", "is short"), plain(r#","errors":{"name":["is short"]}"#)),
        (error(Code::Plain).with_retry_after(Duration::from_secs(9)), plain(r#","wait":9"#)),
        (
            error(Code::Plain).with_message("Another text."),
            r#"{"code":"plain","message":"Another text.","status":409}"#.to_owned(),
        ),
        (error(Code::Silent), r#"{"code":"silent","status":500}"#.to_owned()),
        (error(Code::Silent).with_status(404), r#"{"code":"silent","status":404}"#.to_owned()),
        (
            error(Code::TooHeavy),
            r#"{"code":"too_heavy","message":"The parcel is too heavy.","status":422}"#.to_owned(),
        ),
        (
            Error::from(TooHeavy { weight: 40 }),
            r#"{"code":"too_heavy","message":"It weighs 40 kg.","status":422,"details":{"weight":40}}"#.to_owned(),
        ),
        (
            error(Code::Helpful),
            r#"{"code":"helpful","message":"Read on.","status":400,"help":["Try again."]}"#
                .to_owned(),
        ),
        (
            error(Code::Quoted),
            r#"{"code":"quo\"t/~d","message":"A \"quoted\" text.","status":409}"#.to_owned(),
        ),
        (error(Code::Dynamic), r#"{"code":"dynamic","message":"What is usual.","status":400}"#.to_owned()),
        (error(Code::Expired), r#"{"code":"login","message":"Log in.","status":401}"#.to_owned()),
        (
            error(Code::Expired).with_detail("a", 1).with_message("b").with_field_error("c", "d"),
            r#"{"code":"login","message":"Log in.","status":401}"#.to_owned(),
        ),
        (
            error(Code::Expired).with_request_id("r-1").with_retry_after(Duration::from_secs(9)),
            r#"{"code":"login","message":"Log in.","status":401,"id":"r-1"}"#.to_owned(),
        ),
        (
            error(Code::Expired).with_field(build, true),
            r#"{"code":"login","message":"Log in.","status":401,"build":true}"#.to_owned(),
        ),
        (
            error(Code::Linked),
            r#"{"code":"linked","message":"Read on.","status":400,"links":[{"label":"Help","url":"https://x.example/"}]}"#
                .to_owned(),
        ),
        (error(Code::Stock), r#"{"code":"silent","status":500}"#.to_owned()),
        (error(Code::Veiled), r#"{"code":"silent","status":500}"#.to_owned()),
        (error(Code::Veiled).with_status(404), r#"{"code":"silent","status":404}"#.to_owned()),
        (Error::from(Plain { limit: 3 }), plain(r#","details":{"limit":3}"#)),
        (error(Code::Flood), r#"{"message":"Internal Server Error","status":500}"#.to_owned()),
    ];
    for (error, body) in cases {
        for envelope in [BARE, without] {
            set(envelope);
            assert_eq!(error.body(), body);
            assert_eq!(Response::from(&error).body(), body);
        }
    }
    for code in
        [Code::Plain, Code::Silent, Code::TooHeavy, Code::Helpful, Code::Quoted, Code::Expired, Code::Stock]
    {
        for envelope in [BARE, without] {
            set(envelope);
            assert_eq!(Response::from(code), Response::from(error(code)), "{code:?}");
        }
    }
}

#[test]
fn a_status_that_has_no_body_has_none() {
    for envelope in [BARE, BARE.with_bare(&[])] {
        set(envelope);
        for response in [
            Response::from(Code::Nothing),
            Response::from(error(Code::Nothing)),
            Response::from(error(Code::Nothing).with_detail("limit", 3)),
            Response::from(error(Code::Nothing).into_problem()),
        ] {
            assert_eq!((response.status(), response.body()), (204, ""));
        }
    }
}

#[test]
fn outsiders_get_their_language() {
    for envelope in [BARE, BARE.with_bare(&[])] {
        set(envelope);
        for (header, text) in
            [("de", "Ein Text."), ("en, de;q=0.5", "A plain text."), ("fr", "A plain text.")]
        {
            let error = error(Code::Plain).accept_language(header);
            let body = format!(r#"{{"code":"plain","message":"{text}","status":409}}"#);
            assert_eq!(error.body(), body, "{header}");
            assert_eq!(error.to_string(), "plain: A plain text.");
            let problem = error.into_problem();
            assert!(problem.body().contains(&format!(r#""detail":"{text}""#)), "{}", problem.body());
            // A code without a translation keeps its text, and the response says in which language.
            let busy = Response::from(self::error(Code::Busy).accept_language(header));
            assert_eq!(busy.body(), Response::from(Code::Busy).body());
        }
    }
}

#[test]
fn pieces_of_bodies() {
    set(Envelope::new(&[CODE]).with_bare(&[
        BodyPiece::PlainCode,
        BodyPiece::Text("|"),
        BodyPiece::Code,
        BodyPiece::Text("|"),
        BodyPiece::PlainMessage,
        BodyPiece::Text("|"),
        BodyPiece::Message,
        BodyPiece::Text("|"),
        BodyPiece::Status,
        BodyPiece::Text("|"),
        BodyPiece::Phrase,
    ]));
    assert_eq!(Response::from(Code::Plain).body(), "plain|plain|A plain text.|A plain text.|409|Conflict");
    assert_eq!(
        error(Code::Quoted).body(),
        r#"quo"t/~d|quo\"t/~d|A "quoted" text.|A \"quoted\" text.|409|Conflict"#
    );
    assert_eq!(Response::from(Code::Note).body(), "note|note|No error.|No error.|200|Success");
}

#[test]
fn mistakes_in_fields_follow_in_the_list_of_the_error() {
    const CODE: Part<'static> = Part::Object(",", &[Part::Member(",\"code\":", 0)]);
    const FIRST: &[Part<'static>] = &[Part::List(",\"errors\":", &[CODE, Part::Rest(1)])];
    const ALONE: &[Part<'static>] = &[Part::List(",\"errors\":", &[Part::Rest(1)])];
    let slots = [
        slot(Fact::Code, [Place::steps(&[Step::Member("errors"), Step::Index(0), Step::Member("code")])]),
        slot(Fact::FieldErrors, [Place::member("errors")]).with_form(Form::Errors(FieldForm::List)),
    ];
    let field = |name: &'static str| format!(r#"{{"field":"{name}","message":"is short"}}"#);
    let error = error(Code::Plain).with_field_error("a", "is short").with_field_error("b", "is short");
    set(envelope(slots).with_template(FIRST));
    assert_eq!(error.body(), format!(r#"{{"errors":[{{"code":"plain"}},{},{}]}}"#, field("a"), field("b")));
    assert_eq!(self::error(Code::Plain).body(), r#"{"errors":[{"code":"plain"}]}"#);
    set(envelope(slots).with_template(ALONE));
    assert_eq!(error.body(), format!(r#"{{"errors":[{},{}]}}"#, field("a"), field("b")));
}

#[test]
fn mistakes_in_fields_have_have_the_form_of_the_catalog() {
    const PLACE: &[Place<'static>] = &[Place::member("errors")];
    const PARTS: &[Part<'static>] = &[Part::Member(",\"code\":", 0), Part::Member(",\"errors\":", 1)];
    const MAP: Envelope<'static> =
        Envelope::new(&[CODE, Slot::new(Fact::FieldErrors, PLACE).with_form(Form::Errors(FieldForm::Map))]);
    const LIST: Envelope<'static> =
        Envelope::new(&[CODE, Slot::new(Fact::FieldErrors, PLACE).with_form(Form::Errors(FieldForm::List))]);
    const LOC: Envelope<'static> =
        Envelope::new(&[CODE, Slot::new(Fact::FieldErrors, PLACE).with_form(Form::Errors(FieldForm::Loc))]);
    const POINTER: Envelope<'static> = Envelope::new(&[
        CODE,
        Slot::new(Fact::FieldErrors, PLACE).with_form(Form::Errors(FieldForm::Pointer)),
    ]);
    for (envelope, written) in [
        (MAP, r#"{"items.0":["a","c"],"items.01":["b \"x\""]}"#),
        (
            LIST,
            r#"[{"field":"items.0","message":"a"},{"field":"items.01","message":"b \"x\""},{"field":"items.0","message":"c"}]"#,
        ),
        (
            LOC,
            r#"[{"loc":["items",0],"msg":"a"},{"loc":["items","01"],"msg":"b \"x\""},{"loc":["items",0],"msg":"c"}]"#,
        ),
        (
            POINTER,
            r#"[{"source":{"pointer":"items.0"},"detail":"a"},{"source":{"pointer":"items.01"},"detail":"b \"x\""},{"source":{"pointer":"items.0"},"detail":"c"}]"#,
        ),
    ] {
        set(envelope.with_template(PARTS));
        let add = |error: Error<Code>| {
            error
                .with_field_error("items.0", "a")
                .with_field_error("items.01", "b \"x\"")
                .with_field_error("items.0", "c")
        };
        assert_eq!(add(error(Code::Plain)).body(), format!(r#"{{"code":"plain","errors":{written}}}"#));
        let problem = Response::from(add(error(Code::Plain)).into_problem());
        assert!(problem.body().contains(&format!(r#","errors":{written}"#)), "{}", problem.body());
        assert_eq!(error(Code::Plain).body(), r#"{"code":"plain"}"#);
        for (code, body) in [
            (Code::Expired, r#"{"code":"login"}"#),
            (Code::Stock, r#"{"code":"silent"}"#),
            (Code::Flood, "{}"),
        ] {
            assert_eq!(add(error(code)).body(), body);
        }
    }
}
