//! A program without the standard library or an allocator, with its own panic handler.

#![no_std]
#![no_main]
#![deny(warnings)]
#![forbid(unsafe_code)]

use core::fmt::{self, Write};
use core::panic::PanicInfo;
use core::time::Duration;

use errcat_catalogs::runtime::{Backoff, ErrorCode, Retry, RetryAfter, Timestamp};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

/// A line of a display.
struct Line {
    bytes: [u8; 80],
    len: usize,
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = self.bytes.get_mut(self.len..self.len + text.len()).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len += text.len();
        Ok(())
    }
}

fn show<C: ErrorCode>(line: &mut Line, received: &str) -> Result<Option<Retry>, fmt::Error> {
    let Some(code) = C::from_code(received) else { return Ok(None) };
    write!(line, "{code} {code:?} {}", code.family_title())?;
    Ok(code.retry())
}

/// The function that firmware would call.
#[used]
static ENTRY: extern "C" fn() -> u32 = errcat_no_std;

extern "C" fn errcat_no_std() -> u32 {
    let mut line = Line { bytes: [0; 80], len: 0 };
    let known = [
        show::<phala_cloud::Code>(&mut line, "ERR-01-001"),
        show::<csghub::Code>(&mut line, "AUTH-ERR-0"),
        show::<nsrocks::Code>(&mut line, "sandbox_not_found"),
        show::<novita::Code>(&mut line, "MODEL_NOT_FOUND"),
    ];
    let class = phala_cloud::Class::of_response(409, None);
    let business = class.is_some_and(|class| class.is_a(phala_cloud::Class::BusinessError));
    let candidates = novita::Code::candidates("RATE_LIMIT_EXCEEDED").len();
    let wait = RetryAfter::parse("7", Timestamp::from_unix(0, 0)).map_or(Duration::ZERO, |after| after.wait);
    let pause = Backoff::new(Duration::from_secs(1), wait, || 4).next().unwrap_or_default();
    known.iter().filter(|shown| shown.is_ok()).count() as u32
        + u32::from(business)
        + candidates as u32
        + pause.subsec_millis()
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
