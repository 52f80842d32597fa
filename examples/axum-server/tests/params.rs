//! The struct of a code with parameters is a response, like a code.

use axum::body::to_bytes;
use axum::response::{IntoResponse, Response};
use shop_codes::{Error, OutOfStock};

fn missing() -> OutOfStock {
    OutOfStock { article: "pencil".to_owned(), left: 2 }
}

async fn parts(response: Response) -> Result<(u16, String), Box<dyn std::error::Error>> {
    let status = response.status().as_u16();
    Ok((status, String::from_utf8(to_bytes(response.into_body(), 10_000).await?.to_vec())?))
}

#[tokio::test]
async fn parameters_are_a_response() -> Result<(), Box<dyn std::error::Error>> {
    let handler = async || -> Result<(), OutOfStock> { Err(missing()) };
    let with_question_mark = async || -> Result<(), Error> { Err(missing())? };
    let expected = r#"{"error":{"code":"out_of_stock","message":"Only 2 of pencil are left.","values":{"article":"pencil","left":2}}}"#;
    for response in [
        missing().into_response(),
        handler().await.into_response(),
        with_question_mark().await.into_response(),
    ] {
        assert_eq!(parts(response).await?, (409, expected.to_owned()));
    }
    Ok(())
}
