// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ROWS: [u8; 4] = *b"\
\0\0\0\0\
";

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() != 6 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::mix(0, __errcat::table::window(key, 0), 0);
    let place = __errcat::table::flat(mixed, 0xe220a8397b1dcdaf, 2);
    {
        let row = ROWS[place] as usize;
        __errcat::table::Slot::at(row * 6, 6, row).code_of::<8, false, _>(CODES, key, Code::ALL)
    }
}
