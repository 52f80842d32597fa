//! Sends requests over persistent connections and checks every response.

use std::error::Error;
use std::io;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const CONNECTIONS: usize = 32;

/// A path, and the start and end of its response. Between them are headers.
const ANSWERS: [(&str, &str, &str); 3] = [
    (
        "/cvms/a-name",
        "HTTP/1.1 404 Not Found\r\n",
        r#"{"error_code":"ERR-03-001","message":"The requested CVM was not found"}"#,
    ),
    (
        "/cvms/db",
        "HTTP/1.1 429 Too Many Requests\r\n",
        r#"{"error_code":"ERR-05-002","message":"Rate limit exceeded: maximum 10 tokens a minute","details":[{"field":"limit","value":10,"message":null}]}"#,
    ),
    (
        "/cvms/secret",
        "HTTP/1.1 404 Not Found\r\n",
        r#"{"error_code":"ERR-03-001","message":"The requested CVM was not found"}"#,
    ),
];

/// The results of one server in one round.
pub(super) struct Round {
    pub(super) answers: u64,
    pub(super) time: Duration,
    pub(super) cpu: Duration,
}

impl Round {
    /// Returns the responses per second.
    pub(super) fn rate(&self) -> f64 {
        f64::from(u32::try_from(self.answers).unwrap_or(u32::MAX)) / self.time.as_secs_f64()
    }

    /// Returns the microseconds of CPU time per response.
    pub(super) fn cost(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / f64::from(u32::try_from(self.answers).unwrap_or(u32::MAX))
    }
}

/// Counts the valid responses within `time`. Returns an error for the first invalid one.
pub(super) async fn run(port: u16, time: Duration) -> Result<u64, Box<dyn Error>> {
    let end = Instant::now() + time;
    let local = tokio::task::LocalSet::new();
    let tasks: Vec<_> =
        (0..CONNECTIONS).map(|first| local.spawn_local(connection(port, first, end))).collect();
    local.await;
    let mut answers = 0;
    for task in tasks {
        answers += task.await??;
    }
    Ok(answers)
}

async fn connection(port: u16, first: usize, end: Instant) -> io::Result<u64> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let requests = ANSWERS.map(|(path, ..)| {
        format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n\r\n")
    });
    let mut buffer = [0; 4096];
    let mut answers = 0;
    while Instant::now() < end {
        let which = (first + usize::try_from(answers).unwrap_or_default()) % ANSWERS.len();
        stream.write_all(requests[which].as_bytes()).await?;
        let mut len = 0;
        loop {
            let read = stream.read(&mut buffer[len..]).await?;
            len += read;
            match check(&buffer[..len], which) {
                Some(true) => break,
                None if read > 0 => {}
                _ => return Err(io::Error::other(String::from_utf8_lossy(&buffer[..len]).into_owned())),
            }
        }
        answers += 1;
    }
    Ok(answers)
}

/// Returns whether a complete response is valid, or `None` if it is incomplete.
fn check(bytes: &[u8], which: usize) -> Option<bool> {
    let (_, start, body) = ANSWERS[which];
    let head = bytes.windows(4).position(|end| end == b"\r\n\r\n")?;
    let (head, rest) = bytes.split_at(head + 4);
    if rest.len() < body.len() {
        return None;
    }
    let has = |line: &str| head.windows(line.len()).any(|part| part == line.as_bytes());
    let waits = has("\r\nretry-after: 1\r\n") == (which == 1);
    let length = format!("\r\ncontent-length: {}\r\n", body.len());
    Some(
        head.starts_with(start.as_bytes())
            && rest == body.as_bytes()
            && waits
            && has(&length)
            && has("\r\ncontent-type: application/json\r\n"),
    )
}
