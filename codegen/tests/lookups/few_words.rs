// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ROWS: [u8; 128] = *b"\
\0\x1a\x20\0\0\0\0\0\0\x17\0\0\0\0\0\0\0\x0e\0\x15\0\0\0\x0b\0\0\0\0\0\0\0\0\
\0\0\0\x19\0\0\x27\0\0\0\0\x04\x25\0\0\x21\0\x02\0\x12\x08\0\x05\x16\0\0\0\0\x1e\0\0\x24\
\x09\0\x0d\0\0\0\x03\x1d\0\x1f\x0f\0\0\x11\x1b\0\0\0\0\0\0\x1c\x01\0\0\0\0\x0a\0\0\x18\0\
\0\0\0\x07\x22\x23\x26\0\x10\x06\0\0\0\0\0\x13\0\x14\x0c\0\0\0\0\0\0\0\0\0\0\0\0\0\
";
static SLOTS: [__errcat::table::Slot16<Code>; 40] = __errcat::table::slots16(CODES, &[], ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() < 9 || key.len() > 54 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), key.len());
    let place = __errcat::table::flat(mixed, 0xfcd75ec84567e5f7, 7);
    SLOTS[ROWS[place] as usize].code_of::<54, false>(CODES, key)
}
