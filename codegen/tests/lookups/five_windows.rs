// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
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
    let mixed = __errcat::table::add_length(__errcat::table::mix(__errcat::table::mix(__errcat::table::mix(__errcat::table::mix(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), __errcat::table::back(key, 0), 1), __errcat::table::window(key, 1), 2), __errcat::table::back(key, 1), 3), __errcat::table::window(key, 2), 4), key.len());
    let place = __errcat::table::flat(mixed, 0x6e789e6aa1b965f5, 5);
    {
        let row = ROWS[place] as usize;
        __errcat::table::Slot::at(row * 40, 40, row).code_of::<40, true, _>(CODES, key, Code::ALL)
    }
}
