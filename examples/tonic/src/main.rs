//! A gRPC server that answers with codes of its catalog, and a client that reads them.
//!
//! It starts on a free port, calls itself, and prints what the client makes of the responses.

use errcat::Wire;
use shop_codes::{Code, OutOfStock};
use tokio_stream::wrappers::TcpListenerStream;
use tonic::transport::{Channel, Server};
use tonic::{Request, Response, Status};
use tonic_types::StatusExt;

/// The generated service.
mod shop {
    include!(concat!(env!("OUT_DIR"), "/shop.Shop.rs"));
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Order {
    #[prost(string, tag = "1")]
    pub article: String,
    #[prost(uint32, tag = "2")]
    pub wanted: u32,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Receipt {
    #[prost(uint32, tag = "1")]
    pub number: u32,
}

struct Shop;

#[tonic::async_trait]
impl shop::shop_server::Shop for Shop {
    async fn order(&self, request: Request<Order>) -> Result<Response<Receipt>, Status> {
        let Order { article, wanted } = request.into_inner();
        Ok(Response::new(place(article, wanted)?))
    }
}

/// The shop itself knows nothing of gRPC. `?` converts its errors to statuses with details.
fn place(article: String, wanted: u32) -> Result<Receipt, shop_codes::Error> {
    match (article.as_str(), wanted) {
        ("gold", _) => Err(Code::ArticlePlanned)?, // The client sees `article_not_found`.
        (_, 0..=2) => Ok(Receipt { number: 1 }),
        (_, 3..=99) => Err(OutOfStock { article, left: 2 })?,
        _ => Err(Code::Overloaded)?,
    }
}

/// Says what a failure means for the user.
fn advice(status: &Status) -> String {
    let Some(code) = Wire::<Code>::from_status(status) else { return status.to_string() };
    match code.known() {
        Some(Code::OutOfStock) => {
            let values = status.get_details_error_info().map(|info| info.metadata).unwrap_or_default();
            let value = |name: &str| values.get(name).cloned().unwrap_or_default();
            format!("order at most {} of {}", value("left"), value("article"))
        }
        Some(Code::ArticleNotFound) => "choose another article".to_owned(),
        Some(code) if code.retry().is_some_and(errcat::Retry::is_retryable) => {
            format!("try again later ({:?}: {})", status.code(), status.message())
        }
        // This includes codes of a later version.
        _ => format!("{code}: {}", status.message()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in run().await? {
        println!("{line}");
    }
    Ok(())
}

/// Starts the server, sends orders, and returns what the client makes of the responses.
async fn run() -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let server = Server::builder().add_service(shop::shop_server::ShopServer::new(Shop));
    tokio::spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));

    let channel = Channel::from_shared(base)?.connect().await?;
    let mut client = shop::shop_client::ShopClient::new(channel);
    let mut lines = Vec::new();
    for (article, wanted) in [("pencil", 1), ("pencil", 3), ("gold", 1), ("pencil", 300)] {
        lines.push(match client.order(Order { article: article.to_owned(), wanted }).await {
            Ok(receipt) => format!("receipt {}", receipt.into_inner().number),
            Err(status) => advice(&status),
        });
    }
    Ok(lines)
}

#[cfg(test)]
#[tokio::test]
async fn every_status_is_understood() -> Result<(), Box<dyn std::error::Error>> {
    let expected = [
        "receipt 1",
        "order at most 2 of pencil",
        "choose another article",
        "try again later (Unavailable: Too many orders arrive at the moment.)",
    ];
    assert_eq!(run().await?, expected);
    Ok(())
}
