// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ROWS: [u8; 64] = *b"\
\0\0\0\0\0\0\0\x0c\x01\0\0\0\0\x03\0\0\0\x10\0\x0d\x06\0\0\0\x09\0\0\0\0\x11\0\0\
\0\x0b\0\0\x0a\0\0\x04\x08\0\0\0\0\x0f\x05\x07\x12\0\0\0\0\0\0\0\0\0\x02\0\x0e\x13\0\0\
";
static SLOTS: [__errcat::table::Slot16<Code>; 20] = __errcat::table::slots16(CODES, &[], ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() > 5 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::mix(0, __errcat::table::window(key, 0), 0);
    let place = __errcat::table::flat(mixed, 0x1b39896a51a8749b, 6);
    SLOTS[ROWS[place] as usize].code_of::<8, false>(CODES, key)
}
