// Hash plan: regenerate, do not review.

use super::{CODES, Code};

const ALIASED: &[usize] = &[];
static ROWS: [u8; 32] = *b"\
\0\0\0\0\0\0\0\0\0\0\0\x01\x03\x05\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\0\0\x04\
";

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() != 40 {
        return ::core::option::Option::None;
    }
    let mixed = ::errcat::table::add_length(::errcat::table::mix(::errcat::table::mix(::errcat::table::mix(::errcat::table::mix(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), ::errcat::table::back(key, 0), 1), ::errcat::table::window(key, 1), 2), ::errcat::table::back(key, 1), 3), ::errcat::table::window(key, 2), 4), key.len());
    let place = ::errcat::table::flat(mixed, 0x6e789e6aa1b965f5, 5);
    {
        let row = ROWS[place] as usize;
        ::errcat::table::Slot::at(row * 40, 40, row).code_of::<40, true, _>(&CODES, key, Code::ALL)
    }
}
