// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ROWS: [u8; 32] = *b"\
\0\0\0\0\0\x03\x06\0\0\0\0\0\0\0\0\x02\x05\0\x08\0\0\0\0\0\0\x01\0\x04\x07\0\0\0\
";
static SLOTS: [__errcat::table::Slot16<Code>; 9] = __errcat::table::slots16(CODES, &[], ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() < 21 || key.len() > 30 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::mix(0, __errcat::table::back(key, 1), 0);
    let place = __errcat::table::flat(mixed, 0xe220a8397b1dcdaf, 5);
    SLOTS[ROWS[place] as usize].code_of::<30, true>(CODES, key)
}
