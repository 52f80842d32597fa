// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ROWS: [u8; 32] = *b"\
\0\0\0\0\0\0\x03\0\x06\0\0\0\0\0\0\x01\0\0\x04\0\x07\0\0\0\0\0\0\x02\0\x05\0\0\
";
static SLOTS: [__errcat::table::Slot16<Code>; 8] = __errcat::table::slots16(CODES, &[], ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() < 25 || key.len() > 193 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), key.len());
    let place = __errcat::table::flat(mixed, 0x6e789e6aa1b965f5, 5);
    SLOTS[ROWS[place] as usize].code_of::<0, true>(CODES, key)
}
