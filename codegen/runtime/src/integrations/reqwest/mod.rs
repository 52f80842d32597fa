//! reqwest: converts responses into results with an [`ApiError`].

mod error;
mod facts;

use alloc::vec::Vec;
use core::future::Future;

use http::header::{CONTENT_TYPE, HeaderValue};
use reqwest::{Response, ResponseBuilderExt as _};

pub use self::error::ClientError;
use crate::{ApiError, ErrorCode};

/// Reads the errors of an API from responses of reqwest.
///
/// ```no_run
#[doc = include_str!("../../example.txt")]
/// use errcat::{ClientError, ResponseExt as _};
///
/// async fn node(client: &reqwest::Client) -> Result<String, ClientError<Code>> {
///     let response = client.get("http://localhost/nodes/7").send().await?.error_for_code::<Code>().await?;
///     Ok(response.text().await?)
/// }
///
/// # async fn show(client: &reqwest::Client) {
/// match node(client).await {
///     Ok(node) => println!("{node}"),
///     Err(error) if error.known() == Some(Code::NodeNotFound) => println!("choose another node"),
///     Err(error) if error.retry_advice().is_retryable() => println!("{error}; trying again"),
///     Err(error) => println!("{error}"),
/// }
/// # }
/// ```
pub trait ResponseExt: Sized {
    /// The maximum number of bytes of an error body that are read: 16 MiB.
    const MAX_BODY: usize = 16 * 1024 * 1024;

    /// Returns the response unchanged if its status is below 400, else an error.
    ///
    /// If the API has errors with such a status (`is_error` of its envelope), JSON bodies are read
    /// whole to find out. The response that is returned then contains the body.
    ///
    /// The body of an error is read and kept. At most [`MAX_BODY`](Self::MAX_BODY) bytes are read,
    /// and [`ApiError::is_cut`] says whether there was more.
    ///
    /// # Errors
    /// Returns [`ClientError::Api`] for a status of 400 or more, and [`ClientError::Interrupted`]
    /// if the connection broke while the body was read.
    fn error_for_code<C: ErrorCode>(self) -> impl Future<Output = Result<Response, ClientError<C>>> {
        self.error_for_code_within(Self::MAX_BODY)
    }

    /// Like [`error_for_code`](Self::error_for_code), but reads at most `most` bytes of an error
    /// body.
    ///
    /// # Errors
    /// Returns the same errors as [`error_for_code`](Self::error_for_code).
    fn error_for_code_within<C: ErrorCode>(
        self,
        most: usize,
    ) -> impl Future<Output = Result<Response, ClientError<C>>>;
}

impl ResponseExt for Response {
    async fn error_for_code_within<C: ErrorCode>(mut self, most: usize) -> Result<Self, ClientError<C>> {
        let status = self.status().as_u16();
        if status < 400 {
            return if may_be_error::<C>(&self) { marked(self).await } else { Ok(self) };
        }
        let mut body = Vec::new();
        let end = read(&mut self, &mut body, most).await;
        let mut answer = ApiError::from_response(status, self.headers(), body);
        answer.set_cut(!matches!(end, Ok(End::Whole)));
        Err(match end {
            Ok(_) => ClientError::Api(answer),
            Err(source) => ClientError::Interrupted { answer, source },
        })
    }
}

/// Returns `true` if the API has errors with an ordinary status, and this response can be one.
fn may_be_error<C: ErrorCode>(response: &Response) -> bool {
    let Some(mark) = C::envelope().error_mark() else { return false };
    let kind = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let is_json = kind.is_none_or(|kind| {
        let kind = kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        kind.to_ascii_lowercase().ends_with(b"json")
    });
    is_json || mark.place.is_header()
}

/// Reads a response that has an ordinary status, and returns it again unless it is an error.
async fn marked<C: ErrorCode>(mut response: Response) -> Result<Response, ClientError<C>> {
    let mut body = Vec::new();
    if let Err(source) = read(&mut response, &mut body, usize::MAX).await {
        return Err(ClientError::Transport(source));
    }
    let headers = response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    if ApiError::<C>::is_error(response.status().as_u16(), headers, &body) {
        return Err(ClientError::Api(ApiError::from_response(response.status(), response.headers(), body)));
    }
    let mut whole = http::Response::builder().url(response.url().clone()).body(body).unwrap_or_default();
    *whole.status_mut() = response.status();
    *whole.version_mut() = response.version();
    *whole.headers_mut() = core::mem::take(response.headers_mut());
    whole.extensions_mut().extend(core::mem::take(response.extensions_mut()));
    Ok(whole.into())
}

/// The reason why reading stopped.
enum End {
    Whole,
    TooLong,
}

#[inline]
async fn read(response: &mut Response, body: &mut Vec<u8>, most: usize) -> reqwest::Result<End> {
    while let Some(chunk) = response.chunk().await? {
        let room = most - body.len();
        if let Some(fitting) = chunk.get(..room).filter(|_| room < chunk.len()) {
            body.extend_from_slice(fitting);
            return Ok(End::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(End::Whole)
}
