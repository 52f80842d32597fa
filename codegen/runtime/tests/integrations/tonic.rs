//! Tests of conversions between errors and gRPC statuses.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use core::time::Duration;

use common::Code;
use errcat::{ApiError, Error, Problem, Retry, Sensitive, Wire};
use tonic::{Code as Grpc, Status};
use tonic_types::{ErrorDetails, StatusExt as _};

#[test]
fn a_status_has_code_catalog_values_wait_and_request() {
    let error = Error::from(Code::QuotaExceeded)
        .with_detail("limit", 3)
        .with_detail("unit", "no\"des")
        .with_detail("key", Sensitive::new("hunter2"))
        .with_request_id("r-1")
        .with_retry_after(Duration::from_millis(6500));
    let status = Status::from(error);
    assert_eq!((status.code(), status.message()), (Grpc::ResourceExhausted, "The quota is used up"));
    let info = status.get_details_error_info().unwrap();
    assert_eq!((info.reason.as_str(), info.domain.as_str()), ("QUOTA_EXCEEDED", "example"));
    let mut metadata: Vec<_> =
        info.metadata.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    metadata.sort_unstable();
    assert_eq!(metadata, [("code", "ERR-02-001"), ("limit", "3"), ("unit", "no\"des")]);
    assert_eq!(status.get_details_retry_info().unwrap().retry_delay, Some(Duration::from_secs(7)));
    assert_eq!(status.get_details_request_info().unwrap().request_id, "r-1");
    assert_eq!(Wire::<Code>::from_status(&status).unwrap(), "ERR-02-001");
}

#[test]
fn a_masked_error_looks_like_its_mask() {
    let masked = Status::from(
        Error::from(Code::Secret)
            .with_message("truth")
            .with_detail("who", "me")
            .with_retry_after(Duration::MAX),
    );
    for status in [masked, Status::from(Code::Secret), Status::from(Problem::from(Code::Secret))] {
        let mask = Status::from(Code::NodeNotFound);
        assert_eq!(
            (status.code(), status.message(), status.details()),
            (mask.code(), mask.message(), mask.details())
        );
    }
}

#[test]
fn the_grpc_code_follows_from_the_status() {
    let of = |status| Status::from(Error::from(Code::Gone).with_status(status)).code();
    let table = [
        (400, Grpc::InvalidArgument),
        (401, Grpc::Unauthenticated),
        (403, Grpc::PermissionDenied),
        (404, Grpc::NotFound),
        (409, Grpc::Aborted),
        (418, Grpc::FailedPrecondition),
        (429, Grpc::ResourceExhausted),
        (468, Grpc::FailedPrecondition),
        (500, Grpc::Internal),
        (501, Grpc::Unimplemented),
        (503, Grpc::Unavailable),
        (504, Grpc::DeadlineExceeded),
        (0, Grpc::Internal),
        (999, Grpc::Internal),
    ];
    for (status, code) in table {
        assert_eq!(of(status), code, "{status}");
    }
    // An error without a message has its code as message.
    assert_eq!(Status::from(Code::Gone).message(), "GONE");
}

#[test]
fn statuses_of_other_domains_have_no_code() {
    assert_eq!(Wire::<Code>::from_status(&Status::not_found("ERR-01-001")), None);
    assert_eq!(Wire::<numeric::Code>::from_status(&Status::from(Code::NodeNotFound)), None);
    let damaged = Status::with_details(Grpc::NotFound, "x", vec![0xff; 9].into());
    assert_eq!(Wire::<Code>::from_status(&damaged), None);
    let values = std::collections::HashMap::from([("code".to_owned(), "ERR-99".to_owned())]);
    let newer = ErrorDetails::with_error_info("NOT_KNOWN_YET", "example", values);
    let newer = Status::with_error_details(Grpc::Unknown, "x", newer);
    assert_eq!(Wire::<Code>::from_status(&newer).unwrap(), "ERR-99");
}

#[test]
fn a_client_reads_what_a_server_sent() {
    let error = Error::from(Code::QuotaExceeded)
        .with_detail("limit", 3)
        .with_detail("unit", "nodes")
        .with_request_id("r-1")
        .with_retry_after(Duration::from_secs(7));
    let read = ApiError::<Code>::from_status(&Status::from(error));
    assert_eq!((read.known(), read.message()), (Some(Code::QuotaExceeded), Some("The quota is used up")));
    assert_eq!((read.status(), read.request_id()), (429, Some("r-1")));
    assert_eq!((read.retry_advice(), read.code().unwrap().as_str()), (Retry::RetryAfter, "ERR-02-001"));
    assert_eq!(read.retry_after(std::time::SystemTime::now()).unwrap().wait, Duration::from_secs(7));
    assert_eq!(read.details().unwrap().get("unit").unwrap().as_str().unwrap(), "nodes");
    // A code with Google's form is its own reason.
    let gone = Status::from(Code::Gone);
    assert_eq!(gone.get_details_error_info().unwrap().reason, "GONE");
    assert_eq!(ApiError::<Code>::from_status(&gone).known(), Some(Code::Gone));
    let foreign = ApiError::<Code>::from_status(&Status::unavailable("try later"));
    assert_eq!((foreign.code(), foreign.message(), foreign.status()), (None, Some("try later"), 503));
    assert_eq!(foreign.retry_advice(), Retry::Backoff);
    let status = Error::from(Code::NodeNotFound).to_status("nodes.example.com");
    assert_eq!(status.get_details_error_info().unwrap().domain, "nodes.example.com");
    assert_eq!(Wire::<Code>::from_status(&status), None);
    let read = ApiError::<Code>::from_status_of(&status, "nodes.example.com");
    assert_eq!(read.known(), Some(Code::NodeNotFound));
}

/// The bytes of a status in headers: percent-encoded, and in base 64.
fn size(status: &Status) -> usize {
    let encoded = |byte: u8| if matches!(byte, b' '..=b'~') && byte != b'%' { 1 } else { 3 };
    status.message().bytes().map(encoded).sum::<usize>() + status.details().len().div_ceil(3) * 4
}

#[test]
fn a_status_fits_into_headers_and_keeps_its_code() {
    for (message, count, length) in [
        (0, 0, 0),
        (4_000, 0, 0),
        (64_000, 0, 0),
        (1_000_000, 0, 0),
        (10, 4, 1_000),
        (10, 64, 1_000),
        (3_000, 1, 1_000_000),
    ] {
        let mut error = Error::from(Code::QuotaExceeded).with_message("é".repeat(message / 2));
        for place in 0..count {
            error = error.with_detail(format!("name{place}"), "x".repeat(length));
        }
        let status = Status::from(&error);
        assert!(size(&status) <= 8 * 1024 + 16, "{message} {count}: {}", size(&status));
        let read = ApiError::<Code>::from_status(&status);
        assert_eq!(read.known(), Some(Code::QuotaExceeded), "{message} {count}");
        assert_eq!(read.request_id(), None);
        // The same error gives the same bytes.
        assert_eq!(Status::from(&error).details(), status.details());
        if message == 4_000 {
            assert!(
                status.message().ends_with('…') && status.message().len() > 900,
                "{}",
                status.message().len()
            );
        }
    }
    let few = Error::from(Code::QuotaExceeded).with_message("é".repeat(9_000)).with_detail("limit", 3);
    assert_eq!(
        Status::from(few).get_details_error_info().unwrap().metadata.len(),
        2,
        "the message is cut first"
    );
}
