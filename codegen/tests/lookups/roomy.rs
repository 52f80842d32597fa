// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ROWS: [u8; 256] = *b"\
\x1b\0\x13\0\x0e\0\0\x23\0\x2b\x06\x0d\0\0\0\0\0\0\x22\0\0\0\0\0\x24\0\0\0\0\0\0\0\
\0\0\0\0\0\x0a\x12\0\0\x04\0\x02\x15\0\0\x1e\0\0\0\x36\0\0\0\0\x31\0\0\0\0\0\x35\0\
\0\0\0\0\0\0\0\x01\x25\0\0\0\0\0\0\0\0\0\0\0\0\0\x34\0\x28\0\0\0\0\x10\0\0\
\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x17\x03\0\0\0\0\0\0\0\0\x37\x07\0\x18\x2a\0\0\0\
\0\0\0\0\x14\0\0\0\x38\0\0\x1d\0\0\x2f\0\0\0\0\0\0\0\0\0\x20\0\x2e\0\0\0\x16\0\
\0\x08\0\0\x33\0\x1a\0\0\x26\0\0\x0c\0\x39\0\0\0\0\0\x0f\0\0\0\0\0\0\0\0\0\0\0\
\0\0\0\0\x27\0\0\x19\0\0\0\0\x1c\0\0\0\x21\x0b\x3a\0\0\0\0\0\0\0\0\0\0\0\x3b\0\
\0\x2d\0\0\0\0\0\0\x11\0\0\x1f\0\0\0\0\0\0\0\0\x32\0\x05\0\0\0\0\x09\0\x30\x29\x2c\
";
static SLOTS: [__errcat::table::Slot16<Code>; 60] = __errcat::table::slots16(CODES, &[], ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() < 9 || key.len() > 54 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), __errcat::table::back(key, 0), 0), key.len());
    let place = __errcat::table::flat(mixed, 0x81487f13496e7b8b, 8);
    SLOTS[ROWS[place] as usize].code_of::<54, false>(CODES, key)
}
