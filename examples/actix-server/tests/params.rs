//! The struct of a code with parameters is a response, like a code.

use actix_web::body::to_bytes;
use actix_web::test::TestRequest;
use actix_web::{HttpResponse, Responder, ResponseError};
use shop_codes::{Error, OutOfStock};

fn missing() -> OutOfStock {
    OutOfStock { article: "pencil".to_owned(), left: 2 }
}

#[actix_web::test]
async fn parameters_are_a_response() -> Result<(), Box<dyn std::error::Error>> {
    let handler = || -> Result<HttpResponse, actix_web::Error> { Err(missing())? };
    let with_question_mark = || -> Result<HttpResponse, Error> { Err(missing())? };
    let request = TestRequest::default().to_http_request();
    let expected = r#"{"error":{"code":"out_of_stock","message":"Only 2 of pencil are left.","values":{"article":"pencil","left":2}}}"#;
    for response in [
        missing().error_response(),
        missing().respond_to(&request),
        handler().expect_err("an error").error_response(),
        with_question_mark().expect_err("an error").error_response(),
    ] {
        assert_eq!(response.status().as_u16(), 409);
        let body = to_bytes(response.into_body()).await.map_err(|_| "no body")?;
        assert_eq!(body, expected);
    }
    assert_eq!(missing().status_code().as_u16(), 409);
    Ok(())
}
