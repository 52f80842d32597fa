//! Tests a client that progenitor made of the output `openapi`: it reads a code that the document
//! does not list, and has a constant for each that it lists.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

progenitor::generate_api!("openapi.yaml");

const BODY: &str = r#"{"error_code":"ERR-99-999","message":"Of a later version.","suggestions":["Wait."]}"#;

fn main() {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = server.local_addr().expect("an address");
    thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a request");
        let _ = stream.read(&mut [0; 4096]);
        let head = "HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\nconnection: close";
        write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{BODY}", BODY.len()).expect("an answer");
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = Client::new(&format!("http://{address}"));
    let error = runtime.block_on(client.get_cvm("7")).expect_err("an error");
    let Error::ErrorResponse(response) = error else { panic!("{error:?}") };
    assert_eq!(response.status(), 404);
    let error: types::PhalaCloudError = response.into_inner();
    assert_eq!(error.error_code.as_deref(), Some("ERR-99-999"));
    assert_eq!((error.message.as_str(), error.suggestions.as_slice()), ("Of a later version.", &["Wait.".to_owned()][..]));
    assert_eq!(types::PhalaCloudErrorCode::Err03001.to_string(), "ERR-03-001");
    println!("progenitor: a code of a later version is read");
}
