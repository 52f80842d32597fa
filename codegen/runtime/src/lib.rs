//! Error codes of an API, from one catalog: errors for its servers, and errors that its clients can
//! match on.
//!
//! The codes are written in a YAML file:
//!
//! ```yaml
//! errcat: 1
//! title: Shop API
//! errors:
//!   cart_empty: { message: The cart is empty., status: 422 }
//!   out_of_stock:
//!     message: Only {left} of {article} are left.
//!     params: { article: string, left: u32 }
//!     status: 409
//!   overloaded: { message: Too many orders arrive at the moment., status: 503, retry: backoff }
//! ```
//!
//! The command `errcat`, or a build script with `errcat-build`, compiles them to a module with the
//! enum `Code`, a struct for each code with parameters, and the types `Error` and `ApiError`. This
//! crate is what that module depends on, and what programs import beside it.
//!
//! Start with `cargo install --locked errcat-cli` and `errcat init`, or with the [quick start]. The
//! [examples] are complete servers, clients and SDKs. The [format] has everything that a catalog can
//! say.
//!
//! [quick start]: https://github.com/errcat/errcat#your-own-codes-in-five-minutes
//! [examples]: https://github.com/errcat/errcat/blob/main/docs/examples.md
//! [format]: https://github.com/errcat/errcat/blob/main/docs/format.md
//!
//! # Servers
//!
//! Functions return an [`Error`] with `?` on a code, on the struct of a code with parameters, or on
//! the error of another crate with `or_code`. A `Response` has its status, headers and body, in the
//! form that the catalog describes.
//!
//! ```
#![cfg_attr(feature = "alloc", doc = include_str!("shop.txt"))]
//! # #[cfg(feature = "alloc")] {
//! use errcat::Response;
//! use errors::shop::{Code, Error, OutOfStock};
//!
//! fn order(wanted: u32) -> Result<(), Error> {
//!     match wanted {
//!         0 => Err(Code::CartEmpty)?,
//!         1 | 2 => Ok(()),
//!         _ => Err(OutOfStock { article: "pencil".to_owned(), left: 2 })?,
//!     }
//! }
//!
//! let response = Response::from(order(3).unwrap_err());
//! assert_eq!(response.status(), 409);
//! assert_eq!(
//!     response.body(),
//!     r#"{"code":"out_of_stock","message":"Only 2 of pencil are left.","details":{"article":"pencil","left":2}}"#,
//! );
//! # }
//! ```
//!
//! With the feature `axum`, `actix`, `http` or `tonic`, handlers return errors and codes directly.
//!
//! # Clients
//!
//! An [`ApiError`] is made from any response, even from a page of a proxy, and keeps all of it. A
//! code that the client does not know is a text, see `Wire`.
//!
//! ```
#![cfg_attr(feature = "alloc", doc = include_str!("shop.txt"))]
//! # #[cfg(feature = "alloc")] {
//! use errcat::Retry;
//! use errors::shop::{ApiError, Code};
//!
//! let body = r#"{"code":"overloaded","message":"Come back later."}"#;
//! let error = ApiError::from_parts(503, [("retry-after", "7")], body);
//! match error.known() {
//!     Some(Code::Overloaded) => assert_eq!(error.retry_advice(), Retry::RetryAfter),
//!     _ => panic!("{error}"),
//! }
//! # }
//! ```
//!
//! With the feature `reqwest`, `response.error_for_code::<Code>().await?` does this.
//!
//! # Codes
//!
//! | you have | you want | you call |
//! |---|---|---|
//! | a text that must be a known code | the code | `text.parse::<Code>()`, which fails with [`UnknownCode`], or `Code::from_code(text)` |
//! | a text from a server that may be newer | the code, if known, and the text in any case | `Wire::<Code>::new(text)` |
//! | a code | its texts, status and retry advice | [`code`], [`message`], [`status`], [`retry`] and the other methods of [`ErrorCode`] |
//! | a code | its tags, help, links and history | [`info`], which returns an [`Info`] |
//! | any catalog | code that works with all catalogs | a function that is generic over [`ErrorCode`] |
//!
//! Codes are `Copy`. Everything else is in constant tables: nothing is parsed at startup, and all
//! methods of a generated enum work in `const` contexts.
//!
//! [`code`]: ErrorCode::code
//! [`message`]: ErrorCode::message
//! [`status`]: ErrorCode::status
//! [`retry`]: ErrorCode::retry
//! [`info`]: ErrorCode::info
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `std` | yes | the standard library; implies `alloc` |
//! | `alloc` | through `std` | `Wire`, `Error`, `Problem`, `ApiError`, and the text inside an [`UnknownCode`] |
//! | `http1`, `http` | no | `http::Response` from errors, with `Answered` in its extensions; `ApiError::from_response` |
//! | `axum_core05`, `axum` | no | handlers that return an `Error`, a `Problem` or a code (through axum-core) |
//! | `actix_web4`, `actix` | no | the same for actix-web |
//! | `tonic014`, `tonic` | no | `tonic::Status` from errors, with `ErrorInfo`, `RetryInfo` and `Help`; `ApiError::from_status` |
//! | `reqwest013`, `reqwest` | no | `ResponseExt`: `response.error_for_code::<Code>()`, and `ClientError` |
//! | `serde1`, `serde` | no | codes, `Wire`, [`Retry`], [`Timestamp`], and `Sensitive`, whose value is never written |
//! | `utoipa6`, `utoipa` | no | schemas of codes, and the responses of a catalog by status, with one example per code |
//! | `schemars1`, `schemars` | no | JSON Schema of codes and `Wire` |
//! | `clap4`, `clap` | no | codes as values of an argument |
//! | `miette7`, `miette` | no | `Error`, `Problem` and `ApiError` as diagnostics |
//! | `defmt1`, `defmt` | no | codes, `Wire` and [`Retry`] in the logs of embedded devices, without an allocator |
//! | `proptest1`, `proptest`, `arbitrary1`, `arbitrary` | no | any code, `Wire`, [`Retry`] and [`Timestamp`] for property tests and fuzzers |
//!
//! Features with a version are named by the crate whose types are in the interface. The same features
//! without a version stand for other versions only in a new major version of this crate.
//!
//! With `serde`, codes that are numbers, and their `Wire`, are read from formats that say what they
//! contain: JSON, CBOR and `MessagePack`, for example. bincode and postcard do not say whether a
//! number or a text follows, so reading such a code fails there. Write the text of the code instead,
//! and read it with `from_code`. Codes that are texts have no such limit.
//!
//! `tracing` and `log` need no feature: `Error::record` passes names and values to either of them.
//!
//! Features turn on `alloc` or `std` if they need it. Turning on a feature also extends the generated
//! enums, without generating them again. Any crate in the build can turn it on.
//!
//! The crate has no dependencies by default, contains no `unsafe` code, and never panics on its input.
//! Without any features, it works in `no_std` programs without an allocator.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
#[doc(hidden)]
pub extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "alloc")]
mod advice;
#[cfg(feature = "alloc")]
#[doc(hidden)]
pub mod answer;
#[cfg(feature = "alloc")]
mod api_error;
mod backoff;
mod candidates;
mod class;
mod code;
mod code_pattern;
mod envelope;
#[cfg(feature = "alloc")]
mod error;
mod info;
#[doc(hidden)]
pub mod integrations;
#[cfg(feature = "alloc")]
pub mod json;
#[doc(hidden)]
pub mod language;
mod macros;
#[cfg(feature = "alloc")]
pub mod params;
#[cfg(feature = "alloc")]
mod problem;
mod retry;
mod retry_after;
#[cfg(feature = "std")]
mod retrying;
#[cfg(feature = "alloc")]
mod shown;
#[cfg(feature = "alloc")]
mod status;
#[doc(hidden)]
pub mod table;
#[cfg(feature = "alloc")]
mod text_facts;
mod time;
mod unknown;
#[cfg(feature = "alloc")]
mod wire;
#[cfg(not(feature = "alloc"))]
mod without_alloc;

