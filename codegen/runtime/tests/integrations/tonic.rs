//! Tests of conversions between errors and gRPC statuses.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use core::time::Duration;

use common::Code;
use errcat::{Error, Problem, Sensitive, Wire};
use tonic::{Code as Grpc, Status};
use tonic_types::{ErrorDetails, StatusExt as _};

#[test]
fn a_status_has_code_catalog_values_wait_and_request() {
    let error = Error::from(Code::QuotaExceeded)
        .with_detail("limit", 3)
        .with_detail("unit", "no\"des")
        .with_detail("key", Sensitive::new("hunter2"))
        .with_request_id("r-1")
        .retry_after(Duration::from_millis(6500));
    let status = Status::from(error);
    assert_eq!((status.code(), status.message()), (Grpc::ResourceExhausted, "The quota is used up"));
    let info = status.get_details_error_info().unwrap();
    assert_eq!((info.reason.as_str(), info.domain.as_str()), ("ERR-02-001", "example"));
    let mut metadata: Vec<_> =
        info.metadata.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    metadata.sort_unstable();
    assert_eq!(metadata, [("limit", "3"), ("unit", "no\"des")]);
    assert_eq!(status.get_details_retry_info().unwrap().retry_delay, Some(Duration::from_secs(7)));
    assert_eq!(status.get_details_request_info().unwrap().request_id, "r-1");
    assert_eq!(Wire::<Code>::from_status(&status).unwrap(), "ERR-02-001");
}

#[test]
fn a_masked_error_looks_like_its_mask() {
    let masked = Status::from(
        Error::from(Code::Secret).with_message("truth").with_detail("who", "me").retry_after(Duration::MAX),
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
        (0, Grpc::Unknown),
        (999, Grpc::Unknown),
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
    let newer = ErrorDetails::with_error_info("ERR-99", "example", std::collections::HashMap::new());
    let newer = Status::with_error_details(Grpc::Unknown, "x", newer);
    assert_eq!(Wire::<Code>::from_status(&newer).unwrap(), "ERR-99");
}
