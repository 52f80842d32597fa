//! Points in time, as far as errors need them.

mod buffer;
mod calendar;
mod cursor;
mod http_date;
mod rfc3339;
#[cfg(feature = "std")]
mod system;
mod timestamp;

#[cfg(feature = "serde1")]
pub(crate) use self::buffer::Buffer;
pub use self::http_date::HttpDate;
#[cfg(feature = "std")]
pub use self::system::TimestampOutOfRange;
pub use self::timestamp::Timestamp;
