//! Sets and returns the facts that are texts of one occurrence, by their names.

use alloc::string::String;

use crate::{ApiError, Error, ErrorCode, Fact};

impl<C: ErrorCode> Error<C> {
    /// Sets the id of the request, to quote in support requests.
    #[must_use]
    pub fn with_request_id(self, id: impl Into<String>) -> Self {
        self.with_text(Fact::RequestId, id.into())
    }

    /// Returns the id of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.text(Fact::RequestId)
    }
}

impl<C: ErrorCode> ApiError<C> {
    /// Returns the id of the request, to quote in support requests.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.text(Fact::RequestId)
    }
}
