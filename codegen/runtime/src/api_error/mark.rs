//! Recognizes errors whose status is not that of an error.

use super::decode::in_header;
use super::headers::Headers;
use super::walk;
use crate::{ErrorCode, Json, JsonKind};

/// Returns `true` if a response has the mark of errors of its API.
pub(super) fn is_set<C: ErrorCode, N: AsRef<str>, V: AsRef<[u8]>>(
    headers: impl IntoIterator<Item = (N, V)>,
    body: &[u8],
) -> bool {
    let Some(mark) = C::envelope().error_mark() else { return false };
    if mark.place.is_header() {
        let headers = Headers::new(headers);
        let Some(text) = in_header(&mark.place, &headers) else { return false };
        return mark.value.is_none_or(|value| {
            Json::new(value.as_bytes())
                .and_then(|json| json.as_str())
                .map_or(text == value, |word| text == word)
        });
    }
    let Some(found) = Json::new(body).and_then(|body| walk::at(body, &mark.place)) else { return false };
    match mark.value.and_then(|value| Json::new(value.as_bytes())) {
        None => found.kind() != JsonKind::Null,
        Some(value) if value.kind() == JsonKind::String => found.as_str() == value.as_str(),
        Some(value) => found.kind() == value.kind() && found.raw() == value.raw(),
    }
}
