//! The struct of a code with parameters is a status, like a code.

use errcat::ApiError;
use shop_codes::{Code, OutOfStock};
use tonic::Status;

fn missing() -> OutOfStock {
    OutOfStock { article: "pencil".to_owned(), left: 2 }
}

#[test]
fn parameters_are_a_status() {
    let with_question_mark = || -> Result<(), Status> { Err(missing())? };
    for status in [Status::from(missing()), with_question_mark().expect_err("an error")] {
        assert_eq!((status.code(), status.message()), (tonic::Code::Aborted, "Only 2 of pencil are left."));
        let received = ApiError::<Code>::from_status(&status);
        let OutOfStock { article, left } = received.known_params().expect("parameters");
        assert_eq!((article.as_str(), left), ("pencil", 2));
    }
}
