//! Sends errors of every size from a gRPC server to a client over TCP.

use canned::sizes::{CODE, SIZES, error, text};
use errcat::ApiError;
use errcat_catalogs::csghub::{Code, Error};
use tokio_stream::wrappers::TcpListenerStream;
use tonic::transport::{Channel, Server};
use tonic::{Request, Response, Status};

/// The generated service of the example.
mod shop {
    include!(concat!(env!("OUT_DIR"), "/shop.Shop.rs"));
}

/// A request: the bytes of the message, as text, and of the detail.
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

struct Sizes;

#[tonic::async_trait]
impl shop::shop_server::Shop for Sizes {
    async fn order(&self, request: Request<Order>) -> Result<Response<Receipt>, Status> {
        let Order { article, wanted } = request.into_inner();
        let message = article.parse().map_err(|_| Status::invalid_argument("no number"))?;
        Err(failed(message, wanted as usize))?
    }
}

fn failed(message: usize, detail: usize) -> Error {
    // The envelope of the catalog has no place for a request id. A status has.
    error(message, detail).with_request_id("r-1").with_retry_after(std::time::Duration::from_secs(7))
}

/// The bytes that a status takes in headers: percent-encoded, and in base 64.
fn size(status: &Status) -> usize {
    let encoded = |byte: u8| if matches!(byte, b' '..=b'~') && byte != b'%' { 1 } else { 3 };
    status.message().bytes().map(encoded).sum::<usize>() + status.details().len().div_ceil(3) * 4
}

#[tokio::test]
async fn no_status_loses_its_code() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let server = Server::builder().add_service(shop::shop_server::ShopServer::new(Sizes));
    tokio::spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));
    let channel = Channel::from_shared(base)?.connect().await?;
    let mut client = shop::shop_client::ShopClient::new(channel);

    for (message, detail) in SIZES {
        let order = Order { article: message.to_string(), wanted: detail as u32 };
        let status = client.order(order).await.expect_err("an error");
        let case = format!("message of {message}, detail of {detail}: {} bytes", size(&status));
        assert!(size(&status) <= 8 * 1024 + 16, "{case}");
        assert_eq!(status.code(), tonic::Code::InvalidArgument, "{case}");
        let received = ApiError::<Code>::from_status(&status);
        assert_eq!((received.known(), received.request_id()), (Some(CODE), Some("r-1")), "{case}");
        assert_eq!(received.retry_after(std::time::SystemTime::now()).expect("a wait").wait.as_secs(), 7);
        let shown = status.message().trim_end_matches('…');
        assert!(text(message).starts_with(shown), "{case}");
        assert!(shown.len() >= message.min(900), "{case}");
        // A detail that fits beside the start of the message is kept.
        let found =
            received.details().and_then(|details| Some(details.get("detail")?.as_str()?.into_owned()));
        let fits = detail == 0 || (message, detail) == (0, 4_000);
        assert!(found == fits.then(|| text(detail)), "{case}");
    }
    Ok(())
}
