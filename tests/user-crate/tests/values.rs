//! Tests of parameters and details of every type, from a struct through a response and back.

#![deny(warnings)]

use std::time::Duration;

use errcat::{
    BodyState, Class as _, ErrorCode, Misfit, Params, Response, ResultExt, Retry, Sensitive, Timestamp, Wire,
    assert_indistinguishable,
};
use user_crate::errors::depot::{self, ApiError, Class, Code, Error, details};
use user_crate::errors::{angle, robot, shop, sql};

const SECRET: &str = "swordfish-4711";

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn full() -> depot::Full {
    depot::Full {
        text: "a \"b\" \\ \n ü {yes} </script>".to_owned(),
        yes: true,
        a: i8::MIN,
        b: i16::MIN,
        c: i32::MIN,
        d: i64::MIN,
        e: u8::MAX,
        f: u16::MAX,
        g: u32::MAX,
        h: u64::MAX,
        ratio: 0.1,
        wait: Duration::new(90, 500_000_000),
        at: moment("2026-11-21T12:41:19.25Z"),
        page: "https://depot.example/?a=1&b=\"2\"".to_owned(),
        id: "6f9619ff-8b86-d011-b42d-00cf4fc964ff".to_owned(),
        texts: vec!["x".to_owned(), String::new(), "y,z".to_owned()],
        flags: vec![true, false],
        numbers: vec![-1, 0, i64::MAX],
        ratios: vec![1.0, -0.5, 1e3],
        waits: vec![Duration::ZERO, Duration::from_millis(1)],
        moments: vec![moment("1970-01-01T00:00:00Z"), moment("2000-02-29T23:59:59Z")],
        pages: vec!["https://a.example".to_owned()],
        ids: vec![],
        maybe: None,
        secret: Sensitive::new(SECRET.to_owned()),
        secrets: Some(vec![SECRET.to_owned()].into()),
    }
}

fn more() -> details::Full {
    details::Full {
        shelf: "B 7".to_owned(),
        heavy: false,
        rows: vec![1, u64::MAX],
        since: moment("2026-01-01T00:00:00Z"),
        pause: Duration::from_secs(3),
        share: Some(0.75),
        owner: SECRET.into(),
        map: "https://depot.example/map".to_owned(),
        tag: None,
    }
}

fn store() -> Result<(), Error> {
    let stored: Result<(), depot::Full> = Err(full());
    stored?;
    Ok(())
}

fn whole() -> Error {
    let error = store().unwrap_err();
    error
        .with_details(&more())
        .with_field(Code::FIELD_REGION, "north")
        .with_request_id("r-1")
        .with_retry_after(Duration::from_millis(1500))
}

fn receive(response: Response) -> ApiError {
    let headers: Vec<_> = response.headers().map(|(name, value)| (name, value.into_owned())).collect();
    ApiError::from_parts(response.status(), headers, response.body())
}

