//! utoipa: codes in the OpenAPI description of a server.

pub use alloc::borrow::Cow;
pub use alloc::collections::BTreeMap;
use alloc::format;
pub use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec::Vec;

pub use utoipa::openapi::RefOr;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::{Example, ExampleBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema as SchemaKind, Type};
pub use utoipa::{IntoResponses, PartialSchema, ToSchema};

use super::listed::{self, Values};
use crate::{Error, ErrorCode, Problem, status};

/// The schema of codes in responses.
pub type Schema = RefOr<SchemaKind>;

/// The responses of an operation by status.
pub type Responses = BTreeMap<String, RefOr<Response>>;

/// Returns the name of the schema of a catalog.
#[must_use]
pub fn name<C: ErrorCode>() -> Cow<'static, str> {
    Cow::Owned(listed::name::<C>())
}

/// Returns the schema of codes that outsiders can receive.
#[must_use]
pub fn schema<C: ErrorCode>() -> Schema {
    let object = ObjectBuilder::new().description(Some(listed::description::<C>()));
    let object = match listed::values::<C>(shown) {
        Values::Texts(texts) => object.schema_type(Type::String).enum_values(Some(texts)),
        Values::Numbers(numbers) => object.schema_type(Type::Integer).enum_values(Some(numbers)),
        Values::Some(texts) => object.schema_type(Type::String).examples(texts),
    };
    object.into()
}

/// Returns the responses of a catalog, with one example per code. Masked, internal and retired
/// codes are not included, because outsiders never receive them.
impl<C: ErrorCode> IntoResponses for Error<C> {
    fn responses() -> Responses {
        responses("application/json", |code: C| Error::new(code).body())
    }
}

/// Returns the same as for [`Error`], as `application/problem+json`.
impl<C: ErrorCode> IntoResponses for Problem<C> {
    fn responses() -> Responses {
        responses(Problem::<C>::CONTENT_TYPE, |code: C| Problem::from(code).body())
    }
}

fn responses<C: ErrorCode>(kind: &str, body: impl Fn(C) -> Cow<'static, str>) -> Responses {
    let mut by_status = BTreeMap::<u16, Vec<C>>::new();
    // A code alone has no value to carry, so it has no example.
    let has_example = |code: &C| shown(*code) && code.pattern().is_none();
    for code in C::ALL.iter().copied().filter(has_example) {
        by_status.entry(Error::new(code).status()).or_default().push(code);
    }
    let response = |(status, codes): (u16, Vec<C>)| {
        let texts: Vec<&str> = codes.iter().map(|code| code.code()).collect();
        let examples = codes.iter().map(|code| (example_name(*code), RefOr::T(example(*code, &body(*code)))));
        let content = ContentBuilder::new().examples_from_iter(examples).build();
        let response = ResponseBuilder::new()
            .description(format!("{}: {}", status::phrase(status), texts.join(", ")))
            .content(kind, content)
            .build();
        (status.to_string(), RefOr::T(response))
    };
    by_status.into_iter().map(response).collect()
}

/// Returns the code, with its family if several families have it.
fn example_name<C: ErrorCode>(code: C) -> String {
    if C::from_code(code.code()) == Some(code) {
        code.code().into()
    } else {
        format!("{}.{}", code.family_id(), code.code())
    }
}

fn example<C: ErrorCode>(code: C, body: &str) -> Example {
    let summary = code.message().or(code.description()).unwrap_or_default();
    ExampleBuilder::new().summary(summary).value(serde_json::from_str(body).ok()).build()
}

/// Returns `true` if outsiders can receive the code.
fn shown<C: ErrorCode>(code: C) -> bool {
    let info = code.info();
    code.public() == code && !info.internal && info.retired.is_none()
}

/// Describes one of the codes and the responses of the catalog.
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    ($code:ident) => {
        impl $crate::integrations::utoipa::PartialSchema for $code {
            fn schema() -> $crate::integrations::utoipa::Schema {
                $crate::integrations::utoipa::schema::<Self>()
            }
        }

        impl $crate::integrations::utoipa::ToSchema for $code {
            fn name() -> $crate::integrations::utoipa::Cow<'static, str> {
                $crate::integrations::utoipa::name::<Self>()
            }
        }

        impl $crate::integrations::utoipa::IntoResponses for $code {
            fn responses() -> $crate::integrations::utoipa::Responses {
                <$crate::Error<Self> as $crate::integrations::utoipa::IntoResponses>::responses()
            }
        }
    };
}
