//! What servers say about another attempt.

use std::time::{Duration, SystemTime};

use errcat::{Envelope, Error, Fact, Part, Place, Response, Slot, Timestamp, Unit};

use crate::catalog::{Code, Flood, set};
use crate::{envelope, error, headers, slot};

const SECOND: Duration = Duration::from_secs(1);

const CODE: Slot<'static> = Slot::new(Fact::Code, &[Place::member("code")]);

#[test]
fn whether_to_send_the_request_again() {
    const BODY: Envelope<'static> =
        Envelope::new(&[CODE, Slot::new(Fact::ShouldRetry, &[Place::member("again")])])
            .with_template(&[Part::Member(",\"code\":", 0), Part::Member(",\"again\":", 1)]);
    const HEADER: Envelope<'static> =
        Envelope::new(&[CODE, Slot::new(Fact::ShouldRetry, &[Place::header("x-should-retry")])])
            .with_template(&[Part::Member(",\"code\":", 0)]);
    let wait = |code| error(code).with_retry_after(SECOND);
    let cases = [
        // The code says it, whatever the status.
        (error(Code::Busy), "busy", true),
        (error(Code::Once), "once", false),
        (wait(Code::Once), "once", false),
        // Its class says it, by the code that is sent.
        (error(Code::Throttled), "throttled", true),
        (Error::from(Flood { seconds: 7 }), "FLOOD_7", true),
        // The status says it.
        (error(Code::Plain), "plain", false),
        (error(Code::Down), "down", true),
        (error(Code::Silent), "silent", true),
        (error(Code::Silent).with_status(404), "silent", false),
        // A time to wait is only given to those who may come again.
        (wait(Code::Plain), "plain", true),
        // A mask says what it says, not what the error would.
        (error(Code::OnceToo), "once", false),
        (wait(Code::OnceToo), "once", false),
        (error(Code::Expired), "login", false),
        (wait(Code::Expired), "login", false),
        (wait(Code::Login), "login", true),
        (wait(Code::Stock).with_status(404), "silent", true),
    ];
    for (error, code, again) in cases {
        set(BODY);
        assert_eq!(Response::from(&error).body(), format!("{{\"code\":\"{code}\",\"again\":{again}}}"));
        set(HEADER);
        assert_eq!(Response::from(&error).body(), format!("{{\"code\":\"{code}\"}}"));
        let line = format!("x-should-retry: {again}");
        assert!(headers(&error).contains(&line), "{error:?}: {:?}", headers(&error));
        let problem = Response::from(error.into_problem());
        assert!(headers(problem).contains(&line), "{code}");
    }
}

#[test]
fn a_time_to_wait_is_sent_in_its_unit() {
    const BODY: &[Part<'static>] = &[Part::Member(",\"code\":", 0), Part::Member(",\"wait\":", 1)];
    let at = |place| slot(Fact::RetryAfter, [place]);
    let nothing = envelope([CODE]).with_template(&[Part::Member(",\"code\":", 0)]);
    let cases: [(Envelope<'static>, u64, &str, &[&str]); 8] = [
        (nothing, 1_500_000_000, "", &["retry-after: 2"]),
        (nothing, 2_000_000_000, "", &["retry-after: 2"]),
        (
            envelope([CODE, at(Place::header("retry-after"))])
                .with_template(&[Part::Member(",\"code\":", 0)]),
            1_500_000_000,
            "",
            &["retry-after: 2"],
        ),
        (
            envelope([CODE, at(Place::header("retry-after").in_unit(Unit::Milliseconds))])
                .with_template(&[Part::Member(",\"code\":", 0)]),
            1_500_000_001,
            "",
            &["retry-after: 1501"],
        ),
        (
            envelope([CODE, at(Place::header("x-wait").in_unit(Unit::Duration))])
                .with_template(&[Part::Member(",\"code\":", 0)]),
            1_500_000_000,
            "",
            &["retry-after: 2", "x-wait: 1.5s"],
        ),
        (
            envelope([CODE, at(Place::member("wait").in_unit(Unit::Milliseconds))]).with_template(BODY),
            1_500_000_000,
            ",\"wait\":1500",
            &["retry-after: 2"],
        ),
        (
            envelope([CODE, at(Place::member("wait").in_unit(Unit::Duration))]).with_template(BODY),
            3_000_000_000,
            ",\"wait\":\"3s\"",
            &["retry-after: 3"],
        ),
        (
            envelope([CODE, at(Place::member("wait"))]).with_template(BODY),
            1,
            ",\"wait\":1",
            &["retry-after: 1"],
        ),
    ];
    for (envelope, nanos, member, lines) in cases {
        set(envelope);
        let wait = |code| error(code).with_retry_after(Duration::from_nanos(nanos));
        let response = Response::from(wait(Code::Busy));
        assert_eq!(response.body(), format!("{{\"code\":\"busy\"{member}}}"));
        assert_eq!(headers(response), lines);
        assert_eq!(headers(wait(Code::Busy).into_problem()), lines);
        // Nobody is told how long a masked error, or one that cannot be sent, takes.
        for (code, sent) in [(Code::OnceToo, "{\"code\":\"once\"}"), (Code::Flood, "{}")] {
            let response = Response::from(wait(code));
            assert_eq!((response.body(), headers(wait(code))), (sent, Vec::new()), "{code:?}");
            assert_eq!(headers(wait(code).into_problem()), [""; 0], "{code:?}");
        }
        assert_eq!(headers(error(Code::Busy)), [""; 0]);
    }
}

#[test]
fn a_date_is_the_time_after_the_wait() {
    set(envelope([CODE, slot(Fact::RetryAfter, [Place::header("retry-after").in_unit(Unit::Date)])]));
    let before = SystemTime::now();
    let lines = headers(error(Code::Busy).with_retry_after(Duration::from_secs(3600)));
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    let now = SystemTime::now();
    let text = line.strip_prefix("retry-after: ").unwrap();
    let date = Timestamp::parse_http_date(text, Timestamp::from(now)).unwrap();
    let at = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(date.unix_seconds()).unwrap());
    // Nobody comes too early. Dates are whole seconds, and the clock goes on.
    let wait = Duration::from_secs(3600);
    assert!(before + wait <= at && at <= now + wait + Duration::from_secs(1), "{line}");
    // The last second of the year 9999.
    let lines = headers(error(Code::Busy).with_retry_after(Duration::from_secs(1 << 40)));
    assert_eq!(lines, ["retry-after: Fri, 31 Dec 9999 23:59:59 GMT"]);
}
