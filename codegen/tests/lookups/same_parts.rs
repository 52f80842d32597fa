// Hash plan: regenerate, do not review.

use super::{CODES, Code};

const ALIASED: &[usize] = &[];
static ROWS: [u8; 16] = *b"\
\0\0\x02\0\0\0\0\x03\0\0\0\0\x01\0\0\0\
";

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() != 16 {
        return ::core::option::Option::None;
    }
    let mixed = ::errcat::table::mix(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), ::errcat::table::back(key, 0), 1);
    let place = ::errcat::table::flat(mixed, 0xe220a8397b1dcdaf, 4);
    {
        let row = ROWS[place] as usize;
        ::errcat::table::Slot::at(row * 16, 16, row).code_of::<16, false, _>(&CODES, key, Code::ALL)
    }
}
