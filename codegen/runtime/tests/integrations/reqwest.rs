//! Tests of responses received by reqwest over real connections.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;

use std::error::Error as _;
use std::future::Future;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::time::Duration;

use common::Code;
use errcat::{BodyState, ClientError, ResponseExt as _, Retry};

const ANSWER: &str = "HTTP/1.1 429 Too Many\r\nretry-after: 7\r\nx-request-id: r-1\r\n";
const BODY: &str = r#"{"code":"ERR-02-001","message":"The quota is used up"}"#;

/// Starts a server that sends these bytes to one client and closes the connection. Returns its
/// address.
fn serve(answer: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).unwrap();
        // The client may have closed the connection after reading enough.
        let _ = stream.write_all(&answer);
    });
    address
}

fn answer(head: &str, length: usize, body: &[u8]) -> Vec<u8> {
    let head = format!("{head}content-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_all().build().unwrap().block_on(future)
}

async fn get(url: &str) -> Result<reqwest::Response, reqwest::Error> {
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30)).build()?;
    client.get(url).send().await
}

fn fail(answer: Vec<u8>) -> ClientError<Code> {
    fail_within(answer, 16 * 1024 * 1024)
}

fn fail_within(answer: Vec<u8>, most: usize) -> ClientError<Code> {
    run(async { get(&serve(answer)).await.unwrap().error_for_code_within::<Code>(most).await.unwrap_err() })
}

#[test]
fn an_error_keeps_everything() {
    let error = fail(answer(ANSWER, BODY.len(), BODY.as_bytes()));
    assert_eq!((error.status(), error.known()), (Some(429), Some(Code::QuotaExceeded)));
    assert!(error.code().is_some_and(|code| *code == Code::QuotaExceeded));
    assert_eq!(error.retry_advice(), Retry::RetryAfter);
    assert_eq!(error.retry_after(std::time::SystemTime::UNIX_EPOCH).unwrap().wait.as_secs(), 7);
    assert_eq!(error.to_string(), "ERR-02-001: The quota is used up (HTTP 429)");
    assert!(error.source().is_none());
    let ClientError::Api(answer) = error else { panic!("{error:?}") };
    assert_eq!((answer.body(), answer.is_cut()), (BODY.as_bytes(), false));
    assert_eq!(answer.header("x-request-id"), Some(&b"r-1"[..]));
}

#[test]
fn a_success_is_returned_unchanged() {
    for head in ["HTTP/1.1 200 OK\r\n", "HTTP/1.1 304 Not Modified\r\n", "HTTP/1.1 399 Odd\r\n"] {
        run(async {
            let length = if head.contains("304") { 0 } else { 5 };
            let response = get(&serve(answer(head, length, &b"hello"[..length]))).await.unwrap();
            let response = response.error_for_code::<Code>().await.unwrap();
            assert_eq!(response.bytes().await.unwrap().len(), length);
        });
    }
}

#[test]
fn unregistered_statuses_are_errors_too() {
    assert_eq!(fail(answer("HTTP/1.1 468 Odd\r\n", 0, b"")).status(), Some(468));
    assert_eq!(fail(answer("HTTP/1.1 700 Odd\r\n", 0, b"")).status(), Some(700));
}

#[test]
fn a_broken_connection_keeps_the_received_part() {
    let error = fail(answer(ANSWER, BODY.len() + 10, &BODY.as_bytes()[..40]));
    assert_eq!((error.status(), error.known()), (Some(429), Some(Code::QuotaExceeded)));
    assert!(error.to_string().ends_with("(HTTP 429), cut off"), "{error}");
    assert!(error.source().is_some());
    let ClientError::Interrupted { answer, source } = error else { panic!("{error:?}") };
    assert_eq!((answer.body(), answer.is_cut()), (&BODY.as_bytes()[..40], true));
    assert_eq!(answer.body_state(), BodyState::Damaged);
    assert!(source.is_decode() || source.is_body());
}

#[test]
fn a_huge_body_is_not_read_completely() {
    let body = [BODY.as_bytes(), &vec![b' '; 200_000]].concat();
    let error = fail_within(answer(ANSWER, body.len(), &body), 100);
    assert_eq!(error.known(), Some(Code::QuotaExceeded));
    let ClientError::Api(answer) = error else { panic!("{error:?}") };
    assert_eq!((answer.body().len(), answer.is_cut()), (100, true));
}

#[test]
fn a_body_of_the_maximum_size_is_complete() {
    for (most, cut) in [(BODY.len(), false), (BODY.len() - 1, true), (0, true), (usize::MAX, false)] {
        let error = fail_within(answer(ANSWER, BODY.len(), BODY.as_bytes()), most);
        let answer = error.answer().unwrap();
        assert_eq!((answer.body().len(), answer.is_cut()), (most.min(BODY.len()), cut));
    }
}

#[test]
fn a_missing_response_is_retryable() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = ClientError::<Code>::from(run(get(&format!("http://{closed}/"))).unwrap_err());
    assert_eq!((error.status(), error.known(), error.class()), (None, None, None));
    assert_eq!(error.retry_advice(), Retry::Backoff);
    assert!(error.answer().is_none());
    assert!(error.source().is_some());

    let error = ClientError::<Code>::from(run(get("no address")).unwrap_err());
    assert_eq!(error.retry_advice(), Retry::Never);
}

#[test]
fn an_interrupted_success_is_a_transport_failure() {
    let error = run(async {
        let response = get(&serve(answer("HTTP/1.1 200 OK\r\n", 10, b"hello"))).await.unwrap();
        ClientError::<Code>::from(response.error_for_code::<Code>().await.unwrap().text().await.unwrap_err())
    });
    assert_eq!(error.retry_advice(), Retry::Backoff);
}

#[test]
fn the_future_is_send() {
    fn movable<T: Send>(value: T) -> T {
        value
    }
    let error = run(async {
        let response = get(&serve(answer(ANSWER, BODY.len(), BODY.as_bytes()))).await.unwrap();
        tokio::spawn(movable(async move { response.error_for_code::<Code>().await.unwrap_err() }))
            .await
            .unwrap()
    });
    assert_eq!(error.known(), Some(Code::QuotaExceeded));
}