#[test]
fn every_type_comes_back() {
    let answers = [Response::from(whole()), Response::from(whole().into_problem().with_instance("/depots/1"))];
    for (response, own) in answers.into_iter().zip([true, false]) {
        assert_eq!(response.status(), 507);
        let error = receive(response);
        assert_eq!((error.known(), error.body_state()), (Some(Code::Full), BodyState::Json));
        let params = depot::Full { secret: Sensitive::withheld(), secrets: None, ..full() };
        assert_eq!(error.message(), Some(full().to_string().as_str()));
        assert_eq!(error.known_params::<depot::Full>(), Ok(params));
        assert_eq!(error.known_details(), Ok(details::Full { owner: Sensitive::withheld(), ..more() }));
        assert_eq!(error.request_id(), Some("r-1"));
        assert_eq!(error.suggestions(), ["Empty it."]);
        assert_eq!(error.retry_after(moment("2026-11-21T00:00:00Z")).unwrap().wait, Duration::from_secs(2));
        assert_eq!(error.retry_advice(), Retry::RetryAfter);
        assert_eq!(error.class(), Some(Class::Refused));
        if own {
            assert_eq!(error.field("region").unwrap().as_str().as_deref(), Some("north"));
            assert_eq!(error.links().len(), 1);
            assert_eq!(error.json().unwrap().at("meta.status").unwrap().as_u64(), Some(507));
        } else {
            assert!(error.body().starts_with(br#"{"type":"https://depot.example/errors/full","#));
        }
    }
}

#[test]
fn names_are_written_as_in_the_catalog() {
    let odd = || depot::Odd {
        sql_expr: "{type}".to_owned(),
        retry_after: Duration::from_secs(2),
        kind: "date".to_owned(),
        größe: 7,
        max_size: 8,
    };
    let details = || details::Odd { self_: "me".to_owned(), e2nd: true, hostile: -1, doubt: None };
    let message = "{type} is no date after 2 s in 7 of 8";
    assert_eq!(odd().to_message(), message);
    assert!(format!("{:?}", odd()).contains("größe: 7"));
    let error = || Error::from(odd()).with_details(&details());
    let params = r#"{"sqlExpr":"{type}","Retry-After":2,"type":"date","größe":7,"max size":8}"#;
    let body = Response::from(error()).body().to_owned();
    assert!(body.contains(&format!("\"values\":{params}")), "{body}");
    assert!(body.contains(r#"{"field":"a\"}{\\\n","value":-1,"#), "{body}");
    let problem = Response::from(error().into_problem()).body().to_owned();
    assert!(problem.contains(&format!("\"values\":{params}")), "{problem}");
    assert!(problem.contains(r#"{"field":"a\"}{\\\n","value":-1,"#), "{problem}");
    for response in [Response::from(error()), Response::from(error().into_problem())] {
        let back = receive(response);
        assert_eq!(back.message(), Some(message));
        assert_eq!(back.known_params(), Ok(odd()));
        assert_eq!(back.known_details(), Ok(details()));
    }
}

fn rejected() -> depot::Rejected {
    let error = |field: &str, max_size, texts: &[&str]| depot::RejectedErrors {
        field: field.to_owned(),
        max_size,
        token: SECRET.into(),
        type_: texts.iter().map(|&text| text.to_owned()).collect(),
    };
    let via = depot::RejectedOriginVia { since: moment("2026-01-01T00:00:00Z"), wait: Duration::from_millis(1500) };
    depot::Rejected {
        errors: vec![error("a\"b\\\n", Some(7), &["x", "{grid}"]), error("", None, &[])],
        origin: depot::RejectedOrigin { host: "depot.example".to_owned(), port: 443, via: Some(via) },
        grid: vec![vec![1, -2], vec![]],
    }
}

#[test]
fn objects_and_lists_of_them_come_back() {
    let parts = || details::Rejected {
        parts: vec![details::RejectedParts {
            id: "6f9619ff-8b86-d011-b42d-00cf4fc964ff".to_owned(),
            bounds: details::RejectedPartsBounds { low: -0.5, high: 1e300 },
        }],
        secret: details::RejectedSecret { token: SECRET.to_owned() }.into(),
    };
    let errors = r#"{"field":"a\"b\\\n","Max-Size":7,"type":["x","{grid}"]}"#;
    let origin = r#"{"host":"depot.example","port":443,"via":{"since":"2026-01-01T00:00:00Z","wait":1.5}}"#;
    let message = format!(r#"{errors}, {{"field":"","type":[]}} at {origin} in 1, -2, "#);
    assert_eq!(rejected().to_message(), message);
    let error = || Error::from(rejected()).with_details(&parts());
    let body = Response::from(error()).body().to_owned();
    let values = format!(r#""values":{{"errors":[{errors},{{"field":"","type":[]}}],"origin":{origin},"grid":[[1,-2],[]]}}"#);
    assert!(body.contains(&values), "{body}");
    for response in [Response::from(error()), Response::from(error().into_problem())] {
        assert!(!format!("{response:?}").contains(SECRET));
        let back = receive(response);
        let mut expected = rejected();
        expected.errors.iter_mut().for_each(|error| error.token = Sensitive::withheld());
        assert_eq!(back.known_params(), Ok(expected));
        assert_eq!(back.known_details(), Ok(details::Rejected { secret: Sensitive::withheld(), ..parts() }));
    }
    assert!(!format!("{:?} {:?}", rejected(), parts()).contains(SECRET));
}

#[test]
fn objects_that_do_not_fit() {
    let misfit = |origin: &str| {
        let values = format!(r#"{{"errors":[],"origin":{origin},"grid":[]}}"#);
        let body = format!(r#"{{"error":{{"code":"rejected","values":{values}}}}}"#);
        let error = ApiError::from_parts(422, [("", ""); 0], body);
        error.known_params::<depot::Rejected>().map(|value| value.origin.port).map_err(|misfit| misfit.to_string())
    };
    assert_eq!(misfit(r#"{"host":"h","port":1,"more":{}}"#), Ok(1));
    assert_eq!(misfit(r#"{"host":"h","port":"65535","via":null}"#), Ok(65535));
    let refused = Err("`origin` is not an object with the declared members".to_owned());
    for origin in [r#"{"host":"h","port":65536}"#, r#"{"host":"h"}"#, r#"[]"#, r#""h""#, r#"{"host":"h","port":1,"via":{}}"#] {
        assert_eq!(misfit(origin), refused, "{origin}");
    }
    assert_eq!(misfit("null"), Err("`origin` is missing".to_owned()));
}

#[test]
fn placeholders_of_other_syntaxes() {
    let no_table = || sql::NoTable { schema: "shop".to_owned(), table: "%s\"".to_owned() };
    assert_eq!(sql::Code::NoTable.message(), Some("Table '%-.64s.%-.64s' doesn't exist"));
    assert_eq!(no_table().to_string(), "Table 'shop.%s\"' doesn't exist");
    let response = Response::from(sql::Error::from(no_table()));
    let body = r#"{"code":"1146","message":"Table 'shop.%s\"' doesn't exist","details":{"schema":"shop","table":"%s\""}}"#;
    assert_eq!(response.body(), body);
    let back = sql::ApiError::from_parts(500, [("", ""); 0], body);
    assert_eq!(back.known_params(), Ok(no_table()));
    let lock = sql::LockWait { waited: 2.25, arg2: "lock".to_owned(), arg3: 50 };
    assert_eq!(lock.to_message(), "lock: waited 2.2 of 00050 s, 100% done");
    assert_eq!(sql::Error::from(lock).message().as_deref(), Some("lock: waited 2.2 of 00050 s, 100% done"));
    let bad = sql::BadValue { arg1: "int".to_owned(), arg2: "a\"".to_owned(), arg3: 7, arg4: 255 };
    assert_eq!(bad.to_message(), "Incorrect int value \"a\\\"\" at row 7: 0xff");
    let bad = angle::BadType { arg_name: "x".to_owned(), kind: vec!["int".to_owned(), "<Got>".to_owned()], got: "y".to_owned() };
    assert_eq!(bad.to_message(), "`x` must be int, <Got>, not y.");
    assert_eq!(Response::from(angle::Error::from(bad)).body(), r#"{"code":"bad_type","message":"`x` must be int, <Got>, not y.","details":{"arg_name":"x","type":["int","<Got>"],"Got":"y"}}"#);
}

#[test]
fn the_message_says_what_the_catalog_says() {
    let message = full().to_message();
    assert_eq!(
        message,
        "a \"b\" \\ \n ü {yes} </script>|true|-128|-32768|-2147483648|-9223372036854775808|255|65535|4294967295|\
         18446744073709551615|0.1|90.5 s|2026-11-21T12:41:19.250Z|https://depot.example/?a=1&b=\"2\"|\
         6f9619ff-8b86-d011-b42d-00cf4fc964ff|x, , y,z|true, false|-1, 0, 9223372036854775807|\
         1, -0.5, 1000|0 s, 0.001 s|\
         1970-01-01T00:00:00Z, 2000-02-29T23:59:59Z|https://a.example|||[redacted]|[redacted]"
    );
    assert_eq!(whole().message().as_deref(), Some(message.as_str()));
}

#[test]
fn sensitive_values_stay_inside() {
    let locked = || depot::Locked { gate: "4".to_owned(), guard: SECRET.into() };
    let errors = [whole(), Error::from(locked()), Error::from(locked()).with_message("Closed.")];
    for error in errors {
        let mut recorded = String::new();
        error.record(|name, value| recorded += &format!("{name}={value};"));
        let response = Response::from(&error);
        let shown = [
            error.to_string(),
            format!("{error:?} {error:#?}"),
            recorded,
            format!("{response:?}"),
            response.headers().map(|(_, value)| value.into_owned()).collect(),
            format!("{:?}", Response::from(error.into_problem())),
            format!("{:?}{}", full(), full()),
        ];
        for text in shown {
            assert!(!text.contains(SECRET), "{text}");
        }
    }
    assert!(whole().to_string().contains("[redacted]"));
    assert_eq!(whole().params::<depot::Full>().unwrap().secret.expose().unwrap(), SECRET);
    assert_eq!(whole().params::<depot::Locked>(), None);
}

#[test]
fn masks() {
    let guarded = || depot::Guarded { gate: "4".to_owned(), guard: SECRET.into() };
    let locked = || depot::Locked { gate: "4".to_owned(), guard: "somebody".into() };
    let error = || {
        let source = "no".parse::<u8>().or_code(Code::Guarded).unwrap_err();
        assert_eq!(source.code(), Code::Guarded);
        Error::from(guarded())
            .with_source(source)
            .with_detail("shelf", "B 7")
            .with_field(Code::FIELD_REGION, "north")
            .with_retry_after(Duration::from_secs(9))
            .with_challenge("Basic")
            .with_message("Gate 4 is guarded.")
    };
    // Every response of the server has the field.
    let shown = || Error::from(locked()).with_field(Code::FIELD_REGION, "north");
    assert_indistinguishable(error(), shown());
    assert_indistinguishable(error().into_problem(), shown().into_problem());
    assert_indistinguishable(error().with_request_id("r"), shown().with_request_id("r"));
    assert!(error().to_string().starts_with("guarded: Gate 4 is guarded."));
    let hidden = || Error::from(Code::Hidden).with_details(&details::Hidden { shelf: "B 7".to_owned() });
    assert_indistinguishable(hidden(), Code::Missing);
    assert_indistinguishable(hidden().into_problem(), depot::Problem::from(Code::Missing));
    assert_eq!(receive(hidden().into()).known_details::<details::Hidden>(), Err(Misfit::OtherCode { expected: "hidden" }));
}

#[test]
fn what_does_not_fit() {
    let misfit = |values: &str| {
        let body = format!(r#"{{"error":{{"code":"locked","values":{values}}}}}"#);
        let error = ApiError::from_parts(403, [("", ""); 0], body);
        error.known_params::<depot::Locked>().map(|locked| locked.gate).map_err(|misfit| misfit.to_string())
    };
    assert_eq!(misfit(r#"{"gate":"4","more":1}"#), Ok("4".to_owned()));
    assert_eq!(misfit(r#"{"gate":4}"#), Err("`gate` is not a text".to_owned()));
    assert_eq!(misfit(r#"{"guard":"x"}"#), Err("`gate` is missing".to_owned()));
    assert_eq!(misfit(r#"{"gate":null}"#), Err("`gate` is missing".to_owned()));
    assert_eq!(misfit(r#"[{"field":"gate","value":"4"}]"#), Err("`gate` is missing".to_owned()));
}

#[test]
fn classes_of_an_api_of_its_own() {
    assert_eq!(Class::of_response(500, Some("FULL")), Some(Class::Refused));
    assert_eq!(Class::of_response(409, Some("other")), Some(Class::Coded));
    assert_eq!(Class::of_response(409, None), Some(Class::Busy));
    assert_eq!(Class::of_transport(), Some(Class::Other));
    assert!(Class::Busy.is_a(Class::DepotError) && !Class::Busy.is_a(Class::Other));
    let busy = ApiError::from_parts(409, [("", ""); 0], "");
    assert_eq!((busy.class(), busy.retry_advice()), (Some(Class::Busy), Retry::Backoff));
}

#[test]
fn the_form_of_a_message() {
    let response = Response::from(Error::from(Code::Missing));
    let body = r#"{"error":{"code":"missing","text":"Nothing here. (missing)"},"meta":{"status":404}}"#;
    assert_eq!(response.body(), body);
    assert_eq!(receive(response).message(), Some("Nothing here."));
    let older = ApiError::from_parts(404, [("x-request-id", "h")], r#"{"error":{"code":"missing"},"text":"older"}"#);
    assert_eq!((older.message(), older.request_id()), (Some("older"), Some("h")));
}

#[test]
fn numbers_for_codes() {
    let lost = robot::Lost { from: "A".to_owned(), to: "B".to_owned() };
    let error = robot::Error::from(lost.clone()).with_details(&robot::details::Lost { tries: 3 });
    let response = Response::from(&error);
    assert_eq!(response.body(), r#"{"code":7,"message":"No way from A to B.","details":{"from":"A","to":"B","tries":3}}"#);
    for body in [response.body(), &response.body().replace('7', "\"7\"")] {
        let back = robot::ApiError::from_parts(409, [("", ""); 0], body);
        assert_eq!(back.known(), Some(robot::Code::Lost));
        assert_eq!(back.known_params(), Ok(lost.clone()));
        assert_eq!(back.known_details(), Ok(robot::details::Lost { tries: 3 }));
    }
    assert_eq!(Response::from(robot::Code::Empty).body(), r#"{"code":8,"message":"The battery is empty."}"#);
}

#[test]
fn an_api_without_an_envelope() {
    let error = shop::Error::from(shop::Code::OutOfStock).with_request_id("r").with_detail("left", 0_u8);
    let response = Response::from(&error);
    let body = r#"{"code":"out_of_stock","message":"There is no more of it.","details":{"left":0},"request_id":"r"}"#;
    assert_eq!((response.status(), response.body()), (409, body));
    assert_indistinguishable(shop::Code::SoldOut, shop::Code::OutOfStock);
    let back = shop::ApiError::from_parts(409, [("", ""); 0], body);
    assert_eq!((back.known(), back.class(), back.retry_advice()), (Some(shop::Code::OutOfStock), None, Retry::Backoff));
}

#[test]
fn sizes() {
    let pointer = size_of::<usize>();
    assert_eq!((size_of::<Error>(), size_of::<Result<(), Error>>()), (2 * pointer, 2 * pointer));
    assert_eq!((size_of::<ApiError>(), size_of::<Result<(), ApiError>>()), (pointer, pointer));
    assert!(size_of::<Wire<Code>>() <= 16 && size_of::<Wire<robot::Code>>() <= 16);
    assert_eq!(<Code as ErrorCode>::ALL.len(), 7);
}
