//! What the response of a failed request says, if there was one.

use alloc::string::String;
use alloc::vec::Vec;

use super::ClientError;
use crate::{
    ApiError, ApiLink, BodyState, Details, ErrorCode, ErrorItem, FieldError, Json, Misfit, Params, Wire,
};

/// Each method returns what the method of [`ApiError`] with the same name returns. Without a
/// response, the result is `None` or empty.
impl<C: ErrorCode> ClientError<C> {
    /// Returns the response of the API, if any, complete or not.
    #[must_use]
    pub const fn answer(&self) -> Option<&ApiError<C>> {
        match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => Some(answer),
            Self::Transport(_) => None,
        }
    }

    /// Converts the error into the response of the API, if any.
    #[must_use]
    pub fn into_answer(self) -> Option<ApiError<C>> {
        match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => Some(answer),
            Self::Transport(_) => None,
        }
    }

    /// Returns the code as received, if any.
    #[must_use]
    pub fn code(&self) -> Option<&Wire<C>> {
        self.answer()?.code()
    }

    /// Returns the code to `match` on, or `None` if there is none or this version does not know it.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.answer()?.known()
    }

    /// Returns the message of the response.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.answer()?.message()
    }

    /// Returns the sentences of the server about what to do.
    #[must_use]
    pub fn suggestions(&self) -> &[String] {
        self.answer().map_or(&[], ApiError::suggestions)
    }

    /// Returns the links of the server to further information.
    #[must_use]
    pub fn links(&self) -> &[ApiLink] {
        self.answer().map_or(&[], ApiError::links)
    }

    /// Returns the details as JSON.
    #[must_use]
    pub fn details(&self) -> Option<Json<'_>> {
        self.answer()?.details()
    }

    /// Returns the mistakes in fields of the request, in the order of the response.
    #[must_use]
    pub fn field_errors(&self) -> Vec<FieldError> {
        self.answer().map(ApiError::field_errors).unwrap_or_default()
    }

    /// Returns the errors of the response.
    pub fn errors(&self) -> impl Iterator<Item = ErrorItem<'_, C>> {
        self.answer().into_iter().flat_map(ApiError::errors)
    }

    /// Returns a member that is specific to the API, by its name in the catalog.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Json<'_>> {
        self.answer()?.field(name)
    }

    /// Returns the id of the request, to quote in support requests.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.answer()?.request_id()
    }

    /// Returns the raw body, as far as it was received.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.answer().map_or(&[], ApiError::body)
    }

    /// Converts the error into its raw body without copying it.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.into_answer().map(ApiError::into_body).unwrap_or_default()
    }

    /// Returns the type of the body.
    #[must_use]
    pub fn body_state(&self) -> BodyState {
        self.answer().map_or(BodyState::Empty, ApiError::body_state)
    }

    /// Returns `true` if the body is incomplete, because it was too long or the connection broke.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.answer().is_some_and(ApiError::is_cut)
    }

    /// Returns the body as JSON, if it starts like a JSON document.
    #[must_use]
    pub fn json(&self) -> Option<Json<'_>> {
        self.answer()?.json()
    }

    /// Returns the value of a header of the response. Case is ignored.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        self.answer()?.header(name)
    }

    /// Iterates over the headers of the response in the order in which they were received.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.answer().into_iter().flat_map(ApiError::headers)
    }

    /// Returns the parameters of the message as the struct of their code.
    ///
    /// # Errors
    /// Returns a [`Misfit`] if there is no response, or if it has another code, or if a value is
    /// missing or has another type.
    pub fn known_params<P: Params<Code = C>>(&self) -> Result<P, Misfit> {
        self.answer().ok_or_else(|| Misfit::OtherCode { expected: P::CODE.code() })?.known_params()
    }

    /// Returns the details as the struct of their code.
    ///
    /// # Errors
    /// Returns a [`Misfit`] if there is no response, or if it has another code, or if a value is
    /// missing or has another type.
    pub fn known_details<D: Details<Code = C>>(&self) -> Result<D, Misfit> {
        self.answer().ok_or_else(|| Misfit::OtherCode { expected: D::CODE.code() })?.known_details()
    }

    /// Returns a label for metrics: the code, or `_OTHER` if it is unknown or there is none.
    #[must_use]
    pub fn metric_label(&self) -> &'static str {
        self.answer().map_or(crate::wire::OTHER, ApiError::metric_label)
    }
}
