//! Tests of the error codes in `catalogs/{{id}}.yaml`.

{{import}}use {{path}}::{{module}}::{Code, Error, OutOfStock};

/// Clients know a code by its text, so a changed text is a changed API.
#[test]
fn codes_keep_their_texts() {
    for code in ["cart_empty", "out_of_stock", "overloaded"] {
        assert!(Code::from_code(code).is_some(), "{code}");
    }
}

#[test]
fn parameters_stand_in_the_message() {
    let article = "pencil".to_owned();
    let error = Error::from(OutOfStock { article, left: 2 });
    let message = error.message();
    assert_eq!(message.as_deref(), Some("Only 2 of pencil are left."));
    assert_eq!(error.status(), 409);
}
