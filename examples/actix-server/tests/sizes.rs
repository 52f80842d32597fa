//! Sends errors of every size from actix to reqwest over TCP.

use actix_web::{App, HttpServer, web};
use canned::sizes::{SIZES, assert_received, error};
use errcat::{ClientError, Problem, ResponseExt as _};
use errcat_catalogs::csghub::{Code, Error};

async fn in_the_envelope(sizes: web::Path<(usize, usize)>) -> Result<String, Error> {
    Err(error(sizes.0, sizes.1))
}

async fn as_a_problem(sizes: web::Path<(usize, usize)>) -> Result<String, Problem<Code>> {
    Err(error(sizes.0, sizes.1).into_problem())
}

#[actix_web::test]
async fn what_is_sent_is_what_is_received() -> Result<(), Box<dyn std::error::Error>> {
    let pages = || {
        App::new()
            .route("/error/{message}/{detail}", web::get().to(in_the_envelope))
            .route("/problem/{message}/{detail}", web::get().to(as_a_problem))
    };
    let server = HttpServer::new(pages).workers(1).bind(("127.0.0.1", 0))?;
    let base = server.addrs().iter().map(|address| format!("http://{address}")).collect::<String>();
    actix_web::rt::spawn(server.run());

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
