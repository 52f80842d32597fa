//! Sends errors of every size from axum to reqwest over TCP.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use canned::sizes::{SIZES, assert_received, error};
use errcat::{ClientError, Problem, ResponseExt as _};
use errcat_catalogs::csghub::{Code, Error};

async fn in_the_envelope(Path((message, detail)): Path<(usize, usize)>) -> Result<(), Error> {
    Err(error(message, detail))
}

async fn as_a_problem(Path((message, detail)): Path<(usize, usize)>) -> Result<(), Problem<Code>> {
    Err(error(message, detail).into_problem())
}

#[tokio::test]
async fn what_is_sent_is_what_is_received() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let app = Router::new()
        .route("/error/{message}/{detail}", get(in_the_envelope))
        .route("/problem/{message}/{detail}", get(as_a_problem));
    tokio::spawn(async move { axum::serve(listener, app).await });

    let client = reqwest::Client::builder().no_proxy().build()?;
    for form in ["error", "problem"] {
        for (message, detail) in SIZES {
            let response = client.get(format!("{base}/{form}/{message}/{detail}")).send().await?;
            match response.error_for_code::<Code>().await {
                Err(ClientError::Api(received)) => assert_received(&received, message, detail),
                other => panic!("{form} {message} {detail}: {other:?}"),
            }
        }
    }
    Ok(())
}
