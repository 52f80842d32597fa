// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
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
    let mixed = __errcat::table::mix(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), __errcat::table::back(key, 0), 1);
    let place = __errcat::table::flat(mixed, 0xe220a8397b1dcdaf, 4);
    {
        let row = ROWS[place] as usize;
        __errcat::table::Slot::at(row * 16, 16, row).code_of::<16, false, _>(CODES, key, Code::ALL)
    }
}