#[cfg(feature = "alloc")]
pub use crate::answer::{Response, assert_indistinguishable};
#[cfg(feature = "alloc")]
pub use crate::api_error::{ApiError, ApiLink, BodyState, ErrorItem, FieldError};
pub use crate::backoff::Backoff;
pub use crate::candidates::{Candidates, Families};
pub use crate::class::{Class, ClassRule, CodeRule, NoClass, When};
pub use crate::code::ErrorCode;
pub use crate::code_pattern::{Carried, CodePattern};
#[doc(hidden)]
pub use crate::envelope::{BodyPiece, Part};
pub use crate::envelope::{
    Envelope, ErrorMark, Fact, FieldForm, FieldName, Form, Place, Slot, Step, TextPiece, Unit,
};
#[cfg(feature = "actix_web4")]
#[doc(hidden)]
pub use crate::error::OfActix;
#[cfg(feature = "alloc")]
pub use crate::error::{Displayed, Error, IntoError, ResultExt, assert_masks_hide};
pub use crate::info::{Info, Link, Notice};
#[cfg(any(feature = "actix_web4", feature = "http1"))]
#[doc(inline)]
pub use crate::integrations::answered::Answered;
#[cfg(feature = "reqwest013")]
#[doc(inline)]
pub use crate::integrations::reqwest::{ClientError, ResponseExt};
#[cfg(feature = "alloc")]
#[doc(inline)]
pub use crate::json::{Json, JsonKind};
#[cfg(feature = "alloc")]
#[doc(inline)]
pub use crate::params::{
    Details, Field, Fields, Misfit, Object, Parameter, Params, Sensitive, Taking, Value, Values,
};
#[cfg(feature = "alloc")]
pub use crate::problem::Problem;
pub use crate::retry::{Retry, UnknownRetry};
pub use crate::retry_after::RetryAfter;
#[cfg(feature = "std")]
pub use crate::retrying::Retryable;
#[doc(hidden)]
#[cfg(feature = "alloc")]
pub use crate::status::phrase as status_phrase;
#[cfg(feature = "std")]
pub use crate::time::TimestampOutOfRange;
pub use crate::time::{HttpDate, Timestamp};
pub use crate::unknown::UnknownCode;
#[cfg(feature = "alloc")]
pub use crate::wire::Wire;
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
pub use crate::without_alloc::{ApiError, Error, Problem, Sensitive, alloc};
