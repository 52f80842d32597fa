//! What tests of the examples share: a server that sends prepared responses, and errors of every size.

pub mod sizes;

use std::io::{Read, Write};
use std::net::TcpListener;

/// Starts a server that sends one response per connection, in this order. Returns its address.
///
/// A response is a status line with headers, and a body. An empty status line closes the
/// connection without a response.
pub fn serve(responses: &[(&str, &str)]) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base = format!("http://{}", listener.local_addr()?);
    let texts: Vec<String> = responses.iter().map(|(head, body)| response(head, body)).collect();
    std::thread::spawn(move || -> std::io::Result<()> {
        for text in texts {
            let (mut connection, _) = listener.accept()?;
            let mut request = [0; 4096];
            let _ = connection.read(&mut request)?;
            connection.write_all(text.as_bytes())?;
        }
        Ok(())
    });
    Ok(base)
}

fn response(head: &str, body: &str) -> String {
    if head.is_empty() {
        return String::new();
    }
    let head = head.replace('\n', "\r\n");
    format!("HTTP/1.1 {head}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}
