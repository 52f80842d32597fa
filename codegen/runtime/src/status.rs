//! Names and retry advice of HTTP statuses.

use crate::Retry;

/// Returns the registered reason phrase of a status, or the name of its class.
#[inline]
#[must_use]
pub const fn phrase(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        511 => "Network Authentication Required",
        200..=299 => "Success",
        other if other / 100 == 4 => "Client Error",
        other if other / 100 == 5 => "Server Error",
        _ => "Error",
    }
}

/// Returns the retry advice of a status. Timeouts, limits and unavailable servers may pass,
/// everything else does not.
#[inline]
#[must_use]
pub(crate) const fn retry(status: u16) -> Retry {
    match status {
        408 | 425 | 429 | 500 | 502 | 503 | 504 => Retry::Backoff,
        _ => Retry::Never,
    }
}
