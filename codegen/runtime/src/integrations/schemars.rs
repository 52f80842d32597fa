//! schemars: JSON Schema of codes.

pub use alloc::borrow::Cow;

use schemars::json_schema;
pub use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::listed::{self, Values};
use crate::{ErrorCode, Wire};

/// Returns the name of the schema of a catalog.
#[must_use]
pub fn name<C: ErrorCode>() -> Cow<'static, str> {
    Cow::Owned(listed::name::<C>())
}

/// Returns the schema of a known code: one of the texts or numbers.
#[must_use]
pub fn schema<C: ErrorCode>() -> Schema {
    let description = listed::description::<C>();
    match listed::values::<C>(|_| true) {
        Values::Texts(texts) => json_schema!({ "description": description, "type": "string", "enum": texts }),
        Values::Numbers(numbers) => {
            json_schema!({ "description": description, "type": "integer", "enum": numbers })
        }
        Values::Some(texts) => {
            json_schema!({ "description": description, "type": "string", "examples": texts })
        }
    }
}

/// Accepts every text and integer. The known codes are examples.
impl<C: ErrorCode> JsonSchema for Wire<C> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(listed::name::<C>() + "OnTheWire")
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Borrowed(core::any::type_name::<Self>())
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description = listed::description::<C>() + " Codes that are not known yet are possible.";
        let kinds = ["string", "integer"];
        match listed::values::<C>(|_| true) {
            Values::Texts(texts) | Values::Some(texts) => {
                json_schema!({ "description": description, "type": kinds, "examples": texts })
            }
            Values::Numbers(numbers) => {
                json_schema!({ "description": description, "type": kinds, "examples": numbers })
            }
        }
    }
}

/// Describes one of the codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($code:ident) => {
        impl $crate::integrations::schemars::JsonSchema for $code {
            fn schema_name() -> $crate::integrations::schemars::Cow<'static, str> {
                $crate::integrations::schemars::name::<Self>()
            }

            fn schema_id() -> $crate::integrations::schemars::Cow<'static, str> {
                $crate::integrations::schemars::Cow::Borrowed(::core::any::type_name::<Self>())
            }

            fn json_schema(
                _: &mut $crate::integrations::schemars::SchemaGenerator,
            ) -> $crate::integrations::schemars::Schema {
                $crate::integrations::schemars::schema::<Self>()
            }
        }
    };
}
